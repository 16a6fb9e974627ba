import { isDeepStrictEqual } from 'node:util'
import { HjpError, inShell } from '../../errors.ts'
import { type Edit, listEdits } from '../file/edits.ts'
import type { Partnership } from '../file/partnership.ts'
import { type Row, withoutBlanks } from '../file/row.ts'
import { FILE_TABLES, type Indicator } from '../file/tables.ts'
import type { Part } from '../prompts/prompts.ts'
import { firstFound, theOne } from '../values/find-one.ts'
import { refuseUnfit } from './add-row.ts'
import type { Write } from './enter.ts'
import { settledConflicts } from './settle.ts'
import { fieldsOf, readChange, type TableName, type TypedFields } from './typed-row.ts'

/** A row of the file, where it stands, and what it is called. */
export type PlacedRow = {
  sheet: TableName
  at: [string, number, ...(string | number)[]]
  row: Row
  id: string
  words: string
}

/** What a person would call this row. */
export function rowInWords(sheet: TableName, row: Row): string {
  const title = Object.entries(fieldsOf(sheet)).find(([, column]) => column.title)?.[0]
  return String(row[title ?? ''] ?? Object.values(row)[0])
}

/** What a command calls a row: by its id, or by its first words. */
export function nameInCommand({ sheet, id, words }: Pick<PlacedRow, 'sheet' | 'id' | 'words'>): string {
  if (id) return sheet === 'partners' ? `partner ${id}` : inShell(id)
  const [first = ''] = /^[^*\n]{1,50}(?!\w)/.exec(words) ?? []
  return inShell(first.trim())
}

/** The command that changes a field of a row, or asks which. */
export const changeCommand = (row: Parameters<typeof nameInCommand>[0], column?: string): string =>
  `*hjp change ${nameInCommand(row)}${column ? ` ${column}=…` : ''}*`

/** The rows of all tables, and the people of the partners. */
export const placedRows = (partnership: Partnership): PlacedRow[] => [
  ...FILE_TABLES.flatMap((sheet) =>
    partnership[sheet].map((each, n): PlacedRow => {
      const row = withoutBlanks(each)
      const id = sheet === 'meetings' ? row['on'] : row['id']
      return { sheet, at: [sheet, n], row, id: String(id ?? ''), words: rowInWords(sheet, row) }
    }),
  ),
  ...partnership.partners.flatMap(({ id: partner, people }, n) =>
    people.map((person, m): PlacedRow => {
      const row = { partner, ...withoutBlanks(person) }
      const id = `${partner}/${person.role}`
      return { sheet: 'people', at: ['partners', n, 'people', m], row, id, words: person.name ?? id }
    }),
  ),
  ...partnership.partners.map(({ people: _, ...partner }, n): PlacedRow => {
    const row = withoutBlanks(partner)
    return { sheet: 'partners', at: ['partners', n], row, id: partner.id, words: partner.name }
  }),
]

/** What an indicator is called in a row of its own: by what it measures, or by its id where another measures the same. */
export const indicatorCalled = (indicators: Indicator[], { id, measure }: Indicator): string =>
  id !== undefined && indicators.filter((each) => each.measure === measure).length > 1 ? id : measure

/** The readings of all indicators, each of which goes by its indicator and its day. */
export const readingRows = ({ indicators }: Partnership): PlacedRow[] =>
  indicators.flatMap((indicator, n) =>
    indicator.readings.map((reading, m): PlacedRow => {
      const words = indicatorCalled(indicators, indicator)
      const id = `${indicator.id ?? words}/${reading.on}`
      const row = { indicator: words, ...withoutBlanks(reading) }
      return { sheet: 'readings', at: ['indicators', n, 'readings', m], row, id, words }
    }),
  )

/** What a name is looked for in. */
type Called = Pick<PlacedRow, 'row' | 'id' | 'words'>

/** Those that have this id, are these words, have an id that starts so or these words in it. */
export function allCalled<R extends Called>(all: R[], called: string): R[] {
  const name = called.trim()
  if (name === '') return []
  return firstFound([
    all.filter(({ id, row }) => id === name || row['id'] === name),
    all.filter(({ words }) => words === name),
    all.filter(({ id }) => id.startsWith(name)),
    all.filter(({ words }) => words.toLowerCase().includes(name.toLowerCase())),
  ])
}

/** The one of `allCalled`; `where` says where each is. Throws HjpError unknownRow or severalRows. */
export function oneCalled<R extends Called>(all: R[], called: string, where: (row: R) => string): R {
  const name = called.trim()
  const listed = (row: R) => `${[row.id, row.words].filter(Boolean).join('  ')}, ${where(row)}`
  return theOne(allCalled(all, name), (found) =>
    found.length > 0
      ? new HjpError('severalRows', name, found.map(listed))
      : new HjpError('unknownRow', name),
  )
}

/** Those of one table, where that is said. */
export const rowsOfTable = (partnership: Partnership, within: TableName | undefined): PlacedRow[] =>
  placedRows(partnership).filter(({ sheet }) => sheet === (within ?? sheet))

/** The one of these rows that goes by this name. Throws as oneCalled does. */
export const rowNamed = (rows: PlacedRow[], called: string): PlacedRow =>
  oneCalled(rows, called, ({ sheet }) => `in ${sheet}`)

/**
 * Other words in some fields of a row. Those of a list take the place of all that were in it. Throws HjpError unknownRow where
 * the row is gone.
 */
export const recordChange =
  (changed: PlacedRow, fields: TypedFields, parts: Part[]): Write =>
  (partnership) => {
    const { sheet, at, row } = foundAgain(partnership, changed)
    const told = readChange(sheet, row, fields, parts)
    if (sheet !== 'people' && sheet !== 'partners' && sheet !== 'readings')
      refuseUnfit(partnership, sheet, { ...row, ...told }, at[1], 'changed in')
    const changes = Object.entries(told).flatMap(([key, value]): Edit[] => {
      const place = [...at, key]
      if (value === null && row[key] === undefined) return []
      const items = Array.isArray(row[key]) ? (value ?? []) : value
      return Array.isArray(items) && row[key] !== undefined ? listEdits(place, items) : [{ at: place, value }]
    })
    const places = Object.keys(told).map((key) => [...at, key])
    return [...changes, ...settledConflicts(partnership, places)]
  }

/** A row as it stands now: the same one, or else the one of its id. */
function foundAgain(partnership: Partnership, { sheet, row, id, words }: PlacedRow): PlacedRow {
  const rows = [...placedRows(partnership), ...readingRows(partnership)]
  const all = rows.filter((each) => each.sheet === sheet)
  const found =
    all.find((each) => isDeepStrictEqual(each.row, row)) ?? all.find((each) => id !== '' && each.id === id)
  if (!found) throw new HjpError('unknownRow', words)
  return found
}
