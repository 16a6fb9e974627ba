import { FIT } from '../meeting/queue.ts'
import type { View } from '../view/view.ts'
import { isBrought } from './contributions.ts'
import { logicPictures } from './logic-picture.ts'
import { activitySteps, type LogicStep, type OutcomeView, outcomeSteps, STAGES } from './logic-steps.ts'
import { toChange } from './to-fill.ts'

/** How the work is meant to lead to the goal, step by step, from what is agreed and what the tables say. */
export function logic(view: View) {
  const changes = outcomeSteps(view)
  const activities = activitySteps(view, changes)
  const wordsOf = (id: string) => [...activities, ...changes].find((step) => step.id === id)?.words ?? id
  const inputs = view.contributions.filter(isBrought)
  return {
    inputs,
    activities,
    stages: STAGES.map(({ term, title }) => ({
      ...{ term, title },
      rows: changes
        .filter(({ outcome }) => outcome.term === term)
        .map(({ outcome, whom, from }) => ({
          ...{ ...outcome, for: whom, leads: from.map(wordsOf), more: telling('from', outcome) },
          measures: view.indicators.filter(({ outcome: id }) => id && id === outcome.id),
        })),
    })),
    more: {
      assumes: lackOf(view, 'assumes'),
      outside: lackOf(view, 'outside'),
    },
    /** When it is to be looked at again: with the question whether what is done fits the goal. */
    review: view.prompts.find(({ id }) => id === FIT)?.agreed?.review,
    drawings: logicPictures(view, { inputs, activities, changes }),
  }
}

/** The command that says what nobody has said of any outcome. */
const lackOf = ({ outcomes }: View, field: 'assumes' | 'outside'): string | undefined =>
  outcomes.some((outcome) => outcome[field].length > 0) ? undefined : telling(field, outcomes[0])

/** The command that says more of an outcome, or adds one where there is none. */
const telling = (field: string, outcome: OutcomeView | undefined): string =>
  outcome ? toChange([outcome.id ?? outcome.text], field) : 'hjp add outcome'

/** Where the logic does not hold together: what leads nowhere, what comes from nowhere, and what is only hoped. */
export function looseEnds(view: View): { idle: LogicStep[]; baseless: OutcomeView[]; unfounded: boolean } {
  const changes = outcomeSteps(view)
  const used = changes.flatMap(({ from }) => from)
  const outputs = changes.filter(({ outcome }) => outcome.term === 'output')
  const means = changes.length === 0 ? [] : [...activitySteps(view, changes), ...outputs]
  return {
    idle: means.filter(({ id }) => !used.includes(id)),
    baseless: view.outcomes.filter(({ from }) => from.length === 0),
    unfounded: view.outcomes.length > 0 && view.outcomes.every(({ assumes }) => assumes.length === 0),
  }
}
