import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import type { Value } from '../file/layout.ts'
import { namesPartner, type Partnership } from '../file/partnership.ts'
import { isRecord } from '../file/walk.ts'
import { type Part, promptNamed } from '../prompts/prompts.ts'
import { ALLOWED, type ColumnFacts } from '../values/column.ts'
import { recordAdded } from './added.ts'
import {
  indicatorCalled,
  type PlacedRow,
  placedRows,
  readingRows,
  recordChange,
  rowInWords,
} from './change-row.ts'
import type { Write } from './enter.ts'
import { indicatorNamed } from './readings.ts'
import {
  CHANGED_TABLES,
  choicesFor,
  fieldsOf,
  isInLines,
  isList,
  isNeeded,
  readRow,
  singular,
  wrongIn,
} from './typed-row.ts'

/** Tables of the file as they are laid out in a spreadsheet, a row a row, and as they come back. */

/** Rows that are made by signing, by answering or by joining do not come from a spreadsheet. */
const OTHERS = ['agreements', 'rounds', 'people', 'partners'] as const
export type SheetName = Exclude<keyof typeof CHANGED_TABLES, (typeof OTHERS)[number]>
const isSheet = (name: string): name is SheetName => !(OTHERS as readonly string[]).includes(name)
export const SHEETS = Object.keys(CHANGED_TABLES).filter(isSheet)

/** The sheet of this name, or of one of its rows. Throws HjpError unknownTable. */
export function sheetNamed(name: string): SheetName {
  const found = SHEETS.find((sheet) => [sheet, singular(sheet)].includes(name))
  if (!found) throw new HjpError('unknownTable', name, nearest(name, SHEETS), SHEETS)
  return found
}

/** What can stand in a cell. */
export const sheetColumns = (sheet: SheetName): [name: string, facts: ColumnFacts][] =>
  Object.entries(fieldsOf(sheet)).filter(([name]) => name !== ALLOWED && isInLines(sheet, name))

export const sheetRows = (partnership: Partnership, sheet: SheetName): PlacedRow[] =>
  (sheet === 'readings' ? readingRows(partnership) : placedRows(partnership)).filter(
    (row) => row.sheet === sheet,
  )

/** A value as a cell has it: of several, each on a line of its own. */
export function cellOf(value: Value | undefined): string {
  if (Array.isArray(value)) return value.map(cellOf).join('\n')
  if (isRecord(value))
    return Object.entries(value)
      .map(([name, each]) => `${name}=${each}`)
      .join('\n')
  return String(value ?? '').trim()
}

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[\s_?-]+/g, ' ')
    .trim()

/** The column that each heading names, by its name or by its question; none where it is no column. */
export function columnsNamed(sheet: SheetName, header: string[]): (string | undefined)[] {
  const columns = sheetColumns(sheet)
  return header.map(
    (heading) => columns.find(([name, { ask }]) => [name, ask].map(plain).includes(plain(heading)))?.[0],
  )
}

/** The sheets that a header could be of: it names all that no row of them is without, or else their ids; the most likely first. */
export function sheetsOf(header: string[]): SheetName[] {
  const known = SHEETS.map((sheet) => ({ sheet, named: columnsNamed(sheet, header).filter(Boolean) }))
  const fits = known.filter(({ sheet, named }) =>
    sheetColumns(sheet).every(([name]) => named.includes(name) || !isNeeded(sheet, name)),
  )
  const most = Math.max(...fits.map(({ named }) => named.length))
  return fits.filter(({ named }) => named.length === most).map(({ sheet }) => sheet)
}

/** What tells a row without an id from the others of its sheet: its title, and the partner that none is without. */
const keysOf = (sheet: SheetName): string[] =>
  sheet === 'readings'
    ? ['indicator', 'on']
    : sheetColumns(sheet).flatMap(([name, facts]) =>
        facts.title || (namesPartner(facts) && isNeeded(sheet, name)) ? name : [],
      )

/** What a cell says, as the file has it: prompts by their ids, an indicator by its words, a choice in its own letters. */
export function settledCell(
  sheet: SheetName,
  column: string,
  cell: string,
  { partnership, parts }: { partnership: Partnership; parts: Part[] },
): string {
  const facts = fieldsOf(sheet)[column]!
  const isSame = (word: string | undefined) => word?.toLowerCase() === cell.toLowerCase()
  if (facts.names === 'prompt')
    return itemsIn(sheet, column, cell)
      .map((name) => promptNamed(parts, name)?.id ?? name)
      .join('\n')
  if (sheet === 'readings' && column === 'indicator')
    return indicatorCalled(partnership.indicators, indicatorNamed(partnership.indicators, cell))
  return choicesFor(sheet, column, partnership).find(isSame) ?? cell
}

/** A row of a sheet that is new, or that says something else than the one of the file. */
export type SheetNews = { called: string; row: PlacedRow | undefined; told: Record<string, string> }
/** What a sheet says: what is new in it, how many rows say what the file says, and how many cells are blank where the file is not. */
type SheetRead = { news: SheetNews[]; same: number; blank: number; complaints: string[] }

/** Holds the rows of a sheet, their cells by column, against those of the file. */
export function readSheet(
  sheet: SheetName,
  rows: Record<string, string>[],
  partnership: Partnership,
  parts: Part[],
): SheetRead {
  const there = sheetRows(partnership, sheet)
  const read: SheetRead = { news: [], same: 0, blank: 0, complaints: [] }
  const seen = new Set<PlacedRow>()
  for (const [n, cells] of rows.entries()) {
    const called = rowInWords(sheet, cells) || `row ${n + 1}`
    const [row, ...others] = rowsMeant(sheet, cells, there)
    // What a row was known by is said already, in whatever letters.
    const known = row && !cells['id'] ? keysOf(sheet) : []
    const told = Object.fromEntries(
      Object.entries(cells).filter(
        ([column, cell]) => cell !== '' && cell !== cellOf(row?.row[column]) && !known.includes(column),
      ),
    )
    const wrong = wrongInRow(sheet, told, row, parts)
    if (others.length > 0) wrong.push(fieldErrors.severalRows([row!, ...others].map(({ id }) => id)))
    if (row && seen.has(row)) wrong.push(fieldErrors.rowTwice)
    if (row) seen.add(row)
    read.complaints.push(...wrong.map((each) => `${called}: ${each}`))
    read.blank += Object.keys(row?.row ?? {}).filter((column) => cells[column] === '').length
    if (Object.keys(told).length > 0) read.news.push({ called, row, told })
    else read.same += 1
  }
  return read
}

/** What is wrong with what is told of a row: a cell that will not do, or one that a new row cannot do without. */
function wrongInRow(
  sheet: SheetName,
  told: Record<string, string>,
  row: PlacedRow | undefined,
  parts: Part[],
): string[] {
  const wrong = Object.entries(told).flatMap(([column, cell]) =>
    itemsIn(sheet, column, cell).flatMap((each) => {
      const complaint = wrongIn(sheet, column, each, parts)
      return complaint ? [`*${column}*: ${complaint}`] : []
    }),
  )
  const missing = row
    ? []
    : sheetColumns(sheet).filter(([column]) => isNeeded(sheet, column) && told[column] === undefined)
  return [...wrong, ...missing.map(([column]) => `*${column}* ${fieldErrors.missing}`)]
}

const itemsIn = (sheet: SheetName, column: string, cell: string): string[] =>
  isList(sheet, column) ? cell.split('\n').filter((each) => each.trim() !== '') : [cell]

/** The rows of the file that a row of a sheet can be: that of its id, or else those of its words. */
function rowsMeant(sheet: SheetName, cells: Record<string, string>, there: PlacedRow[]): PlacedRow[] {
  const byId = there.filter(({ row, id }) => cells['id'] && (row['id'] ?? id) === cells['id'])
  if (cells['id']) return byId
  const isSame = (row: PlacedRow) =>
    keysOf(sheet).every((key) => cellOf(row.row[key]).toLowerCase() === cells[key]?.toLowerCase())
  return there.filter(isSame)
}

/** Writes what is new in a sheet. Throws HjpError badRow where the rest of the file speaks against it. */
export function recordNews(sheet: SheetName, { row, told }: SheetNews, parts: Part[]): Write {
  const given = Object.entries(told).flatMap(([column, cell]) =>
    itemsIn(sheet, column, cell).map((each) => `${column}=${each}`),
  )
  return row ? recordChange(row, { given }, parts) : recordAdded(sheet, readRow(sheet, { given }, parts))
}
