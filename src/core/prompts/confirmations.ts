/** What a partner can say to something that is agreed, as words to tick. */
export const CONFIRMATION_WORDS = {
  yes: 'Yes, we agree',
  change: 'We would change it',
  talk: 'Let us talk',
}
export type Confirmation = keyof typeof CONFIRMATION_WORDS

/** The same as a question, where nothing can be ticked. */
export const WHICH_CONFIRMATION = 'Yes, we agree; we would change it; or let us talk?'

/** What an answer says to something that is agreed, where that is plain, and the words beside it. */
export function confirmationIn(said: string): { confirmation: Confirmation | undefined; rest: string } {
  const found = Object.entries(CONFIRMATION_WORDS).find(([, words]) => opens(said, words))
  if (found) return { confirmation: found[0] as Confirmation, rest: after(said, found[1]) }
  return /^(?:yes|agreed|we agree)\W*$/i.test(said.trim())
    ? { confirmation: 'yes', rest: '' }
    : { confirmation: undefined, rest: said }
}

/** Whether these are words to tick, as nobody says them of something else. */
export const isTick = (said: string): boolean =>
  Object.values(CONFIRMATION_WORDS).some((words) => said.startsWith(words)) &&
  confirmationIn(said).confirmation !== undefined

/** Whether a text begins with some words as a sentence of their own. "Yes, we agree if …" is another. */
const opens = (text: string, words: string): boolean =>
  text.trim().slice(0, words.length).toLowerCase() === words.toLowerCase() &&
  /^\s*(?:[.:;!\n–—-]|$)/.test(text.trim().slice(words.length))

const after = (text: string, words: string): string =>
  text
    .trim()
    .slice(words.length)
    .replace(/^[\s.:;!–—-]+/, '')
