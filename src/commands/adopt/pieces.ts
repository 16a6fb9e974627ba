import type { Prompt } from '../../core/prompts/prompts.ts'
import { ledParagraphs } from '../../core/record/adopt.ts'
import type { Destination } from '../../core/record/adopt-list.ts'
import { isCalledIn, likelyPrompts } from '../../core/search/likely-prompts.ts'
import { type Beside, FOOTNOTE, type OldClause } from '../../intake/agreement/old-clauses.ts'
import type { Opened } from '../shared/open.ts'
import type { OldDocument } from './read-document.ts'

/** Clauses under one heading that seem to answer one question, and the three that they are likeliest to answer. */
export type Piece = { clauses: OldClause[]; candidates: Prompt[] }

/** How many questions are offered. */
const OFFERED = 3

const BESIDE: Record<Beside, string> = {
  title: 'a title, or who the parties are',
  contents: 'a table of contents',
  signature: 'where it was signed',
  remark: 'a comment, a footnote or the head of a page',
}

/** A heading that runs into its clause: "Entire agreement. This letter is …" */
const RUN_IN = /^(\p{Lu}[\p{L}'’-]*(?: [\p{L}&'’-]+){0,3})\.\s+\p{Lu}/u
const runInOf = ({ paragraphs: [first = ''] }: OldClause): string[] => RUN_IN.exec(first)?.slice(1) ?? []
/** The headings of a clause, the nearest last, with the one that its words begin with. */
const headingsOf = (clause: OldClause): string[] => [...clause.headings, ...runInOf(clause)]

/** What a clause says, without its footnotes: they tell what words mean, and not what it is about. */
const bodyOf = ({ paragraphs }: OldClause): string =>
  paragraphs.filter((each) => !each.startsWith(FOOTNOTE)).join('\n')

/** An agreement in pieces, in its order. What is no clause has no candidates. */
export function piecesOf({ clauses }: OldDocument, { parts, library }: Opened): Piece[] {
  const likely = likelyPrompts(parts, library.clauses)
  const pieces: Piece[] = []
  for (const clause of clauses) {
    const candidates = clause.beside ? [] : likely(headingsOf(clause), bodyOf(clause)).slice(0, OFFERED)
    const last = pieces.at(-1)
    const piece = { clauses: [clause], candidates }
    if (last && areSame(last, piece)) last.clauses.push(clause)
    else pieces.push(piece)
  }
  return pieces
}

/** Whether two pieces stand under the same heading, and are likely to answer the same questions. */
function areSame(one: Piece, other: Piece): boolean {
  const [first, second] = [one.clauses[0]!, other.clauses[0]!]
  return (
    first.headings.join('\n') === second.headings.join('\n') &&
    first.beside === second.beside &&
    runInOf(second).length === 0 &&
    one.candidates.every((prompt) => other.candidates.includes(prompt))
  )
}

/** What a piece says, with what leads to it. */
export const pieceParagraphs = ({ clauses }: Piece): string[] => ledParagraphs(clauses).flat()

/** What stands above a piece in its agreement, and what numbers it: "Referral, 5.1". */
export function pieceHeading({ clauses: [first] }: Piece): string {
  const { headings, number } = first!
  return [headings.slice(-2).join(' > '), number].filter(Boolean).join(', ')
}

/** Whether the heading of a piece names the first question that it may answer: else that is a guess. */
export const isNamedAbove = ({ clauses: [first], candidates: [likeliest] }: Piece): boolean =>
  likeliest !== undefined && isCalledIn(headingsOf(first!).at(-1), likeliest)

/** Where a piece would go. */
export function likeliest({ clauses: [first], candidates: [prompt] }: Piece): Destination {
  const { beside } = first!
  const headings = headingsOf(first!)
  if (beside) return { left: BESIDE[beside] }
  if (prompt) return { prompt }
  return headings.length > 0 ? { own: headings.at(-1)! } : { left: 'no question seems to ask for it' }
}
