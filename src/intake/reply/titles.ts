import { misspelt } from '../../text.ts'
import type { Question } from '../returned.ts'
import { withoutPostscript } from './courtesies.ts'

/** How people say which question they answer by what it is called. */

/** What stands between a title and the words to it. */
const BETWEEN = /^[*_]*(?:\s*:[*_]*|\s+(?:[–—-]+|=)(?=\s))?\s*/
/** A part of a title, where a sign tells it from the words of a sentence. */
const PART = /^((?:[\p{L}'’-]+\s+){0,3}[\p{L}'’-]+)[*_]*(?:\s*:[*_]*(?=\s|$)|\s+(?:[–—-]+|=)(?=\s))\s*(?=\S)/u
const INSIDE = /^\(([^()]{1,60})\)[*_]*\s*(?:[:–—-]+\s*)?/
/** Words that many titles have and that none is known by. */
const SMALL = /^(?:the|and|with|your|you|our|each|of|for|to|in|on|a|an|is|who|what|when|how|this|that|from)$/

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => !SMALL.test(word))
    .map((word) => word.replace(/s$/, ''))

/** Whether some words stand for a title: each of them that says anything is in it. */
function isPartOf(topic: string, part: string): boolean {
  const said = wordsOf(part)
  return said.length > 0 && said.every((word) => wordsOfTitle(topic).includes(word))
}

/** Each line of a reply is held against all titles. */
const TITLES = new Map<string, string[]>()
function wordsOfTitle(topic: string): string[] {
  const words = TITLES.get(topic) ?? wordsOf(topic)
  TITLES.set(topic, words)
  return words
}

/** A label with the topic after its number, copied from what was sent, as in "5.1 Referral pathways: by phone", or part of it, as in "5.1 (referral): by phone". */
export function withoutTopic<T extends { rest: string }>(label: T, topic: string | undefined): T {
  const { rest } = label
  if (!topic) return label
  const [whole = '', part = ''] = INSIDE.exec(rest) ?? []
  if (part && isPartOf(topic, part)) return { ...label, rest: rest.slice(whole.length) }
  const begins = rest.slice(0, topic.length).toLowerCase()
  const said = [topic, topic.replaceAll(' and ', ' & ')].find((each) => begins.startsWith(each.toLowerCase()))
  if (!said) return label
  const after = BETWEEN.exec(rest.slice(said.length))![0]
  const isWhole = after.trim() !== '' || rest.length === said.length || /\?$/.test(topic)
  return isWhole ? { ...label, rest: rest.slice(said.length + after.length) } : label
}

const bare = (line: string): string => withoutPostscript(line).replace(/^[\s*_]*(?:[-•·–]\s+)?[*_]*/, '')

/** The prompt whose topic a line begins with, as "Referral pathways: by phone", or is. */
export function topicOf(line: string, asked: Question[]): { prompt: string; rest: string } | undefined {
  const label = { rest: bare(line) }
  const found = asked.flatMap(({ prompt, topic }) => {
    const { rest } = withoutTopic(label, topic)
    return rest === label.rest ? [] : [{ prompt, rest: rest.replace(/^[*_]+$/, '') }]
  })
  return found.length === 1 ? found[0] : undefined
}

/** The prompts of which a line begins with a part of the topic, as "Referral: by phone". */
export function partlyCalled(line: string, asked: Question[]): { prompts: string[]; rest: string } {
  const text = bare(line)
  const [whole = '', part = ''] = PART.exec(text) ?? []
  const prompts = part ? asked.flatMap(({ prompt, topic }) => (isPartOf(topic, part) ? prompt : [])) : []
  return { prompts, rest: text.slice(whole.length) }
}

/** The prompt whose topic a line would begin with, or be where it stands apart, but for how its words are spelt, as "Meeting rythm: Tuesdays". */
export function nearlyCalled(line: string, asked: Question[], isApart: boolean): string | undefined {
  const text = bare(line)
  const said = wordsOf(PART.exec(text)?.[1] ?? (isApart ? text : ''))
  const isNear = (word: string, n: number) => word === said[n] || misspelt(said[n]!, [word], 1) !== undefined
  const prompts = asked.flatMap(({ prompt, topic }) => {
    const words = said.length > 0 ? wordsOfTitle(topic) : []
    return said.length > 0 && words.length === said.length && words.every(isNear) ? prompt : []
  })
  return prompts.length === 1 ? prompts[0] : undefined
}

/** The prompts whose topics stand in a subject, as hjp's emails have them: none where it has another. */
export function promptsCalled(subject: string | undefined, asked: Question[]): string[] {
  const topics = [...(subject ?? '').matchAll(/[“"]([^“”"]+)[”"]/g)].map(([, topic]) => topic!.toLowerCase())
  const prompts = topics.map((topic) => asked.filter((each) => each.topic.toLowerCase() === topic))
  return prompts.every((all) => all.length === 1) ? prompts.map(([each]) => each!.prompt) : []
}
