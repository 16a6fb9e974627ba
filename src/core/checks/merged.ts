import type { Check } from './finding.ts'

/** What two versions of the file said differently when they were merged, and nobody has settled. */
export const unsettledConflicts: Check = ({ partnership }) =>
  partnership.conflicts.map(({ at, other }, n) => ({
    code: 'two-versions',
    at: ['conflicts', n],
    message: `${at}: two versions of this file were merged, and the other said "${other}". Write the right one there, and remove this row from *conflicts:*. For a row of a table, *hjp change* does both.`,
  }))
