import type { Choice } from './world.ts'

/** What is typed at a list comes to: a value, with the place of the choice that it names; or why it is none. */
export type TypedChoice = { value: string; at?: number } | { refused: string }

/**
 * The choice that words typed at a list name, all of them: the whole name, or where none is called so, the beginning of it or of
 * one of its words. A key is given as it is; so is all else where a choice takes what is typed.
 */
export function choiceTyped(choices: Choice<string>[], typed: string): TypedChoice {
  const words = typed.trim()
  if (IS_KEY.test(words)) return { value: words }
  const wanted = folded(words)
  const placesOf = (fits: (name: string) => boolean) =>
    choices.flatMap(({ name }, at) => (fits(folded(name)) ? at : []))
  const whole = placesOf((name) => wholesOf(name).includes(wanted))
  const takes = choices.some((choice) => choice.takes)
  const found = whole.length > 0 || takes ? whole : placesOf((name) => begins(name, wanted))
  const [at] = found
  if (at !== undefined && found.length === 1) return { value: choices[at]!.value, at }
  if (takes) return { value: words }
  const names = found.map((place) => `"${choices[place]!.name}"`)
  return {
    refused: names.length > 0 ? `That could be ${eitherOf(names)}.` : `"${words}" is not one of these.`,
  }
}

/** What is no name but a key, as it is typed in the place of an answer. */
const IS_KEY = /^(?:[/\\:]\S*|\?+)$/

const folded = (words: string): string =>
  words.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim()

/** A name in whole: also what stands before a colon in it, and what stands after that. */
function wholesOf(name: string): string[] {
  const [, before, after] = /^(.*?): (.*)$/.exec(name) ?? []
  return [name, before, after].flatMap((each) => each ?? [])
}

const begins = (name: string, words: string): boolean =>
  [...name.matchAll(/^.|(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].some(({ index }) => name.startsWith(words, index))

/** Of more than a few, how many others there are. */
const eitherOf = (names: string[]): string =>
  names.length > 4
    ? `${names.slice(0, 3).join(', ')} or ${names.length - 3} others`
    : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
