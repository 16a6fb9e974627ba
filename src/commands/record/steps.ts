import { wrapAnsi } from 'fast-wrap-ansi'
import { unconfirmed } from '../../core/meeting/due.ts'
import { recordMeeting } from '../../core/record/add-row.ts'
import { recordDone } from '../../core/record/done.ts'
import { recordConfirmed, recordSuccessor } from '../../core/record/people.ts'
import { HjpError } from '../../errors.ts'
import { progress } from '../shared/show-prompt.ts'
import type { Step } from '../shared/trail.ts'
import { asDay } from '../shared/typed.ts'
import { chooseOver } from '../talk/choices.ts'
import { sayStands } from '../talk/question.ts'
import type { Session } from '../talk/session.ts'
import { earlierActions, newActions } from './actions.ts'
import { MeetingSession } from './meeting-session.ts'
import { talkedAbout } from './talked-about.ts'
import { whoWasThere } from './who-was-there.ts'

const HELP =
  'This takes you through the meeting: who was there, the actions, what you talked about and agreed, and when you meet next. Enter skips a question, */b* goes back, and */s* stops. Each step is saved as you go.'

/**
 * Asks what came of the meeting on the day of a session, from its agenda on. What is in the file already is not asked
 * again, so that it can be gone on with.
 */
export async function tellMeeting(session: Session): Promise<void> {
  const { terminal } = session
  const meetingSession = new MeetingSession(session)
  terminal.say(wrapAnsi(HELP, terminal.width))
  const topics: [title: string, steps: Step[]][] = [
    ['When, where and who', whenAndWho(meetingSession)],
    ['Earlier actions', earlierActions(meetingSession)],
    ['Milestones', milestones(meetingSession)],
    ['People', people(meetingSession)],
    ['What you talked about', talkedAbout(meetingSession)],
    ['Decisions', [() => decisions(meetingSession)]],
    ['Actions', newActions(meetingSession)],
    ['Appreciation', [() => appreciation(meetingSession)]],
    ['The next meeting', next(meetingSession)],
  ]
  const asked = topics.filter(([, steps]) => steps.length > 0)
  await terminal.walk(
    asked.flatMap(([title, steps], at) =>
      steps.map(
        (step): Step =>
          (isBack) => {
            terminal.head(`\n*${title}* (${progress(at, asked.length)})`)
            return step(isBack)
          },
      ),
    ),
  )
}

const DUTIES = [
  ['chair', 'Who chaired?'],
  ['notes', 'Who took notes?'],
] as const

function whenAndWho(meetingSession: MeetingSession): Step[] {
  const hasPresent = () => (meetingSession.meeting?.present.length ?? 0) > 0
  return [
    async (isBack) => {
      const now = meetingSession.meeting?.start
      if (now && !isBack) return
      const start = await meetingSession.time('When did it start? (such as 10am, or Enter)', now)
      if (start && start !== now) await meetingSession.tell('when', { start }, start)
    },
    async (isBack) => {
      const now = meetingSession.meeting?.place
      if (now && !isBack) return
      const place = await meetingSession.line('Where was it? (or Enter)', now)
      if (place && place !== now) await meetingSession.tell('where', { place }, place)
    },
    ...DUTIES.map(
      ([key, question]): Step =>
        async (isBack) => {
          if (hasPresent() && !isBack) return
          const planned = meetingSession.meeting?.[key]
          const name = await meetingSession.name(`${question} (or Enter)`, planned)
          if (name && name !== planned) await meetingSession.tell('who did what', { [key]: name }, name)
        },
    ),
    async (isBack) => {
      if (!hasPresent() || isBack) await whoWasThere(meetingSession)
    },
  ]
}

function milestones(meetingSession: MeetingSession): Step[] {
  const { terminal, on, view } = meetingSession
  const ended = view.milestones.filter(({ open, end }) => open && end && end <= on)
  return ended.map(({ id, what, end }) => async () => {
    if (!meetingSession.view.milestones.some((each) => each.id === id && each.open)) return
    const choice = await terminal.choose(`Is this done? ${what} (by ${end})`, [
      { value: 'no', name: 'Not yet' },
      { value: 'yes', name: 'Yes' },
    ])
    if (choice === 'yes')
      await meetingSession.keep(
        'Milestones',
        what,
        what,
        recordDone({ id, what, owner: undefined, by: end }, on),
      )
  })
}

function people(meetingSession: MeetingSession): Step[] {
  const { terminal, on } = meetingSession
  return unconfirmed(meetingSession.view, on).map(({ person, partner, id }) => async () => {
    const { name, role, called } = person
    const isOpen = unconfirmed(meetingSession.view, on).some(
      (each) => each.id === id && each.person.name === name && each.person.role === role,
    )
    if (!name || !isOpen) return
    const post = { partner: id, role, name }
    const choice = await terminal.choose(`Is ${name} still the ${called.toLowerCase()} of ${partner}?`, [
      { value: 'later', name: 'Ask another time' },
      { value: 'yes', name: 'Yes' },
      { value: 'no', name: 'No, it is someone else now' },
    ])
    const who = choice === 'no' ? await meetingSession.person('Who? (Ana Ruiz <ana@example.org>)') : ''
    if (choice === 'later' || (choice === 'no' && !who)) return
    const write = who ? recordSuccessor(post, who, on) : recordConfirmed(post, on)
    await meetingSession.keep('People', who || name, who || name, write)
  })
}

async function decisions(meetingSession: MeetingSession): Promise<void> {
  const { terminal } = meetingSession
  for (const each of meetingSession.meeting?.decisions ?? []) terminal.say(`  ${each}`)
  const decided = async () => {
    const words = await meetingSession.line('Was anything else decided? In a sentence:')
    if (words) await meetingSession.tell('decisions', { decisions: [words] }, words)
    return words !== ''
  }
  while (await terminal.round(decided));
}

async function appreciation(meetingSession: MeetingSession): Promise<void> {
  const { terminal, session, on } = meetingSession
  const before = meetingSession.meeting?.appreciation
  sayStands(terminal, before)
  const question = 'What do you want to celebrate, or to thank someone for? (or Enter)'
  const words = await meetingSession.line(question)
  if (!words || words === before?.trim()) return
  const wanted = before ? await chooseOver(terminal, before, words) : words
  if (!wanted) return
  await session.keep('The meeting', 'appreciation', wanted, async () => {
    const now = session.opened.partnership.meetings.find((each) => each.on === on)?.appreciation
    const appreciation = await session.reconciled(wanted, before, now)
    return appreciation && recordMeeting(on, { appreciation })
  })
  await meetingSession.refresh()
}

function next(meetingSession: MeetingSession): Step[] {
  const { on, view, session } = meetingSession
  if (view.meetings.some((other) => other.on > on)) return []
  const heading = 'The next meeting'
  let day: string | null = null
  const meeting = () => meetingSession.view.meetings.find((each) => each.on === day)
  return [
    async () => {
      const read = async (text: string) => {
        const day = await asDay('the day', text, session.here, 'ahead')
        if (day <= on) throw new HjpError('notLater', day, on)
        return day
      }
      const question = 'When do you meet next? (such as 12 March, or Enter)'
      day = await meetingSession.read(question, read, day ?? undefined)
      if (day) await meetingSession.tell(day, {}, day, { heading, on: day })
    },
    async () => {
      if (!day) return
      const start = await meetingSession.time('At what time? (such as 10am, or Enter)', meeting()?.start)
      if (start) await meetingSession.tell(day, { start }, start, { heading, on: day })
    },
    async () => {
      if (!day) return
      const place = await meetingSession.line('Where? (or Enter)', meeting()?.place)
      if (place) await meetingSession.tell(day, { place }, place, { heading, on: day })
    },
  ]
}
