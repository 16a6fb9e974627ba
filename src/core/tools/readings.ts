import { capital } from '../../errors.ts'
import { inFull } from '../values/locale.ts'
import { type Quantity, soleQuantity } from '../values/quantities.ts'
import { printable, restsOnFew, tellsOfFew, withThousands } from '../values/small-numbers.ts'
import { mayBePeople, type Unit } from '../values/units.ts'
import { unitOf } from '../view/unit.ts'
import type { View } from '../view/view.ts'
import type { Trend } from './picture.ts'
import { printedReading } from './printed-reading.ts'
import { shareOf } from './share.ts'

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
  /** What is held back is not compared either. */
  const latest = printed.at(-1)?.label === undefined ? undefined : until.at(-1)?.value
  return {
    heading: capital(unit && unit !== 'other' ? unit : 'value'),
    /** Where it began with nobody, that shows nobody. */
    baseline: baseline?.trim() === '0' ? '0' : baseline && printable(baseline, counts, locale),
    /** What is hoped for is nobody yet. */
    target: target && withThousands(target, locale),
    ...trendOf(indicator, printed, counts, locale),
    change: changeOf(baseline, latest, counts),
    way: wayOf(indicator, latest, counts),
    rows: printed.map(({ on, value, note }) => ({ on, value, note: isOpen(note) ? note : undefined })),
    groups: printed.at(-1)?.groups ?? [],
    groupsOn: until.at(-1)?.on,
  }
}

/** Whether a value may be drawn or compared: it tells of no few people. */
const isShown = (text: string, unit: Unit): boolean => !tellsOfFew(text, unit) && !restsOnFew(text, unit)

/** What texts come to, where each is one number that may be printed, and all count the same. */
function comparable(texts: (string | undefined)[], unit: Unit): number[] | undefined {
  const all = texts.flatMap((text) =>
    text !== undefined && isShown(text, unit) ? (soleQuantity(text, unit) ?? []) : [],
  )
  const isAlike = ({ kind, of, last }: Quantity) =>
    kind === all[0]!.kind && (of === undefined) === (all[0]!.of === undefined) && last === undefined
  return all.length === texts.length && all.every(isAlike)
    ? all.map(({ size, of }) => size / (of ?? 1))
    : undefined
}

/** Which way a value went. */
function changeOf(before: string | undefined, after: string | undefined, unit: Unit): string | undefined {
  const [from, to] = comparable([before, after], unit) ?? []
  if (from === undefined || to === undefined) return undefined
  return to > from ? 'up' : to < from ? 'down' : 'no change'
}

/** How much of the way from where a value began to its target it has gone. Without a beginning nobody knows which way is better. */
function wayOf({ baseline, target }: IndicatorView, latest: string | undefined, unit: Unit) {
  const [from, now, to] = comparable([baseline, latest, target], unit) ?? []
  if (from === undefined || now === undefined || to === undefined || from === to) return undefined
  const gone = Math.min(1, Math.max(0, (now - from) / (to - from)))
  return { ...shareOf(gone, 1), told: `${Math.round(gone * 100)}% of the way to the target` }
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
