import fc from 'fast-check'
import type { Block, Document, ListMarks } from '../src/render/document/document.ts'
import { character } from './characters.ts'
import { heading, paragraph, text } from './sample.ts'

// Documents that have something of everything in them, for what writes Word files.

const marked = (marks: ListMarks, ...items: Block[][]): Block => ({
  kind: 'list',
  ordered: true,
  marks,
  items,
})
const list = (ordered: boolean, ...items: Block[][]): Block => ({ kind: 'list', ordered, items })
const clause = (prompt: string, ...blocks: Block[]): Block => ({ kind: 'clause', prompt, blocks })

export const base: Document = {
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
export const long = 'what-we-do/a-prompt-with-a-name-so-long-that-neither-a-tag-nor-a-bookmark-can-hold-it'

export const everything: Document = {
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
      marked('letters', [paragraph('lettered'), marked('romans', [paragraph('and under it')])]),
      marked('romans', [paragraph('counted in Roman'), marked('letters', [paragraph('lettered under it')])]),
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
const href = fc
  .string({ unit: character, maxLength: 9 })
  .map((it) => `https://x.example/${encodeURIComponent(it)}?a=1&b=2`)
const words = fc.oneof(fc.string({ unit: character }), fc.string(), fc.constantFrom(...NASTY))
const inlines = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      text: words,
      strong: fc.boolean(),
      emphasis: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('text' as const), text: words, href }),
    fc.record({ kind: fc.constant('blank' as const), text: words }),
    fc.constant({ kind: 'break' as const }),
  ),
  { maxLength: 4 },
)
const prompted = fc.constantFrom({}, {}, { prompt: 'a/b' }, { prompt: long })
export const { blocks } = fc.letrec<{ blocks: Block[]; block: Block }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4 }),
  block: fc
    .tuple(
      prompted,
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
          marks: fc.constantFrom('letters' as const, 'romans' as const),
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

/** Each by what is odd about it. */
export const documents: Record<string, Document> = {
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
