import * as z from 'zod'
import { column, key, names, own, row, staff } from '../values/column.ts'
import { amount, blankable, count, day, id, list, maybe, oneOf, text, time } from '../values/fields.ts'
import { UNITS } from '../values/units.ts'
import { SignedAgreement } from './signed-agreement.ts'

/** The tables of the file, a row a thing, and in each a column a line. */

export const LEVELS = ['networking', 'coordinating', 'cooperating', 'collaborating'] as const
/** How close the work is, in a line each. One is not better than another. */
export const CLOSENESS: Record<(typeof LEVELS)[number], string> = {
  networking: 'we tell each other what we know',
  coordinating: 'we also change what we do, so that it fits together',
  cooperating: 'we also share what we have: people, rooms, money',
  collaborating: 'we also help each other get better at our own work',
}

export const Action = row({
  id: key(maybe(id)),
  what: own(text, 'What is it?', { title: true }),
  owner: names('partner-or-together', maybe(id), 'Which partner will do it?'),
  person: names('person', blankable, 'Who exactly?', { free: 'staff' }),
  due: column(maybe(day), 'By when?', { ahead: true }),
  about: names('prompt', blankable, 'Which prompt is it about? (such as 5.3)'),
  /** Those served who wished for it, or who advise for them. */
  'asked-by': own(blankable, 'Did someone you serve ask for it? Who?'),
  from: names('meeting', blankable, 'Which meeting is it from? (its id)', {
    lost: ', so no minutes show this action',
  }),
  done: column(maybe(day), 'When was it done?', { later: true, past: true }),
  dropped: own(blankable, 'Why was it dropped?', { later: true }),
  'dropped-on': column(maybe(day), 'When was it dropped?', { later: true, past: true }),
})
const Stakeholder = row({
  id: key(maybe(id)),
  name: staff(text, 'Which person or service?', { title: true }),
  kind: own(blankable, 'What kind is it?'),
  /** They live with what this work is about: decided with, and never only kept informed. */
  'lived-experience': column(
    maybe(oneOf(['yes', 'no'])),
    'Do they have lived experience of what this work is about?',
  ),
  role: own(blankable, 'What part do they play?'),
  interest: own(blankable, 'What matters to them?', { candid: true }),
  influence: own(blankable, 'How can they help or hinder?', { candid: true }),
  power: column(maybe(amount), 'How much power do they have to decide or to help?', { candid: true }),
  stake: column(maybe(amount), 'How much is at stake for them?', { candid: true }),
  contact: names('person', blankable, 'Who has the contact?', { free: 'staff' }),
  'find-out': own(blankable, 'What do you still need to find out?', { candid: true }),
  priority: column(maybe(amount), 'How high a priority is it?', { candid: true }),
  effort: column(maybe(amount), 'How much work is it to build the tie?', { candid: true }),
  next: own(blankable, 'What is the next step?', { candid: true }),
})
/** The kinds of resource that a partnership lives on, in the order they are asked about. */
export const RESOURCES = [
  'people and time',
  'skills and knowledge',
  'money',
  'premises and equipment',
  'information and data',
  'contacts and networks',
  'good name and trust',
  'lived experience',
]

const Contribution = row({
  what: own(text, 'What is it?', { title: true }),
  kind: own(blankable, 'What kind is it?', { offers: RESOURCES }),
  partner: names('partner-or-together', id, 'Which partner?'),
  brings: own(blankable, 'What does it bring?'),
  needs: own(blankable, 'What does it need in return?'),
  conditions: own(blankable, 'On what conditions?'),
  /** What is still missing of this kind, and the id of the action that is to fill it. */
  gap: own(blankable, 'What is still missing?'),
  action: names('action', blankable, 'Which action will fill that gap? (its id)', {
    lost: ' to fill this gap',
  }),
})
/** For whom something changes. */
export const BENEFICIARIES = ['clients', 'practitioners', 'services', 'partnership', 'system'] as const
/** An output is what is delivered; the others are what changes, and how soon. */
const TERMS = ['output', 'short', 'medium', 'long'] as const

const Outcome = row({
  id: key(maybe(id)),
  for: column(oneOf(BENEFICIARIES), 'Who is it for?'),
  term: column(
    oneOf(TERMS),
    'Is it something delivered (output), or a change: soon (short), in time (medium) or in the long run (long)?',
  ),
  text: own(text, 'In a sentence:', { title: true, prose: true }),
  /** What leads to it: prompts of activities, ids of other outcomes, or words. */
  from: names(
    'lead',
    list(text),
    'What leads to it? (an activity such as 5.3, the id of an outcome, or a few words)',
    {
      free: true,
      lost: ', so no document shows it',
    },
  ),
  /** What must hold for that, and what else bears on it. */
  assumes: own(list(text), 'What has to be true for that?'),
  outside: own(list(text), 'What else could affect it?'),
})
/** A value may be split by group. A story is told on only where whoever told it has agreed to that. */
const reading = {
  on: column(day, 'On what day?', { past: true, tells: true }),
  value: own(text, 'What is the figure, or the story?'),
  /** Whatever rests on too few people is not printed. */
  of: column(maybe(count(1)), 'How many people is it based on?'),
  note: own(blankable, 'Is there anything worth noting about it?'),
  groups: own(
    maybe(z.record(z.string(), text)),
    'What is the value for each group? (a group and its value, such as 12 or 64% of 36)',
  ),
  consent: column(maybe(oneOf(['yes', 'no'])), 'May you share the story?'),
}
export const Reading = row(reading)
/** A reading in a row that also says of which indicator. */
export const IndicatorsReading = row({
  indicator: column(text, 'Which indicator? (its id, or some of its words)', { stays: true }),
  ...reading,
})
/** What an indicator looks at. */
const AREAS = ['access', 'treatment', 'health', 'legal', 'partnership'] as const

const Indicator = row({
  id: key(maybe(id)),
  area: column(maybe(oneOf(AREAS)), 'What is it about?'),
  outcome: names('outcome', blankable, 'Which outcome does it measure? (its id)'),
  measure: own(text, 'What do you count or ask?', { title: true }),
  unit: own(blankable, `What is its unit? (${UNITS.join(', ')}, or a word of your own)`),
  method: column(maybe(oneOf(['count', 'survey', 'story'])), 'How is it measured?'),
  source: own(blankable, 'Where does it come from?'),
  collects: names('partner-or-together', maybe(id), 'Which partner collects it?'),
  baseline: own(blankable, 'What was it before you began, and when?'),
  target: own(blankable, 'What is the target?'),
  split: own(blankable, 'Which groups should be shown separately?'),
  readings: column(list(Reading), 'What are the readings so far?'),
})
const Milestone = row({
  id: key(maybe(id)),
  what: own(text, 'What is it?', { title: true }),
  lead: names('partner-or-together', maybe(id), 'Which partner leads?'),
  about: names('prompt', blankable, 'Which prompt is it about? (such as 5.3)'),
  'paid-by': names('funding', blankable, 'Which money pays for it? (the name of its source)'),
  start: column(maybe(day), 'From when?'),
  end: column(maybe(day), 'By when?', { after: 'start' }),
  status: column(maybe(oneOf(['planned', 'under-way', 'done', 'late', 'dropped'])), 'How far along is it?'),
  done: column(maybe(day), 'When was it done?', { later: true, past: true }),
})
const Funding = row({
  source: own(text, 'Where does it come from?', { title: true }),
  kind: own(blankable, 'What kind is it?'),
  amount: own(blankable, 'How much is it?'),
  from: column(maybe(day), 'From when?'),
  until: column(maybe(day), 'Until when?', { after: 'from' }),
  holds: names('partner-or-together', maybe(id), 'Which partner holds it?'),
  conditions: own(blankable, 'On what conditions?'),
})
export const Meeting = row({
  id: key(maybe(id)),
  on: column(day, 'On what day?', { title: true, once: true }),
  start: column(maybe(time), 'At what time? (such as 10:00)'),
  minutes: column(maybe(count(1)), 'How many minutes will it last?'),
  place: own(blankable, 'Where?'),
  chair: names('person', blankable, 'Who chairs it?', { free: 'staff' }),
  notes: names('person', blankable, 'Who takes notes?', { free: 'staff' }),
  /** The prompts it was to take up, and below those that were talked about. */
  agenda: names('prompt', list(text), 'Which prompts will it cover? (such as 5.3)'),
  present: names('person', list(text), 'Who was there?', { free: 'staff' }),
  apologies: names('person', list(text), 'Who sent apologies?', { free: 'staff', later: true }),
  prompts: names('prompt', list(text), 'Which prompts did you talk about? (such as 5.3)'),
  decisions: own(list(text), 'What was decided?'),
  appreciation: own(blankable, 'What did you appreciate?'),
})
/** Strong, moderate, weak. */
export const RATINGS = ['A', 'B', 'C'] as const
/** Everyone at one table, each alone and then a common answer, or each alone and the answers counted. */
export const METHODS = ['together', 'discussed', 'compiled'] as const

const Mark = row({
  partner: names('past-partner', maybe(id), 'Which partner answers? (none if it is everyone)', {
    tells: true,
  }),
  by: staff(blankable, 'Who is answering? (any name they choose)', { tells: true }),
  level: column(maybe(oneOf(LEVELS)), 'How closely do they say you work together?'),
  ratings: names(
    'statement',
    z.record(z.string(), oneOf(RATINGS)),
    'What do they answer for each statement?',
  ),
})
const Round = row({
  id: key(maybe(id)),
  on: column(day, 'On what day?', { past: true, tells: true }),
  questionnaire: names('questionnaire', text, 'Which questionnaire?', { title: true, tells: true }),
  method: column(maybe(oneOf(METHODS)), 'How did you answer?'),
  /** In older files, of everyone: now each who answers says so. */
  level: column(maybe(oneOf(LEVELS)), 'How closely do you work together?', { later: true }),
  marks: column(list(Mark), 'Who answered, and what?'),
})

/** The tables in the order they stand in the file. `mark` starts the ids that hjp gives their rows. */
export const TABLES = {
  agreements: {
    about: 'What you have signed: from when, until when, and by whom',
    row: SignedAgreement,
    mark: 'g',
  },
  actions: { about: 'What someone has agreed to do', row: Action, mark: 'a' },
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
    about: 'What you deliver, the changes it leads to, and what has to be true for that',
    row: Outcome,
    mark: 'o',
  },
  indicators: {
    about: 'How you will know: what you count or ask, and each reading',
    row: Indicator,
    mark: 'i',
  },
  milestones: { about: 'The steps of your workplan', row: Milestone, mark: 'w' },
  funding: { about: 'Where the money comes from, and until when', row: Funding, mark: 'f' },
  rounds: { about: 'Your answers to the questionnaires', row: Round, mark: 'r' },
} as const

export type FileTable = keyof typeof TABLES
export const FILE_TABLES = Object.keys(TABLES) as FileTable[]

export type Action = z.infer<typeof Action>
export type Reading = z.infer<typeof Reading>
export type Indicator = z.infer<typeof Indicator>
export type Meeting = z.infer<typeof Meeting>
export type Round = z.infer<typeof Round>
