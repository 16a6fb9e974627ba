import { ordinalOf } from './labels.ts'
import { isSentFrom, signatureIn } from './signature.ts'
import type { ReplyToken } from './tokens.ts'

type WordsToken = Extract<ReplyToken, { is: 'words' }>

/** What must be known of a whole reply before its words can be placed. */

const isAnchor = ({ is }: ReplyToken): boolean => is === 'question' || is === 'mark'
const isNew = (piece: ReplyToken): piece is WordsToken => piece.is === 'words' && piece.isTyped

/** How many pieces stand above all that was sent or quoted. */
export function topOf(pieces: ReplyToken[]): number {
  const first = pieces.findIndex(
    (piece) => piece.is !== 'words' && piece.is !== 'blank' && !(piece.is === 'start' && piece.isPassedOn),
  )
  return first < 0 ? pieces.length : first
}

/**
 * Which prompt the plain numbers above an original stand for. Only where they run 1, 2, 3 and so on, no label says it better,
 * and the original numbers that many questions in one way, or numbers none and has just so many.
 */
export function ordinalsOf(pieces: ReplyToken[], signed: boolean[]): Map<number, string> | undefined {
  const top = pieces
    .slice(0, topOf(pieces))
    .flatMap((piece, n) => (isNew(piece) && !signed[n] ? [piece] : []))
  const ordinals = top.flatMap(({ text }) => ordinalOf(text)?.number ?? [])
  const numbers = new Map<number, string>()
  for (const piece of pieces) {
    if (piece.is !== 'question' || !piece.ordinal || !piece.prompt) continue
    if ((numbers.get(piece.ordinal) ?? piece.prompt) !== piece.prompt) return undefined
    numbers.set(piece.ordinal, piece.prompt)
  }
  const asked = [...new Set(pieces.flatMap((piece) => (piece.is === 'question' && piece.prompt) || []))]
  if (numbers.size === 0 && asked.length === ordinals.length)
    for (const [n, prompt] of asked.entries()) numbers.set(n + 1, prompt)
  const isRun = ordinals.every((number, n) => number === n + 1 && numbers.has(number))
  return isRun && ordinals.length > 0 && !top.some(({ label }) => label) ? numbers : undefined
}

/** Which pieces stand in an earlier message that is not marked as quoted and asks nothing of hjp's: whose words are they? */
export function earlierIn(pieces: ReplyToken[]): boolean[] {
  const all = pieces.map(() => false)
  pieces.forEach((piece, n) => {
    if (piece.is !== 'start' || piece.isPassedOn) return
    const next = pieces.findIndex(({ is }, at) => at > n && is === 'start')
    const end = next < 0 ? pieces.length : next
    const inside = pieces.slice(n + 1, end)
    const isUnquoted = inside.find(({ is }) => is !== 'blank')?.is === 'words'
    if (isUnquoted && !inside.some(isAnchor)) all.fill(true, n + 1, end)
  })
  return all
}

/** Which pieces stand between a question and the mark for its answer: who said what there cannot be told. */
export function aboveMarks(pieces: ReplyToken[], idOf: Map<string, string>): boolean[] {
  const all = pieces.map(() => false)
  pieces.forEach((mark, n) => {
    if (mark.is !== 'mark') return
    for (let at = n - 1; at >= 0; at--) {
      const piece = pieces[at]!
      if (piece.is === 'mark' || piece.is === 'start' || piece.is === 'end') break
      const prompt = promptOf(piece, idOf)
      if (prompt && prompt !== mark.prompt) break
      if (prompt) all.fill(true, at, n)
    }
  })
  return all
}

function promptOf(piece: ReplyToken, idOf: Map<string, string>): string | undefined {
  if (piece.is === 'question') return piece.prompt
  return piece.is === 'words' && piece.label ? idOf.get(piece.label.number.toLowerCase()) : undefined
}

/** Which pieces are a signature: the last new words before an original, or of all. */
export function signedIn(pieces: ReplyToken[], name: string | undefined): boolean[] {
  const all = pieces.map((piece) => piece.is === 'words' && isSentFrom(piece.text))
  const lastNew = pieces.findLastIndex(isNew)
  const firstAnchor = pieces.findIndex(isAnchor)
  let from = 0
  let isAnswer = false
  for (let n = 0; n <= pieces.length; n++) {
    const piece = pieces[n]
    if (piece?.is === 'blank' || (piece && isNew(piece) && !hasLabel(piece))) continue
    const isLast = n > lastNew || piece?.is === 'start'
    const isBefore = firstAnchor < 0 || n <= firstAnchor
    if (isLast || (isBefore && piece && !hasLabel(piece))) {
      const run = pieces
        .slice(from, n)
        .map((each) => (each.is === 'words' ? (each.label?.rest ?? each.text) : ''))
      all.fill(true, from + signatureIn(run, name, isAnswer), n)
    }
    from = n
    if (piece && (isAnchor(piece) || hasLabel(piece))) isAnswer = true
    else if (piece?.is === 'end' || piece?.is === 'start') isAnswer = false
  }
  return all
}

const hasLabel = (piece: ReplyToken): boolean => piece.is === 'words' && piece.label !== undefined
