import { isTick } from '../../core/prompts/confirmations.ts'
import { clausesAt, type NumberedThings, type Numbering, type SentClause } from '../clauses.ts'
import { isAboutConfirming, isAboutQuestions, standsIn } from '../confirming.ts'
import type { Question } from '../returned.ts'
import { type Label, numberedIn } from './labels.ts'
import type { ReplyToken } from './tokens.ts'

/** A prompt that words are for: as an answer to it, or as a remark on its clause. */
type Place = { prompt: string; as: 'said' | 'clause'; clause?: string }
/** What a number in a reply stands for; or that it could be a clause or a question, or is a clause that is not plain. */
export type Meaning = Place[] | 'either' | 'a clause'

/** What a reply about the agreement calls it, and what an earlier message does. */
const OF_AGREEMENT =
  /\b(mou|memorandum|letter of understanding|clauses?|agreement|draft(?!\s+(?:agenda|minutes|report|e-?mail)))\b/i
const NAMED = /\b(mou|memorandum|letter) of understanding\b|\bMOU\b/i
const QUOTED = /["“”„«]([^"“”„«»\n]{2,200})["“”»]/g

export const placesOf = (at: Meaning | undefined): Place[] => (typeof at === 'object' ? at : [])
export const answering = (prompt: string): Place[] => [{ prompt, as: 'said' }]

/**
 * What finds the meaning of a label. A number that says "clause" or "question" is one. A bare number that could be both is what the
 * reply is about, as far as that is plain: from what was asked in it, from its subject and from what is said before the first number.
 */
export function meaningsIn(
  pieces: ReplyToken[],
  asked: Question[],
  { clauses = [], subject = '', numbers }: Numbering,
): (label: Label) => Meaning | undefined {
  const promptOf = numberedIn(asked)
  const about = numbers ?? aboutIn(pieces, subject)
  return (label) => {
    if (label.near) return undefined
    const prompt = promptOf(label.number)
    const question = prompt === undefined ? undefined : answering(prompt)
    if (label.kind === 'question' || label.numbers.length === 0) return question
    const clause = remarkOn(clauses, label)
    if (label.kind === 'clause' || about === 'clauses') return clause
    const isClause = label.numbers.some((number) => clausesAt(clauses, number).length > 0)
    if (about === 'questions' || !isClause) return question ?? (isClause ? clause : undefined)
    if (!label.numbers.some(promptOf) || isQuotedIn(clauses, label)) return clause
    // What nobody has agreed yet, nobody comments on.
    const places = placesOf(clause)
    return question && places.length > 0 && places.every(({ as }) => as === 'said') ? question : 'either'
  }
}

/** What the numbers of a reply are, as far as that shows outside what stands beside them. */
function aboutIn(pieces: ReplyToken[], subject: string): NumberedThings | undefined {
  const labels = pieces.flatMap((piece) => (piece.is === 'words' && piece.label) || [])
  const first = pieces.findIndex((piece) => piece.is === 'words' && piece.label)
  const said = pieces.slice(0, first).flatMap((piece) => (piece.is === 'words' ? piece.text : []))
  const isAsked =
    isAboutConfirming(subject) ||
    isAboutQuestions(subject) ||
    pieces.some(({ is }) => is === 'question' || is === 'mark') ||
    labels.some(({ kind, rest }) => kind === 'question' || isTick(rest))
  const isAgreement =
    OF_AGREEMENT.test([subject, ...said].join('\n')) ||
    labels.some(({ kind }) => kind === 'clause') ||
    pieces.some((piece) => piece.is === 'quoted' && NAMED.test(piece.text))
  return isAsked === isAgreement ? undefined : isAsked ? 'questions' : 'clauses'
}

/** The clauses that a label names. On one that is still a blank, a remark is an answer. */
function remarkOn(clauses: SentClause[], { numbers, rest }: Label): Meaning {
  const found = numbers.flatMap((number) => clauseAt(clauses, number, rest) ?? [])
  return found.length < numbers.length
    ? 'a clause'
    : found.map(({ prompt, number, isAgreed }) =>
        isAgreed ? { prompt, as: 'clause', clause: number } : { prompt, as: 'said' },
      )
}

/** The clause of that number; where drafts differ in it, the one that is quoted beside it. */
function clauseAt(clauses: SentClause[], number: string, beside: string): SentClause | undefined {
  const all = clausesAt(clauses, number)
  const quoted = all.filter(({ words }) => hasQuoted(words, beside))
  const chosen = quoted.length > 0 ? quoted : all
  return new Set(chosen.map(({ prompt }) => prompt)).size === 1 ? chosen[0] : undefined
}

const isQuotedIn = (clauses: SentClause[], { numbers, rest }: Label): boolean =>
  numbers.some((number) => clausesAt(clauses, number).some(({ words }) => hasQuoted(words, rest)))

/** Whether words stand beside a number in quotation marks that its clause has. */
const hasQuoted = (words: string, beside: string): boolean =>
  [...beside.matchAll(QUOTED)].some(([, quoted]) => standsIn(words, quoted!))
