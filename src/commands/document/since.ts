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
import { type AsAdopted, agreedSince, asAdopted, inOurOrder, wordsOnly } from './as-adopted.ts'
import { asSigned } from './as-signed.ts'

/** What a document can be compared with beside files and versions: an agreement of before. */
const ADOPTED = 'adopted'

/**
 * A partnership as it was. Of an agreement of before, `old` tells what it says, `isOurs` whether it is shown as our documents put it, and
 * `about` what is compared with what.
 */
export type Earlier = {
  name: string
  partnership: Partnership
  old?: AsAdopted
  isOurs?: true
  about?: string
}

/**
 * An earlier version of a partnership: another file, this one as git kept it, or as an agreement of before has it.
 * `name` is what a reader would call it.
 */
export async function earlier(world: World, opened: Opened, since: string): Promise<Earlier> {
  if (since === ADOPTED) {
    const old = await asAdopted(world, opened)
    return { ...old, old, about: ABOUT_ADOPTED }
  }
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

const ABOUT_ADOPTED =
  'That counts the words you agreed. What hjp writes around them, such as headings and blanks, is marked as added and not counted.'

/** What was signed last of the agreement, or of the letter, to compare with. Throws HjpError nothingSigned, and what it is refused with. */
export async function earlierSigned(
  world: World,
  opened: Opened,
  options: Record<string, unknown>,
): Promise<Earlier> {
  const signed = await asSigned(world, opened, options['short'] ? 'short' : 'whole')
  if (!signed) throw new HjpError('nothingSigned')
  const { from, partnership, old } = signed
  if (!old) return { name: `the one in force from ${inFull(from, partnership.locale)}`, partnership }
  return { name: `${old.name}, which you signed`, partnership, old, isOurs: true, about: ABOUT_SIGNED }
}

const ABOUT_SIGNED =
  'Both are in the order of hjp, so that only what you agreed since is marked. To see it beside the paper as it is: *hjp mou --since adopted*'

/**
 * Two versions of a document in one, with comments where they are wished, and how much changed. Beside an agreement of before only what
 * the partners say counts.
 */
export function compareWith(
  made: Document,
  after: Document,
  { name, old, isOurs }: Earlier,
  view: View | false,
): { both: Document; told: string } {
  const before = !old ? made : isOurs ? inOurOrder(made, old) : wordsOnly(made, old)
  const both = compared(before, after, name)
  const told = old ? agreedSince(made, after, old) : summary(both.blocks)
  return { both: view ? commented(both, view) : both, told }
}

/** The version of a day as people type it; nothing where it is no day. */
async function onDay(world: World, path: string, partnership: Partnership, typed: string) {
  const read = await readDay(typed, hereIn(world, { partnership }), 'behind')
  return 'is' in read && read.is !== typed ? world.git.version(path, read.is) : undefined
}
