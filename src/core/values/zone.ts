import { tzOffset } from '@date-fns/tz/tzOffset'
import { DAY, MINUTE } from './day.ts'

/**
 * When it is a time on a day in a zone. A time that the change to summer time skips moves forward; of one that comes twice
 * it is the first.
 */
export function instant(on: string, time: string, zone: string): Date {
  const wall = Date.parse(`${on}T${time}Z`)
  const offset = (at: number) => tzOffset(zone, new Date(at)) * MINUTE
  const [before, after] = [offset(wall - DAY), offset(wall + DAY)]
  const isLater = offset(wall - before) !== before && offset(wall - after) === after
  return new Date(wall - (isLater ? after : before))
}
