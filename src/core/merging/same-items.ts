import type * as z from 'zod'
import { isRecord } from '../file/walk.ts'
import { columnsOf } from '../values/column.ts'

/** How an item of a list is known again in another version of the list. */

/** What an item goes by; nothing where it does not say. */
type Way = (item: unknown) => string | undefined

const saying =
  (names: string[], whole: boolean): Way =>
  (item) => {
    const said = names.map((name) => (isRecord(item) ? (item[name] ?? null) : null))
    return whole || said.some((each) => each !== null) ? JSON.stringify(said) : undefined
  }

/** The surest first: what may stand in one row only, what tells rows apart, and what a row is called. */
function waysOf(schema: z.core.$ZodType): { sure: Way[]; called: Way | undefined } {
  const columns = Object.entries(columnsOf(schema))
  if (columns.length === 0) return { sure: [(item) => JSON.stringify(item)], called: undefined }
  const those = (fact: 'once' | 'tells' | 'title') =>
    columns.flatMap(([name, facts]) => (facts[fact] ? [name] : []))
  const [once, tells, title] = [those('once'), those('tells'), those('title')]
  return {
    sure: [...once.map((name) => saying([name], false)), ...(tells.length > 0 ? [saying(tells, true)] : [])],
    called: title.length > 0 ? saying(title, false) : undefined,
  }
}

/** Whether rows of the same title are different things all the same, since each has an id of its own. */
const areApart = (one: unknown, other: unknown): boolean =>
  isRecord(one) && isRecord(other) && Boolean(one['id'] && other['id']) && one['id'] !== other['id']

/** For each item of a list the place of the same item in another list, or -1. No two share a place. */
export function samePlaces(schema: z.core.$ZodType, items: unknown[], others: unknown[]): number[] {
  const places = items.map(() => -1)
  const free = others.map(() => true)
  const { sure, called } = waysOf(schema)
  for (const way of [...sure, ...(called ? [called] : [])]) {
    const known = new Map<string, number[]>()
    for (const [n, other] of others.entries()) {
      const name = free[n] ? way(other) : undefined
      if (name !== undefined) known.set(name, [...(known.get(name) ?? []), n])
    }
    for (const [n, item] of items.entries()) {
      const name = places[n] === -1 ? way(item) : undefined
      const found = name === undefined ? undefined : known.get(name)
      const at = found?.findIndex((other) => way !== called || !areApart(item, others[other])) ?? -1
      if (!found || at < 0) continue
      const [place] = found.splice(at, 1)
      places[n] = place!
      free[place!] = false
    }
  }
  return places
}

/** Whether two rows are called the same, whatever their ids. */
export function isCalledTheSame(schema: z.core.$ZodType, row: unknown, other: unknown): boolean {
  const { called } = waysOf(schema)
  return called?.(row) === called?.(other)
}
