import { HjpError } from '../../errors.ts'
import { clauseWords } from '../prompts/clause-words.ts'
import { CONFIRMATION_WORDS, WHICH_CONFIRMATION } from '../prompts/confirmations.ts'
import { inFull } from '../values/locale.ts'
import { isAgreed, type PromptView, type View } from '../view/view.ts'
import { agreedInWords, awaits } from '../view/who-agreed.ts'
import { byPart, sheetFor, type WordsToConfirm, type WorksheetRow } from './worksheet.ts'

/** Minutes that reading a clause and ticking take. */
const MINUTES = 1

/**
 * A worksheet that asks a partner whether it agrees to what is agreed: on the prompts named, else on all that it has not agreed
 * to. Throws HjpError nothingToConfirm.
 */
export function confirmation(view: View, id: string, named: PromptView[]) {
  const asked = named.length > 0 ? named.filter(isAgreed) : view.prompts.filter((each) => awaits(each, id))
  if (asked.length === 0)
    throw new HjpError('nothingToConfirm', view.partners.find((each) => each.id === id)!.name)
  return sheetFor(
    view,
    { asks: 'confirm', partner: id },
    byPart(view, asked, (prompt) => placeOf(view, prompt)),
    MINUTES,
  )
}

const placeOf = (view: View, prompt: PromptView): WorksheetRow => ({
  prompt: prompt.id,
  number: prompt.number,
  topic: prompt.topic,
  ask: prompt.ask,
  why: undefined,
  follows: undefined,
  agreed: { ...wordsToConfirm(prompt), about: aboutAgreed(view, prompt) },
  beside: [],
  others: [],
  choices: Object.values(CONFIRMATION_WORDS).map((words) => ({ words, ticked: false })),
  which: WHICH_CONFIRMATION,
  said: '',
  rest: '',
})

/** What a partner says yes to. */
export const wordsToConfirm = (prompt: PromptView): WordsToConfirm => ({
  ...clauseWords(prompt),
  leader: prompt.agreed?.lead,
})

/** Who agreed and when, when it is looked at again, and what was asked. */
function aboutAgreed({ locale }: View, { ask, agreed }: PromptView): string[] {
  return [
    `Agreed ${agreedInWords(agreed!, locale)}.`,
    ...(agreed!.review ? [`Review: ${inFull(agreed!.review, locale)}.`] : []),
    `The question was: ${ask}`,
  ]
}
