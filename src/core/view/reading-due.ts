import type { Indicator, Reading } from '../file/tables.ts'
import { monthsOn } from '../values/day.ts'

/** How often an indicator is read, in months, by what its source says of it; a year unless that says more. */
const OFTEN: [RegExp, months: number][] = [
  [/\b(monthly|every month)\b/i, 1],
  [/\b(quarterly|(every|each) quarter|every three months)\b/i, 3],
  [/\b(every six months|half[- ]year(ly)?|twice a year)\b/i, 6],
]
const YEAR = 12

/** The newest of some readings, in whatever order they stand. */
export const latest = <R extends Pick<Reading, 'on'>>(readings: R[]): R | undefined =>
  readings.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)

/** The day until which an indicator is to be read again; none where it was never read, and so is due. */
function dueOn({ source, readings }: Pick<Indicator, 'source' | 'readings'>): string | undefined {
  const months = OFTEN.find(([says]) => says.test(source ?? ''))?.[1] ?? YEAR
  const last = latest(readings)
  return last && monthsOn(last.on, months)
}

/** Whether an indicator is to be read again by today. */
export const isDue = (indicator: Pick<Indicator, 'source' | 'readings'>, today: string): boolean =>
  (dueOn(indicator) ?? today) <= today
