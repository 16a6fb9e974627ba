import * as z from 'zod'
import { HjpError, nearest, words } from '../../errors.ts'
import type { Partnership } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import { Action, Meeting } from '../file/tables.ts'
import { readYaml } from '../file/yaml.ts'
import { isTold } from '../meeting/meetings.ts'
import { findPrompt, type Source } from '../prompts/prompts.ts'
import { blankable, day, list, maybe, text } from '../values/fields.ts'
import type { KnownOn } from '../view/view.ts'
import { recordMeeting } from './add-row.ts'
import { AnswersFile, answersIn, strangerIn } from './answers-file.ts'
import { recordDone, recordUndertaken, undertakingNamed } from './done.ts'
import { postsOf, recordConfirmed } from './people.ts'
import type { Write } from './record.ts'

const When = Meeting.pick({ start: true, minutes: true, place: true, chair: true, notes: true })
const Next = When.extend({ on: day })

/** What `hjp record --answers` takes: a meeting as it is told afterwards. */
const Account = When.extend({
  on: maybe(day),
  present: list(text),
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

/**
 * Reads the account of a meeting into what is to be written, or throws HjpError badFile or badAnswers with all that is wrong in it, so
 * that either everything is written or nothing. `on` is its day, where the account does not say and it is known.
 */
export function readAccount(
  source: Source,
  known: KnownOn,
  on: string | undefined,
): { on: string; writes: Write[] } {
  const told = readYaml(source.path, source.text, Account)
  const day = told.on ?? on
  if (day === undefined) throw new HjpError('whichMeeting')
  const complaints: string[] = []
  const tried = <T>(where: string, make: () => T): T[] => {
    try {
      return [make()]
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      complaints.push(`${where}: ${error.message}`)
      return []
    }
  }
  const { partnership, parts, today } = known
  if (day > today) complaints.push(`on: ${words.wantsPast}`)
  const people = partnership.partners.flatMap((partner) => partner.people.flatMap(({ name }) => name ?? []))
  const answers = answersIn(told.prompts ?? {}, { ...known, today: day }, complaints)
  const confirmed = told.confirmed.flatMap((name) => {
    const posts = postsOf(partnership, name)
    const theirs = [...new Set(posts.map(({ partner }) => partner))]
    if (theirs.length === 0) complaints.push(`confirmed: ${words.unknownPerson(name, nearest(name, people))}`)
    if (theirs.length > 1) complaints.push(`confirmed: ${words.severalPeople(name, theirs)}`)
    return posts.map((post) => recordConfirmed(post, day))
  })
  const ended = [
    ...told.done.map((name) => ({ where: 'done', name, why: undefined })),
    ...Object.entries(told.dropped ?? {}).map(([name, why]) => ({ where: 'dropped', name, why })),
  ].flatMap(({ where, name, why }) =>
    tried(where, () => {
      undertakingNamed(partnership, name)
      return recordDone(name, day, why)
    }),
  )
  const { start, minutes, place, chair, notes, present, decisions } = told
  const thanked = partnership.meetings.find((each) => each.on === day)?.appreciation
  /** Thanks that were written down before stay. */
  const appreciation =
    thanked && told.appreciation && !thanked.includes(told.appreciation)
      ? `${thanked.trimEnd()}\n\n${told.appreciation}`
      : (thanked ?? told.appreciation)
  const meeting = withoutBlanks({
    ...{ start, minutes, place, chair, notes, present, decisions, appreciation },
    prompts: answers.map(({ prompt }) => prompt.id),
  })
  const undertaken = told.actions.map(({ what }) => what)
  const actions = told.actions.flatMap(({ about, ...action }, n) => {
    if (undertaken.indexOf(action.what) < n)
      complaints.push(`actions ${n + 1}: ${words.twice('actions', 'what', action.what)}`)
    const stranger = strangerIn(partnership, action.owner)
    if (stranger) complaints.push(`actions ${n + 1}, owner: ${stranger}`)
    return tried(`actions ${n + 1}, about`, () =>
      recordUndertaken(day, withoutBlanks({ ...action, about: about && findPrompt(parts, about).id })),
    )
  })
  const next = told.next ? tried('next', () => recordNext(partnership, told.next!, day)).flat() : []
  if (complaints.length > 0) throw new HjpError('badAnswers', source.path, complaints)
  return {
    on: day,
    writes: [
      recordMeeting(day, meeting),
      ...answers.flatMap(({ writes }) => writes),
      ...ended,
      ...actions,
      ...confirmed,
      ...next,
    ],
  }
}

/** The plan of a meeting; nothing where it has been held since. Throws HjpError notLater. */
function recordNext({ meetings }: Partnership, { on, ...told }: z.infer<typeof Next>, day: string): Write[] {
  if (on <= day) throw new HjpError('notLater', on, day)
  const isHeld = meetings.some((each) => each.on === on && isTold(each))
  return isHeld ? [] : [recordMeeting(on, withoutBlanks(told))]
}
