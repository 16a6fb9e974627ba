import * as z from 'zod'
import { HjpError, words } from '../errors.ts'

/** Each checks a value given on the command line, and says which option it came with when it will not do. */
export function isDay(option: string, value: string): string {
  if (!z.iso.date().safeParse(value).success) throw new HjpError('badValue', option, value, words.wantsDate)
  return value
}

/** A day that is still to come. */
export function isLater(option: string, value: string, today: string): string {
  if (isDay(option, value) <= today) throw new HjpError('badValue', option, value, words.wantsLater)
  return value
}

export function isTime(option: string, value: string): string {
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)$/.exec(value) ?? []
  if (!hours || Number(hours) > 23 || Number(minutes) > 59)
    throw new HjpError('badValue', option, value, words.wantsTime)
  return value.padStart(5, '0')
}

export function isCount(option: string, value: string): number {
  if (!/^\d{1,4}$/.test(value)) throw new HjpError('badValue', option, value, words.wantsNumber)
  return Number(value)
}
