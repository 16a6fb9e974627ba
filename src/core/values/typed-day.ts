import { type Chrono, casual, GB, type ParsedResult } from 'chrono-node/en'
import { fieldErrors } from '../../errors.ts'
import { DAY, monthsOn } from './day.ts'
import { day } from './fields.ts'
import { inEnglish, inFull, numbersBegin, withWeekday } from './locale.ts'

/** Days and times as people type them. */

/** Where a day lies of which the year is not typed. */
export type Lies = 'ahead' | 'behind' | 'near'
/** What was typed; or what is wrong with it, as a sentence goes on that begins with it. */
export type Typed = { is: string } | { wrong: string }

/** 1 March 2027, 12 Jan, 1/3/27, tomorrow, next Tuesday, in 3 weeks → YYYY-MM-DD */
export function dayTyped(typed: string, today: string, locale: string, lies: Lies): Typed {
  const text = tidy(typed)
  if (day.safeParse(text).success) return { is: text }
  const readings = readersOf(text, locale).flatMap((reader) => reading(reader, text, today, lies) ?? [])
  const days = [...new Set(readings.flatMap(({ on, isOther }) => (isOther ? [] : on)))]
  const [only, ...others] = days
  if (only !== undefined && others.length === 0) return { is: only }
  if (only !== undefined)
    return { wrong: fieldErrors.couldBe(days.map((each) => inFull(each, inEnglish(locale)))) }
  const [other] = readings
  if (other) return { wrong: fieldErrors.otherWeekday(withWeekday(other.on, inEnglish(locale))) }
  const isTimed = readersOf(text, locale).some((reader) => isDayAndTime(wholly(reader, text, today)))
  return { wrong: isTimed && text !== 'now' ? fieldErrors.wantsDayAlone : fieldErrors.wantsTypedDay }
}

const isDayAndTime = (start: Parts | undefined): boolean =>
  start?.isCertain('hour') === true && (start.isCertain('day') || start.isCertain('weekday'))

const tidy = (typed: string): string =>
  typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .replace(/^(\d{4})[./-](\d\d?)[./-](\d\d?)$/, (_, year: string, month: string, date: string) =>
      [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
    )
    .replace(/^(\d\d?)[./-](\d\d?)(?:[./-](\d\d|\d{4}))?$/, (_, ...parts: string[]) =>
      parts.slice(0, 3).filter(Boolean).join('/'),
    )
    .replace(/(weeks?|days?|months?|years?|fortnight)['’s]* time$/i, '$1')
    .replace(/\ba fortnight$/i, '2 weeks')
    .replace(/\b(tue|wed|thu)(s|r|rs)\b/i, '$1')

/** Words that leave open which day it is, or that tell more. */
const VAGUE = /\b(next|this|last|past) (week|month|quarter|year)\b|weekend|half|morning|noon|evening|night/i

/** What reads a text. Numbers alone are read as the country writes them; in both ways where it has both. */
function readersOf(text: string, locale: string): Chrono[] {
  if (VAGUE.test(text) || /^\d{4}/.test(text)) return []
  const begins = /^[\d/]+$/.test(text) ? numbersBegin(locale) : undefined
  return begins === undefined ? [GB, casual] : begins === 'day' ? [GB] : [casual]
}

/** A day that was read; `isOther` where it falls on another weekday than the one that was typed with it. */
type Reading = { on: string; isOther?: boolean }

function reading(reader: Chrono, text: string, today: string, lies: Lies): Reading | undefined {
  const start = wholly(reader, text, today)
  if (!start || start.isCertain('hour')) return undefined
  if (start.isCertain('day')) return calendarDay(start, today, lies)
  if (start.isCertain('weekday'))
    return { on: text.includes(' ') ? dayOf(start) : weekday(start, today, lies) }
  if (!start.tags().has('result/relativeDate')) return undefined
  // Of a long month the library counts on into the month after the one that is meant.
  const first = `${today.slice(0, 8)}01`
  const then = dayOf(wholly(reader, text, first)!)
  return { on: monthsOn(today, monthsTo(then) - monthsTo(first)) }
}

type Parts = Pick<ParsedResult['start'], 'get' | 'isCertain' | 'tags'>

/** What a text says, where all of it says one thing. */
function wholly(reader: Chrono, text: string, today: string): Parts | undefined {
  const [found] = reader.parse(text, { instant: new Date(`${today}T12:00:00Z`), timezone: 0 })
  return found?.text === text && !found.end ? found.start : undefined
}

const dayOf = (parts: Parts, year = parts.get('year')): string =>
  [
    String(year).padStart(4, '0'),
    ...(['month', 'day'] as const).map((each) => twoDigits(parts.get(each))),
  ].join('-')
const twoDigits = (n: number | null): string => String(n).padStart(2, '0')
const monthsTo = (on: string): number => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7))
const timeOf = (on: string): number => Date.parse(`${on}T00:00:00Z`)

/** A day of a month; without its year, that of the year in which it lies as it should. */
function calendarDay(parts: Parts, today: string, lies: Lies): Reading | undefined {
  const year = Number(today.slice(0, 4))
  const years = parts.isCertain('year') ? [parts.get('year')!] : [year - 1, year, year + 1]
  const days = years.map((each) => dayOf(parts, each)).filter((each) => day.safeParse(each).success)
  const fitting = days.filter(
    (each) => !parts.isCertain('weekday') || new Date(each).getUTCDay() === parts.get('weekday'),
  )
  const isOther = fitting.length === 0
  const on = days.length > 1 ? nearest(isOther ? days : fitting, today, lies) : days[0]
  return on === undefined ? undefined : { on, isOther }
}

function nearest(days: string[], today: string, lies: Lies): string | undefined {
  const there = days.filter((each) => (lies === 'ahead' ? each >= today : lies === 'near' || each <= today))
  const away = (each: string) => Math.abs(timeOf(each) - timeOf(today))
  return (there.length > 0 ? there : days).toSorted((a, b) => away(a) - away(b))[0]
}

/** A weekday alone: the last one, which may be today, or the one that comes. */
function weekday(parts: Parts, today: string, lies: Lies): string {
  const week = 7 * DAY
  const since = (timeOf(today) - timeOf(dayOf(parts)) + week) % week
  const at = timeOf(today) - since + (lies === 'behind' ? 0 : week)
  return new Date(at).toISOString().slice(0, 10)
}

/** 10am, 2.30 pm, 14h00, noon → HH:MM */
export function timeTyped(typed: string): Typed {
  const text = typed
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(at|12(?= noon)) /i, '')
    .replace(/^(\d\d?)[.h](\d\d)(?!\d)/i, '$1:$2')
    .replace(/^(\d\d?)h?$/i, '$1:00')
    .replace(/^(\d\d)(\d\d)$/, '$1:$2')
  const start = wholly(GB, text, '2000-01-01')
  const isMore = (['day', 'second', 'timezoneOffset'] as const).some((each) => start?.isCertain(each))
  if (!start?.isCertain('hour') || isMore) return { wrong: fieldErrors.wantsTypedTime }
  const hour = start.get('hour')!
  const at = (hours: number) => `${twoDigits(hours)}:${twoDigits(start.get('minute'))}`
  // Nobody meets at three in the night, but nobody has said so either.
  const isEither = hour > 0 && hour < 7 && !start.isCertain('meridiem') && !text.startsWith('0')
  return isEither ? { wrong: fieldErrors.couldBe([at(hour), at(hour + 12)]) } : { is: at(hour) }
}
