import { meant, nearest } from '../../errors.ts'
import type { Path } from '../file/edits.ts'
import { nameOfMeeting } from '../meeting/meetings.ts'
import { isNamed } from '../prompts/prompts.ts'
import { strayLead } from '../tools/logic.ts'
import { isPrivate } from '../view/privacy.ts'
import type { Check, Finding } from './finding.ts'

/** What points at something that is not there, or that partners never see. */

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
  ({ partnership }, view) =>
    partnership[table].flatMap(({ about: prompt, what }, row): Finding[] => {
      const at = [table, row, 'about']
      if (!prompt) return []
      if (!view.prompts.some((each) => isNamed(each, prompt)))
        return [stray(at, `there is no prompt *${prompt}*.`)]
      if (!isPrivate(view, prompt)) return []
      const message = `the ${called} "${what}" is about a private prompt, so no document for partners shows it.`
      return [{ level: 'warning', at, message }]
    })

/** What leads to an outcome that is not there, or that partners never see. */
const leads: Check = ({ partnership }, view) =>
  partnership.outcomes.flatMap(({ text, from }, row) =>
    from.flatMap((name, n): Finding[] => {
      const at = ['outcomes', row, 'from', n]
      const none = strayLead(view, name)
      if (none) {
        const message = `there is no prompt or outcome *${name}*, so no document shows it.${meant(none.near)} Name one that is there, or say in a few words what is done.`
        return [stray(at, message)]
      }
      if (!isPrivate(view, name)) return []
      const message = `"${text}" comes from a private prompt, which no document for partners shows.`
      return [{ level: 'warning', at, message }]
    }),
  )

const stray = (at: Path, message: string): Finding => ({ level: 'error', at, message })

export const DANGLING: Check[] = [
  strayAnswers,
  strayActions,
  strayMoney,
  strayGaps,
  about('actions', 'action'),
  about('milestones', 'milestone'),
  leads,
]
