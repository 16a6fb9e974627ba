import { type Called, calledSo, notOne } from '../../core/prompts/called.ts'
import type { Part, Prompt } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import type { Terminal, World } from '../../world/world.ts'
import { chosenAmong } from './choose-one.ts'
import type { Opened } from './open.ts'

/** Parts and prompts as they apply here, and how to fill in their words. */
type Catalogue = { parts: Part[]; fill(text: string): string }

export const catalogueOf = ({ parts, partnership }: Opened): Catalogue => ({
  parts,
  fill: inWords(partnership),
})

/** What names stand for, in the order named. Several words may be one name. Throws HjpError severalPrompts or unknownPrompt. */
export async function calledHere(
  { terminal }: Pick<World, 'terminal'>,
  catalogue: Catalogue,
  names: string[],
): Promise<Called[]> {
  const all = names.join(' ')
  const areNames = names.every((name) => calledSo(catalogue.parts, name).found.length === 1)
  if (!areNames && calledSo(catalogue.parts, all).found.length > 0)
    return [await chosen(terminal, catalogue, all, true)]
  const called: Called[] = []
  for (const name of names) called.push(await chosen(terminal, catalogue, name, true))
  return called
}

/** The prompt that a name stands for. Throws HjpError severalPrompts or unknownPrompt. */
export async function promptCalled(world: World, opened: Opened, name: string): Promise<Prompt> {
  return (await chosen(world.terminal, catalogueOf(opened), name, false)).prompts[0]!
}

/** Each prompt once. */
export const promptsIn = (called: Called[]): Prompt[] => [
  ...new Set(called.flatMap(({ prompts }) => prompts)),
]

/** The one that a name stands for; where it could be several, or is misspelt, the one that whoever is there chooses. */
async function chosen(
  terminal: Terminal,
  { parts, fill }: Catalogue,
  name: string,
  withParts: boolean,
): Promise<Called> {
  const calling = calledSo(parts, name, withParts)
  const { found, near } = calling
  const [only, ...others] = found
  if (only && others.length === 0) return only
  const one = await chosenAmong(terminal, name, only ? found : near, ({ title }) => fill(title))
  if (!one) throw notOne(parts, name, calling, withParts)
  return one
}
