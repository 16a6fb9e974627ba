import { basename, dirname, join } from 'node:path'
import { HjpError } from '../../errors.ts'
import type { World, Written } from '../../world/world.ts'
import { shown } from './find.ts'
import { sayWritten } from './print.ts'

/** What has git call hjp to merge a partnership file: a line of .gitattributes, and settings of this copy of the repository. */

const DRIVER = 'merge.hjp.driver'

const quoted = (word: string): string => `'${word.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`

/**
 * By its whole path, since what starts git may know other programs than a terminal does. Whatever keeps hjp from merging, be it
 * that it has moved, git then merges the lines as it always does.
 */
const driverOf = ({ program }: World): string =>
  `${program.map(quoted).join(' ')} merge-driver %O %A %B %P || git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B`

async function attributesOf(
  world: World,
  path: string,
): Promise<{ file: string; line: string; lines: string[] }> {
  const file = join(dirname(path), '.gitattributes')
  const text = new TextDecoder().decode((await world.files.read(file)) ?? new Uint8Array())
  const name = basename(path)
  const line = `${/[\s"]/.test(name) ? JSON.stringify(name) : name} merge=hjp`
  return { file, line, lines: text === '' ? [] : text.replace(/\n$/, '').split('\n') }
}

const write = (world: World, file: string, lines: string[]): Promise<Written> =>
  world.files.write(file, lines.map((line) => `${line}\n`).join(''))

/** Gives the file of attributes, and what became of it. Throws HjpError notInGit where there is no repository. */
export async function installDriver(world: World, path: string): Promise<{ file: string; done: Written }> {
  if (!(await world.git.holds(path))) throw new HjpError('notInGit', shown(world, path))
  await world.git.set(path, {
    'merge.hjp.name': 'hjp, answer by answer and row by row',
    [DRIVER]: driverOf(world),
  })
  const { file, line, lines } = await attributesOf(world, path)
  const done = lines.includes(line) ? 'identical' : await write(world, file, [...lines, line])
  return { file, done }
}

export async function removeDriver(world: World, path: string): Promise<void> {
  if (!(await world.git.holds(path))) throw new HjpError('notInGit', shown(world, path))
  await world.git.set(path, { 'merge.hjp.name': undefined, [DRIVER]: undefined })
  const { file, line, lines } = await attributesOf(world, path)
  const left = lines.filter((each) => each !== line)
  if (left.length < lines.length) sayWritten(world, await write(world, file, left), file)
}

/** Whether the repository asks for hjp, and this copy of it does not know how: whoever clones it gets the line and no settings. */
export async function isAskedFor(world: World, path: string): Promise<boolean> {
  const { line, lines } = await attributesOf(world, path)
  if (!lines.includes(line) || (await world.git.setting(path, DRIVER)) !== undefined) return false
  return world.git.holds(path)
}

export const isInstalled = async (world: World, path: string): Promise<boolean> =>
  (await world.git.setting(path, DRIVER)) === driverOf(world)
