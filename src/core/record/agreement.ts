import { listEdits } from '../file/edits.ts'
import { agreedBy, membersOn } from '../file/members.ts'
import { type Agreed, proposalsFor, talksIn } from '../file/partnership.ts'
import type { Part, Prompt } from '../prompts/prompts.ts'
import { recorded, withoutProposals } from './answer.ts'
import type { Write } from './enter.ts'

/** What the partners have settled on, as it is told to hjp. */
export type Agreement = {
  decision?: Agreed['decision']
  text: string
  /** Null takes away the lead or the review date that was set before. */
  lead?: string | null | undefined
  on: string
  review?: string | null | undefined
  /** The ids of who agreed; without it, all who are in on that day. */
  by?: string[] | undefined
}

/** What the partners settled on. A review date that has passed goes, unless a new one is given; and what is agreed is no longer parked. */
export const recordAgreement = (parts: Part[], prompt: Prompt, agreed: Agreement): Write =>
  recorded(parts, prompt, (answer, at, partnership) => {
    const { decision, text, lead, on, review, by = membersOn(partnership, on).map(({ id }) => id) } = agreed
    const was = answer.agreed
    const isListed = was !== undefined && was.by.length > 0
    const isPast = was?.review !== undefined && was.review <= on
    const value = {
      ...(decision && { decision }),
      text,
      ...(lead ? { lead } : lead === null && was?.lead && { lead }),
      ...(!isListed && { by }),
      on,
      ...(review ? { review } : (isPast || (review === null && was?.review)) && { review: null }),
      wording: prompt.wording,
    }
    return [
      { at: [...at, 'agreed'], value },
      ...(isListed ? listEdits([...at, 'agreed', 'by'], by) : []),
      ...(answer.parked ? [{ at: [...at, 'parked'], value: null }] : []),
      ...withoutProposals(answer, at, [...proposalsFor(answer), ...talksIn(answer)]),
    ]
  })

/** That these partners agree too to what is settled on a prompt, and need not talk about it any more. Nothing where nothing is. */
export const recordAgrees = (parts: Part[], prompt: Prompt, partners: string[]): Write =>
  recorded(parts, prompt, (answer, at, partnership) => {
    const { agreed } = answer
    if (!agreed) return []
    const by = agreedBy(agreed, partnership)
    const more = partners.filter((id) => !by.includes(id))
    const all = [...by, ...more]
    const talked = talksIn(answer).filter(({ partner }) => partners.includes(partner ?? ''))
    const wait = withoutProposals(answer, at, talked)
    if (more.length === 0) return wait
    return agreed.by.length > 0
      ? [...listEdits([...at, 'agreed', 'by'], all), ...wait]
      : [{ at: [...at, 'agreed'], value: { by: all } }, ...wait]
  })

/** Takes out what is agreed on a prompt, with all that goes with it, and the room for it stays. */
export const recordNotAgreed = (parts: Part[], prompt: Prompt): Write =>
  recorded(parts, prompt, ({ agreed }, at) =>
    agreed
      ? [
          { at: [...at, 'agreed'], out: true },
          { at: [...at, 'agreed'], value: null },
        ]
      : [],
  )
