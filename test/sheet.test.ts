import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { SHEETS } from '../src/core/record/sheet.ts'
import { readTable } from '../src/intake/table/table.ts'
import { words } from './arbitrary.ts'
import { EXAMPLES, exampleFile, library, riverbend, runner, small } from './memory-world.ts'
import { runs } from './programs.ts'
import { edited } from './zipped.ts'

// The rows of the file go out as spreadsheets, and what was changed in them comes back.

const { hjp, written } = runner({ library, today: '2026-11-16' })
const FORMATS = ['csv', 'xlsx']

const table = `${small}stakeholders:
  - { id: s1, name: Tallow Creek, power: high, interest: Their own say, kind: service }
  - { id: s2, name: The council }
actions:
  - { id: a1, what: Ring both, owner: legal, due: 2026-12-01 }
  - { id: a2, what: Ring both, owner: health }
contributions:
  - { what: Room, partner: health }
indicators:
  - id: reached
    measure: People advised
    method: count
    readings:
      - { on: 2026-07-14, value: "17", groups: { Creek: "5", Town: "12" } }
`
const bring = (sheet: string, ...args: string[]) =>
  hjp(table, ['import', 'it.csv', '--yes', ...args], { files: { 'it.csv': sheet } })
const rowsIn = (text: string) => readYaml('partnership.yaml', text, Partnership)

test.each(EXAMPLES)(
  'every table of %s goes out and comes in again unchanged',
  { timeout: 60_000 },
  async (name) => {
    const file = exampleFile(name)
    for (const sheet of SHEETS)
      for (const format of FORMATS) {
        const bytes = await written(file, ['export', sheet], format)
        const back = await hjp(file, ['import', `${sheet}.${format}`], {
          files: { [`${sheet}.${format}`]: bytes },
        })
        expect([back.code, back.text], back.printed).toEqual([0, file])
        expect(back.out()).toContain('nothing new')
      }
  },
)

test('whatever words a row has, it goes out and comes in again unchanged, and a copy elsewhere says the same', {
  timeout: 60_000,
}, async () => {
  const said = words.filter(
    (text) =>
      text.trim() !== '' &&
      !/\p{Surrogate}|[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029\ufeff]/u.test(text),
  )
  const trimmed = (row: object) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, String(value).trim()]],
      ),
    )
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(said, said, said),
      fc.constantFrom(...FORMATS),
      async ([first, kind, next], format) => {
        const file = `${small}stakeholders: ${JSON.stringify([{ id: 's1', name: `x ${first}`, kind, next }])}\n`
        const bytes = await written(file, ['export', 'stakeholders'], format)
        const files = { [`s.${format}`]: bytes }
        expect((await hjp(file, ['import', `s.${format}`], { files })).text).toBe(file)
        const copy = await hjp(small, ['import', `s.${format}`, '--yes', '--allow', 'Invented'], { files })
        const { allowed: _, ...row } = rowsIn(copy.text).stakeholders[0]!
        expect(trimmed(row)).toEqual(trimmed(rowsIn(file).stakeholders[0]!))
      },
    ),
    { numRuns: runs(30) },
  )
})

test('what was changed and added in a spreadsheet is shown, and goes in', async () => {
  const run = await bring('name,power,Next\nTALLOW CREEK,Medium,Call her\nA new one,low,\n')
  expect(run.out()).toBe(`it.csv: 2 rows of stakeholders, 1 new, 1 changed

TALLOW CREEK
     power: high → medium
     next: Call her

New: A new one
     power: low
`)
  expect(run.said()).toContain('1 row of the file is not in it, and stays.')
  expect(
    rowsIn(run.text).stakeholders.map(({ name, power, next, interest }) => [name, power, next, interest]),
  ).toEqual([
    ['Tallow Creek', 'medium', 'Call her', 'Their own say'],
    ['The council', undefined, undefined, undefined],
    ['A new one', 'low', undefined, undefined],
  ])
})

test.each<[what: string, sheet: string, args: string[], wanted: (file: Partnership) => unknown, is: unknown]>(
  [
    [
      'days as the country writes them, partners by their names and prompts by their numbers',
      'what;owner;due;about\nBook it;Hill Health;1/2/2027;5.1\n',
      [],
      ({ actions }) => actions[2],
      { what: 'Book it', owner: 'health', due: '2027-02-01', about: 'what-we-do/referral-pathways' },
    ],
    [
      'the column’s question for its name',
      '"Which person or service?",Do they have lived experience of what this work is about?\nThe panel,YES\n',
      [],
      ({ stakeholders }) => stakeholders[2],
      { name: 'The panel', 'lived-experience': 'yes' },
    ],
    [
      'a row by its id, whatever it is called now',
      'id,name\ns2,Hill Council\n',
      [],
      ({ stakeholders }) => stakeholders[1]!.name,
      'Hill Council',
    ],
    [
      'what another partner brings under the same words',
      'what,partner\nRoom,legal\n',
      [],
      ({ contributions }) => contributions.map(({ partner }) => partner),
      ['health', 'legal'],
    ],
    [
      'a reading corrected, and one more',
      'indicator,on,value,groups\npeople advised,2026-07-14,18,"Creek=6\nTown=12"\nreached,1/8/2026,20,\n',
      [],
      ({ indicators }) => indicators[0]!.readings.map(({ on, value, groups }) => [on, value, groups]),
      [
        ['2026-07-14', '18', { Creek: '6', Town: '12' }],
        ['2026-08-01', '20', undefined],
      ],
    ],
    [
      'rows that several tables could have, by the file’s name or as it is told',
      'what\nOpen the door\n',
      ['--table', 'milestone'],
      ({ milestones }) => milestones.length,
      1,
    ],
  ],
)('takes %s', async (_, sheet, args, wanted, is) => {
  const run = await bring(sheet, ...args)
  expect(run.code, run.said()).toBe(0)
  expect(wanted(rowsIn(run.text))).toEqual(
    typeof is === 'object' && !Array.isArray(is) ? expect.objectContaining(is!) : is,
  )
})

test.each<[what: string, sheet: string, wanted: string]>([
  [
    'a blank cell',
    'id,name,power\ns1,Tallow Creek,\n',
    '1 cell in it is blank where the file is not. What the file says stays',
  ],
  ['a column of another’s', 'name,power,Mood\nNew,low,good\n', 'there is no column "Mood" in stakeholders'],
  ['a column twice', 'name,power,Power\nNew,low,low\n', 'the column *power* appears twice'],
  [
    'a day that is none',
    'what,owner,due\nNew,legal,31/2/2027\n',
    'New: *due* "31/2/2027" expects a day that exists',
  ],
  ['a word that a column does not know', 'name,power\nNew,big\n', 'New: *power*: This is "big"'],
  ['a row without its title', 'id,name\ns9,\n', '*name* is missing'],
  [
    'words that several rows have',
    'what,owner,due\nring both,legal,2026-12-02\n',
    'several rows of the file: a1, a2',
  ],
  ['a row twice', 'id,name\ns1,One\ns1,Two\n', 'another row of the sheet has named'],
  [
    'an indicator that there is not',
    'indicator,on,value\nLuck,2026-07-14,3\n',
    'There is no indicator *Luck*',
  ],
  ['headings of no table', 'one,two\n1,2\n', 'do not say which rows it has'],
  ['a word of a client', 'name,kind\nNew,Our client Jane Doe rang\n', 'Jane Doe'],
])('changes nothing of the file for %s, and says why', async (_, sheet, wanted) => {
  const run = await bring(sheet)
  expect(run.text).toBe(table)
  expect(run.printed).toContain(wanted)
})

test('nothing is written unless somebody says so', async () => {
  const files = { 'it.csv': 'name,power\nNew,low\n' }
  expect((await hjp(table, ['import', 'it.csv'], { files })).said()).toContain('--yes')
  for (const [reply, is] of [
    ['none', table],
    ['all', expect.stringContaining('name: New')],
  ])
    expect((await hjp(table, ['import', 'it.csv'], { files, replies: [String(reply)] })).text).toEqual(is)
})

test('what is thought of people is exported for the keeper alone, and that is said', async () => {
  const header = async (...args: string[]) => {
    const run = await hjp(table, ['export', 'stakeholders', '-o', 's.csv', ...args])
    return { ...run, header: (await readTable('s.csv', run.bytes('s.csv')!)).header }
  }
  const own = await header()
  expect(own.header).toContain('interest')
  expect(own.said()).toContain(
    'It is for you alone, since it says what you think of people: interest, influence',
  )
  const theirs = await header('--for', 'partners')
  expect(theirs.header).toEqual(['id', 'name', 'kind', 'lived-experience', 'role', 'contact'])
  expect(theirs.said()).not.toContain('alone')
  const about = riverbend.replace(
    '\nactions:\n',
    '\nactions:\n  - { id: zz, what: Quietly ask, about: finding-a-partner/relationships }\n',
  )
  const actions = async (...args: string[]) =>
    (await hjp(about, ['export', 'actions', '-o', '-', '--format', 'csv', ...args])).out()
  expect(await actions()).toContain('Quietly ask')
  expect(await actions('--for', 'partners')).not.toContain('Quietly ask')
  expect((await hjp(table, ['export', 'readings', '--for', 'partners'])).said()).toContain('hjp report')
  const onScreen = await hjp(table, ['export', 'actions', '-o', '-'], { replies: [] })
  expect([onScreen.code, onScreen.out()]).toEqual([2, ''])
})

test('a spreadsheet is laid out as the country opens it, and runs nothing', async () => {
  const file = table
    .replace('name: The council', 'name: =1+1')
    .replace('name: Hillside', 'name: Hillside\nlocale: de-DE')
  expect((await hjp(file, ['export', 'stakeholders', '-o', '-', '--format', 'csv'])).out()).toContain(
    '\ufeff"id";"name"',
  )
  expect((await hjp(file, ['export', 'stakeholders', '-o', '-', '--format', 'csv'])).out()).toContain(
    `"s2";"'=1+1"`,
  )
  const first = await hjp(table, ['export', 'stakeholders'])
  const files = { 'documents/stakeholders.xlsx': first.bytes('documents/stakeholders.xlsx')! }
  const changed = table.replace('The council', 'The shire')
  expect((await hjp(table, ['export', 'stakeholders'], { files })).said()).toContain('identical')
  expect((await hjp(changed, ['export', 'stakeholders'], { files })).said()).toContain('changed')
  const foreign = {
    'documents/stakeholders.xlsx': edited(files['documents/stakeholders.xlsx'], {
      'xl/sharedStrings.xml': (xml) => xml.replace('Tallow', 'Salt'),
    }),
  }
  expect((await hjp(changed, ['export', 'stakeholders'], { files: foreign })).said()).toContain('left alone')
})

test.each(['ods', 'fods', 'xls'])('.%s says how to save it where no LibreOffice is', async (ending) => {
  const file = `stakeholders.${ending}`
  const { code, said, text } = await hjp(table, ['import', file, '--yes'], { files: { [file]: 'any' } })
  expect([code, text]).toEqual([2, table])
  expect(said()).toBe(
    `To read *${file}*, hjp needs LibreOffice, and it is not here. Open the file in Excel or in Google Sheets, save it as an Excel workbook (.xlsx), and import that.`,
  )
})
