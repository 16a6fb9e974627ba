import { HjpError } from '../errors.ts'
import { clock } from './day.ts'
import type { Standing } from './prompts.ts'
import type { PromptView, View } from './view.ts'

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

const ORDER = ['heard', 'heard-by-some', 'due', 'reworded', 'open'] as const
const WHY: Partial<Record<Standing, string>> = {
  heard: 'Everyone has been heard, and nothing is agreed yet.',
  'heard-by-some': 'Not everyone has been heard yet.',
  due: 'Its review date has come.',
  reworded: 'It was agreed when the question was put in other words.',
  open: 'Nothing is written down on it yet.',
}
/** Minutes: the shortest meeting that has room for a prompt, the longest that is one, and the least a prompt takes. */
const LEAST = 20
const MOST = 480
const SHORT = 5

/**
 * The prompts that need the table, those nearest to agreement first: all partners heard, then some, then what is
 * due for review or was reworded, then the next open ones. Each in the order of the parts, but once somebody has been
 * heard, what no agreement should lack comes first, then what the partners do together. A follow-up waits until its
 * question has been talked about, and finding a partner is over once there are two.
 */
export function waiting(seen: View): PromptView[] {
  const alone = seen.partners.length < 2
  const untouched = seen.prompts.flatMap(({ id, standing }) => (standing === 'open' ? [id] : []))
  const eligible = seen.prompts.filter(
    ({ part, under, asked, private: hidden }) =>
      asked && !hidden && !untouched.includes(under ?? '') && (alone || part !== 'finding-a-partner'),
  )
  return ORDER.flatMap((stage) => {
    const there = eligible.filter((prompt) => prompt.standing === stage)
    return stage === 'open' ? there : [...there].sort((a, b) => weight(b) - weight(a))
  })
}

const weight = ({ essential, activity, decision }: PromptView) =>
  essential ? 2 : activity || decision ? 1 : 0

/** How many prompts each partner has been heard on. */
export const voices = (seen: View) =>
  seen.partners.map(({ id, name }) => ({
    name,
    heard: seen.prompts.filter((prompt) => prompt.voices.some((voice) => voice.id === id && voice.said))
      .length,
  }))

/**
 * A meeting of so many minutes. The times add up to no more than the meeting, with some to spare;
 * `later` is what did not fit. Throws HjpError for a meeting below 20 minutes or above 480.
 */
export function agenda(
  seen: View,
  { minutes, time, prompts }: { minutes: number; time: string | undefined; prompts: PromptView[] },
): { items: AgendaItem[]; later: PromptView[]; spare: number } {
  if (minutes < LEAST) throw new HjpError('tooShort', minutes, LEAST)
  if (minutes > MOST) throw new HjpError('tooLong', minutes, MOST)
  const brief = minutes < 45
  const openActions = seen.actions.filter(({ open }) => open)
  const item = (topic: string, length: number, purpose: Purpose = 'inform'): AgendaItem => ({
    topic,
    purpose,
    lead: undefined,
    minutes: length,
    number: 0,
    at: undefined,
    why: undefined,
    prompt: undefined,
  })
  const before = [item('Welcome', brief ? 2 : 5)]
  if (openActions.length > 0)
    before.push(
      item(
        'Actions from last time',
        Math.min(10, 2 + 2 * openActions.length, Math.floor(minutes / 4)),
        'discuss',
      ),
    )
  const after = [
    item('What we appreciated', brief ? 2 : 3),
    item('Actions and next meeting', brief ? 3 : 5, 'decide'),
  ]
  const room = minutes - sum([...before, ...after]) - Math.round(minutes / 15)
  const slots = Math.max(1, Math.round(minutes / 12))

  const lead = leads(seen)
  const chosen: AgendaItem[] = []
  let left = room
  for (const prompt of prompts) {
    const again = prompt.standing === 'due' || prompt.standing === 'reworded'
    const wants = again ? SHORT : prompt.minutes
    const length = chosen.length === 0 ? Math.min(wants, Math.max(left, SHORT)) : wants
    if (chosen.length === slots || length > left) continue
    left -= length
    const purpose = again || prompt.standing === 'heard' ? 'decide' : 'discuss'
    const why = WHY[prompt.standing]
    chosen.push({ ...item(prompt.topic, length, purpose), prompt, lead: lead(prompt), why })
  }
  const all = [...before, ...chosen, ...after]
  const taken = chosen.map(({ prompt }) => prompt)
  return {
    items: all.map((each, n) => ({ ...each, number: n + 1, at: time && clock(time, sum(all.slice(0, n))) })),
    later: prompts.filter((prompt) => !taken.includes(prompt)),
    spare: minutes - sum(all),
  }
}

const sum = (items: AgendaItem[]) => items.reduce((total, each) => total + each.minutes, 0)

/** Who opens an item: the partner not heard on it yet, else whoever has opened fewest. */
function leads(seen: View) {
  const opened = new Map(seen.partners.map(({ id }) => [id, 0]))
  return (prompt: PromptView): string | undefined => {
    const unheard = prompt.voices.filter(({ said }) => !said)
    const candidates = unheard.length > 0 ? unheard : prompt.voices
    const least = [...candidates].sort((a, b) => opened.get(a.id)! - opened.get(b.id)!)[0]
    if (least) opened.set(least.id, opened.get(least.id)! + 1)
    return least?.partner
  }
}
