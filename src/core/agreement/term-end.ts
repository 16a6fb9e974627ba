import { dayAfter, dayBefore, monthsOn } from '../values/day.ts'
import { daysNamed } from '../values/days-named.ts'

/** From which day to which an agreement lasts, as its words on that tell. */

/** The prompt on which they say how long it lasts. */
export const TERM = 'agreement-terms/term'

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const MANY = new Map([
  ...NUMBERS.map((word, n) => [word, n + 1] as const),
  ...([
    ['eighteen', 18],
    ['twenty-four', 24],
    ['thirty-six', 36],
  ] as const),
])
/** "two years", "an 18-month trial", "twenty-four (24) months", but for what happens every so often. */
const SPAN = new RegExp(
  `(?<!\\bevery )(?<![\\w-])(?:(?<many>${[...MANY.keys()].join('|')}|\\d{1,3})|[a-z-]+ \\((?<digits>\\d{1,3})\\))[ -](?<unit>year|month)s?\\b`,
  'gi',
)

/**
 * Whether words tell of a last day, and of another than this, for an agreement that begins on a day. A span ends on the day that it
 * comes to or the one before; where words tell of several days and spans any may be meant.
 */
export function endsOtherwise(words: string, { from, until }: { from: string; until: string }): boolean {
  const days = daysNamed(words)
    .map(({ day }) => day)
    .filter((day) => day !== from)
  const spans = monthsNamed(words).map((months) => monthsOn(from, months))
  const isMeant = days.includes(until) || spans.some((end) => end === until || end === dayAfter(until))
  return days.length + spans.length > 0 && !isMeant
}

/** What comes before a first day, and before a last one. */
const FIRST = /\b(?:start|commenc|beg[iau]n|from\b|effective|in force|applies|made\b)/gi
const LAST = /\b(?:end|until|till?\b|to\b|through|expir|finish|conclud|terminat|up to|no later)/gi

/** The first and the last day that words tell of, where they tell of one alone; a span counts from the first. */
export function daysOfTerm(words: string): { from: string | undefined; until: string | undefined } {
  const found = daysNamed(words)
  const only = (isWanted: (first: number, last: number) => boolean) => {
    const days = found.filter(({ at }, n) => {
      const before = words.slice(found[n - 1]?.at ?? 0, at)
      const [first, last] = [FIRST, LAST].map((sign) => [...before.matchAll(sign)].at(-1)?.index ?? -1)
      return isWanted(first!, last!)
    })
    return days.length === 1 ? days[0]!.day : undefined
  }
  const from = only((first, last) => first > last)
  const until = only((first, last) => last > first)
  const [months, ...more] = monthsNamed(words)
  const isSpan = found.length < 2 && from && months && more.length === 0
  return { from, until: until ?? (isSpan ? dayBefore(monthsOn(from, months)) : undefined) }
}

const monthsNamed = (words: string): number[] =>
  [...words.matchAll(SPAN)].map(({ groups }) => monthsIn(groups!))

type Groups = { [name: string]: string | undefined }

const monthsIn = ({ many = '', digits = many, unit }: Groups): number =>
  (MANY.get(many.toLowerCase()) ?? Number(digits)) * (unit!.toLowerCase() === 'year' ? 12 : 1)
