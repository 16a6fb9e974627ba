import { resolve } from 'node:path'
import { answerTo } from '../../core/file/gathered.ts'
import { adoptedIn, type Proposal, proposalsFor } from '../../core/file/partnership.ts'
import { readText } from '../../core/file/yaml.ts'
import { headingOf, type Prompt, type Source } from '../../core/prompts/prompts.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from './open.ts'
import { paperGiven } from './paper-given.ts'

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
      'Put the text in quotes after the command, or use *-* to take it from a file: *- < notes.txt*.',
    )
  return text
}

/** Standard input as text. */
async function input({ terminal }: World): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await terminal.input())
  } catch (error) {
    if (error instanceof TypeError) throw new HjpError('isBinary', 'standard input')
    throw error
  }
}

/** The last that came back from a partner and waits at a prompt; where none is named, in a merge. Throws HjpError noProposal. */
export function proposalOf(
  { partnership }: Opened,
  prompt: Prompt,
  partner: string | undefined,
  as: 'said' | 'agreed',
): Proposal {
  const answer = answerTo(partnership, prompt)
  const all = proposalsFor(answer, as === 'said' ? partner : undefined)
  const found = all.findLast((each) => each.partner === partner && each.from === undefined)
  if (!found) throw new HjpError('noProposal', prompt.number, partner ?? 'another version')
  return found
}

/** How an agreement of before, which is named where several do, has a prompt, and nobody has agreed to yet. Throws HjpError notAdopted, unknownPaper or needsOne. */
export async function adoptedAt(
  world: World,
  opened: Opened,
  prompt: Prompt,
  called: string | undefined,
): Promise<Proposal> {
  const waiting = adoptedIn(answerTo(opened.partnership, prompt))
  if (waiting.length === 0) throw new HjpError('notAdopted', headingOf(prompt))
  const missing = {
    command: `hjp agree ${prompt.number} --adopted`,
    needs: 'the agreement that you had before: name the one that you mean',
    question: 'In the words of which agreement that you had before?',
  }
  const all = waiting.map(({ from }) => from)
  const paper = await paperGiven(world, opened, called, missing, all)
  const found = waiting.find(({ from }) => from === paper)
  if (!found) throw new HjpError('notAdopted', headingOf(prompt))
  return found
}

/** A file of answers, or standard input for `-`. */
export async function sourceGiven(world: World, name: string): Promise<Source> {
  if (name === '-') return { path: 'standard input', text: await input(world) }
  const file = await world.files.read(resolve(world.cwd, name))
  if (!file) throw new HjpError('noAnswers', name)
  return { path: name, text: readText(name, file) }
}
