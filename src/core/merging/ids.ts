import { dataAfter } from '../file/edits.ts'
import { placesNaming } from '../file/namings.ts'
import { FILE_TABLES, type FileTable, TABLES } from '../file/tables.ts'
import { isRecord } from '../file/walk.ts'
import { isCalledTheSame, samePlaces } from './same-items.ts'
import type { Versions } from './three-ways.ts'

/** Rows that both versions added: one id is made to stand for one row, and one row to go by one id. */

/** Theirs, with the ids of its new rows changed where ours needs it, and with them whatever names those rows. */
export function withOwnIds({ base, ours, theirs }: Versions): unknown {
  let data = theirs
  for (const table of FILE_TABLES)
    for (const [from, to] of renamings(table, { base, ours, theirs })) data = renamed(data, table, from, to)
  return data
}

const rowsOf = (data: unknown, table: string): Record<string, unknown>[] => {
  const rows = isRecord(data) ? data[table] : undefined
  return Array.isArray(rows) ? rows.filter(isRecord) : []
}

function renamings(table: FileTable, { base, ours, theirs }: Versions): [from: string, to: string][] {
  const { row: schema } = TABLES[table]
  const [was, here, there] = [base, ours, theirs].map((data) => rowsOf(data, table))
  const [newHere, newThere] = [here!, there!].map((rows) => {
    const old = samePlaces(schema, rows, was!)
    return rows.filter((_, n) => old[n]! < 0)
  })
  const taken = new Set([...here!, ...there!].map(({ id }) => id))
  return samePlaces(schema, newThere!, newHere!).flatMap((place, n): [string, string][] => {
    const [row, other] = [newThere![n]!, newHere![place]]
    if (!other || typeof row['id'] !== 'string' || typeof other['id'] !== 'string') return []
    if (row['id'] !== other['id']) return [[row['id'], other['id']]]
    if (isCalledTheSame(schema, row, other)) return []
    let next = 2
    while (taken.has(`${row['id']}-${next}`)) next += 1
    return [[row['id'], `${row['id']}-${next}`]]
  })
}

function renamed(data: unknown, table: FileTable, from: string, to: string): unknown {
  const own = rowsOf(data, table).flatMap(({ id }, n) => (id === from ? [[table, n, 'id']] : []))
  return [...own, ...placesNaming(data, table, from)].reduce(
    (before, path) => dataAfter(before, { kind: 'write', path, value: to, comment: [] }),
    data,
  )
}
