import { PartnershipRows } from './partnership.ts'
import { rowsWithin } from './walk.ts'

let orders: string[][] | undefined

/** Where a key goes among others: after those that usually stand before it, or at the end where none of our rows has them all. */
export function usualPlace(keys: string[], key: string): number {
  orders ??= rowsWithin(PartnershipRows).map(({ shape }) => Object.keys(shape))
  const order = orders.find((row) => [...keys, key].every((each) => row.includes(each)))
  return order ? keys.findLastIndex((each) => order.indexOf(each) < order.indexOf(key)) + 1 : keys.length
}
