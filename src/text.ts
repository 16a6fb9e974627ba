import { closest, distance } from 'fastest-levenshtein'

/** The nearest known word, where one is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const best = closest(word.toLowerCase(), known as string[])
  return distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(2, word.length / 3) ? best : undefined
}

/** The known word that this one is but for a slip of one or two letters, or of so many at most, or for capitals. */
export function misspelt(word: string, known: readonly string[], most = 2): string | undefined {
  const near = word.length < 5 || known.includes(word) ? undefined : nearest(word, known)
  return near !== undefined && distance(word.toLowerCase(), near.toLowerCase()) <= most ? near : undefined
}

/** Stands for a star that is somebody's own in a message, where stars are marks. */
const STAR = '\uE02A'
/** Words of somebody's as they go into a message: their stars are no marks there. */
export const asTheyAre = (words: string): string => words.replaceAll('*', STAR)

/** A word of a command as a shell takes it: bare where that is safe, in quotes that a person would type, else in those that keep everything. */
export function inShell(word: string): string {
  if (/^[\p{L}\p{N}_./@:,=+-]+$/u.test(word)) return word
  return /["$`\\!\n]/.test(word) || word === '' ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`
}
/** The same in a message. */
export const typedSo = (word: string): string => asTheyAre(inShell(word))

const OPENS = '(?<![\\p{L}\\p{N}])\\*(?=\\S)'
const CLOSES = '\\*(?![\\p{L}\\p{N}])'
const WITHIN = '[^*\\n]|(?<=[\\p{L}\\p{N}])\\*(?=[\\p{L}\\p{N}])'
/** What is marked may itself be a name with stars in it. */
const MARKED = new RegExp(
  `${OPENS}((?:${WITHIN}|${OPENS}(?:${WITHIN})+?${CLOSES}|\\n(?=[^\\s*]))+?)${CLOSES}`,
  'gu',
)
/**
 * Emphasis as it is shown: `*word*` through `shown`, which leaves the word plain unless told otherwise. Where a paragraph is
 * wrapped it may go on in the next line.
 */
export const emphasised = (message: string, shown: (word: string) => string = (word) => word): string =>
  message.replace(MARKED, (_, word: string) => shown(word)).replaceAll(STAR, '*')

/** What may have been meant, as a question. */
export const meant = (word: string | undefined) => (word ? ` Did you mean *${word}*?` : '')
/** Each on a line of its own. */
export const onLines = (items: readonly string[]) => items.map((item) => `\n  ${item}`).join('')
/** The first of many, each on a line of its own, and where the others are to be seen. As many as usual fit a screen. */
export const firstOnLines = (items: readonly string[], others: string, most = 40): string =>
  onLines(
    items.length > most ? [...items.slice(0, most), `and ${items.length - most} more: ${others}`] : items,
  )
/** As a heading begins. */
export const capital = (words: string): string => words.replace(/^./u, (letter) => letter.toUpperCase())
/** 1 blank, 2 blanks */
/** Several texts in one: a full stop is none where another follows. */
export const inARow = (texts: readonly string[]): string =>
  texts
    .map((text, n) =>
      n < texts.length - 1 ? text.trimEnd().replace(/(?<!\.|\b(?:Inc|Ltd|etc))\.$/, '') : text,
    )
    .join('; ')

export const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
