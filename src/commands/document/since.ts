import { basename, resolve } from 'node:path'
import { Partnership } from '../../core/file/partnership.ts'
import { readText, readYaml } from '../../core/file/yaml.ts'
import { inFull } from '../../core/values/locale.ts'
import type { View } from '../../core/view/view.ts'
import { HjpError } from '../../errors.ts'
import type { Document } from '../../render/document/document.ts'
import { commented } from '../../render/redline/comments.ts'
import { compared } from '../../render/redline/compare.ts'
import { summary } from '../../render/redline/summary.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import { hereIn, readDay } from '../shared/typed.ts'

/** What a document can be compared with beside files and versions: an agreement of before. */
const ADOPTED = 'adopted'

/** A partnership as it was; `left` are words of an agreement of before, where it is that. */
export type Earlier = { name: string; partnership: Partnership; left?: string[] }

/**
 * An earlier version of a partnership: another file, this one as git kept it, or as an agreement of before has it.
 * `name` is what a reader would call it.
 */
export async function earlier(world: World, opened: Opened, since: string): Promise<Earlier> {
  if (since === ADOPTED) return (await import('./as-adopted.ts')).asAdopted(world, opened)
  const { path, shown, partnership } = opened
  /** Of two counts of a questionnaire somebody's own answer could be told, so today's stand for both. */
  const told = (then: Partnership): Partnership => ({ ...then, rounds: partnership.rounds })
  const bytes = await world.files.read(resolve(world.cwd, since))
  if (bytes)
    return { name: basename(since), partnership: told(readYaml(since, readText(since, bytes), Partnership)) }
  const kept = (await world.git.version(path, since)) ?? (await onDay(world, path, partnership, since))
  if (!kept) throw new HjpError('noVersion', since)
  const { commit, text } = kept
  if (text === undefined) throw new HjpError('notYetThere', shown, since)
  return {
    name: `${inFull(commit.day, partnership.locale)} (${commit.hash})`,
    partnership: told(readYaml(`${since}:${shown}`, text, Partnership)),
  }
}

/** Two versions of a document in one, with comments where they are wished, and how much changed. */
export function compareWith(
  before: Document,
  after: Document,
  name: string,
  view: View | false,
): { both: Document; told: string } {
  const both = compared(before, after, name)
  return { both: view ? commented(both, view) : both, told: summary(both.blocks) }
}

/** The version of a day as people type it; nothing where it is no day. */
async function onDay(world: World, path: string, partnership: Partnership, typed: string) {
  const read = await readDay(typed, hereIn(world, { partnership }), 'behind')
  return 'is' in read && read.is !== typed ? world.git.version(path, read.is) : undefined
}
