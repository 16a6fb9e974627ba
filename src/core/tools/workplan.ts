import { byDay, monthsOn } from '../values/day.ts'
import { inFull } from '../values/locale.ts'
import type { View } from '../view/view.ts'
import { continuedTitle, inPieces, type Timeline, type WorkState } from './picture.ts'

/** A step of the workplan or an action, with its days. */
type Task = {
  /** How it is called where it is changed, and its fields there. */
  row: string
  lacks: { who: string; to: string }
  what: string
  who: string | undefined
  from: string | undefined
  to: string | undefined
  state: WorkState
  mark: string
  /** The money for it, where that ends before it does. */
  slips: { source: string; until: string | undefined } | undefined
}

/** What is seen before the word is read, in grey too. */
const MARKS: Record<WorkState, string> = { 'to do': '○', 'under way': '►', late: '▲', done: '●' }

/** Months that what is done is shown for, and that count as soon. */
const LATELY = 6
const SOON = 3
/** Rows that one picture holds. */
const ROWS = 12

/** What is to be done by whom and when: late, soon, later and with no day, and what was done of late. */
export function workplan(view: View) {
  const { today } = view
  const tasks = [...workplanSteps(view), ...actions(view)].toSorted(byDay(({ to }) => to))
  const soon = monthsOn(today, SOON)
  const of = (isIn: (task: Task) => boolean) => tasks.filter(isIn)
  const dated = of(({ to }) => to !== undefined)
  const span = spanOf(dated, today)
  const groups = [
    { title: 'Late', tasks: of(({ state }) => state === 'late') },
    { title: 'In the next three months', tasks: of((task) => isAhead(task) && (task.to ?? '~') <= soon) },
    { title: 'Later', tasks: of((task) => isAhead(task) && task.to !== undefined && task.to > soon) },
    { title: 'No day set', tasks: of((task) => isAhead(task) && task.to === undefined) },
    { title: 'Done', when: 'Done on', tasks: of(({ state }) => state === 'done') },
  ]
  return {
    groups: groups.filter((group) => group.tasks.length > 0).map((group) => ({ when: 'By when', ...group })),
    drawings: inPieces(dated, ROWS).map((rows, n) => timelineOf(rows, view, span, n)),
  }
}

const isAhead = ({ state }: Task): boolean => state === 'to do' || state === 'under way'

const firstDay = ({ from, to }: Task): string => from ?? to!

const spanOf = (tasks: Task[], today: string): [from: string, to: string] => {
  const days = [today, ...tasks.flatMap((task) => [firstDay(task), task.to!])].toSorted()
  return [days[0]!, days.at(-1)!]
}

function timelineOf(tasks: Task[], { today, locale }: View, span: Timeline['span'], n: number) {
  const rows = tasks.map(({ what, from, to, state }) => ({ what, from, to: to!, state }))
  const [first, last] = spanOf(tasks, tasks[0]!.to!).map((day) => inFull(day, locale))
  const late = rows.filter(({ state }) => state === 'late').length
  const picture: Timeline = { sort: 'timeline', today, span, rows }
  return {
    picture,
    title: `The work over time${continuedTitle(n)}`,
    words: `A line for each of ${rows.length} pieces of work, with how far it is, a bar from its first day to its last and a mark on the last. They run from ${first} to ${last}; today is marked. Late: ${late}.`,
  }
}

const withMark = (task: Omit<Task, 'mark'>): Task => ({ ...task, mark: MARKS[task.state] })

/** The steps that are still to be taken, and those taken of late. */
export const workplanSteps = ({ milestones, funding, today }: View): Task[] =>
  milestones
    .filter(({ open, done, end }) => open || (done ?? end ?? '') > monthsOn(today, -LATELY))
    .filter(({ status }) => status !== 'dropped')
    .map(({ id, what, lead, start, end, status, open, done, 'paid-by': paid }) => {
      const isLate = open && (status === 'late' || (end !== undefined && end < today))
      const money = funding.find(({ source, until }) => source === paid && end && until && until < end)
      return withMark({
        ...{
          row: id ?? what,
          lacks: { who: 'lead', to: 'end' },
          what,
          who: lead,
          from: start,
          to: open ? end : (done ?? end),
        },
        state: !open ? 'done' : isLate ? 'late' : status === 'under-way' ? 'under way' : 'to do',
        slips: open ? money : undefined,
      })
    })

const actions = ({ actions: rows, today }: View): Task[] =>
  rows
    .filter(({ open, done }) => open || (done ?? '') > monthsOn(today, -LATELY))
    .map(({ id, what, who, due, done, open, late }) =>
      withMark({
        ...{
          row: id ?? what,
          lacks: { who: 'owner', to: 'due' },
          what,
          who: who || undefined,
          from: undefined,
          to: open ? due : done,
        },
        state: !open ? 'done' : late ? 'late' : 'to do',
        slips: undefined,
      }),
    )
