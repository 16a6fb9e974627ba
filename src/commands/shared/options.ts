import { day, isAddress, time } from '../../core/values/fields.ts'
import { type Addressee, readPerson } from '../../core/view/addressees.ts'
import { HjpError, nearest, words } from '../../errors.ts'

/** Each takes a value from the command line, or says which option it came with when it will not do. */
export function asDay(option: string, value: string): string {
  if (!day.safeParse(value).success) throw new HjpError('badValue', option, value, words.wantsDate)
  return value
}

/** A day that is still to come. */
export function asLater(option: string, value: string, today: string): string {
  if (asDay(option, value) <= today) throw new HjpError('badValue', option, value, words.wantsLater)
  return value
}

/** A day that is not still to come. */
export function asPast(option: string, value: string, today: string): string {
  if (asDay(option, value) > today) throw new HjpError('badValue', option, value, words.wantsPast)
  return value
}

export function asTime(option: string, value: string): string {
  const { data } = time.safeParse(value.padStart(5, '0'))
  if (data === undefined) throw new HjpError('badValue', option, value, words.wantsTime)
  return data
}

export function asCount(option: string, value: string): number {
  if (!/^\d{1,4}$/.test(value)) throw new HjpError('badValue', option, value, words.wantsNumber)
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
    throw new HjpError('badValue', option, value, words.wantsPerson)
  return { name, email }
}
