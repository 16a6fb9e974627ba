import { nearest } from '../../errors.ts'
import { BENEFICIARIES } from '../file/tables.ts'
import { isNamed } from '../prompts/prompts.ts'
import { isPrivate } from '../view/privacy.ts'
import { isUndertaken, type View } from '../view/view.ts'
import { isBrought } from './contributions.ts'
import { continuedTitle, type Graph, inPieces } from './picture.ts'

type OutcomeView = View['outcomes'][number]
/** Something that is done or comes about, and the ids of what leads to it. */
type Node = { id: string; words: string; note: string | undefined; from: string[] }
/** What is delivered or changes, as an outcome says, and for whom. */
type ChangeNode = Node & { outcome: OutcomeView; whom: string }

/** Outcomes that fit into one picture, and those of one group that do. */
const TOGETHER = 14
const ALONE = 4

const STAGES = [
  { term: 'output', title: 'What we deliver' },
  { term: 'short', title: 'What changes first' },
  { term: 'medium', title: 'What changes in time' },
  { term: 'long', title: 'What changes in the long run' },
] as const

/** How the work is meant to lead to the goal, step by step, from what is agreed and what the tables say. */
export function logic(view: View) {
  const { contributions, outcomes } = view
  const changes = changesOf(view)
  const activities = activitiesOf(view, changes)
  const wordsOf = (id: string) => [...activities, ...changes].find((node) => node.id === id)?.words ?? id
  const stages = STAGES.map(({ term, title }) => ({
    ...{ term, title },
    rows: changes
      .filter(({ outcome }) => outcome.term === term)
      .map(({ outcome, whom, from }) => ({
        ...{ ...outcome, for: whom, leads: from.map(wordsOf), more: telling('from', outcome) },
      })),
  }))
  const groups = outcomes.length > TOGETHER ? BENEFICIARIES.map((group) => [group]) : [[...BENEFICIARIES]]
  return {
    inputs: contributions.filter(isBrought),
    activities,
    stages,
    assumptions: outcomes.filter(({ assumes }) => assumes.length > 0),
    outside: outcomes.filter(({ outside }) => outside.length > 0),
    more: { assumes: telling('assumes', outcomes[0]), outside: telling('outside', outcomes[0]) },
    drawings: groups.flatMap((group) => picturesFor(changes, activities, group)),
  }
}

/** The command that says more of an outcome, or adds one where there is none. */
const telling = (field: string, outcome: OutcomeView | undefined): string =>
  outcome ? `hjp change ${outcome.id ?? `"${outcome.text}"`} ${field}="…"` : 'hjp add outcome'

/** What the partners do together, and whatever else an outcome says leads to it. */
function activitiesOf({ prompts }: View, changes: ChangeNode[]): Node[] {
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

function changesOf(view: View): ChangeNode[] {
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

/** A picture of what leads to the outcomes for these groups; where that is not everyone, of the last step to each. */
function picturesFor(
  changes: ChangeNode[],
  activities: Node[],
  groups: OutcomeView['for'][],
): { picture: Graph; title: string; words: string }[] {
  const ours = changes.filter(({ outcome }) => groups.includes(outcome.for))
  const all = groups.length > 1
  return inPieces(ours, all ? TOGETHER : ALONE).map((wanted, n) => {
    const shown = wanted.flatMap(({ id, from }) => [id, ...from])
    const arrows = wanted.flatMap(({ id, from }) => from.map((each) => ({ from: each, to: id })))
    const done = activities.filter(({ id }) => all || arrows.some(({ from }) => from === id))
    const columns = [
      { title: 'What we do', nodes: done },
      ...STAGES.map(({ term, title }) => ({
        title,
        nodes: changes.filter(({ outcome, id }) => outcome.term === term && shown.includes(id)),
      })),
    ].filter((column) => column.nodes.length > 0)
    return {
      picture: { sort: 'graph', columns, arrows },
      title: `What leads to what${all ? '' : `, for ${wanted[0]!.whom}`}${continuedTitle(n)}`,
      words: `Boxes in columns, from what we do to what changes, with ${arrows.length} arrows between them: ${columns.map(({ title, nodes }) => `${title.toLowerCase()}, ${nodes.length}`).join('; ')}.`,
    }
  })
}

/** Where the logic does not hold together: what leads nowhere, what comes from nowhere, and what is only hoped. */
export function looseEnds(view: View): { idle: Node[]; baseless: OutcomeView[]; unfounded: boolean } {
  const changes = changesOf(view)
  const used = changes.flatMap(({ from }) => from)
  const outputs = changes.filter(({ outcome }) => outcome.term === 'output')
  const means = changes.length === 0 ? [] : [...activitiesOf(view, changes), ...outputs]
  return {
    idle: means.filter(({ id }) => !used.includes(id)),
    baseless: view.outcomes.filter(({ from }) => from.length === 0),
    unfounded: view.outcomes.length > 0 && view.outcomes.every(({ assumes }) => assumes.length === 0),
  }
}
