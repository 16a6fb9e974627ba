import { dirname } from 'node:path'
import { readText } from '../../core/file/yaml.ts'
import { parseParts } from '../../core/prompts/prompts.ts'
import { type Changes, type Since, withChange } from '../../core/record/changes.ts'
import { OWN_FILE, ownPromptsIn } from '../../core/record/own-prompts.ts'
import { orNothing } from '../../core/values/or-nothing.ts'
import type { World } from '../../world/world.ts'
import { changesTo, keepChanges } from './changes.ts'
import { inside } from './find.ts'
import { sayWritten } from './print.ts'

/** The file of a partnership's own questions, which goes back and forth with the words that stand at them. */

/** Writes it, so that it can be taken back. */
export async function writeOwn(world: World, path: string, was: Uint8Array | undefined, text: string) {
  keepChanges(world, withChange(changesTo(world, path), path, was ? readText(path, was) : '', text))
  sayWritten(world, await world.files.write(path, text, was), path)
}

/**
 * Takes it along where the partnership file went from one text to another. Questions go only with the words at them, and only as hjp
 * wrote them; false where they stay.
 */
export async function stepOwn(
  world: World,
  file: string,
  [before, after]: [string, string],
  next: (kept: Changes | undefined, path: string, now: string) => Changes | Since,
): Promise<boolean> {
  const moved = notIn(ownPromptsIn(before), ownPromptsIn(after))
  if (moved.length === 0) return true
  const path = await inside(world, dirname(file), OWN_FILE)
  const bytes = await world.files.read(path)
  const now = bytes ? readText(path, bytes) : ''
  const found = orNothing(() => next(changesTo(world, path), path, now))
  if (!found || 'from' in found || notIn(idsIn(now), idsIn(found.text), moved).length > 0) return false
  keepChanges(world, found)
  const done = found.text === '' ? world.files.remove(path) : world.files.write(path, found.text, bytes)
  sayWritten(world, await done, path)
  return true
}

/** Those that are in none of the other lists. */
const notIn = (ids: string[], ...others: string[][]): string[] =>
  ids.filter((id) => !others.some((each) => each.includes(id)))

const idsIn = (text: string): string[] =>
  text === ''
    ? []
    : parseParts([{ path: OWN_FILE, text }]).flatMap(({ prompts }) => prompts.map(({ id }) => id))
