import { counted } from '../../text.ts'
import { partnerName } from '../file/partner.ts'
import type { Path } from '../file/walk.ts'
import { decidedBy } from '../prompts/decisions.ts'
import { headingOf, isNamed } from '../prompts/prompts.ts'
import { changeCommand } from '../record/change-row.ts'
import { identifying } from '../record/identifying.ts'
import { looseEnds } from '../tools/logic.ts'
import { type KnownOn, type PromptView, type View, waitsForYes } from '../view/view.ts'
import { agreements } from './agreements.ts'
import { clauses } from './clauses.ts'
import type { Code } from './codes.ts'
import { DANGLING } from './dangling.ts'
import { DAYS, doneOrLater } from './days.ts'
import { doubles } from './doubles.ts'
import {
  answerPlace,
  type Check,
  type CheckedSection,
  type Finding,
  type Found,
  findingsOf,
} from './finding.ts'
import { indicatorGaps } from './indicator-gaps.ts'
import { notAgreedYet, unsettledConflicts } from './merged.ts'
import { PARTNERS } from './partners.ts'
import { SLIPS } from './slips.ts'

/** A check that finds the same of every prompt of a sort; `at` is the place in its answer. */
const ofPrompts =
  (
    code: Code,
    sort: (prompt: PromptView) => boolean | undefined,
    at: Path,
    say: (prompt: PromptView) => string,
  ): Check =>
  (known, { prompts }) =>
    prompts.filter(sort).map((prompt) => ({
      code,
      at: answerPlace(known, prompt, ...at),
      row: prompt.id,
      message: `${prompt.number} ${prompt.topic}${say(prompt)}`,
    }))

/** What no agreement should be signed without. */
const hardGaps = ofPrompts(
  'hard-gap',
  ({ essential, agreed, parked }) => essential && !agreed?.settled && !parked,
  [],
  ({ number }) => `: nothing is agreed yet. *hjp ask ${number}*`,
)

/** The same, where it was set aside on purpose. */
const essentialAside = ofPrompts(
  'essential-aside',
  ({ essential, parked }) => essential && parked !== undefined,
  ['parked'],
  ({ number, parked }) =>
    ` is set aside ("${parked}"). Look at it again before anyone signs: *hjp ask ${number}*`,
)

const reworded = ofPrompts(
  'reworded',
  ({ standing }) => standing === 'reworded',
  ['agreed', 'wording'],
  ({ number }) => ` was agreed before the question was reworded. Is it still right? *hjp ask ${number}*`,
)

const due = ofPrompts(
  'review-due',
  ({ standing }) => standing === 'due',
  ['agreed', 'review'],
  ({ number, agreed }) => ` was due for review on ${agreed?.review}. *hjp agenda ${number}*`,
)

const leaderless = ofPrompts(
  'no-lead',
  ({ activity, agreed }) => activity && agreed?.settled && agreed.decision !== 'no' && !agreed.lead,
  ['agreed'],
  ({ number }) =>
    ` is agreed, but nobody leads it. Say which partner does, or *together*: *hjp agree ${number} --lead together*`,
)

const undecided = ofPrompts(
  'no-decision',
  ({ decision, agreed }) => decision && agreed && !agreed.decision,
  ['agreed'],
  ({ number }) =>
    ` asks for a yes or no, and what is agreed says neither. Say yes, no or not-yet: *hjp agree ${number} --decision yes*`,
)

/** Agreed on a follow-up, but what it follows is no longer a yes. */
const orphans = ofPrompts(
  'follows-no-yes',
  waitsForYes,
  ['agreed'],
  ({ number }) =>
    ` is agreed, but the decision it follows is not a yes, so no document shows it. To decide that again: *hjp ask ${number.replace(/[a-z]+$/, '')}*`,
)

/** Words that came back from a partner, or from another version of the file, and were not settled. */
const unsettled: Check = ({ partnership }, view) =>
  partnership.answers.flatMap(({ prompt: id, proposals }, row) => {
    const prompt = view.prompts.find((each) => isNamed(each, id))
    if (!prompt) return []
    const { number, topic } = prompt
    return proposals.flatMap(({ partner, from, ...proposal }, n): Found | [] => {
      if (from !== undefined) return []
      const isThere = (partners: { id: string }[]) => partners.some(({ id }) => id === partner)
      if (isThere(view.former) || (proposal.for === 'talk' && !isThere(view.partners))) return []
      const name = partnerName(view, partner)
      const isUndecided = prompt.decision && !decidedBy(prompt, proposal, prompt.agreed?.decision)
      const toTake = (how: string) =>
        `${isUndecided ? '' : `*hjp agree ${number} ${how}* or `}*hjp ask ${number}*`
      const message =
        proposal.for === 'said'
          ? `: ${name} has two different answers here, one of them sent back or merged in. *hjp answer ${number} --as ${partner} --returned* or *hjp ask ${number}*`
          : proposal.for === 'talk'
            ? `: ${name} has something to say about what is agreed. Settle it together with *hjp ask ${number}* or, if it agrees after all, with *hjp agree ${number} --by ${partner}*`
            : partner === undefined
              ? `: two versions of this file were merged, and they have different agreements here. ${toTake('--merged')}`
              : `: ${name} proposes a different wording for what is agreed. ${toTake(`--proposed-by ${partner}`)}`
      return {
        code: 'unsettled',
        at: ['answers', row, 'proposals', n],
        message: `${number} ${topic}${message}`,
      }
    })
  })

/** The first of all that stands under a prompt that another took the place of. */
const moved: Check = ({ partnership }, { prompts }) => {
  const ids = prompts.flatMap(({ was }) => was)
  const rows = partnership.answers.flatMap(({ prompt }, row) => (ids.includes(prompt) ? [row] : []))
  if (rows.length === 0) return []
  const names = rows.map((row) => partnership.answers[row]!.prompt)
  const where = prompts.filter(({ was }) => names.some((name) => was.includes(name))).map(headingOf)
  return [
    {
      code: 'moved-prompt',
      at: ['answers', rows[0]!],
      message: `${counted(rows.length, 'question')} of this file ${rows.length === 1 ? 'is' : 'are'} now part of others, and the answers are shown there: ${where.join(', ')}. *hjp check --move* moves them in the file too.`,
    },
  ]
}

/** Only once there are outcomes at all. */
const logicGaps: Check = ({ partnership }, view) => {
  const { idle, baseless, unfounded } = looseEnds(view)
  const found = (code: Code, message: string, words?: string): Found => {
    const row = partnership.outcomes.findIndex(({ text }) => text === words)
    return { code, at: row < 0 ? ['outcomes'] : ['outcomes', row], message }
  }
  return [
    ...idle.map(({ words }) =>
      found(
        'leads-nowhere',
        `nothing says what "${words}" leads to. To add it to *from:* of an outcome: *hjp change*`,
        words,
      ),
    ),
    ...baseless.map(({ id = '', text }) =>
      found(
        'comes-from-nowhere',
        `nothing says what leads to "${text}". Name an activity or another outcome: ${changeCommand({ sheet: 'outcomes', id, words: text }, 'from')}`,
        text,
      ),
    ),
    ...(unfounded
      ? [
          found(
            'assumes-nothing',
            'no outcome says what has to be true for it. To add *assumes:* to the ones that depend on the most: *hjp change*',
          ),
        ]
      : []),
  ]
}

const measuring: Check = (_, view) => indicatorGaps(view)

const lateActions: Check = ({ partnership, today }) =>
  partnership.actions.flatMap(({ id = '', what, due, done, dropped }, row) =>
    due && due < today && !done && !dropped
      ? [
          {
            code: 'late-action',
            at: ['actions', row, 'due'],
            message: `the action "${what}" was due on ${due}. ${doneOrLater({ sheet: 'actions', id, words: what }, 'due')}`,
          },
        ]
      : [],
  )

/** Git keeps for ever what is committed, so this looks before it is. */
const mayIdentify: Check = ({ partnership }) =>
  identifying(partnership).flatMap(({ at, found }) =>
    found.map(
      ({ words, what, why }): Found => ({
        code: 'privacy',
        at,
        message: `"${words}" looks like ${what}: ${why}. Reword it, because git keeps what you commit permanently, or write under *allowed:* why it is safe.`,
      }),
    ),
  )

const CHECKS: Check[] = [
  hardGaps,
  essentialAside,
  ...DANGLING,
  ...SLIPS,
  moved,
  reworded,
  due,
  unsettled,
  unsettledConflicts,
  notAgreedYet,
  leaderless,
  undecided,
  orphans,
  clauses,
  logicGaps,
  measuring,
  lateActions,
  ...DAYS,
  doubles,
  ...PARTNERS,
  agreements,
  mayIdentify,
]

/** Everything in the file that needs attention. A check only reads. `sections` are those that documents have. */
export const check = (known: KnownOn, view: View, sections: CheckedSection[]): Finding[] =>
  findingsOf(
    CHECKS.flatMap((each) => each(known, view, sections)),
    known.partnership,
    view,
  )
