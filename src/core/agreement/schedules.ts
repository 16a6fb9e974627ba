import { isBrought } from '../tools/contributions.ts'
import { steps } from '../tools/workplan.ts'
import { byDay } from '../values/day.ts'
import type { PromptView, View } from '../view/view.ts'
import { glossary } from './glossary.ts'

/** The prompt on which partners say what they mean by their words. */
const LANGUAGE = 'getting-to-know/language'

/** What the schedules of an agreement show beside the view. `settled` is what is agreed in it. */
export function schedules(seen: View, settled: PromptView[]) {
  const brought = seen.contributions.filter(isBrought)
  const clauses = settled.flatMap(({ topic, agreed }) => [topic, agreed?.text ?? ''])
  return {
    brought: [...seen.partners, { id: 'together', name: 'Together' }]
      .map(({ id, name }) => ({ who: name, rows: brought.filter(({ by }) => by === id) }))
      .filter(({ rows }) => rows.length > 0),
    /** How things are found out, and not what was found. */
    measures: seen.indicators.map(({ measure, method, source, collects, split, readings }) => ({
      ...{ measure, method, source, collects, split },
      /** Of stories that were told, whether it is written down of each that it may be told on. */
      consent: method !== 'story' || readings.length === 0 ? undefined : consented(readings) ? 'all' : 'some',
    })),
    steps: steps(seen).toSorted(byDay(({ to }) => to)),
    glossary: glossary(clauses, seen, settled.find(({ id }) => id === LANGUAGE)?.agreed?.text ?? ''),
  }
}

const consented = (readings: View['indicators'][number]['readings']): boolean =>
  readings.every(({ consent }) => consent !== undefined)
