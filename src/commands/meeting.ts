import wrapAnsi from 'wrap-ansi'
import { openActions } from '../core/agenda.ts'
import { unconfirmed } from '../core/coming.ts'
import { monthsOn } from '../core/day.ts'
import { agendaOf } from '../core/kinds.ts'
import { recordConfirmed, recordSuccessor } from '../core/people.ts'
import { asked, findPrompt, type Prompt } from '../core/prompts.ts'
import type { Entry } from '../core/record.ts'
import { meetingOn, type Row, recordIn, recordMeeting, recordRow } from '../core/rows.ts'
import { recordDone } from '../core/undertakings.ts'
import { type View, view } from '../core/view.ts'
import { HjpError } from '../errors.ts'
import { introduce } from './introduce.ts'
import { askDay, chooseDay, chooseLead } from './questions.ts'
import type { Sitting } from './sitting.ts'
import { asDay, asTime } from './values.ts'
import { agree, headingOf, hear } from './voices.ts'

/** The keeper has had enough for now; everything so far is kept. */
export class Stopped extends Error {}

function unlessStopped(reply: string): string {
  if (reply === '/s') throw new Stopped()
  return reply
}

const HELP =
  'This walks through the meeting: who was there, the actions, what you talked about and agreed, and when you meet next. Enter goes on to the next thing, and */s* stops. Each step is kept as you go.'

/**
 * Asks what came of the meeting of a day, from its agenda on. What is in the file already is not asked again, so that it
 * can be gone on with. Throws Stopped.
 */
export async function recount(sitting: Sitting, on: string): Promise<void> {
  const { terminal } = sitting
  let seen = look()
  const found = () => seen.meetings.find((meeting) => meeting.on === on)
  const planned = agendaOf(seen, { options: { date: on }, prompts: [], placed: new Map() })

  terminal.say(wrapAnsi(HELP, terminal.width))
  await whenAndWho()
  await earlierActions()
  await stepsAndPeople()
  await prompts()
  await list('decisions', 'Decisions', 'Was anything else decided? In a sentence:')
  await actions()
  await appreciation()
  await next()

  /** The file as it is now, on the day of the meeting. */
  function look(): View {
    return view({ ...sitting.opened, today: on })
  }
  async function refresh(): Promise<void> {
    await sitting.refresh()
    seen = look()
  }
  async function line(question: string, value?: string): Promise<string> {
    return unlessStopped((await terminal.line(question, value)).trim())
  }
  function time(question: string, read: (text: string) => string): Promise<string | null> {
    return askDay(terminal, question, (text) => read(unlessStopped(text)))
  }
  /** Keeps what is told of the meeting. */
  async function tell(what: string, told: Row, words: string): Promise<void> {
    await sitting.keep('The meeting', what, words, () => recordMeeting(on, told))
    await refresh()
  }

  async function whenAndWho(): Promise<void> {
    if (!found()?.start) {
      const start = await time('When did it start? (HH:MM, or Enter)', (text) => asTime('the time', text))
      if (start) await tell('when', { start }, start)
    }
    if (!found()?.place) {
      const place = await line('Where was it? (or Enter)')
      if (place) await tell('where', { place }, place)
    }
    if (found()?.present.length) return
    const invited = seen.partners.flatMap((partner) => partner.invited).join(', ')
    const present = await line('Who was there? (names, with commas between them)', invited || undefined)
    const names = present.split(/\s*[,;]\s*/).filter((name) => name !== '')
    if (names.length > 0) await tell('who was there', { present: names }, present)
  }

  async function earlierActions(): Promise<void> {
    const undertaken = openActions(seen, on).filter(
      ({ from }) => from !== meetingOn(sitting.opened.partnership, on),
    )
    if (undertaken.length > 0) terminal.say('\n*The actions from before*')
    for (const { id, what, who, due } of undertaken) {
      const about = [who, due && `by ${due}`].filter(Boolean).join(', ')
      const choice = await terminal.choose(`${what}${about && ` (${about})`}`, [
        { value: 'open', name: 'Still to be done' },
        { value: 'done', name: 'Done' },
        { value: 'dropped', name: 'Dropped: it will not be done' },
        { value: 'rest', name: 'Leave this one and the rest as they are' },
      ])
      if (choice === 'rest') return
      if (choice === 'open') continue
      const why = choice === 'dropped' ? await line('Why?') : ''
      if (choice === 'dropped' && !why) continue
      await sitting.keep('Actions', choice, what, () =>
        recordDone(id ?? what, why ? { dropped: why } : { done: on }),
      )
    }
    await refresh()
  }

  async function stepsAndPeople(): Promise<void> {
    for (const { id, what, end } of seen.milestones.filter(({ open, end }) => open && end && end <= on)) {
      const choice = await terminal.choose(`Is this done? ${what} (by ${end})`, [
        { value: 'no', name: 'Not yet' },
        { value: 'yes', name: 'Yes' },
      ])
      if (choice === 'yes')
        await sitting.keep('Milestones', what, what, () => recordDone(id ?? what, { done: on }))
    }
    for (const { person, partner } of unconfirmed(seen, on)) {
      if (!person.name) continue
      const { name, called } = person
      const choice = await terminal.choose(`Is ${name} still the ${called.toLowerCase()} of ${partner}?`, [
        { value: 'later', name: 'Ask another time' },
        { value: 'yes', name: 'Yes' },
        { value: 'no', name: 'No, it is someone else now' },
      ])
      const who = choice === 'no' ? await line('Who? (Ana Ruiz <ana@example.org>)') : ''
      if (choice === 'later' || (choice === 'no' && !who)) continue
      await sitting.keep('People', who || name, who || name, () =>
        who ? recordSuccessor(name, who, on) : recordConfirmed(name, on),
      )
    }
    await refresh()
  }

  async function prompts(): Promise<void> {
    for (const { prompt } of planned.items)
      if (prompt && !found()?.prompts.includes(prompt.id))
        await talked(findPrompt(sitting.opened.parts, prompt.id))
    for (;;) {
      const name = await line('Did you talk about anything else? (a number or a name such as 5.3, or Enter)')
      if (!name) return
      try {
        await talked(findPrompt(sitting.opened.parts, name))
      } catch (error) {
        if (!(error instanceof HjpError && error.code === 'unknownPrompt')) throw error
        terminal.say(error.message)
      }
    }
  }

  async function talked(prompt: Prompt): Promise<void> {
    introduce(terminal, sitting.opened, prompt)
    const choice = await terminal.choose(`What came of ${headingOf(prompt)}?`, [
      { value: 'agreed', name: prompt.decision ? 'We decided it' : 'We agreed something' },
      { value: 'heard', name: 'We talked, and see it differently or are not there yet' },
      { value: 'talked', name: 'We talked, and there is nothing new to write down' },
      { value: 'missed', name: 'We did not come to it' },
      { value: 'stop', name: 'Stop here for now' },
    ])
    if (choice === 'stop') throw new Stopped()
    if (choice === 'missed') return
    const voices = choice === 'heard' ? asked(prompt, sitting.opened.partnership.partners) : []
    for (const { id } of voices) if ((await hear(sitting, prompt, id)) === 'stop') throw new Stopped()
    if (choice === 'agreed' && (await agree(sitting, prompt, true)) === 'stop') throw new Stopped()
    await tell('what you talked about', { prompts: [prompt.id] }, headingOf(prompt))
  }

  async function list(key: 'decisions', title: string, question: string): Promise<void> {
    terminal.say(`\n*${title}*`)
    for (const each of found()?.[key] ?? []) terminal.say(`  ${each}`)
    for (;;) {
      const words = await line(question)
      if (!words) return
      await tell(title.toLowerCase(), { [key]: [words] }, words)
    }
  }

  async function actions(): Promise<void> {
    const from = () => meetingOn(sitting.opened.partnership, on)
    const undertaken = () => seen.actions.filter((action) => action.from === from())
    terminal.say('\n*Actions*')
    for (const { what, who } of undertaken()) terminal.say(`  ${what}${who && ` (${who})`}`)
    for (const { id, what, owner, due } of undertaken())
      if (id && !owner && !due) {
        terminal.say(`\n${what}`)
        await whoAndWhen(id, what)
      }
    for (;;) {
      const what = await line('What will someone do? (or Enter)')
      if (!what) return
      await tell('actions', {}, what)
      await undertake(what, recordRow('actions', { what, from: from() }))
      const id = undertaken().findLast((action) => action.what === what)?.id
      if (id) await whoAndWhen(id, what)
    }
  }

  async function undertake(what: string, entry: Entry): Promise<void> {
    await sitting.keep('Actions', 'undertaken', what, () => entry)
    await refresh()
  }

  async function whoAndWhen(id: string, what: string): Promise<void> {
    const owner = await chooseLead(
      terminal,
      'Who will do it?',
      sitting.opened.partnership.partners,
      undefined,
    )
    if (owner) await undertake(what, recordIn('actions', id, { owner }))
    const person = await line('Who is that? (a name, or Enter)')
    if (person) await undertake(what, recordIn('actions', id, { person }))
    const due = await chooseDay(terminal, 'By when?', on, [
      { value: monthsOn(on, 1), name: `In a month (${monthsOn(on, 1)})` },
      { value: monthsOn(on, 2), name: `In two months (${monthsOn(on, 2)})` },
    ])
    if (due) await undertake(what, recordIn('actions', id, { due }))
  }

  async function appreciation(): Promise<void> {
    const before = found()?.appreciation
    terminal.say('')
    const words = await line('What do you want to celebrate, or to thank someone for? (or Enter)', before)
    if (words && words !== before) await tell('appreciation', { appreciation: words }, words)
  }

  async function next(): Promise<void> {
    if (seen.meetings.some((meeting) => meeting.on > on)) return
    const read = (day: string) => {
      if (asDay('the day', day) <= on) throw new HjpError('notLater', day, on)
      return day
    }
    const day = await time('When do you meet next? (YYYY-MM-DD, or Enter)', read)
    if (!day) return
    const place = await line('Where? (or Enter)', found()?.place)
    const now = found()
    const told = { start: now?.start, minutes: now?.minutes, place }
    await sitting.keep('The next meeting', day, day, () =>
      recordMeeting(day, Object.fromEntries(Object.entries(told).filter(([, value]) => value)) as Row),
    )
  }
}
