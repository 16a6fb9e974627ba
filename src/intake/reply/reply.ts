import { type QuotedLine, quotedLinesOfText } from '../quoted-lines.ts'
import type { Leftover, Question, Returned, ReturnedAnswer } from '../returned.ts'
import { promptsCalled } from './labels.ts'
import { namedIn } from './named.ts'
import { aboveMarks, citedIn, earlierIn, signedIn } from './regions.ts'
import { tidy } from './tidy.ts'
import { type ReplyToken, tokensOf } from './tokens.ts'

/** Words that belong together: to a prompt, or to none. */
type Heap = {
  to: string | undefined
  what: 'words' | 'signature' | 'earlier' | 'quoted'
  near: string | undefined
  lines: string[]
}

/**
 * What a reply says to which prompt. Words stand under a question, a mark or a label up to the next one; all that has no place
 * is among the others, and nothing that was typed is left out. `ours` are paragraphs that hjp wrote, such as the reasons for its
 * questions and what one of its other partners said; `name` is the sender's, by which a signature is known, and `subject` may name the
 * questions in their order.
 */
export function readReply(
  lines: QuotedLine[],
  asked: Question[],
  ours: string[],
  { name, subject }: { name?: string | undefined; subject?: string | undefined } = {},
): Pick<Returned, 'answers' | 'others'> {
  const pieces = tokensOf(lines, asked, ours, name)
  return sortHeaps(heapsOf(pieces, asked, name, promptsCalled(subject, asked)))
}

/** What a reply says to which prompt, of a plain text file. */
export function readTextReply(
  text: string,
  asked: Question[],
  ours: string[],
): Omit<Returned, 'from' | 'on'> {
  const lines = quotedLinesOfText(text)
  return { ...readReply(lines, asked, ours), text: lines.map((line) => line.text).join('\n') }
}

function heapsOf(
  pieces: ReplyToken[],
  asked: Question[],
  name: string | undefined,
  called: string[],
): Heap[] {
  const idOf = new Map(asked.map(({ number, prompt }) => [number.toLowerCase(), prompt]))
  const isEarlier = earlierIn(pieces, asked)
  const signed = signedIn(pieces, isEarlier, name)
  const isAbove = aboveMarks(pieces, idOf)
  const isCited = citedIn(pieces)
  const isClosed = pieces.map((_, n) => Boolean(signed[n] || isEarlier[n]))
  const named = namedIn(pieces, asked, isClosed, called)
  const heaps: Heap[] = []
  let to: string | undefined
  let near: string | undefined
  /** Whether a question of hjp's stands above, and not yet its last line. */
  let isAsking = false
  /** How deep the mark for an answer is quoted that stands last above. */
  let marked: number | undefined
  /** Whether what was said last goes on. */
  let isOpen = false
  const place = (prompt: string | undefined) => {
    to = prompt
    near = prompt ?? near
    isOpen = false
  }
  const put = (text: string, place: string | undefined, what: Heap['what'] = 'words') => {
    const last = heaps.at(-1)
    if (isOpen && last?.to === place && last?.what === what) last.lines.push(text)
    else heaps.push({ to: place, what, near, lines: [text] })
    isOpen = true
  }
  pieces.forEach((piece, n) => {
    if (piece.is === 'question' || piece.is === 'mark') isAsking = true
    if (piece.is === 'end' || piece.is === 'start') isAsking = false
    if (piece.is === 'question') marked = undefined
    if (piece.is === 'mark') marked = piece.depth
    if (piece.is === 'question' || piece.is === 'mark') place(piece.prompt)
    else if (piece.is === 'end' || piece.is === 'start') {
      place(undefined)
      if (piece.is === 'start' && piece.said && isEarlier[n]) put(piece.said, undefined, 'earlier')
    } else if (piece.is === 'sent') {
      if (signed[n] && !isEarlier[n] && piece.text) put(piece.text, undefined, 'signature')
      else isOpen = false
    } else if (piece.is === 'quoted') {
      const isLed = isCited[n] && to !== undefined && heaps.at(-1)?.to === to && leadsOn(heaps.at(-1))
      if (piece.depth !== marked && !isCited[n]) isOpen = false
      if (piece.asks && !isLed) to = undefined
      if (isCited[n]) put(`> ${piece.text}`, isLed ? to : undefined, isLed ? 'words' : 'quoted')
      // Some people type into what is quoted. Under a mark for an answer it is one, and under a question it may be.
      else if (isAsking && !piece.asks && piece.text.trim())
        put(piece.text, piece.depth === marked ? to : undefined)
    } else if (piece.is === 'blank') {
      if (isOpen) heaps.at(-1)!.lines.push('')
    } else if (isEarlier[n]) put(piece.text, undefined, 'earlier')
    else if (!piece.isTyped) put(piece.text, undefined)
    else if (signed[n]) put(piece.text, undefined, 'signature')
    else {
      const name = named.get(n)
      if (name) place(name.prompt)
      const text = name?.prompt ? name.rest : piece.text
      if (text.trim()) put(text, isAbove[n] ? undefined : to)
    }
  })
  return withNearest(heaps)
}

/** Whether words go on with what somebody else said. */
const leadsOn = (heap: Heap | undefined): boolean =>
  /:\s*$|^> /.test(heap?.lines.findLast((line) => line.trim() !== '') ?? '')

/** Heaps that stand before the first prompt are nearest to it. */
function withNearest(heaps: Heap[]): Heap[] {
  const first = heaps.find(({ near }) => near)?.near
  return heaps.map((heap) => ({ ...heap, near: heap.near ?? first }))
}

function sortHeaps(heaps: Heap[]): Pick<Returned, 'answers' | 'others'> {
  const answers = new Map<string, ReturnedAnswer>()
  const others: Leftover[] = []
  for (const { to, what, near, lines } of heaps) {
    const words = tidy(lines)
    if (words === '') continue
    const before = to && answers.get(to)
    if (before) before.words += `\n\n${words}`
    else if (to) answers.set(to, { prompt: to, as: 'said', words })
    else others.push({ what, near, words })
  }
  return { answers: [...answers.values()], others }
}
