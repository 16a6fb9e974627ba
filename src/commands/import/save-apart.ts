import { enter, type Write } from '../../core/record/enter.ts'
import { HjpError, onLines } from '../../errors.ts'
import type { World, Written } from '../../world/world.ts'
import { headingIn, reasons } from '../shared/guard.ts'
import type { Opened } from '../shared/open.ts'
import { save } from '../shared/save.ts'

/** Something that came back, as it would be written. */
type Part<T> = { of: T; writes: Write[] }

/**
 * Saves what came back. Where nobody can be asked about words that could tell who a client is, what has them is held back and told,
 * and all else is saved. Throws HjpError mayIdentify where nothing else is there.
 */
export async function saveApart<T>(
  world: World,
  opened: Opened,
  all: Part<T>[],
  partner: string,
): Promise<{ done: Written; saved: T[]; isHeld: boolean }> {
  const saving = async (parts: Part<T>[], isHeld: boolean) => {
    const writes = parts.flatMap((part) => part.writes)
    return { done: await save(world, opened, writes), saved: parts.map(({ of }) => of), isHeld }
  }
  try {
    return await saving(all, false)
  } catch (error) {
    if (!(error instanceof HjpError) || error.code !== 'mayIdentify' || world.terminal.interactive)
      throw error
    const told = await Promise.all(all.map(({ writes }) => telling(opened, writes)))
    const left = all.filter((_, n) => told[n]!.length === 0)
    if (left.length === 0 || left.length === all.length) throw error
    const made = await saving(left, true)
    const [number = '5.1'] = /^\d+\.\w+/.exec(told.flat()[0]!) ?? []
    world.terminal.say(
      `Held back, because this could identify a client:${onLines(told.flat())}\nAll else is saved. Reword it, such as with *hjp answer ${number} --as ${partner}* or, if it is safe to keep, import the file again with *--allow "why it is safe"*`,
    )
    return made
  }
}

/** What in some words could tell who a client is, each with where it would stand. */
async function telling({ shown, text, parts }: Opened, writes: Write[]): Promise<string[]> {
  const screen = await import('../../core/record/identifying.ts')
  const { before, after } = enter(shown, text, writes)
  return screen
    .newlyIdentifying(before, after)
    .filter((words) => !screen.whyAllowed(before, words))
    .flatMap((words) => {
      const place = screen.placeOfWords(after, words, headingIn(parts))
      return reasons(words).map((line) => `${place}: ${line}`)
    })
}
