import type { Question } from '../returned.ts'
import { isPostscript } from './courtesies.ts'
import { isSentFrom } from './footers.ts'
import { ordinalOf } from './labels.ts'
import { signatureIn } from './signature.ts'
import { topicOf } from './titles.ts'
import type { ReplyToken } from './tokens.ts'

type WordsToken = Extract<ReplyToken, { is: 'words' }>

/** What must be known of a whole reply before its words can be placed. */

const isAnchor = ({ is }: ReplyToken): boolean => is === 'question' || is === 'mark'
const isOurs = (piece: ReplyToken): boolean => isAnchor(piece) || piece.is === 'sent' || piece.is === 'end'
const answers = (piece: ReplyToken): boolean => isAnchor(piece) || hasLabel(piece)
export const isNew = (piece: ReplyToken): piece is WordsToken => piece.is === 'words' && piece.isTyped

/** Which pieces the sender quotes, a colleague or a rule: lines with a mark that neither follow a header nor touch what hjp sent. */
export function citedIn(pieces: ReplyToken[]): boolean[] {
  const all = pieces.map(() => false)
  let from = 0
  for (let n = 0; n <= pieces.length; n++) {
    const after = pieces[n]
    if (after?.is === 'quoted' || after?.is === 'blank') continue
    const before = pieces[from - 1]
    const isOriginal = before?.is === 'start' || [before, after].some((each) => each && isOurs(each))
    // A colon leads up to a paragraph of a quotation, even where hjp's own words follow.
    const isLed = before && isNew(before) && /:\s*$/.test(before.text)
    if (!isOriginal) all.fill(true, from, n)
    else if (isLed) all.fill(true, from, from + paragraphIn(pieces.slice(from, n)))
    from = n + 1
  }
  return all
}

/** How many pieces the first paragraph of a quotation has, where it is not all of it. */
function paragraphIn(quoted: ReplyToken[]): number {
  const end = quoted.findIndex(({ is }, n) => is === 'blank' && quoted[n - 1]?.is === 'quoted')
  return Math.max(end, 0)
}

/** Which pieces stand above all that was sent or is quoted of it, or below the last line of it. */
export function besideOriginal(pieces: ReplyToken[]): boolean[] {
  const isCited = citedIn(pieces)
  const isOriginal = pieces.map(
    (piece, n) =>
      !(piece.is === 'words' || piece.is === 'blank' || isCited[n]) &&
      !(piece.is === 'start' && piece.isPassedOn),
  )
  const top = isOriginal.includes(true) ? isOriginal.indexOf(true) : pieces.length
  const last = isOriginal.lastIndexOf(true)
  const isOver = pieces.findLast((piece) => isAnchor(piece) || piece.is === 'end')?.is === 'end'
  return pieces.map((_, n) => n < top || (isOver && n > last))
}

/**
 * Which pieces are an earlier message's own, where it is not marked as quoted: what stands above hjp's first question there, and
 * below its last line up to where answers are given by their numbers or topics. They are its writer's and never the partner's.
 */
export function earlierIn(pieces: ReplyToken[], asked: Question[]): boolean[] {
  const all = pieces.map(() => false)
  pieces.forEach((piece, n) => {
    if (piece.is !== 'start' || (piece.isPassedOn && !pieces.slice(0, n).some(answers))) return
    const inside = messageAt(pieces, n)
    const end = n + 1 + inside.length
    if (!inside.some(isOurs) && piece.said) all[n] = true
    if (piece.isQuoted) return
    const first = inside.findIndex(isAnchor)
    all.fill(true, n + 1, first < 0 ? end : n + 1 + first)
    const over = inside.findLastIndex(({ is }) => is === 'end')
    if (first < 0 || over < first || inside.slice(over).some(isAnchor)) return
    const topics = asked.filter(({ prompt }) =>
      inside.some((each) => each.is === 'question' && each.prompt === prompt),
    )
    const named = inside.findIndex(
      (each, at) =>
        at > over && isNew(each) && (each.label || ordinalOf(each.text) || topicOf(each.text, topics)),
    )
    all.fill(true, n + 1 + over, named < 0 ? end : n + 1 + named)
  })
  return all
}

/** What stands in the message that begins here, up to the next. */
function messageAt(pieces: ReplyToken[], n: number): ReplyToken[] {
  const next = pieces.findIndex(({ is }, at) => at > n && is === 'start')
  return pieces.slice(n + 1, next < 0 ? pieces.length : next)
}

/** Which quoted pieces somebody may have typed into what is quoted: under the mark for an answer they are one, under a question they may be. */
export function typedInto(pieces: ReplyToken[]): ('answer' | 'maybe' | undefined)[] {
  let isAsking = false
  let marked: number | undefined
  return pieces.map((piece) => {
    if (isAnchor(piece)) isAsking = true
    if (piece.is === 'end' || piece.is === 'start') isAsking = false
    if (isAnchor(piece)) marked = piece.is === 'mark' ? piece.depth : undefined
    if (piece.is !== 'quoted' || piece.asks || !isAsking || piece.text.trim() === '') return undefined
    return piece.depth === marked ? 'answer' : 'maybe'
  })
}

/** Which pieces stand between a question and the mark for its answer: who said what there cannot be told. */
export function aboveMarks(
  pieces: ReplyToken[],
  numbered: (number: string) => string | undefined,
): boolean[] {
  const all = pieces.map(() => false)
  pieces.forEach((mark, n) => {
    if (mark.is !== 'mark') return
    // A label above what is quoted, or above what hjp says before its first question, is the partner's.
    let isAsked = false
    let isAboveForm = false
    for (let at = n - 1; at >= 0; at--) {
      const piece = pieces[at]!
      if (piece.is === 'mark' || piece.is === 'start' || piece.is === 'end') break
      const prompt = promptOf(piece, numbered)
      if (prompt && prompt !== mark.prompt) break
      if (prompt && isNew(piece) && (mark.depth > 0 || (isAboveForm && !leadsUp(pieces.slice(at, n))))) break
      if (prompt && piece.is === 'question') isAsked = true
      if (isAsked && piece.is === 'sent') isAboveForm = true
      if (prompt) all.fill(true, at, n)
    }
  })
  return all
}

const isWhy = (piece: ReplyToken): boolean => piece.is === 'sent' && /^\W*Why we ask:/.test(piece.text ?? '')

/** Which pieces follow a whole question, or why it is asked, where nothing stands in the place for its answer: then they are what is said to it. */
export function besidePlaces(pieces: ReplyToken[], isClosed: boolean[]): boolean[] {
  const all = pieces.map(() => false)
  const isSaid = (piece: ReplyToken, n: number) =>
    (isNew(piece) || piece.is === 'quoted') && piece.text.trim() !== '' && !isClosed[n]
  pieces.forEach((ask, n) => {
    if (ask.is !== 'question' || !ask.isAsked) return
    const next = (from: number, isIt: (piece: ReplyToken) => boolean) => {
      const at = pieces.findIndex((piece, found) => found >= from && isIt(piece))
      return at < 0 ? pieces.length : at
    }
    const mark = next(n + 1, isAnchor)
    const place = pieces[mark]
    if (place?.is !== 'mark' || place.prompt !== ask.prompt) return
    const isOver = (piece: ReplyToken) => isAnchor(piece) || piece.is === 'end' || piece.is === 'start'
    if (pieces.some((piece, at) => at > mark && at < next(mark + 1, isOver) && isSaid(piece, at))) return
    const end = next(
      n + 1,
      (piece) => !(piece.is === 'blank' || isWhy(piece) || (isNew(piece) && !piece.label)),
    )
    // A colon may lead up to what somebody else said.
    if (!pieces.slice(n + 1, end).some((piece) => isNew(piece) && leadsUp([piece])))
      all.fill(true, n + 1, end)
  })
  return all
}

/** Whether the last of some words may say who wrote what follows. */
const leadsUp = (pieces: ReplyToken[]): boolean => /[:：]\s*$/.test(pieces.findLast(isNew)?.text ?? '')

function promptOf(piece: ReplyToken, numbered: (number: string) => string | undefined): string | undefined {
  if (piece.is === 'question') return piece.prompt
  return piece.is === 'words' && piece.label ? numbered(piece.label.number) : undefined
}

/** Which pieces are a signature: the last new words before an original, or of all. */
export function signedIn(
  pieces: ReplyToken[],
  isEarlier: boolean[],
  name: string | undefined,
  people: string[] = [],
): boolean[] {
  const all = markedIn(pieces).map((isMarked, n) => isMarked || isSent(pieces[n]!))
  const lastNew = pieces.findLastIndex((piece, n) => isNew(piece) && !isEarlier[n])
  const firstAnchor = pieces.findIndex(isAnchor)
  let from = 0
  let isAnswer = false
  for (let n = 0; n <= pieces.length; n++) {
    const piece = pieces[n]
    if (piece && !isEarlier[n] && goesOn(piece)) continue
    const isLast = n > lastNew || piece?.is === 'start' || (piece && isAdded(piece))
    const isBefore = firstAnchor < 0 || n <= firstAnchor
    if (isLast || (isBefore && piece && !hasLabel(piece)))
      all.fill(true, from + signatureIn(pieces.slice(from, n).map(saidIn), name, isAnswer, people), n)
    from = n
    if (piece && (isAnchor(piece) || hasLabel(piece))) isAnswer = true
    else if (piece?.is === 'end' || piece?.is === 'start') isAnswer = false
  }
  return all
}

/** Whether a message goes on with it, below a signature. */
export const isAdded = (piece: ReplyToken): boolean => isNew(piece) && isPostscript(piece.text)
const isSent = (piece: ReplyToken): boolean => piece.is === 'words' && isSentFrom(piece.text)
const isMarked = (piece: ReplyToken): boolean => piece.is === 'words' && piece.isSigned === true

/** Which pieces their program marks as a signature. Somebody who answers in there, where nothing else is said, signs nothing. */
function markedIn(pieces: ReplyToken[]): boolean[] {
  const marked = pieces.filter(isMarked).filter(isNew)
  const isAnswered = marked.some(({ text, label }) => label || ordinalOf(text))
  const isAll = pieces.filter(isNew).every(isMarked)
  return pieces.map((piece) => !isAnswered && !isAll && isMarked(piece))
}

/** Whether the words above go on: a service that hjp knows from the file, on a line of its own, may be in somebody's signature. */
const goesOn = (piece: ReplyToken): boolean =>
  piece.is === 'blank' ||
  (piece.is === 'sent' && piece.text !== undefined) ||
  (isNew(piece) && !hasLabel(piece) && !isAdded(piece))
const hasLabel = (piece: ReplyToken): boolean => piece.is === 'words' && piece.label !== undefined

function saidIn(piece: ReplyToken): string {
  if (piece.is === 'words') return piece.label?.rest ?? piece.text
  return (piece.is === 'sent' && piece.text) || ''
}
