import type * as z from 'zod'
import { columnsOf } from '../values/column.ts'
import { isRecord } from './walk.ts'

/** What a person would call an item of a list: by what may stand in one row only, else by what tells it apart, else its title. */
export function nameOfItem(schema: z.core.$ZodType, item: unknown): string {
  if (!isRecord(item)) return String(item)
  const columns = Object.entries(columnsOf(schema))
  const said = (fact: 'once' | 'tells' | 'title') =>
    columns.flatMap(([name, facts]) => (facts[fact] && item[name] ? [String(item[name])] : []))
  return said('once')[0] ?? (said('tells').join('/') || said('title').join(' '))
}
