import { dirname, join, relative, resolve } from 'node:path'
import { HjpError } from '../../errors.ts'
import type { Library } from '../../render/templates/library.ts'
import type { World } from '../../world/world.ts'

/** What every command can be told. */
export type Everywhere = { file?: string | undefined; json?: boolean | undefined }

export const NAME = 'partnership.yaml'

/** A path as a person here would write it. */
export const shown = (world: World, path: string): string => relative(world.cwd, path) || '.'

/** The partnership file: as named, else here or in a folder above. */
export async function find(world: World, named: string | undefined): Promise<string> {
  if (named) return resolve(world.cwd, named)
  for (let folder = world.cwd; ; folder = dirname(folder)) {
    const path = join(folder, NAME)
    if (await world.files.has(path)) return path
    if (dirname(folder) === folder) throw new HjpError('noFileAbove', world.cwd)
  }
}

/** A path in the partnership's folder, by the names on the way to it. Throws HjpError leadsOutside where links lead elsewhere. */
export async function inside(world: World, folder: string, ...names: string[]): Promise<string> {
  const path = join(folder, ...names)
  if (await world.files.isWithin(folder, path)) return path
  throw new HjpError('leadsOutside', shown(world, path))
}

/** Prompts and templates: hjp's, with those in the partnership's folder laid over them. */
export async function libraryIn(world: World, folder: string): Promise<Library> {
  const filesIn = async (name: string, endings: string[]) =>
    world.files.folder(await inside(world, folder, name), endings)
  const [shipped, prompts, templates] = await Promise.all([
    world.shipped(),
    filesIn('prompts', ['.yaml', '.yml']),
    filesIn('templates', ['.hbs']),
  ])
  if (prompts.length + templates.length === 0) return shipped
  const { layOver, makeLibrary } = await import('../../render/templates/library.ts')
  return layOver(shipped, makeLibrary(prompts, templates))
}

/** The partnership's own letterhead for Word files, if it has one. */
export async function letterheadIn(
  world: World,
  folder: string,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const path = await inside(world, folder, 'templates', 'letterhead.docx')
  const bytes = await world.files.read(path)
  return bytes && { name: shown(world, path), bytes }
}

/** hjp's prompts and templates, with the partnership's own over them where there is a partnership. */
export async function library(world: World, { file }: Everywhere): Promise<Library> {
  try {
    return await libraryIn(world, dirname(await find(world, file)))
  } catch (error) {
    if (error instanceof HjpError && error.code === 'noFileAbove') return world.shipped()
    throw error
  }
}
