import { lstat, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { HjpError } from '../errors.ts'
import { type Disk, disk, isAbsent, why } from './disk.ts'
import { alone, clearLeft } from './lock.ts'
import { replace } from './replace.ts'
import type { Files } from './world.ts'

/** Bytes: no file that hjp reads comes near it. */
const LIMIT = 40_000_000
/** Of a folder of prompts or templates: files, and bytes of them all. */
const IN_A_FOLDER = { files: 1000, bytes: 2_000_000 }

/** The files of this machine. */
export const filesOn = (disk: Disk): Files => ({
  has: (path) =>
    stat(path).then(
      () => true,
      () => false,
    ),

  async read(path) {
    try {
      const found = await stat(path)
      if (found.isDirectory()) throw new HjpError('isFolder', path)
      if (!found.isFile()) throw new HjpError('cannotRead', path, 'it is no ordinary file.')
      if (found.size > LIMIT) throw new HjpError('tooLarge', path, Math.round(found.size / 1e6))
      return await readFile(path)
    } catch (error) {
      if (error instanceof HjpError) throw error
      if (isAbsent(error)) return undefined
      throw new HjpError('cannotRead', path, why(error))
    }
  },

  async isWithin(folder, path) {
    const [root, real] = await Promise.all([folder, path].map(whereTo))
    if (root === undefined || real === undefined) return false
    const way = relative(root, real)
    return !isAbsolute(way) && way.split(sep)[0] !== '..'
  },

  async folder(path, endings) {
    const found = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (isAbsent(error)) return []
      throw new HjpError('cannotRead', path, why(error))
    })
    const wanted = found
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .filter((name) => endings.some((ending) => name.endsWith(ending)))
      .sort()
    const sizes = await Promise.all(wanted.map((name) => stat(join(path, name)).then(({ size }) => size)))
    const bytes = sizes.reduce((all, size) => all + size, 0)
    if (wanted.length > IN_A_FOLDER.files || bytes > IN_A_FOLDER.bytes)
      throw new HjpError('tooMuchInFolder', path)
    return Promise.all(
      wanted.map(async (name) => {
        const bytes = (await this.read(join(path, name))) ?? new Uint8Array()
        try {
          return {
            path: name.replaceAll('\\', '/'),
            text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
          }
        } catch {
          throw new HjpError('isBinary', join(path, name))
        }
      }),
    )
  },

  alone: (path, work) => alone(disk, path, work),
  clearLeft: (path) => clearLeft(disk, path),

  async write(path, content, over) {
    const bytes = Buffer.from(content)
    try {
      // Through a link to the file itself, so that the link stays one.
      const target = await realpath(path).catch(() => path)
      const there = await stat(target).catch(() => undefined)
      if (there && !there.isFile() && !there.isDirectory()) {
        await writeFile(target, bytes)
        return 'changed'
      }
      const before = await this.read(target)
      if (before && bytes.equals(before)) return 'identical'
      replace(disk, target, bytes, { over })
      return before ? 'changed' : 'created'
    } catch (error) {
      if (error instanceof HjpError) throw error
      throw new HjpError('cannotWrite', path, why(error))
    }
  },
})

export const nodeFiles = filesOn(disk)

/** The real path of what may not be there yet; nothing where a link leads nowhere, or round in a circle. */
async function whereTo(path: string): Promise<string | undefined> {
  const real = await realpath(path).catch(() => undefined)
  if (real !== undefined) return real
  const isThere = await lstat(path).catch(() => undefined)
  if (isThere || dirname(path) === path) return undefined
  const above = await whereTo(dirname(path))
  return above && join(above, basename(path))
}
