import type { Numbering } from '../clauses.ts'
import type { Question } from '../returned.ts'
import { type Label, numberedIn, ordinalOf } from './labels.ts'
import { answering, type Meaning, meaningsIn, placesOf } from './meaning.ts'
import { besideOriginal, isNew } from './regions.ts'
import { nearlyCalled, partlyCalled, promptsCalled, topicOf, withoutTopic } from './titles.ts'
import type { ReplyToken } from './tokens.ts'

/** What says which question some words answer, or which clause they are about, and the words behind it. It has no meaning where it names what hjp knows nothing of, or words that are only `near` a question. */
export type Named = { at: Meaning | undefined; rest: string; near?: string | undefined }
/** Some words that could be placed, and where they stand among the pieces. */
type Placeable = { n: number; text: string; label?: Label }

const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.?:]{0,60}$|^[^.?:]{0,40},$/i

/**
 * Which of a reply's words say what question they answer: by its number anywhere, and beside an original by its place there, by its
 * topic, or by saying nothing where only one was asked. Where the original was cut off, the subject may say what it asked.
 */
export function namedIn(
  pieces: ReplyToken[],
  asked: Question[],
  isClosed: boolean[],
  about: Numbering,
): Map<number, Named> {
  const called = promptsCalled(about.subject, asked)
  const promptOf = numberedIn(asked)
  const meaningOf = meaningsIn(pieces, asked, about)
  const isBeside = besideOriginal(pieces)
  const all = pieces.flatMap((piece, n): Placeable[] =>
    isNew(piece) && !isClosed[n] ? [{ ...piece, n }] : [],
  )
  const beside = all.filter(({ n }) => isBeside[n])
  const isCell = cellNumbersIn(pieces, asked)
  const named = new Map(
    all.flatMap(({ n, label }): [number, Named][] =>
      label && !isCell(n)
        ? [[n, { at: meaningOf(label), rest: label.rest, near: label.near && promptOf(label.near) }]]
        : [],
    ),
  )
  if (beside.some(({ label }) => label))
    return new Map([...besideLabels(pieces, byTopic(pieces, beside, asked, called), named), ...named])
  const counted = byOrdinal(pieces, beside, asked, called)
  const other = [...counted.values()].some(({ at }) => at) ? counted : byTopic(pieces, beside, asked, called)
  if (named.size + counted.size + other.size > 0) return new Map([...counted, ...other, ...named])
  const only = promptsIn(pieces, called)
  const first = beside.find(({ text }) => !GREETING.test(text.trim()))
  const isWhole = beside.length === all.length && !beside.some(({ text }) => ordinalOf(text))
  return only.length === 1 && first && isWhole
    ? new Map([[first.n, { at: answering(only[0]!), rest: first.text }]])
    : named
}

/** Those that are cells of a table, by what they ask. */
export const cellPrompts = (asked: Question[]): Set<string> =>
  new Set(asked.flatMap(({ row, prompt }) => (row === undefined ? [] : prompt)))

/** What finds numbers that are all there is below the question of a cell: they stand in it, and are no other cell's. */
function cellNumbersIn(pieces: ReplyToken[], asked: Question[]): (n: number) => boolean {
  const cells = cellPrompts(asked)
  const isSaid = ({ is }: ReplyToken) => is !== 'blank'
  return (n) => {
    const above = pieces.slice(0, n).findLast(isSaid)
    const below = pieces.slice(n + 1).find(isSaid)
    const piece = pieces[n]!
    return (
      piece.is === 'words' &&
      /^\s*\d+\.\d+\s*$/.test(piece.text) &&
      above?.is === 'question' &&
      cells.has(above.prompt ?? '') &&
      below?.is !== 'words'
    )
  }
}

/** The prompts that an original asks. */
function promptsIn(pieces: ReplyToken[], called: string[]): string[] {
  const asked = pieces.flatMap((piece) => (piece.is === 'question' && piece.prompt) || [])
  return asked.length > 0 ? [...new Set(asked)] : called
}

/**
 * Topics that stand in front of what is said to them, or above it. Of those that nobody is seen to have asked, one word could be anything,
 * unless most of the reply is put so. There, what is nearly a topic is no part of the answer above.
 */
function byTopic(
  pieces: ReplyToken[],
  beside: Placeable[],
  asked: Question[],
  called: string[],
): Map<number, Named> {
  const prompts = promptsIn(pieces, called)
  const topics = asked.filter(({ prompt, topic }) =>
    prompts.length > 0 ? prompts.includes(prompt) : /\S\s+\S/.test(topic),
  )
  const isSeen = prompts.length > 0
  const whole = beside.map(({ text }) => {
    const part = isSeen ? partlyCalled(text, topics) : undefined
    return (
      topicOf(text, topics) ??
      (part?.prompts.length === 1 ? { prompt: part.prompts[0]!, rest: part.rest } : undefined)
    )
  })
  const isApart = ({ n }: Placeable) => pieces[n - 1]?.is !== 'words'
  const short = beside.map((each, at) => {
    const found = whole[at] || each.label || isSeen ? undefined : topicOf(each.text, asked)
    return found && (found.rest !== '' || isApart(each)) ? found : undefined
  })
  const isListed = isList(beside, whole, short)
  const found = whole.map((each, at) => each ?? (isListed ? short[at] : undefined))
  return new Map(
    beside.flatMap((each, at): [number, Named][] => {
      const title = found[at]
      const next = beside[at + 1]
      // A topic with nothing behind it and nothing below is an answer.
      const isEmpty = !next || found[at + 1] !== undefined || (!whole[at] && next.label !== undefined)
      if (title)
        return title.rest === '' && isEmpty
          ? []
          : [[each.n, { at: answering(title.prompt), rest: title.rest }]]
      const near =
        isListed && !each.label ? nearlyCalled(each.text, asked, isApart(each) && !isEmpty) : undefined
      return near ? [[each.n, { at: undefined, rest: each.text, near }]] : []
    }),
  )
}

/** Whether a reply is a list of titles, or of titles and numbers, with what is said to each. */
function isList(beside: Placeable[], whole: unknown[], short: unknown[]): boolean {
  const titles = whole.filter(Boolean).length
  const labels = beside.filter(({ label }) => label).length
  const isHalf = (some: number) => 2 * some >= beside.length
  if (titles > 2) return true
  if (titles > 1) return isHalf(titles + labels + short.filter(Boolean).length)
  return (titles > 0 || labels > 1) && isHalf(titles + labels)
}

/** Titles between answers that have numbers: each begins a line, and is of a question that no number names. */
function besideLabels(
  pieces: ReplyToken[],
  titles: Map<number, Named>,
  named: Map<number, Named>,
): Map<number, Named> {
  const answered = new Set([...named.values()].flatMap(({ at }) => placesOf(at).map(({ prompt }) => prompt)))
  return new Map(
    [...titles].filter(
      ([n, { at }]) =>
        !named.has(n) &&
        beginsAnew(pieces[n - 1]) &&
        !placesOf(at).some(({ prompt }) => answered.has(prompt)),
    ),
  )
}

/** A line that is shorter than this was not wrapped, so the next one begins something. */
const WRAPPED = 50

const beginsAnew = (above: ReplyToken | undefined): boolean =>
  above?.is !== 'words' || above.text.length < WRAPPED || /[.!?;]\s*$/.test(above.text)

/**
 * What the plain numbers beside an original stand for: a prompt, or a question of which hjp knows nothing. Only where each is there
 * once, and the original has a question of that number.
 */
function byOrdinal(
  pieces: ReplyToken[],
  beside: Placeable[],
  asked: Question[],
  called: string[],
): Map<number, Named> {
  const begun = beside.flatMap(({ n, text }, at) => {
    const ordinal = ordinalOf(text)
    const next = beside[at + 1]
    // A number alone on its line counts what is below it.
    const isEmpty = ordinal?.isAlone && (!next || ordinalOf(next.text)?.isAlone)
    return ordinal && !isEmpty ? [{ n, ...ordinal }] : []
  })
  // Words that count could count anything in an answer, where figures count the answers.
  const counting = begun.some(({ isBare }) => !isBare) ? begun.filter(({ isBare }) => !isBare) : begun
  const unsure = counting.filter(({ isUnsure }) => isUnsure)
  const sure = counting.filter(({ isUnsure }) => !isUnsure)
  const all = sure.some(({ isAlone }) => !isAlone) ? sure.filter(({ isAlone }) => !isAlone) : sure
  const numbers = numbersIn(pieces, all.length, called)
  // "1a" is a place of its own only where the original has one of that number.
  const ordinals = all.filter(({ number }) => numbers?.has(number) || !/[a-z]$/.test(number))
  const isPlain =
    numbers &&
    new Set(ordinals.map(({ number }) => number)).size === ordinals.length &&
    ordinals.every(({ number }) => numbers.has(number))
  const placed = isPlain ? ordinals : all.filter(({ isSaid }) => isSaid)
  return new Map([
    ...unsure.map(({ n, rest }): [number, Named] => [n, { at: undefined, rest }]),
    ...placed.map((ordinal): [number, Named] => {
      const prompt = isPlain ? numbers.get(ordinal.number) : undefined
      const topic = asked.find((each) => each.prompt === prompt)?.topic
      return [
        ordinal.n,
        { at: prompt ? answering(prompt) : undefined, rest: withoutTopic(ordinal, topic).rest },
      ]
    }),
  ])
}

/**
 * The questions of an original by their numbers, as it numbers them, or as they are counted. Nothing where one number stands for two.
 * One that hjp words differently by now is known by its number alone.
 */
function numbersIn(
  pieces: ReplyToken[],
  answered: number,
  called: string[],
): Map<string, string | undefined> | undefined {
  const numbers = new Map<string, string | undefined>()
  for (const piece of pieces) {
    if (piece.is !== 'question' || !piece.ordinal || !piece.prompt) continue
    if ((numbers.get(piece.ordinal) ?? piece.prompt) !== piece.prompt) return undefined
    numbers.set(piece.ordinal, piece.prompt)
  }
  const asked = promptsIn(pieces, [])
  if (asked.length === 0) return counted(called)
  if (numbers.size === 0) {
    // Of questions with others under them it is not plain which are counted, unless all are answered.
    const isPlain = answered === asked.length || !asked.some((prompt) => prompt.split('/').length > 2)
    return isPlain ? counted(asked) : undefined
  }
  const others = pieces.flatMap((piece) => (piece.is === 'quoted' && piece.ordinal) || [])
  return new Map([...others.map((number) => [number, undefined] as const), ...numbers])
}

const counted = (prompts: string[]) => new Map(prompts.map((prompt, n) => [`${n + 1}`, prompt]))
