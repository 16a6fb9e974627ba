import * as z from 'zod'
import { fieldErrors, nearest } from '../../errors.ts'
import { isLocale } from './locale.ts'

/** What the rows of the file are made of. Scalars arrive as text or nothing (see yaml.ts). */

const maybeOf = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)
const listOf = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .nullish()
    .transform((rows) => rows ?? [])

/** The same of the same: to make a schema takes as long as to read a page with it. */
function onceEach<R>(make: (schema: z.ZodType) => R): (schema: z.ZodType) => R {
  const made = new WeakMap<z.ZodType, R>()
  return (schema) => {
    const one = made.get(schema) ?? make(schema)
    made.set(schema, one)
    return one
  }
}
/** May be missing or blank. */
export const maybe = onceEach(maybeOf) as typeof maybeOf
/** None where there is no list. */
export const list = onceEach(listOf) as typeof listOf

export const text = z
  .string(fieldErrors.wantsText)
  .refine((value) => value.trim() !== '', fieldErrors.wantsText)
/** May be left blank: `said:` with nothing after it has not been said. */
export const blankable = z
  .string(fieldErrors.wantsText)
  .nullish()
  .transform((value) => (value?.trim() ? value : undefined))
export const day = z.iso.date(fieldErrors.wantsDate)
/** `true` or `false`; left out it is false. */
export const flag = z
  .enum(['true', 'false'])
  .nullish()
  .transform((value) => value === 'true')
/** A whole number from `least` on. */
export const count = (least: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value),
    z.int(fieldErrors.wantsCount(least)).min(least, fieldErrors.wantsCount(least)),
  )
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, fieldErrors.wantsTime)
export const id = z.string(fieldErrors.wantsId).regex(/^[a-z][a-z0-9-]*$/, fieldErrors.wantsId)
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, {
    error: (issue) => fieldErrors.wantsOneOf(issue.input, values, nearest(String(issue.input), values)),
  })
export const AMOUNTS = ['low', 'medium', 'high'] as const
export const amount = oneOf(AMOUNTS)
/** How much an amount is, from 0 where none is given. */
export const weightOf = (given: z.infer<typeof amount> | undefined): number =>
  given ? AMOUNTS.indexOf(given) + 1 : 0

export const locale = z.string(fieldErrors.wantsText).refine(isLocale, fieldErrors.wantsLocale)

const zones = new Map<string, boolean>()
/** Whether there is such a time zone, found out once: to ask for it takes a while. */
export function isZone(name: string): boolean {
  const known = zones.get(name) ?? (isListed(name) || canBeUsed(name))
  zones.set(name, known)
  return known
}
/** The list is quick, but has a place under one name only; to try a name takes as long as half of a command. */
const isListed = (name: string): boolean => Intl.supportedValuesOf('timeZone').includes(name)
function canBeUsed(name: string): boolean {
  try {
    return /^[a-z]/i.test(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone)
  } catch {
    return false
  }
}
export const zone = z.string(fieldErrors.wantsText).refine(isZone, fieldErrors.wantsZone)

/** One address that mail can go to. */
export const isAddress = (email: string): boolean => /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/.test(email)
