import { createHash } from 'node:crypto'
import { counted } from '../../text.ts'
import { isNamed, questionTitle } from '../prompts/prompts.ts'
import { byDay } from '../values/day.ts'
import { isInvited, type PromptView, type View } from '../view/view.ts'
import { termDays } from './due.ts'
import type { MeetingView } from './meetings.ts'

/** An entry in a calendar: at a time where the partnership is, or without one the whole day. */
export type Event = {
  /** Stays the same however often it is made, so that a calendar changes the entry it has. */
  uid: string
  title: string
  on: string
  start: string | undefined
  minutes: number
  place: string | undefined
  attendees: { name: string; email: string; chairs: boolean }[]
  words: string
}

type PlannedMeeting = Pick<MeetingView, 'id' | 'on' | 'start' | 'place' | 'chair'> & { minutes: number }

/** A meeting as an entry; `words` say what it is to take up. */
export function meetingEvent(view: View, meeting: PlannedMeeting, words: string): Event {
  const { id, on, start, minutes, place, chair } = meeting
  const attendees = view.partners.flatMap(({ people }) =>
    people
      .filter(isInvited)
      .flatMap(({ name = '', email }) => (email ? [{ name, email, chairs: name === chair }] : [])),
  )
  const uid = uidOf(view, 'meeting', id ?? `m-${on}`)
  return { uid, title: `${view.name}: meeting`, on, start, minutes, place, attendees, words }
}

/**
 * What has a date, for the calendar: reviews, the term of the agreement, actions, milestones and money that ends. Meetings come with their agenda, which
 * an entry from here would take the place of.
 */
export function datesOf(view: View): Event[] {
  const shown = view.prompts.filter((prompt) => prompt.asked && !prompt.private)
  const topic = (name: string | undefined) =>
    shown.filter((prompt) => isNamed(prompt, name)).map(questionTitle)
  const day = (
    on: string,
    table: string,
    row: string,
    title: string,
    says: (string | undefined)[],
  ): Event => ({
    uid: uidOf(view, table, row),
    title,
    on,
    start: undefined,
    minutes: 0,
    place: undefined,
    attendees: [],
    words: [...says, view.name].filter(Boolean).join('\n\n'),
  })
  return distinct([
    ...reviewsByDay(shown).map(([on, prompts]) => {
      const [first, ...others] = prompts as [PromptView, ...PromptView[]]
      return others.length === 0
        ? day(on, 'reviews', on, `Review: ${questionTitle(first)}`, toReview(first))
        : day(on, 'reviews', on, `Review: ${counted(prompts.length, 'topic')}`, [
            prompts.map(questionTitle).join('\n'),
          ])
    }),
    ...termDays(view).flatMap(({ on, why, what }) =>
      on >= view.today ? day(on, 'agreement', why, `${what}: ${why.replace(/\.$/, '')}`, []) : [],
    ),
    ...view.actions.flatMap(({ id, open, due, what, who, about }) => {
      const title = `Action due: ${what}${who && ` (${who})`}`
      return open && due ? day(due, 'action', id ?? what, title, topic(about)) : []
    }),
    ...view.milestones.flatMap(({ id, open, end, what, lead }) =>
      open && end ? day(end, 'milestone', id ?? what, `Milestone: ${what}`, [lead && `Lead: ${lead}`]) : [],
    ),
    ...view.funding.flatMap(({ source, until, holds, conditions }) => {
      const says = [holds && `Held by: ${holds}`, conditions]
      return until && until >= view.today
        ? day(until, 'funding', source, `Funding ends: ${source}`, says)
        : []
    }),
  ])
}

/** What is to be reviewed on each day. */
function reviewsByDay(prompts: PromptView[]): [on: string, prompts: PromptView[]][] {
  const days = new Map<string, PromptView[]>()
  for (const prompt of prompts) {
    const { agreed, parked } = prompt
    if (agreed?.settled && agreed.review && !parked)
      days.set(agreed.review, [...(days.get(agreed.review) ?? []), prompt])
  }
  return [...days].toSorted(byDay(([on]) => on))
}

/** What there is to look at again where it is one thing. */
const toReview = ({ ask, agreed }: PromptView) => [
  ask,
  `Agreed:\n${agreed!.text}`,
  agreed!.lead && `Lead: ${agreed!.lead}`,
]

const uidOf = ({ name }: View, table: string, row: string): string => {
  const digest = createHash('sha256').update([name, table, row].join('\n')).digest('hex')
  return `${digest.slice(0, 32)}@hjp.invalid`
}

/** Two rows that have no id can say the same. */
const distinct = (events: Event[]): Event[] =>
  events.map((event, n) => {
    const before = events.slice(0, n).filter(({ uid }) => uid === event.uid).length
    return before > 0 ? { ...event, uid: `${before + 1}-${event.uid}` } : event
  })
