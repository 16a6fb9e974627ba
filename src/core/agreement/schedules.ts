import { isBrought } from '../tools/contributions.ts'
import { workplanSteps } from '../tools/workplan.ts'
import { byDay } from '../values/day.ts'
import { agreedText, isByAll, type PromptView, type View } from '../view/view.ts'
import { duties } from './duties.ts'
import { glossary, LANGUAGE } from './glossary.ts'
import { sectionsQuoted } from './quoted.ts'

/** The prompt on which they say which sections bind them. */
const LEGAL_STATUS = 'agreement-terms/legal-status'

/** What the sections and schedules of an agreement show beside the view. `settled` is what is agreed in it, each `shownIn` a section. */
export function schedules(
  view: View,
  settled: PromptView[],
  sections: { name: string; title: string }[],
  shownIn: Map<string, { name: string }>,
) {
  const textOf = (id: string) => agreedText(settled, id) ?? ''
  const byAll = settled.filter(isByAll)
  const days = [...new Set(byAll.flatMap(({ agreed }) => agreed?.on ?? []))].toSorted().toReversed()
  const brought = view.contributions.filter(isBrought)
  const clauses = settled.flatMap(({ topic, agreed }) => [topic, agreed?.text ?? ''])
  return {
    brought: [...view.partners, { id: 'together', name: 'Together' }]
      .map(({ id, name }) => ({ who: name, rows: brought.filter(({ by }) => by === id) }))
      .filter(({ rows }) => rows.length > 0),
    /** How things are found out, and not what was found. */
    measures: view.indicators.map(({ id, measure, method, source, collects, split, readings }) => ({
      ...{ row: id ?? measure, measure, method, source, collects, split },
      /** Of stories that were told, whether it is written down of each that it may be told on. */
      consent: method !== 'story' || readings.length === 0 ? undefined : consented(readings) ? 'all' : 'some',
    })),
    steps: workplanSteps(view).toSorted(byDay(({ to }) => to)),
    glossary: glossary(clauses, view, textOf(LANGUAGE)),
    duties: duties(view),
    /** The sections that are named in their words on what binds them, by their titles or by what is agreed in them. */
    named: sectionsQuoted(
      textOf(LEGAL_STATUS),
      sections.map(({ name, title }) => ({
        name,
        titles: [
          title,
          ...settled.filter(({ id }) => shownIn.get(id)?.name === name).map(({ topic }) => topic),
        ],
      })),
    ),
    /** The first and the last day on which a term was agreed, and where these are two, what on each, the last one first. */
    agreedFrom: days.at(-1),
    agreedTo: days[0],
    agreedOn:
      days.length < 2
        ? []
        : days.map((on) => ({
            on,
            topics: byAll.filter(({ agreed }) => agreed?.on === on).map(({ topic }) => topic),
          })),
  }
}

const consented = (readings: View['indicators'][number]['readings']): boolean =>
  readings.every(({ consent }) => consent !== undefined)
