import { dayAfter, monthsOn } from '../values/day.ts'

/** Whether the last day of an agreement is the one that its words on how long it lasts tell of. */

/** The prompt on which they say how long it lasts. */
export const TERM = 'agreement-terms/term'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const MANY = new Map([
  ...NUMBERS.map((word, n) => [word, n + 1] as const),
  ...([
    ['eighteen', 18],
    ['twenty-four', 24],
    ['thirty-six', 36],
  ] as const),
])
const MONTH = `(${MONTHS.join('|')})`
const DAYS = [
  new RegExp(
    `\\b(?<date>\\d{1,2})(?:st|nd|rd|th)?(?: day of)? (?<month>${MONTH}),? (?<year>\\d{4})\\b`,
    'gi',
  ),
  new RegExp(`\\b(?<month>${MONTH}) (?<date>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`, 'gi'),
]
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
  const days = DAYS.flatMap((pattern) => [...words.matchAll(pattern)])
    .map(({ groups }) => dayOf(groups!))
    .filter((day) => day !== from)
  const spans = [...words.matchAll(SPAN)].map(({ groups }) => monthsOn(from, monthsIn(groups!)))
  const isMeant = days.includes(until) || spans.some((end) => end === until || end === dayAfter(until))
  return days.length + spans.length > 0 && !isMeant
}

type Groups = { [name: string]: string | undefined }

const dayOf = ({ date, month, year }: Groups): string =>
  [year, MONTHS.indexOf(month!.toLowerCase()) + 1, Number(date)]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

const monthsIn = ({ many = '', digits = many, unit }: Groups): number =>
  (MANY.get(many.toLowerCase()) ?? Number(digits)) * (unit!.toLowerCase() === 'year' ? 12 : 1)
