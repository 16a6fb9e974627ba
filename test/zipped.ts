import { strFromU8, unzipSync } from 'fflate'
import { zip } from '../src/render/formats/docx/packing.ts'

/** A zip file of these parts. */
export const zipped = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zip(new Map(Object.entries(parts)))

/** A Word file whose words would be 60 MB, and one that says they are no more than 1000 bytes. */
export function bombs(): [Uint8Array, Uint8Array] {
  const bomb = zipped({ 'word/document.xml': new Uint8Array(60_000_000) })
  const lying = Buffer.from(bomb)
  for (let at = 0; at < lying.length - 4; at++)
    if (lying.readUInt32LE(at) === 60_000_000) lying.writeUInt32LE(1000, at)
  return [bomb, lying]
}

/** A Word file in which the XML of some parts was changed by hand. */
export function edited(bytes: Uint8Array, edits: Record<string, (xml: string) => string>): Uint8Array {
  const parts = unzipSync(bytes)
  const changed = Object.entries(edits).map(([path, edit]) => {
    const xml = parts[path] ? strFromU8(parts[path]) : ''
    return [path, edit(xml)]
  })
  return zipped({ ...parts, ...Object.fromEntries(changed) })
}
