import { clausesAt, type SentClause } from '../clauses.ts'
import type { QuotedLine } from '../quoted-lines.ts'
import type { Question } from '../returned.ts'
import { type Label, labelOf, looksLikeOne, ordinalOf } from './labels.ts'
import { originalAt } from './quote-header.ts'
import { answerMark, END, findStanding } from './standing.ts'
import { withoutTopic } from './titles.ts'

/** A reply taken apart: what hjp sent, what others wrote before, and what is new. */
export type ReplyToken =
  /** Words that were not sent. `isTyped` is false for those that were typed into a quoted line, and `isSigned` says that their program marks them as a signature. */
  | { is: 'words'; text: string; isTyped: boolean; label?: Label; isSigned?: true }
  /** An empty line, or words that were struck out of the line above or were all of this one. */
  | { is: 'blank'; struck?: string }
  /** Somebody's earlier words, or such as were typed into what is quoted. `asks` is a question of theirs; by its number it may be one of hjp's, in other words. */
  | { is: 'quoted'; asks: boolean; text: string; depth: number; ordinal?: string }
  /** A question of hjp's, its heading alone, or a mark for its answer. It is for none where the same words stand for several. */
  | { is: 'question'; prompt: string | undefined; isAsked: boolean; depth: number; ordinal?: string }
  | { is: 'mark'; prompt: string; depth: number }
  /** Words of hjp's; those on a line that is not quoted could be in somebody's signature. */
  | { is: 'sent'; depth: number; text?: string }
  | { is: 'end' }
  /** Another message begins. `said` is how that is told, where a sender may have typed it. */
  | { is: 'start'; isPassedOn: boolean; isQuoted: boolean; said?: string }

/** Paragraphs of hjp's that a program puts on one line, at most. */
const IN_LINE = 8
/** What hjp says under a question, of those it heard and before those that follow. With other names in it, it is nobody's answer. */
const UNDER = /^(?:We have heard from .+\.|If you said yes to (?:question )?\S+:)$/

const lastSaid = (pieces: ReplyToken[]): ReplyToken['is'] =>
  pieces.findLast(({ is }) => is !== 'blank')?.is ?? 'blank'

/** What finds whether a number is asked, and new, and another that is asked begins a line above. */
const isNextBelow = (pieces: ReplyToken[], asked: Question[]) => (number: string) => {
  const isAsked = (each: string) => asked.some((one) => one.number.toLowerCase() === each.toLowerCase())
  const above = pieces.flatMap((piece) => (piece.is === 'words' && piece.label?.number) || [])
  return isAsked(number) && above.some(isAsked) && !above.includes(number)
}

/** Whether a label could name a question that was not asked, or a clause. */
const couldName = ({ kind, number, numbers, near }: Label, clauses: SentClause[]): boolean =>
  kind === 'clause' ||
  (number !== near && (looksLikeOne(number) || numbers.some((each) => clausesAt(clauses, each).length > 0)))

/** What was struck out of a line that somebody typed into. */
const struckBeside = ({ struck }: QuotedLine, is: ReplyToken['is']): ReplyToken[] =>
  struck && ['words', 'mark', 'question'].includes(is) ? [{ is: 'blank', struck }] : []

/** How long the longest line is that somebody typed; an address is not wrapped. */
const widthTyped = (lines: QuotedLine[]): number =>
  lines.reduce(
    (most, { depth, text }) => (depth === 0 && !/\S{40}/.test(text) ? Math.max(most, text.length) : most),
    0,
  )

/** What each line of a reply is, from the first to the last. `ours` are paragraphs that hjp wrote; a sender's own name is none. */
export function tokensOf(
  given: QuotedLine[],
  asked: Question[],
  ours: string[],
  name?: string,
  clauses: SentClause[] = [],
): ReplyToken[] {
  // What hjp sent is known even where somebody struck it out.
  const lines = given.map((line) => ({ ...line, text: line.text || (line.struck ?? '') }))
  const idOf = new Map(asked.map(({ number, prompt }) => [number.toLowerCase(), prompt]))
  const topicOf = new Map(asked.map(({ number, topic }) => [number.toLowerCase(), topic]))
  const all: ReplyToken[] = []
  const sentAt = findStanding(lines, all, asked, ours)
  // What has a mark for an answer in it is a form, and begins with what hjp said.
  let isReply = lines.some(({ depth, text }) => depth === 0 && answerMark(text))
  let [before, inLine, width] = ['', 0, widthTyped(lines)]
  /** Whether all of the line is struck out. */
  let isGone = false
  const words = ({ depth, text, isSigned }: QuotedLine) => {
    if (isGone) return all.push({ is: 'blank', ...(depth === 0 && { struck: text }) })
    const isTyped = depth === 0 && !(UNDER.test(text.trim()) && ['question', 'sent'].includes(lastSaid(all)))
    const found = isTyped ? labelOf(text, before, isNextBelow(all, asked), width) : undefined
    const label = found && withoutTopic(found, topicOf.get(found.number.toLowerCase()))
    const isKnown = label && (idOf.has(label.number.toLowerCase()) || couldName(label, clauses))
    all.push({ is: 'words', text, isTyped, ...(isKnown && { label }), ...(isSigned && { isSigned }) })
  }
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!
    isGone = given[n]!.text === '' && line.text !== ''
    const original = originalAt(lines, n)
    const mark = answerMark(line.text)
    const id = mark && idOf.get(mark.number)
    const isSigners = line.isSigned || (line.depth === 0 && line.text.trim() === name)
    const found = original || id || isSigners ? undefined : sentAt(n, isReply)
    if (original) {
      const { lines: over, ...start } = original
      all.push({ is: 'start', ...start })
      n += over - 1
    } else if (line.text.trim() === '') all.push({ is: 'blank' })
    else if (id) {
      all.push({ is: 'mark', prompt: id, depth: line.depth })
      // Nothing that hjp sends stands behind a mark, quoted or not.
      if (mark.rest.trim()) words({ depth: 0, text: mark.rest })
    } else if (found) {
      const { prompts, isQuestion, isAsked, ordinal } = found
      const prompt = prompts.length === 1 ? prompts[0] : undefined
      const { depth } = line
      if (isQuestion) all.push({ is: 'question', prompt, isAsked, depth, ...(ordinal && { ordinal }) })
      else if (END.test(line.text)) all.push({ is: 'end' })
      else all.push({ is: 'sent', depth, ...(depth === 0 && found.lines === 1 && { text: line.text }) })
      n += found.lines - 1
      // What follows on the same line may be more that was sent.
      inLine = found.rest.trim() ? inLine + 1 : 0
      if (inLine > 0) {
        lines[n] = { depth: lines[n]!.depth, text: found.rest }
        if (inLine < IN_LINE && sentAt(n, true)) n -= 1
        else {
          words(lines[n]!)
          inLine = 0
        }
      }
    } else if (END.test(line.text)) {
      all.push({ is: 'end' })
      const text = line.text.replace(END, '')
      if (line.depth === 0 && text) words({ depth: 0, text })
    } else if (line.depth > 0 && !isGone) {
      const { text, depth } = line
      const ordinal = ordinalOf(text)?.number
      all.push({ is: 'quoted', asks: /\?["'”’]?\s*$/.test(text), text, depth, ...(ordinal && { ordinal }) })
    } else words(line)
    const last = all.at(-1)!.is
    if (last !== 'blank' && last !== 'words') isReply = true
    before = last === 'words' ? line.text : ''
    if (!isGone) all.push(...struckBeside(line, last))
  }
  return all
}
