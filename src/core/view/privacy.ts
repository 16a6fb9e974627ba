import { isNamed } from '../prompts/prompts.ts'
import type { PromptView, View } from './view.ts'

/** Whether an action or the like is about a prompt that is private, which it names by id or by number. */
export const isPrivate = ({ prompts }: View, about: string | undefined): boolean =>
  prompts.some((prompt) => prompt.private && isNamed(prompt, about))

/** What is thought of somebody, which stays with the keeper. */
const CANDID = {
  ...{ interest: undefined, influence: undefined, power: undefined, stake: undefined },
  ...{ 'find-out': undefined, priority: undefined, next: undefined },
}

/**
 * What documents for partners can see: nothing that was said or agreed on a private prompt, no action or milestone about
 * one, no reason why a prompt is set aside, and of the people around only who they are and what part they have.
 */
export function forPartners(view: View): View {
  const hushed = (prompt: PromptView): PromptView =>
    prompt.private
      ? {
          ...prompt,
          ...{ standing: 'open', heard: false, agreed: undefined, parked: undefined },
          voices: prompt.voices.map((voice) => ({ ...voice, said: undefined })),
          ...{ proposals: [], notes: [] },
        }
      : { ...prompt, parked: prompt.parked && 'set aside' }
  return {
    ...view,
    prompts: view.prompts.map(hushed),
    actions: view.actions.filter(({ about }) => !isPrivate(view, about)),
    milestones: view.milestones.filter(({ about }) => !isPrivate(view, about)),
    stakeholders: view.stakeholders.map((each) => ({ ...each, ...CANDID })),
  }
}
