/** What is drawn as one letter or not at all, by programs that set text. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** A text as words with the marks at them, told alike however a program draws quotation marks, dashes and spaces. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .split(/\s+/)
    .filter((word) => word !== '')

/** Nothing that is read aloud: a bullet, a box, a dash by itself. */
export const isMark = (word: string): boolean => !/[\p{L}\p{N}%&\p{Sc}]/u.test(word)

/** A number of a clause or an item, such as 5.1, (a) or ii., or of a page. */
export const isNumber = (word: string): boolean =>
  /^(?:schedule|[("[]*(?:\d{1,3}(?:\.\d{1,3})*|\d{1,3}\.|\([a-z]{1,4}\)|[a-z]\)|[ivxl]+\.)[.,;:)\]"]*)$/i.test(
    word,
  )
