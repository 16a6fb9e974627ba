import { HjpError } from '../errors.ts'
import { withoutBlanks } from './file/row.ts'
import { inShort, planAgenda } from './meeting/agenda.ts'
import { meetingEvent } from './meeting/calendar.ts'
import { nextMeeting, promptsNamed, reached, thanksOn, USUAL_MINUTES } from './meeting/meetings.ts'
import { newcomerNamed, sharedQuestions } from './meeting/newcomer.ts'
import { FIT, firstTalk, heardCounts, isFirstTalk, isRaised, queueOf } from './meeting/queue.ts'
import { type KindRequest, optionText } from './request.ts'
import { servedBy } from './tools/serves.ts'
import { clock } from './values/day.ts'
import { countryOf } from './values/locale.ts'
import type { View } from './view/view.ts'

/** How many actions an agenda sets out in a table; any others follow at its end. */
const LISTED = 12
/** And how many questions that wait it names, beside all that a partner raised. */
const SHOWN = 5

/** The meeting in question: as the options say, else the next one in the file. */
export function meetingOf(view: View, { options }: KindRequest) {
  const on = optionText(options['date'])
  const planned = on ? view.meetings.find((each) => each.on === on) : nextMeeting(view, view.today)
  const minutes = Number(options['minutes'] ?? planned?.minutes ?? USUAL_MINUTES)
  const start = optionText(options['time']) ?? planned?.start
  return {
    id: planned?.id,
    on: on ?? planned?.on,
    start,
    minutes,
    place: optionText(options['place']) ?? planned?.place,
    chair: planned?.chair,
    notes: planned?.notes,
    agenda: planned?.agenda ?? [],
  }
}

/**
 * The agenda of the meeting in question: of the prompts named, else of those planned for it, and then of what partners raised beside
 * them, as they were told that it comes to the next meeting; else of those that wait.
 */
export function agendaOf(view: View, request: KindRequest) {
  const when = meetingOf(view, request)
  const planned = promptsNamed(view, when.agenda)
  const called = optionText(request.options['welcome'])
  const newcomer = called === undefined ? undefined : newcomerNamed(view, called)
  const usual = newcomer ? sharedQuestions(view) : planned
  const named = request.prompts.length > 0 ? request.prompts : usual
  const day = when.on ?? view.today
  const raised = newcomer ? [] : queueOf(view, day).filter(isRaised)
  const prompts =
    named.length > 0
      ? [...new Set([...named.filter((prompt) => !prompt.private), ...raised])]
      : waiting(view, day)
  const { later, ...rest } = planAgenda(view, { ...when, prompts, newcomer })
  const isIn = view.partners.some(({ id }) => id === newcomer?.id)
  return {
    ...rest,
    when,
    /** Who is new and not in yet. */
    guest: isIn ? undefined : newcomer?.name,
    /** What partners raised that what was named leaves no time for. */
    crowdedOut:
      named.length > 0 ? later.filter((prompt) => raised.includes(prompt) && !named.includes(prompt)) : [],
    later: named.length > 0 && !newcomer ? later : later.filter((prompt, n) => n < SHOWN || isRaised(prompt)),
  }
}

/** What waits for a meeting on a day. The first conversation is a meeting of its own. */
function waiting(view: View, day: string) {
  const first = firstTalk(view)
  return isFirstTalk(view, first) ? first : queueOf(view, day)
}

/** What an agenda sees beside the view. */
export function agenda(view: View, request: KindRequest) {
  const { when, items, open, dates, rated, guest, later, crowdedOut, spare } = agendaOf(view, request)
  const { on, start, minutes, place } = when
  const asked = items.flatMap(({ prompt, ...item }) => (prompt ? [{ ...item, prompt }] : []))
  const told = new Set<string>()
  const talks = asked.map((talk) => {
    // What activities serve is told once, where it first comes up.
    const serves = servedBy(view, talk.prompt).filter(({ label }) => !told.has(label))
    for (const { label } of serves) told.add(label)
    const silent = talk.prompt.voices.filter(({ said }) => !said).map(({ partner }) => partner)
    /** The program logic is looked at with this, and reviewed on the same day. */
    const logic = talk.prompt.id === FIT && view.outcomes.length > 0
    return { ...talk, serves, silent, logic }
  })
  const keep = request.options['plan'] === true
  if (keep && !on) throw new HjpError('noDay')
  return {
    meeting: { ...when, end: start && clock(start, minutes) },
    /** In Australia the meeting opens with an Acknowledgement of Country. */
    acknowledgement: countryOf(view.locale) === 'AU',
    /** Too many to stand side by side. */
    many: view.partners.length > 3,
    guest,
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
    crowdedOut:
      crowdedOut.length > 0 ? { by: talks.map(({ prompt }) => prompt), prompts: crowdedOut } : undefined,
    plan:
      keep && on
        ? {
            on,
            told: withoutBlanks({ start, minutes, place, agenda: talks.map(({ prompt }) => prompt.id) }),
          }
        : undefined,
    events: on ? [meetingEvent(view, { ...when, on }, inShort({ items, open }))] : [],
  }
}
