import { membersOn } from '../../core/file/members.ts'
import { openActions } from '../../core/meeting/agenda.ts'
import { meetingOn, recordIn, recordRow } from '../../core/record/add-row.ts'
import { recordDone } from '../../core/record/done.ts'
import { monthsOn } from '../../core/values/day.ts'
import { chooseDay, OTHER_DAY } from '../talk/choices.ts'
import type { MeetingSession } from './meeting-session.ts'

const from = ({ session, on }: MeetingSession): string => meetingOn(session.opened.partnership, on)

/** Goes through the actions that were open before a meeting. */
export async function earlierActions(meetingSession: MeetingSession): Promise<void> {
  const { terminal, on } = meetingSession
  const earlier = openActions(meetingSession.view, on).filter(
    (action) => action.from !== from(meetingSession),
  )
  if (earlier.length > 0) terminal.say('\n*Earlier actions*')
  for (const { id, what, who, owner, due } of earlier) {
    const about = [who, due && `by ${due}`].filter(Boolean).join(', ')
    const choice = await terminal.choose(`${what}${about && ` (${about})`}`, [
      { value: 'open', name: 'Still to do' },
      { value: 'done', name: 'Done' },
      { value: 'dropped', name: 'Dropped: it will not be done' },
      { value: 'rest', name: 'Leave this one and the rest unchanged' },
    ])
    if (choice === 'rest') return
    if (choice === 'open') continue
    const why = choice === 'dropped' ? await meetingSession.line('Why?') : ''
    if (choice === 'dropped' && !why) continue
    await meetingSession.keep(
      'Actions',
      choice,
      what,
      recordDone({ id, what, owner, by: due }, on, why || undefined),
    )
  }
}

/** Asks what was undertaken at a meeting. The words are kept before it is asked who will do it, and when. */
export async function newActions(meetingSession: MeetingSession): Promise<void> {
  const { terminal } = meetingSession
  const undertaken = () =>
    meetingSession.view.actions.filter((action) => action.from === from(meetingSession))
  terminal.say('\n*Actions*')
  for (const { what, who } of undertaken()) terminal.say(`  ${what}${who && ` (${who})`}`)
  for (const { id, what, owner, due } of undertaken())
    if (id && !owner && !due) {
      terminal.say(`\n${what}`)
      await whoAndWhen(meetingSession, id, what)
    }
  for (;;) {
    const what = await meetingSession.line('What needs doing? (or Enter)')
    if (!what) return
    await meetingSession.tell('actions', {}, what)
    const before = undertaken().map((action) => action.id)
    const write = recordRow('actions', { what, from: from(meetingSession) })
    if (!(await meetingSession.isNew(write))) continue
    await meetingSession.keep('Actions', 'undertaken', what, write)
    // Its words may have been changed on the way.
    const added = undertaken().findLast(({ id }) => !before.includes(id))
    if (added?.id) await whoAndWhen(meetingSession, added.id, added.what)
  }
}

async function whoAndWhen(meetingSession: MeetingSession, id: string, what: string): Promise<void> {
  const { terminal, session, on } = meetingSession
  /** What someone else has written there since stays. */
  const add = async (key: 'owner' | 'person' | 'due', value: string) => {
    await session.keep('Actions', 'undertaken', what, () => {
      const now = session.opened.partnership.actions.find((action) => action.id === id)?.[key]
      if (now === undefined || now === value) return recordIn('actions', id, { [key]: value })
      session.sayStays(key, now)
      return Promise.resolve(undefined)
    })
    await meetingSession.refresh()
  }
  const owner = await terminal.choose('Who will do it?', [
    { value: '', name: 'Not decided yet' },
    ...membersOn(session.opened.partnership, on).map(({ id, name }) => ({ value: id, name })),
    { value: 'together', name: 'The partners together' },
  ])
  if (owner) await add('owner', owner)
  const person = await meetingSession.line('Who exactly? (a name, or Enter)')
  if (person) await add('person', person)
  const asking = { ...terminal, line: (question: string) => meetingSession.line(question) }
  const due = await chooseDay(asking, 'By when?', session.here, on, [
    { value: '', name: 'No date' },
    { value: monthsOn(on, 1), name: `In a month (${monthsOn(on, 1)})` },
    { value: monthsOn(on, 2), name: `In two months (${monthsOn(on, 2)})` },
    OTHER_DAY,
  ])
  if (due) await add('due', due)
}
