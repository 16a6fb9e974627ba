import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { check } from '../src/core/checks/checks.ts'
import { COLUMNS, Partnership } from '../src/core/file/partnership.ts'
import { TABLES } from '../src/core/file/tables.ts'
import { innerOf, type Path, type PlacedColumn } from '../src/core/file/walk.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { ALLOWED } from '../src/core/values/column.ts'
import { forPartners } from '../src/core/view/privacy.ts'
import { viewOf } from '../src/core/view/view.ts'
import { EXAMPLES, library } from './memory-world.ts'

// What a column says of itself holds for every column there is, so also for one that is added to the schema.
const { parts, questionnaires } = library
const known = (partnership: Partnership) => ({ partnership, parts, questionnaires, today: '2026-11-16' })

/** Stands for a partner, and for a questionnaire. */
const NAME = 'six-requirements'

/** The least that a schema takes. */
function least(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, each]) =>
        each.safeParse(undefined).success ? [] : [[name, least(innerOf(schema, name)!)]],
      ),
    )
  if (schema instanceof z.ZodArray) return [least(innerOf(schema, 0)!)]
  if (schema instanceof z.ZodRecord) return {}
  if (schema instanceof z.ZodEnum) return schema.options[0]
  return [NAME, '2026-03-02', '1'].find((value) => z.safeParse(schema, value).success) ?? 1
}

/** A file with this text in a column and little else, and where it stands in it. */
function fileWith({ steps, names }: PlacedColumn, text: string): { data: unknown; at: Path } {
  const at: Path = []
  const put = (value: unknown, schema: z.core.$ZodType, [step, ...rest]: PlacedColumn['steps']): unknown => {
    if (step === undefined) return text
    const inner = innerOf(schema, step)!
    const key = schema instanceof z.ZodRecord ? (names ? text : 'some') : step
    at.push(key)
    if (schema instanceof z.ZodRecord) return { [key]: names ? 'A' : text }
    if (schema instanceof z.ZodArray) return [put(least(inner), inner, rest)]
    return {
      ...(value as object),
      [key]: put(Reflect.get(value as object, key) ?? least(inner), inner, rest),
    }
  }
  const partners = [{ id: NAME, name: 'Law', sector: 'legal' }]
  return { data: put({ ...(least(Partnership) as object), partners }, Partnership, steps), at }
}

const called = ({ steps }: PlacedColumn) => steps.filter((step) => step !== 0).join(' ')
const findings = (data: unknown) => {
  const partnership = Partnership.parse(data)
  return check(known(partnership), viewOf(known(partnership)), library.sections)
}

test.each(
  // The reason why words may stand covers itself.
  COLUMNS.filter(({ free, name }) => free && name !== ALLOWED).map(
    (column) => [called(column), column] as const,
  ),
)('a client named in %s is found', (_, column) => {
  const { data, at } = fileWith(column, 'It was client Jane Doe who asked')
  const found = findings(data).filter(({ message }) => message.includes(' looks like a name: '))
  expect(found.map((finding) => finding.at)).toEqual([at])
})

test('words of people have no other place', () => {
  const others = COLUMNS.filter((column) => {
    const { data } = fileWith(column, 'Words of people')
    return !column.free && !column.names && Partnership.safeParse(data).success
  })
  expect(others.map(called)).toEqual([
    ...['partners registration', 'partners people email', 'partners people phone'],
    'conflicts at',
  ])
})

test.each([
  ['one of the partners, by name', 'Ms Ana Ruiz will ask, and Mr Bo Li reads it.', []],
  ['one of the partners, by address', 'Write to ana@law.example.', []],
  ['a client who is called like one of them', 'It was client Ana Ruiz who asked.', ['a name']],
  ['somebody else', 'Mrs Jane Doe, jane@home.example', ['a name', 'an email address']],
  ['a record', 'MRN no. 123 456', ['a number that identifies someone']],
  ['a record of another sort', 'A record number of people came.', []],
])('what looks like a client in a decision: %s', (_, decision, found) => {
  const people = [
    { role: 'liaison', name: 'Ana Ruiz, LLB', email: 'ana@law.example' },
    { role: 'deputy', name: 'Bo Li' },
  ]
  const file = {
    ...(least(Partnership) as object),
    partners: [{ id: 'legal', name: 'Law', sector: 'legal', people }],
    meetings: [{ on: '2026-03-02', decisions: [decision] }],
  }
  const looks = findings(file).flatMap(({ message }) => / looks like (.*?): /.exec(message)?.[1] ?? [])
  expect(looks).toEqual(found)
})

test.each(
  COLUMNS.filter(({ names }) => names && !['person', 'term'].includes(names)).map(
    (column) => [called(column), column] as const,
  ),
)('a name in %s that stands for nothing is found', (_, column) => {
  const { data, at } = fileWith(column, 'nothing-9')
  const strangers = Partnership.safeParse(data).error?.issues.map(({ path }) => path)
  expect(strangers ?? findings(data).map((finding) => finding.at)).toContainEqual(at)
})

/** What is found in a column, where this stands in it. */
const foundIn = (column: PlacedColumn, text: string) => {
  const { data, at } = fileWith(column, text)
  return findings(data).flatMap((finding) => (finding.at.join() === at.join() ? finding.code : []))
}

test.each(
  COLUMNS.filter(({ names }) => names === 'person').map((column) => [called(column), column] as const),
)('a slip in the name of somebody in %s is found', (_, column) => {
  const find = (name: string) => {
    const { data } = fileWith(column, name)
    const people = [{ role: 'liaison', name: 'Maree Dunstan' }]
    const partners = [{ id: NAME, name: 'Law', sector: 'legal', people }]
    return findings({ ...(data as object), partners }).filter(({ code }) => code === 'misspelt-person').length
  }
  expect([find('Maree Dunstan, RN'), find('Mare Dunstan'), find('Joe Bligh')]).toEqual([0, 1, 0])
})

test('people are named in these columns', () =>
  expect(COLUMNS.filter(({ names }) => names === 'person').map(called)).toEqual([
    ...['keeper', 'answers agreed also by', 'answers notes by', 'actions person', 'stakeholders contact'],
    ...['meetings chair', 'meetings notes', 'meetings present', 'meetings apologies'],
  ]))

const DAYS = COLUMNS.filter(
  (column) =>
    Partnership.safeParse(fileWith(column, '2026-03-02').data).success &&
    !Partnership.safeParse(fileWith(column, 'on a Monday').data).success,
)
test.each(DAYS.filter(({ past }) => past).map((column) => [called(column), column] as const))(
  '%s is not still to come',
  (_, column) => {
    const days = ['2026-11-15', '2026-11-16', '2026-11-17']
    expect(days.map((day) => foundIn(column, day).includes('still-to-come'))).toEqual([false, false, true])
  },
)

test('days that may be still to come are no others', () =>
  expect(DAYS.filter(({ past }) => !past).map(called)).toEqual([
    'partners joined',
    'partners left',
    ...[
      'answers agreed review',
      'answers proposals review',
      'agreements from',
      'agreements until',
      'agreements renew-by',
      'actions due',
      'milestones start',
      'milestones end',
    ],
    ...['funding from', 'funding until', 'meetings on'],
  ]))

test.each(COLUMNS.filter(({ once }) => once).map((column) => [called(column), column] as const))(
  'the same %s does not stand twice in one list',
  (_, column) => {
    const { data } = fileWith(column, column.name === 'on' ? '2026-03-02' : NAME)
    const list = column.steps.slice(0, -2)
    const doubled = JSON.parse(JSON.stringify(data)) as Record<string, unknown>
    const rows = list.reduce<unknown>((value, step) => Reflect.get(value as object, step), doubled)
    ;(rows as unknown[]).push((rows as unknown[])[0])
    expect(Partnership.safeParse(data).success).toBe(true)
    const issues = Partnership.safeParse(doubled).error?.issues ?? []
    expect(issues.map(({ path }) => path)).toContainEqual([...list, 1, column.name])
  },
)

test.each(COLUMNS.filter(({ candid }) => candid).map((column) => [called(column), column] as const))(
  'documents for partners never see %s',
  (_, column) => {
    const { data } = fileWith(column, column.free ? 'Zyxwvut' : 'high')
    const row = column.steps[0]!
    const view = forPartners(viewOf(known(Partnership.parse(data))))
    const seen = JSON.stringify({ [row]: Reflect.get(view, row), prompts: view.prompts })
    expect(seen).not.toContain(column.free ? 'Zyxwvut' : 'high')
  },
)

test.each(EXAMPLES)('%s names nothing that is not there', (name) => {
  const path = `examples/${name}/partnership.yaml`
  const partnership = readYaml(path, readFileSync(path, 'utf8'), Partnership)
  const found = check(known(partnership), viewOf(known(partnership)), library.sections)
  expect(found.filter(({ level, message }) => level === 'error' || message.includes('a name'))).toEqual([])
})

test('the answers of a partner that has left keep no file from opening', () => {
  const column = COLUMNS.find((each) => called(each) === 'rounds marks partner')!
  const { data } = fileWith(column, 'gone')
  expect(findings(data).map(({ message }) => message)).toContain('there is no partner *gone*.')
})

test('the ids that hjp makes tell which table they are of', () => {
  const marks = Object.values(TABLES).map(({ mark }) => mark)
  expect(new Set(marks).size).toBe(marks.length)
})
