import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { paragraphsIn } from '../src/intake/word/word.ts'
import type { Block, Change, Document, Inline } from '../src/render/document/document.ts'
import { everyBlock, mapBlocks } from '../src/render/document/tree.ts'
import { docx } from '../src/render/formats/docx.ts'
import { md } from '../src/render/formats/md.ts'
import { compared } from '../src/render/redline/compare.ts'
import { blocks, holding } from './arbitrary.ts'
import { library, memoryWorld, riverbend, runner, small } from './memory-world.ts'
import { runs, some } from './programs.ts'
import { paragraph, sample, text } from './sample.ts'
import { bodyOf, settled, told } from './word-xml.ts'

/** A comparison as it reads once every change is taken or refused: without what has this change. */
const without = (gone: Change, { since: _, ...document }: Document): Document => ({
  ...document,
  blocks: left(gone, document.blocks),
})

const left = (gone: Change, all: Block[]): Block[] =>
  all.flatMap((block): Block[] => {
    const { change, ...bare } = block
    if (change === gone) return []
    if ('inlines' in bare)
      return [{ ...bare, inlines: bare.inlines.filter(({ change }) => change !== gone).map(plain) } as Block]
    if (bare.kind === 'list') {
      const { changes, items, ...list } = bare
      return [
        { ...list, items: items.filter((_, n) => changes?.[n] !== gone).map((item) => left(gone, item)) },
      ]
    }
    if (bare.kind === 'table') {
      const { changes, rows, ...table } = bare
      const kept = rows.filter((_, n) => changes?.[n] !== gone)
      return [{ ...table, rows: kept.map((row) => row.map((cell) => left(gone, cell))) }]
    }
    if ('blocks' in bare) return [{ ...bare, blocks: left(gone, bare.blocks) } as Block]
    return [bare as Block]
  })

const plain = ({ change: _, ...inline }: Inline): Inline => inline as Inline

const marked = (all: Block[]): string[] => {
  const seen: string[] = []
  JSON.stringify(all, (key, value) => {
    if (key === 'change' && value) seen.push(value)
    if (key === 'changes') seen.push(...value.filter(Boolean))
    return value
  })
  return seen
}

/** Two versions of a document: the second is the first with words, blocks, items and rows changed, taken out and put in. */
const versions = fc
  .tuple(blocks, fc.array(fc.tuple(fc.nat(), fc.nat(3), blocks), { maxLength: 4 }))
  .map(([all, edits]): [Block[], Block[]] => [
    all,
    edits.reduce((now, [at, how, other]) => edited(now, at, how, other), all),
  ])

function edited(all: Block[], at: number, how: number, other: Block[]): Block[] {
  const n = at % (all.length + 1)
  const block = all[n]
  if (how === 0 || !block) return all.toSpliced(n, 0, ...other)
  if (how === 1) return all.toSpliced(n, 1)
  if ('inlines' in block)
    return all.with(n, { ...block, inlines: block.inlines.toSpliced(at % 3, 1, text(' or so')) })
  if (block.kind === 'list')
    return all.with(n, {
      ...block,
      items: how === 2 ? [...block.items, other] : block.items.map((item) => edited(item, at, 2, other)),
    })
  if (block.kind === 'table')
    return all.with(n, { ...block, rows: how === 2 ? [...block.rows, [other]] : block.rows.slice(0, -1) })
  if ('blocks' in block)
    return all.with(n, { ...block, blocks: edited(block.blocks, at, 2, [paragraph('New.')]) })
  return all
}

/** Sections and schedules, in any order, that refer to one another and to some that are not there. */
const agreement: fc.Arbitrary<Block[]> = fc
  .shuffledSubarray(['a', 'b', 'c', 'd', 'e'])
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.constantFrom('a', 'b', 'e', 'none')))),
  )
  .map((sections) =>
    sections.flatMap(([name, to]): Block[] => [
      {
        kind: 'heading',
        ...(name < 'd' ? { level: 2 } : { level: 1, schedule: true }),
        name,
        inlines: [text(`About ${name}`)],
      },
      { kind: 'clause', prompt: `p/${name}`, blocks: [paragraph('See ', text('“It”', { to }), ' on this.')] },
    ]),
  )

test('what changes the blocks of a document meets all that is read of it, forms too', () => {
  fc.assert(
    fc.property(blocks, (ask) => {
      const row = {
        prompt: 'p',
        number: '1.1',
        topic: 'T',
        ask,
        more: ask,
        choices: [],
        answer: ask,
        which: '',
        rest: '',
        said: '',
      }
      const all: Block[] = [
        { kind: 'note', blocks: [{ kind: 'form', partner: 'a', asks: '', rows: [row] }] },
        ...ask,
      ]
      const kinds = (blocks: Block[]) => blocks.map(({ kind }) => kind).sort()
      const met: Block[] = []
      mapBlocks(all, (block) => {
        met.push(block)
        return block
      })
      const written = JSON.stringify(all).match(/(?<="kind":")(?!text|blank|break)\w+/g)
      expect(kinds(met)).toEqual(kinds([...everyBlock(all)]))
      expect(kinds(met)).toEqual(written?.sort())
    }),
  )
})

describe('a comparison', () => {
  test.each([
    ['two versions', versions],
    ['two agreements', fc.tuple(agreement, agreement)],
    ['two documents', fc.tuple(blocks, blocks)],
  ])('of %s: taking every change gives the later, refusing every one the earlier', (_, pairs) => {
    fc.assert(
      fc.property(pairs, fc.boolean(), (pair, numbered) => {
        const [before, after] = JSON.parse(JSON.stringify(pair)) as typeof pair
        const [old, now] = [before, after].map((all) => ({ ...holding(...all), numbered }))
        const both = compared(old!, now!, 'then')
        expect(md(without('removed', both))).toBe(md(now!))
        expect(md(without('added', both))).toBe(md(old!))
      }),
      { numRuns: runs(200) },
    )
  })

  test('of a document with itself marks nothing', () => {
    expect(marked(compared(sample, structuredClone(sample), 'then').blocks)).toEqual([])
  })
})

test.each([
  ['Open 3–4.30pm each day', 'Open 3–5pm each day', 'Open [-3–4.30pm-]{+3–5pm+} each day'],
  [
    'It ends on 16 June 2027, as said',
    'It ends on 17 June 2027, as said',
    'It ends on [-16 June 2027-]{+17 June 2027+}, as said',
  ],
  [
    'It ends on June 16, 2027, as said',
    'It ends on June 17, 2027, as said',
    'It ends on [-June 16, 2027-]{+June 17, 2027+}, as said',
  ],
  ['We will pay $12,500 a year', 'We will pay $12,900 a year', 'We will pay [-$12,500-]{+$12,900+} a year'],
  [
    'The lawyer won’t come at 9:30 am',
    'The lawyer will come at 9:45 am',
    'The lawyer [-won’t-]{+will+} come at [-9:30 am-]{+9:45 am+}',
  ],
])('what is read whole changes whole: %s', (before, after, both) => {
  const [old, now] = [before, after].map((words) => holding(paragraph(words)))
  expect(md(compared(old!, now!, 'then'))).toContain(both)
})

describe('a comparison in Word', () => {
  test.each([
    ['two versions', versions, 120],
    ['two agreements', fc.tuple(agreement, agreement), 60],
    ['two documents', fc.tuple(blocks, blocks), 40],
  ])('of %s: Word makes of it the later and the earlier', async (_, pairs, many) => {
    await fc.assert(
      fc.asyncProperty(pairs, fc.boolean(), async (pair, numbered) => {
        const [before, after] = JSON.parse(JSON.stringify(pair)) as typeof pair
        const [old, now] = [before, after].map((all) => ({ ...holding(...all), numbered }))
        const both = bodyOf(await docx(compared(old!, now!, 'then')))
        expect(told(settled(both, 'w:del'))).toEqual(told(bodyOf(await docx(now!))))
        // Which heading is the title goes by the later one.
        const unstyled = (paragraphs: string[]) => paragraphs.map((each) => each.replace(/^\w+: /, ''))
        const refused = told(settled(both, 'w:ins'))
        expect(unstyled(refused)).toEqual(unstyled(told(bodyOf(await docx(old!)))))
      }),
      { numRuns: runs(many) },
    )
  })
})

const { hjp } = runner({ library, today: '2026-11-16' })
const asked = promptsOf(library.parts).filter(({ private: hidden }) => !hidden)

test('a comparison reads well as text, as a page and in Word', async () => {
  const files = { 'partnership.yaml': riverbend, 'then.yaml': riverbend }
  const { world, out, said, bytes } = memoryWorld({ files, library, today: '2026-11-16' })
  const run = (...args: string[]) => cli(args, world, '0')
  await run(
    'agree',
    '5.1',
    'Clients will be referred in both directions.\n\n- on one form\n- by phone on other days',
    '--lead',
    'health',
  )
  await run('agree', '1.6', 'A stall in the foyer in 2016.')
  await run('park', '9.13', 'Not now.')
  await run('change', 'health/escalation', 'name=Ravi Menon')
  await run('add', 'funding', 'source=City grant', 'holds=health')
  const from = said().length
  for (const format of ['md', 'html', 'docx'])
    await run('mou', '--since', 'then.yaml', '--format', format, '--out', `both.${format}`)
  const told = [out(), said().slice(from)].join('')
  const lines = bytes('both.md')!
    .toString()
    .split('\n')
    .filter((line) => /\{\+|\[-/.test(line))
  const page = bytes('both.html')!
    .toString()
    .split('\n')
    .filter((line) => /<(ins|del)\b/.test(line))
  const word = unzipSync(bytes('both.docx')!)
  const beside = [...strFromU8(word['word/comments.xml']!).matchAll(/<w:t[^>]*>([^<]*)/g)].map(
    ([, words]) => words,
  )
  await expect(`${[told, ...lines, ...page, ...beside].join('\n')}\n`).toMatchFileSnapshot(
    'golden/redline.txt',
  )
})

test.each([
  [
    'self-evaluation',
    '      - partner: health\n        by: person 9\n        ratings: { concerned: C }\n',
    'nothing has changed',
  ],
  [
    'page',
    '      - partner: health\n        by: person 9\n        ratings: { concerned: C }\n',
    'nothing has changed',
  ],
])('of a %s tells nobody by what their answer adds', async (kind, mark, told) => {
  const at = riverbend.lastIndexOf('    marks:\n') + '    marks:\n'.length
  const files = {
    'partnership.yaml': riverbend.slice(0, at) + mark + riverbend.slice(at),
    'then.yaml': riverbend,
  }
  const given = [kind, '--since', 'then.yaml', '--format', 'md', '--out', '-']
  const { code, said } = await hjp(files['partnership.yaml'], given, { files })
  expect(code).toBe(0)
  expect(said()).toBe(`Since then.yaml: ${told}.`)
})

test('an earlier version that has nothing of the kind is refused in its own name', async () => {
  const given = ['minutes', '--since', 'then.yaml', '--format', 'md']
  const { code, said } = await hjp(riverbend, given, { files: { 'then.yaml': small } })
  expect(code).toBe(2)
  expect(said()).toContain('There is nothing for *minutes* in the version of then.yaml')
})

/** What a partnership might settle from one month to the next. */
const months: fc.Arbitrary<string[][]> = fc.array(
  fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...asked),
        fc.array(fc.constantFrom('We', 'will', 'ring', 'the clinic', 'weekly.', '\n- by form', '\n\nAnd'), {
          minLength: 1,
          maxLength: 9,
        }),
      )
      .map(([{ number, decision }, words]) => [
        'agree',
        number,
        words.join(' '),
        ...(decision ? ['--decision', 'yes'] : []),
      ]),
    fc.constantFrom(...asked).map(({ number }): string[] => ['park', number, 'Not now.']),
    fc.nat(99).map((n) => ['add', 'action', `what=Do ${n} things`, 'owner=legal', 'due=2026-12-20']),
    fc.nat(99).map((n) => ['add', 'funding', `source=Grant ${n}`, 'holds=health']),
    fc.constant<string[]>(['change', 'health/escalation', 'name=Ravi Menon', 'phone=']),
    fc.constant<string[]>(['change', 'tallow creek bush', 'what=Visits to the farms', 'end=2027-03-05']),
  ),
  { minLength: 1, maxLength: 6 },
)

describe('what changed since an earlier file', () => {
  test.each(some(['mou', 'agenda', 'workplan']))(
    '%s: Word makes of it the document now and the document then',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(months, async (commands) => {
          const files = { 'partnership.yaml': riverbend, 'then.yaml': riverbend }
          const { world, bytes } = memoryWorld({ files, library, today: '2026-11-16' })
          for (const command of commands) await cli(command, world, '0')
          const write = async (name: string, ...more: string[]) => {
            expect(await cli([kind, '--out', name, ...more], world, '0')).toBe(0)
            return bodyOf(bytes(name)!)
          }
          const read = (name: string) => paragraphsIn(bytes(name)!)!.filter((words) => words.trim() !== '')
          const both = await write('both.docx', '--since', 'then.yaml')
          const now = await write('now.docx')
          const then = await write('then.docx', '--file', 'then.yaml')
          expect(told(settled(both, 'w:del'))).toEqual(told(now))
          expect(told(settled(both, 'w:ins'))).toEqual(told(then))
          // What reads a Word file takes every change.
          expect(read('both.docx')).toEqual(read('now.docx'))
        }),
        // A section that goes is also taken out of the contents.
        { numRuns: runs(4), examples: [[[['park', '3.4', 'Not now.']]]] },
      )
    },
  )
})
