import type { Block, Document, Inline, ListMarks } from '../src/render/document/document.ts'

export const text = (words: string, more: Partial<Extract<Inline, { kind: 'text' }>> = {}): Inline => ({
  kind: 'text',
  text: words,
  ...more,
})
export const paragraph = (...inlines: (string | Inline)[]): Block => ({
  kind: 'paragraph',
  inlines: inlines.map((each) => (typeof each === 'string' ? text(each) : each)),
})
export const heading = (level: 1 | 2 | 3, words: string): Block => ({
  kind: 'heading',
  level,
  inlines: [text(words)],
})
const items = (ordered: boolean, ...each: (string | Block[])[]): Block => ({
  kind: 'list',
  ordered,
  items: each.map((item) => (typeof item === 'string' ? [paragraph(item)] : item)),
})
const marked = (marks: ListMarks, ...each: (string | Block[])[]): Block =>
  ({ ...items(true, ...each), marks }) as Block
const cells = (...each: (string | Block[])[]): Block[][] =>
  each.map((cell) => (typeof cell === 'string' ? (cell ? [paragraph(cell)] : []) : cell))
const blank = (words: string, prompt?: string): Inline => ({
  kind: 'blank',
  text: words,
  ...(prompt && { prompt }),
})

/** Every kind of block, with words that each format could trip over. */
export const sample: Document = {
  title: 'Riverbend & Co: agreement <draft> – Συμφωνία',
  locale: 'en-AU',
  date: '2026-03-02',
  author: 'Riverbend Health Justice Partnership',
  notice: 'Draft for discussion, not legal advice',
  numbered: true,
  landscape: false,
  contents: true,
  recipients: [
    { name: 'Aroha Ngata', email: 'aroha@riverbend.example' },
    { name: 'Zoë "Zed" Nuñez, RN', email: 'zoe@health.example' },
    { name: 'الدكتورة ليلى', email: 'layla@health.example' },
    { name: '', email: 'desk@health.example' },
  ],
  events: [
    {
      uid: 'm-2026-04-06@hjp.invalid',
      title: 'Riverbend & Co: meeting; all day',
      on: '2026-04-06',
      start: undefined,
      minutes: 60,
      place: undefined,
      attendees: [],
      words: 'BEGIN:VEVENT\r\nSUMMARY:not a heading\\n',
    },
    {
      uid: 'm-2026-04-07@hjp.invalid',
      title: 'Riverbend & Co: meeting',
      on: '2026-04-07',
      start: '10:00',
      minutes: 75,
      place: 'Room 4, "the annexe"; 40 Wharf Street',
      attendees: [
        { name: 'Zoë "Zed" Nuñez, RN: nurse', email: 'zoe@health.example', chairs: true },
        { name: '', email: 'desk@health.example', chairs: false },
        { name: 'Nobody', email: 'none', chairs: false },
      ],
      words: '10:00 Welcome (5 min)\n10:05 5.1 Referral pathways (10 min); "who", when\\where',
    },
  ],
  zone: 'Australia/Melbourne',
  blocks: [
    heading(1, 'Riverbend & Co: agreement <draft> – Συμφωνία'),
    paragraph(
      'Between ',
      { ...text('Riverbend Community Legal Service'), strong: true } as Inline,
      ' and ',
      blank('the health service’s full name'),
      '.',
    ),
    heading(2, 'What we will do #'),
    {
      kind: 'clause',
      prompt: 'what-we-do/referral-pathways',
      blocks: [
        paragraph(
          'Warm handover by phone; we ring the client within *two* working days.',
          { kind: 'break' },
          '- not a list, and 5 * 3 is 15_000.',
        ),
        items(false, 'urgent: the same day', [paragraph('ordinary:'), items(true, 'two days', 'or by text')]),
      ],
    },
    {
      kind: 'clause',
      prompt: 'what-we-do/training',
      blocks: [paragraph(blank('How will you learn from each other?', 'what-we-do/training'))],
    },
    {
      kind: 'clause',
      prompt: 'what-we-do/training',
      blocks: [items(true, 'lunch talks', 'shadowing'), paragraph('Review on 1 March 2027.')],
    },
    {
      kind: 'clause',
      prompt: 'what-we-do/steps',
      blocks: [
        paragraph('Steps:'),
        marked('letters', 'ask', [paragraph('call:'), marked('romans', 'the desk', 'the lawyer')]),
      ],
    },
    heading(3, 'In our own words'),
    {
      kind: 'table',
      prompt: 'what-we-do/referral-pathways',
      rows: [
        cells('Riverbend Legal', 'Riverbend | Health', ''),
        cells(
          'A call | not a form <script>alert(1)</script>',
          [paragraph('First.'), items(false, 'one', [paragraph('two'), items(false, 'deeper')])],
          'extra',
        ),
        cells('', [
          paragraph('&copy; stays as typed, C:\\Users\\zoe too, https://example.org/~zoe_x is a link'),
        ]),
      ],
    },
    heading(2, 'Ending'),
    {
      kind: 'clause',
      prompt: 'agreement-terms/ending',
      blocks: [paragraph('يمكن لأي شريك أن ينسحب بإشعار مدته ثلاثون يوما (30 days).')],
    },
    {
      kind: 'note',
      blocks: [paragraph('Ask a lawyer before you sign.'), items(false, 'privilege', 'reporting duties')],
    },
    paragraph(
      '1. March: see ',
      { ...text('the tip'), href: 'https://example.org/tip_(5)' } as Inline,
      ', ',
      { ...text('write'), href: 'mailto:desk@health.example', emphasis: true } as Inline,
      ' or ',
      { ...text('nothing'), href: 'javascript:alert(1)' } as Inline,
      ', from ',
      { ...text('https://example.org/'), href: 'https://example.org/' } as Inline,
      '.',
    ),
    paragraph('# not a heading\r\n> nor a quote\u2028~~~ nor code \u0000`x` \ud800'),
    { kind: 'rule' },
    items(true, 'first'),
    items(true, 'a list of its own', [paragraph('two paragraphs'), paragraph('in an item')]),
    {
      kind: 'table',
      rows: [
        cells('Who', 'Signature'),
        cells('Aroha Ngata', [{ kind: 'space', lines: 1 }]),
        cells(blankCell(), ''),
      ],
    },
    { kind: 'space', lines: 3 },
    {
      kind: 'picture',
      title: 'Who & what <matters>',
      words: 'Two are high in "power"; {{none}} is low.',
      picture: {
        sort: 'grid',
        up: { title: 'Power', labels: ['high', 'low'] },
        across: { title: 'At stake', labels: ['low', 'high'] },
        cells: [
          [[], ['Riverbend & Co <b>', 'تعاونية الصحة']],
          [['A name that is so long that it takes more than a line'], []],
        ],
      },
    },
    {
      kind: 'picture',
      title: 'The work ahead',
      words: 'One step is late.',
      picture: {
        sort: 'timeline',
        today: '2026-03-02',
        span: ['2026-02-01', '2026-06-30'],
        rows: [
          { what: 'Sign & <seal>', from: undefined, to: '2026-02-01', state: 'late' },
          { what: 'Train', from: '2026-02-01', to: '2026-06-30', state: 'to do' },
        ],
      },
    },
  ],
}

function blankCell(): Block[] {
  return [paragraph(blank('who signs for the health service'))]
}
