import { answerTo } from '../file/gathered.ts'
import { partnerName } from '../file/partner.ts'
import type { Partnership } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import { isNamed, isTerm, type Prompt } from '../prompts/prompts.ts'
import { isAgreed, promptView, type View, waitsForYes } from '../view/view.ts'

/** A section of a document that has the clause of a prompt. */
export type ClausePlace = { document: string; section: string; title: string }

/** All that is known of one prompt: what was said and agreed, what is to be done about it, when it was talked about, and where it is printed. */
export function aboutPrompt(view: View, partnership: Partnership, prompt: Prompt, places: ClausePlace[]) {
  const seen = promptView(view, prompt)
  const { perspectives, agreed, parked, proposals, notes } = answerTo(partnership, prompt)
  const { id, number, part, topic, ask, why, listenFor, standing, voices } = seen
  const by = <T extends { partner: string | undefined }>(rows: T[]) =>
    rows.map(({ partner, ...row }) => ({ partner: partnerName(partnership, partner), ...withoutBlanks(row) }))
  return {
    ...{ id, number, part, topic, ask, why, listenFor, standing },
    asked: seen.asked,
    private: seen.private,
    said: by(perspectives.filter(({ said }) => said)),
    missing: voices.filter(({ said }) => said === undefined).map(({ partner }) => partner),
    agreed: agreed && {
      ...withoutBlanks(agreed),
      review: agreed.review,
      lead: seen.agreed?.lead,
      by: seen.agreed?.by.map(({ name }) => name),
      also: seen.agreed?.by
        .filter(({ on }) => on !== agreed.on)
        .map(({ name, on }) => ({ partner: name, on })),
      /** To what is no term of the agreement nobody is asked to agree who joined later. */
      awaited: isTerm(prompt) ? seen.agreed?.awaited.map(({ name }) => name) : [],
    },
    parked,
    proposals: by(proposals.map((each) => ({ ...each, partner: each.from ?? each.partner }))),
    notes: by(notes),
    actions: view.actions
      .filter(({ about }) => isNamed(prompt, about))
      .map(({ id, what, who, due, done, dropped }) => ({ id, what, who, due, done, dropped })),
    milestones: view.milestones
      .filter(({ about }) => isNamed(prompt, about))
      .map(({ id, what, lead, end, status }) => ({ id, what, lead, end, status })),
    meetings: view.meetings.flatMap(({ on, prompts, agenda }) => {
      const has = (names: string[]) => names.some((name) => isNamed(prompt, name))
      return has(prompts) || has(agenda) ? [{ on, talked: has(prompts) }] : []
    }),
    /** The number of the decision that it follows, where it is agreed and that is no yes. */
    waitsFor: waitsForYes(seen) ? view.prompts.find(({ id }) => id === seen.under)!.number : undefined,
    /** Where its clause stands in the agreement and the letter; what is not agreed yet is not printed. */
    clause: isTerm(prompt) ? { printed: isAgreed(seen), places } : { printed: false, places: [] },
  }
}
