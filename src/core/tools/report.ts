import { HjpError } from '../../errors.ts'
import { isVague } from '../meeting/due.ts'
import { isTold } from '../meeting/meetings.ts'
import { GOAL, PROBLEM } from '../meeting/queue.ts'
import { clauseText } from '../prompts/clause-words.ts'
import { byDay, dayAfter, monthsOn } from '../values/day.ts'
import { agreedText, isAgreed, isUndertaken, type PromptView, type View } from '../view/view.ts'
import { isByAllThen } from '../view/who-agreed.ts'
import { firstSentences } from './first-sentences.ts'
import { type IsOpen, numbers } from './readings.ts'
import { toChange } from './to-fill.ts'
import { wishesIn } from './wishes.ts'

/** For whom a report is. */
export type Reader = 'partners' | 'funders' | 'public'

const ACCOUNTS = 'health-systems/funding/accounts'
const SETBACKS = 'how-we-partner/setbacks'
/** Prompts of which what was agreed tells what was learned, for whoever reads it; the others tell how partners treat each other. */
const LEARNED = ['learning/using-it', 'how-we-partner/next']
const LEARNED_WITHIN = ['relationships', 'load', 'processes'].map((name) => `how-we-partner/${name}`)

/** Figures that stand on the first page. */
const MOST = 6

/** What readers may see of a time. */
type Scope = { reader: Reader; within: (day: string | undefined) => boolean; isOpen: IsOpen; to: string }

/** What was done and what changed between two days, as far as these readers may see it. Nothing in it tells of fewer than five people. */
export function report(view: View, reader: Reader, from: string, to: string) {
  const people = view.partners.flatMap(({ people }) => people.flatMap(({ name }) => name ?? []))
  const scope: Scope = {
    ...{ reader, to },
    within: (day) => day !== undefined && day >= from && day <= to,
    /** The public gets no text that names somebody. */
    isOpen: (text = '') => reader !== 'public' || !people.some((name) => text.includes(name)),
  }
  const all = { ...agreements(view, scope), ...work(view, scope), ...results(view, scope) }
  const funds = reader === 'funders'
  const hard = [all.setbacks, all.behind, all.dropped].some((each) => each.length > 0)
  return {
    ...{ reader, from, to, ...all, hard },
    /** Figures alone fill no page of their own. */
    opening: all.headlines.length > 0 && (all.story !== undefined || all.wishes.length > 0),
    money: funds ? view.funding.filter(({ until = to }) => until >= from) : [],
    accounts: funds ? agreedText(all.settled, ACCOUNTS) : undefined,
    /** Partners see what is missing; whoever else reads it does not, and the keeper is told. */
    ours: reader === 'partners',
    lacks: reader === 'partners' ? [] : missing(view, all),
  }
}

/** What was agreed by all, since it is told as what the partners say: what the partners do, what was hard, what was learned, and what else in this time. */
function agreements(view: View, { reader, within, isOpen }: Scope) {
  const isOurs = isByAllThen(view)
  const settled = view.prompts.filter(
    (prompt) => isAgreed(prompt) && isOurs(prompt) && isOpen(prompt.agreed?.text),
  )
  const then = settled.filter((prompt) => within(prompt.agreed?.on) && !isUndertaken(prompt))
  const tells = reader === 'public' ? LEARNED : [...LEARNED, ...LEARNED_WITHIN]
  const others = then.filter(({ id }) => id !== SETBACKS && !tells.includes(id))
  const goal = agreedText(settled, GOAL)
  return {
    settled,
    problem: agreedText(settled, PROBLEM),
    goal,
    /** The goal in a line, for the first page. */
    aim: goal && firstSentences(goal, 1),
    activities: settled
      .filter(isUndertaken)
      .map((prompt) => ({ topic: prompt.topic, reads: clauseText(prompt) })),
    setbacks: then.filter(({ id }) => id === SETBACKS),
    learned: then.filter(({ id }) => tells.includes(id)),
    settledThen: reader === 'public' ? [] : byPart(view, others),
    decisions:
      reader === 'partners'
        ? view.meetings.filter(({ on }) => within(on)).flatMap(({ decisions }) => decisions)
        : [],
  }
}

/** What was done, what was not, and what comes next. */
function work({ meetings, milestones, actions }: View, { reader, within, isOpen, to }: Scope) {
  const steps = milestones.filter(({ what }) => isOpen(what))
  const isLate = ({ end }: (typeof steps)[number]) => end !== undefined && end < to
  const ours = reader === 'public' ? [] : actions
  return {
    met: meetings.filter((meeting) => within(meeting.on) && isTold(meeting)).length,
    steps: steps.filter(({ done, end, status }) => status === 'done' && within(done ?? end)),
    finished: ours.filter(({ done }) => within(done)),
    behind: steps.filter((step) => step.open && (step.status === 'late' || isLate(step))),
    dropped: ours.filter((action) => within(action['dropped-on'])),
    vague: reader === 'partners' ? actions.filter(isVague) : [],
    ahead: steps
      .filter(({ open }) => open)
      .map((step) => ({ ...step, late: isLate(step) }))
      .toSorted(byDay(({ end }) => end)),
  }
}

/** What changed, and what those served told, asked for and got. */
function results(view: View, { reader, within, isOpen, to }: Scope) {
  const figures = numbers(view, to, isOpen)
  const stories = view.indicators
    .filter(({ method }) => method === 'story')
    .flatMap(({ readings }) => readings.filter(({ on }) => within(on)))
  const told = stories
    .filter(({ consent, value }) => consent === 'yes' && isOpen(value))
    .toSorted(byDay(({ on }) => on))
  const asked = view.actions.filter(({ open, done }) => open || within(done))
  return {
    numbers: figures,
    headlines: figures
      .filter(({ rows }) => rows.length > 0)
      .slice(0, MOST)
      .map((figure) => ({ ...figure, latest: figure.rows.at(-1)! })),
    /** One story on the first page, and the others behind it. */
    story: told.at(-1),
    stories: told.slice(0, -1),
    heldBack: reader === 'partners' && told.length < stories.length,
    wishes: wishesIn(asked).filter(({ what, by }) => isOpen(what) && isOpen(by)),
  }
}

type Told = ReturnType<typeof agreements> & ReturnType<typeof results>

function missing({ prompts }: View, { activities, numbers, learned, ...all }: Told) {
  const lack = (isThere: boolean, topic: string, command: string) => (isThere ? [] : [{ topic, command }])
  const ask = (id: string) => `hjp ask ${prompts.find((prompt) => prompt.id === id)?.number ?? ''}`.trim()
  return [
    ...lack(all.problem !== undefined, 'the shared problem', ask(PROBLEM)),
    ...lack(all.goal !== undefined, 'the shared goal', ask(GOAL)),
    ...lack(activities.length > 0, 'what the partners do together', 'hjp ask what-we-do'),
    ...lack(numbers.length > 0, 'what you count or ask', 'hjp add indicator'),
    ...numbers.flatMap(({ measure, baseline, target }) => [
      ...lack(baseline !== undefined, `the baseline of "${measure}"`, toChange([measure], 'baseline')),
      ...lack(target !== undefined, `the target of "${measure}"`, toChange([measure], 'target')),
    ]),
    ...lack(learned.length > 0, 'what you learned', 'hjp ask how-we-partner'),
  ]
}

const byPart = ({ parts }: View, prompts: PromptView[]): { title: string; topics: string[] }[] =>
  parts
    .map(({ id, title }) => ({
      title,
      topics: prompts.filter(({ part }) => part === id).map(({ topic }) => topic),
    }))
    .filter(({ topics }) => topics.length > 0)

/** The last twelve months, unless other days are named. Throws HjpError wrongWayRound. */
export function period(today: string, from: string | undefined, to = today): [from: string, to: string] {
  const first = from ?? dayAfter(monthsOn(to, -12))
  if (first > to) throw new HjpError('wrongWayRound', first, to)
  return [first, to]
}
