import { capital } from '../../errors.ts'
import { inFull } from '../values/locale.ts'
import { soleQuantity } from '../values/quantities.ts'
import { printable, restsOnFew, tellsOfFew, withThousands } from '../values/small-numbers.ts'
import { mayBePeople, type Unit } from '../values/units.ts'
import { unitOf } from '../view/unit.ts'
import type { View } from '../view/view.ts'
import type { Trend } from './picture.ts'
import { printedReading } from './printed-reading.ts'

type IndicatorView = View['indicators'][number]

/** Whether some readers may see a text. */
export type IsOpen = (text: string | undefined) => boolean

/** Readings that make a line. */
const LINE = 3

/** What is counted or asked, as it stood on a day and as it may be printed. */
export const numbers = ({ indicators, outcomes, locale }: View, to: string, isOpen: IsOpen = () => true) =>
  indicators
    .filter(({ method }) => method !== 'story')
    .map((indicator) => ({
      ...indicator,
      about: outcomes.find(({ id }) => id !== undefined && id === indicator.outcome)?.text,
      ...readingsView(indicator, to, locale, isOpen),
    }))

/** The readings of an indicator up to a day as they may be printed, newest last, and a picture where there are enough. */
function readingsView(indicator: IndicatorView, to: string, locale: string, isOpen: IsOpen) {
  const { readings, baseline, target, unit } = indicator
  const counts = unitOf(indicator)
  const until = readings.filter(({ on }) => on <= to).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const printed = until.map((reading) => ({
    text: reading.value,
    ...printedReading(reading, counts, locale),
  }))
  return {
    heading: capital(unit && unit !== 'other' ? unit : 'value'),
    baseline: baseline && printable(baseline, counts, locale),
    /** What is hoped for is nobody yet. */
    target: target && withThousands(target, locale),
    ...trendOf(indicator, printed, counts, locale),
    change: changeOf(baseline, until.at(-1)?.value, counts),
    rows: printed.map(({ on, value, note }) => ({ on, value, note: isOpen(note) ? note : undefined })),
    groups: printed.at(-1)?.groups ?? [],
    groupsOn: until.at(-1)?.on,
  }
}

/** Whether a value may be drawn or compared: it tells of no few people. */
const isShown = (text: string, unit: Unit): boolean => !tellsOfFew(text, unit) && !restsOnFew(text, unit)

/** Which way a value went, where both ends are one number each that may be printed, and count the same. */
function changeOf(before: string | undefined, after: string | undefined, unit: Unit): string | undefined {
  const [from, to] = [before, after].map((text) =>
    text !== undefined && isShown(text, unit) ? soleQuantity(text, unit) : undefined,
  )
  const isAlike = from?.kind === to?.kind && (from?.of === undefined) === (to?.of === undefined)
  if (!from || !to || !isAlike || from.last !== undefined || to.last !== undefined) return undefined
  const by = to.size / (to.of ?? 1) - from.size / (from.of ?? 1)
  return by > 0 ? 'up' : by < 0 ? 'down' : 'no change'
}

/** A line through the readings, where each is one number that may be printed, and all count the same. */
function trendOf(
  { target = '', baseline = '' }: IndicatorView,
  readings: { on: string; text: string; label: string | undefined }[],
  unit: Unit,
  locale: string,
): { drawing: Trend | undefined; words: string } {
  const pointOf = (text: string, label: string) => {
    const sole = soleQuantity(text, unit)
    const isCountOf = sole?.of !== undefined && mayBePeople(sole.kind)
    return sole && sole.last === undefined && !isCountOf ? [{ label, value: sole.size, kind: sole.kind }] : []
  }
  const points = readings.flatMap(({ on, text, label }) =>
    label !== undefined && isShown(text, unit) ? pointOf(text, label).map((point) => ({ on, ...point })) : [],
  )
  const [first] = points
  const last = points.at(-1)
  const isOne = points.length === readings.length && points.every(({ kind }) => kind === first?.kind)
  if (!first || !last || points.length < LINE || !isOne) return { drawing: undefined, words: '' }
  const lines = [
    ...pointOf(target, `target: ${withThousands(target, locale)}`),
    ...(isShown(baseline, unit) ? pointOf(baseline, `before: ${printable(baseline, unit, locale)}`) : []),
  ]
  return {
    drawing: { sort: 'trend', points, lines: lines.filter(({ kind }) => kind === first.kind) },
    words: `A line over time, from ${first.label} on ${inFull(first.on, locale)} to ${last.label} on ${inFull(last.on, locale)}.`,
  }
}
