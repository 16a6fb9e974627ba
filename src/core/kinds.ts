import { HjpError } from '../errors.ts'
import { schedules } from './agreement/schedules.ts'
import { worksheet } from './agreement/worksheet.ts'
import { filled, type Row } from './file/row.ts'
import { agenda, inShort } from './meeting/agenda.ts'
import { datesOf, type Event, meetingEvent } from './meeting/calendar.ts'
import { invitation, outcome, questions, reminder } from './meeting/email.ts'
import { handover } from './meeting/handover.ts'
import {
  heldMeeting,
  minutesOf,
  nextMeeting,
  promptsNamed,
  reached,
  USUAL_MINUTES,
} from './meeting/meetings.ts'
import { voices, waiting } from './meeting/queue.ts'
import { FINDING_A_PARTNER } from './prompts/prompts.ts'
import { questionnaireNamed } from './prompts/questionnaires.ts'
import { activities } from './tools/activities.ts'
import { theCase } from './tools/business-case.ts'
import { contributions } from './tools/contributions.ts'
import { evaluation } from './tools/evaluation.ts'
import { logic } from './tools/logic.ts'
import { page } from './tools/page.ts'
import { protocol } from './tools/protocol.ts'
import { period, type Reader, report } from './tools/report.ts'
import { map } from './tools/stakeholder-map.ts'
import { workplan } from './tools/workplan.ts'
import { clock } from './values/day.ts'
import { countryOf } from './values/fields.ts'
import { type Addressee, addressesOf, liaisonsOf, namesOf } from './view/addressees.ts'
import { isAgreed, type PromptView, type View } from './view/view.ts'

export type OptionValue = string | number | boolean | Addressee

/** What the keeper asked of a document: its options, and the prompts named, if any. */
export type Wish = {
  options: Record<string, OptionValue | undefined>
  prompts: PromptView[]
  /** The title of the section that shows each prompt, by the prompt's id. */
  placed: Map<string, string>
}

/** What a document does beside being read. */
type Kept = {
  /** What is kept in the file of what it says, if that is wished. */
  plan?: { on: string; told: Row } | undefined
  /** What it puts into a calendar. */
  events?: Event[]
}

/** What the templates of a kind see. */
export type Seen = View & Kept

type KindView = (seen: View, wish: Wish) => object & Kept

/** How many actions an agenda sets out in a table; any others follow at its end. */
const LISTED = 12

const text = (value: OptionValue | undefined) => (value === undefined ? undefined : String(value))

/** The meeting in question: as the options say, else the next one in the file. */
function meeting(seen: View, { options }: Wish) {
  const on = text(options['date'])
  const planned = on ? seen.meetings.find((each) => each.on === on) : nextMeeting(seen, seen.today)
  const minutes = Number(options['minutes'] ?? planned?.minutes ?? USUAL_MINUTES)
  const start = text(options['time']) ?? planned?.start
  return {
    id: planned?.id,
    on: on ?? planned?.on,
    start,
    minutes,
    place: text(options['place']) ?? planned?.place,
    chair: planned?.chair,
    notes: planned?.notes,
    agenda: planned?.agenda ?? [],
  }
}

/** The agenda of the meeting in question: of the prompts named, else of those planned for it, else of those that wait. */
export function agendaOf(seen: View, wish: Wish) {
  const when = meeting(seen, wish)
  const planned = promptsNamed(seen, when.agenda)
  const named = wish.prompts.length > 0 ? wish.prompts : planned
  const prompts =
    named.length > 0 ? named.filter((prompt) => !prompt.private) : waiting(seen, when.on ?? seen.today)
  const { later, ...rest } = agenda(seen, { ...when, prompts })
  return { ...rest, when, later: named.length > 0 ? later : later.slice(0, 5) }
}

/** The partners that a document is for: the one that is named, or all. */
const partnersFor = ({ partners }: View, { options }: Wish) =>
  partners.filter(({ id }) => options['for'] === undefined || id === options['for'])

/** Whom an email greets and goes to: the one it was addressed to, else these. */
function addressed({ options: { to } }: Wish, people: Addressee[]) {
  const readers = typeof to === 'object' ? [to] : people
  const names = namesOf(readers)
  const isFew = readers.length > 0 && readers.length <= 2 && names.length === readers.length
  return {
    /** By name where they are few and all have one; one whose name is not known stays a blank. */
    greeted: isFew ? names : readers.length === 1 ? [] : ['all'],
    recipients: addressesOf(readers),
  }
}

/** What each kind of document sees beside the view. A kind that is not here sees the view alone. */
export const KINDS: Record<string, KindView> = {
  agenda(seen, wish) {
    const { when, items, open, dates, rated, later, spare } = agendaOf(seen, wish)
    const { on, start, minutes, place } = when
    const talks = items.flatMap(({ prompt, ...item }) => (prompt ? [{ ...item, prompt }] : []))
    const keep = wish.options['plan'] === true
    if (keep && !on) throw new HjpError('noDay')
    return {
      meeting: { ...when, end: start && clock(start, minutes) },
      /** In Australia the meeting opens with an Acknowledgement of Country. */
      acknowledgement: countryOf(seen.locale) === 'AU',
      /** Too many to stand side by side. */
      many: seen.partners.length > 3,
      items,
      talks,
      open: open.slice(0, LISTED),
      others: open.slice(LISTED),
      dates,
      rated,
      reached: reached(seen, on ?? seen.today),
      balance: voices(seen),
      later,
      spare,
      plan:
        keep && on
          ? { on, told: filled({ start, minutes, place, agenda: talks.map(({ prompt }) => prompt.id) }) }
          : undefined,
      events: on ? [meetingEvent(seen, { ...when, on }, inShort({ items, open }))] : [],
    }
  },

  minutes: (seen, { options }) => minutesOf(seen, heldMeeting(seen, text(options['date']))),

  // A kind that chooses one of its sections has a line for each, beside what they share.
  email: (seen, wish) => ({
    from: seen.name,
    meeting: meeting(seen, wish),
    ...addressed(wish, liaisonsOf(partnersFor(seen, wish))),
  }),
  'email/prompts': (seen, wish) => questions(seen, partnersFor(seen, wish), wish.prompts),
  'email/minutes': (seen, { options }) => outcome(seen, text(options['date'])),
  'email/actions'(seen, wish) {
    const { owners, ...actions } = reminder(seen, partnersFor(seen, wish))
    return { ...actions, ...addressed(wish, owners) }
  },
  'email/invitation': (seen, { options }) => ({
    ...(options['to'] ? {} : { greeted: [], recipients: [] }),
    ...invitation(seen),
  }),

  starter(seen, wish) {
    const main = wish.prompts.filter(({ under }) => !under)
    const named = (wish.prompts.length > 5 ? main : wish.prompts).filter((prompt) => !prompt.private)
    const topics = (wish.prompts.length > 0 ? named : waiting(seen)).slice(0, 5)
    if (topics.length === 0) throw new HjpError('nothingToRaise')
    const parts = seen.parts.filter(({ id }) => topics.some(({ part }) => part === id))
    return { topics, part: parts.length === 1 ? parts[0] : undefined }
  },

  worksheet: (seen, { options, prompts }) =>
    worksheet(seen, String(options['for']), prompts, options['show'] === 'ours'),

  handover: (seen, { placed }) => handover(seen, placed),

  activities: (seen) => ({ activities: activities(seen) }),

  page,

  case: theCase,

  logic,

  map: (seen, { options }) => map(seen, options['for'] === 'partners'),

  contributions,

  protocol,

  report(seen, { options }) {
    const [from, to] = period(seen.today, text(options['from']), text(options['to']))
    return report(seen, (text(options['for']) ?? 'partners') as Reader, from, to)
  },

  'self-evaluation'(seen, { options }) {
    const name = text(options['questionnaire']) ?? 'six-requirements'
    return evaluation(seen, questionnaireNamed(seen.questionnaires, name), text(options['date']))
  },

  workplan: (seen) => ({
    ...workplan(seen),
    events: datesOf({ ...seen, prompts: [], funding: [] }),
  }),

  mou(seen, { placed }) {
    const settled = seen.prompts.filter(isAgreed)
    const reviews = settled.flatMap(({ agreed }) => agreed?.review ?? []).sort()
    return {
      heading: seen.terms['mou']!.replace(/^./, (letter) => letter.toUpperCase()),
      review: reviews.find((day) => day > seen.today),
      /** Agreed since they found each other, but no section has a place for it: none of it is left out. */
      others: settled.filter(({ id, part }) => !placed.has(id) && part !== FINDING_A_PARTNER),
      legalNames: seen.partners.map(({ legalName }) => legalName),
      ...schedules(
        seen,
        settled.filter(({ part }) => part !== FINDING_A_PARTNER),
      ),
    }
  },
}
