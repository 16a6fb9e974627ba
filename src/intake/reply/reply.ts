import type { Numbering } from '../clauses.ts'
import { type QuotedLine, quotedLinesOfText } from '../quoted-lines.ts'
import type { Leftover, Question, Returned, ReturnedAnswer } from '../returned.ts'
import { numberedIn } from './labels.ts'
import { answering, beginningsIn, type Meaning, placesOf } from './meaning.ts'
import { aboveMarks, earlierIn, signedIn } from './regions.ts'
import { tidy } from './tidy.ts'
import { type ReplyToken, tokensOf } from './tokens.ts'

/** Words that belong together: to prompts, or to none. */
type Heap = {
  to: Meaning | undefined
  what: 'words' | 'signature'
  near: string | undefined
  lines: string[]
}

/** Whose reply it is, and what is known of its numbers. */
type Sending = Numbering & { name?: string | undefined }

/**
 * What a reply says to which prompt. Words stand under a question, a mark or a label up to the next one; all that has no place
 * is among the others, and nothing that was typed is left out. `ours` are paragraphs that hjp wrote, such as the reasons for its
 * questions and what one of its other partners said; `name` is the sender's, by which a signature is known.
 */
export function readReply(
  lines: QuotedLine[],
  asked: Question[],
  ours: string[],
  about: Sending = {},
): Pick<Returned, 'answers' | 'others'> {
  return sortHeaps(heapsOf(tokensOf(lines, asked, ours, about.clauses), asked, about))
}

/** What a reply says to which prompt, of a plain text file. */
export function readTextReply(
  text: string,
  asked: Question[],
  ours: string[],
  about: Numbering = {},
): Omit<Returned, 'from' | 'on'> {
  const lines = quotedLinesOfText(text)
  return { ...readReply(lines, asked, ours, about), text: lines.map((line) => line.text).join('\n') }
}

function heapsOf(pieces: ReplyToken[], asked: Question[], about: Sending): Heap[] {
  const signed = signedIn(pieces, about.name)
  const beginsAt = beginningsIn(pieces, asked, about, signed)
  const isEarlier = earlierIn(pieces)
  const isAbove = aboveMarks(pieces, numberedIn(asked))
  const heaps: Heap[] = []
  let to: Meaning | undefined
  let near: string | undefined
  /** Whether a question of hjp's stands above, and not yet its last line. */
  let isAsking = false
  /** How deep the mark for an answer is quoted that stands last above. */
  let marked: number | undefined
  /** Whether what was said last goes on. */
  let isOpen = false
  const place = (at: Meaning | undefined) => {
    to = at
    near = placesOf(at)[0]?.prompt ?? near
    isOpen = false
  }
  const put = (text: string, place: Meaning | undefined, what: Heap['what'] = 'words') => {
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
    if (piece.is === 'question' || piece.is === 'mark')
      place(piece.prompt ? answering(piece.prompt) : undefined)
    else if (piece.is === 'end' || piece.is === 'start') place(undefined)
    else if (piece.is === 'sent') isOpen = false
    else if (piece.is === 'quoted') {
      if (piece.depth !== marked) isOpen = false
      if (piece.asks) to = undefined
      // Some people type into what is quoted. Under a mark for an answer it is one, and under a question it may be.
      else if (isAsking && piece.text.trim()) put(piece.text, piece.depth === marked ? to : undefined)
    } else if (piece.is === 'blank') {
      if (isOpen) heaps.at(-1)!.lines.push('')
    } else if (!piece.isTyped || isEarlier[n]) put(piece.text, undefined)
    else if (signed[n]) put(piece.text, undefined, 'signature')
    else {
      const begun = beginsAt(piece, n)
      if (begun) place(begun.at)
      const text = begun && placesOf(begun.at).length > 0 ? begun.rest : piece.text
      if (text.trim()) put(text, isAbove[n] ? undefined : to)
    }
  })
  return withNearest(heaps)
}

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
    if (to === 'either' || to === 'a clause')
      others.push({ what: to === 'either' ? 'number' : 'clause', near: undefined, words })
    else if (!to) others.push({ what, near, words })
    else
      for (const place of to) {
        const key = `${place.as} ${place.prompt}`
        const before = answers.get(key)
        if (before) before.words += `\n\n${words}`
        else answers.set(key, { ...place, words })
      }
  }
  return { answers: [...answers.values()], others }
}
