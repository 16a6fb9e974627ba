import fc from 'fast-check'
import { marked, type Token, type Tokens } from 'marked'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { clean, oneLine } from '../src/render/document/clean.ts'
import type { Block, Document, Inline } from '../src/render/document/document.ts'
import { itemMark } from '../src/render/document/list-marks.ts'
import { numberOf } from '../src/render/document/numbering.ts'
import { eml } from '../src/render/formats/eml.ts'
import { html } from '../src/render/formats/html.ts'
import { FORMATS } from '../src/render/formats/index.ts'
import { md } from '../src/render/formats/md.ts'
import { txt } from '../src/render/formats/txt.ts'
import { bare, blocks, holding, words } from './arbitrary.ts'
import { character } from './characters.ts'
import { runs } from './programs.ts'
import { paragraph, sample, text } from './sample.ts'

const [STRONG, EMPHASIS, LINK] = ['ˢ', 'ᵉ', 'ˡ'] as const

/** What a reader sees: the words, and in front of each character how it is set. White space counts as one space. */
type Seen = string | { [kind: string]: Seen | Seen[] | number | boolean } | Seen[]
const tidy = (seen: string) =>
  seen.replace(/(\n|\s)+/g, (it) => (it.includes('\n') ? '\n' : ' ')).replace(/^\s+|\s+$/g, '')
const set = (it: string, how: string) => it.replace(/\S/gu, (character) => how + character)

function expected(all: Block[], numbers: Map<Block, string>): Seen[] {
  return all.flatMap((block): Seen[] => {
    const number = numbers.get(block)
    switch (block.kind) {
      case 'heading': {
        const seen = said(block.inlines)
        return seen ? [{ heading: block.level, words: (number ? `${number}. ` : '') + seen }] : []
      }
      case 'paragraph':
        return said(block.inlines) ? [said(block.inlines)] : []
      case 'list':
        // Markdown has no letters before items, so they stand as words.
        if (block.marks)
          return block.items.flatMap((item, n) =>
            after(itemMark(block, n), item, expected(item, numbers), numbers),
          )
        return [{ list: block.items.map((item) => expected(item, numbers)), ordered: block.ordered }]
      case 'table': {
        const width = Math.max(...block.rows.map((row) => row.length))
        return [
          {
            table: block.rows.map((row) =>
              Array.from({ length: width }, (_, n) =>
                tidy((row[n] ?? []).map((each) => said((each as { inlines: Inline[] }).inlines)).join('\n')),
              ),
            ),
          },
        ]
      }
      case 'clause': {
        const inside = expected(block.blocks, numbers)
        if (!number) return inside
        return after(set(number, STRONG), block.blocks, inside, numbers)
      }
      case 'note': {
        const inside = expected(block.blocks, numbers)
        return inside.length > 0 ? [{ quote: inside }] : []
      }
      default:
        return [block.kind]
    }
  })
}

/** What stands before blocks, in their first line if that is what they begin with. */
const after = (front: string, [first]: Block[], inside: Seen[], numbers: Map<Block, string>): Seen[] =>
  first && isLine(first, numbers)
    ? [`${front} ${inside[0] as string}`, ...inside.slice(1)]
    : [front, ...inside]

function isLine(block: Block, numbers: Map<Block, string>): boolean {
  if (block.kind === 'paragraph') return said(block.inlines) !== ''
  if (block.kind === 'list') return block.marks !== undefined && block.items.length > 0
  const [first] = block.kind === 'clause' ? block.blocks : []
  return numbers.has(block) ? block.kind === 'clause' : first !== undefined && isLine(first, numbers)
}

const said = (all: Inline[]): string =>
  tidy(
    all
      .map((it) => {
        if (it.kind === 'break') return '\n'
        if (it.kind === 'blank') return set(`[${oneLine(it.text)}]`, STRONG)
        const bare = clean(it.text).trim() === it.href && !it.href.startsWith('#')
        const link = it.href && !bare ? LINK : ''
        return set(clean(it.text), link + (it.strong ? STRONG : '') + (it.emphasis ? EMPHASIS : ''))
      })
      .join(''),
  )

function seenBy(tokens: Token[]): Seen[] {
  return tokens.flatMap((token): Seen[] => {
    switch (token.type) {
      case 'heading':
        return token['text'] ? [{ heading: token['depth'] as number, words: read(token.tokens!) }] : []
      case 'paragraph':
      case 'text':
        return [read(token.tokens ?? [token])].filter((seen) => seen !== '')
      case 'list': {
        const { items, ordered } = token as Tokens.List
        return [{ list: items.map((item) => seenBy(item.tokens)), ordered }]
      }
      case 'table': {
        const { header, rows } = token as Tokens.Table
        return [{ table: [header, ...rows].map((row) => row.map((cell) => read(cell.tokens))) }]
      }
      case 'blockquote':
        return [{ quote: seenBy(token.tokens!) }]
      case 'space':
        return []
      case 'hr':
        return ['rule']
      default:
        return [`MARKUP ${token.type}: ${token.raw}`]
    }
  })
}

const NONE = { link: '', strong: '', emphasis: '' }
const read = (tokens: Token[]): string => tidy(tokens.map((token) => readOne(token, NONE)).join(''))

const decoded = (source: string) =>
  source.replace(/&(?:#(\d+)|[a-z]\w*);/gi, (it, code?: string) =>
    code ? String.fromCodePoint(Number(code)) : `MARKUP ${it}`,
  )

function readOne(token: Token, how: typeof NONE): string {
  const inside = (now: Partial<typeof NONE>) =>
    (token as Tokens.Strong).tokens.map((each) => readOne(each, { ...how, ...now })).join('')
  switch (token.type) {
    case 'text':
    case 'escape':
      return set(
        token.type === 'text' ? decoded(token.raw) : (token['text'] as string),
        how.link + how.strong + how.emphasis,
      )
    case 'strong':
      return inside({ strong: STRONG })
    case 'em':
      return inside({ emphasis: EMPHASIS })
    case 'link':
      return inside({ link: token['autolink'] ? '' : LINK })
    case 'br':
      return '\n'
    case 'html':
      return token.raw === '<br>' ? '\n' : `MARKUP ${token.raw}`
    default:
      return `MARKUP ${token.type} ${token.raw}`
  }
}

const often = { numRuns: runs(300) }

describe('every format', () => {
  test.each(Object.keys(FORMATS).filter((name) => !['docx', 'zip'].includes(name)))(
    '%s writes the sample as it did',
    async (name) => {
      const written = String(await FORMATS[name]!.write(sample))
      await expect(written).toMatchFileSnapshot(`golden-formats/sample.${name}`)
      expect(await FORMATS[name]!.write(structuredClone(sample))).toBe(written)
      expect(written).toMatch(/[^\r\n]\r?\n$/)
    },
  )

  test('a file is known as unedited, whatever git does to its line ends', async () => {
    for (const name of ['html', 'eml', 'ics']) {
      const written = String(await FORMATS[name]!.write(sample))
      const isOwn = (text: string) => FORMATS[name]!.isOwn(Buffer.from(text))
      expect(isOwn(written)).toBe(true)
      expect(isOwn(written.replaceAll('\r\n', '\n'))).toBe(true)
      expect(isOwn(written.replace('Riverbend', 'Riverbank'))).toBe(false)
      expect(isOwn('Riverbend')).toBe(false)
    }
  })

  test('clean keeps every character that can be written, and only those', () => {
    fc.assert(
      fc.property(fc.string({ unit: character }), (it) => {
        const characters = [...it.replace(/\r\n?/g, '\n')].map((each) =>
          /[\v\f\u0085\u2028\u2029]/.test(each) ? '\n' : each,
        )
        const carried = characters.filter(
          (each) => !/[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]/u.test(each),
        )
        expect(clean(it)).toBe(carried.join(''))
      }),
      often,
    )
    expect(clean('a\ud800b\0c\r\nd\u2028e')).toBe('abc\nd\ne')
  })

  test('clauses count within their section, and one before the first section has no number', () => {
    const clause = (): Block => ({ kind: 'clause', blocks: [paragraph('a')] })
    const section = (): Block => ({ kind: 'heading', level: 2, inlines: [text('s')] })
    const all = [clause(), section(), clause(), clause(), section(), clause()]
    const numbers = numberOf({ ...holding(...all), numbered: true })
    expect(all.map((block) => numbers.get(block))).toEqual([undefined, '1', '1.1', '1.2', '2', '2.1'])
    expect(numberOf({ ...holding(...all), numbered: false }).size).toBe(0)
  })
})

describe('Markdown', () => {
  test('shows what was said, in its block, and nothing of it becomes markup', () => {
    fc.assert(
      fc.property(blocks, fc.boolean(), (all, numbered) => {
        const document = { ...holding(...all), numbered }
        const seen = seenBy(marked.lexer(md(document)))
        expect(seen, md(document)).toEqual(expected(all, numberOf(document)))
      }),
      { numRuns: runs(500) },
    )
  })
})

/** The same words in every place that a document has for words. */
const everywhere = (it: string): Document => ({
  ...sample,
  title: it,
  notice: it,
  author: it,
  blocks: [
    { kind: 'heading', level: 1, inlines: [text(it)] },
    { kind: 'heading', level: 2, inlines: [text(it)] },
    {
      kind: 'clause',
      prompt: it,
      blocks: [paragraph(it), { kind: 'list', ordered: true, items: [[paragraph(it)]] }],
    },
    {
      kind: 'table',
      rows: [
        [[paragraph(it)], []],
        [[paragraph(it), paragraph(it)], [paragraph(it)]],
      ],
    },
    {
      kind: 'note',
      blocks: [
        paragraph(
          { kind: 'text', text: it, strong: true, href: 'mailto:a@b.co' },
          { kind: 'blank', text: it },
        ),
      ],
    },
  ],
})
const line = words.map((it) => oneLine(it)).filter((it) => it !== '')

describe('plain text and the page', () => {
  test('nothing but the words depends on the words', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (it) => {
        const other = 'ж'.repeat(it.length)
        const swap = (written: string, escaped: string, quoted: string) =>
          written.replace(/content: "ж+"/g, () => `content: "${quoted}"`).replace(/ж+/g, () => escaped)
        expect(txt(everywhere(it))).toBe(swap(txt(everywhere(other)), it, ''))

        const safe = it
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;')
        const css = it.replace(/["\\<]/g, (each) => `\\${each.charCodeAt(0).toString(16)} `)
        const unsealed = (page: string) => page.replace(/sha256-\w+/, '')
        const [page, otherPage] = await Promise.all([html(everywhere(it)), html(everywhere(other))])
        expect(unsealed(page)).toBe(unsealed(swap(otherPage, safe, css)))
      }),
      often,
    )
  })
})

describe('a draft email', () => {
  const name = fc.oneof(words, fc.constantFrom('Zoë "Zed" Nuñez, RN', 'ليلى', 'A\r\nBcc: eve@evil.example'))

  test('comes back with its subject, people and words, and no header but its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        name.filter((it) => oneLine(it) !== ''),
        name,
        blocks,
        async (title, who, some) => {
          const all = [...some, paragraph('Warmly')]
          const document = {
            ...holding(...all),
            title,
            recipients: [{ name: who, email: 'zoe@health.example' }],
          }
          const message = await eml(document)
          expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n\x80-\uffff]/)
          const { headers, subject, to, text: body, html: page } = await PostalMime.parse(message)
          expect(headers.map(({ key }) => key)).toEqual([
            'x-unsent',
            'x-hjp',
            'to',
            'subject',
            'mime-version',
            'content-type',
          ])
          expect(subject ?? '').toBe(oneLine(title))
          expect(to).toEqual([{ name: oneLine(who), address: 'zoe@health.example' }])
          const letter = all[0]?.kind === 'heading' && all[0].level === 1 ? all.slice(1) : all
          expect(body).toBe(txt({ ...document, blocks: letter }))
          expect(page).toMatch(/<\/html>\n$/)
        },
      ),
      often,
    )
  })

  test('says To only where there is somebody to write to', async () => {
    const to = async (...emails: string[]) => {
      const recipients = emails.map((email) => ({ name: 'Zoë', email }))
      return (await PostalMime.parse(await eml({ ...bare, recipients }))).to?.map(({ address }) => address)
    }
    expect(await to()).toBeUndefined()
    expect(
      await to(
        'desk@health.example',
        'a@b.example\r\nBcc: eve@evil.example',
        'a@b.example, eve@evil.example',
        'none',
      ),
    ).toEqual(['desk@health.example'])
  })
})
