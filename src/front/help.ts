import { commands } from '../commands/index.ts'
import { commandOf } from '../commands/shared/command.ts'
import { HjpError, nearest } from '../errors.ts'
import type { World } from '../world/world.ts'
import { allCommands, commandNamed, type Listed } from './command-named.ts'
import { GROUP_NAMES, helpOverview, inGroups } from './overview.ts'
import { type NamedCommand, programOf } from './program.ts'
import { onTerminal, TOPICS } from './topics.ts'

const EVERYTHING = 'everything'

const command = commandOf({
  args: '[command-group-or-topic...]',
  examples: ['hjp help', 'hjp help ask', 'hjp help meet', 'hjp help dates', `hjp help ${EVERYTHING}`],
  async run(world, options, ...words) {
    const { terminal } = world
    const name = words.join('-').toLowerCase()
    const all = () => allCommands(world, options)
    const text = Object.hasOwn(commands, name) ? undefined : await textOn(world, name, all)
    if (text !== undefined) terminal.out(text)
    else
      programOf(
        name,
        (await commandNamed(name, world, options)) ?? unknown(name, await all()),
        terminal,
      ).outputHelp()
    return 0
  },
})
export const help: NamedCommand = { command, summary: 'See what hjp can do, or how one thing works' }

/** What there is to read beside the help of each command; nothing where no such thing goes by this name. */
async function textOn(world: World, name: string, all: () => Promise<Listed[]>): Promise<string | undefined> {
  const { terminal } = world
  if (name === '') return helpOverview(terminal, await ownKinds(world, await all()))
  if (name === EVERYTHING) return inGroups(terminal, await all())
  const groups = GROUP_NAMES.filter((each) => each.name === name)
  if (groups.length > 0) return inGroups(terminal, await all(), groups)
  const text = TOPICS.some((topic) => topic === name) && (await world.original(`docs/help/${name}.md`))
  return text ? `${onTerminal(terminal, text)}\n` : undefined
}

function unknown(name: string, all: Listed[]): never {
  const known = [...[...all, ...GROUP_NAMES].map((each) => each.name), ...TOPICS, EVERYTHING]
  throw new HjpError('noHelp', name, nearest(name, known))
}

/** The kinds of document that only this partnership has. */
async function ownKinds({ shipped }: World, all: Listed[]): Promise<Listed[]> {
  const { kinds } = await shipped()
  return all.filter(({ name }) => !Object.hasOwn(commands, name) && kinds.every((kind) => kind.name !== name))
}
