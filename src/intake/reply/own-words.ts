import type { QuotedLine } from '../quoted-lines.ts'
import type { Question } from '../returned.ts'

/** A paragraph that hjp wrote: a question, by which answers are placed, or anything else. */
type OwnParagraph = { words: string[]; prompts: string[]; isQuestion: boolean }
/** Where a known paragraph stands: how many lines it fills, what follows it on the last one, and the number before it. */
export type OwnWords = Pick<OwnParagraph, 'prompts' | 'isQuestion'> & {
  lines: number
  rest: string
  ordinal?: string
}

/** A paragraph of fewer words could be anybody's. */
const TELLING = 5
const BEFORE = /^\s*[*_]*\s*(?:[-•·*–]\s+)?[*_]*(?:\(?(\d{1,2}[a-z]?)[.)]|[-•·*–])[*_]*\s+/

/** A number, a weekday or a month, which may have been another on the day it was sent. */
const DAY =
  /^(\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)(?=[.,]?$)/

/** A word as it is compared: however it was quoted, set in bold or typed, and whatever a number was that day. Most words are plain, and thousands are compared. */
const comparable = (word: string): string =>
  /^[a-z]+[.,]?$/.test(word)
    ? word
    : word
        .normalize('NFKC')
        .replace(/[‘’‛`´]/g, "'")
        .replace(/[“”„‟]/g, '"')
        .replace(/[‐-―−]/g, '-')
        .replace(/\u200b|\ufeff|\u00ad|^[*_]+|[*_]+$/g, '')
        .toLowerCase()
        .replace(DAY, '0')

/** The words of a text as they are compared: without the marks, capitals and numbers that a mail program or a day may change. */
export const bareWords = (text: string): string[] => text.split(/\s+/).map(comparable).filter(Boolean)

type Word = { word: string; end: number }
const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)]
    .map(({ 0: word, index }) => ({ word: comparable(word), end: index + word.length }))
    .filter(({ word }) => word !== '')

/** Paragraphs that hjp wrote, by their first word and then by all of them. */
function ownParagraphs(asked: Question[], ours: string[]): Map<string, Map<string, OwnParagraph>> {
  const byFirst = new Map<string, Map<string, OwnParagraph>>()
  const learn = (text: string, prompt?: string) => {
    const words = bareWords(text)
    if (words.length === 0) return
    const alike = byFirst.get(words[0]!) ?? new Map<string, OwnParagraph>()
    const key = words.join(' ')
    const paragraph = alike.get(key) ?? { words, prompts: [], isQuestion: false }
    if (prompt && !paragraph.prompts.includes(prompt)) paragraph.prompts.push(prompt)
    paragraph.isQuestion ||= prompt !== undefined
    byFirst.set(words[0]!, alike.set(key, paragraph))
  }
  for (const { prompt, number, topic, ask } of asked) {
    learn(ask, prompt)
    learn(`${number} ${topic}`, prompt)
    learn(`${number} ${ask}`, prompt)
    learn(`${topic}: ${ask}`, prompt)
  }
  // An email numbers its questions as often as it is written, and they are the same questions.
  for (const text of ours.flatMap((each) => each.split(/\n\s*\n/)).map((each) => each.replace(BEFORE, ''))) {
    learn(text)
    learn(`Why we ask: ${text}`)
  }
  return byFirst
}

/**
 * What finds the paragraphs of hjp's in a reply, however they were wrapped again, and even where quoting was lost on the way.
 * `isReply` says whether something sent is known to stand above: only then does a short paragraph count.
 */
export function findOwnWords(lines: QuotedLine[], asked: Question[], ours: string[]) {
  const paragraphs = ownParagraphs(asked, ours)
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
      for (const each of paragraphs.get(wordsAt(n)[at]?.word ?? '')?.values() ?? []) {
        const end = endOf(each.words, n, at)
        if (!end || each.words.length <= (best?.length ?? 0)) continue
        const isWhole = end[1] === wordsAt(end[0]).length
        if (each.words.length < TELLING && !(isWhole && (isReply || each.isQuestion))) continue
        best = {
          ...each,
          length: each.words.length,
          lines: end[0] - n + 1,
          rest: isWhole ? '' : lines[end[0]]!.text.slice(wordsAt(end[0])[end[1] - 1]!.end),
          ...(at > 0 && before?.[1] && { ordinal: before[1] }),
        }
      }
    return best
  }
}
