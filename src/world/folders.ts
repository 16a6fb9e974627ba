import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { HjpError } from '../errors.ts'
import { isAbsent, why } from './disk.ts'

/** Of a folder of prompts or templates: files, and bytes of them all. */
const MOST = { files: 1000, bytes: 2_000_000 }

/** Whether a path leads to somewhere in a folder, links and all. */
export async function isWithin(folder: string, path: string): Promise<boolean> {
  const [root, real] = await Promise.all([folder, path].map(whereTo))
  if (root === undefined || real === undefined) return false
  const way = relative(root, real)
  return !isAbsolute(way) && way.split(sep)[0] !== '..'
}

/** The real path of what may not be there yet; nothing where a link leads nowhere, or round in a circle. */
async function whereTo(path: string): Promise<string | undefined> {
  const real = await realpath(path).catch(() => undefined)
  if (real !== undefined) return real
  const isThere = await lstat(path).catch(() => undefined)
  if (isThere || dirname(path) === path) return undefined
  const above = await whereTo(dirname(path))
  return above && join(above, basename(path))
}

/** The text files of a folder and those below it, by their endings. Links among them are passed over. */
export async function textFilesIn(
  path: string,
  endings: string[],
): Promise<{ path: string; text: string }[]> {
  const cannot = (error: unknown): never => {
    throw new HjpError('cannotRead', path, why(error))
  }
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: unknown) =>
    isAbsent(error) ? [] : cannot(error),
  )
  const wanted = found
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
  const sizes = await Promise.all(wanted.map((name) => stat(join(path, name)).then(({ size }) => size)))
  const bytes = sizes.reduce((all, size) => all + size, 0)
  if (wanted.length > MOST.files || bytes > MOST.bytes) throw new HjpError('tooMuchInFolder', path)
  return Promise.all(
    wanted.map(async (name) => {
      const bytes = await readFile(join(path, name)).catch(cannot)
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        return { path: name.replaceAll('\\', '/'), text }
      } catch {
        throw new HjpError('isBinary', join(path, name))
      }
    }),
  )
}

/** What the files in a folder are called that end so, the newest first. Those that Word keeps beside an open file are not among them. */
export async function newestIn(path: string, endings: string[]): Promise<string[]> {
  const found = await readdir(path, { withFileTypes: true }).catch(() => [])
  const names = found
    .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => endings.some((ending) => name.toLowerCase().endsWith(ending)))
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      at: await stat(join(path, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  )
  return dated.toSorted((a, b) => b.at - a.at).map(({ name }) => name)
}
