import { basename, extname, relative, resolve } from 'node:path'
import { HjpError } from '../../errors.ts'
import type { OldClause } from '../../intake/agreement/old-clauses.ts'
import { readOld } from '../../intake/agreement/read-old.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'

/** An agreement that partners had before, under the name by which the file knows it. */
export type OldDocument = { document: string; clauses: OldClause[] }

/** What LibreOffice makes a Word file of. */
const BY_OFFICE = ['.odt', '.ott', '.fodt', '.doc', '.rtf']

/** Reads an agreement that partners had before. Throws HjpError notThere, pdfToAdopt, notToAdopt, noOffice, and what such files are refused with. */
export async function readDocument(world: World, { folder }: Opened, name: string): Promise<OldDocument> {
  const path = resolve(world.cwd, name)
  const within = relative(folder, path).replaceAll('\\', '/')
  return {
    document: within.startsWith('../') ? basename(path) : within,
    clauses: await asWordOrText(world, path, name, readOld),
  }
}

/** Reads a file that is a Word file or a text, or of which LibreOffice makes a Word file. Throws the same. */
export async function asWordOrText<T>(
  world: World,
  path: string,
  name: string,
  read: (name: string, bytes: Uint8Array) => T,
): Promise<T> {
  const bytes = await world.files.read(path)
  if (!bytes) throw new HjpError('notThere', name)
  try {
    return read(name, bytes)
  } catch (error) {
    const isOther = error instanceof HjpError && ['notAWordFile', 'oldWord'].includes(error.code)
    if (!isOther) throw error
    const ending = extname(name).toLowerCase()
    if (ending === '.pdf') throw new HjpError('pdfToAdopt', name)
    if (!BY_OFFICE.includes(ending)) throw new HjpError('notToAdopt', name)
    const converted = await world.byOffice(path, 'docx')
    if (!converted) throw new HjpError('noOffice', name, 'docx')
    return read(`${name}.docx`, converted)
  }
}
