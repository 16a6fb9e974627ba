import { beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { COLUMNS, Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { identifying } from '../src/core/record/identifying.ts'
import { TYPED_TABLES, type TypedTable } from '../src/core/record/typed-row.ts'
import { ALLOWED, columnsOf } from '../src/core/values/column.ts'
import { SLIP_SCRIPT } from '../src/render/formats/form-script.ts'
import { clausesIn, filled, redraftedAt } from './fillings.ts'
import { EXAMPLES, exampleFile, library, riverbend, runner, small } from './memory-world.ts'
import { some } from './programs.ts'

// No word that could identify a client comes into the file unless somebody says that it may stand.

const WHO = 'Jane Doe'
const WORDS = `Our client ${WHO} rang.`
const REASON = 'She chairs the union of tenants'
const { hjp } = runner({ library, today: '2026-11-16' })

const base = `${small}actions: [{ id: bins, what: Ask the council }]
milestones: [{ id: sign, what: Sign it }]
indicators: [{ id: reached, measure: People advised, method: count }, { id: told, measure: What they say, method: story }]
`
type Way = {
  args: string[]
  input?: string
  files?: Record<string, Uint8Array | string>
  file?: string
  kept?: string
}

const piece = [{ kind: 'paragraph' as const, words: WORDS, how: 'typed' as const }]
const fresh = exampleFile('first-steps')
const made = async (file: string, args: string[]) =>
  (await hjp(file, [...args, '--out', 'm.docx'])).bytes('m.docx')!

/** What an email or a text says that comes back, with the words under a question that hjp put. */
const reply = `5.1: ${WORDS}\n`
const mail = `From: Maree Dunstan <maree.dunstan@riverbendhealth.example>\nTo: a@b.example\nDate: Mon, 16 Nov 2026 10:00:00 +1100\nSubject: Re: Your view\nContent-Type: text/plain; charset=utf-8\n\n${reply}`

/** What the page of a form hands over. */
const slip = new Function(`${SLIP_SCRIPT}; return slip`)() as (...given: unknown[]) => string
const page = slip('Questions', 'prompts/surgery/2026-11-16', [
  { key: 'what-we-do/referral-pathways', label: 'Q5.1', words: WORDS },
])
const rows = slip('Table', 'contributions/health/2026-11-16/bcdfghjk', [
  { key: 'contributions/new/1/what', label: '1.1', words: 'Tea' },
  { key: 'contributions/new/1/brings', label: '1.3', words: WORDS },
])

const INIT = ['init', '--file', 'new.yaml']

/** The ways that each command has into the file, with words in them that it would write. */
const WAYS: Record<string, () => Way[] | Promise<Way[]>> = {
  init: () => [
    { args: [...INIT, '--name', WORDS, '--partner', 'legal=Law'] },
    { args: [...INIT, '--name', 'Hill', '--partner', `legal=${WORDS}`] },
    { args: [...INIT, '--name', 'Hill', '--partner', 'legal=Law', '--liaison', `legal=client ${WHO}`] },
  ],
  ask: () => [
    { args: ['ask', '--answers', '-'], input: `5.1: { legal: "${WORDS}" }` },
    { args: ['ask', '--answers', '-'], input: `5.1: { agreed: "${WORDS}" }` },
    { args: ['ask', '--answers', '-'], input: `5.1: { parked: "${WORDS}" }` },
    { args: ['ask', '--answers', 'a.json'], files: { 'a.json': `{"5.1":{"legal":{"said":"${WORDS}"}}}` } },
  ],
  answer: () => [
    { args: ['answer', '5.1', '--as', 'legal', WORDS] },
    { args: ['answer', '5.1', '--as', 'legal', '-'], input: WORDS },
  ],
  agree: () => [{ args: ['agree', '5.1', WORDS] }],
  adopt: () => [
    {
      args: ['adopt', 'o.txt', '--answers', '-'],
      files: { 'o.txt': WORDS },
      input: `clauses: [{ prompt: 5.1, text: "${WORDS}" }]`,
    },
    {
      args: ['adopt', 'o.txt', '--answers', '-'],
      files: { 'o.txt': WORDS },
      input: `clauses: [{ own: Rooms, text: "${WORDS}" }]`,
    },
  ],
  park: () => [{ args: ['park', '5.1', WORDS] }, { args: ['park', 'what-we-do', WORDS] }],
  record: () =>
    [
      `decisions: ["${WORDS}"]`,
      `appreciation: "${WORDS}"`,
      `place: "${WORDS}"`,
      `chair: "client ${WHO}"`,
      `notes: "client ${WHO}"`,
      `present: ["client ${WHO}"]`,
      `actions: [{ what: "${WORDS}" }]`,
      `actions: [{ what: Ring, person: "client ${WHO}" }]`,
      `prompts: { "5.1": { legal: "${WORDS}" } }`,
      `prompts: { "5.1": { agreed: { text: "${WORDS}", by: [legal] } } }`,
      `next: { on: 2026-12-20, place: "${WORDS}" }`,
    ]
      .map((input): Way => ({ args: ['record', '--date', '2026-11-16', '--answers', '-'], input }))
      .concat({
        args: ['record', '--sheet', 'map', '--answers', '-'],
        input: `stakeholders: [{ name: New, role: "${WORDS}" }]`,
      }),
  import: async () => {
    const sheet = filled(await made(fresh, ['worksheet', '5.1', '--for', 'surgery']), [piece])
    const mou = await made(riverbend, ['mou'])
    const clause = new Map([[clausesIn(mou)[0]!, { how: 'changed' as const, by: piece }]])
    const back = ['--as', 'surgery', '--yes', '--notes']
    return [
      { args: ['import', 'w.docx', ...back], files: { 'w.docx': sheet }, file: fresh },
      {
        args: ['import', 'm.docx', '--as', 'health', '--yes'],
        files: { 'm.docx': redraftedAt(mou, clause) },
        file: riverbend,
      },
      { args: ['import', 'm.eml', ...back], files: { 'm.eml': mail }, file: fresh },
      { args: ['import', 'm.txt', ...back], files: { 'm.txt': reply }, file: fresh },
      { args: ['import', 'p.txt', '--yes'], files: { 'p.txt': page }, file: fresh },
      { args: ['import', 'r.txt', '--yes'], files: { 'r.txt': rows } },
      { args: ['import', 'actions.csv', '--yes'], files: { 'actions.csv': `what\n${WORDS}\n` } },
    ]
  },
  add: () => freeFields().map(({ table, field }) => ({ args: ['add', table, ...rowOf(table, field)] })),
  change: () => [
    { args: ['change', 'bins', `what=${WORDS}`] },
    { args: ['change', 'sign', `what=${WORDS}`] },
    { args: ['change', 'health/liaison', `authority=${WORDS}`] },
  ],
  join: () => [{ args: ['join', WORDS, '--sector', 'community'] }],
  leave: () => [{ args: ['leave', 'health', '--why', WORDS] }],
  sign: () => [
    { args: ['sign', '--by', `client ${WHO}`, '--for', 'legal'], file: riverbend },
    { args: ['sign', '--by', 'Robert Anand', '--copy', WORDS], file: riverbend },
  ],
  done: () => [{ args: ['done', 'bins', '--dropped', WORDS] }],
  rate: () => [
    {
      args: ['rate', 'six-requirements', '--as', 'legal', '--by', `client ${WHO}`, '--answers', '-'],
      input: 'concerned: A',
    },
  ],
  measure: () => [
    { args: ['measure', 'reached', '17', '--note', WORDS] },
    { args: ['measure', 'reached', '17', '--split', `client ${WHO}=17`] },
    { args: ['measure', 'told', WORDS] },
    {
      args: ['measure', '--answers', '-'],
      input: `readings: [{ indicator: reached, value: "17", note: "${WORDS}" }]`,
    },
  ],
  recover: async () => {
    const { text } = await hjp(base, ['answer', '5.1', '--as', 'legal', WORDS, '--allow', REASON])
    const words = [{ place: '5.1', said: WORDS }]
    const unsaved = {
      path: '/home/keeper/partnership.yaml',
      words,
      from: base,
      text: text.replace(/\n.*allowed: .*/, ''),
    }
    return [{ args: ['recover'], kept: JSON.stringify([unsaved]) }]
  },
  agenda: () => [
    {
      args: [
        'agenda',
        '--date',
        '2026-12-20',
        '--time',
        '10:00',
        '--place',
        WORDS,
        '--plan',
        '--out',
        'a.md',
      ],
    },
  ],
}
/** These write nothing into the partnership file, or only what stood in it, or in git, before. */
const READS = [
  'status',
  'show',
  'export',
  'find',
  'check',
  'verify',
  'log',
  'prompts',
  'kinds',
  'completion',
  'schema',
  'undo',
  'remove',
  'redo',
  'merge',
  'merge-driver',
  'rename-partner',
]

/** Every field in people's own words that can be typed for a new row. */
const freeFields = () =>
  (Object.keys(TYPED_TABLES) as TypedTable[]).flatMap((table) =>
    Object.entries(columnsOf(TYPED_TABLES[table].row)).flatMap(([field, { free }]) =>
      free && field !== ALLOWED ? { table, field } : [],
    ),
  )

const NEEDED: Partial<Record<TypedTable, string[]>> = {
  contributions: ['partner=legal'],
  outcomes: ['for=clients', 'term=short'],
  meetings: ['on=2026-12-20'],
  agreements: ['kind=whole', 'from=2026-12-01'],
  people: ['partner=legal', 'role=deputy'],
}
/** The fields of a new row, with the words in one of them. */
function rowOf(table: TypedTable, field: string): string[] {
  const titles = Object.entries(columnsOf(TYPED_TABLES[table].row)).flatMap(([name, { title, free }]) =>
    title && free && name !== field ? [`${name}=Something`] : [],
  )
  return [...(NEEDED[table] ?? []), ...titles, `${field}=${WORDS}`]
}

/** Of ways that are much the same, those into different tables; all where everything is run. */
const few = (ways: Way[]): Way[] =>
  some([0]).length < some([0, 1]).length
    ? ways
    : ways.filter(({ args: [name, table] }, n) => name !== 'add' || ways[n - 1]?.args[1] !== table)

const into = ({ args }: Way) => (args.includes('new.yaml') ? 'new.yaml' : 'partnership.yaml')
const setting = ({ input = '', files = {}, kept }: Way) => ({
  input,
  files,
  ...(kept && { kept: new Map([['unsaved.json', kept]]) }),
})

test('every command has its ways into the file, or is known to have none', () => {
  const all = [...Object.keys(commands), 'agenda']
  expect([...Object.keys(WAYS), ...READS].sort()).toEqual(all.sort())
  const plans = library.kinds.filter(({ options }) => 'plan' in options).map(({ name }) => name)
  expect(plans.filter((name) => !(name in WAYS))).toEqual([])
})

describe.each(Object.entries(WAYS))('hjp %s', (_, make) => {
  let ways: Way[]
  beforeAll(async () => {
    ways = await make()
  })

  test('writes nothing, and says what, where and why', async () => {
    for (const way of ways) {
      const before = way.file ?? base
      const run = await hjp(before, way.args, setting(way))
      expect(run.code, `${way.args.join(' ')}\n${run.said()}`).toBe(2)
      expect(run.said()).toContain('Nothing was written, because this could identify a client:')
      expect(run.said()).toContain(`"${WHO}" looks like a name`)
      const text = run.file(into(way))
      expect(text).toBe(into(way) === 'new.yaml' ? undefined : before)
    }
  })

  test('writes nothing in a dry run, nor keeps anything', async () => {
    for (const way of ways) {
      const before = way.file ?? base
      const { files = {}, ...rest } = setting(way)
      const kept = new Map(rest.kept)
      const run = await hjp(before, [...way.args, '--allow', REASON, '--dry-run'], { ...rest, files, kept })
      expect([0, 1], `${way.args.join(' ')}\n${run.said()}`).toContain(run.code)
      expect(run.said()).toMatch(/(^|\n)would (change|create) {2}/)
      expect(run.text).toBe(before)
      expect(run.paths()).toHaveLength(Object.keys(files).length + 1)
      expect([...kept]).toEqual([...(rest.kept ?? [])])
    }
  })

  test('writes it where somebody says why it may stand, and keeps that beside it', async () => {
    for (const way of few(ways)) {
      const run = await hjp(way.file ?? base, [...way.args, '--allow', REASON], setting(way))
      expect([0, 1], `${way.args.join(' ')}\n${run.said()}`).toContain(run.code)
      const text = run.file(into(way))!
      expect(text).toContain(WHO)
      expect(text).toContain(`allowed: ${REASON} (w`)
      const partnership = readYaml('it', text, Partnership)
      expect(identifying(partnership).map(({ at }) => at.join('.'))).toEqual([])
      const after = await hjp(text, ['check', '--file', 'partnership.yaml'])
      expect(after.out()).not.toContain(`${WHO}" looks like`)
    }
  })

  test('asks in a terminal, and leaves out what is not to stand', async () => {
    for (const way of few(ways)) {
      if (way.args.some((arg) => arg.includes(`${WHO}=`))) continue
      const run = await hjp(way.file ?? base, way.args, { ...setting(way), replies: ['out'] })
      expect([0, 1], `${way.args.join(' ')}\n${run.said()}`).toContain(run.code)
      expect(run.file(into(way))).not.toContain(WHO)
      expect(run.file(into(way))).toContain('[left out]')
    }
  })
})

test('in a conversation, the words are changed there and then, and it goes on', async () => {
  const replies = [WORDS, 'edit', 'Somebody rang, and was heard.']
  const run = await hjp(base, ['ask', '4.1', '--as', 'legal'], { replies: [...replies] })
  expect(run.asked.slice(1, 3)).toEqual(['What would you like to do? edit|out|keep', 'New wording:'])
  expect(run.text).toContain('          Somebody rang, and was heard.\n')
  expect(run.code).toBe(0)
  const kept = await hjp(base, ['ask', '4.1', '--as', 'legal'], { replies: [WORDS, 'keep', '', REASON] })
  expect(kept.text).toContain(`allowed: ${REASON} (w`)
})

test('an action whose words were changed is still asked about', async () => {
  const date = ['record', '--date', '2026-11-16']
  const missed = Array.from({ length: 3 }, () => 'missed')
  const replies = [
    '',
    '',
    '',
    '',
    'later',
    'rest',
    ...missed,
    '',
    '',
    WORDS,
    'edit',
    'Ring the union',
    'legal',
  ]
  const run = await hjp(base, date, { replies })
  expect(run.text, run.asked.join('\n')).toContain('what: Ring the union, owner: legal')
})

test('words that were allowed do not cover others that come later', async () => {
  const first = await hjp(base, ['answer', '5.1', '--as', 'legal', WORDS, '--allow', REASON])
  const more = first.text.replace(WORDS, `${WORDS} So did Mrs Mary Poe.`)
  expect((await hjp(more, ['check'])).out()).toContain('"Mary Poe" looks like a name')
  const other = await hjp(first.text, ['answer', '5.1', '--as', 'legal', `${WORDS} So did Mrs Mary Poe.`])
  expect(other.code).toBe(2)
  expect(other.text).toBe(first.text)
  const byHand = first.text.replace(/\(w[0-9a-f]{7}\)/, '')
  expect((await hjp(byHand, ['check'])).out()).not.toContain(WHO)
})

test('what was in the file before keeps nobody from writing beside it', async () => {
  const text = riverbend.replace(/said: .*/, `said: ${WORDS}`)
  expect(text).not.toBe(base)
  expect((await hjp(text, ['answer', '5.2', '--as', 'legal', 'We ring back within two days.'])).code).toBe(0)
})

test('an empty reason is none', async () => {
  const run = await hjp(base, ['answer', '5.1', '--as', 'legal', WORDS, '--allow', ' '])
  expect(run.code).toBe(2)
  expect(run.text).toBe(base)
})

test.each(EXAMPLES)('%s has no false alarm', (name) => {
  expect(identifying(readYaml(name, exampleFile(name), Partnership))).toEqual([])
})

test('every column of words is looked through', () => {
  const free = COLUMNS.filter(({ free }) => free)
  expect(free.length).toBeGreaterThan(60)
})
