import { monthsOn } from './day.ts'
import type { Timeline } from './picture.ts'
import type { View } from './view.ts'

/** A step of the workplan or an action, with its days. */
type Task = {
  what: string
  who: string | undefined
  from: string | undefined
  to: string | undefined
  state: 'open' | 'late' | 'done'
  stands: string
  /** The money for it, where that ends before it does. */
  slips: { source: string; until: string | undefined } | undefined
}

/** Months that what is done is shown for, and that count as soon. */
const LATELY = 6
const SOON = 3
/** Rows that one picture holds. */
const ROWS = 12

/** What is to be done by whom and when: late, soon, later and with no day, and what was done of late. */
export function workplan(seen: View) {
  const { today } = seen
  const tasks = [...steps(seen), ...actions(seen)].toSorted((a, b) =>
    (a.to ?? '~') < (b.to ?? '~') ? -1 : 1,
  )
  const soon = monthsOn(today, SOON)
  const of = (isIn: (task: Task) => boolean) => tasks.filter(isIn)
  const dated = of(({ to }) => to !== undefined)
  const groups = [
    { title: 'Late', tasks: of(({ state }) => state === 'late') },
    {
      title: 'In the next three months',
      tasks: of(({ state, to }) => state === 'open' && (to ?? '~') <= soon),
    },
    { title: 'Later', tasks: of(({ state, to }) => state === 'open' && to !== undefined && to > soon) },
    { title: 'No day set', tasks: of(({ state, to }) => state === 'open' && to === undefined) },
    { title: 'Done', tasks: of(({ state }) => state === 'done') },
  ]
  return {
    groups: groups.filter((group) => group.tasks.length > 0),
    drawings: inPieces(dated).map((rows, n): { picture: Timeline; title: string; words: string } => ({
      picture: {
        sort: 'timeline',
        today,
        rows: rows.map(({ what, from, to, state }) => ({ what, from, to: to!, state })),
      },
      title: `The work over time${n > 0 ? `, continued (${n + 1})` : ''}`,
      words: `A bar for each of ${rows.length} pieces of work, from ${rows[0]!.from ?? rows[0]!.to} to ${rows.at(-1)!.to}, and a line at ${today}. Late: ${rows.filter(({ state }) => state === 'late').length}.`,
    })),
  }
}

const inPieces = (tasks: Task[]): Task[][] =>
  Array.from({ length: Math.ceil(tasks.length / ROWS) }, (_, n) => tasks.slice(n * ROWS, (n + 1) * ROWS))

function steps({ milestones, funding, today }: View): Task[] {
  return milestones
    .filter(({ open, done, end }) => open || (done ?? end ?? '') > monthsOn(today, -LATELY))
    .filter(({ status }) => status !== 'dropped')
    .map(({ what, lead, start, end, status, open, done, 'paid-by': paid }): Task => {
      const isLate = open && (status === 'late' || (end !== undefined && end < today))
      const money = funding.find(({ source, until }) => source === paid && end && until && until < end)
      return {
        ...{ what, who: lead, from: start, to: end ?? done },
        state: open ? (isLate ? 'late' : 'open') : 'done',
        stands: isLate ? 'late' : (status ?? 'planned').replace('-', ' '),
        slips: open ? money : undefined,
      }
    })
}

const actions = ({ actions: rows, today }: View): Task[] =>
  rows
    .filter(({ open, done }) => open || (done ?? '') > monthsOn(today, -LATELY))
    .map(
      ({ what, who, due, done, open, late }): Task => ({
        ...{ what, who: who || undefined, from: undefined, to: open ? due : done },
        state: open ? (late ? 'late' : 'open') : 'done',
        stands: open ? (late ? 'late' : 'to do') : 'done',
        slips: undefined,
      }),
    )
