import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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
}
const why = (error: unknown): string => WHY[(error as Failure).code ?? ''] ?? `${(error as Error).message}.`
const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as Failure).code ?? '')

export const nodeFiles: Files = {
  async has(path) {
    return stat(path).then(
      () => true,
      () => false,
    )
  },

  async read(path, limit = Number.POSITIVE_INFINITY) {
    try {
      const { size } = await stat(path).then((found) => {
        if (found.isDirectory()) throw new HjpError('isFolder', path)
        return found
      })
      if (size > limit) throw new HjpError('tooLarge', path, Math.round(size / 1e6))
      return await readFile(path)
    } catch (error) {
      if (error instanceof HjpError) throw error
      if (isAbsent(error)) return undefined
      throw new HjpError('cannotRead', path, why(error))
    }
  },

  async folder(path, endings) {
    const names = await readdir(path, { recursive: true }).catch((error: unknown) => {
      if (isAbsent(error)) return []
      throw new HjpError('cannotRead', path, why(error))
    })
    const wanted = names.filter((name) => endings.some((ending) => name.endsWith(ending))).sort()
    return Promise.all(
      wanted.map(async (name) => ({
        path: name.replaceAll('\\', '/'),
        text: await readFile(join(path, name), 'utf8'),
      })),
    )
  },

  async write(path, content) {
    const bytes = Buffer.from(content)
    try {
      // Through a link to the file itself, so that the link stays one.
      const target = await realpath(path).catch(() => path)
      const before = await this.read(target)
      if (before && bytes.equals(before)) return 'identical'
      await mkdir(dirname(target), { recursive: true })
      const part = `${target}.${process.pid}.part`
      try {
        const mode = before && (await stat(target)).mode
        const file = await open(part, 'wx', mode)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(part, target)
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      return before ? 'changed' : 'created'
    } catch (error) {
      if (error instanceof HjpError) throw error
      throw new HjpError('cannotWrite', path, why(error))
    }
  },
}
