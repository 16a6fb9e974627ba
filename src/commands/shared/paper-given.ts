import { basename, relative, resolve } from 'node:path'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { chooseOne, type Missing } from './choose-one.ts'
import type { Opened } from './open.ts'

/** The agreement of before that goes by a name: as the file has it, as a path from here, or without its folder where that is plain. */
export function paperCalled(
  { cwd }: Pick<World, 'cwd'>,
  { partnership, folder }: Opened,
  called: string,
): string | undefined {
  const all = partnership.adopted.map(({ document }) => document)
  const path = relative(folder, resolve(cwd, called)).replaceAll('\\', '/')
  const short = all.filter((each) => basename(each) === called)
  return (
    all.find((each) => each === called) ??
    all.find((each) => each === path) ??
    (short.length === 1 ? short[0] : undefined)
  )
}

/** The one of these agreements of before that is named, the only one, or the one that whoever is there chooses. Throws HjpError unknownPaper or needsOne. */
export async function paperGiven(
  world: World,
  opened: Opened,
  called: string | undefined,
  missing: Missing,
  among: string[],
): Promise<string> {
  if (called !== undefined) {
    const found = paperCalled(world, opened, called)
    if (!found)
      throw new HjpError(
        'unknownPaper',
        called,
        opened.partnership.adopted.map(({ document }) => document),
      )
    return found
  }
  const [only, ...more] = among
  if (only !== undefined && more.length === 0) return only
  const choices = among.map((document) => ({ value: document, name: document }))
  return chooseOne(world, missing, choices)
}
