import { questionsFor } from '../meeting/email.ts'
import { type Decision, decisionIn } from '../prompts/decisions.ts'
import type { PromptView, View } from '../view/view.ts'

/** A prompt as it stands on a worksheet for one partner. */
export type WorksheetRow = Pick<PromptView, 'number' | 'topic' | 'ask' | 'why'> & {
  prompt: string
  /** The number of the prompt it follows, where that asks for a decision. */
  follows: string | undefined
  /** What the others said. */
  others: { partner: string; said: string }[]
  decision: boolean
  /** What the partner itself said already: all of it, and in two. */
  said: string
  chosen: Decision | undefined
  rest: string
}

/** Stands where nothing has been written yet. */
export const WRITE_HERE = '[Write here]'

/** Minutes that a written answer takes. */
const MINUTES = 2

/**
 * The prompts named, or those that a partner has not been heard on, by the part. What the others said comes along only where
 * that is wished: an answer is freer without. Throws HjpError notAsked or nothingToAsk.
 */
export function worksheet(view: View, id: string, named: PromptView[], withOthers: boolean) {
  const partner = view.partners.find((each) => each.id === id)!
  const theirs = named.filter(({ voices }) => voices.some((voice) => voice.id === id))
  const topics = questionsFor(view, [partner], named.length > 0 && theirs.length === 0 ? named : theirs)
  const place = (prompt: PromptView): WorksheetRow => {
    const said = prompt.voices.find((voice) => voice.id === id)?.said ?? ''
    const { decision, rest } = prompt.decision ? decisionIn(said) : { decision: undefined, rest: said }
    const above = view.prompts.find((each) => each.id === prompt.under)
    return {
      prompt: prompt.id,
      number: prompt.number,
      topic: prompt.topic,
      ask: prompt.ask,
      why: prompt.why,
      follows: above?.decision ? above.number : undefined,
      others: withOthers
        ? prompt.voices.flatMap((voice) =>
            voice.id !== id && voice.said ? [{ partner: voice.partner, said: voice.said }] : [],
          )
        : [],
      decision: prompt.decision,
      said,
      chosen: decision,
      rest,
    }
  }
  return {
    partner,
    count: topics.length,
    minutes: Math.max(5, Math.ceil((topics.length * MINUTES) / 5) * 5),
    returned: sender(view, id),
    groups: view.parts.flatMap(({ id: part, title }) => {
      const places = topics.filter((topic) => topic.part === part).map(place)
      return places.length > 0 ? [{ title, places }] : []
    }),
  }
}

/** Whom an answer goes back to: the first liaison of another partner that has an address. */
const sender = ({ partners }: View, id: string) =>
  partners
    .filter((partner) => partner.id !== id)
    .flatMap(({ people }) => people)
    .find(({ role, email }) => role === 'liaison' && email)
