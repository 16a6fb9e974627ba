/**
 * How English writes a day, a time and a list where most of its readers are. Intl has the same, and much more, but takes as long
 * to load as half of a command; it is asked for all other locales.
 */
const ENGLISH: Record<
  string,
  { monthFirst?: true; numbersEither?: true; serialComma?: true; halves?: [string, string] }
> = {
  'en-AU': { halves: ['am', 'pm'] },
  'en-CA': { monthFirst: true, numbersEither: true, halves: ['a.m.', 'p.m.'] },
  'en-GB': {},
  'en-IE': {},
  'en-NZ': { halves: ['am', 'pm'] },
  'en-US': { monthFirst: true, serialComma: true, halves: ['AM', 'PM'] },
}
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

/** An expression for a month as people write it, in small letters: whole, or cut short without a full stop. */
export const MONTH_WRITTEN =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

const english = (locale: string) => (Object.hasOwn(ENGLISH, locale) ? ENGLISH[locale] : undefined)

/** Where a partnership is that does not say. */
export const AT_HOME = 'en-AU'

export const isLocale = (tag: string): boolean => {
  if (english(tag)) return true
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length === 1
  } catch {
    return false
  }
}

/** AU of en-AU. */
export const countryOf = (locale: string): string | undefined =>
  english(locale) ? locale.slice(-2) : new Intl.Locale(locale).maximize().region

/** A country's days, times and lists, in English. */
export const inEnglish = (locale: string): string =>
  english(locale) || new Intl.Locale(locale).language === 'en' ? locale : `en-${countryOf(locale)}`

/** One for each locale: to make it takes a thousand times as long as to use it. */
const each = <T>(make: (locale: string) => T): ((locale: string) => T) => {
  const made = new Map<string, T>()
  return (locale) => {
    const one = made.get(locale) ?? make(locale)
    made.set(locale, one)
    return one
  }
}
const days = each((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
const times = each((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }))
const lists = each((locale) => new Intl.ListFormat(locale))

/** 2026-03-02 → 2 March 2026, or as the locale has it. Throws RangeError where it is no day. */
export function inFull(iso: string, locale: string): string {
  const plain = english(locale)
  const day = new Date(`${iso}T00:00:00Z`)
  if (!plain || Number.isNaN(day.getTime())) return days(locale).format(day)
  const [name, date, year] = [MONTHS[day.getUTCMonth()], day.getUTCDate(), day.getUTCFullYear()]
  return plain.monthFirst ? `${name} ${date}, ${year}` : `${date} ${name} ${year}`
}

const fullDays = each((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }))
/** 2026-12-01 → Tuesday 1 December 2026: a day to come to. Throws RangeError where it is no day. */
export function withWeekday(iso: string, locale: string): string {
  const plain = english(locale)
  const day = new Date(`${iso}T00:00:00Z`)
  if (!plain || Number.isNaN(day.getTime())) return fullDays(locale).format(day)
  return `${WEEKDAYS[day.getUTCDay()]}${plain.monthFirst ? ',' : ''} ${inFull(iso, locale)}`
}

const shortDays = each((locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }))
/** What a day in numbers begins with, as in 1/3/27; undefined where people write it in both ways. */
export function numbersBegin(locale: string): 'day' | 'month' | undefined {
  const plain = english(locale)
  if (plain) return plain.numbersEither ? undefined : plain.monthFirst ? 'month' : 'day'
  const [first] = shortDays(locale)
    .formatToParts(0)
    .filter(({ type }) => type !== 'literal')
  return first?.type === 'day' || first?.type === 'month' ? first.type : undefined
}

/** 14:30 → 2:30 pm, or as the locale has it. Throws RangeError where it is no time. */
export function onClock(time: string, locale: string): string {
  const plain = english(locale)
  if (!plain || !/^\d\d:\d\d$/.test(time))
    return times(locale)
      .format(new Date(`1970-01-01T${time}Z`))
      .replace(/\s/g, ' ')
  const { halves } = plain
  if (!halves) return time
  const [hours, minutes] = time.split(':') as [string, string]
  return `${Number(hours) % 12 || 12}:${minutes} ${halves[Number(hours) < 12 ? 0 : 1]}`
}

/** Whether a name has a comma of its own, outside brackets: Ana Ruiz, RN. */
const hasComma = (words: string): boolean => words.replace(/\([^)]*\)/g, '').includes(', ')

/** a, b and c, or as the locale has it; with semicolons where names among three or more have commas of their own. */
export function listed(words: string[], locale: string): string {
  const plain = english(locale)
  const comma = words.length > 2 && words.some(hasComma) ? ';' : ','
  if (!plain)
    return lists(locale)
      .formatToParts(words)
      .map(({ type, value }) => (type === 'literal' ? value.replace(',', comma) : value))
      .join('')
  const [last] = words.slice(-1)
  if (words.length < 2) return last ?? ''
  const isParted = comma === ';' || (plain.serialComma && words.length > 2)
  return `${words.slice(0, -1).join(`${comma} `)}${isParted ? comma : ''} and ${last}`
}

/** 1204 → 1,204, or as the locale has it. */
export const grouped = (number: number, locale: string): string =>
  english(locale) && Number.isSafeInteger(number)
    ? String(number).replace(/\B(?=(\d{3})+$)/g, ',')
    : number.toLocaleString(locale)
