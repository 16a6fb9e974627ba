import * as z from 'zod'
import { amount, blankable, count, day, id, list, maybe, oneOf, text, time } from '../values/fields.ts'

/** The tables of the file, a row a thing. */

export const LEVELS = ['networking', 'coordinating', 'cooperating', 'collaborating'] as const
/** How close the work is, in a line each. One is not better than another. */
export const CLOSENESS: Record<(typeof LEVELS)[number], string> = {
  networking: 'we tell each other what we know',
  coordinating: 'we also change what we do, so that it fits together',
  cooperating: 'we also share what we have: people, rooms, money',
  collaborating: 'each also helps the other to get better at its own work',
}

export const Action = z.strictObject({
  id: maybe(id),
  what: text,
  owner: maybe(id),
  person: blankable,
  due: maybe(day),
  about: blankable,
  /** Those served who wished for it, or who advise for them. */
  'asked-by': blankable,
  from: blankable,
  done: maybe(day),
  dropped: blankable,
  'dropped-on': maybe(day),
})
export const Stakeholder = z.strictObject({
  id: maybe(id),
  name: text,
  kind: blankable,
  /** They live with what this work is about: decided with, and never only kept informed. */
  'lived-experience': maybe(oneOf(['yes', 'no'])),
  role: blankable,
  interest: blankable,
  influence: blankable,
  power: maybe(amount),
  stake: maybe(amount),
  contact: blankable,
  'find-out': blankable,
  priority: maybe(amount),
  next: blankable,
})
export const Contribution = z.strictObject({
  what: text,
  kind: blankable,
  partner: id,
  brings: blankable,
  needs: blankable,
  conditions: blankable,
  /** What is still missing of this kind, and the id of the action that is to mend it. */
  gap: blankable,
  action: blankable,
})
/** For whom something changes. */
export const BENEFICIARIES = ['clients', 'practitioners', 'services', 'partnership', 'system'] as const
/** An output is what is delivered; the others are what changes, and how soon. */
export const TERMS = ['output', 'short', 'medium', 'long'] as const

export const Outcome = z.strictObject({
  id: maybe(id),
  for: oneOf(BENEFICIARIES),
  term: oneOf(TERMS),
  text,
  /** What leads to it: prompts of activities, ids of other outcomes, or words. */
  from: list(text),
  /** What must hold for that, and what else bears on it. */
  assumes: list(text),
  outside: list(text),
})
/** A value may be split by group. A story is told on only where whoever told it has agreed to that. */
export const Reading = z.strictObject({
  on: day,
  value: text,
  note: blankable,
  groups: maybe(z.record(z.string(), text)),
  consent: maybe(oneOf(['yes', 'no'])),
})
/** What an indicator looks at. */
export const AREAS = ['access', 'treatment', 'health', 'legal', 'partnership'] as const

export const Indicator = z.strictObject({
  id: maybe(id),
  area: maybe(oneOf(AREAS)),
  outcome: blankable,
  measure: text,
  method: maybe(oneOf(['count', 'survey', 'story'])),
  source: blankable,
  collects: maybe(id),
  baseline: blankable,
  target: blankable,
  split: blankable,
  readings: list(Reading),
})
export const Milestone = z.strictObject({
  id: maybe(id),
  what: text,
  lead: maybe(id),
  about: blankable,
  /** The source of the money it needs. */
  'paid-by': blankable,
  start: maybe(day),
  end: maybe(day),
  status: maybe(oneOf(['planned', 'under-way', 'done', 'late', 'dropped'])),
  done: maybe(day),
})
export const Funding = z.strictObject({
  source: text,
  kind: blankable,
  amount: blankable,
  from: maybe(day),
  until: maybe(day),
  holds: maybe(id),
  conditions: blankable,
})
export const Meeting = z.strictObject({
  id: maybe(id),
  on: day,
  start: maybe(time),
  minutes: maybe(count(1)),
  place: blankable,
  chair: blankable,
  notes: blankable,
  /** The prompts it was to take up, and below those that were talked about. */
  agenda: list(text),
  present: list(text),
  prompts: list(text),
  decisions: list(text),
  appreciation: blankable,
})
/** Strong, moderate, weak. */
export const RATINGS = ['A', 'B', 'C'] as const
/** Everyone at one table, each alone and then a common answer, or each alone and the answers counted. */
export const METHODS = ['together', 'discussed', 'compiled'] as const

export const Round = z.strictObject({
  id: maybe(id),
  on: day,
  questionnaire: text,
  method: maybe(oneOf(METHODS)),
  level: maybe(oneOf(LEVELS)),
  marks: list(
    z.strictObject({
      partner: maybe(id),
      by: blankable,
      ratings: z.record(z.string(), oneOf(RATINGS)),
    }),
  ),
})

/** The tables in the order they stand in the file. `mark` starts the ids that hjp gives their rows. */
export const TABLES = {
  actions: { about: 'What someone has undertaken to do', row: Action, mark: 'a' },
  meetings: { about: 'When you met, who was there and what was decided', row: Meeting, mark: 'm' },
  stakeholders: {
    about: 'The people and services around you, and what matters to them',
    row: Stakeholder,
    mark: 's',
  },
  contributions: {
    about: 'What each partner brings, and what it needs in return',
    row: Contribution,
    mark: 'c',
  },
  outcomes: {
    about: 'What you deliver, the changes it leads to, and what must hold for that',
    row: Outcome,
    mark: 'o',
  },
  indicators: {
    about: 'How you will know: what is counted or asked, and each reading of it',
    row: Indicator,
    mark: 'i',
  },
  milestones: { about: 'The steps of your workplan', row: Milestone, mark: 'w' },
  funding: { about: 'Where the money comes from, and until when', row: Funding, mark: 'f' },
  rounds: { about: 'What you answered to the questionnaires', row: Round, mark: 'r' },
} as const

export type FileTable = keyof typeof TABLES

export type Action = z.infer<typeof Action>
export type Stakeholder = z.infer<typeof Stakeholder>
export type Contribution = z.infer<typeof Contribution>
export type Outcome = z.infer<typeof Outcome>
export type Reading = z.infer<typeof Reading>
export type Indicator = z.infer<typeof Indicator>
export type Milestone = z.infer<typeof Milestone>
export type Funding = z.infer<typeof Funding>
export type Meeting = z.infer<typeof Meeting>
export type Round = z.infer<typeof Round>
