import { type CommanderError, Command as Program } from 'commander'
import type { Command } from '../commands/shared/command.ts'
import { HjpError, nearest } from '../errors.ts'
import type { Terminal } from '../world/world.ts'
import { COMMON_OPTIONS } from './everywhere.ts'

/** A command with its line of help. */
export type NamedCommand = { command: Command; summary: string }

/** What reads the arguments of a command and prints its help; without a name, of hjp itself. */
export function programOf(
  name: string,
  { command, summary }: NamedCommand,
  { out, width }: Terminal,
): Program {
  const program = new Program(`hjp ${name}`.trim()).description(`${summary}.`)
  if (command.args) program.arguments(command.args)
  for (const [flags, about] of [...command.options, ...COMMON_OPTIONS]) program.option(flags, about)
  if (command.json) program.option('--json', 'print it as JSON')
  const examples = command.examples.map((line) => `  $ ${line}`).join('\n')
  return program
    .helpOption('-h, --help', 'show this')
    .addHelpText('after', `\nExamples:\n${examples}${command.note ? `\n\n${command.note}` : ''}`)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {}, getOutHelpWidth: () => width })
}

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
