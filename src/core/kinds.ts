import { capital, HjpError } from '../errors.ts'
import { forms } from './agreement/forms.ts'
import { keyFacts } from './agreement/key-facts.ts'
import { leftOut } from './agreement/left-out.ts'
import { parties } from './agreement/parties.ts'
import { schedules } from './agreement/schedules.ts'
import { worksheet } from './agreement/worksheet.ts'
import { type Row, withoutBlanks } from './file/row.ts'
import { inShort, planAgenda } from './meeting/agenda.ts'
import { datesOf, type Event, meetingEvent } from './meeting/calendar.ts'
import { askByMail, invitation, outcome, reminder } from './meeting/email.ts'
import { handover } from './meeting/handover.ts'
import {
  heldMeeting,
  minutesOf,
  nextMeeting,
  promptsNamed,
  reached,
  thanksOn,
  USUAL_MINUTES,
} from './meeting/meetings.ts'
import { heardCounts, queueOf } from './meeting/queue.ts'
import { starter } from './meeting/starter.ts'
import { isTerm } from './prompts/prompts.ts'
import { questionnaireNamed } from './prompts/questionnaires.ts'
import { activities } from './tools/activities.ts'
import { businessCase } from './tools/business-case.ts'
import { contributions } from './tools/contributions.ts'
import { evaluation } from './tools/evaluation.ts'
import { logic } from './tools/logic.ts'
import { overview } from './tools/page.ts'
import { protocol } from './tools/protocol.ts'
import { period, type Reader, report } from './tools/report.ts'
import { servedBy } from './tools/serves.ts'
import { stakeholderMap } from './tools/stakeholder-map.ts'
import { workplan } from './tools/workplan.ts'
import { clock } from './values/day.ts'
import { countryOf } from './values/locale.ts'
import { type Addressee, addressesOf, greetingsOf, liaisonsOf } from './view/addressees.ts'
import { isAgreed, isByAll, type PromptView, type View } from './view/view.ts'

export type OptionValue = string | number | boolean | Addressee

/** A section of a document, by its full name. */
type SectionTitle = { name: string; title: string }

/** What the keeper asked of a document: its options, and the prompts named, if any. */
export type KindRequest = {
  options: Record<string, OptionValue | undefined>
  prompts: PromptView[]
  /** The section that shows each prompt, by the prompt's id. */
  shownIn: Map<string, SectionTitle>
  /** The sections that the document has. */
  sections: SectionTitle[]
  /** Whether it is in the manner of a letter. */
  letter?: boolean
}

/** What a document does beside being read. */
type Effects = {
  /** The prompts, by their ids, whose clauses it does without. */
  omits?: string[]
  /** What is kept in the file of what it says, if that is wished. */
  plan?: { on: string; told: Row } | undefined
  /** What it puts into a calendar. */
  events?: Event[]
  /** What it leaves out because nobody has said it, and the command for that: its readers see no blank. */
  lacks?: { topic: string; command: string }[]
}

/** What the templates of a kind see. */
export type KindView = View & Effects

type KindFunction = (view: View, request: KindRequest) => object & Effects

/** How many people an email greets by name. */
const GREETED = 4

/** How many actions an agenda sets out in a table; any others follow at its end. */
const LISTED = 12

const text = (value: OptionValue | undefined) => (value === undefined ? undefined : String(value))

/** The meeting in question: as the options say, else the next one in the file. */
function meeting(view: View, { options }: KindRequest) {
  const on = text(options['date'])
  const planned = on ? view.meetings.find((each) => each.on === on) : nextMeeting(view, view.today)
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
export function agendaOf(view: View, request: KindRequest) {
  const when = meeting(view, request)
  const planned = promptsNamed(view, when.agenda)
  const named = request.prompts.length > 0 ? request.prompts : planned
  const prompts =
    named.length > 0 ? named.filter((prompt) => !prompt.private) : queueOf(view, when.on ?? view.today)
  const { later, ...rest } = planAgenda(view, { ...when, prompts })
  return { ...rest, when, later: named.length > 0 ? later : later.slice(0, 5) }
}

/** The partners that a document is for: the one that is named, or all. */
const partnersFor = ({ partners }: View, { options }: KindRequest) =>
  partners.filter(({ id }) => options['for'] === undefined || id === options['for'])

/** Whom an email greets and goes to: the one it was addressed to, else these. */
function addressed({ options: { to } }: KindRequest, people: Addressee[]) {
  const readers = typeof to === 'object' ? [to] : people
  const names = greetingsOf(readers)
  const isNamed = readers.every(({ name, greeting }) => greeting ?? name)
  const isFew = isNamed && names.length > 0 && names.length <= GREETED
  return {
    /** By name where they are few and each has one; one whose name is not known stays a blank. */
    greeted: isFew ? names : readers.length === 1 ? [] : ['all'],
    recipients: addressesOf(readers),
  }
}

/** What each kind of document sees beside the view. A kind that is not here sees the view alone. */
export const KINDS: Record<string, KindFunction> = {
  agenda(view, request) {
    const { when, items, open, dates, rated, later, spare } = agendaOf(view, request)
    const { on, start, minutes, place } = when
    const asked = items.flatMap(({ prompt, ...item }) => (prompt ? [{ ...item, prompt }] : []))
    const told = new Set<string>()
    const talks = asked.map((talk) => {
      // What activities serve is told once, where it first comes up.
      const serves = servedBy(view, talk.prompt).filter(({ label }) => !told.has(label))
      for (const { label } of serves) told.add(label)
      return { ...talk, serves }
    })
    const keep = request.options['plan'] === true
    if (keep && !on) throw new HjpError('noDay')
    return {
      meeting: { ...when, end: start && clock(start, minutes) },
      /** In Australia the meeting opens with an Acknowledgement of Country. */
      acknowledgement: countryOf(view.locale) === 'AU',
      /** Too many to stand side by side. */
      many: view.partners.length > 3,
      items,
      talks,
      open: open.slice(0, LISTED),
      others: open.slice(LISTED),
      dates,
      rated,
      reached: reached(view, on ?? view.today),
      appreciation: thanksOn(view, on ?? view.today),
      balance: heardCounts(view),
      later,
      spare,
      plan:
        keep && on
          ? {
              on,
              told: withoutBlanks({ start, minutes, place, agenda: talks.map(({ prompt }) => prompt.id) }),
            }
          : undefined,
      events: on ? [meetingEvent(view, { ...when, on }, inShort({ items, open }))] : [],
    }
  },

  minutes: (view, { options }) => minutesOf(view, heldMeeting(view, text(options['date']))),

  // A kind that chooses one of its sections has a line for each, beside what they share.
  email: (view, request) => ({
    from: view.name,
    meeting: meeting(view, request),
    ...addressed(request, liaisonsOf(partnersFor(view, request))),
    /** Who writes it, where the file tells. */
    signed: undefined,
  }),
  'email/prompts': (view, request) =>
    askByMail(view, partnersFor(view, request), request.prompts, request.options['show'] === 'ours'),
  'email/minutes': (view, { options }) => outcome(view, text(options['date'])),
  'email/actions'(view, request) {
    const { owners, ...actions } = reminder(view, partnersFor(view, request))
    return { ...actions, ...addressed(request, owners) }
  },
  'email/invitation': (view, { options }) => ({
    ...(options['to'] ? {} : { greeted: [], recipients: [] }),
    ...invitation(view),
  }),

  starter: (view, { prompts }) => starter(view, prompts),

  worksheet: (view, { options, prompts }) =>
    worksheet(view, String(options['for']), prompts, options['show'] === 'ours'),

  handover: (view, { shownIn }) => handover(view, shownIn),

  activities,

  page: overview,

  case: businessCase,

  logic,

  map: (view, { options }) => stakeholderMap(view, options['for'] === 'partners'),

  contributions,

  protocol,

  report(view, { options }) {
    const [from, to] = period(view.today, text(options['from']), text(options['to']))
    return report(view, (text(options['for']) ?? 'partners') as Reader, from, to)
  },

  'self-evaluation'(view, { options }) {
    const name = text(options['questionnaire']) ?? 'six-requirements'
    return evaluation(view, questionnaireNamed(view.questionnaires, name), text(options['date']))
  },

  workplan: (view) => ({
    ...workplan(view),
    events: datesOf({ ...view, prompts: [], funding: [] }),
  }),

  form: (view, { shownIn }) => ({ forms: forms(view, shownIn) }),

  mou(view, { options, shownIn, sections, letter = false }) {
    const terms = view.prompts.filter((prompt) => isAgreed(prompt) && isTerm(prompt))
    const settled = letter ? terms.filter(({ id }) => shownIn.has(id)) : terms
    const reviews = settled.flatMap(({ agreed }) => agreed?.review ?? []).sort()
    return {
      heading: letter ? 'Letter of understanding' : capital(view.terms['mou']!),
      review: reviews.find((day) => day > view.today),
      keyFacts: keyFacts(view, settled.filter(isByAll)),
      legalNames: view.partners.map(({ legalName }) => legalName),
      parties: parties(view, options['final'] === true),
      ...leftOut(view, shownIn, letter),
      ...schedules(view, settled, sections, shownIn),
      forms: forms(view, shownIn),
    }
  },
}
