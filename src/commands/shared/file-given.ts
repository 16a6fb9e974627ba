import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import type { Missing } from './choose-one.ts'

/** How many files are offered. */
const OFFERED = 12

/** The file that a command was given, or else one of this folder, or another, as whoever is there says. Throws HjpError needsOne. */
export async function fileGiven(
  { cwd, files, terminal }: World,
  given: string | undefined,
  { command, needs, question }: Missing,
  endings: string[],
): Promise<string> {
  if (given !== undefined) return given
  const newest = (await files.newest(cwd, endings)).slice(0, OFFERED)
  const { choose, interactive, line } = terminal
  if (!interactive) throw new HjpError('needsOne', command, needs, newest)
  const choices = newest.map((name) => ({ value: name, name }))
  const chosen =
    newest.length > 0 ? await choose(question, [...choices, { value: '', name: 'Another file' }]) : ''
  const named =
    chosen || unquoted(await line('What is the file called? (with its folder, if it is elsewhere)'))
  if (named === '') throw new HjpError('needsOne', command, needs, newest)
  return named
}

/** A path as it is, where a terminal put it in quotation marks. */
const unquoted = (typed: string): string => typed.trim().replace(/^(['"])(.*)\1$/, '$2')
