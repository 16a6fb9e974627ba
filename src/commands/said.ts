import { HjpError } from '../errors.ts'
import type { World } from '../world/world.ts'

/**
 * The words a command was given: as an argument, or from standard input for `-`. Without either it asks, where there
 * is someone to ask. Blank words are an error, and never wipe what was said before.
 */
export async function wordsGiven(world: World, given: string | undefined, question: string): Promise<string> {
  const { interactive, line } = world.terminal
  const text = given === '-' ? await input(world) : (given ?? (interactive ? await line(question) : ''))
  if (text.trim() === '')
    throw new HjpError(
      'nothingSaid',
      'Put the words in quotes after the command, or use *-* to take them from a file: *- < notes.txt*.',
    )
  return text
}

/** Standard input as text. */
export async function input({ terminal }: World): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await terminal.input())
  } catch (error) {
    if (error instanceof TypeError) throw new HjpError('isBinary', 'standard input')
    throw error
  }
}
