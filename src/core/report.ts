import { monthsOn } from './day.ts'
import { isTold } from './meetings.ts'
import type { Trend } from './picture.ts'
import { hasSmall, numberIn, printable, printableGroups } from './readings.ts'
import type { View } from './view.ts'

/** For whom a report is. */
export type Reader = 'partners' | 'funders' | 'public'

type IndicatorView = View['indicators'][number]

/** Readings that make a line. */
const LINE = 3

/** What was done and what changed between two days, as far as these readers may see it. No number in it is under five. */
export function report(seen: View, reader: Reader, from: string, to: string) {
  const within = (day: string | undefined) => day !== undefined && day >= from && day <= to
  const { milestones, actions, meetings, prompts, funding, indicators, outcomes } = seen
  const settled = prompts.filter(
    ({ asked, agreed, parked, private: hidden }) => asked && agreed?.settled && !parked && !hidden,
  )
  const isPublic = reader === 'public'
  const shown = indicators.map((indicator) => ({
    ...indicator,
    about: outcomes.find(({ id }) => id !== undefined && id === indicator.outcome)?.text,
    ...told(indicator, to),
  }))
  const stories = indicators
    .filter(({ method }) => method === 'story')
    .flatMap(({ measure, readings }) =>
      readings.filter(({ on }) => within(on)).map((each) => ({ ...each, measure })),
    )
  return {
    reader,
    ...{ from, to, isPublic },
    steps: milestones.filter(({ done, end, status }) => status === 'done' && within(done ?? end)),
    finished: isPublic ? [] : actions.filter(({ done }) => within(done)),
    met: meetings.filter((meeting) => within(meeting.on) && isTold(meeting)).length,
    activities: settled.filter(({ activity, agreed }) => activity && agreed?.decision !== 'no'),
    numbers: shown.filter(({ method }) => method !== 'story'),
    stories: stories.filter(({ consent }) => consent === 'yes'),
    heldBack: stories.some(({ consent }) => consent !== 'yes'),
    learned: settled.filter(({ part }) => part === 'learning'),
    decisions:
      reader === 'partners'
        ? meetings.filter(({ on }) => within(on)).flatMap(({ decisions }) => decisions)
        : [],
    ahead: milestones.filter(({ open }) => open),
    money: reader === 'funders' ? funding.filter(({ until = to }) => until >= from) : [],
  }
}

/** The readings of an indicator up to a day as they may be printed, newest last, and a picture where there are enough. */
function told({ readings, baseline, target }: IndicatorView, to: string) {
  const until = readings.filter(({ on }) => on <= to).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const numbers = until.map(({ on, value }) => ({ on, value: numberIn(value) ?? 0 }))
  const isLine =
    numbers.length >= LINE && until.every(({ value }) => numberIn(value) !== undefined && !hasSmall(value))
  const line = (label: string, text: string | undefined) => {
    const value = Number(/^[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', '') ?? Number.NaN)
    return Number.isNaN(value) || hasSmall(text!) ? [] : [{ label: `${label}: ${text}`, value }]
  }
  const drawing: Trend | undefined = isLine
    ? {
        sort: 'trend',
        points: numbers,
        lines: [...line('target', target), ...line('at the start', baseline)],
      }
    : undefined
  return {
    baseline: baseline && printable(baseline),
    target: target && printable(target),
    drawing,
    words: drawing
      ? `From ${until[0]!.value} on ${until[0]!.on} to ${until.at(-1)!.value} on ${until.at(-1)!.on}.`
      : '',
    rows: until.map(({ on, value, note }) => ({
      ...{ on, value: printable(value) },
      note: note && !hasSmall(note) ? note : undefined,
    })),
    groups: printableGroups(until.at(-1)?.groups ?? {}),
    groupsOn: until.at(-1)?.on,
  }
}

/** The last twelve months, unless other days are named. */
export const period = (today: string, from: string | undefined, to = today): [from: string, to: string] => [
  from ?? monthsOn(to, -12),
  to,
]
