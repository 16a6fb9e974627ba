import { CONFIRMATION_WORDS } from '../core/prompts/confirmations.ts'
import { bare } from '../ooxml/stamps.ts'

/** Words and numbers alone, so that it makes no difference how they were wrapped, quoted or set. */
const wordsIn = (text: string): string[] => bare(text).match(/[\p{L}\p{N}\p{Sc}%]+/gu) ?? []
const inARow = (text: string): string => wordsIn(text).join(' ').toLowerCase()

/** The words to tick in a row, with at most a word between: a tick that was typed, or an "or". */
const ASKED = new RegExp(Object.values(CONFIRMATION_WORDS).map(inARow).join('(?: \\S+)? '))

/** What a form to confirm is called, in the subject of a message about one. */
const FORM = /\bFor .+ to confirm\b/i

export const isAboutConfirming = (subject: string | undefined): boolean => FORM.test(subject ?? '')

/** What a form with questions is called there. */
const QUESTIONS = /\bQuestions for \S/i

export const isAboutQuestions = (subject: string | undefined): boolean => QUESTIONS.test(subject ?? '')

/** Whether a text asks if something stands that is agreed. */
export const isConfirming = (text: string): boolean => ASKED.test(inARow(text))

/** Whether these words stand in a text, every one of them and nothing between. */
export const standsIn = (text: string, words: string): boolean =>
  ` ${inARow(text)} `.includes(` ${inARow(words)} `)
