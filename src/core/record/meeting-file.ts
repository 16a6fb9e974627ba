import * as z from 'zod'
import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import { agreeingOn, membersOn } from '../file/members.ts'
import { type Partner, partnersMentioned } from '../file/partner.ts'
import { type Row, withoutBlanks } from '../file/row.ts'
import { Action, Meeting } from '../file/tables.ts'
import { readYaml } from '../file/yaml.ts'
import { isTold, unseenAt } from '../meeting/meetings.ts'
import { findPrompt } from '../prompts/called.ts'
import type { Source } from '../prompts/prompts.ts'
import { blankable, day, list, maybe, text } from '../values/fields.ts'
import type { KnownOn } from '../view/view.ts'
import { recordMeeting } from './add-row.ts'
import { AnswersFile, answersIn, strangerIn } from './answers-file.ts'
import { attendanceOf } from './attendance.ts'
import { recordDone, recordUndertaken, undertakingNamed } from './done.ts'
import type { Write } from './enter.ts'
import { postsOf, recordConfirmed } from './people.ts'

const When = Meeting.pick({ start: true, minutes: true, place: true, chair: true, notes: true })
const Next = When.extend({ on: day })

/** What `hjp record --answers` takes: a meeting as it is told afterwards. */
const Account = When.extend({
  on: maybe(day),
  /** Who was there; beside their names, who sent apologies. */
  present: list(text),
  apologies: list(text),
  /** What was talked about, and under each prompt what came of it, as in an answers file. */
  prompts: maybe(AnswersFile),
  decisions: list(text),
  appreciation: blankable,
  /** Undertaken at this meeting. */
  actions: list(Action.pick({ what: true, owner: true, person: true, due: true, about: true })),
  /** Of earlier actions: those done, and those dropped with the reason. */
  done: list(text),
  dropped: maybe(z.record(z.string(), text)),
  /** The people who still have the place they had. */
  confirmed: list(text),
  next: maybe(Next),
})

/** An account of the meeting of a day, what is known beside it, and all that is found to be wrong in it. */
type Telling = { account: z.infer<typeof Account>; known: KnownOn; day: string; complaints: string[] }

/**
 * Reads the account of a meeting into what is to be written, or throws HjpError badFile or badAnswers with all that is wrong in it, so
 * that either everything is written or nothing. `on` is its day, where the account does not say and it is known.
 */
export function readAccount(
  { path, text }: Source,
  known: KnownOn,
  on: string | undefined,
): { on: string; writes: Write[]; away: Partner[] } {
  const said = readYaml(path, text, Account)
  const day = said.on ?? on
  if (day === undefined) throw new HjpError('whichMeeting')
  const { unclear, present, apologies } = attendanceOf(known.partnership, day, said.present)
  const account = { ...said, present, apologies: [...said.apologies, ...apologies] }
  const complaints = unclear.map((words) => `present: ${fieldErrors.wantsPresence(words)}`)
  const telling: Telling = { account, known, day, complaints }
  if (day > known.today) telling.complaints.push(`on: ${fieldErrors.wantsPast}`)
  const { away, agreeing } = awayFrom(telling)
  const answers = answersIn(account.prompts ?? {}, { ...known, today: day }, telling.complaints, agreeing)
  const confirmed = confirmedIn(telling)
  const writes = [
    recordMeeting(day, { ...meetingIn(telling), prompts: answers.map(({ prompt }) => prompt.id) }),
    ...answers.flatMap(({ writes }) => writes),
    ...endedIn(telling),
    ...undertakenIn(telling),
    ...confirmed,
    ...nextIn(telling),
  ]
  if (telling.complaints.length > 0) throw new HjpError('badAnswers', path, telling.complaints)
  return { on: day, writes, away }
}

/**
 * Who is in and was not there, where that is clear from who was; and the ids of those who can have agreed then: none where nothing says
 * who of several was there.
 */
function awayFrom({ account, known: { partnership }, day }: Telling) {
  const members = membersOn(partnership, day)
  const before = partnership.meetings.find((each) => each.on === day)?.present ?? []
  const present = [...before, ...account.present]
  if (present.length === 0) return { away: [], agreeing: members.length > 1 ? [] : undefined }
  const isClear = present.every((name) => partnersMentioned(members, name).length > 0)
  const away = isClear ? unseenAt({ present }, members) : []
  const agreeing = agreeingOn(partnership, day).filter((id) => !away.some((each) => each.id === id))
  return { away, agreeing: agreeing.length > 0 ? agreeing : undefined }
}

/** What is made of something in the account, or nothing and a complaint. */
function attempt<T>({ complaints }: Telling, where: string, make: () => T): T[] {
  try {
    return [make()]
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    complaints.push(`${where}: ${error.message}`)
    return []
  }
}

/** The row of the meeting. Thanks that were written down before stay. */
function meetingIn({ account, known: { partnership }, day }: Telling): Row {
  const { start, minutes, place, chair, notes, present, apologies, decisions, appreciation: thanks } = account
  const before = partnership.meetings.find((each) => each.on === day)?.appreciation
  const appreciation =
    before && thanks && !before.includes(thanks) ? `${before.trimEnd()}\n\n${thanks}` : (before ?? thanks)
  return withoutBlanks({ start, minutes, place, chair, notes, present, apologies, decisions, appreciation })
}

function confirmedIn({ account, known: { partnership }, day, complaints }: Telling): Write[] {
  const people = partnership.partners.flatMap((partner) => partner.people.flatMap(({ name }) => name ?? []))
  return account.confirmed.flatMap((name) => {
    const posts = postsOf(partnership, name)
    const theirs = [...new Set(posts.map(({ partner }) => partner))]
    if (theirs.length === 0)
      complaints.push(`confirmed: ${fieldErrors.unknownPerson(name, nearest(name, people))}`)
    if (theirs.length > 1) complaints.push(`confirmed: ${fieldErrors.severalPeople(name, theirs)}`)
    return posts.map((post) => recordConfirmed(post, day))
  })
}

function endedIn(telling: Telling): Write[] {
  const { account, known, day } = telling
  return [
    ...account.done.map((name) => ({ where: 'done', name, why: undefined })),
    ...Object.entries(account.dropped ?? {}).map(([name, why]) => ({ where: 'dropped', name, why })),
  ].flatMap(({ where, name, why }) =>
    attempt(telling, where, () => {
      undertakingNamed(known.partnership, name)
      return recordDone(name, day, why)
    }),
  )
}

function undertakenIn(telling: Telling): Write[] {
  const { account, known, day, complaints } = telling
  const all = account.actions.map(({ what }) => what)
  return account.actions.flatMap(({ about, ...action }, n) => {
    const where = `actions ${n + 1}`
    if (all.indexOf(action.what) < n)
      complaints.push(`${where}: ${fieldErrors.twice('actions', 'what', action.what)}`)
    const stranger = strangerIn(known.partnership, action.owner)
    if (stranger) complaints.push(`${where}, owner: ${stranger}`)
    return attempt(telling, `${where}, about`, () =>
      recordUndertaken(day, withoutBlanks({ ...action, about: about && findPrompt(known.parts, about).id })),
    )
  })
}

/** The plan of the next meeting; nothing where it has been held since. */
function nextIn(telling: Telling): Write[] {
  const { account, known, day } = telling
  if (!account.next) return []
  const { on, ...plan } = account.next
  const isHeld = known.partnership.meetings.some((each) => each.on === on && isTold(each))
  return attempt(telling, 'next', () => {
    if (on <= day) throw new HjpError('notLater', on, day)
    return isHeld ? [] : [recordMeeting(on, withoutBlanks(plan))]
  }).flat()
}
