import { bareWords } from '../reply/own-words.ts'

/** How words stand to what hjp would send today: its own, much like it, or somebody's. */
type Likeness = 'same' | 'alike' | 'other'

/** Of fewer words a sentence could be anybody's. */
const TELLING = 5
/** The share of its words that a paragraph has in common with one that it is like: of a short one, most. */
const sharedBy = (words: string[]): number => (words.length < 12 ? 0.75 : 0.6)
const SENTENCE = /(?<=[.?!:])\s+|\n/

/**
 * Tells paragraphs of a form apart where it says no more what was sent in it: the day, the count or the wording may have been others.
 * What stands `above` one may show that it is a question.
 */
export function likenessTo(paragraphs: string[]): (words: string, above?: string) => Likeness {
  const whole = new Set(paragraphs.flatMap((each) => [each, ...each.split('\n')]).map(inARow))
  const sentences = new Set(paragraphs.flatMap((each) => each.split(SENTENCE)).map(inARow))
  const sets = paragraphs.map((each) => new Set(bareWords(each)))
  return (words, above = '') => {
    const all = bareWords(words)
    const isLong = all.length >= TELLING
    const isMadeOfOurs = () => words.split(SENTENCE).every((each) => sentences.has(inARow(each)))
    if (whole.has(all.join(' ')) || (isLong && isMadeOfOurs())) return 'same'
    const isLike = (ours: Set<string>) =>
      all.filter((word) => ours.has(word)).length >= sharedBy(all) * all.length
    const isPut = HEADING.test(words) || WHY.test(words) || (HEADING.test(above) && ASKS.test(words))
    return isPut || (isLong && sets.some(isLike)) ? 'alike' : 'other'
  }
}

/** How hjp heads a question, and what it says under one. */
const HEADING = /^Q?\d{1,2}\.\d{1,2}[a-z]? {2}\S/
const WHY = /^Why we ask: /
const ASKS = /\?\s*$/
const inARow = (text: string): string => bareWords(text).join(' ')
