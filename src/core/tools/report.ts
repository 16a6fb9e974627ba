import { HjpError } from '../../errors.ts'
import { isTold } from '../meeting/meetings.ts'
import { byDay, dayAfter, monthsOn } from '../values/day.ts'
import { isAgreed, type PromptView, type View } from '../view/view.ts'
import { type IsOpen, numbers } from './readings.ts'

/** For whom a report is. */
export type Reader = 'partners' | 'funders' | 'public'

/** Prompts of which what was agreed tells what was learned, for whoever reads it; the others tell how partners treat each other. */
const LEARNED = ['learning/using-it', 'how-we-partner/setbacks', 'how-we-partner/next']
const LEARNED_WITHIN = ['relationships', 'load', 'processes'].map((name) => `how-we-partner/${name}`)

/** What was done and what changed between two days, as far as these readers may see it. Nothing in it tells of fewer than five people. */
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

/** The last twelve months, unless other days are named. Throws HjpError wrongWayRound. */
export function period(today: string, from: string | undefined, to = today): [from: string, to: string] {
  const first = from ?? dayAfter(monthsOn(to, -12))
  if (first > to) throw new HjpError('wrongWayRound', first, to)
  return [first, to]
}
