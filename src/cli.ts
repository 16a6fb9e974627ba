import { CommanderError } from 'commander'
import { type GivenOptions, hereAt } from './commands/shared/command.ts'
import type { Everywhere } from './commands/shared/find.ts'
import { HjpError } from './errors.ts'
import { neededCommand } from './front/command-named.ts'
import { COMPLETING, split, valueGiven } from './front/everywhere.ts'
import { misused, type NamedCommand, programOf } from './front/program.ts'
import { Interrupted, Stopped, type World } from './world/world.ts'

/** Arguments in, exit code out: 0 done, 1 done and something needs attention, 2 could not, 70 a fault of hjp itself, 130 interrupted. */
export async function cli(args: string[], world: World, version: string): Promise<number> {
  try {
    return await run(args, world, version)
  } catch (error) {
    if (error instanceof Interrupted) {
      world.terminal.say(error.message)
      return error instanceof Stopped ? 0 : 130
    }
    if (!(error instanceof HjpError)) return tellFault(error, world, version)
    world.terminal.say(error.message)
    return error.exit
  }
}

/** Keeps the details of a fault, which may hold somebody's words, off the screen; gives the exit code. */
export function tellFault(error: unknown, { kept, terminal }: World, version: string): number {
  const details = error instanceof Error ? error.stack : String(error)
  let where: string | undefined
  try {
    kept.write('fault.txt', `hjp ${version}\n${details}\n`)
    where = `${kept.folder}, in fault.txt`
  } catch {
    // What is told then is all there is.
  }
  const told = new HjpError('fault', where)
  terminal.say(told.message)
  return told.exit
}

async function run(args: string[], world: World, version: string): Promise<number> {
  if (args[0] === COMPLETING) {
    const { completed } = await import('./front/complete.ts')
    world.terminal.out(await completed(world, args.slice(1)))
    return 0
  }
  const { name = '', rest } = split(args)
  const isAsked = (...names: string[]) => name === '' && rest.some((arg) => names.includes(arg))
  if (isAsked('--help', '-h')) return run(['help'], world, version)
  if (isAsked('--version', '-V')) {
    world.terminal.out(`${version}\n`)
    return 0
  }
  const found = await named(name, world, { file: valueGiven(rest, '--file') ?? world.named })
  const program = programOf(name, found, world.terminal)
  const words: string[] = []
  let code: 0 | 1 = 0
  program.action(async () => {
    const restore = (value: string) => (value.startsWith(WORD) ? words[Number(value.slice(1))]! : value)
    const options: GivenOptions = Object.fromEntries(
      Object.entries(program.opts<GivenOptions>()).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.map(restore) : typeof value === 'string' ? restore(value) : value,
      ]),
    )
    code = await carryOut(found, world, { file: world.named, ...options }, program.args.map(restore))
  })
  // Words that start with a dash, as a list does, are words and not an option.
  const marked = rest.map((arg) =>
    /^-(?!-?[a-z][a-z-]*(=|$)|-?$)/i.test(arg) ? `${WORD}${words.push(arg) - 1}` : arg,
  )
  try {
    await program.parseAsync(marked, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw misused(error, program)
  }
  return code
}

const WORD = '\0'

/** What a command line asks for: a command or a kind of document, help, or hjp alone. */
async function named(name: string, world: World, options: Everywhere): Promise<NamedCommand> {
  if (name === '') return (await import('./front/first-screen.ts')).first
  if (name === 'help') return (await import('./front/help.ts')).help
  return neededCommand(name, world, options)
}

/** Does what a command does, in the world as its options have it. */
async function carryOut(
  { command }: NamedCommand,
  world: World,
  options: GivenOptions,
  args: string[],
): Promise<0 | 1> {
  const here = await worldFor(world, options)
  if (!options['dryRun']) return command.run(here, options, ...args)
  const { trial, tell } = (await import('./front/dry-run.ts')).dryRun(here)
  const code = await command.run(trial, options, ...args)
  await tell()
  return code
}

/** The world as this command's options have it. */
async function worldFor(world: World, options: GivenOptions): Promise<World> {
  const { today, quiet, input, lock, allow } = options
  const { asReason } = await import('./commands/shared/options.ts')
  const { asDay } = await import('./commands/shared/typed.ts')
  return {
    ...world,
    today: typeof today === 'string' ? await asDay('--today', today, hereAt(world, options)) : world.today,
    ...(lock === false && { files: { ...world.files, alone: (_, work) => work() } }),
    allow: typeof allow === 'string' ? asReason('--allow', allow) : undefined,
    terminal: {
      ...world.terminal,
      ...(input === false && { interactive: false }),
      ...(quiet && { say: () => {} }),
    },
  }
}
