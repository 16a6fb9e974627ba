import { inFileName } from '../../core/view/which.ts'
import { unzipped } from '../../ooxml/unzip.ts'
import type { Document } from '../document/document.ts'
import { zip } from './docx/packing.ts'
import { html } from './html.ts'
import { isSealed } from './seal.ts'

/** A page in a zip file, since many mail systems stop pages. */
export const zipped = async (document: Document): Promise<Uint8Array> =>
  zip(new Map([[`${inFileName(document.title)}.html`, await html(document)]]))

/** Whether bytes are a zip file with a page that nobody has changed. Whatever they are, it does not throw. */
export function isSealedInside(bytes: Uint8Array): boolean {
  try {
    return [...unzipped(bytes, () => true).parts.values()].every(isSealed)
  } catch {
    return false
  }
}
