import MiniSearch from 'minisearch'
import { isTerm, type Part, type Prompt, promptsOf } from '../prompts/prompts.ts'
import { COMMON, FREQUENT } from './clause-words.ts'
import { foldedWords, wordStem } from './words.ts'

/** The prompts that words of an agreement are likely to answer, the likeliest first. */
export type Likely = (headings: string[], words: string) => Prompt[]

/** How much each thing that a prompt says of itself tells. */
const BOOST = { known: 3, topic: 2, ask: 1.5, opens: 1, why: 0.5 }
/** How much the words of a clause tell beside its heading, and the heading above that. */
const [WORDS, HEADING, ABOVE] = [1, 0.8, 0.2]
/** What it tells that a heading is a name of the prompt, or has one in it, and that the words have one. */
const [IS_CALLED, HAS_NAME, SAYS_NAME] = [1, 0.5, 0.4]
/** What it tells that a heading is about the prompt that this one follows, or that follows it. */
const FAMILY = 0.3

type Named = { prompt: Prompt; names: string[] }

const termsOf = (text: string): string[] =>
  foldedWords(text)
    .map(wordStem)
    .filter((word) => !COMMON.has(word))
/** A name counts whole: "for the services" is no "services". */
const inTerms = (text: string): string => ` ${foldedWords(text).map(wordStem).join(' ')} `

/** What a prompt goes by, each as it is looked for in a text. */
const namesOf = (prompt: Prompt): string[] =>
  [prompt.topic, ...prompt['known-as']].map(inTerms).filter((name) => name.trim())

/** Whether a heading has a name of a prompt in it. */
export const isCalledIn = (heading: string | undefined, prompt: Prompt): boolean =>
  heading !== undefined && namesOf(prompt).some((name) => inTerms(heading).includes(name))

/** Looks for prompts that could have led to words. */
export function likelyPrompts(parts: Part[]): Likely {
  const prompts = promptsOf(parts).filter(isTerm)
  const named = prompts.map((prompt): Named => ({ prompt, names: namesOf(prompt) }))
  const index = indexOf(prompts)
  const scoredOf = (headings: string[], words: string) => {
    const [heading = '', above = ''] = headings.toReversed()
    const found = [
      [index(words), WORDS],
      [index(heading), HEADING],
      [index(above), ABOVE],
    ] as const
    const [title, said] = [inTerms(heading), inTerms(words)]
    const scored = named.map(({ prompt, names }) => {
      const { id, under } = prompt
      const searched = found.reduce((sum, [scores, weight]) => sum + (scores.get(id) ?? 0) * weight, 0)
      const longest = Math.max(0, ...names.filter((name) => said.includes(name)).map(manyIn))
      const called = names.includes(title)
        ? IS_CALLED
        : names.some((name) => title.includes(name))
          ? HAS_NAME
          : 0
      return { prompt, called, under, score: searched + called + Math.min(longest, 3) * SAYS_NAME }
    })
    const family = (one: (typeof scored)[number]) =>
      scored.some(
        ({ prompt, under, called }) => called > 0 && (under === one.prompt.id || prompt.id === one.under),
      )
        ? FAMILY
        : 0
    return scored.map((one) => ({ ...one, score: one.score + family(one) }))
  }
  return Object.assign((headings: string[], words: string) => scoredOf(headings, words)
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .map(({ prompt }) => prompt), { scored: scoredOf })
}

const manyIn = (terms: string): number => terms.trim().split(' ').length

/** How well each prompt fits some words, of the one that fits best. */
function indexOf(prompts: Prompt[]): (text: string) => Map<string, number> {
  const index = new MiniSearch<Record<string, string>>({
    fields: Object.keys(BOOST),
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { boost: BOOST, boostTerm: (term) => (FREQUENT.has(term) ? 0.2 : 1) },
  })
  index.addAll(
    prompts.map(({ id, topic, ask, opens = '', why = '', 'known-as': known }) => ({
      ...{ id, topic, ask, opens, why },
      known: known.join(' '),
    })),
  )
  return (text) => {
    const found = index.search(text)
    return new Map(found.map(({ id, score }) => [id as string, score / found[0]!.score]))
  }
}
