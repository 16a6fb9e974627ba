import { Agreed, Answer, Partner, Partnership, Person, Perspective } from './partnership.ts'
import { Reading, TABLES } from './tables.ts'

const ROWS = [
  ...[Partnership, Partner, Person, Answer, Perspective, Agreed, Reading],
  ...Object.values(TABLES).map(({ row }) => row),
]

/** Where a key goes among others: after those that usually stand before it, or at the end where none of our tables has them all. */
export function usualPlace(keys: string[], key: string): number {
  const order = ROWS.map(({ shape }) => Object.keys(shape)).find((row) =>
    [...keys, key].every((each) => row.includes(each)),
  )
  return order ? keys.findLastIndex((each) => order.indexOf(each) < order.indexOf(key)) + 1 : keys.length
}
