import { clock } from './day.ts'
import type { View } from './view.ts'

export type MeetingView = View['meetings'][number]

/** Whether something was written down of it: until then it is only planned. */
export const isHeld = ({ present, prompts, decisions, appreciation }: MeetingView): boolean =>
  present.length + prompts.length + decisions.length > 0 || appreciation !== undefined

/** The first meeting on or after a day. */
export const nextMeeting = ({ meetings }: View, day: string): MeetingView | undefined =>
  meetings.find(({ on }) => on >= day)

/** The latest meeting, up to a day, of which something was written down. */
export const lastMeeting = ({ meetings }: View, day: string): MeetingView | undefined =>
  meetings.findLast((meeting) => meeting.on <= day && isHeld(meeting))

/** What stands in an action's `from` when it was undertaken at this meeting. */
export const nameOfMeeting = ({ id, on }: Pick<MeetingView, 'id' | 'on'>): string => id ?? on

/** What came of a meeting: decisions and actions, not who said what. */
export function minutesOf(seen: View, meeting: MeetingView) {
  const { on, start, minutes } = meeting
  const shown = seen.prompts.filter((prompt) => !prompt.private)
  const talked = shown.filter(({ id, number }) =>
    meeting.prompts.some((name) => name === id || name === number),
  )
  const agreed = talked.filter((prompt) => prompt.agreed?.settled && prompt.agreed.on === on)
  return {
    meeting: { ...meeting, end: start && minutes && clock(start, minutes) },
    present: meeting.present.map((name) => {
      const role = roleOf(seen, name)
      return role ? `${name} (${role})` : name
    }),
    agreed,
    /** Talked about, and not settled that day. */
    unsettled: talked.filter((prompt) => !agreed.includes(prompt)),
    /** On the agenda, and not come to. */
    missed: shown.filter(({ id }) => meeting.agenda.includes(id) && !talked.some((each) => each.id === id)),
    actions: seen.actions.filter(({ from }) => from === nameOfMeeting(meeting)),
    next: seen.meetings.find((each) => each.on > on),
  }
}

/** "liaison, Riverbend Health", of one of the partners' people. */
function roleOf({ partners }: View, name: string): string | undefined {
  for (const partner of partners) {
    const person = partner.people.find((each) => each.name === name)
    if (person) return `${person.called.toLowerCase()}, ${partner.name}`
  }
  return undefined
}
