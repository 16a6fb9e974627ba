import { monthsOn } from '../values/day.ts'
import type { PromptView, View } from '../view/view.ts'
import { awaits } from '../view/who-agreed.ts'

/** A partner that joins, or may. One that is not in the file has no id. */
export type Newcomer = { id: string | undefined; name: string; joined: string | undefined }

/** Who is meant, by its id or its name: a partner, one that joins later, or one that the file does not know. */
export function newcomerNamed({ partners, joining }: View, called: string): Newcomer {
  const found = [...partners, ...joining].find(({ id, name }) => id === called || name === called)
  return found
    ? { id: found.id, name: found.name, joined: found.joined }
    : { id: undefined, name: called, joined: undefined }
}

/** The parts in which partners come to understand each other, and what they want. */
const UNDERSTANDING = ['getting-to-know', 'common-ground', 'what-we-can-achieve']

/** The questions that are put to everyone again when somebody joins. */
export const sharedQuestions = ({ prompts }: View): PromptView[] =>
  prompts.filter(
    ({ part, asked, parked, private: hidden }) => asked && !parked && !hidden && UNDERSTANDING.includes(part),
  )

/** Months in which a partner is new. */
const NEW = 12

/** Those who joined of late and have not agreed yet to what the others want. */
export function newcomers(view: View): View['partners'] {
  const shared = sharedQuestions(view)
  return view.partners.filter(
    ({ id, joined }) =>
      joined !== undefined &&
      joined > monthsOn(view.today, -NEW) &&
      shared.some((prompt) => awaits(prompt, id)),
  )
}
