import { readAttendance } from '../../core/record/attendance.ts'
import { listed } from '../../core/values/locale.ts'
import type { MeetingSession } from './meeting-session.ts'

/** Asks who was at a meeting. Whoever sent apologies is written down as that, and whoever was not there is not written down. */
export async function whoWasThere(meetingSession: MeetingSession): Promise<void> {
  const { terminal, view } = meetingSession
  const invited = view.partners.flatMap((partner) => partner.invited)
  const choice = await terminal.choose<string>('Who was there?', [
    { value: 'later', name: 'Skip for now' },
    ...(invited.length > 0 ? [{ value: 'all', name: `Everyone invited: ${invited.join(', ')}` }] : []),
    { value: 'names', name: 'Type the names', takes: true },
  ])
  if (choice === 'later') return
  const { present, apologies, away } =
    choice === 'all'
      ? { present: invited, apologies: [], away: [] }
      : await namesTyped(meetingSession, invited, choice === 'names' ? undefined : choice)
  if (present.length > 0) await meetingSession.tell('who was there', { present }, present.join(', '))
  if (apologies.length > 0) await meetingSession.tell('apologies', { apologies }, apologies.join(', '))
  if (away.length > 0) terminal.say(`Not written down as there: ${listed(away, view.locale)}.`)
}

/** Who it was, as it is typed: `first` at the list, and else when asked, until it is clear. */
async function namesTyped(meetingSession: MeetingSession, invited: string[], first: string | undefined) {
  const { terminal, view } = meetingSession
  const known = view.partners.flatMap(({ people }) => people.flatMap(({ name }) => name ?? []))
  const except = invited.at(-1)
  for (let stands: string | undefined, given = first; ; given = undefined) {
    const question = `Their names, with commas between them${except ? `, or such as all but ${except}` : ''}:`
    stands = given ?? (await meetingSession.line(question, stands))
    const { unclear, ...read } = readAttendance(stands, known, invited)
    if (unclear.length === 0) {
      const settled = { ...read, present: await settledNames(meetingSession, read.present) }
      return { ...settled, apologies: await settledNames(meetingSession, read.apologies) }
    }
    terminal.say(
      `It is not clear who of *${listed(unclear, view.locale)}* was there. Name those who were, then a semicolon and those who were not, such as *; apologies: ${except ?? 'Bo Li'}*`,
    )
  }
}

async function settledNames(meetingSession: MeetingSession, names: string[]): Promise<string[]> {
  const settled: string[] = []
  for (const name of names) settled.push(await meetingSession.known(name))
  return [...new Set(settled)]
}
