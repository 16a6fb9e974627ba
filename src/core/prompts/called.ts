import { HjpError, misspelt, nearest } from '../../errors.ts'
import { theOne } from '../values/find-one.ts'
import {
  FIRST,
  firstAmong,
  headingOf,
  type Part,
  type Prompt,
  partNamed,
  promptNamed,
  promptsOf,
} from './prompts.ts'

/** Finding the parts and prompts that people call by their numbers, their ids or their words. */

/** What a name can stand for: `name` is what it goes by whatever else is asked. */
export type Called = { name: string; title: string; prompts: Prompt[]; isPart: boolean }

const calledPart = ({ id, number, title, prompts }: Part): Called => ({
  ...{ name: id, title: `Part ${number}: ${title}`, prompts, isPart: true },
})
const firstConversation = (parts: Part[]): Called => ({
  ...{ name: FIRST, title: 'The first conversation', prompts: firstAmong(promptsOf(parts)), isPart: true },
})
const calledPrompt = (prompt: Prompt): Called => ({
  ...{ name: prompt.number, title: headingOf(prompt), prompts: [prompt], isPart: false },
})

/** A number as it may be written: 5.1. or 5,1 or #5.1 or Q5.1b; tip 5. */
const NUMBER = /^(?:#|q(?:uestion|\.)?|prompt|no\.?)?\s*(\d+)\s*[.,]\s*(\d+)\s*([a-z]?)[.:)]?$/i
const PART = /^(?:#|part|tip)\s*(\d+)[.:)]?$|^(\d+)[.:)]$/i

function plainly(name: string): string {
  const [, part, number, letter = ''] = NUMBER.exec(name) ?? []
  if (part !== undefined) return `${Number(part)}.${Number(number)}${letter.toLowerCase()}`
  const [, called, alone] = PART.exec(name) ?? []
  return called ?? alone ?? name
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []

/** Whether each word is one of a title or begins one; where it is `near`, a slip away will do. */
const fits = (words: string[], title: string[], near: boolean): boolean =>
  words.every(
    (word) =>
      title.some((each) => each === word || (word.length > 3 && each.startsWith(word))) ||
      (near && misspelt(word, title) !== undefined),
  )

type Calling = { found: Called[]; near: Called[] }

/** What a name stands for: what has it as its number or id, else as its title, else those that have all its words, else what agreements elsewhere call so. `near` is what it may stand for where it is misspelt. */
export function calledSo(parts: Part[], given: string, withParts = true): Calling {
  const name = plainly(given.trim())
  const part = partNamed(parts, name)
  const prompt = part ? undefined : promptNamed(parts, name)
  // Where a prompt is wanted, the name of a part stands for any of its own.
  if (part) return { found: withParts ? [calledPart(part)] : part.prompts.map(calledPrompt), near: [] }
  if (prompt) return { found: [calledPrompt(prompt)], near: [] }
  if (withParts && name === FIRST) return { found: [firstConversation(parts)], near: [] }
  const words = wordsIn(name)
  // A number that none has is no other one turned round.
  if (words.every((word) => /^\d+[a-z]?$/.test(word))) return { found: [], near: [] }
  const titled = [
    ...(withParts ? parts : []).map((each) => ({ called: calledPart(each), titles: [each.title, each.id] })),
    ...promptsOf(parts).map((each) => ({
      called: calledPrompt(each),
      titles: [each.topic, headingOf(each), each.id.slice(each.id.lastIndexOf('/') + 1)],
    })),
  ].map(({ called, titles }) => ({ called, titles: titles.map(wordsIn) }))
  const those = (fitting: (title: string[]) => boolean) =>
    titled.filter(({ titles }) => titles.some(fitting)).map(({ called }) => called)
  const whole = those((title) => title.join(' ') === words.join(' '))
  const fitting = whole.length > 0 ? whole : those((title) => fits(words, title, false))
  const found = fitting.length > 0 ? fitting : knownAs(parts, words)
  return { found, near: those((title) => fits(words, title, true)) }
}

/** The prompts that agreements elsewhere call so. */
const knownAs = (parts: Part[], words: string[]): Called[] =>
  promptsOf(parts)
    .filter((prompt) => prompt['known-as'].some((name) => wordsIn(name).join(' ') === words.join(' ')))
    .map(calledPrompt)

/** As it is told to someone who has to choose. */
const inList = ({ name, title, isPart }: Called): string => (isPart ? `${name}, a whole part` : title)

/**
 * Throws HjpError renumbered where a name is a number that a prompt had once, for whoever is about to write: what comes back on an old form is
 * meant so, and what is typed today may be meant otherwise.
 */
export function refuseFormer(command: string, name: string, prompts: Prompt[]): void {
  const number = plainly(name.trim())
  const now = prompts.find(({ formerly }) => formerly.includes(number))
  if (now && now.number !== number)
    throw new HjpError('renumbered', number, headingOf(now), `${command} ${now.number}`)
}

/** Why a name stands for no one thing. */
export function notOne(parts: Part[], name: string, { found, near }: Calling, withParts: boolean): HjpError {
  if (found.length > 0) return new HjpError('severalPrompts', name, found.map(inList))
  if (near.length === 1) return new HjpError('unknownPrompt', name, near[0]!.title)
  const known = [...(withParts ? parts : []), ...promptsOf(parts)].flatMap(({ id, number }) => [
    id,
    String(number),
  ])
  return new HjpError('unknownPrompt', name, nearest(name, known))
}

/** The prompt that goes by this name. Throws HjpError severalPrompts or unknownPrompt, with the nearest. */
export function findPrompt(parts: Part[], name: string): Prompt {
  const calling = calledSo(parts, name, false)
  return theOne(calling.found, () => notOne(parts, name, calling, false)).prompts[0]!
}
