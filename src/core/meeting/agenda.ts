import { HjpError } from '../../errors.ts'
import { clock } from '../values/day.ts'
import type { PromptView, View } from '../view/view.ts'
import { comingUp } from './due.ts'
import { lastMeeting, nameOfMeeting } from './meetings.ts'
import { reason } from './queue.ts'
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

/** Minutes: the shortest meeting that has room for a prompt, the longest that is one, and the least a prompt takes. */
const LEAST = 20
const MOST = 480
const SHORT = 5

/** A meeting: its day and time as far as they are known, how long it is, and the prompts it could take up. */
type Sitting = { on: string | undefined; start: string | undefined; minutes: number; prompts: PromptView[] }

/**
 * A meeting of so many minutes. The times add up to no more than the meeting, with some to spare;
 * `later` is what did not fit. Throws HjpError for a meeting below 20 minutes or above 480.
 */
export function planAgenda(view: View, { on, start, minutes, prompts }: Sitting) {
  if (minutes < LEAST) throw new HjpError('tooShort', minutes, LEAST)
  if (minutes > MOST) throw new HjpError('tooLong', minutes, MOST)
  const day = on ?? view.today
  const brief = minutes < 45
  const open = openActions(view, day)
  const dates = comingUp(view, day)
  const rated = fromRounds(view, day)
  const before = [
    item('Welcome', brief ? 2 : 5),
    ...(open.length > 0
      ? [item(ACTIONS, Math.min(10, 2 + 2 * open.length, Math.floor(minutes / 5)), 'discuss')]
      : []),
    ...(dates.length > 0
      ? [item(COMING, Math.min(10, 2 + dates.length, Math.floor(minutes / 10)), 'discuss')]
      : []),
    ...(rated.length > 0
      ? [item(RATED, Math.min(15, 3 * rated.length, Math.floor(minutes / 8) - 1), 'discuss')]
      : []),
  ]
  const after = [
    item('What we appreciated', brief ? 2 : 3),
    item('Actions and next meeting', brief ? 3 : 5, 'decide'),
  ]
  const room = minutes - sum([...before, ...after]) - Math.round(minutes / 15)
  const slots = Math.max(1, Math.round(minutes / 12))

  const lead = chooserOfLead(view)
  const chosen: AgendaItem[] = []
  let left = room
  for (const prompt of prompts) {
    const { why, again } = reason(view, prompt, day)
    const wants = again ? SHORT : prompt.minutes
    const length = chosen.length === 0 ? Math.min(wants, Math.max(left, SHORT)) : wants
    if (chosen.length === slots || length > left) continue
    left -= length
    const { standing, activity, decision, essential } = prompt
    const binds = activity || decision || essential
    const purpose = again || (binds && standing === 'heard') ? 'decide' : 'discuss'
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
    open,
    dates,
    rated,
  }
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
    `${at ?? `${number}.`} ${prompt ? `${prompt.number} ` : ''}${topic} (${minutes} min)`,
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
