import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { LEVELS, RATINGS } from '../src/core/file/tables.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { statementsOf } from '../src/core/prompts/questionnaires.ts'
import { isStroke } from '../src/core/values/nothing.ts'
import { columnDays } from '../src/intake/table/days.ts'
import { readResponses } from '../src/intake/table/responses.ts'
import { stampOf } from '../src/ooxml/stamps.ts'
import { xlsx } from '../src/render/formats/spreadsheet.ts'
import { words } from './arbitrary.ts'
import { library, runner, small } from './memory-world.ts'
import { runs } from './programs.ts'

// Answers that people gave in a form of Microsoft Forms, Google Forms or LimeSurvey come home.

const { hjp } = runner({ library, today: '2026-11-30' })
const partners = small.replace(
  /(id: health[\s\S]*?)people: \[\]/,
  '$1people: [{ role: liaison, name: Bo Li, email: bo.li@hill.example }]',
)
const SERVICES = 'test/form-services'
const questionnaire = library.questionnaires.find(({ id }) => id === 'six-requirements')!
const statements = statementsOf(questionnaire)

const bring = (text: string, name: string, content: string | Uint8Array, ...args: string[]) =>
  hjp(text, ['import', name, '--yes', '--allow', 'A test.', ...args], { files: { [name]: content } })

test.each(readdirSync(SERVICES))('%s comes home whole, and again with nothing new', async (name) => {
  const content = readFileSync(`${SERVICES}/${name}`)
  const first = await bring(partners, name, content, '--as', 'health')
  await expect(first.printed).toMatchFileSnapshot(`golden/responses/${name}.txt`)
  const again = await bring(first.text, name, content, '--as', 'health')
  expect(again.text).toBe(first.text)
  const untold = await hjp(partners, ['import', name, '--yes'], { files: { [name]: content } })
  expect([untold.code, untold.text]).toEqual([2, partners])
  expect(untold.said()).toContain('Say whose answers these are with *--as*')
})

test('a form is made of a list of the questions, and its columns are known by it', async () => {
  const { out } = await hjp(small, ['worksheet', 'what-we-do', '--for', 'health', '--format', 'questions'])
  await expect(out()).toMatchFileSnapshot('golden/responses/questions.txt')
  const headings = out()
    .split('\n')
    .filter((line) => line.startsWith('['))
  const cells = headings.map((_, n) => `Words ${n}`)
  const { text } = await bring(small, 'it.csv', Papa.unparse([headings, cells]), '--as', 'health')
  const { answers } = readYaml('', text, Partnership)
  const said = answers
    .flatMap(({ perspectives }) => perspectives.flatMap((each) => each.said || []))
    .join('\n\n')
  expect(
    said
      .split(/\n\n/)
      .filter((each) => each !== 'Ana and Lee')
      .sort(),
  ).toEqual([...cells].sort())
  const marks = await hjp(small, [
    'worksheet',
    'six-requirements',
    '--for',
    'health',
    '--format',
    'questions',
  ])
  await expect(marks.out()).toMatchFileSnapshot('golden/responses/statements.txt')
  const agreed = await hjp(small, ['agree', '5.1', 'By phone.', '--by', 'legal'])
  const confirm = await hjp(agreed.text, [
    ...['worksheet', '5.1', '--confirm', '--for', 'health', '--format', 'questions'],
  ])
  expect(confirm.said()).toContain('a form of another service does not bring that back')
})

const asked = [
  { prompt: 'a', number: '5.1', topic: 'Referral pathways', ask: 'How will clients be referred between us?' },
  { prompt: 'b', number: '5.3a', topic: 'Value', ask: 'What do we gain?' },
  {
    prompt: 'c',
    number: '',
    topic: 'Every view gets a fair hearing.',
    ask: 'Every view gets a fair hearing.',
  },
]
test.each([
  ['[5.1] How?', 'a'],
  ['[Q5.1]', 'a'],
  ['How? [ q5.1 ]', 'a'],
  ['5.1. Referral', 'a'],
  ['Q5.3A Something', 'b'],
  ['G01Q01. [5.1] How?', 'a'],
  ['G01Q01. <p>How will clients be referred between us?</p>', 'a'],
  ['3. How will clients be referred between us? *', 'a'],
  ['REFERRAL PATHWAYS', 'a'],
  ['What do we gain?', 'b'],
  ['How we work [Every view gets a fair hearing.]', 'c'],
  ['Every view gets a fair hearing', 'c'],
  ['Points - [5.1] How?', undefined],
  ['Feedback – What do we gain?', undefined],
  ['[5.10] How?', undefined],
  ['5.15 pm or later?', undefined],
  ['What do we gain or lose?', undefined],
  ['[5.9] What do we gain?', 'b'],
  ['Value for money', undefined],
])('a column called %s asks %s', (heading, prompt) => {
  const table = { header: ['[5.1]', heading], rows: [['x', 'y']] }
  const { responses } = readResponses(table, asked, 'day')!
  const found = responses[0]!.answers.find(({ words }) => words.includes('y'))
  expect(found?.prompt).toBe(prompt)
})

test('a spreadsheet that asks none of the questions is something else', () => {
  expect(readResponses({ header: ['Name', 'Power'], rows: [['Ana', 'high']] }, asked, 'day')).toBeUndefined()
})

test.each([
  [['24/11/2026 10:00', '3/11/2026'], 'month', ['2026-11-24', '2026-11-03']],
  [['11/24/2026 10:00', '11/3/26'], 'day', ['2026-11-24', '2026-11-03']],
  [['3/11/2026', '4/11/2026'], 'day', ['2026-11-03', '2026-11-04']],
  [['3/11/2026', '4/11/2026'], 'month', ['2026-03-11', '2026-04-11']],
  [['2026/11/24 9:14:02 AM GMT+11', '2026-11-25T10:00'], 'month', ['2026-11-24', '2026-11-25']],
  [['24.11.2026', ''], 'month', ['2026-11-24', undefined]],
  [['1980-01-01 00:00:00', 'soon'], 'day', [undefined, undefined]],
  [['31/02/2026'], 'day', [undefined]],
] as const)('the days %j are read as one country writes them', (cells, writing, days) => {
  expect(columnDays([...cells], writing)).toEqual(days)
})

const twoPeople = (when: string, ...more: string[][]) =>
  Papa.unparse([
    ['ID', 'Completion time', 'Email', 'Name', '[5.1] How?'],
    ['1', when, 'bo.li@hill.example', 'Bo Li', 'By one form.'],
    ['2', when, 'cy@hill.example', 'Cy Moe', 'By phone.'],
    ...more,
  ])

test('what two people of one partner say stands in answers of their own, and each says who said it', async () => {
  const first = await bring(partners, 'it.csv', twoPeople('2026-11-03'), '--as', 'health')
  expect(first.printed).toContain('Bo Li of Hill Health answers.')
  expect(first.printed).toMatch(/Cy Moe of Hill Health says something else. Both are\s+kept until you choose/)
  const [answer] = readYaml('', first.text, Partnership).answers
  expect(answer!.perspectives[1]).toMatchObject({ partner: 'health', said: 'By one form.' })
  expect(answer!.proposals).toMatchObject([{ partner: 'health', for: 'said', text: 'By phone.' }])
  const settled = await hjp(first.text, ['ask', '5.1', '--as', 'health'], { replies: ['all', ''] })
  expect(settled.text).toMatch(/said: \|-\n +By one form\.\n\n +By phone\.\n/)
})

test('what another says on a later day takes the place of nothing', async () => {
  const one = ['', '2026-11-03', 'bo.li@hill.example', 'Bo Li', 'By one form.']
  const head = ['ID', 'Completion time', 'Email', 'Name', '[5.1] How?']
  const before = await bring(partners, 'it.csv', Papa.unparse([head, one]), '--as', 'health')
  const later = ['', '2026-11-10', 'cy@hill.example', 'Cy Moe', 'By phone.']
  const both = await bring(before.text, 'it.csv', Papa.unparse([head, one, later]), '--as', 'health')
  const last = ['', '2026-11-20', 'BO.LI@hill.example', 'Bo Li', 'By two forms.']
  const all = await bring(both.text, 'it.csv', Papa.unparse([head, one, later, last]), '--as', 'health')
  for (const said of ['By one form.', 'By phone.', 'By two forms.']) expect(all.text).toContain(said)
  const again = await bring(before.text, 'it.csv', Papa.unparse([head, one, last]), '--as', 'health')
  expect(again.text).not.toContain('By one form.')
  expect(again.text).toContain('By two forms.')
})

test.each([
  ['3/2/26', 'en-AU', '2026-02-03', '"3/2/26" is read as 3 February 2026.'],
  ['3/2/26', 'en-US', '2026-03-02', '"3/2/26" is read as March 2, 2026.'],
  ['3/2/26', 'en-AU', '2026-03-02', undefined, '11/24/25'],
  ['3/3/26', 'en-AU', '2026-03-03', undefined],
])('%s in %s is %s, and that is said where it was a guess', async (when, locale, day, told, other = '') => {
  const file = partners.replace('name: Hillside', `name: Hillside\nlocale: ${locale}`)
  const content = twoPeople(when, ...(other ? [['3', other, '', '', 'By post.']] : []))
  const { text, printed } = await bring(file, 'it.csv', content, '--as', 'health')
  expect(text).toContain(`on: ${day}`)
  if (told) expect(printed.replace(/\s+/g, ' ')).toContain(told)
  else expect(printed).not.toContain('could begin with')
})

const WAYS: Record<string, (rows: string[][]) => string | Uint8Array | Promise<Uint8Array>> = {
  'answers.csv': (rows) => Papa.unparse(rows),
  'semicolons.csv': (rows) => `\ufeff${Papa.unparse(rows, { delimiter: ';', quotes: true })}`,
  'utf16.csv': (rows) => Buffer.from(`\ufeff${Papa.unparse(rows, { delimiter: '\t' })}`, 'utf16le'),
  'answers.xlsx': (cells) =>
    xlsx({ name: 'Sheet1', cells, choices: cells[0]!.map(() => []), today: '2026-11-30' }),
}
const TWO_HUNDRED = 200

test.each(Object.keys(WAYS))(
  'two hundred people mark a questionnaire, and all of it comes home in %s',
  async (name) => {
    const someone = fc.record({
      marks: fc.array(fc.constantFrom('', ...RATINGS), {
        minLength: statements.length,
        maxLength: statements.length,
      }),
      level: fc.constantFrom('', ...LEVELS),
    })
    const people = fc.sample(someone, { numRuns: TWO_HUNDRED, seed: 7 })
    const header = [
      'ID',
      'Completion time',
      'Email',
      'Name',
      ...statements.map(({ text }) => text),
      'How closely do we work together?',
    ]
    const rows = people.map(({ marks, level }, n) => [
      ...[String(n + 1), `2026-11-${10 + (n % 20)} 10:00:00`, `person${n}@hill.example`, `Person ${n}`],
      ...marks.map((mark) => (mark && n % 2 ? `${mark}: ${questionnaire.scale[mark as 'A']}` : mark)),
      level,
    ])
    const content = await WAYS[name]!([header, ...rows])
    const { text, printed } = await bring(small, name, content, '--as', 'health')
    const { rounds } = readYaml('', text, Partnership)
    expect(rounds).toHaveLength(1)
    const marked = rounds[0]!.marks.map(({ ratings, level }) =>
      JSON.stringify([statements.map(({ id }) => ratings[id] ?? ''), level ?? '']),
    )
    const wanted = people.filter(({ marks, level }) => level || marks.some(Boolean))
    expect(marked.sort()).toEqual(wanted.map(({ marks, level }) => JSON.stringify([marks, level])).sort())
    expect(text + printed).not.toMatch(/person|Person \d/)
    const again = await bring(text, name, await WAYS[name]!([header, ...rows.toReversed()]), '--as', 'health')
    expect([again.code, again.text]).toEqual([0, text])
  },
)

/**
 * An apostrophe before what a spreadsheet would run is taken for that of whoever exported it, so nobody begins with one here. A stroke alone
 * leaves a question blank.
 */
const cell = words.filter(
  (text) =>
    text.trim() !== '' &&
    !isStroke(text) &&
    !/^\s*'+[=+\-@]/.test(text) &&
    !/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029\ufeff]|\p{Surrogate}/u.test(text),
)

test('whatever people write, it is the answer, to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(cell, { minLength: 1, maxLength: 5, selector: (text) => text.trim() }),
      fc.constantFrom(...Object.keys(WAYS)),
      async (said, name) => {
        const content = await WAYS[name]!([
          ['Timestamp', '[5.1] How?'],
          ...said.map((each) => ['2026-11-24 10:00', each]),
        ])
        const { text } = await bring(small, name, content, '--as', 'health')
        const { answers } = readYaml('', text, Partnership)
        const kept = answers.flatMap(({ perspectives, proposals }) => [
          ...perspectives.flatMap(({ partner, said }) => (partner === 'health' && said ? said : [])),
          ...proposals.map(({ text }) => text),
        ])
        const tidied = (each: string) =>
          each
            .replace(/\r\n?/g, '\n')
            .trim()
            .replace(/[^\S\n]+$/gm, '')
        const differing = said.filter(
          (each, n) => said.findIndex((other) => stampOf(other) === stampOf(each)) === n,
        )
        expect(kept.map(tidied)).toEqual(differing.map(tidied))
      },
    ),
    { numRuns: runs(300) },
  )
})
