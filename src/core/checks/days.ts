import { COLUMNS } from '../file/partnership.ts'
import { textsIn, valueAt } from '../file/walk.ts'
import { isHeld, nameOfMeeting } from '../meeting/meetings.ts'
import { changeCommand, nameInCommand } from '../record/change-row.ts'
import type { Check, Found } from './finding.ts'

/** What to do about something that is late. */
export const doneOrLater = (row: Parameters<typeof nameInCommand>[0], day: string): string =>
  `*hjp done ${nameInCommand(row)}* or ${changeCommand(row, day)}`

/** Days that cannot be right together, or not today. */

const reversed: Check = ({ partnership }) =>
  COLUMNS.flatMap((column) => {
    const { name, after } = column
    if (!after) return []
    return textsIn(partnership, column).flatMap(({ at, text }): Found[] => {
      const first = valueAt(partnership, [...at.slice(0, -1), after])
      const message = `*${name}:* ${text} is before *${after}:* ${first}. One of the two days is wrong.`
      return typeof first === 'string' && text < first ? [{ code: 'wrong-way-round', at, message }] : []
    })
  })

const stillToCome: Check = ({ partnership, today }) =>
  COLUMNS.filter(({ past }) => past).flatMap((column) =>
    textsIn(partnership, column).flatMap(({ at, text }): Found[] => {
      const message = `*${column.name}:* ${text} is in the future, but this has already happened. Is the date right?`
      return text > today ? [{ code: 'still-to-come', at, message }] : []
    }),
  )

const heldTooEarly: Check = ({ partnership, today }, view) =>
  partnership.meetings.flatMap((meeting, row): Found[] => {
    const message = `the meeting on ${meeting.on} is in the future, but the file says what happened at it. Is the date right?`
    return meeting.on > today && isHeld(view, meeting)
      ? [{ code: 'still-to-come', at: ['meetings', row, 'on'], message }]
      : []
  })

const beforeMeeting: Check = ({ partnership: { actions, meetings } }) =>
  actions.flatMap((action, row) => {
    const meeting = meetings.find((each) => nameOfMeeting(each) === action.from)
    return (['due', 'done', 'dropped-on'] as const).flatMap((name): Found[] => {
      const day = action[name]
      const message = `*${name}:* ${day} is before ${meeting?.on}, the day of the meeting this action comes from.`
      return meeting && day && day < meeting.on
        ? [{ code: 'before-its-meeting', at: ['actions', row, name], message }]
        : []
    })
  })

const lateSteps: Check = ({ today }, { milestones }) =>
  milestones.flatMap(({ id = '', what, end, open }, row): Found[] => {
    const message = `the step "${what}" was due on ${end}. ${doneOrLater({ sheet: 'milestones', id, words: what }, 'end')}`
    return open && end && end < today ? [{ code: 'late-step', at: ['milestones', row, 'end'], message }] : []
  })

/** Actions and steps that say two things of where they stand. */
const atOdds: Check = ({ partnership: { actions, milestones } }) => [
  ...actions.flatMap(({ what, done, dropped, 'dropped-on': day }, row): Found[] => {
    const found = (message: string): Found[] => [{ code: 'at-odds', at: ['actions', row], message }]
    if (done && (dropped || day)) return found(`the action "${what}" is both done and dropped. Keep one.`)
    return day && !dropped
      ? found(`the action "${what}" was dropped on ${day}, and counts as open until *dropped:* says why.`)
      : []
  }),
  ...milestones.flatMap(({ what, done, status }, row): Found[] => {
    const message = `the step "${what}" was done on ${done}, but its *status:* ${status ? `is ${status}` : 'does not say so'}.`
    return done && status !== 'done' ? [{ code: 'at-odds', at: ['milestones', row], message }] : []
  }),
]

export const DAYS: Check[] = [reversed, stillToCome, heldTooEarly, beforeMeeting, lateSteps, atOdds]
