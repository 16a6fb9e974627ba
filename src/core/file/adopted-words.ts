import { stampOf } from '../../ooxml/stamps.ts'
import type { Partnership } from './partnership.ts'

/** A paragraph as it is known again. */
export const paragraphStamp = (words: string): string => `s${stampOf(words)}`

/** Whether words stand as they did in an agreement that the partners had before: each of their paragraphs is one of those that were taken in. */
export function isAsAdopted({ adopted }: Pick<Partnership, 'adopted'>, words: string): boolean {
  const stamps = new Set(adopted.flatMap(({ clauses }) => Object.values(clauses).join(' ').split(' ')))
  if (stamps.size === 0 || words.trim() === '') return false
  return paragraphsKnown(words, stamps).stray === ''
}

/** The stamps of the paragraphs that words are made of, each of which is one of these, and what is none of them from where it begins. */
export function paragraphsKnown(
  words: string,
  known: ReadonlySet<string>,
): { stamps: Set<string>; stray: string } {
  const stamps = new Set<string>()
  let paragraph = ''
  for (const line of words.split('\n')) {
    // One may go over several lines.
    paragraph = `${paragraph}\n${line}`.trim()
    const stamp = paragraphStamp(paragraph)
    if (!known.has(stamp)) continue
    stamps.add(stamp)
    paragraph = ''
  }
  return { stamps, stray: paragraph }
}

/** A clause of the agreement by its number, and not of a law. */
const CLAUSE_NAMED =
  /\b(?:clauses?|sections?|paragraphs?|schedules?|annexures?|appendix|items?)\s+\d[\w.]*\b(?!\s+of\s+the\s+[^.]{0,60}\b(?:Act|Regulations?)\b)/i

/** Whether words name a clause by its number, which is another once they stand elsewhere. */
export const namesClause = (words: string): boolean => CLAUSE_NAMED.test(words)

/** Whether what is agreed still names a clause by the number that it had in an agreement of before. */
export const namesOldClause = (agreed: { asItStands: boolean; text: string } | undefined): boolean =>
  agreed?.asItStands === true && namesClause(agreed.text)
