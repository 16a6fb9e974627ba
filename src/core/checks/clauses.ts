import { asTheyAre } from '../../errors.ts'
import { bracketedIn } from '../agreement/bracketed.ts'
import { LANGUAGE } from '../agreement/glossary.ts'
import { clauseWords } from '../prompts/clause-words.ts'
import { DECISION_WORDS, isBareAnswer, openingAnswer } from '../prompts/decisions.ts'
import { headingOf, isTerm } from '../prompts/prompts.ts'
import { isFragment, saysTheSame, sentenceIn } from '../prompts/sentences.ts'
import { isAgreed, type KnownOn, type PromptView, type View } from '../view/view.ts'
import type { Code } from './codes.ts'
import { undefinedWords } from './defined-words.ts'
import { answerPlace, type Check, type CheckedSection } from './finding.ts'
import { numberNamed, pointsNowhere } from './pointers.ts'

/** How what is agreed reads in the agreement. */

type Clause = PromptView & { text: string }

/** What is wrong with a clause, in words that go on from its heading; nothing where all is well. */
type Fault = (clause: Clause, known: KnownOn, view: View, sections: CheckedSection[]) => string | undefined

function verbless(clause: Clause): string | undefined {
  const { lead, words } = clauseWords(clause)
  // What was signed once needs no verb from us.
  return lead === '' && !clause.agreed?.asItStands && !isBareAnswer(words) && isFragment(words)
    ? ' does not read as a sentence: there seems to be no verb in it.'
    : undefined
}

function onlyAnswers({ text, decision, clause, agreed }: Clause): string | undefined {
  if (isBareAnswer(text))
    return decision && clause
      ? undefined
      : ` says only "${text.trim()}", and the agreement does not show the question. What will you do?`
  const again = AGAIN.exec(clauseWords({ clause, agreed }).words)?.[1]
  if (decision)
    return again && agreed?.decision === 'yes'
      ? ` says "${again}" again after the decision. Leave it out.`
      : undefined
  const answer = openingAnswer(text)
  const opening = again ?? (answer && DECISION_WORDS[answer])
  return opening && ` begins with "${opening}", but the agreement does not show the question.`
}

/** What agrees once more. */
const AGAIN =
  /^(yes|yep|yeah|agreed|ok(?:ay)?|sure|of course|definitely|absolutely|certainly)(?=[.,;:!]| [–—-] )/i

function contrary({ text, clause, agreed }: Clause): string | undefined {
  const decision = agreed?.decision
  if (decision !== 'yes' && decision !== 'no') return undefined
  const answer = openingAnswer(text)
  const first = sentenceIn(text)
  const other = clause?.[decision === 'yes' ? 'no' : 'yes']
  const isContrary = answer ? answer !== decision : other !== undefined && saysTheSame(first, other)
  return isContrary || (decision === 'no' && isArranged(clauseWords({ clause, agreed }).words))
    ? `: the decision is ${decision}, but "${first}" says otherwise. Change one of them.`
    : undefined
}

/** Whether words say when and where it is to be: nobody arranges what is not to be. */
const isArranged = (words: string): boolean =>
  isFragment(words) && ARRANGED.test(words) && !HELD_BACK.test(words)
const ARRANGED =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}(?:[.:]\d\d)? ?[ap]m\b|\b(?:every|once a|twice a) (?:day|week|fortnight|month|second|other)\b|\broom \d/i
const HELD_BACK = /\b(?:because|until|unless|no|not|never|since|for now|before|instead|too|only)\b|n't\b/i

function likeDefined({ text }: Clause, known: KnownOn, view: View): string | undefined {
  const words = undefinedWords(text, known, view).map((word) => `"${word}"`)
  const { number } = view.prompts.find(({ id }) => id === LANGUAGE) ?? {}
  const where = number ? ` in ${number}` : ''
  return words.length > 0
    ? ` uses ${words.join(', ')} like a defined term. Say what is meant${where}, or leave out the capitals.`
    : undefined
}

function inBrackets({ text }: Clause): string | undefined {
  const found = bracketedIn(text)
  return found.length > 0
    ? ` has ${asTheyAre(found.join(', '))} in square brackets. If that is a remark, settle it and take it out before anyone signs.`
    : undefined
}

const FAULTS: [code: Code, fault: Fault][] = [
  ['no-sentence', verbless],
  ['only-answers', onlyAnswers],
  ['against-decision', contrary],
  ['undefined-words', likeDefined],
  ['points-nowhere', ({ text }, _, view, sections) => pointsNowhere(text, view, sections)],
  ['by-number', ({ text }) => numberNamed(text)],
  ['in-brackets', inBrackets],
]

/** Every fault of every clause; what mends one is to ask again. */
export const clauses: Check = (known, view, sections) =>
  view.prompts
    .filter((prompt) => isAgreed(prompt) && isTerm(prompt))
    .flatMap((prompt) =>
      FAULTS.flatMap(([code, fault]) => {
        const said = fault({ ...prompt, text: prompt.agreed!.text }, known, view, sections)
        const message = `${headingOf(prompt)}${said} *hjp ask ${prompt.number}*`
        return said
          ? [{ code, at: answerPlace(known, prompt, 'agreed', 'text'), row: prompt.id, message }]
          : []
      }),
    )
