import type { World } from '../../world/world.ts'

/** The groups that help lists commands under, in order. */
export const COMMAND_GROUPS = {
  start: 'Start',
  talk: 'Talk',
  meet: 'Meet',
  agree: 'Agree',
  plan: 'Plan',
  learn: 'Learn',
  keep: 'Keep an eye on it',
  about: 'About hjp',
} as const

export type Options = { file?: string | undefined; json?: boolean | undefined } & Record<
  string,
  string | string[] | boolean | undefined
>

/** What every command that writes a document can be told. */
export const WRITING: [flags: string, about: string][] = [
  ['--out <file>', 'where to write it; - is the screen'],
  ['--force', 'replace a file that was edited since'],
]

/** What a command is, beside its line in the table of commands. */
export type Command = {
  /** As commander writes them: `<needed>`, `[may be left out]`, `[many...]`. */
  args?: string
  options?: [flags: string, about: string][]
  examples: string[]
  /** Stands below the examples. */
  note?: string
  /** It only reads, and can print JSON. */
  json?: true
  /** 0 done; 1 done, and something needs attention. What could not be done is thrown. */
  run(world: World, options: Options, ...args: string[]): Promise<0 | 1>
}
