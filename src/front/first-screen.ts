import { wrapAnsi } from 'fast-wrap-ansi'
import { inColumns } from '../commands/shared/columns.ts'
import { commandOf } from '../commands/shared/command.ts'
import { type Opened, open } from '../commands/shared/open.ts'
import { lastMeeting, nextMeeting } from '../core/meeting/meetings.ts'
import { statusOf } from '../core/meeting/status.ts'
import { withWeekday } from '../core/values/locale.ts'
import { type View, viewOf } from '../core/view/view.ts'
import { counted, HjpError } from '../errors.ts'
import type { Terminal, World } from '../world/world.ts'
import type { NamedCommand } from './program.ts'

const command = commandOf({
  examples: [],
  async run(world, options) {
    const opened = await open(world, options).catch((error: unknown) => {
      if (error instanceof HjpError && error.code === 'noFileAbove') return undefined
      throw error
    })
    if (opened) whereItStands(world, opened)
    else howToStart(world.terminal)
    return 0
  },
})

/** hjp without a word. */
export const first: NamedCommand = {
  command,
  summary: 'See where the partnership stands and what comes next, or how to start one',
}

const START: [command: string, why: string][] = [
  ['hjp init', 'start a partnership in this folder'],
  ['hjp prompts', 'read the questions that partners talk about'],
  ['hjp help', 'see what else there is'],
]

function howToStart(terminal: Terminal): void {
  const about =
    'hjp keeps what the partners of a health justice partnership say and agree, and writes their documents.'
  terminal.out(`${wrapAnsi(about, terminal.width)}\n\nThere is no partnership in this folder. To start:\n`)
  terminal.out(inColumns(terminal, START))
}

function whereItStands({ terminal, today }: World, opened: Opened): void {
  const view = viewOf({ ...opened, today })
  const { name, parts, due, next } = statusOf(view)
  const sum = (of: 'prompts' | 'answered' | 'agreed') => parts.reduce((all, part) => all + part[of], 0)
  const late = due.filter(({ on }) => on !== undefined && on < today).length
  const lines = [
    `${sum('answered')} of ${counted(sum('prompts'), 'question')} answered, ${sum('agreed')} agreed.`,
    whenYouMeet(view),
    due.length === 0
      ? 'Nothing is due.'
      : `${counted(due.length, 'thing')} due or waiting${late > 0 ? `, ${late} of them late` : ''}.`,
  ]
  for (const line of [name, '', ...lines, '', 'Next:']) terminal.out(`${wrapAnsi(line, terminal.width)}\n`)
  terminal.out(
    inColumns(
      terminal,
      next.map(({ command, why }) => [command, why]),
    ),
  )
}

function whenYouMeet(view: View): string {
  const on = nextMeeting(view, view.today)?.on
  if (on !== undefined) return `Next meeting: ${withWeekday(on, view.locale)}.`
  const last = lastMeeting(view, view.today)?.on
  return last === undefined
    ? 'No meeting yet.'
    : `Last meeting: ${withWeekday(last, view.locale)}. None is planned.`
}
