/** A clause of the agreement as it was sent: its number there, the prompt that it settles, and its words. */
export type SentClause = { number: string; prompt: string; words: string; isAgreed: boolean }

/** What the numbers of a reply stand for, where it does not say: clauses of the agreement, or questions. */
export const NUMBERED_THINGS = ['clauses', 'questions'] as const
export type NumberedThings = (typeof NUMBERED_THINGS)[number]

/** What is known of the numbers in a reply beside its words: the clauses of the agreement, what they stand for if somebody says it, its subject, and who may have signed it. */
export type Numbering = {
  clauses?: SentClause[]
  numbers?: NumberedThings | undefined
  subject?: string | undefined
  people?: string[]
}

/** What finds that of a reply: the day it was sent, if that is known, all that it says, and the copy of the agreement that it answers. */
export type NumberingOf = (sent: {
  on: string | undefined
  text: string
  original?: string
}) => Promise<Numbering>

/** All that stand at a number in one draft or another: "12.1b" is a paragraph of clause 12.1, and 12 is the whole section. */
export function clausesAt(clauses: SentClause[], number: string): SentClause[] {
  const at = number.replace(/[a-z]$/i, '')
  return clauses.filter((each) => each.number === at || each.number.split('.')[0] === at)
}
