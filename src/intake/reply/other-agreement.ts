import type { SentClause } from '../clauses.ts'
import { standsIn } from '../confirming.ts'
import { isNew } from './regions.ts'
import type { ReplyToken } from './tokens.ts'

/** What an agreement calls itself, in a line of its own, and what a line says that only speaks of one. */
const TITLE =
  /^[\s*_#]*(?:\p{Lu}\S* |and |of ){0,6}(?:(?:[Mm]emorandum|MEMORANDUM|[Ll]etter|LETTER) (?:of|OF) (?:[Uu]nderstanding|UNDERSTANDING|[Aa]greement|AGREEMENT)|\p{L}+ (?:Agreement|AGREEMENT))(?: (?:[Bb]etween|BETWEEN|[Ff]or|FOR|[Ww]ith|WITH) [^:?]*| ?\(M[Oo]U\))?[\s*_]*$/u
const SPEAKS_OF =
  /\b(?:(?:comment|feedback|change|edit|respon[ds]|repl[iy]|remark|note|view|thought|answer|suggest|question)\w*|re|on|about|our|your|we|i)\b/i
const HEADING = /^[\s*_#]*(\d{1,2})[.)]?\s+\p{L}[^.;?]{0,80}$/u
/** Lines in which a title can stand. */
const TOP = 5
/** Clauses of it below a title, and sections of it whose headings have numbers too. */
const [FEWEST_CLAUSES, FEWEST_SECTIONS] = [2, 2]

/**
 * Whether a reply is none, but an agreement from elsewhere: it has a title, or numbered headings above clauses of their number, and
 * nothing of what hjp sent is in it.
 */
export function isOtherAgreement(pieces: ReplyToken[], clauses: SentClause[] = []): boolean {
  if (pieces.some(({ is }) => is === 'question' || is === 'mark' || is === 'end')) return false
  const lines = pieces.filter(isNew)
  const numbered = lines.flatMap(({ label }) => (label ? [label] : []))
  if (numbered.some(({ kind }) => kind === 'question')) return false
  const all = lines.map(({ text }) => text).join('\n')
  if (clauses.some((clause) => ofClause(clause).some((words) => standsIn(all, words)))) return false
  const title = lines.slice(0, TOP).findIndex(({ text }) => TITLE.test(text))
  const isTitled = title >= 0 && !lines.slice(0, title + 1).some(({ text }) => SPEAKS_OF.test(text))
  const sections = lines.filter(({ text }, n) => {
    const [, number] = HEADING.exec(text) ?? []
    return number !== undefined && lines[n + 1]?.label?.number === `${number}.1`
  })
  return (isTitled && numbered.length >= FEWEST_CLAUSES) || sections.length >= FEWEST_SECTIONS
}

/** How a clause of ours begins where it stands whole: with its number, and with its heading or without. */
const ofClause = ({ number, words }: SentClause): string[] =>
  [words, ...words.split('\n').slice(1)].map((each) => `${number} ${each}`)
