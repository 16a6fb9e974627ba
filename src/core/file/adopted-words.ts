import { stampOf } from '../../ooxml/stamps.ts'
import type { Partnership } from './partnership.ts'

/** A paragraph as it is known again. */
export const paragraphStamp = (words: string): string => `s${stampOf(words)}`

/** Whether words stand as they did in an agreement that the partners had before: each of their paragraphs is one of those that were taken in. */
export function isAsAdopted({ adopted }: Pick<Partnership, 'adopted'>, words: string): boolean {
  const stamps = new Set(adopted.flatMap(({ clauses }) => Object.values(clauses).join(' ').split(' ')))
  let paragraph = ''
  if (stamps.size === 0 || words.trim() === '') return false
  for (const line of words.split('\n')) {
    paragraph = `${paragraph}\n${line}`.trim()
    // One may go over several lines.
    if (stamps.has(paragraphStamp(paragraph))) paragraph = ''
  }
  return paragraph === ''
}
