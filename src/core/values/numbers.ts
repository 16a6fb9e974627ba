import { grouped } from './locale.ts'

/** Below this a number could point to somebody, and is never printed. */
const LEAST = 5
const FEW = `fewer than ${LEAST}`

const SMALL_WORDS = ['zero', 'one', 'two', 'three', 'four']

/** 3 May, 3rd and 2026-05-03 count nobody. */
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DAY = String.raw`(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1\d{4}|\d{1,2} (?:${MONTH})|(?:${MONTH}) \d{1,2},? \d{4}|\d+(?:st|nd|rd|th))(?![\d\p{L}])`
/** A number by itself; the 1 of Q1 is a name. */
const NUMBER = String.raw`(?<![\p{L}\p{Nd}])\p{Nd}+(?:[.,٫٬]\p{Nd}+)*`
const DAYS_AND_NUMBERS = new RegExp(`${DAY}|(${NUMBER})`, 'gu')

/** Digits of any script as 0 to 9: the ten of a script stand in a row. */
const western = (text: string): string =>
  text
    .replace(/\p{Nd}/gu, (digit) => {
      const at = digit.codePointAt(0)!
      let n = 0
      while (/\p{Nd}/u.test(String.fromCodePoint(at - n - 1))) n += 1
      return String(n % 10)
    })
    .replaceAll('٬', ',')
    .replaceAll('٫', '.')

function sizeOf(number: string): number {
  const digits = western(number)
  return Number(/^\d+(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.'))
}

/** What is not plainly five or more is small. */
const isSmall = (number: string): boolean => !(sizeOf(number) >= LEAST)

/** The numbers in a text that are not parts of a day. */
export const numbersIn = (text: string): string[] =>
  [...text.matchAll(DAYS_AND_NUMBERS)].flatMap(([, , number]) => number ?? [])

/** The number that a text plainly is: 1,204 or 160 a year or 4 in 2023, but not 11 of 42. */
const PLAINLY = new RegExp(
  String.raw`^(${NUMBER})(?:\s+(?!(?:of|out|to|or)\b)[^\p{Nd}%/]*(?:(?:19|20)\d\d)?)?$`,
  'u',
)

export function numberIn(text: string): number | undefined {
  const only = text.trim()
  const word = SMALL_WORDS.indexOf(only.toLowerCase())
  if (word >= 0) return word
  const number = PLAINLY.exec(only)?.[1]
  const size = number === undefined ? Number.NaN : sizeOf(number)
  return Number.isNaN(size) ? undefined : size
}

export const hasSmall = (text: string): boolean =>
  SMALL_WORDS.includes(text.trim().toLowerCase()) || numbersIn(text).some(isSmall)

/** A value as it may be printed: thousands as the locale writes them, and nothing small. */
export function printable(text: string, locale: string): string {
  const only = text.trim()
  if (SMALL_WORDS.includes(only.toLowerCase())) return FEW
  const isPlain = /^(\d+|\d{1,3}(,\d{3})+)$/.test(only) && !isSmall(only)
  if (isPlain) return grouped(sizeOf(only), locale)
  return text.replace(DAYS_AND_NUMBERS, (found, _, number?: string) =>
    number !== undefined && isSmall(number) ? FEW : found,
  )
}

/**
 * The names of the groups of a reading that are not shown: those that are too small, and so many of the next that nobody
 * can work one out from the others and the whole. Too few who are in no group are kept from sight likewise. Where something
 * is hidden and not all are plain numbers, none is shown.
 */
export function hiddenGroups(groups: Record<string, string>, whole: string): string[] {
  const cells = Object.entries(groups)
    .map(([name, value]) => ({ name, size: numberIn(value), small: hasSmall(value) }))
    .toSorted((a, b) => Number(b.small) - Number(a.small) || (a.size ?? 0) - (b.size ?? 0))
  const sum = (some: typeof cells) => some.reduce((total, { size = 0 }) => total + size, 0)
  const rest = (numberIn(whole) ?? 0) - sum(cells)
  let held = cells.filter(({ small }) => small).length
  if (held === 0 && (rest <= 0 || rest >= LEAST)) return []
  if (cells.some(({ size }) => size === undefined)) held = cells.length
  while (held < cells.length && (held < 2 || sum(cells.slice(0, held)) < LEAST)) held += 1
  return cells.slice(0, held).map(({ name }) => name)
}
