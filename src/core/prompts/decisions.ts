import type { DECISIONS } from '../file/partnership.ts'

export type Decision = (typeof DECISIONS)[number]

/** A decision as a word to tick. */
export const DECISION_WORDS: Record<Decision, string> = { yes: 'Yes', no: 'No', 'not-yet': 'Not yet' }
/** The same as a question, where nothing can be ticked. */
export const WHICH_DECISION = 'Yes, no or not yet?'

/** A decision in words, for when nobody has more to add. */
export const DECIDED: Record<Decision, string> = { yes: 'Yes.', no: 'No.', 'not-yet': 'Not yet.' }

/** The decision that words begin with, where it stands in a paragraph of its own, and the words after it. */
export function decisionIn(said: string): { decision: Decision | undefined; rest: string } {
  const [first = '', ...rest] = said.trim().split(/\n\s*\n/)
  const decision = (Object.keys(DECIDED) as Decision[]).find((each) => DECIDED[each] === first.trim())
  return decision ? { decision, rest: rest.join('\n\n') } : { decision, rest: said }
}

const ANSWERS: Record<Decision, RegExp> = {
  yes: /^yes\b[ \t]*(?:[.,;:!]|[–—-](?=[ \t]))?\s*/i,
  // "No lawyer will …" is a sentence of its own.
  no: /^no[ \t]*(?:[.,;:!]|[–—-](?=[ \t])|$|(?=\n))\s*/i,
  'not-yet': /^not yet\b[ \t]*(?:[.,;:!]|[–—-](?=[ \t]))?\s*/i,
}

/** The answer that words begin with. */
export const openingAnswer = (said: string): Decision | undefined =>
  (Object.keys(ANSWERS) as Decision[]).find((each) => ANSWERS[each].test(said.trim()))

/** What proposed words for a prompt decide: what comes with them, what they begin with, or else what was decided before; undefined where that is open, or nothing is to be decided. */
export const decidedBy = (
  { decision: isAsked }: { decision?: boolean | undefined },
  { decision, text }: { decision?: Decision | undefined; text: string },
  was: Decision | undefined,
): Decision | undefined => (isAsked ? (decision ?? openingAnswer(text) ?? was) : undefined)

/** Whether words are an answer to a question, and say nothing without it. */
export const isBareAnswer = (said: string): boolean =>
  /^(?:agreed|ok(?:ay)?|sure)\W*$/i.test(said.trim()) ||
  (openingAnswer(said) !== undefined && withoutAnswer(openingAnswer(said)!, said) === '')

/** What is agreed on a decision, without the yes or no that it may begin with. */
export const withoutAnswer = (decision: Decision, said: string): string =>
  said.trim().replace(ANSWERS[decision], '')
