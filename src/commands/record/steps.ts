import { wrapAnsi } from 'fast-wrap-ansi'
import { membersOn } from '../../core/file/members.ts'
import { unconfirmed } from '../../core/meeting/due.ts'
import { promptsNamed } from '../../core/meeting/meetings.ts'
import { agendaOf } from '../../core/next-agenda.ts'
import { asked, findPrompt, headingOf, type Prompt } from '../../core/prompts/prompts.ts'
import { recordMeeting } from '../../core/record/add-row.ts'
import { recordDone } from '../../core/record/done.ts'
import { readNames, recordConfirmed, recordSuccessor } from '../../core/record/people.ts'
import { HjpError } from '../../errors.ts'
import { indented, showPrompt } from '../shared/show-prompt.ts'
import { asDay, asTime } from '../shared/typed.ts'
import { chooseOver } from '../talk/choices.ts'
import { askAgreement, askPerspective, type Move } from '../talk/conversation.ts'
import type { Session } from '../talk/session.ts'
import { earlierActions, newActions } from './actions.ts'
import { MeetingSession, Stopped } from './meeting-session.ts'

const HELP =
  'This takes you through the meeting: who was there, the actions, what you talked about and agreed, and when you meet next. Enter skips a question, and */s* stops. When you enter what a partner said, */b* goes back and */p* sets the question aside. Each step is saved as you go.'

/**
 * Asks what came of the meeting on the day of a session, from its agenda on. What is in the file already is not asked
 * again, so that it can be gone on with. Throws Stopped.
 */
export async function tellMeeting(session: Session): Promise<void> {
  const meetingSession = new MeetingSession(session)
  session.terminal.say(wrapAnsi(HELP, session.terminal.width))
  const options = { date: meetingSession.on }
  const { items } = agendaOf(meetingSession.view, {
    options,
    prompts: [],
    shownIn: new Map(),
    sections: [],
  })
  await whenAndWho(meetingSession)
  await earlierActions(meetingSession)
  await milestones(meetingSession)
  await people(meetingSession)
  await prompts(
    meetingSession,
    items.flatMap(({ prompt }) => prompt?.id ?? []),
  )
  await decisions(meetingSession)
  await newActions(meetingSession)
  await appreciation(meetingSession)
  await next(meetingSession)
}

const DUTIES = [
  ['chair', 'Who chaired?'],
  ['notes', 'Who took notes?'],
] as const

async function whenAndWho(meetingSession: MeetingSession): Promise<void> {
  if (!meetingSession.meeting?.start) {
    const read = (text: string) => asTime('the time', text, meetingSession.session.here)
    const start = await meetingSession.day('When did it start? (such as 10am, or Enter)', read)
    if (start) await meetingSession.tell('when', { start }, start)
  }
  if (!meetingSession.meeting?.place) {
    const place = await meetingSession.line('Where was it? (or Enter)')
    if (place) await meetingSession.tell('where', { place }, place)
  }
  if (meetingSession.meeting?.present.length) return
  for (const [key, question] of DUTIES) {
    const planned = meetingSession.meeting?.[key]
    const name = await meetingSession.line(`${question} (${planned ? `Enter for ${planned}` : 'or Enter'})`)
    if (name) await meetingSession.tell('who did what', { [key]: name }, name)
  }
  const invited = meetingSession.view.partners.flatMap((partner) => partner.invited)
  const choice = await meetingSession.terminal.choose('Who was there?', [
    { value: 'later', name: 'Skip for now' },
    ...(invited.length > 0
      ? [{ value: 'all' as const, name: `Everyone invited: ${invited.join(', ')}` }]
      : []),
    { value: 'names', name: 'Type the names' },
  ])
  if (choice === 'later') return
  const names = meetingSession.view.partners.flatMap(({ people }) => people.flatMap(({ name }) => name ?? []))
  const typed = choice === 'names' ? await meetingSession.line('Their names, with commas between them:') : ''
  const present = choice === 'names' ? readNames(typed, names) : invited
  if (present.length > 0) await meetingSession.tell('who was there', { present }, present.join(', '))
}

async function milestones(meetingSession: MeetingSession): Promise<void> {
  const { terminal, on } = meetingSession
  const ended = meetingSession.view.milestones.filter(({ open, end }) => open && end && end <= on)
  for (const { id, what, end } of ended) {
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
  }
}

async function people(meetingSession: MeetingSession): Promise<void> {
  const { terminal, on } = meetingSession
  for (const { person, partner, id } of unconfirmed(meetingSession.view, on)) {
    if (!person.name) continue
    const { name, role, called } = person
    const post = { partner: id, role, name }
    const choice = await terminal.choose(`Is ${name} still the ${called.toLowerCase()} of ${partner}?`, [
      { value: 'later', name: 'Ask another time' },
      { value: 'yes', name: 'Yes' },
      { value: 'no', name: 'No, it is someone else now' },
    ])
    const who = choice === 'no' ? await meetingSession.person('Who? (Ana Ruiz <ana@example.org>)') : ''
    if (choice === 'later' || (choice === 'no' && !who)) continue
    const write = who ? recordSuccessor(post, who, on) : recordConfirmed(post, on)
    await meetingSession.keep('People', who || name, who || name, write)
  }
}

async function prompts(meetingSession: MeetingSession, planned: string[]): Promise<void> {
  const { parts } = meetingSession.session.opened
  for (const id of planned)
    if (
      !promptsNamed(meetingSession.view, meetingSession.meeting?.prompts ?? []).some((each) => each.id === id)
    )
      await talked(meetingSession, findPrompt(parts, id))
  for (;;) {
    const name = await meetingSession.line(
      'Did you talk about anything else? (a number or a name such as 5.3, or Enter)',
    )
    if (!name) return
    try {
      await talked(meetingSession, findPrompt(parts, name))
    } catch (error) {
      if (!(error instanceof HjpError && error.code === 'unknownPrompt')) throw error
      meetingSession.terminal.say(error.message)
    }
  }
}

async function talked(meetingSession: MeetingSession, prompt: Prompt): Promise<void> {
  const { session, terminal } = meetingSession
  showPrompt(terminal, session.opened, prompt)
  for (;;) {
    const choice = await terminal.choose(`What happened with ${headingOf(prompt)}?`, [
      { value: 'missed', name: 'We did not get to it' },
      { value: 'agreed', name: prompt.decision ? 'We decided it' : 'We agreed something' },
      { value: 'heard', name: 'We talked, but see it differently or are not there yet' },
      { value: 'talked', name: 'We talked, and there is nothing new to write down' },
      { value: 'stop', name: 'Stop here for now' },
    ])
    if (choice === 'missed') return
    const move = await WRITE[choice](session, prompt)
    if (move === 'stop') throw new Stopped()
    if (move === 'back') continue
    if (choice === 'agreed' && !session.kept.has(headingOf(prompt))) {
      terminal.say('Nothing was written down for it.')
      continue
    }
    await meetingSession.tell('what you talked about', { prompts: [prompt.id] }, headingOf(prompt))
    return
  }
}

/** What is written down of a prompt, by what came of it. */
const WRITE: Record<
  'agreed' | 'heard' | 'talked' | 'stop',
  (session: Session, prompt: Prompt) => Promise<Move>
> = {
  agreed: (session, prompt) => askAgreement(session, prompt, true),
  heard: hearAll,
  talked: async () => 'on',
  stop: async () => 'stop',
}

/** Every partner in turn. Back from the first goes back to what came of it. */
async function hearAll(session: Session, prompt: Prompt): Promise<Move> {
  const voices = asked(prompt, membersOn(session.opened.partnership, session.day))
  for (let n = 0; n < voices.length; ) {
    const move = await askPerspective(session, prompt, voices[n]!.id)
    if (move === 'stop' || move === 'parked') return move
    n += move === 'back' ? -1 : 1
    if (n < 0) return 'back'
  }
  return 'on'
}

async function decisions(meetingSession: MeetingSession): Promise<void> {
  meetingSession.terminal.say('\n*Decisions*')
  for (const each of meetingSession.meeting?.decisions ?? []) meetingSession.terminal.say(`  ${each}`)
  for (;;) {
    const words = await meetingSession.line('Was anything else decided? In a sentence:')
    if (!words) return
    await meetingSession.tell('decisions', { decisions: [words] }, words)
  }
}

async function appreciation(meetingSession: MeetingSession): Promise<void> {
  const { terminal, session, on } = meetingSession
  const before = meetingSession.meeting?.appreciation
  const isLong = before?.includes('\n')
  terminal.say('')
  if (isLong) terminal.out(`${indented(terminal, before!)}\n`)
  const question = 'What do you want to celebrate, or to thank someone for? (or Enter)'
  const words = await meetingSession.line(question, isLong ? undefined : before)
  if (!words || words === before?.trim()) return
  const wanted = isLong ? await chooseOver(terminal, before!, words) : words
  if (!wanted) return
  await session.keep('The meeting', 'appreciation', wanted, async () => {
    const now = session.opened.partnership.meetings.find((each) => each.on === on)?.appreciation
    const appreciation = await session.reconciled(wanted, before, now)
    return appreciation && recordMeeting(on, { appreciation })
  })
  await meetingSession.refresh()
}

async function next(meetingSession: MeetingSession): Promise<void> {
  const { on, view, session } = meetingSession
  if (view.meetings.some((other) => other.on > on)) return
  const read = async (text: string) => {
    const day = await asDay('the day', text, session.here, 'ahead')
    if (day <= on) throw new HjpError('notLater', day, on)
    return day
  }
  const day = await meetingSession.day('When do you meet next? (such as 12 March, or Enter)', read)
  if (!day) return
  const next = { heading: 'The next meeting', on: day }
  await meetingSession.tell(day, {}, day, next)
  const start = await meetingSession.day('At what time? (such as 10am, or Enter)', (text) =>
    asTime('the time', text, session.here),
  )
  if (start) await meetingSession.tell(day, { start }, start, next)
  const place = await meetingSession.line('Where? (or Enter)')
  if (place) await meetingSession.tell(day, { place }, place, next)
}
