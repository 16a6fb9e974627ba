import { id, isAddress } from '../../core/values/fields.ts'
import { type Addressee, readPerson } from '../../core/view/addressees.ts'
import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import type { Option, ReadOptions } from './command.ts'
import { asDay, asLater, asPast, asTime, type Here } from './typed.ts'

/** Each takes a value from the command line, or says which option it came with when it will not do. */

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

/** What a service is called: a name, and no address with it. */
export function asService(option: string, value: string): string {
  const name = value.trim()
  if (name === '') throw new HjpError('badValue', option, value, fieldErrors.wantsText)
  if (/\S@\S/.test(name)) throw new HjpError('badValue', option, value, fieldErrors.wantsNameAlone)
  return name
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
  <T>(read: (option: string, given: string, here: Here) => T | Promise<T>) =>
  (value: string, about: string): Option<T> => ({
    ...{ value, about },
    read: (option, given, here) => read(option, String(given), here),
  })

/** What an option can want: `wants.text('<name>', 'what it is called')`. */
export const wants = {
  text: one((_, given) => given),
  number: one(asCount),
  date: one((option, given, here) => asDay(option, given, here)),
  /** A day that is most likely still to come. */
  coming: one((option, given, here) => asDay(option, given, here, 'ahead')),
  later: one((option, given, here) => asLater(option, given, here)),
  laterOrNone: one((option, given, here) => (given === NONE ? null : asLater(option, given, here))),
  past: one(asPast),
  time: one(asTime),
  id: one(asId),
  person: one(asPerson),
  choice: <const T extends string>(known: readonly T[], value: string, about: string): Option<T> => ({
    ...one((option, given) => asOneOf(option, given, known))(value, about),
    choices: known,
  }),
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
  out: { ...wants.text('<file>', 'where to write it; - is the screen'), letter: 'o' },
  force: { ...wants.flag('replace a file that has been edited since'), letter: 'f' },
  open: wants.flag('open it when it is written'),
}
export type WritingOptions = ReadOptions<typeof WRITING & { format: Option<string> }>
