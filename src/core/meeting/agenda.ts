import { HjpError } from '../../errors.ts'
import { questionNumber } from '../prompts/prompts.ts'
import { clock } from '../values/day.ts'
import type { PromptView, View } from '../view/view.ts'
import { comingUp } from './due.ts'
import { lastMeeting, nameOfMeeting } from './meetings.ts'
import type { Newcomer } from './newcomer.ts'
import { firstTalk, isFirstTalk, isRaised, reason } from './queue.ts'
import { fromRounds } from './raised.ts'

type Purpose = 'inform' | 'discuss' | 'decide'

/** Something the next meeting takes up. `why` says what brought it to the table. */
export type AgendaItem = {
  topic: string
  purpose: Purpose
  lead: string | undefined
  minutes: number
  number: number
  /** When it starts, HH:MM; undefined where the meeting has no time. */
  at: string | undefined
  why: string | undefined
  prompt: PromptView | undefined
}

/** Minutes: the shortest meeting that has room for a prompt, the longest that is one, and what all times are counted in. */
const LEAST = 20
const MOST = 480
const STEP = 5
/** Minutes below which a meeting opens and closes in one item each. */
const BRIEF = 45
/** The least and the most that a question of the first conversation gets. */
const SHORT = [3, 4] as const

const inSteps = (minutes: number): number => Math.max(STEP, Math.round(minutes / STEP) * STEP)
const upTo = (minutes: number): number => Math.max(STEP, Math.floor(minutes / STEP) * STEP)

/**
 * A meeting: its day and time as far as they are known, how long it is, the prompts it could take up, and who is new in it: then it
 * is for that, and for nothing else.
 */
type Sitting = {
  on: string | undefined
  start: string | undefined
  minutes: number
  prompts: PromptView[]
  newcomer?: Newcomer | undefined
}

/**
 * A meeting of so many minutes, in steps of five. The times add up to no more than the meeting, with some to spare; `later` is
 * what did not fit. Throws HjpError for a meeting below 20 minutes or above 480.
 */
export function planAgenda(view: View, { on, start, minutes, prompts, newcomer }: Sitting) {
  if (minutes < LEAST) throw new HjpError('tooShort', minutes, LEAST)
  if (minutes > MOST) throw new HjpError('tooLong', minutes, MOST)
  const day = on ?? view.today
  const beside = newcomer
    ? { open: [], dates: [], rated: [] }
    : { open: openActions(view, day), dates: comingUp(view, day), rated: fromRounds(view, day) }
  const [before, after] = framing(minutes, beside)
  const room = minutes - sum([...before, ...after]) - inSteps(minutes / 15)
  const first = isFirstTalk(view, prompts) ? prompts : firstTalk(view)
  const brief = prompts.filter((prompt) => first.includes(prompt))
  const turn = Math.min(Math.max(Math.floor(upTo(room) / brief.length), SHORT[0]), SHORT[1])
  const slots = Math.max(1, Math.round(minutes / 12)) + brief.length

  const lead = newcomer ? () => newcomer.name : chooserOfLead(view)
  const chosen: AgendaItem[] = []
  let left = upTo(room)
  let isFull = false
  for (const prompt of prompts) {
    const { why, again } = newcomer
      ? toUnderstand(newcomer)
      : brief.includes(prompt)
        ? { why: undefined, again: false }
        : reason(view, prompt, day)
    const wants = brief.includes(prompt) ? turn : again ? STEP : inSteps(prompt.minutes)
    const length = chosen.length === 0 ? Math.min(wants, left) : wants
    const isCrowded = chosen.length >= slots && !isRaised(prompt)
    // What nobody has talked about is no filler for the last minutes.
    if (isCrowded || length > left || (isFull && (newcomer || prompt.standing === 'open'))) {
      isFull = true
      continue
    }
    left -= length
    const { standing, activity, decision, essential } = prompt
    const binds = activity || decision || essential
    const purpose = newcomer ? 'discuss' : again || (binds && standing === 'heard') ? 'decide' : 'discuss'
    chosen.push({ ...item(prompt.topic, length, purpose), prompt, lead: lead(prompt), why })
  }
  const all = [...before, ...chosen, ...after]
  const taken = chosen.map(({ prompt }) => prompt)
  return {
    items: all.map((each, n) => ({
      ...each,
      number: n + 1,
      at: start && clock(start, sum(all.slice(0, n))),
    })),
    later: prompts.filter((prompt) => !taken.includes(prompt)),
    spare: minutes - sum(all),
    ...beside,
  }
}

/** What brings a question to the table again that the others have talked about before. */
const toUnderstand = ({ name }: Newcomer) => ({
  why: `${name} is new, so we all answer this again, ${name} first.`,
  again: false,
})

type Beside = {
  open: View['actions']
  dates: ReturnType<typeof comingUp>
  rated: ReturnType<typeof fromRounds>
}

/** What a meeting opens and closes with, besides the prompts. */
function framing(
  minutes: number,
  { open, dates, rated }: Beside,
): [before: AgendaItem[], after: AgendaItem[]] {
  const raised = rated.flatMap(({ statements }) => statements).length
  const some = (topic: string, many: number, wants: number, most: number): AgendaItem[] =>
    many > 0 ? [item(topic, Math.min(inSteps(wants), upTo(most)), 'discuss')] : []
  if (minutes < BRIEF)
    return [
      [item(open.length + dates.length + raised > 0 ? 'Welcome, and what is open' : 'Welcome', STEP)],
      [item('What we appreciated, actions and next meeting', STEP, 'decide')],
    ]
  return [
    [
      item('Welcome', STEP),
      ...some(ACTIONS, open.length, 2 + 2 * open.length, Math.min(10, minutes / 5)),
      ...some(COMING, dates.length, 2 + dates.length, Math.min(10, minutes / 10)),
      ...some(RATED, raised, 3 * raised, Math.min(15, minutes / 8)),
    ],
    [item('What we appreciated', STEP), item('Actions and next meeting', STEP, 'decide')],
  ]
}

const ACTIONS = 'Actions still open'
const COMING = 'Dates and people'
const RATED = 'How we work together'

const item = (topic: string, minutes: number, purpose: Purpose = 'inform'): AgendaItem => ({
  topic,
  purpose,
  lead: undefined,
  minutes,
  number: 0,
  at: undefined,
  why: undefined,
  prompt: undefined,
})

/** The actions still to be done: those of the last meeting first, then in the order of their days. */
export function openActions(view: View, day: string) {
  const last = lastMeeting(view, day)
  const order = ({ from, due = '9999' }: View['actions'][number]) =>
    `${last && from === nameOfMeeting(last) ? 0 : 1} ${due}`
  return view.actions
    .filter(({ open }) => open)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
}

/** An agenda in a few lines of text, for where there is no room for the whole. */
export function inShort({ items, open }: Pick<ReturnType<typeof planAgenda>, 'items' | 'open'>): string {
  const timetable = items.flatMap(({ at, number, prompt, topic, minutes }) => [
    `${at ?? `${number}.`} ${prompt ? `${questionNumber(prompt.number)} ` : ''}${topic} (${minutes} min)`,
    ...(prompt ? [`    ${prompt.ask}`] : []),
  ])
  const actions = open.map(({ what, who, due }) => {
    const about = [who, due && `by ${due}`].filter(Boolean).join(', ')
    return `- ${what}${about && ` (${about})`}`
  })
  return [...timetable, ...(actions.length > 0 ? ['', `${ACTIONS}:`, ...actions] : [])].join('\n')
}

const sum = (items: AgendaItem[]) => items.reduce((total, each) => total + each.minutes, 0)

/** Who opens an item: the partner not heard on it yet, else whoever has opened fewest. */
function chooserOfLead(view: View) {
  const opened = new Map(view.partners.map(({ id }) => [id, 0]))
  return (prompt: PromptView): string | undefined => {
    const unheard = prompt.voices.filter(({ said }) => !said)
    const candidates = unheard.length > 0 ? unheard : prompt.voices
    const least = [...candidates].sort((a, b) => opened.get(a.id)! - opened.get(b.id)!)[0]
    if (least) opened.set(least.id, opened.get(least.id)! + 1)
    return least?.partner
  }
}
