/** A choice, and whether the words that mean it say more than that. */
export type Chosen = { choice: string; more: boolean }

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !JOINING.includes(word))
    .map((word) => word.replace(/(?<=..[^s])s$/, ''))
const JOINING = ['and', 'the', 'our', 'a', 'an', 'of', 'or', 'some']

/** The one of some choices that words mean: in any case, by one of two things that it names, or with more beside it. Nothing where that is none of them, or several. */
export function choiceMeant(choices: readonly string[], words: string): Chosen | undefined {
  const same = choices.find((choice) => choice.toLowerCase() === words.trim().toLowerCase())
  if (same !== undefined) return { choice: same, more: false }
  const said = wordsOf(words)
  const isNamed = (part: string) => wordsOf(part).every((word) => said.includes(word))
  const [choice, ...others] = choices.filter((each) => each.split(' and ').some(isNamed))
  if (choice === undefined || others.length > 0) return undefined
  const own = wordsOf(choice)
  return { choice, more: said.some((word) => !own.includes(word)) }
}
