import { DAY } from '../../core/values/day.ts'
import { inFull } from '../../core/values/locale.ts'

/** Years back in which a copy may have been made. */
const YEARS = 10

/** The day on which a copy was made: the first that it names; else today. */
export function dayNamed(text: string, locale: string, today: string): string {
  const words = text.slice(0, 2000).replace(/\s+/g, ' ')
  const days = new Map(
    Array.from({ length: YEARS * 366 }, (_, n) => {
      const day = new Date(Date.parse(today) - n * DAY).toISOString().slice(0, 10)
      return [inFull(day, locale), day] as const
    }),
  )
  const [found = ''] = new RegExp(`(?<!\\d)(?:${[...days.keys()].join('|')})`).exec(words) ?? []
  return days.get(found) ?? today
}
