import { readText } from '../../core/file/yaml.ts'
import { type Changes, changeOf, withChange } from '../../core/record/changes.ts'
import { HjpError } from '../../errors.ts'
import type { World, Written } from '../../world/world.ts'
import { changesTo, keepChanges } from './changes.ts'

const TRIES = 20

/**
 * Puts what `make` makes of a file's text in its place, so that *hjp undo* can take it back. Where something else wrote there in
 * between, it is made anew. Throws HjpError where the file cannot be written, or was cut short.
 */
export async function rewrite(
  world: World,
  { path, shown }: { path: string; shown: string },
  make: (now: string) => string,
): Promise<Written> {
  return step(world, path, shown, async (now, kept) => {
    await refuseCut(world, path, shown, now, kept)
    return withChange(kept, path, now, make(now))
  })
}

/** Takes a file from one text to another, as `next` has it of its text and of what is kept of its changes. */
export async function step(
  world: World,
  path: string,
  shown: string,
  next: (now: string, kept: Changes | undefined) => Promise<Changes>,
): Promise<Written> {
  for (let tries = 1; ; tries++)
    try {
      return await world.files.alone(path, async () => {
        const bytes = await world.files.read(path)
        if (!bytes) throw new HjpError('noFile', shown)
        const now = readText(shown, bytes)
        const changes = await next(now, changesTo(world, path))
        if (changes.text === now) return 'identical'
        remember(world, changes)
        return await world.files.write(path, changes.text, bytes)
      })
    } catch (error) {
      const isMoving = error instanceof HjpError && error.code === 'changedMeanwhile'
      if (!isMoving || tries === TRIES) throw error
    }
}

/** Kept first, so that there is no moment in which the file is changed and nothing is known of it. */
function remember(world: World, changes: Changes): boolean {
  try {
    keepChanges(world, changes)
    return true
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    world.terminal.say(
      `*hjp undo* will not be able to undo this, because it has nowhere to keep the earlier version: ${error.message}`,
    )
    return false
  }
}

/** Throws HjpError muchShorter once, where a file is less than half of what hjp, or git, last had of it. */
async function refuseCut(world: World, path: string, shown: string, now: string, kept: Changes | undefined) {
  const known = kept?.text ?? (await committed(world, path))
  if (known === undefined || now.length * 2 >= known.length) return
  const done = kept ? [...kept.done, changeOf(kept.text, now, false)] : []
  if (remember(world, { path, text: now, done, undone: [] })) throw new HjpError('muchShorter', shown)
}

/** The file as it was last committed; nothing where git does not have it. */
export async function committed(world: World, path: string): Promise<string | undefined> {
  try {
    return (await world.git.version(path, 'HEAD'))?.text
  } catch (error) {
    if (error instanceof HjpError) return undefined
    throw error
  }
}
