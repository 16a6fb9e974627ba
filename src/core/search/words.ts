/** Words as they are looked for: whatever their case and accents, and in the forms of a word that only differ in its end. */

const ENDINGS = /(?:'s|ies|ied|ing|ed|es|s|e|y)$/

/** Words of a text, without case and accents. */
export const foldedWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? []

/** A word without the ending that its forms differ by: what is left has three letters at least. */
export function wordStem(word: string): string {
  const stem = word.replace(ENDINGS, '')
  return stem.length < 3 ? word : stem.replace(/([^aeiou])\1$/, '$1')
}

/** Whether each of the words that are looked for is among those of a text: the word itself, a form of it, or one that begins so. */
export function hasWords(text: string, sought: string[]): boolean {
  const words = foldedWords(text)
  const stems = new Set(words.map(wordStem))
  return sought.every((each) => stems.has(wordStem(each)) || words.some((word) => word.startsWith(each)))
}

/** The sentences of a text that have any of these words, as they stand there. */
export const sentencesWith = (text: string, sought: string[]): string[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .filter((sentence) => sought.some((each) => hasWords(sentence, [each])))
    .map((sentence) => sentence.trim())
