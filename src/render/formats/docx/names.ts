import { createHash } from 'node:crypto'

/** How a prompt is named inside a Word file, so that what comes back can be traced to it. */

const within = (limit: number, text: string): string =>
  text.length <= limit
    ? text
    : `${text.slice(0, limit - 8)}_${createHash('sha256').update(text).digest('hex').slice(0, 7)}`

/** The tag of a content control: Word allows 64 characters. */
export const tagOf = (prompt: string): string => within(64, `hjp:${prompt}`)

/** The title of a content control, which LibreOffice keeps where it drops the tag. */
export const aliasOf = (prompt: string): string => within(64, prompt)

/** A bookmark: Word allows 40 letters, digits and underscores, and each name once. The second for a prompt is hjp2_…. */
export const bookmarkOf = (prompt: string, nth = 1): string =>
  `hjp${nth > 1 ? nth : ''}_${within(30, prompt.replaceAll('/', '__')).replace(/\W/g, '_')}`
