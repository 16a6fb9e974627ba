import { day } from '../../core/values/fields.ts'

/** How a country writes a day in numbers, where nothing else tells. */
export type DayWriting = 'day' | 'month'

const NUMBERS = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?=$|[ T,])/

/** Whether a cell holds a day, with or without a time. */
export const isMoment = (cell: string): boolean => NUMBERS.test(cell.trim())

/** The days of a column, as YYYY-MM-DD: whether the day or the month comes first is told by those days that can be read in one way alone. */
export function columnDays(cells: string[], writing: DayWriting): (string | undefined)[] {
  const all = cells.map((cell) => NUMBERS.exec(cell.trim())?.slice(1) as [string, string, string] | undefined)
  const isOver = (n: 0 | 1) => all.some((parts) => parts && parts[0].length < 4 && Number(parts[n]) > 12)
  const first = isOver(0) === isOver(1) ? writing : isOver(0) ? 'day' : 'month'
  return all.map((parts) => {
    if (!parts) return undefined
    const [a, b, c] = parts
    const [year, month, date] = a.length === 4 ? [a, b, c] : first === 'day' ? [c, b, a] : [c, a, b]
    const full = [year.length === 2 ? `20${year}` : year, month.padStart(2, '0'), date.padStart(2, '0')].join(
      '-',
    )
    // LimeSurvey writes 1980 where nobody shall know when.
    return day.safeParse(full).success && full > '2000' ? full : undefined
  })
}
