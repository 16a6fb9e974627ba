import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  countryOf,
  grouped,
  inEnglish,
  inFull,
  isLocale,
  listed,
  onClock,
  withWeekday,
} from '../src/core/values/locale.ts'

const LOCALES = [
  'en-AU',
  'en-CA',
  'en-GB',
  'en-IE',
  'en-NZ',
  'en-US',
  'en-IN',
  'en-ZA',
  'en',
  'fr-CA',
  'ar-EG',
]
const days = Array.from({ length: 12_000 }, (_, n) =>
  new Date(Date.UTC(1995, 0, 1 + n)).toISOString().slice(0, 10),
)
const times = Array.from(
  { length: 1440 },
  (_, n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
)

describe.each(LOCALES)('what is written in %s is as Intl has it', (locale) => {
  test('days', () => {
    const intl = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
    expect(days.map((day) => inFull(day, locale))).toEqual(days.map((day) => intl.format(new Date(day))))
  })

  test('times', () => {
    const intl = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' })
    const format = (time: string) => intl.format(new Date(`1970-01-01T${time}Z`)).replace(/\s/g, ' ')
    expect(times.map((time) => onClock(time, locale))).toEqual(times.map(format))
  })

  test('lists', () => {
    const intl = new Intl.ListFormat(locale)
    const plain = fc.string().filter((words) => !words.includes(', '))
    fc.assert(fc.property(fc.array(plain), (words) => listed(words, locale) === intl.format(words)))
  })

  test('numbers', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat(), fc.nat(9999), fc.double({ min: 0, max: 1e24, noNaN: true })),
        (number) => grouped(number, locale) === number.toLocaleString(locale),
      ),
    )
  })

  test('countries', () => {
    expect(countryOf(locale)).toBe(new Intl.Locale(locale).maximize().region)
    expect(isLocale(locale)).toBe(true)
    expect(inEnglish(locale).startsWith('en')).toBe(true)
  })
})

test.each([
  ['en-AU', 'Tuesday 1 December 2026'],
  ['en-GB', 'Tuesday 1 December 2026'],
  ['en-US', 'Tuesday, December 1, 2026'],
  ['en-CA', 'Tuesday, December 1, 2026'],
  ['en-IN', 'Tuesday, 1 December 2026'],
])('in %s a meeting is on %s', (locale, day) => expect(withWeekday('2026-12-01', locale)).toBe(day))

test('a locale that nobody knows is none', () => {
  expect(['xx', 'english', 'constructor', ''].map(isLocale)).toEqual([false, false, false, false])
})

test.each([
  ['America/Toronto', 'en-JM'],
  ['Pacific/Chatham', 'en-TT'],
])('a day and a time are the same on a machine in %s', (zone, locale) => {
  vi.stubEnv('TZ', zone)
  expect([inFull('2026-03-02', locale), onClock('10:30', locale)]).toEqual(['2 March 2026', '10:30 am'])
  vi.unstubAllEnvs()
})

test.each([
  ['en-AU', ['Law', 'Schools, Health Office'], 'Law and Schools, Health Office'],
  ['en-AU', ['Law', 'Schools, Health Office', 'Youth'], 'Law; Schools, Health Office; and Youth'],
  ['en-AU', ['Ana (Law, deputy)', 'Bo', 'Cy'], 'Ana (Law, deputy), Bo and Cy'],
  ['es-MX', ['Law', 'Schools, Health Office', 'Youth'], 'Law; Schools, Health Office y Youth'],
])('in %s, of %j it is plain where each name ends', (locale, names, wanted) =>
  expect(listed(names, locale)).toBe(wanted),
)
