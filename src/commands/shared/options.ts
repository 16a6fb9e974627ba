import { day, id, isAddress, time } from '../../core/values/fields.ts'
import { type Addressee, readPerson } from '../../core/view/addressees.ts'
import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import type { Option, ReadOptions } from './command.ts'

/** Each takes a value from the command line, or says which option it came with when it will not do. */
export function asDay(option: string, value: string): string {
  if (!day.safeParse(value).success) throw new HjpError('badValue', option, value, fieldErrors.wantsDate)
  return value
}

/** A day that is still to come. */
export function asLater(option: string, value: string, today: string): string {
  if (asDay(option, value) <= today) throw new HjpError('badValue', option, value, fieldErrors.wantsLater)
  return value
}

/** A day that is not still to come. */
export function asPast(option: string, value: string, today: string): string {
  if (asDay(option, value) > today) throw new HjpError('badValue', option, value, fieldErrors.wantsPast)
  return value
}

export function asTime(option: string, value: string): string {
  const { data } = time.safeParse(value.padStart(5, '0'))
  if (data === undefined) throw new HjpError('badValue', option, value, fieldErrors.wantsTime)
  return data
}

/** What other things are called by in the file. */
export function asId(option: string, value: string): string {
  if (!id.safeParse(value).success) throw new HjpError('badValue', option, value, fieldErrors.wantsId)
  return value
}

/** Why something is done, in words. */
export function asReason(option: string, value: string): string {
  if (value.trim() === '') throw new HjpError('badValue', option, value, fieldErrors.wantsText)
  return value.trim().replace(/\s+/g, ' ')
}

function asCount(option: string, value: string): number {
  if (!/^\d{1,4}$/.test(value)) throw new HjpError('badValue', option, value, fieldErrors.wantsNumber)
  return Number(value)
}

/** One of a few words. */
export function asOneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((each) => each === value)
  if (found === undefined) throw new HjpError('badChoice', option, value, known, nearest(value, known))
  return found
}

/** A name, an address, or both. */
export function asPerson(option: string, value: string): Addressee {
  const { name, email } = readPerson(value)
  if (email === undefined ? name === undefined || name.includes('@') : !isAddress(email))
    throw new HjpError('badValue', option, value, fieldErrors.wantsPerson)
  return { name, email }
}

/** Takes away what was set before. */
export const NONE = 'none'

/** An option with one value, which `read` makes of it. */
const one =
  <T>(read: (option: string, given: string, today: string) => T) =>
  (value: string, about: string): Option<T> => ({
    ...{ value, about },
    read: (option, given, today) => read(option, String(given), today),
  })

/** What an option can want: `wants.text('<name>', 'what it is called')`. */
export const wants = {
  text: one((_, given) => given),
  number: one(asCount),
  date: one(asDay),
  later: one(asLater),
  laterOrNone: one((option, given, today) => (given === NONE ? null : asLater(option, given, today))),
  past: one(asPast),
  time: one(asTime),
  id: one(asId),
  person: one(asPerson),
  choice: <const T extends string>(known: readonly T[], value: string, about: string): Option<T> =>
    one((option, given) => asOneOf(option, given, known))(value, about),
  many: (value: string, about: string): Option<string[]> => ({
    ...{ value, about },
    read: (_, given) => [given].flat().map(String),
  }),
  flag: (about: string): Option<boolean> => ({ about, read: (_, given) => given === true }),
  /** Is so unless `--no-…` is given. */
  unless: (about: string): Option<boolean> => ({ about, off: true, read: (_, given) => given !== false }),
}

/** Where a document is written that a command writes. */
export const WRITING = {
  out: wants.text('<file>', 'where to write it; - is the screen'),
  force: wants.flag('replace a file that has been edited since'),
}
export type WritingOptions = ReadOptions<typeof WRITING & { format: Option<string> }>
