import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { type Everywhere, inside, shown } from './find.ts'
import { open } from './open.ts'
import { sayWritten } from './print.ts'

/** Puts one of hjp's own files beside the partnership file, where it takes the place of hjp's. Never over one that is there. */
export async function copyOwn(world: World, options: Everywhere, path: string): Promise<0> {
  const { folder } = await open(world, options)
  const to = await inside(world, folder, path)
  const text = await world.original(path)
  if (text === undefined) throw new HjpError('noOriginal', path)
  if (await world.files.has(to)) throw new HjpError('copied', shown(world, to))
  const done = await world.files.write(to, text)
  sayWritten(world, done, to, "yours to change; delete it to go back to hjp's")
  return 0
}
