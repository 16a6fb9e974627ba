import { WRITE_HERE } from '../core/agreement/worksheet.ts'

/** What Word puts in a place that somebody emptied. */
const EMPTIED = /^\s*Click (?:or tap )?here to enter text\.\s*$/

/** Words without what stands in a place that nothing is written in. */
export const withoutPlaceholder = (words: string): string =>
  words.replace(WRITE_HERE, '').replace(EMPTIED, '')
