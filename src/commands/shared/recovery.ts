import * as z from 'zod'
import { allWordsOf } from '../../core/record/replaced.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'

/** Words that could not be written into a file: its text as it was, and as it should have become. */
const Unsaved = z.array(
  z.object({
    path: z.string(),
    words: z.array(z.object({ place: z.string(), said: z.string() })),
    from: z.string(),
    text: z.string(),
  }),
)
export type Unsaved = z.infer<typeof Unsaved>[number]

const NAME = 'unsaved.json'

/** All that waits on this machine to be written; nothing where that cannot be read. */
export function allUnsaved({ kept }: World): Unsaved[] {
  try {
    return Unsaved.parse(JSON.parse(kept.read(NAME) ?? '[]'))
  } catch {
    return []
  }
}

/** Keeps what waits to be written. Throws HjpError where it cannot be kept. */
export const keepUnsaved = ({ kept }: World, all: Unsaved[]): void =>
  all.length === 0 ? kept.remove(NAME) : kept.write(NAME, JSON.stringify(all))

/** What waits to be written into this file, and is not in it yet. */
export function unsavedIn(world: World, opened: { path: string; partnership: unknown }): Unsaved[] {
  const all = allUnsaved(world).filter(({ path }) => path === opened.path)
  if (all.length === 0) return []
  const there = allWordsOf(opened.partnership)
  return all.filter(({ words }) => words.some(({ said }) => !there.has(said)))
}

export function tellUnsaved(world: World, opened: { path: string; partnership: unknown }): void {
  if (unsavedIn(world, opened).length > 0)
    world.terminal.say('Something could not be saved last time. *hjp recover* shows it and saves it.')
}

export function sayWords({ terminal }: World, words: Unsaved['words']): void {
  for (const { place, said } of words) terminal.say(`  ${place}: ${said.replace(/\n/g, '\n    ')}`)
}

/** Shows words that could not be written, and keeps them where they can be found again. */
export function rescue(world: World, { words, ...unsaved }: Unsaved): void {
  const { terminal, kept } = world
  terminal.say('This is not in the file:')
  sayWords(world, words)
  try {
    keepUnsaved(world, [...allUnsaved(world), { words, ...unsaved }])
    terminal.say(
      `It is kept in ${kept.folder}, in ${NAME}. Once the problem is fixed, *hjp recover* saves it.\n`,
    )
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    terminal.say(`It could not be saved elsewhere either, so copy it from here. ${error.message}\n`)
  }
}
