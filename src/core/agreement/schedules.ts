import { isBrought } from '../tools/contributions.ts'
import { workplanSteps } from '../tools/workplan.ts'
import { byDay } from '../values/day.ts'
import { listed } from '../values/locale.ts'
import { agreedText, type PromptView, type View } from '../view/view.ts'
import { byDays, isByAllThen } from '../view/who-agreed.ts'
import { duties } from './duties.ts'
import { glossary, LANGUAGE } from './glossary.ts'
import { LEGAL_STATUS, sectionsQuoted } from './quoted.ts'

/** What the sections and schedules of an agreement show beside the view. `settled` is what is agreed in it, each `shownIn` a section. */
export function schedules(
  view: View,
  settled: PromptView[],
  sections: { name: string; title: string }[],
  shownIn: Map<string, { name: string }>,
) {
  const isMeasured = settled.some(({ id }) => shownIn.get(id)?.name === 'mou/learning')
  const textOf = (id: string) => agreedText(settled, id) ?? ''
  const brought = view.contributions.filter(isBrought)
  const clauses = settled.flatMap(({ topic, agreed }) => [topic, agreed?.text ?? ''])
  return {
    brought: [...view.partners, { id: 'together', name: 'Together' }]
      .map(({ id, name }) => ({ who: name, rows: brought.filter(({ by }) => by === id) }))
      .filter(({ rows }) => rows.length > 0)
      // A column in which nothing stands is left out.
      .map((each) => ({
        ...each,
        needs: each.rows.some(({ needs }) => needs),
        conditions: each.rows.some(({ conditions }) => conditions),
      })),
    /** How things are found out, and not what was found, where anything is agreed on that. */
    measures: (isMeasured ? view.indicators : []).map(
      ({ id, measure, method, source, collects, split, readings }) => ({
        ...{ row: id ?? measure, measure, method, source, collects, split },
        /** Of stories that were told, whether it is written down of each that it may be told on. */
        consent:
          method !== 'story' || readings.length === 0 ? undefined : consented(readings) ? 'all' : 'some',
      }),
    ),
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
    ...agreementDays(view, settled.filter(isByAllThen(view))),
  }
}

const consented = (readings: View['indicators'][number]['readings']): boolean =>
  readings.every(({ consent }) => consent !== undefined)

/**
 * The first and the last day on which those who are in agreed to a term, and where there are more than one, what on each, the last one
 * first. Who it was is told where not all who are in agreed to a term on one day; there is no last day where one was not written down.
 */
function agreementDays({ partners, locale }: View, standing: PromptView[]) {
  const all = standing.flatMap(({ topic, agreed }) => {
    const days = byDays(agreed!.by.filter(({ id }) => partners.some((partner) => partner.id === id)))
    const apart = days.length > 1 || agreed!.awaited.length > 0
    return agreed!.on === undefined && days.length < 2
      ? []
      : days.map(({ on, those }) => ({
          on,
          topic,
          who: those.map(({ name }) => name),
          apart,
        }))
  })
  const apart = all.some((each) => each.apart)
  const rows = byDays(all).flatMap(({ on, those }) => {
    const who = (names: string[]) => (apart ? listed(names, locale) : undefined)
    return [...new Set(those.map((each) => who(each.who)))].map((name) => ({
      on,
      who: name,
      topics: those.filter((each) => who(each.who) === name).map(({ topic }) => topic),
    }))
  })
  const days = rows.flatMap(({ on }) => on ?? [])
  return {
    agreedFrom: days[0],
    agreedTo: days.length < rows.length ? undefined : days.at(-1),
    agreedApart: apart,
    agreedOn: rows.length < 2 && !apart ? [] : rows.toReversed(),
  }
}
