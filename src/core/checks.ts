import { meant, nearest } from '../errors.ts'
import { isAddress } from './fields.ts'
import { identifying } from './identifiers.ts'
import { looseEnds, strayLead } from './logic.ts'
import { nameOfMeeting } from './meetings.ts'
import { isPrivate } from './privacy.ts'
import { isNamed } from './prompts.ts'
import { unmeasured } from './unmeasured.ts'
import type { Known, PromptView, View } from './view.ts'

/** What a check found. `at` is the place in the file. */
export type Finding = { level: 'gap' | 'error' | 'warning'; at: At; message: string }
type At = (string | number)[]

type Check = (known: Known, seen: View) => Finding[]

const answer = ({ partnership }: Known, id: string, ...rest: At): At => {
  const row = partnership.answers.findIndex(({ prompt }) => prompt === id)
  return row < 0 ? ['answers'] : ['answers', row, ...rest]
}

/** A check that finds the same of every prompt of a sort; `at` is the place in its answer. */
const ofPrompts =
  (
    level: Finding['level'],
    sort: (prompt: PromptView) => boolean | undefined,
    at: At,
    say: (prompt: PromptView) => string,
  ): Check =>
  (known, { prompts }) =>
    prompts.filter(sort).map((prompt) => ({
      level,
      at: answer(known, prompt.id, ...at),
      message: `${prompt.number} ${prompt.topic}${say(prompt)}`,
    }))

/** What no agreement should be signed without. */
const hardGaps = ofPrompts(
  'gap',
  ({ essential, agreed }) => essential && !agreed?.settled,
  [],
  ({ number }) => `: nothing is agreed yet. *hjp ask ${number}*`,
)

const reworded = ofPrompts(
  'warning',
  ({ standing }) => standing === 'reworded',
  ['agreed', 'wording'],
  ({ number }) =>
    ` was agreed when the question was put in other words. Does it still hold? *hjp ask ${number}*`,
)

const due = ofPrompts(
  'warning',
  ({ standing }) => standing === 'due',
  ['agreed', 'review'],
  ({ number, agreed }) => ` was to be reviewed by ${agreed?.review}. *hjp agenda ${number}*`,
)

const leaderless = ofPrompts(
  'warning',
  ({ activity, agreed }) => activity && agreed?.settled && agreed.decision !== 'no' && !agreed.lead,
  ['agreed'],
  () => ' is agreed, but nobody leads it. Add *lead:* with a partner, or *together*.',
)

/** Agreed on a follow-up, but what it follows is no longer a yes. */
const orphans = ofPrompts(
  'warning',
  ({ asked, agreed }) => !asked && agreed?.settled,
  ['agreed'],
  () => ' is agreed, but the decision it follows is not a yes, so no document shows it.',
)

const strayAnswers: Check = ({ partnership }, { prompts }) =>
  partnership.answers.flatMap(({ prompt }, row) => {
    const ids = prompts.map(({ id }) => id)
    if (ids.includes(prompt)) return []
    const near = nearest(prompt, ids)
    return [
      {
        level: 'error',
        at: ['answers', row, 'prompt'],
        message: `there is no prompt *${prompt}*, so no document shows what is said here.${meant(near)}`,
      },
    ]
  })

const strayActions: Check = ({ partnership }, { meetings }) =>
  partnership.actions.flatMap(({ from }, row): Finding[] =>
    from && !meetings.some((meeting) => nameOfMeeting(meeting) === from)
      ? [stray(['actions', row, 'from'], `there is no meeting *${from}*, so no minutes show this action.`)]
      : [],
  )

const strayMoney: Check = ({ partnership: { milestones, funding } }) =>
  milestones.flatMap(({ 'paid-by': paid }, row) =>
    paid && !funding.some(({ source }) => source === paid)
      ? [stray(['milestones', row, 'paid-by'], `there is no funding *${paid}*.`)]
      : [],
  )

const strayGaps: Check = ({ partnership: { contributions, actions } }) =>
  contributions.flatMap(({ action }, row) =>
    action && !actions.some(({ id }) => id === action)
      ? [stray(['contributions', row, 'action'], `there is no action *${action}* to mend this gap.`)]
      : [],
  )

/** A row about a prompt that is not there, or about one that partners never see. */
const about =
  (table: 'actions' | 'milestones', called: string): Check =>
  ({ partnership }, seen) =>
    partnership[table].flatMap(({ about: prompt, what }, row): Finding[] => {
      const at = [table, row, 'about']
      if (!prompt) return []
      if (!seen.prompts.some((each) => isNamed(each, prompt)))
        return [stray(at, `there is no prompt *${prompt}*.`)]
      if (!isPrivate(seen, prompt)) return []
      const message = `the ${called} "${what}" is about a private prompt, so no document for partners shows it.`
      return [{ level: 'warning', at, message }]
    })

/** What leads to an outcome that is not there, or that partners never see. */
const leads: Check = ({ partnership }, seen) =>
  partnership.outcomes.flatMap(({ text, from }, row) =>
    from.flatMap((name, n): Finding[] => {
      const at = ['outcomes', row, 'from', n]
      const none = strayLead(seen, name)
      if (none) {
        const message = `there is no prompt or outcome *${name}*, so no document shows it.${meant(none.near)} Name one that is there, or say in a few words what is done.`
        return [stray(at, message)]
      }
      if (!isPrivate(seen, name)) return []
      const message = `"${text}" comes from a private prompt, which no document for partners shows.`
      return [{ level: 'warning', at, message }]
    }),
  )

/** Only once there are outcomes at all. */
const logicGaps: Check = ({ partnership }, seen) => {
  const { idle, baseless, unfounded } = looseEnds(seen)
  const warn = (message: string, words?: string): Finding => {
    const row = partnership.outcomes.findIndex(({ text }) => text === words)
    return { level: 'warning', at: row < 0 ? ['outcomes'] : ['outcomes', row], message }
  }
  return [
    ...idle.map(({ words }) =>
      warn(`nothing is said to come of "${words}". Add it to *from:* of an outcome.`, words),
    ),
    ...baseless.map(({ text }) =>
      warn(`nothing is said to lead to "${text}". Add *from:* with an activity or another outcome.`, text),
    ),
    ...(unfounded
      ? [warn('no outcome says what must hold for it. Add *assumes:* to those that depend on most.')]
      : []),
  ]
}

const measuring: Check = (_, seen) => unmeasured(seen).map((gap) => ({ level: 'warning', ...gap }))

const stray = (at: At, message: string): Finding => ({ level: 'error', at, message })

const addresses: Check = ({ partnership }) =>
  partnership.partners.flatMap(({ people }, row) =>
    people.flatMap(({ email }, n) =>
      email && !isAddress(email)
        ? [
            {
              level: 'warning',
              at: ['partners', row, 'people', n, 'email'],
              message: `"${email}" is not one email address, so no email is addressed to it.`,
            },
          ]
        : [],
    ),
  )

const lateActions: Check = ({ partnership, today }) =>
  partnership.actions.flatMap(({ what, due, done, dropped }, row) =>
    due && due < today && !done && !dropped
      ? [
          {
            level: 'warning',
            at: ['actions', row, 'due'],
            message: `the action "${what}" was due on ${due}.`,
          },
        ]
      : [],
  )

const contacts: Check = ({ partnership }) =>
  partnership.partners.flatMap(({ name, people }, row) =>
    people.some(({ role, name }) => role === 'liaison' && name)
      ? []
      : [
          {
            level: 'warning',
            at: ['partners', row],
            message: `*${name}* has no liaison. Add one under *people:*.`,
          },
        ],
  )

/** Git keeps for ever what is committed, so this looks before it is. */
const mayIdentify: Check = ({ partnership }) =>
  identifying(partnership).map(({ at, what }) => ({
    level: 'warning',
    at,
    message: `this looks like ${what}. If it could identify a client, take it out before you commit: git keeps it for ever.`,
  }))

const CHECKS: Check[] = [
  hardGaps,
  strayAnswers,
  strayActions,
  strayMoney,
  strayGaps,
  about('actions', 'action'),
  about('milestones', 'milestone'),
  reworded,
  due,
  leaderless,
  orphans,
  leads,
  logicGaps,
  measuring,
  lateActions,
  contacts,
  addresses,
  mayIdentify,
]

/** Everything in the file that needs attention. A check only reads. */
export const check = (known: Known, seen: View): Finding[] => CHECKS.flatMap((each) => each(known, seen))
