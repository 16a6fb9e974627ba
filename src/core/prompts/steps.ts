import { answerTo } from '../file/gathered.ts'
import { agreedBy, membersOn } from '../file/members.ts'
import type { Partner } from '../file/partner.ts'
import { type Partnership, proposalsFor } from '../file/partnership.ts'
import { asked, type Prompt } from './prompts.ts'
import { standing } from './standing.ts'

/** One thing to ask in a conversation: a partner's perspective on a prompt, or what everyone agrees on it. */
export type ConversationStep = { prompt: Prompt; hear: string | undefined }

/** Every step on these prompts in these partners' voices, and after each that they are to `agree` on, what they settle on. */
export const conversationSteps = (
  prompts: Prompt[],
  partnership: Partnership,
  voices: string[],
  agree: (prompt: Prompt) => boolean,
): ConversationStep[] =>
  prompts.flatMap((prompt): ConversationStep[] => [
    ...asked(prompt, partnership.partners)
      .filter(({ id }) => voices.includes(id))
      .map(({ id }) => ({ prompt, hear: id })),
    ...(agree(prompt) ? [{ prompt, hear: undefined }] : []),
  ])

/** Who is in and has not agreed to what the others have. */
export function awaitedOn(prompt: Prompt, partnership: Partnership, today: string): Partner[] {
  const { agreed } = answerTo(partnership, prompt)
  if (!agreed || agreed.decision === 'not-yet') return []
  const agreeing = agreedBy(agreed, partnership)
  return membersOn(partnership, today).filter(({ id }) => !agreeing.includes(id))
}

/** Whether a step has been done already, so that a conversation taken up again goes on where it stopped. */
export function isDone({ prompt, hear }: ConversationStep, partnership: Partnership, today: string): boolean {
  const answer = answerTo(partnership, prompt)
  if (proposalsFor(answer, hear).length > 0) return false
  const { perspectives } = answer
  const stands = standing(prompt, partnership, today)
  if (stands === 'agreed' && hear === undefined) return awaitedOn(prompt, partnership, today).length === 0
  if (stands === 'agreed' || stands === 'parked') return true
  return (
    hear !== undefined && perspectives.some(({ partner, said }) => partner === hear && said !== undefined)
  )
}
