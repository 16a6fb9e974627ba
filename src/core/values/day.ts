/** In milliseconds. */
export const MINUTE = 60_000
export const DAY = 1440 * MINUTE

/** The same day of the month so many months on, or the month's last: 2026-08-31 and 6 → 2027-02-28. */
export function monthsOn(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year!, month! + months, 0)).getUTCDate()
  return new Date(Date.UTC(year!, month! - 1 + months, Math.min(date!, last))).toISOString().slice(0, 10)
}

/** 2026-12-31 → 2027-01-01 */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)

/** 2027-01-01 → 2026-12-31 */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY).toISOString().slice(0, 10)

/** Sorts by a day that not all have: what has none comes last. */
export const byDay =
  <T>(dayOf: (one: T) => string | undefined) =>
  (a: T, b: T): number =>
    (dayOf(a) ?? '~') < (dayOf(b) ?? '~') ? -1 : 1

/** 10:00 and 75 minutes → 11:15 */
export function clock(start: string, minutes: number): string {
  const [hours, past] = start.split(':').map(Number)
  const total = hours! * 60 + past! + minutes
  return [Math.floor(total / 60) % 24, total % 60].map((n) => String(n).padStart(2, '0')).join(':')
}
