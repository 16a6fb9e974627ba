import { membersOn } from '../../core/file/members.ts'
import { openActions } from '../../core/meeting/agenda.ts'
import { meetingOn, recordIn, recordRow } from '../../core/record/add-row.ts'
import { recordDone } from '../../core/record/done.ts'
import { itemsOf } from '../../core/record/items.ts'
import { recordRemoved } from '../../core/record/remove.ts'
import { monthsOn } from '../../core/values/day.ts'
import type { Step } from '../shared/trail.ts'
import { chooseDay, OTHER_DAY } from '../talk/choose-day.ts'
import type { MeetingSession } from './meeting-session.ts'

const from = ({ session, on }: MeetingSession): string => meetingOn(session.opened.partnership, on)

/** Goes through the actions that were open before a meeting. */
export function earlierActions(meetingSession: MeetingSession): Step[] {
  const { terminal, on } = meetingSession
  const open = () =>
    openActions(meetingSession.view, on).filter((action) => action.from !== from(meetingSession))
  let isEnough = false
  return open().map(({ id, what, who, owner, due }) => async (isBack) => {
    if ((isEnough && !isBack) || !open().some((each) => each.id === id && each.what === what)) return
    const about = [who, due && `by ${due}`].filter(Boolean).join(', ')
    const choice = await terminal.choose(`${what}${about && ` (${about})`}`, [
      { value: 'open', name: 'Still to do' },
      { value: 'done', name: 'Done' },
      { value: 'dropped', name: 'Dropped: it will not be done' },
      { value: 'rest', name: 'Leave this one and the rest unchanged' },
    ])
    isEnough = choice === 'rest'
    if (choice === 'open' || choice === 'rest') return
    const why = choice === 'dropped' ? await meetingSession.line('Why?') : ''
    if (choice === 'dropped' && !why) return
    await meetingSession.keep(
      'Actions',
      choice,
      what,
      recordDone({ id, what, owner, by: due }, on, why || undefined),
    )
  })
}

/** Asks what was undertaken at a meeting, after what is still open of what is there already. */
export function newActions(meetingSession: MeetingSession): Step[] {
  const { terminal } = meetingSession
  return [
    async () => {
      for (const { what, who } of undertaken(meetingSession)) terminal.say(`  ${what}${who && ` (${who})`}`)
      for (const { id, what, owner, due } of undertaken(meetingSession))
        if (id && !owner && !due) {
          terminal.say(`\n${what}`)
          await terminal.walk(whoAndWhen(meetingSession, () => id))
        }
      while (await newAction(meetingSession));
    },
  ]
}

const undertaken = (meetingSession: MeetingSession) =>
  meetingSession.view.actions.filter((action) => action.from === from(meetingSession))

/** Asks for one action; false where there is none. Its words are kept before it is asked who will do it, and when. */
async function newAction(meetingSession: MeetingSession): Promise<boolean> {
  let id: string | undefined
  let isTold = false
  await meetingSession.terminal.walk([
    async () => {
      const now = undertaken(meetingSession).find((action) => action.id === id)?.what
      if (now === undefined) id = undefined
      const question = id
        ? `What needs doing? (*${CLEAR}* takes it out again)`
        : 'What needs doing? (or Enter)'
      const what = await meetingSession.line(question, now)
      isTold = what !== '' || id !== undefined
      if (id && now && (what === '' || what.toLowerCase() === CLEAR)) return takeOut(meetingSession, id, now)
      if (!isTold || what === now) return
      await meetingSession.tell('actions', {}, what)
      const before = undertaken(meetingSession).map((action) => action.id)
      const write = id
        ? recordIn('actions', id, { what })
        : recordRow('actions', { what, from: from(meetingSession) })
      if (!id && !(await meetingSession.isNew(write))) return
      await meetingSession.keep('Actions', 'undertaken', what, write)
      // Its words may have been changed on the way.
      id ??= undertaken(meetingSession).findLast((action) => !before.includes(action.id))?.id
    },
    ...whoAndWhen(meetingSession, () => id),
  ])
  return isTold
}

/** What takes out again an action that was typed by mistake, where a line cannot be emptied. */
const CLEAR = 'clear'

/** Takes out an action of this meeting; what it said is shown. */
async function takeOut(meetingSession: MeetingSession, id: string, what: string): Promise<void> {
  const { session } = meetingSession
  const item = itemsOf(session.opened.partnership, session.opened.parts).find(
    (each) => each.kind === 'action' && each.row['id'] === id,
  )
  if (item)
    await meetingSession.keep('Actions', 'taken out again', what, recordRemoved(item, session.opened.parts))
}

function whoAndWhen(meetingSession: MeetingSession, id: () => string | undefined): Step[] {
  const { terminal, session, on } = meetingSession
  const action = () => session.opened.partnership.actions.find((each) => each.id === id())
  /** What someone else has written there since stays. */
  const ask =
    (key: 'owner' | 'person' | 'due', put: (now: string | undefined) => Promise<string | null>) =>
    async () => {
      const { what, [key]: before } = action() ?? {}
      if (what === undefined) return
      const value = await put(before)
      if (!value) return
      await session.keep('Actions', 'undertaken', what, () => {
        const now = action()?.[key]
        if (now === before || now === value) return recordIn('actions', id()!, { [key]: value })
        session.sayStays(key, now)
        return Promise.resolve(undefined)
      })
      await meetingSession.refresh()
    }
  return [
    ask('owner', () =>
      terminal.choose('Who will do it?', [
        { value: '', name: 'Not decided yet' },
        ...membersOn(session.opened.partnership, on).map(({ id, name }) => ({ value: id, name })),
        { value: 'together', name: 'The partners together' },
      ]),
    ),
    ask('person', (now) => meetingSession.name('Who exactly? (a name, or Enter)', now)),
    ask('due', () =>
      chooseDay(terminal, 'By when?', session.here, on, [
        { value: '', name: 'No date' },
        { value: monthsOn(on, 1), name: `In a month (${monthsOn(on, 1)})` },
        { value: monthsOn(on, 2), name: `In two months (${monthsOn(on, 2)})` },
        OTHER_DAY,
      ]),
    ),
  ]
}
