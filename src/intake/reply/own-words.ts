import { tagOf } from '../../ooxml/stamps.ts'
import type { QuotedLine } from '../quoted-lines.ts'
import type { Question } from '../returned.ts'

/** A paragraph that hjp wrote: a question, by which answers are placed, or anything else. Of a question it is all or only the topic. */
type OwnParagraph = { words: string[]; prompts: string[]; isQuestion: boolean; isAsked: boolean }
type OwnText = { text: string; prompt?: string; isAsked?: boolean }
/** Where a known paragraph stands: how many lines it fills, what follows it on the last one, and the number before it. */
export type OwnWords = Omit<OwnParagraph, 'words'> & {
  lines: number
  rest: string
  /** Whether it is too long to be anybody's. */
  isTelling: boolean
  ordinal?: string
}

/** A paragraph of fewer words could be anybody's. */
const TELLING = 5
const BEFORE = /^\s*[*_]*\s*(?:[-•·*–]\s+)?[*_]*(?:\(?(\d{1,2}[a-z]?)[.)]|[-•·*–])[*_]*\s+/

/** A number, a weekday or a month, which may have been another on the day it was sent. */
const DAY =
  /^(\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)(?=[.,]?$)/

/** What a form in Word hides behind a number, and programs show that save it as text. */
const HIDDEN = new RegExp(`(?<=\\d[a-z]?)${tagOf('')}\\S+$`)

/** A word as it is compared: however it was quoted, set in bold or typed, whether it is Q5.1 or 5.1, and whatever a number was that day. Most words are plain, and thousands are compared. */
const comparable = (word: string): string =>
  /^[a-z]+[.,]?$/.test(word)
    ? word
    : word
        .normalize('NFKC')
        .replace(/[‘’‛`´]/g, "'")
        .replace(/[“”„‟]/g, '"')
        .replace(/[‐-―−]/g, '-')
        .replace(/\u200b|\ufeff|\u00ad|^[*_]+|[*_]+$/g, '')
        .replace(HIDDEN, '')
        .toLowerCase()
        .replace(/^q(?=\d{1,2}\.\d)/, '')
        .replace(DAY, '0')

/** The words of a text as they are compared: without the marks, capitals and numbers that a mail program or a day may change. */
export const bareWords = (text: string): string[] => text.split(/\s+/).map(comparable).filter(Boolean)

type Word = { word: string; end: number }
const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)]
    .map(({ 0: word, index }) => ({ word: comparable(word), end: index + word.length }))
    .filter(({ word }) => word !== '')

/** Paragraphs that hjp wrote, by their first word. Few of the many are ever held against a line, and only those are taken apart. */
function ownParagraphs(asked: Question[], ours: string[]): (first: string) => OwnParagraph[] {
  const texts = new Map<string, OwnText[]>()
  const learn = (own: OwnText) => {
    const first = comparable(/[^\s*_]\S*/.exec(own.text)?.[0] ?? '')
    const alike = texts.get(first) ?? []
    alike.push(own)
    texts.set(first, alike)
  }
  for (const { prompt, number, topic, ask } of asked) {
    if (ask)
      for (const text of [ask, `${number} ${ask}`, `${topic}: ${ask}`]) learn({ text, prompt, isAsked: true })
    learn({ text: `${number} ${topic}`, prompt })
  }
  // An email numbers its questions as often as it is written, and they are the same questions.
  const plain = ours.flatMap((each) => each.split(/\n\s*\n/)).map((each) => each.replace(BEFORE, ''))
  for (const text of new Set(plain)) for (const each of [text, `Why we ask: ${text}`]) learn({ text: each })
  const known = new Map<string, OwnParagraph[]>()
  return (first) => {
    const found = known.get(first) ?? paragraphsIn(texts.get(first) ?? [])
    known.set(first, found)
    return found
  }
}

/** Each text once, with all the prompts that it asks. */
function paragraphsIn(texts: OwnText[]): OwnParagraph[] {
  const all = new Map<string, OwnParagraph>()
  for (const { text, prompt, isAsked = false } of texts) {
    const words = bareWords(text)
    const key = words.join(' ')
    const paragraph = all.get(key) ?? { words, prompts: [], isQuestion: false, isAsked: false }
    if (prompt && !paragraph.prompts.includes(prompt)) paragraph.prompts.push(prompt)
    paragraph.isQuestion ||= prompt !== undefined
    paragraph.isAsked ||= isAsked
    if (words.length > 0) all.set(key, paragraph)
  }
  return [...all.values()]
}

/**
 * What finds the paragraphs of hjp's in a reply, however they were wrapped again, and even where quoting was lost on the way.
 * `isReply` says whether something sent is known to stand above: only then does a short paragraph count.
 */
export function findOwnWords(lines: QuotedLine[], asked: Question[], ours: string[]) {
  const paragraphsFrom = ownParagraphs(asked, ours)
  const cache: { text: string; words: Word[] }[] = []
  /** A line may be replaced by what is left of it. */
  const wordsAt = (n: number): Word[] => {
    const { text } = lines[n] ?? { text: '' }
    if (cache[n]?.text !== text) cache[n] = { text, words: wordsIn(text) }
    return cache[n]!.words
  }
  /** The next line with words, where programs put an empty one after each. */
  const after = (n: number): number => (wordsAt(n + 1).length > 0 ? n + 1 : n + 2)

  /** On which line, and before which of its words, a paragraph ends that begins with this word of this line. */
  const endOf = (words: string[], line: number, at: number): [number, number] | undefined => {
    let [n, w] = [line, at]
    for (const word of words) {
      if (w >= wordsAt(n).length) [n, w] = [after(n), 0]
      if (wordsAt(n)[w]?.word !== word) return undefined
      w += 1
    }
    return [n, w]
  }

  return (n: number, isReply: boolean): OwnWords | undefined => {
    const text = lines[n]!.text
    const before = BEFORE.exec(text)
    const skipped = before ? wordsIn(before[0]).length : 0
    const starts = skipped > 0 ? [0, skipped] : [0]
    let best: (OwnWords & { length: number }) | undefined
    for (const at of starts)
      for (const each of paragraphsFrom(wordsAt(n)[at]?.word ?? '')) {
        const end = endOf(each.words, n, at)
        if (!end || each.words.length <= (best?.length ?? 0)) continue
        const isWhole = end[1] === wordsAt(end[0]).length
        const isTelling = each.words.length >= TELLING
        if (!isTelling && !(isWhole && (isReply || each.isQuestion))) continue
        best = {
          ...each,
          isTelling,
          length: each.words.length,
          lines: end[0] - n + 1,
          rest: isWhole ? '' : lines[end[0]]!.text.slice(wordsAt(end[0])[end[1] - 1]!.end),
          ...(at > 0 && before?.[1] && { ordinal: before[1] }),
        }
      }
    return best
  }
}
