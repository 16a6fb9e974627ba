import type * as z from 'zod'
import { nameOfItem } from '../file/item-name.ts'
import { Agreed, AgreedToo, PartnershipRows, Perspective } from '../file/partnership.ts'
import { innerOf, isRecord } from '../file/walk.ts'
import { samePlaces } from './same-items.ts'

/** Two versions of one file, and the one that both were made from, as data. */

/** A version that is not there is blank. */
export type Versions = { base: unknown; ours: unknown; theirs: unknown }

/** Where something stands, in words: a table, a row, a column. */
type Where = string[]

/**
 * What both versions say differently. Ours stays where it stands; theirs is what `theirs` says: of a perspective or what is agreed
 * all of it, else the words.
 */
export type Clash = { at: Where; ours: unknown; theirs: unknown; of: 'said' | 'agreed' | 'column' }
/** What stays because one version changed it, though the other took it away. */
export type KeptRow = { at: Where }

type Found = { clashes: Clash[]; kept: KeptRow[] }
export type MergedData = { data: unknown } & Found

/** What has been said in either version since; `clashes` are not in it yet. */
export function mergeData(versions: Versions): MergedData {
  const found: Found = { clashes: [], kept: [] }
  return { data: merged(versions, PartnershipRows, [], found), ...found }
}

function merged(sides: Versions, schema: z.core.$ZodType | undefined, at: Where, found: Found): unknown {
  const { base, ours, theirs } = sides
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours
  if (isSame(base, ours)) return theirs
  if (isNothing(ours) || isNothing(theirs)) {
    found.kept.push({ at })
    return isNothing(ours) ? theirs : ours
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) return mergedList(sides, innerOf(schema, 0)!, at, found)
  if (!isRecord(ours) || !isRecord(theirs)) return clash({ at, ours, theirs, of: 'column' }, found)
  if (schema === Perspective) return mergedSaid(sides, at, found)
  if (schema === Agreed) return mergedAgreed(sides, at, found)
  if (schema === AgreedToo) return earlier(ours, theirs)
  return byKey(sides, (each, key) => merged(each, innerOf(schema, key), [...at, key], found))
}

function clash(one: Clash, { clashes }: Found): unknown {
  clashes.push(one)
  return one.ours
}

/** The day goes with the words it was said on. Where both have the same words it is the later. */
function mergedSaid(sides: Versions, at: Where, found: Found): unknown {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map((each) => each as Said | undefined)
  if (isSame(ours?.said, theirs?.said)) return later(ours, theirs)
  if (isSame(base?.said, theirs?.said)) return ours
  if (isSame(base?.said, ours?.said)) return theirs
  if (!isNothing(ours?.said) && !isNothing(theirs?.said))
    return clash({ at, ours, theirs, of: 'said' }, found)
  found.kept.push({ at })
  return isNothing(ours?.said) ? theirs : ours
}

/** What is agreed is one thing: the words of one version and the decision of another make no agreement. */
function mergedAgreed(sides: Versions, at: Where, found: Found): unknown {
  const { base, ours, theirs } = sides as { [side in keyof Versions]: Record<string, unknown> | undefined }
  if (isSame(withoutStamps(ours), withoutStamps(theirs))) return later(ours, theirs)
  const isAnew = (side: Record<string, unknown> | undefined) =>
    ['text', 'decision'].some((key) => !isSame(base?.[key], side?.[key]))
  const inside: Found = { clashes: [], kept: [] }
  const stamps = later(ours, theirs) as Record<string, unknown>
  // A yes is to the words that it was said to, and not to those that took their place.
  const anew = [ours, theirs].find(isAnew)
  const whole = byKey(sides, (each, key) => {
    if (STAMPS.includes(key)) return stamps[key]
    if (anew && WHO.includes(key)) return anew[key]
    return merged(each, innerOf(Agreed, key), [...at, key], inside)
  })
  if (inside.clashes.length > 0 || (isAnew(ours) && isAnew(theirs)))
    return clash({ at, ours, theirs, of: 'agreed' }, found)
  found.kept.push(...inside.kept)
  return whole
}

function mergedList(
  { base, ours, theirs }: Versions,
  schema: z.core.$ZodType,
  at: Where,
  { clashes, kept }: Found,
): unknown[] {
  const [was, here, there] = [base, ours, theirs].map(
    (each) => (Array.isArray(each) ? each : []) as unknown[],
  ) as [unknown[], unknown[], unknown[]]
  const [fromHere, fromThere] = [samePlaces(schema, here, was), samePlaces(schema, there, was)]
  const inThere = placesInTheirs(schema, here, there, fromHere, fromThere)
  const named = (item: unknown): Where => [...at, nameOfItem(schema, item)]
  const result = here.flatMap((ours, n): Placed[] => {
    const [base, other] = [was[fromHere[n]!], inThere[n]!]
    if (other >= 0)
      return [
        {
          item: merged({ base, ours, theirs: there[other] }, schema, named(ours), { clashes, kept }),
          there: other,
        },
      ]
    if (fromHere[n]! >= 0 && isSame(base, ours)) return []
    if (fromHere[n]! >= 0) kept.push({ at: named(ours) })
    return [{ item: ours, there: -1 }]
  })
  for (const [n, item] of there.entries()) {
    const isOld = fromThere[n]! >= 0
    if (inThere.includes(n) || (isOld && isSame(was[fromThere[n]!], item))) continue
    if (isOld) kept.push({ at: named(item) })
    result.splice(placeAmong(result, n), 0, { item, there: n })
  }
  return result.map(({ item }) => item)
}

/** For each item of ours where it stands in theirs: by way of the base, or where both are new. */
function placesInTheirs(
  schema: z.core.$ZodType,
  here: unknown[],
  there: unknown[],
  fromHere: number[],
  fromThere: number[],
): number[] {
  const [newHere, newThere] = [fromHere, fromThere].map((from) =>
    from.flatMap((place, n) => (place < 0 ? n : [])),
  ) as [number[], number[]]
  const both = samePlaces(
    schema,
    newHere.map((n) => here[n]),
    newThere.map((n) => there[n]),
  )
  return fromHere.map((place, n) =>
    place >= 0 ? fromThere.indexOf(place) : (newThere[both[newHere.indexOf(n)]!] ?? -1),
  )
}

type Said = { said?: unknown; on?: unknown }
/** What goes with the words: when they were agreed, and how the question was put. */
const STAMPS = ['on', 'wording']
/** And who agreed to them. */
const WHO = ['by', 'also']
const withoutStamps = (agreed: Record<string, unknown> | undefined) =>
  Object.fromEntries(Object.entries(agreed ?? {}).filter(([key]) => !STAMPS.includes(key)))

const dayOf = (row: unknown): string => String((row as Said | undefined)?.on ?? '')
const later = (ours: unknown, theirs: unknown): unknown => (dayOf(theirs) > dayOf(ours) ? theirs : ours)
const earlier = (ours: unknown, theirs: unknown): unknown => (dayOf(theirs) < dayOf(ours) ? theirs : ours)

/** An item of the list that comes of it, and where it stands in theirs. */
type Placed = { item: unknown; there: number }

/** After what it follows in theirs, and after whatever is new there in ours. */
function placeAmong(result: Placed[], n: number): number {
  const before = result.findLastIndex(({ there }) => there >= 0 && there < n)
  let at = before + 1
  while (result[at]?.there === -1) at += 1
  return at
}

/** A record key by key, in the order of ours; a key of theirs alone comes after. */
function byKey(sides: Versions, merge: (sides: Versions, key: string) => unknown): Record<string, unknown> {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map((each) =>
    isRecord(each) ? each : {},
  )
  const keys = new Set([...Object.keys(ours!), ...Object.keys(theirs!)])
  const pairs = [...keys].map((key) => [
    key,
    merge({ base: base![key], ours: ours![key], theirs: theirs![key] }, key),
  ])
  return Object.fromEntries(
    pairs.filter(
      ([key, value]) => value !== undefined && (!isNothing(value) || Object.hasOwn(ours!, String(key))),
    ),
  )
}

/** A place that has been left blank says as much as one that is not there. */
export function isNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return Object.values(value ?? {}).every((each) => !Array.isArray(value) && isNothing(each))
}

/** Whether two values say the same, whatever is left blank in them. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other)
  if (typeof one === 'string' && typeof other === 'string') return one.trimEnd() === other.trimEnd()
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, n) => isSame(each, other[n]))
  if (!isRecord(one) || !isRecord(other)) return false
  return Object.keys({ ...one, ...other }).every((key) => isSame(one[key], other[key]))
}
