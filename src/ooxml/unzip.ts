import { unzipSync } from 'fflate'

/** Bytes of all that is unpacked of one file: far past any agreement, and little enough to be read at once. */
const LIMIT = 12_000_000
const FEW = 5000

/** A file that holds more than a document could. */
export class TooMuch extends Error {}

/** The parts of a zip file that are wanted, and the names of all. Throws TooMuch, or another error where it is no zip file or a broken one. */
export function unzipped(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limit = LIMIT,
): { names: Set<string>; parts: Map<string, Uint8Array> } {
  const names = new Set<string>()
  let size = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.add(name)
      if (names.size > FEW) throw new TooMuch()
      if (!isWanted(name)) return false
      size += originalSize
      if (size > limit) throw new TooMuch()
      return true
    },
  })
  return { names, parts: new Map(Object.entries(parts)) }
}
