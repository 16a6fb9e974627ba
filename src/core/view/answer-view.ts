import { isAsAdopted } from '../file/adopted-words.ts'
import { answerTo } from '../file/gathered.ts'
import { leaversBy, membersOn, whoAgreed } from '../file/members.ts'
import { type Partner, partnerName } from '../file/partner.ts'
import { adoptedIn, type Partnership, type Proposal, proposalsFor, talksIn } from '../file/partnership.ts'
import { asked, type Prompt } from '../prompts/prompts.ts'
import { whyAside } from '../prompts/set-aside.ts'
import { standing } from '../prompts/standing.ts'

/** What was said to a prompt, and what came of it. */
export function answerView(
  prompt: Prompt,
  { partnership, today }: { partnership: Partnership; today: string },
  nameOf: (id: string | undefined) => string | undefined,
) {
  const answer = answerTo(partnership, prompt)
  const { perspectives, agreed, notes } = answer
  const members = membersOn(partnership, today)
  const voices = asked(prompt, members).map(({ id, name }) => {
    const perspective = perspectives.find((each) => each.partner === id)
    return { id, partner: name, said: perspective?.said, on: perspective?.on }
  })
  const days = new Map(agreed && whoAgreed(agreed, partnership).map(({ id, on }) => [id, on]))
  const hasLeft = leaversBy(partnership, today)
  const named = ({ id, name }: Partner) => ({ id, name })
  const inView = ({ partner, text }: Proposal) => ({ partner: partnerName(partnership, partner), text })
  return {
    standing: standing(prompt, partnership, today),
    heard: voices.some(({ said }) => said !== undefined),
    voices,
    agreed: agreed && {
      settled: agreed.decision !== 'not-yet',
      text: agreed.text,
      /** Nobody has worded it anew since it was taken in from an agreement of before. */
      asItStands: isAsAdopted(partnership, agreed.text),
      on: agreed.on,
      review: agreed.review,
      lead: nameOf(agreed.lead),
      decision: agreed.decision,
      /** Who agreed to it, and each on what day, as far as that is told; and who is in and has not. */
      by: partnership.partners.flatMap((each) =>
        days.has(each.id) ? { ...named(each), on: days.get(each.id) } : [],
      ),
      awaited: agreed.decision === 'not-yet' ? [] : members.filter(({ id }) => !days.has(id)).map(named),
    },
    parked: whyAside(partnership, prompt),
    /** How partners would have what is agreed read. */
    proposals: proposalsFor(answer)
      .filter(({ from, partner }) => from === undefined && !hasLeft(partner))
      .map(inView),
    /** What else a partner said, where it is not settled which of its answers holds. */
    alsoSaid: answer.proposals.flatMap(({ for: what, partner, text, on }) =>
      what === 'said' && partner && !hasLeft(partner)
        ? [{ id: partner, partner: partnerName(partnership, partner), said: text, on }]
        : [],
    ),
    /** What partners said to it who have left before it was settled. */
    unheard: answer.proposals.filter(({ partner }) => hasLeft(partner)).map(inView),
    /** How an agreement of before has it, and nobody has agreed to that here yet. */
    adopted: adoptedIn(answer).map(({ from, text }) => ({ from, text })),
    /** Where partners who are in asked to talk about it, and what they said to that. */
    talks: talksIn(answer)
      .filter(({ partner }) => members.some(({ id }) => id === partner))
      .map(inView),
    /** What was remarked beside an answer, and by whom. */
    notes: notes.map(({ partner, by, text }) => ({
      from: [by, nameOf(partner)].filter(Boolean).join(', '),
      text,
    })),
  }
}

/** All that partners said to it, what is not settled included. */
export const allSaid = ({ voices, alsoSaid }: Pick<ReturnType<typeof answerView>, 'voices' | 'alsoSaid'>) =>
  [...voices, ...alsoSaid].flatMap((each) => (each.said ? [{ ...each, said: each.said }] : []))
