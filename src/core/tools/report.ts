import { HjpError } from '../../errors.ts'
import { isTold } from '../meeting/meetings.ts'
import { byDay, dayAfter, monthsOn } from '../values/day.ts'
import { inFull } from '../values/locale.ts'
import { hasSmall, hiddenGroups, numberIn, numbersIn, printable } from '../values/numbers.ts'
import { isAgreed, type PromptView, type View } from '../view/view.ts'
import type { Trend } from './picture.ts'

/** For whom a report is. */
export type Reader = 'partners' | 'funders' | 'public'

type IndicatorView = View['indicators'][number]

/** Whether these readers may see a text. */
type IsOpen = (text: string | undefined) => boolean

/** Readings that make a line. */
const LINE = 3

/** Prompts of which what was agreed tells what was learned, for whoever reads it; the others tell how partners treat each other. */
const LEARNED = ['learning/using-it', 'how-we-partner/setbacks', 'how-we-partner/next']
const LEARNED_WITHIN = ['relationships', 'load', 'processes'].map((name) => `how-we-partner/${name}`)

/** What was done and what changed between two days, as far as these readers may see it. No reading in it is under five. */
export function report(view: View, reader: Reader, from: string, to: string) {
  const { milestones, actions, meetings, prompts, funding, indicators } = view
  const isPublic = reader === 'public'
  const within = (day: string | undefined) => day !== undefined && day >= from && day <= to
  const people = view.partners.flatMap(({ people }) => people.flatMap(({ name }) => name ?? []))
  /** The public gets no text that names somebody. */
  const isOpen: IsOpen = (text = '') => !isPublic || !people.some((name) => text.includes(name))
  const settled = prompts.filter((prompt) => isAgreed(prompt) && isOpen(prompt.agreed?.text))
  const isActivity = ({ activity, agreed }: (typeof settled)[number]) => activity && agreed?.decision !== 'no'
  const agreedThen = settled.filter((prompt) => within(prompt.agreed?.on) && !isActivity(prompt))
  const tellsLearning = isPublic ? LEARNED : [...LEARNED, ...LEARNED_WITHIN]
  const learned = agreedThen.filter(({ id }) => tellsLearning.includes(id))
  const stories = indicators
    .filter(({ method }) => method === 'story')
    .flatMap(({ readings }) => readings.filter(({ on }) => within(on)))
  return {
    ...{ reader, from, to, isPublic },
    met: meetings.filter((meeting) => within(meeting.on) && isTold(meeting)).length,
    activities: settled.filter(isActivity),
    steps: milestones.filter(
      ({ what, done, end, status }) => status === 'done' && within(done ?? end) && isOpen(what),
    ),
    finished: isPublic ? [] : actions.filter(({ done }) => within(done)),
    numbers: numbers(view, to, isOpen),
    stories: stories.filter(({ consent, value }) => consent === 'yes' && isOpen(value)),
    heldBack: reader === 'partners' && stories.some(({ consent }) => consent !== 'yes'),
    learned,
    settledThen: isPublic
      ? []
      : byPart(
          view,
          agreedThen.filter((prompt) => !learned.includes(prompt)),
        ),
    decisions:
      reader === 'partners'
        ? meetings.filter(({ on }) => within(on)).flatMap(({ decisions }) => decisions)
        : [],
    ahead: milestones
      .filter(({ open, what }) => open && isOpen(what))
      .map((each) => ({ ...each, late: each.end !== undefined && each.end < to }))
      .toSorted(byDay(({ end }) => end)),
    money: reader === 'funders' ? funding.filter(({ until = to }) => until >= from) : [],
  }
}

const byPart = ({ parts }: View, prompts: PromptView[]): { title: string; topics: string[] }[] =>
  parts
    .map(({ id, title }) => ({
      title,
      topics: prompts.filter(({ part }) => part === id).map(({ topic }) => topic),
    }))
    .filter(({ topics }) => topics.length > 0)

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
function readingsView(
  { readings, baseline, target }: IndicatorView,
  to: string,
  locale: string,
  isOpen: IsOpen,
) {
  const until = readings.filter(({ on }) => on <= to).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const print = (value: string) => printable(value, locale)
  const last = until.at(-1)
  const hidden = last?.groups ? hiddenGroups(last.groups, last.value) : []
  const held = hidden.flatMap((name) => numbersIn(last?.groups?.[name] ?? ''))
  const tells = (note: string) => hasSmall(note) || numbersIn(note).some((number) => held.includes(number))
  return {
    baseline: baseline && print(baseline),
    target: target && print(target),
    ...trendOf(until, target, baseline, print, locale),
    rows: until.map(({ on, value, note }) => ({
      ...{ on, value: print(value) },
      note: note && !tells(note) && isOpen(note) ? note : undefined,
    })),
    groups: Object.entries(last?.groups ?? {}).map(([name, value]) => ({
      name,
      value: hidden.includes(name) ? undefined : print(value),
    })),
    groupsOn: last?.on,
  }
}

/** A line through the readings, where all are plain numbers that may be printed. */
function trendOf(
  readings: IndicatorView['readings'],
  target: string | undefined,
  baseline: string | undefined,
  print: (value: string) => string,
  locale: string,
): { drawing: Trend | undefined; words: string } {
  const plain = (text: string) => (hasSmall(text) ? undefined : numberIn(text))
  const points = readings.flatMap(({ on, value: text }) => {
    const value = plain(text)
    return value === undefined ? [] : [{ on, value, label: print(text) }]
  })
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < LINE || points.length < readings.length)
    return { drawing: undefined, words: '' }
  const line = (label: string, text: string | undefined) => {
    const value = text && plain(text)
    return value === undefined || value === '' ? [] : [{ label: `${label}: ${print(text!)}`, value }]
  }
  return {
    drawing: {
      sort: 'trend',
      points,
      lines: [...line('target', target), ...line('before', baseline)],
    },
    words: `A line over time, from ${first.label} on ${inFull(first.on, locale)} to ${last.label} on ${inFull(last.on, locale)}.`,
  }
}

/** The last twelve months, unless other days are named. Throws HjpError wrongWayRound. */
export function period(today: string, from: string | undefined, to = today): [from: string, to: string] {
  const first = from ?? dayAfter(monthsOn(to, -12))
  if (first > to) throw new HjpError('wrongWayRound', first, to)
  return [first, to]
}
