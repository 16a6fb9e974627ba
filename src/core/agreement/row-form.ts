import { RESOURCES, TABLES } from '../file/tables.ts'
import { type ColumnFacts, columnsOf } from '../values/column.ts'
import type { View } from '../view/view.ts'
import { CODE_LENGTH, codeDerived } from './copy.ts'
import { sheetFor, type WorksheetRow } from './worksheet.ts'

/** A table as a form that a partner fills in and corrects, a place a cell. */

/** The tables that partners can fill in. */
const ROW_FORMS = ['contributions', 'stakeholders'] as const
export type RowForm = (typeof ROW_FORMS)[number]

/** Stands above the numbers of the rows. */
export const ROW_NUMBER = 'No.'

/** The prompt that each is nearest to, under which remarks on it are kept. */
export const ABOUT_ROWS: Record<RowForm, string> = {
  contributions: 'what-we-can-achieve/what-each-brings',
  stakeholders: 'finding-a-partner/relationships',
}

export const rowFormNamed = (name: string): RowForm | undefined => ROW_FORMS.find((each) => each === name)

/** What partners are asked for in a row: not what is thought of somebody, nor what hjp knows by itself. */
export const askedColumns = (table: RowForm): [name: string, facts: ColumnFacts][] =>
  Object.entries(columnsOf(TABLES[table].row)).filter(
    ([, { candid, later, names }]) =>
      !candid && !later && names !== 'action' && names !== 'partner-or-together',
  )

/** The form whose table stands in a text, or most of it, where all else of the form is lost: by its header, a question a line or a column, each with the number of its cell or without. */
export function rowFormHeading(text: string): RowForm | undefined {
  const cells = new Set(
    text.split(/[\t\n]/).map((each) => each.replace(/^[>*\s]*(?:\d+\.\d+\s)?/, '').trim()),
  )
  return ROW_FORMS.find((table) => {
    const columns = askedColumns(table)
    return columns.filter(([, { ask }]) => cells.has(ask)).length >= columns.length - 1
  })
}

/** A row as forms know it again: by its id, or else by what it is called and whose it is. */
export type KeyedRow = { id?: string | undefined; title: string; partner?: string | undefined }

/** The keys of rows, in their order. Of those that nothing tells apart, all but the first are counted. */
export function rowKeys(table: RowForm, rows: KeyedRow[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ id, title, partner }) => {
    const key = `${table}/${id ?? codeDerived(`${title}/${partner ?? ''}`)}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return nth > 1 ? `${key}-${nth}` : key
  })
}

/** Empty rows at the end of a form, where there are rows and where there are none; and how many new ones may come back. */
const EMPTY = { some: 3, none: 6 }
export const MOST_NEW = 40
const newRow = (table: RowForm, nth: number): string => `${table}/new/${nth}`
export const isNewRow = (key: string): boolean => key.split('/')[1] === 'new'

/** Minutes that a cell takes. */
const MINUTES = 0.5

/** A row on a form: its key, its number there, and its cells in the order of the columns. */
export type FormedRow = { key: string; number: number; cells: string[] }

const cellOf = (value: unknown): string => (value === undefined ? '' : String(value).trim())

/** The rows that a partner is asked about: of what partners bring, its own and what they bring together. */
function rowsOf(view: View, partner: string, table: RowForm): (Record<string, unknown> & KeyedRow)[] {
  if (table === 'stakeholders')
    return view.stakeholders.map((row) => ({ ...row, title: row.name, partner: undefined }))
  return view.contributions
    .filter(({ by }) => by === partner || by === 'together')
    .map((row) => ({ ...row, title: row.what, partner: row.by }))
}

/** A table as it is sent to a partner, and the code of it, which tells its rows in their order, and then all that is in them. */
export function formedRows(view: View, partner: string, table: RowForm): { rows: FormedRow[]; code: string } {
  const all = rowsOf(view, partner, table)
  const keys = rowKeys(table, all)
  const columns = askedColumns(table)
  const rows = all.map((row, n) => ({
    key: keys[n]!,
    number: n + 1,
    cells: columns.map(([name]) => cellOf(row[name])),
  }))
  return { rows, code: orderOf(rows) + codeDerived(JSON.stringify(rows.map(({ cells }) => cells))) }
}

const orderOf = (rows: FormedRow[]): string => codeDerived(rows.map(({ key }) => key).join('\n'))

/**
 * The rows as they were numbered when a form with this code was made: the first of those that are here now, since new ones come last.
 * Nothing where some were taken out or called otherwise since then.
 */
export function rowsAtCode(
  view: View,
  partner: string,
  table: RowForm,
  code: string,
): FormedRow[] | undefined {
  const { rows } = formedRows(view, partner, table)
  for (let many = rows.length; many >= 0; many--) {
    const first = rows.slice(0, many)
    if (orderOf(first) === code.slice(0, CODE_LENGTH)) return first
  }
  return undefined
}

/** Whether each row is called in a text as it would be there today, by its number and its name: then numbers in it are those of today. */
export const areCalledIn = (text: string, rows: FormedRow[]): boolean => {
  const bare = (line: string) => line.replace(/[>*\s]+/g, ' ').trim()
  const lines = new Set(text.split('\n').map(bare))
  return rows.every(({ number, cells: [name = ''] }) => lines.has(bare(`${number} ${name}`)))
}

/** So many empty rows after some others. */
export const emptyRows = (table: RowForm, after: number, many: number): FormedRow[] =>
  Array.from({ length: many }, (_, n) => ({
    key: newRow(table, n + 1),
    number: after + n + 1,
    cells: askedColumns(table).map(() => ''),
  }))

/** The places of rows, a cell each. */
export const rowPlaces = (table: RowForm, rows: FormedRow[]): WorksheetRow[] =>
  rows.flatMap(({ key, number, cells }) =>
    askedColumns(table).map(([name, { ask }], n): WorksheetRow => {
      const said = cells[n]!
      return {
        ...{
          row: key,
          prompt: `${key}/${name}`,
          number: `${number}.${n + 1}`,
          topic: ask,
          ask: '',
          said,
          rest: said,
        },
        ...{ why: undefined, follows: undefined, beside: [], others: [], choices: [], which: '' },
      }
    }),
  )

/** A table as a form for a partner; what the others bring stands beside it only where that is wished. */
export function rowForm(view: View, partner: string, table: RowForm, withOthers: boolean, sent = '') {
  const now = formedRows(view, partner, table)
  const rows = rowsAtCode(view, partner, table, sent) ?? now.rows
  const code = sent || now.code
  const empty = emptyRows(table, rows.length, rows.length > 0 ? EMPTY.some : EMPTY.none)
  const places = rowPlaces(table, [...rows, ...empty])
  const others = view.contributions.filter(({ by }) => by !== partner && by !== 'together')
  return {
    ...sheetFor(view, { asks: table, partner, code }, [{ title: '', places }], MINUTES),
    landscape: true as const,
    table: {
      ...{ isMatrix: table === 'contributions', isEmpty: rows.length === 0 },
      kinds: RESOURCES.join(', '),
    },
    brought: withOthers && table === 'contributions' ? others : [],
  }
}
