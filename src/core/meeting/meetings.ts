import { HjpError } from '../../errors.ts'
import { type Partner, partnersMentioned } from '../file/partner.ts'
import type { Meeting } from '../file/tables.ts'
import { isNamed } from '../prompts/prompts.ts'
import { byDay, clock } from '../values/day.ts'
import { untitled } from '../view/addressees.ts'
import type { PromptView, View } from '../view/view.ts'

export type MeetingView = View['meetings'][number]

/** How long a meeting is that does not say. */
export const USUAL_MINUTES = 60

/** Whether the row of a meeting says what came of it. */
export const isTold = ({ present, prompts, decisions, appreciation }: Meeting): boolean =>
  present.length + prompts.length + decisions.length > 0 || appreciation !== undefined

/** Whether something was written down of a meeting: until then it is only planned. */
export const isHeld = ({ actions }: View, meeting: MeetingView): boolean =>
  isTold(meeting) || actions.some(({ from }) => from === nameOfMeeting(meeting))

/** The first meeting on or after a day of which nothing has been written down yet. */
export const nextMeeting = (view: View, day: string): MeetingView | undefined =>
  view.meetings.find((meeting) => meeting.on >= day && !isHeld(view, meeting))

/** The latest meeting, up to a day, of which something was written down. */
export const lastMeeting = (view: View, day: string): MeetingView | undefined =>
  view.meetings.findLast((meeting) => meeting.on <= day && isHeld(view, meeting))

/** The meeting of a day, or the last one, of which something was written down. Throws HjpError noMinutes. */
export function heldMeeting(view: View, on: string | undefined): MeetingView {
  const meeting = on ? view.meetings.find((each) => each.on === on) : lastMeeting(view, view.today)
  if (!meeting || !isHeld(view, meeting)) throw new HjpError('noMinutes', on)
  return meeting
}

/** The prompts that a meeting names, by id or by number, in that order; a name that none has is passed over. */
export const promptsNamed = ({ prompts }: View, names: string[]): PromptView[] => [
  ...new Set(names.flatMap((name) => prompts.find((prompt) => isNamed(prompt, name)) ?? [])),
]

/** Of some partners, those of whom it is not written down that anyone was at a meeting. */
export function unseenAt(meeting: Pick<Meeting, 'present'> | undefined, partners: Partner[]): Partner[] {
  const seen = (meeting?.present ?? []).flatMap((name) => partnersMentioned(partners, name))
  return partners.filter((partner) => !seen.includes(partner))
}

/** What stands in an action's `from` when it was undertaken at this meeting. */
export const nameOfMeeting = ({ id, on }: Pick<MeetingView, 'id' | 'on'>): string => id ?? on

/** What came of a meeting: decisions and actions, not who said what. */
export function minutesOf(view: View, meeting: MeetingView) {
  const { on, start, minutes } = meeting
  const shown = (names: string[]) => promptsNamed(view, names).filter((prompt) => !prompt.private)
  const named = shown(meeting.prompts)
  const then = view.prompts.filter(({ agreed, private: hidden }) => agreed?.on === on && !hidden)
  const talked = [...new Set([...named, ...then])]
  const agreed = talked.filter((prompt) => then.includes(prompt))
  const since = talked.filter((prompt) => (prompt.agreed?.on ?? '') > on)
  const withRole = (name: string) => {
    const role = roleOf(view, name)
    return role ? `${name} (${role})` : name
  }
  return {
    meeting: { ...meeting, end: start && minutes && clock(start, minutes) },
    present: meeting.present.map(withRole),
    apologies: meeting.apologies.map(withRole),
    /** What was decided that day, at the table or beside it, be it only that it is not yet time. */
    agreed,
    /** Agreed later, over whatever was agreed that day: the file has only the newest words. */
    since,
    /** Talked about, and left as it was. */
    unsettled: talked.filter((prompt) => !agreed.includes(prompt) && !since.includes(prompt)),
    /** On the agenda, and not come to. */
    missed: shown(meeting.agenda).filter((prompt) => !talked.includes(prompt)),
    actions: view.actions
      .filter(({ from }) => from === nameOfMeeting(meeting))
      .toSorted(byDay(({ due }) => due)),
    /** What was undertaken earlier, and ended that day. */
    finished: [
      ...view.actions.filter(({ from, done }) => done === on && from !== nameOfMeeting(meeting)),
      ...view.milestones.filter(({ done }) => done === on).map(({ what, lead }) => ({ what, who: lead })),
    ].map(({ what, who }) => ({ what, who })),
    dropped: view.actions.filter(({ 'dropped-on': day }) => day === on),
    next: view.meetings.find((each) => each.on > on),
  }
}

/** "liaison, Riverbend Health", of one of the partners' people; the title after a name may be left out. */
function roleOf({ partners }: View, name: string): string | undefined {
  for (const partner of partners) {
    const person = partner.people.find((each) => each.name && untitled(each.name) === untitled(name))
    if (person) return `${person.called.toLowerCase()}, ${partner.name}`
  }
  return undefined
}

/** The steps of the workplan that were reached since the last meeting before a day, which is worth celebrating. */
export const reached = (view: View, day: string): View['milestones'] =>
  view.milestones.filter(({ done }) => done && done >= (lastMeeting(view, day)?.on ?? ''))

/** Small ways to say thank you, one a meeting. */
const THANKS = [
  'A word from each partner on what has gone well, and who made it happen.',
  'Each of us thanks one person from another service for something small they have done since we last met.',
  'Each of us names one thing that was easier lately because the others were there.',
  'Someone shares a moment when this work helped, without anything that could identify the person.',
  'Two minutes to write a thank-you card to someone who is not in the room.',
  'Each of us says one thing we have learned from the others lately.',
]

/** How to say thank you at a meeting on a day: another way than at the one before. */
export const thanksOn = (view: View, day: string): string =>
  THANKS[view.meetings.filter((meeting) => meeting.on < day).length % THANKS.length]!
