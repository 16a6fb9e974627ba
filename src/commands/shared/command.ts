import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import type { Everywhere } from './find.ts'
import { Interview } from './interview.ts'
import type { Here } from './typed.ts'

/** The groups that help lists commands under, in order. */
export const COMMAND_GROUPS = {
  start: 'Start',
  talk: 'Talk',
  meet: 'Meet',
  agree: 'Agreement',
  plan: 'Plan',
  learn: 'Learn',
  keep: 'Keep an eye on it',
  about: 'About hjp',
} as const

/** An option of a command: what stands for its value in help, and how it is read from what was typed. */
export type Option<T> = {
  /** As commander writes it: `<value>`, `<values...>`; a flag has none. */
  value?: string | undefined
  about: string
  /** One letter that stands for it, as in `-o`. */
  letter?: string
  /** What it can be, where that is known beforehand. */
  choices?: readonly string[] | undefined
  /** It is on unless it is given, as `--no-name`. */
  off?: true
  /** Throws HjpError badValue or badChoice. */
  read(option: string, given: Given, here: Here): T | Promise<T>
}
type Given = string | string[] | boolean
/** Options as commander gives them. */
export type GivenOptions = Record<string, Given | undefined>

/** The options of a command, read; one that was not given is not there. */
export type ReadOptions<O> = Everywhere & {
  [K in keyof O]?: (O[K] extends Option<infer T> ? T : never) | undefined
}

/** The world as commands have it: its terminal knows what was asked, and the way back. */
export type AskingWorld = World & { terminal: Interview }

const askingWorld = (world: World, terminal: Interview): AskingWorld => ({
  ...world,
  terminal,
  files: {
    ...world.files,
    async alone(path, work) {
      const done = await world.files.alone(path, work)
      terminal.saved()
      return done
    },
    async write(...written) {
      const done = await world.files.write(...written)
      terminal.saved()
      return done
    },
  },
})

/** What a command is, beside its line in the table of commands. */
type CommandFacts = {
  /** As commander writes them: `<needed>`, `[may be left out]`, `[many...]`. */
  args?: string
  examples: string[]
  /** Stands below the examples. */
  note?: string
  /** It only reads, and can print JSON. */
  json?: true
}
export type Command = CommandFacts & {
  options: [flags: string, about: string, choices?: readonly string[] | undefined][]
  /** 0 done; 1 done, and something needs attention. What could not be done is thrown. */
  run(world: World, given: GivenOptions, ...args: string[]): Promise<0 | 1>
}

/** Where options are typed. What the file says of it is looked up only for one that needs it. */
export const hereAt = (world: World, { file }: GivenOptions): Here => ({
  today: world.today,
  say: world.terminal.say,
  async locale() {
    const { localeAt } = await import('./open.ts')
    return localeAt(world, { file: typeof file === 'string' ? file : undefined })
  },
})

/** Errors of a name that nothing goes by, which may have been there. */
const UNKNOWN: HjpError['code'][] = ['unknownPartner', 'unknownRow', 'unknownAction', 'unknownIndicator']

/** A command whose options come to it read, as they are declared: `proposedBy` is `--proposed-by`. */
export function commandOf<O extends Record<string, Option<unknown>> = Record<never, never>>({
  options,
  run,
  ...facts
}: CommandFacts & {
  options?: O
  run(world: AskingWorld, options: ReadOptions<O>, ...args: string[]): Promise<0 | 1>
}): Command {
  const declared = Object.entries(options ?? {}).map(([key, option]) => {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return { ...option, key, flag: `--${option.off ? 'no-' : ''}${name}` }
  })
  return {
    ...facts,
    options: declared.map(({ letter, flag, value, about, choices }) => [
      `${letter ? `-${letter}, ` : ''}${flag}${value ? ` ${value}` : ''}`,
      about,
      choices,
    ]),
    async run(world, given, ...args) {
      const here = hereAt(world, given)
      const read: Record<string, unknown> = {}
      for (const { key, flag, read: readOne } of declared)
        if (given[key] !== undefined) read[key] = await readOne(flag, given[key], here)
      const terminal = new Interview(world, typeof given['file'] === 'string' ? given['file'] : undefined)
      const options = { ...given, ...read } as ReadOptions<O>
      try {
        return await terminal.run(() => run(askingWorld(world, terminal), options, ...args))
      } catch (error) {
        if (error instanceof HjpError && UNKNOWN.includes(error.code))
          await (await import('./formerly.ts')).tellFormer(world, options, error)
        throw error
      }
    },
  }
}
