import { day } from '../../core/values/fields.ts'

/** How a country writes a day in numbers, where nothing else tells. */
export type DayWriting = 'day' | 'month'

const NUMBERS = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?=$|[ T,])/

/** Whether a cell holds a day, with or without a time. */
export const isMoment = (cell: string): boolean => NUMBERS.test(cell.trim())

const partsOf = (cell: string) => NUMBERS.exec(cell.trim())?.slice(1) as [string, string, string] | undefined

/** Whether a day in numbers begins with the day or with the month, by those days that can be read in one way alone; nothing where none tells, or they differ. */
export function firstIn(cells: string[]): DayWriting | undefined {
  const isOver = (n: 0 | 1) =>
    cells.map(partsOf).some((parts) => parts && parts[0].length < 4 && Number(parts[n]) > MONTHS)
  if (isOver(0) === isOver(1)) return undefined
  return isOver(0) ? 'day' : 'month'
}

const MONTHS = 12

/** Whether a cell is one day where the day comes first, and another where the month does. */
export function isEitherWay(cell: string): boolean {
  const [first, second] = (['day', 'month'] as const).map((writing) => dayIn(cell, writing))
  return first !== undefined && second !== undefined && first !== second
}

/** The days of a column, as YYYY-MM-DD. */
export const columnDays = (cells: string[], writing: DayWriting): (string | undefined)[] => {
  const first = firstIn(cells) ?? writing
  return cells.map((cell) => dayIn(cell, first))
}

function dayIn(cell: string, writing: DayWriting): string | undefined {
  const parts = partsOf(cell)
  if (!parts) return undefined
  const [a, b, c] = parts
  const [year, month, date] = a.length === 4 ? [a, b, c] : writing === 'day' ? [c, b, a] : [c, a, b]
  const full = [year.length === 2 ? `20${year}` : year, month.padStart(2, '0'), date.padStart(2, '0')].join(
    '-',
  )
  // LimeSurvey writes 1980 where nobody shall know when.
  return day.safeParse(full).success && full > '2000' ? full : undefined
}
