import { type CommanderError, Command as Program } from 'commander'
import { wrapAnsi } from 'fast-wrap-ansi'
import { besideColumn } from '../commands/shared/columns.ts'
import type { Command } from '../commands/shared/command.ts'
import { emphasised, HjpError, nearest } from '../errors.ts'
import type { Terminal } from '../world/world.ts'
import { COMMON_OPTIONS } from './everywhere.ts'

/** A command with its line of help. */
export type NamedCommand = { command: Command; summary: string }

const INDENT = 'Usage: '.length

/** What reads the arguments of a command and prints its help; without a name, of hjp itself. */
export function programOf(name: string, { command, summary }: NamedCommand, terminal: Terminal): Program {
  const { out, width } = terminal
  const program = new Program(`hjp ${name}`.trim()).description(`${summary}.`)
  if (command.args) program.arguments(command.args)
  for (const [flags, about] of [...command.options, ...COMMON_OPTIONS])
    program.option(flags, emphasised(about))
  if (command.json) program.option('--json', 'print it as JSON')
  const examples = command.examples.map((line) => `  $ ${line}`).join('\n')
  return program
    .helpOption('-h, --help', 'show this')
    .addHelpText(
      'after',
      `\nExamples:\n${examples}${command.note ? `\n\n${noteOn(terminal, command.note)}` : ''}`,
    )
    .exitOverride()
    .configureHelp({
      minWidthToWrap: 0,
      commandUsage: (each) =>
        wrapAnsi(`${each.name()} ${each.usage()}`, width - INDENT).replace(/\n/g, `\n${' '.repeat(INDENT)}`),
      // The two spaces between the columns are of the first.
      formatItem: (term, wide, about) => besideColumn(terminal, term, wide + 2, about).trimEnd(),
    })
    .configureOutput({ writeOut: out, writeErr: () => {}, getOutHelpWidth: () => width })
}

/** What is to be said beside the options. Lines that are set in are to be copied. */
const noteOn = ({ width }: Terminal, note: string): string =>
  note.replace(/^\S.*$/gm, (line) => wrapAnsi(line, width))

/** The options with a value that only this command has, as they are typed. */
const ownOptions = ({ options }: Program): string[] => {
  const common = COMMON_OPTIONS.map(([flags]) => flags)
  return options.flatMap(({ flags, long, required }) =>
    required && long && !common.includes(flags) ? `*${long}*` : [],
  )
}

/** commander's complaint in our words. */
export function misused({ code, message }: CommanderError, program: Program): HjpError {
  const name = program.name()
  const [, quoted = ''] = /'(.+?)'/.exec(message) ?? []
  switch (code) {
    case 'commander.unknownOption': {
      const known = program.options.flatMap(({ long }) => long ?? [])
      return new HjpError('unknownOption', quoted, name, nearest(quoted, known))
    }
    case 'commander.missingArgument':
      return new HjpError('missingArgument', name, quoted)
    case 'commander.optionMissingArgument':
      return new HjpError('missingValue', name, quoted)
    case 'commander.excessArguments':
      return program.registeredArguments.length > 0
        ? new HjpError('tooManyWords', name)
        : new HjpError('takesNoWords', name, ownOptions(program))
    default:
      return new HjpError('usage', message.replace(/^error: /, ''), name)
  }
}
