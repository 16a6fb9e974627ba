import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyIn } from '../src/intake/word/word.ts'
import { MUTATIONS, type Mutation, mutated } from './copies.ts'
import { knownOn } from './known.ts'
import { EXAMPLES, exampleFile, library, riverbend, runner } from './memory-world.ts'
import { runs, some } from './programs.ts'
import { edited } from './zipped.ts'

const TODAY = '2026-11-30'
const { hjp, after, written } = runner({ library, today: TODAY })

const verified = async (word: Uint8Array, args: string[] = [], file = riverbend) => {
  const { out, said, code } = await hjp(file, ['verify', 'it.docx', ...args], { files: { 'it.docx': word } })
  return { code, told: out() + said() }
}
const agreementOf = (file = riverbend, args: string[] = []) =>
  written(file, ['mou', '--final', ...args], 'docx')

/** An example in which nothing is open any more that an agreement needs. */
async function settled(name: string): Promise<string> {
  const file = exampleFile(name)
  const open = knownOn(file, TODAY).view.prompts.filter(
    ({ asked, essential, agreed }) => asked && essential && !agreed?.settled,
  )
  const { ran, file: done } = await after(
    file,
    open.map(({ number, topic, decision }) => ({
      args: [
        'agree',
        number,
        `On ${topic.toLowerCase()}, each of us will do what it knows best.`,
        ...(decision ? ['--decision', 'yes'] : []),
      ],
    })),
  )
  for (const { code, said } of ran) expect(code, said()).toBe(0)
  return done
}

test.each(EXAMPLES)('an untouched copy of %s has the words that were agreed', async (name) => {
  const file = await settled(name)
  for (const short of [[], ['--short']])
    expect(await verified(await agreementOf(file, short), short, file)).toEqual({
      code: 0,
      told: 'it.docx has the words that are agreed today, all of them and no others.\n',
    })
})

test('a copy in Markdown is one too', async () => {
  const file = await settled('riverbend')
  const text = String(await written(file, ['mou', '--final'], 'md'))
  const verify = async (md: string) => {
    const { out, code } = await hjp(file, ['verify', 'it.md'], { files: { 'it.md': md } })
    return { code, told: out() }
  }
  expect(await verify(text)).toEqual({
    code: 0,
    told: 'it.md has the words that are agreed today, all of them and no others.\n',
  })
  expect(await verify(text.replace('by 8:30', 'by 9:00'))).toMatchObject({ code: 1 })
})

test('a word, a number or a "not" that was changed, and a clause that is gone or elsewhere, is named', async () => {
  const copies = new Map<string, { file: string; word: Uint8Array }>()
  for (const name of EXAMPLES) {
    const file = await settled(name)
    copies.set(name, { file, word: await agreementOf(file) })
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...EXAMPLES),
      fc.constantFrom<Mutation>(...MUTATIONS),
      fc.nat(),
      fc.nat(),
      async (name, how, where, there) => {
        const { file, word } = copies.get(name)!
        const { bytes, wanted } = mutated(word, how, where, there)
        const { code, told } = await verified(bytes, [], file)
        expect(code, told).toBe(1)
        expect(told).toMatch(wanted)
        // What moved can be told as one passage or as those that it passed.
        if (how !== 'move') expect(told).toContain('in 1 place:')
      },
    ),
    { numRuns: runs(150) },
  )
})

test('what is written in under Signatures is shown, and is no difference', async () => {
  const word = edited(await agreementOf(), {
    'word/document.xml': (xml) => xml.replace(/>Robert Anand</, '>Robert Anand on 2 December 2026<'),
  })
  expect(await verified(word)).toEqual({
    code: 0,
    told: 'it.docx has the words that are agreed today, all of them and no others.\n\nWritten in under Signatures: on 2 December 2026\n',
  })
})

const text = (words: string) => `Memorandum\n${words}`
const shuffled = readFileSync('examples/riverbend/documents/mou.md', 'utf8').split(/\s+/).toSorted().join(' ')
test.each([
  ['a PDF where nothing reads it', 'it.pdf', '%PDF-1.7', 'hjp needs the program *pdftotext*'],
  ...some([
    ['another document', 'it.txt', text('Dear all. '.repeat(9000)), 'must be something else'],
    // As much as is compared takes seconds.
    ['one of the same words', 'it.txt', text(shuffled), 'must be something else'],
  ] as const),
] as const)('%s is not compared', async (_, name, bytes, message) => {
  const { said, code } = await hjp(riverbend, ['verify', name], { files: { [name]: bytes } })
  expect(said()).toContain(message)
  expect(code).toBe(2)
})

test('a copy is compared with what was signed, where git has those words, and else that is said', async () => {
  const word = await agreementOf()
  const signing = ['sign', '--from', '2026-12-01', '--by', 'Robert Anand']
  const { ran, file } = await after(riverbend, [
    { args: signing },
    { args: ['agree', '5.1', 'We refer whoever asks.'] },
  ])
  const version = {
    commit: { hash: 'abc', author: 'A', day: '2026-11-30', subject: 'S' },
    text: ran[0]!.text,
    before: [],
  }
  const history = { versions: [version], head: file, isShallow: false }
  const verify = (setting: object) =>
    hjp(file, ['verify', 'it.docx'], { files: { 'it.docx': word }, ...setting })
  const kept = await verify({ history })
  expect(kept.out() + kept.said()).toBe(
    'it.docx has the words that were signed, all of them and no others.\n',
  )
  const lost = await verify({})
  expect(lost.said()).toContain('git has no version of it with those words')
  expect(lost.code).toBe(2)
  const since = await hjp(file, ['mou', '--since', 'signed', '--format', 'md', '--out', '-'], { history })
  expect(since.said()).toContain('Since the one in force from 1 December 2026: ')
  expect(since.out()).toContain('{+We refer whoever asks.+}')
  expect(since.out()).not.toContain('ince we signed')
  const none = await hjp(riverbend, ['mou', '--since', 'signed'])
  expect(none.said()).toContain('Nothing is signed yet')
})

test('a copy is held against the agreement that it is, once one of you has signed the next', async () => {
  const sign = (from: string, ...args: string[]) => ({ args: ['sign', '--from', from, ...args] })
  const robert = ['--by', 'Robert Anand', '--on', TODAY]
  const kim = ['--by', 'Kim Lee', '--for', 'health', '--on', TODAY]
  const { ran, file } = await after(riverbend, [
    sign('2026-12-01', ...robert),
    sign('2026-12-01', ...kim),
    { args: ['agree', '5.1', 'We refer whoever asks.'] },
    sign('2028-12-01', ...robert),
  ])
  const versions = [ran[1]!.text, file].map((text, n) => ({
    commit: { hash: `abc${n}`, author: 'A', day: TODAY, subject: 'S' },
    text,
    before: [],
  }))
  const history = { versions, head: file, isShallow: false }
  const verify = async (word: Uint8Array, text = file) => {
    const { code, out, said } = await hjp(text, ['verify', 'it.docx'], {
      files: { 'it.docx': word },
      history,
    })
    return { code, told: out() + said() }
  }
  const words = 'it.docx has the words that'
  const [first, second] = [await agreementOf(), await agreementOf(ran[2]!.text)]
  const all = 'all of them and no others.\n'
  expect(await verify(first)).toEqual({
    code: 0,
    told: `${words} were signed, in force from 1 December 2026, ${all}`,
  })
  expect(await verify(second)).toEqual({
    code: 0,
    told: `${words} were signed, in force from 1 December 2028, ${all}`,
  })
  const unsigned = await verify(second, ran[2]!.text)
  expect(unsigned).toEqual({ code: 0, told: `${words} are agreed today, which are not signed yet, ${all}` })
  const changed = edited(first, { 'word/document.xml': (xml) => xml.replace('by 8:30', 'by 9:00') })
  expect((await verify(changed)).told).toMatch(
    /^it\.docx differs from the words that were signed, in force from 1 December 2026, in 1 place:/,
  )
})

test('who joined since is new in a comparison with what was signed', async () => {
  const { ran, last, file } = await after(riverbend, [
    { args: ['sign', '--from', '2026-12-01', '--by', 'Robert Anand'] },
    { args: ['join', 'Bright Families', '--sector', 'community'] },
  ])
  const version = (text: string) => ({
    commit: { hash: 'abc', author: 'A', day: '2026-11-30', subject: 'S' },
    text,
    before: [],
  })
  const history = { versions: [ran[0]!.text, last.text].map(version), head: file, isShallow: false }
  const args = ['mou', '--since', 'signed', '--format', 'md', '--out', '-']
  for (const now of [file, (await hjp(file, ['agree', '5.1', 'We refer whoever asks.'])).text]) {
    const redline = (await hjp(now, args, { history })).out()
    expect(redline).toMatch(/\{\+[^}]*Bright Families/)
    expect(redline).not.toMatch(/\{-[^}]*Bright Families/)
  }
})

/** A Word file as the text of printed pages: lines that are broken anywhere, and what stands above and below. */
function paper(word: Uint8Array): string {
  const lines = bodyIn('it.docx', word).flatMap(({ words }) => words.match(/.{1,54}(?: |$)|\S{20}|.+/g) ?? [])
  const broken = lines.map((line, n) =>
    n % 7 === 0 ? line.replace(/(\p{L}{3})(\p{L}{3})\s*$/u, '$1-\n$2') : line,
  )
  const pages = Array.from({ length: Math.ceil(broken.length / 40) }, (_, n) =>
    broken.slice(n * 40, n * 40 + 40),
  )
  return pages
    .map((page, n) =>
      [
        'Memorandum of understanding   Made on 30 November 2026',
        ...page,
        `Signed in confidence, page ${n + 1}`,
        `Riverbend Health Justice Partnership   Page ${n + 1} of ${pages.length}`,
      ].join('\n'),
    )
    .join('\n\f')
}

test('pages, line ends and broken words of a printed copy are no difference, and a changed word is one', async () => {
  const text = paper(await agreementOf())
  const verify = (it: string) => hjp(riverbend, ['verify', 'it.txt'], { files: { 'it.txt': it } })
  const same = await verify(text)
  expect(same.out()).toBe('it.txt has the words that are agreed today, all of them and no others.\n')
  const other = await verify(text.replace('within two working', 'within five working'))
  expect(other.out()).toMatch(
    /in 1 place:\n\n[\d.]+ .*: changed\n {2}Agreed: .*within two working.*\n {2}Copy: {3}.*within five working/,
  )
})

// Until November 2026 a clause that is alone in its section had no topic above it.
test.each([
  ['without its topic it is the same', '', 0, 'all of them and no others.'],
  ['with another topic it is not', 'Tongues', 1, 'Tongues'],
])('of a clause that is alone in its section: %s', async (_, topic, code, told) => {
  const word = edited(await agreementOf(), {
    'word/document.xml': (xml) => xml.replace('>Language<', `>${topic}<`),
  })
  expect(await verified(word)).toEqual({ code, told: expect.stringContaining(told) })
})

test('so is it in a letter, where the title of the section says it', async () => {
  const letter = (await written(riverbend, ['mou', '--short', '--final'], 'docx')) as Uint8Array
  const old = edited(letter, {
    'word/document.xml': (xml) =>
      xml.replace('>Legal status.<', '><').replace('>Conflicts of interest.<', '><'),
  })
  const run = await hjp(riverbend, ['verify', 'it.docx', '--short'], { files: { 'it.docx': old } })
  expect([run.code, run.out()]).toEqual([0, expect.stringContaining('all of them and no others')])
})

test('the topic of a clause that has others beside it is a word like all', async () => {
  const word = edited(await agreementOf(), {
    'word/document.xml': (xml) => xml.replace('>Response times<', '><'),
  })
  expect((await verified(word)).told).toContain('Response times')
})
