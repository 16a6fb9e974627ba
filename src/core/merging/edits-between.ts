import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { type Edit, type EditStep, listEdits } from '../file/edits.ts'
import type { Value } from '../file/layout.ts'
import { innerOf, isRecord } from '../file/walk.ts'
import { samePlaces } from './same-items.ts'
import { isNothing } from './three-ways.ts'

/** Edits after which the data of a text says what it should. Rows stay in the order in which they stand. */
export function editsBetween(
  now: unknown,
  wanted: unknown,
  schema: z.core.$ZodType | undefined,
  at: EditStep[] = [],
): Edit[] {
  if (isDeepStrictEqual(now ?? null, wanted ?? null)) return []
  if (isNothing(wanted)) return isNothing(now) ? [] : emptied(now, at)
  if (Array.isArray(wanted) && Array.isArray(now) && now.length > 0)
    return betweenLists(now, wanted, innerOf(schema, 0)!, at)
  if (!isRecord(wanted) || !isRecord(now) || Object.keys(now).length === 0)
    return [{ at, value: wanted as Value }]
  const isFree = schema instanceof z.ZodRecord
  const keys = new Set([...Object.keys(now), ...Object.keys(wanted)])
  return [...keys].flatMap((key): Edit[] => {
    const place = [...at, key]
    if (isFree && !Object.hasOwn(wanted, key)) return [{ at: place, out: true }]
    return editsBetween(now[key], wanted[key], innerOf(schema, key), place)
  })
}

/** The room stays, with nothing in it. */
function emptied(now: unknown, at: EditStep[]): Edit[] {
  if (Array.isArray(now)) return [{ at, shorter: 0 }]
  return isRecord(now)
    ? [
        { at, out: true },
        { at, value: null },
      ]
    : [{ at, value: null }]
}

function betweenLists(now: unknown[], wanted: unknown[], schema: z.core.$ZodType, at: EditStep[]): Edit[] {
  const places = samePlaces(schema, wanted, now)
  const known = places.filter((place) => place >= 0)
  const isPlain = wanted.every((item) => typeof item === 'string')
  if (isPlain && known.some((place, n) => place < (known[n - 1] ?? -1)))
    return listEdits(at, wanted as Value[])

  const inside = places.flatMap((place, n) =>
    place < 0 ? [] : editsBetween(now[place], wanted[n], schema, [...at, place]),
  )
  // What is new comes after what it follows; by then there is something left when the rest is taken out.
  const here = now.map((_, n) => n)
  const added: Edit[] = []
  let before = -1
  for (const [n, place] of places.entries()) {
    if (place < 0) {
      added.push({
        at: [...at, here.length],
        before: before + 1,
        value: wanted[n] as Value,
        apart: at.length === 1,
      })
      here.splice(before + 1, 0, -1)
      before += 1
    } else before = here.indexOf(place)
  }
  const gone = here.flatMap((place, n) => (place < 0 || known.includes(place) ? [] : n)).reverse()
  return [...inside, ...added, ...gone.map((n): Edit => ({ at: [...at, n], out: true }))]
}
