import { readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { HjpError } from '../errors.ts'
import { type Disk, disk, isAbsent, why } from './disk.ts'
import { isWithin, newestIn, textFilesIn } from './folders.ts'
import { alone, clearLeft } from './lock.ts'
import { replace } from './replace.ts'
import type { Files } from './world.ts'

/** Bytes: no file that hjp reads comes near it. */
const LIMIT = 40_000_000

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
      if (!found.isFile()) throw new HjpError('cannotRead', path, 'it is not an ordinary file.')
      if (found.size > LIMIT) throw new HjpError('tooLarge', path, Math.round(found.size / 1e6))
      return await readFile(path)
    } catch (error) {
      if (error instanceof HjpError) throw error
      if (isAbsent(error)) return undefined
      throw new HjpError('cannotRead', path, why(error))
    }
  },

  isWithin,
  folder: textFilesIn,
  newest: newestIn,

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

  async remove(path) {
    try {
      disk.rmSync(path)
      return 'removed'
    } catch (error) {
      throw new HjpError('cannotWrite', path, why(error))
    }
  },
})

export const nodeFiles = filesOn(disk)
