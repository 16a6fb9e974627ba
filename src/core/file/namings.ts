import type { NamedThing } from '../values/column.ts'
import { COLUMNS } from './partnership.ts'
import type { FileTable } from './tables.ts'
import { type Path, textsIn } from './walk.ts'

/** Which table has the rows that a column names. */
const NAMED: { [thing in NamedThing]?: FileTable } = {
  meeting: 'meetings',
  action: 'actions',
  outcome: 'outcomes',
  lead: 'outcomes',
  funding: 'funding',
}

/** Where the row of a table is named that goes by this name: its id, or the source of its money. */
export const placesNaming = (data: unknown, table: FileTable, name: string): Path[] =>
  COLUMNS.filter(({ names }) => names && NAMED[names] === table).flatMap((column) =>
    textsIn(data, column).flatMap(({ at, text }) => (text === name ? [at] : [])),
  )
