import { isDeepStrictEqual } from 'node:util'
import type { Value } from './layout.ts'
import type { Path } from './walk.ts'
import { isRecord } from './walk.ts'

/** What an edit means for the data, before a letter of the text is touched. */

/** A key, a place in a list, or the item of a list that has these values. */
export type EditStep = string | number | { [key: string]: string }

/**
 * Says `value` at a place; whatever leads there and is missing is made. Writing keys over keys leaves the others be.
 * An item that is not in its list yet goes to its end or `before` another, under a comment; `apart` puts a blank line before a second
 * one. `shorter` takes the last
 * items from a list that has more than so many; the brackets stay of one that is left with none. `out` takes away the item or
 * the key itself, with all that is in it.
 */
export type Edit = { at: EditStep[]; before?: number; comment?: string[]; apart?: boolean } & (
  | { value: Value; shorter?: never; out?: never }
  | { value?: never; shorter: number; out?: never }
  | { value?: never; shorter?: never; out: true }
)

/** Edits that put these items, and no others, into a list. What stands beside an item stays in its place. */
export const listEdits = (at: EditStep[], items: Value[]): Edit[] => [
  ...items.map((value, n) => ({ at: [...at, n], value })),
  { at, shorter: items.length },
]

/** One thing to write over what is at a path, to add there as a key or an item, or to take away: with all after it, or alone. */
export type DataChange = {
  kind: 'write' | 'key' | 'item' | 'gone' | 'out'
  path: Path
  value: Value
  comment: string[]
  apart?: boolean
}

export const sayStep = (step: EditStep): string =>
  typeof step === 'object' ? Object.values(step).join(' ') : String(step)

/** The changes an edit comes to; none where the data says so already. */
export function changesOf(data: unknown, edit: Edit, refuse: () => never): DataChange[] {
  const { value = null, before, comment = [], apart = false, shorter, out } = edit

  function walk(there: unknown, path: Path, at: EditStep[]): DataChange[] {
    const [step, ...rest] = at
    if (step === undefined && shorter !== undefined) {
      if (!Array.isArray(there)) return refuse()
      const surplus = there.slice(shorter).map((_, n) => [...path, shorter + n])
      return surplus.reverse().map((each) => ({ kind: 'gone', path: each, value, comment }))
    }
    if (step === undefined && out) return [{ kind: 'out', path, value, comment }]
    if (step === undefined) return settle(there, path, value)
    if (out && !isThere(there, step)) return []
    if (there === null) return [{ kind: 'write', path, value: grown(at), comment }]
    if (typeof step === 'string') {
      if (!isRecord(there)) return refuse()
      if (Object.hasOwn(there, step)) return walk(there[step], [...path, step], rest)
      return [{ kind: 'key', path: [...path, step], value: grown(rest), comment }]
    }
    if (!Array.isArray(there)) return refuse()
    const found = typeof step === 'number' ? step : there.findIndex((item) => isItem(item, step))
    if (found >= 0 && found < there.length) return walk(there[found], [...path, found], rest)
    const place = [...path, before ?? there.length]
    return [{ kind: 'item', path: place, value: grownItem(step, rest), comment, apart }]
  }

  function settle(there: unknown, path: Path, wanted: Value): DataChange[] {
    if (isDeepStrictEqual(there, asRead(wanted))) return []
    const isEmpty = typeof there !== 'object' || there === null || Object.keys(there).length === 0
    if (isEmpty) return [{ kind: 'write', path, value: wanted, comment }]
    if (!isRecord(there) || !isRecord(wanted)) return refuse()
    return Object.entries(wanted).flatMap(([key, each]): DataChange[] =>
      Object.hasOwn(there, key)
        ? settle(there[key], [...path, key], each)
        : [{ kind: 'key', path: [...path, key], value: each, comment }],
    )
  }

  const grown = ([step, ...rest]: EditStep[]): Value => {
    if (step === undefined) return value
    return typeof step === 'string' ? { [step]: grown(rest) } : [grownItem(step, rest)]
  }
  const grownItem = (step: Exclude<EditStep, string>, rest: EditStep[]): Value => {
    const item = grown(rest)
    return typeof step === 'object' && isRecord(item) ? { ...step, ...item } : item
  }

  return walk(data, [], edit.at)
}

/** A value that is not written down yet, with these edits in it. */
export const withEdits = (value: Value, edits: Edit[]): Value =>
  edits.reduce<unknown>(
    (data, edit) => changesOf(data, edit, () => refused(edit)).reduce(dataAfter, data),
    value,
  ) as Value

function refused({ at }: Edit): never {
  throw new Error(`No place for ${at.map(sayStep).join(' → ')}`)
}

/** Whether there is anything at a step that could be taken out. */
const isThere = (inside: unknown, step: EditStep): boolean =>
  typeof step === 'object' || (inside !== null && Object.hasOwn(inside as object, step))

const isItem = (item: unknown, step: { [key: string]: string }): boolean =>
  isRecord(item) && Object.entries(step).every(([key, value]) => item[key] === value)

/** A value as it is read back, where every scalar is text or nothing. */
function asRead(value: Value): unknown {
  if (Array.isArray(value)) return value.map(asRead)
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asRead(each)]))
  return typeof value === 'number' ? String(value) : value
}

/** The data as it must read once a change is made. */
export function dataAfter(data: unknown, { path, ...change }: DataChange): unknown {
  const { kind, value } = change
  const [step, ...rest] = path
  if (step === undefined) return asRead(value)
  if (!Array.isArray(data)) {
    const record = data as Record<string, unknown>
    if (kind === 'out' && rest.length === 0)
      return Object.fromEntries(Object.entries(record).filter(([key]) => key !== step))
    return { ...record, [step]: dataAfter(record[step], { ...change, path: rest }) }
  }
  if ((kind === 'gone' || kind === 'out') && rest.length === 0) return data.toSpliced(step as number, 1)
  const isNew = kind === 'item' && rest.length === 0
  const item = dataAfter(isNew ? null : data[step as number], { ...change, path: rest })
  return data.toSpliced(step as number, isNew ? 0 : 1, item)
}
