import { questionTitle } from '../../core/prompts/prompts.ts'
import { inFull } from '../../core/values/locale.ts'
import type { View } from '../../core/view/view.ts'
import { agreedDay } from '../../core/view/who-agreed.ts'
import type { Block, Document } from '../document/document.ts'
import { isTouched } from './summary.ts'

/** A comparison with a comment at each clause that changed: which prompt it answers, and when the partners settled it. */
export const commented = (document: Document, view: View): Document => ({
  ...document,
  blocks: document.blocks.map((block) => {
    const comment = block.kind === 'clause' && isTouched([block]) ? commentOn(block, view) : undefined
    return comment === undefined ? block : { ...block, comment }
  }),
})

function commentOn({ prompt: id }: Block, { prompts, meetings, locale }: View): string | undefined {
  const prompt = prompts.find((each) => each.id === id)
  if (!prompt) return undefined
  const { agreed, parked } = prompt
  const about = `${questionTitle(prompt)}.`
  if (parked && !agreed) return `${about} Set aside for now.`
  if (!agreed?.settled) return `${about} Nothing is agreed on this now.`
  if (!agreed.on) return `${about} Agreed.`
  const met = meetings.some(({ on }) => on === agreed.on)
  const where = (day: string) => (met && day === agreed.on ? ', at a meeting of the partners' : '')
  return `${about} Agreed on ${agreedDay(agreed, (day) => inFull(day, locale) + where(day))}.`
}
