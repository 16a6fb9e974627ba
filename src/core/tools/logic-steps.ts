import { nearest } from '../../errors.ts'
import { isNamed } from '../prompts/prompts.ts'
import { isPrivate } from '../view/privacy.ts'
import { isUndertaken, type View } from '../view/view.ts'

export type OutcomeView = View['outcomes'][number]
/** Something that is done or comes about, and the ids of what leads to it. */
export type LogicStep = { id: string; words: string; note: string | undefined; from: string[] }
/** What is delivered or changes, as an outcome says, and for whom. */
export type OutcomeStep = LogicStep & { outcome: OutcomeView; whom: string }

/** What is delivered, and what changes from then on, in the order in which it comes about. */
export const STAGES = [
  { term: 'output', title: 'What we deliver' },
  { term: 'short', title: 'What changes first' },
  { term: 'medium', title: 'What changes in time' },
  { term: 'long', title: 'What changes in the long run' },
] as const

/** What the partners do together, and whatever else an outcome says leads to it. */
export function activitySteps({ prompts }: View, changes: OutcomeStep[]): LogicStep[] {
  const ids = changes.map(({ id }) => id)
  const others = [...new Set(changes.flatMap(({ from }) => from))].filter((id) => !ids.includes(id))
  const own = prompts.filter((prompt) => isUndertaken(prompt) || others.includes(prompt.id))
  return [
    ...own.map(({ id, topic, agreed }) => ({
      ...{ id, words: topic, from: [] },
      note: agreed?.settled ? undefined : 'not agreed yet',
    })),
    ...others
      .filter((words) => !prompts.some(({ id }) => id === words))
      .map((words) => ({ id: words, words, note: undefined, from: [] })),
  ]
}

export function outcomeSteps(view: View): OutcomeStep[] {
  const groupNames: Partial<Record<OutcomeView['for'], string>> = {
    clients: view.terms['clients']!,
    partnership: 'the partnership',
    system: 'the system',
  }
  return view.outcomes.map((outcome) => {
    const whom = groupNames[outcome.for] ?? outcome.for
    return {
      ...{ outcome, whom, note: `for ${whom}` },
      ...{ id: idOf(outcome), words: outcome.text },
      from: outcome.from
        .filter((name) => !strayLead(view, name) && !isPrivate(view, name))
        .map((name) => view.prompts.find((prompt) => isNamed(prompt, name))?.id ?? name),
    }
  })
}

/** An outcome with no id is known by its words. */
const idOf = ({ id, text }: OutcomeView): string => id ?? text

/**
 * Of a name in `from:` that only a prompt or an outcome could have, and that none has: what is near it. A number or a path is
 * such a name, and so is a slip in one; whatever else stands there is words that say what is done.
 */
export function strayLead({ prompts, outcomes }: View, name: string) {
  const ids = [...outcomes.map(idOf), ...prompts.map(({ id }) => id)]
  const isThere = ids.includes(name) || prompts.some((prompt) => isNamed(prompt, name))
  if (isThere || !/^[a-z0-9./-]+$/.test(name)) return undefined
  const near = nearest(name, ids) ?? ids.find((id) => name.includes('-') && id.endsWith(`/${name}`))
  return near || /[\d/]/.test(name) ? { near } : undefined
}
