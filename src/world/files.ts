import { mkdir, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { HjpError } from '../errors.ts'
import type { Files } from './world.ts'

type Failure = NodeJS.ErrnoException

/** What the system says when it refuses, in words a person can act on. */
const WHY: Record<string, string> = {
  EACCES: 'you may not do that here.',
  EPERM: 'you may not do that here.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'your share of the disk is full.',
  EROFS: 'the disk can only be read.',
  EISDIR: 'it is a folder.',
  ENOTDIR: 'part of its path is a file, not a folder.',
  ENAMETOOLONG: 'its name is too long.',
  EBUSY: 'another program is using it.',
  EEXIST: 'part of its path is a file, not a folder.',
  ENOENT: 'its folder is not there.',
}
const why = (error: unknown): string => WHY[(error as Failure).code ?? ''] ?? `${(error as Error).message}.`
const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as Failure).code ?? '')

/** Bytes: no file that hjp reads comes near it. */
const LIMIT = 40_000_000
const LOCK = { wait: 50, tries: 100, stale: 10_000 }

export const nodeFiles: Files = {
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

  async alone(path, work) {
    const lock = `${await realpath(path).catch(() => path)}.lock`
    for (let tries = 0; ; tries++) {
      try {
        await (await open(lock, 'wx')).close()
        break
      } catch (error) {
        if ((error as Failure).code !== 'EEXIST') throw new HjpError('cannotWrite', path, why(error))
        if (tries === LOCK.tries) throw new HjpError('busy', path)
        await clear(lock)
        await setTimeout(LOCK.wait)
      }
    }
    try {
      return await work()
    } finally {
      await rm(lock, { force: true })
    }
  },

  async write(path, content) {
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
      await mkdir(dirname(target), { recursive: true })
      await replace(target, bytes, there?.mode)
      return before ? 'changed' : 'created'
    } catch (error) {
      if (error instanceof HjpError) throw error
      throw new HjpError('cannotWrite', path, why(error))
    }
  },
}

const isLeftBehind = async (lock: string): Promise<boolean> => {
  const info = await stat(lock).catch(() => undefined)
  return info?.isFile() === true && Date.now() - info.mtimeMs > LOCK.stale
}

/**
 * Removes a lock that was left behind. Only one at a time may, and looks again first: another may have removed it since,
 * and what is there now is a lock that holds.
 */
async function clear(lock: string): Promise<void> {
  if (!(await isLeftBehind(lock))) return
  const turn = `${lock}.clear`
  const mine = await open(turn, 'wx').catch(() => undefined)
  if (!mine) return
  try {
    await mine.close()
    if (await isLeftBehind(lock)) await rm(lock, { force: true })
  } finally {
    await rm(turn, { force: true })
  }
}

/** The new bytes take the place of the old at one stroke, once they are safely on the disk. */
async function replace(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const part = `${path}.${process.pid}.part`
  try {
    const file = await open(part, 'wx')
    try {
      if (mode !== undefined) await file.chmod(mode)
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
