import MiniSearch from 'minisearch'
import type { ClauseExamples } from '../prompts/clause-examples.ts'
import { isTerm, type Part, type Prompt, promptsOf } from '../prompts/prompts.ts'
import { COMMON, FREQUENT } from './clause-words.ts'
import { foldedWords, wordStem } from './words.ts'

/** The prompts that words of an agreement are likely to answer, the likeliest first. */
export type Likely = (headings: string[], words: string) => Prompt[]

/** How much each thing that a prompt says of itself tells. */
const BOOST = { known: 3, topic: 2, ask: 1.5, opens: 1, why: 0.5 }
/** How much it tells that a clause is like what the prompt says of itself, like all examples of it, and like the nearest three; and its heading. */
const WORDS = { itself: 1, examples: 1.2, nearest: 0.9 }
const HEADING = { itself: 0.4, examples: 0.3 }
/** What it tells that a heading is a name of the prompt, or has one in it, and that the words have one, for each word of it up to three. */
const [IS_CALLED, HAS_NAME, SAYS_NAME] = [0.8, 1, 0.7]

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
export function likelyPrompts(parts: Part[], examples: ClauseExamples): Likely {
  const prompts = promptsOf(parts).filter(isTerm)
  const named = prompts.map((prompt) => ({ prompt, names: namesOf(prompt) }))
  const shown = prompts.map(({ id }) => ({ prompt: id, ...(examples[id] ?? { headings: [], says: [] }) }))
  const itself = likeness(
    prompts.map(({ id, topic, ask, opens = '', why = '', 'known-as': known }) => ({
      ...{ prompt: id, topic, ask, opens, why },
      known: known.join(' '),
    })),
    BOOST,
  )
  const alike = likeness(
    shown.map(({ prompt, headings, says }) => ({ prompt, text: [...headings, ...says].join('\n') })),
  )
  const nearest = likeness(shown.flatMap(({ prompt, says }) => says.map((text) => ({ prompt, text }))))
  return (headings, words) => {
    const heading = headings.at(-1) ?? ''
    const found: [Map<string, number>, number][] = [
      [itself(words), WORDS.itself],
      [alike(words), WORDS.examples],
      [nearest(words), WORDS.nearest],
      [itself(heading), HEADING.itself],
      [alike(heading), HEADING.examples],
    ]
    const [title, said] = [inTerms(heading), inTerms(words)]
    return named
      .map(({ prompt, names }) => {
        const searched = found.reduce((sum, [fits, weight]) => sum + (fits.get(prompt.id) ?? 0) * weight, 0)
        const longest = Math.max(0, ...names.filter((name) => said.includes(name)).map(manyIn))
        const isIn = names.some((name) => title.includes(name))
        const called = names.includes(title) ? IS_CALLED : isIn ? HAS_NAME : 0
        return { prompt, score: searched + called + Math.min(longest, 3) * SAYS_NAME }
      })
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .map(({ prompt }) => prompt)
  }
}

const manyIn = (terms: string): number => terms.trim().split(' ').length

/** How many texts of one prompt count: the three that are most alike. */
const NEAREST = 3

/** Of texts, each of a prompt, how well the prompts fit some words, by their ids; the one that fits best has 1. */
function likeness(
  texts: { prompt: string; [field: string]: string }[],
  boost: Record<string, number> = { text: 1 },
): (words: string) => Map<string, number> {
  const index = new MiniSearch({
    ...{ fields: Object.keys(boost), idField: 'n', storeFields: ['prompt'] },
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { boost, boostTerm: (term) => (FREQUENT.has(term) ? 0.2 : 1) },
  })
  index.addAll(texts.map((each, n) => ({ ...each, n })))
  return (words) => {
    const found = new Map<string, number[]>()
    for (const { prompt, score } of index.search(words))
      found.set(prompt, [...(found.get(prompt) ?? []), score])
    const sums = new Map(
      [...found].map(([prompt, scores]) => [prompt, scores.slice(0, NEAREST).reduce((a, b) => a + b)]),
    )
    const best = Math.max(...sums.values())
    return new Map([...sums].map(([prompt, sum]) => [prompt, sum / best]))
  }
}
