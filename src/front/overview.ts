import { wrapAnsi } from 'fast-wrap-ansi'
import { besideColumn, inColumns } from '../commands/shared/columns.ts'
import { COMMAND_GROUPS } from '../commands/shared/command.ts'
import type { Terminal } from '../world/world.ts'
import type { Listed } from './command-named.ts'
import { TOPICS } from './topics.ts'

/** What people do every week, in the order in which they do it. */
const WEEKLY: [command: string, does: string][] = [
  ['status', 'see where you stand and what comes next'],
  ['agenda', 'write the agenda for the next meeting'],
  ['ask', 'hold a conversation, one question after the other'],
  ['record', 'write down what happened at a meeting'],
  ['answer', 'write down what one partner said'],
  ['agree', 'write down what you agreed'],
  ['email', 'ask for views, send round the minutes, remind people'],
  ['import', 'bring in what a partner sent back in Word or by email'],
]

/** The groups by the names that help knows them by: the first word of each title. */
export const GROUP_NAMES = Object.entries(COMMAND_GROUPS).map(([group, title]) => ({
  group: group as keyof typeof COMMAND_GROUPS,
  title,
  name: title.toLowerCase().split(' ')[0]!,
}))

/** What help says first: what people do every week, and where to look for everything else. */
export function helpOverview(terminal: Terminal, own: Listed[]): string {
  const wrapped = (text: string) => wrapAnsi(text, terminal.width)
  const list = (names: readonly string[]) => besideColumn(terminal, '', 0, names.join(', '))
  const parts = [
    wrapped('hjp: the conversations of a health justice partnership'),
    `Every week:\n${inColumns(
      terminal,
      WEEKLY.map(([command, does]) => [`hjp ${command}`, does]),
    )}`,
    `${wrapped('All commands, by group, such as hjp help meet:')}\n${list(GROUP_NAMES.map(({ name }) => name))}`,
    `${wrapped('To read about, such as hjp help dates:')}\n${list(TOPICS)}`,
    ...(own.length > 0 ? [`Your own documents:\n${list(own.map(({ name }) => name))}`] : []),
    wrapped('hjp <command> --help shows one command, and hjp help everything lists them all.'),
  ]
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`
}

/** The commands of a group, or of all, each with its summary. */
export function inGroups(terminal: Terminal, all: Listed[], groups = GROUP_NAMES): string {
  const least = Math.max(...all.map(({ name }) => name.length))
  return groups
    .map(({ group, title }) => ({ title, members: all.filter((each) => each.group === group) }))
    .map(
      ({ title, members }) =>
        `${title}:\n${inColumns(
          terminal,
          members.map(({ name, summary }) => [name, summary]),
          least,
        )}`,
    )
    .join('\n')
}
