import type { Value } from './layout.ts'

/** A row of a table of the file, as it is written down. */
export type Row = { [key: string]: Value }

/** Without what is not there. */
export const withoutBlanks = (row: object): Row =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
