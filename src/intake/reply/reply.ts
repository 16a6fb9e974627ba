import type { Numbering } from '../clauses.ts'
import { isAboutQuestions } from '../confirming.ts'
import { type QuotedLine, quotedLinesOfText } from '../quoted-lines.ts'
import type { Leftover, Question, Returned, ReturnedAnswer } from '../returned.ts'
import { boxesOf, placeWords } from '../ticks.ts'
import { greetsReader } from './courtesies.ts'
import { numberedIn } from './labels.ts'
import { withLabelsApart } from './labels-apart.ts'
import { answering, type Meaning, placesOf } from './meaning.ts'
import { cellPrompts, namedIn } from './named.ts'
import { isOtherAgreement } from './other-agreement.ts'
import { headOf } from './quote-header.ts'
import { aboveMarks, besidePlaces, citedIn, earlierIn, isAdded, signedIn, typedInto } from './regions.ts'
import { tidy } from './tidy.ts'
import { promptsCalled } from './titles.ts'
import { type ReplyToken, tokensOf } from './tokens.ts'
import { trailingIn } from './trailing.ts'

/** Words that belong together: to prompts, or to none. */
type Heap = {
  to: Meaning | undefined
  what: 'words' | 'signature' | 'greeting' | 'earlier' | 'quoted' | 'struck'
  near: string | undefined
  lines: string[]
}

/** Whose reply it is, and what is known of its numbers. */
type Sending = Numbering & { name?: string | undefined }

/**
 * What a reply says to which prompt. Words stand under a question, a mark or a label up to the next one; all that has no place
 * is among the others, and nothing that was typed is left out. `ours` are paragraphs that hjp wrote, such as the reasons for its
 * questions and what one of its other partners said; `name` is the sender's, by which a signature is known. An agreement from
 * elsewhere is among the others as a whole, unless it is known what its numbers stand for.
 */
export function readReply(
  lines: QuotedLine[],
  asked: Question[],
  ours: string[],
  about: Sending = {},
): Pick<Returned, 'answers' | 'others'> {
  const pieces = tokensOf(withLabelsApart(lines, asked), asked, ours, about.name, about.clauses)
  if (!about.numbers && isOtherAgreement(pieces, about.clauses)) {
    const words = tidy(lines.map(({ text }) => text))
    return { answers: [], others: [{ what: 'agreement', near: undefined, words }] }
  }
  const { answers, others } = sortHeaps(withCourtesies(heapsOf(pieces, asked, about), asked, about), asked)
  const shown = isAboutQuestions(about.subject)
    ? answers.map(({ prompt }) => prompt)
    : [
        ...promptsCalled(about.subject, asked),
        ...pieces.flatMap((piece) => ('prompt' in piece && piece.prompt) || []),
      ]
  return {
    answers: answers.map((each) => (shown.includes(each.prompt) ? each : { ...each, unasked: true })),
    others,
  }
}

/** Whether a message asks hjp's questions itself, and not in an earlier one that it quotes. */
export function asksItself(lines: QuotedLine[], asked: Question[], ours: string[]): true | undefined {
  const pieces = tokensOf(lines, asked, ours)
  const next = pieces.findIndex(({ is }) => is === 'start')
  const isAsking = pieces
    .slice(0, next < 0 ? pieces.length : next)
    .some((piece) => (piece.is === 'mark' || (piece.is === 'question' && piece.isAsked)) && piece.depth === 0)
  return isAsking || undefined
}

/** What a reply says to which prompt, of a plain text file, which may be a message with its head. */
export function readTextReply(
  text: string,
  asked: Question[],
  ours: string[],
  about: Numbering = {},
): Omit<Returned, 'from' | 'on'> {
  const lines = quotedLinesOfText(text)
  const { lines: over, ...head } = headOf(lines) ?? { lines: 0 }
  return {
    ...readReply(lines.slice(over), asked, ours, { ...about, ...head }),
    text: lines.map((line) => line.text).join('\n'),
    ...('subject' in head && { subject: head.subject }),
  }
}

function heapsOf(pieces: ReplyToken[], asked: Question[], about: Sending): Heap[] {
  const isEarlier = earlierIn(pieces, asked)
  const signed = signedIn(pieces, isEarlier, about.name, about.people)
  const isCited = citedIn(pieces)
  const into = typedInto(pieces)
  const isClosed = pieces.map((_, n) => Boolean(signed[n] || isEarlier[n]))
  const isBeside = besidePlaces(pieces, isClosed)
  const isAbove = aboveMarks(pieces, numberedIn(asked)).map((is, n) => is && !isBeside[n])
  const named = namedIn(pieces, asked, isClosed, about)
  const heaps: Heap[] = []
  const struck: Heap[] = []
  let to: Meaning | undefined
  let near: string | undefined
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
    if (piece.is === 'question' || piece.is === 'mark')
      place(piece.prompt ? answering(piece.prompt) : undefined)
    else if (piece.is === 'end' || piece.is === 'start') {
      place(undefined)
      if (piece.is === 'start' && piece.said && isEarlier[n]) put(piece.said, undefined, 'earlier')
    } else if (piece.is === 'sent') {
      if (signed[n] && !isEarlier[n] && piece.text) put(piece.text, undefined, 'signature')
      else isOpen = false
    } else if (piece.is === 'quoted') {
      const isLed = isCited[n] && to !== undefined && heaps.at(-1)?.to === to && leadsOn(heaps.at(-1))
      if (piece.asks && !isLed) to = undefined
      if (isCited[n]) put(`> ${piece.text}`, isLed ? to : undefined, isLed ? 'words' : 'quoted')
      else if (into[n]) put(piece.text, into[n] === 'answer' ? to : undefined)
      else isOpen = false
    } else if (piece.is === 'blank') {
      if (piece.struck && !isEarlier[n])
        struck.push({ to: undefined, what: 'struck', near, lines: [piece.struck] })
      else if (isOpen) heaps.at(-1)!.lines.push('')
    } else if (isEarlier[n]) put(piece.text, undefined, 'earlier')
    else if (!piece.isTyped) put(piece.text, undefined)
    else if (signed[n]) put(piece.text, undefined, 'signature')
    else {
      const name = named.get(n)
      if (name || isAdded(piece)) place(name?.at)
      near = name?.near ?? near
      const text = name && placesOf(name.at).length > 0 ? name.rest : piece.text
      if (text.trim()) put(text, isAbove[n] ? undefined : to)
    }
  })
  return withNearest([...heaps, ...struck])
}

/** Whether words go on with what somebody else said. */
const leadsOn = (heap: Heap | undefined): boolean =>
  /:\s*$|^> /.test(heap?.lines.findLast((line) => line.trim() !== '') ?? '')

/** Heaps that stand before the first prompt are nearest to it. */
function withNearest(heaps: Heap[]): Heap[] {
  const first = heaps.find(({ near }) => near)?.near
  return heaps.map((heap) => ({ ...heap, near: heap.near ?? first }))
}

/** What greets the reader at the beginning of what belongs to no prompt, and what parts from it below the last answer, each on its own. */
function withCourtesies(heaps: Heap[], asked: Question[], { people = [], name }: Sending): Heap[] {
  const signers = name ? [...people, name] : people
  const last = heaps.findLastIndex(({ what }) => what === 'words')
  return heaps.flatMap((heap, n): Heap[] => {
    const { lines, what, to } = heap
    const [first = ''] = lines
    if (!to && what === 'words' && greetsReader(first))
      return [
        { ...heap, what: 'greeting', lines: [first] },
        { ...heap, lines: lines.slice(1) },
      ]
    const [place] = placesOf(to)
    if (n !== last || !place) return [heap]
    const { said, trailing } = trailingIn(lines, place.prompt, asked, signers)
    return [
      { ...heap, lines: said },
      ...trailing.map((each) => ({ ...heap, ...each, to: undefined, near: each.near ?? heap.near })),
    ]
  })
}

function sortHeaps(heaps: Heap[], asked: Question[]): Pick<Returned, 'answers' | 'others'> {
  const choices = new Map(asked.map((each) => [each.prompt, each.choices && boxesOf(each.choices)]))
  const answers = new Map<string, ReturnedAnswer>()
  const others: Leftover[] = []
  // A cell may be answered beside what was sent in it.
  const cells = cellPrompts(asked)
  for (const [n, { to, what, near, lines }] of heaps.entries()) {
    const words = tidy(lines)
    if (words === '') continue
    if (to === 'either' || to === 'a clause')
      others.push({ what: to === 'either' ? 'number' : 'clause', near: undefined, words })
    else if (!to) others.push({ what, near, words })
    else
      for (const place of to) {
        const key = `${place.as} ${place.prompt} ${cells.has(place.prompt) ? n : ''}`
        const before = answers.get(key)
        if (before) before.words += `\n\n${words}`
        else answers.set(key, { ...place, words })
      }
  }
  const placed = [...answers.values()].flatMap((answer) => {
    const words = placeWords(answer.words, choices.get(answer.prompt))
    return words ? [{ ...answer, words }] : []
  })
  return { answers: placed, others }
}
