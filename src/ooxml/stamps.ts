import { createHash } from 'node:crypto'

/** How a prompt is named inside a Word file, so that what comes back can be traced to it. */

const hashed = (text: string, letters: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, letters)

/** A text within a limit; of a longer one the beginning, and a mark of all of it. */
export const within = (limit: number, text: string): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 8)}_${hashed(text, 7)}`

/** The tag of a content control for a prompt: hjp:referral/pathways. Word allows 64 characters. */
export const tagOf = (prompt: string): string => within(64, `hjp:${prompt}`)

/** The title of a content control for a prompt, which LibreOffice keeps where it drops the tag. */
export const aliasOf = (prompt: string): string => within(64, prompt)

/**
 * The bookmark of a prompt: hjp_referral__pathways, and hjp2_… for its second. Word allows 40 letters, digits and underscores, and
 * each name once.
 */
export const bookmarkOf = (prompt: string, nth = 1): string =>
  `hjp${nth > 1 ? nth : ''}_${within(30, prompt.replaceAll('/', '__')).replace(/\W/g, '_')}`

/** The first bookmark of the prompt that a bookmark is for: hjp2_a__b → hjp_a__b. Nothing where it is none of ours. */
export const firstBookmark = (name: string): string | undefined =>
  /^hjp\d*_/.test(name) ? name.replace(/^hjp\d*/, 'hjp') : undefined

/** A sentence without the mark at its end, from which other words may go on. */
export const stemOf = (sentence: string): string => sentence.replace(/[.,;:]\s*$/, '')

/**
 * A mark of words, by which it can be told later that they are the same. How they are spaced, the marks of a list, the shape of
 * quotation marks, and whether a question is called Q5.1 or 5.1, as in forms that were sent before, make no difference.
 */
export const stampOf = (text: string): string => hashed(bare(text), 10)

/** Whether two texts say the same, however their lines are wrapped, begun with a capital or not, and with a full stop at the end or without. */
export const saysAlike = (one: string, other: string): boolean => loose(one) === loose(other)

const loose = (text: string): string =>
  bare(text)
    .replace(/\s+/g, ' ')
    .replace(/^./u, (first) => first.toLowerCase())
    .replace(/[.\s]+$/, '')

/** A text by the line, without what makes no difference to its words. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\bQ(?=\d{1,2}\.\d)/g, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^(?:[-•–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]) /, ''),
    )
    .filter((line) => line !== '')
    .join('\n')
