import { commands } from '../commands/index.ts'
import type { COMMAND_GROUPS } from '../commands/shared/command.ts'
import { type Everywhere, library } from '../commands/shared/find.ts'
import { HjpError, nearest } from '../errors.ts'
import type { World } from '../world/world.ts'
import type { NamedCommand } from './program.ts'

/** What help lists of a command. */
export type Listed = { name: string; summary: string; group: keyof typeof COMMAND_GROUPS }

/** All commands, and the kinds of document at hand: those of a partnership that cannot be read are left out, and told of. */
export async function allCommands(world: World, options: Everywhere): Promise<Listed[]> {
  const { kinds } = await library(world, options).catch((error: unknown) => {
    if (!(error instanceof HjpError)) throw error
    world.terminal.say(`${error.message}\nThis list has only what comes with hjp.\n`)
    return world.shipped()
  })
  const own = kinds.filter(({ name }) => !Object.hasOwn(commands, name))
  return [...Object.entries(commands).map(([name, line]) => ({ name, ...line })), ...own]
}

/** The command, or the kind of document, of this name; nothing where there is none. */
export async function commandNamed(
  name: string,
  world: World,
  options: Everywhere,
): Promise<NamedCommand | undefined> {
  const line = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (line) return { ...(await line.load()), summary: line.summary }
  const { kinds, sections } = await library(world, options)
  const kind = kinds.find((each) => each.name === name)
  if (!kind) return undefined
  const { documentCommand } = await import('../commands/document/document.ts')
  const own = sections.filter((section) => section.kind === name || section.kind === kind.with)
  return { command: documentCommand(kind, own), summary: kind.summary }
}

/** As `commandNamed`. Throws HjpError unknownCommand where there is none. */
export async function neededCommand(name: string, world: World, options: Everywhere): Promise<NamedCommand> {
  const found = await commandNamed(name, world, options)
  if (found) return found
  const known = [...Object.keys(commands), ...(await library(world, options)).kinds.map((each) => each.name)]
  throw new HjpError('unknownCommand', name, nearest(name, known))
}
