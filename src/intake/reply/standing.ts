import { WHICH_CONFIRMATION } from '../../core/prompts/confirmations.ts'
import { WHICH_DECISION } from '../../core/prompts/decisions.ts'
import { WHICH_LEVEL, WHICH_RATING } from '../../core/prompts/questionnaires.ts'
import type { QuotedLine } from '../quoted-lines.ts'
import type { Question } from '../returned.ts'
import { bareWords, findOwnWords, type OwnWords } from './own-words.ts'

/** What is known of a token above. */
type Above = { is: string; depth?: number; prompt?: string | undefined }

const WHICH = [WHICH_DECISION, WHICH_CONFIRMATION, WHICH_RATING, WHICH_LEVEL]
  .map((which) => which.replace('?', '\\?'))
  .join('|')
const MARK = new RegExp(
  `^[\\s*_]*((?:${WHICH})\\s+)?Your answer to Q?(\\d+\\.\\d+[a-z]?)(?![a-z\\d])\\s*(:?)[*_]*(.*)$`,
  'i',
)

/** The number in a mark for an answer, and what stands behind it. A page has no colon there. */
export function answerMark(line: string): { number: string; rest: string } | undefined {
  const [, which, number, colon, rest = ''] = MARK.exec(line) ?? []
  return number && (which || colon || rest.trim() === '') ? { number: number.toLowerCase(), rest } : undefined
}

/** With this hjp's questions are over, in a worksheet and in an email. */
export const END = /^[\s*_]*(That was the last question\b|You can write under (?:each|the) question\b)[.\s]*/i
/** The heads of the columns of a form, which stay where it is saved as text. */
const COLUMNS = /^\s*(?:(?:Question|Statement|What is agreed)(?:\s+Your answer)?|Your answer)\s*$/i
const COLUMN: OwnWords = {
  ...{ prompts: [], isQuestion: false, isAsked: false, isTelling: false, lines: 1, rest: '' },
}

/**
 * What finds hjp's words where they can stand. Elsewhere the same words are somebody's, who may answer with the very words of a
 * heading or of a position. `above` are the tokens so far.
 */
export function findStanding(lines: QuotedLine[], above: Above[], asked: Question[], ours: string[]) {
  const sentAt = findOwnWords(lines, asked, ours)
  const isQuoted = lines.some(({ depth, text }, n) => depth > 0 && (answerMark(text) || sentAt(n, false)))
  /** Whether it begins with what a question is called, whatever was typed behind that. */
  const isCalled = (n: number): boolean => {
    const line = ` ${bareWords(lines[n]!.text).join(' ')} `
    return asked.some(
      ({ ask, number, topic }) => ask && line.startsWith(` ${bareWords(`${number} ${topic}`).join(' ')} `),
    )
  }
  /** Whether what stands below, but for the heads of columns, is a question. */
  const isHeading = (n: number): boolean => {
    const next = lines.findIndex(({ text }, at) => at > n && text.trim() !== '' && !COLUMNS.test(text))
    if (next < 0) return COLUMNS.test(lines[n]!.text)
    return !/[.!?]\s*$/.test(lines[n]!.text) && (sentAt(next, true)?.isQuestion === true || isCalled(next))
  }
  /** Whether it calls a row of a table, whose first cell is next, whatever was typed there. */
  const isRowsHeading = (n: number): boolean => {
    const [, number] = /^\s*(\d+)\s/.exec(lines[n]!.text) ?? []
    const next = lines.find(({ text }, at) => at > n && text.trim() !== '')
    return number !== undefined && next?.text.trimStart().startsWith(`${number}.`) === true
  }
  const cells = new Set(asked.flatMap(({ row, prompt }) => (row === undefined ? [] : prompt)))
  const canStand = (n: number, { isQuestion, isTelling }: OwnWords): boolean => {
    const { depth, text } = lines[n]!
    if (depth > 0 || isQuestion || END.test(text)) return true
    // Where the message is quoted, what is not is typed, but for what was copied along with a question.
    if (isQuoted) return isTelling && isCopied(above.findLast(({ is }) => is !== 'blank'))
    const last = above.findLast(({ is }) => is !== 'blank' && is !== 'words')
    if (last?.is === 'question' && cells.has(last.prompt ?? '')) return isRowsHeading(n)
    return last?.is !== 'mark' || isHeading(n)
  }
  return (n: number, isReply: boolean): OwnWords | undefined => {
    const found = sentAt(n, isReply)
    if (!found && !isQuoted && COLUMNS.test(lines[n]!.text) && isHeading(n)) return COLUMN
    return found && canStand(n, found) ? found : undefined
  }
}

const isCopied = (last: Above | undefined): boolean =>
  (last?.is === 'question' || last?.is === 'sent') && last.depth === 0
