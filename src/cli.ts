import { CommanderError, Command as Program } from 'commander'
import { commands } from './commands/index.ts'
import { COMMAND_GROUPS, type Command, type GivenOptions, hereAt } from './commands/shared/command.ts'
import { type Everywhere, library } from './commands/shared/find.ts'
import { HjpError, nearest } from './errors.ts'
import { Interrupted, Stopped, type World } from './world/world.ts'

const EVERYWHERE: [flags: string, about: string][] = [
  ['--file <path>', 'the partnership file (default: partnership.yaml, here or in a folder above)'],
  ['--today <date>', 'work as if today were this day'],
  ['--quiet', 'print only what was asked for'],
  ['--no-input', 'never ask a question: stop and say what is missing'],
  [
    '--no-lock',
    'use no lock file, for a disk that cannot have one; nobody else may write to the file at the same time',
  ],
  ['--allow <reason>', 'write something that could identify a client, and keep the reason why it is safe'],
]

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
  const { name, rest } = split(args)
  if (name === undefined && rest.includes('--version')) {
    world.terminal.out(`${version}\n`)
    return 0
  }
  if (name === 'help' && rest[0] !== undefined) return run([...rest, '--help'], world, version)
  if (name === undefined || name === 'help') {
    const known = ['--help', '-h', '--version', ...EVERYWHERE.map(([flags]) => flags.split(' ')[0]!)]
    const unknown = rest.find((arg) => arg.startsWith('-') && !known.includes(arg.split('=')[0]!))
    if (unknown) throw new HjpError('unknownOption', unknown, 'hjp', nearest(unknown, known))
    world.terminal.out(await overview(world))
    return 0
  }
  const { command, summary } = await find(name, world, { file: given(rest, '--file') })
  const program = new Program(`hjp ${name}`).description(`${summary}.`)
  const words: string[] = []
  let code: 0 | 1 = 0
  if (command.args) program.arguments(command.args)
  for (const [flags, about] of [...command.options, ...EVERYWHERE]) program.option(flags, about)
  if (command.json) program.option('--json', 'print it as JSON')
  program
    .helpOption('-h, --help', 'show this')
    .addHelpText('after', `${examples(command.examples)}${command.note ? `\n\n${command.note}` : ''}`)
    .exitOverride()
    .configureOutput({ writeOut: world.terminal.out, writeErr: () => {} })
    .action(async () => {
      const restore = (value: string) => (value.startsWith(WORD) ? words[Number(value.slice(1))]! : value)
      const options: GivenOptions = Object.fromEntries(
        Object.entries(program.opts<GivenOptions>()).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.map(restore) : typeof value === 'string' ? restore(value) : value,
        ]),
      )
      code = await command.run(await worldFor(world, options), options, ...program.args.map(restore))
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
const examples = (lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`

/** The command's name, and all that stands before and after it. */
function split(args: string[]): { name: string | undefined; rest: string[] } {
  const takesValue = EVERYWHERE.flatMap(([flags]) => (flags.includes('<') ? [flags.split(' ')[0]!] : []))
  const at = args.findIndex((arg, n) => !arg.startsWith('-') && !takesValue.includes(args[n - 1] ?? ''))
  return at < 0
    ? { name: undefined, rest: args }
    : { name: args[at], rest: [...args.slice(0, at), ...args.slice(at + 1)] }
}

const given = (args: string[], option: string): string | undefined =>
  args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1) ??
  args[args.indexOf(option) + 1 || args.length]

async function find(
  name: string,
  world: World,
  options: Everywhere,
): Promise<{ command: Command; summary: string }> {
  const line = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (line) return { ...(await line.load()), summary: line.summary }
  const { kinds, sections } = await library(world, options)
  const kind = kinds.find((each) => each.name === name)
  if (!kind) {
    const known = [...Object.keys(commands), ...kinds.map((each) => each.name)]
    throw new HjpError('unknownCommand', name, nearest(name, known))
  }
  const { documentCommand } = await import('./commands/document/document.ts')
  return {
    command: documentCommand(
      kind,
      sections.filter((section) => section.kind === name || section.kind === kind.with),
    ),
    summary: kind.summary,
  }
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

async function overview(world: World): Promise<string> {
  const { kinds } = await library(world, {}).catch((error: unknown) => {
    if (!(error instanceof HjpError)) throw error
    world.terminal.say(`${error.message}\nThis list has only what comes with hjp.\n`)
    return world.shipped()
  })
  const program = new Program('hjp')
    .description(
      'The conversations of a health justice partnership: ask the questions, keep the answers, write the agenda, the email and the MOU.',
    )
    .usage('<command> [options]')
    .helpOption('-h, --help', 'show this; hjp <command> --help says more')
    .helpCommand(false)
    .option('--version', 'show the version')
  const own = kinds.filter((kind) => !Object.hasOwn(commands, kind.name))
  const all = [...Object.entries(commands), ...own.map((kind) => [kind.name, kind] as const)]
  for (const [group, title] of Object.entries(COMMAND_GROUPS))
    for (const [name, { summary, group: of }] of all)
      if (of === group) program.command(name).summary(summary).helpGroup(`${title}:`)
  return `${program.helpInformation()}${examples(['hjp init', 'hjp ask what-we-do', 'hjp agenda --date 2026-12-01 --time 10:00', 'hjp mou'])}\n`
}

/** commander's complaint in our words. */
function misused({ code, message }: CommanderError, program: Program): HjpError {
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
      return new HjpError('tooManyWords', name)
    default:
      return new HjpError('usage', message.replace(/^error: /, ''), name)
  }
}
