import { MONTHS } from './locale.ts'

const MONTH = `(?<month>${MONTHS.join('|')})`
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?'
const DAYS = [`${DATE}(?: day of)? ${MONTH}`, `${MONTH} ${DATE}`].map(
  (day) => new RegExp(`\\b${day},? (?<year>\\d{4})\\b`, 'gi'),
)

/** The days that words name with the whole of their month and their year, in their order: where each stands, which it is, and as it stands. */
export const daysNamed = (words: string): { at: number; day: string; as: string }[] =>
  DAYS.flatMap((pattern) => [...words.matchAll(pattern)])
    .map(({ 0: as, index, groups }) => ({ at: index, day: dayOf(groups!), as }))
    .toSorted((a, b) => a.at - b.at)

const dayOf = ({ date, month, year }: { [name: string]: string | undefined }): string => {
  const nth = MONTHS.findIndex((each) => each.toLowerCase() === month!.toLowerCase()) + 1
  return [year, nth, Number(date)].map((part) => String(part).padStart(2, '0')).join('-')
}
