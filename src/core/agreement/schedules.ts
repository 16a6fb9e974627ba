import { isBrought } from '../tools/contributions.ts'
import { workplanSteps } from '../tools/workplan.ts'
import { byDay } from '../values/day.ts'
import type { PromptView, View } from '../view/view.ts'
import { glossary } from './glossary.ts'

/** The prompt on which partners say what they mean by their words. */
const LANGUAGE = 'getting-to-know/language'

/** What the schedules of an agreement show beside the view. `settled` is what is agreed in it. */
export function schedules(view: View, settled: PromptView[]) {
  const brought = view.contributions.filter(isBrought)
  const clauses = settled.flatMap(({ topic, agreed }) => [topic, agreed?.text ?? ''])
  return {
    brought: [...view.partners, { id: 'together', name: 'Together' }]
      .map(({ id, name }) => ({ who: name, rows: brought.filter(({ by }) => by === id) }))
      .filter(({ rows }) => rows.length > 0),
    /** How things are found out, and not what was found. */
    measures: view.indicators.map(({ measure, method, source, collects, split, readings }) => ({
      ...{ measure, method, source, collects, split },
      /** Of stories that were told, whether it is written down of each that it may be told on. */
      consent: method !== 'story' || readings.length === 0 ? undefined : consented(readings) ? 'all' : 'some',
    })),
    steps: workplanSteps(view).toSorted(byDay(({ to }) => to)),
    glossary: glossary(clauses, view, settled.find(({ id }) => id === LANGUAGE)?.agreed?.text ?? ''),
  }
}

const consented = (readings: View['indicators'][number]['readings']): boolean =>
  readings.every(({ consent }) => consent !== undefined)
