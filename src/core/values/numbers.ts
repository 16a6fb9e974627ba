/** Numbers as people write them: in digits of any script, or as the first few words. */

const SMALL_WORDS = ['zero', 'one', 'two', 'three', 'four']
const EITHER_CASE = SMALL_WORDS.map((word) => `[${word[0]!.toUpperCase()}${word[0]!}]${word.slice(1)}`)

/** A number by itself; the 1 of Q1 is a name, and the one of one-off counts nothing. */
export const NUMBER = String.raw`(?:(?<![\p{L}\p{Nd}])\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|(?<![\p{L}\p{Nd}-])(?:${EITHER_CASE.join('|')})(?![\p{L}-]))`

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** 3 May, 3rd and 2026-05-03 count nobody. */
export const DATE = String.raw`(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}([./-])\d{1,2}\1\d{4}|\d{1,2} (?:${MONTH})|(?:${MONTH}) \d{1,2},? \d{4}|\d+(?:st|nd|rd|th))(?![\d\p{L}])`

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

/** How much a number of a text is: 1,204 and 2,5 and three. Not a number where it is none. */
export function sizeOf(number: string): number {
  const word = SMALL_WORDS.indexOf(number.toLowerCase())
  if (word >= 0) return word
  const digits = western(number)
  return Number(/^\d+(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.'))
}
