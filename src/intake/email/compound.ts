/** The make of file that Outlook saves a message in: sectors that tables lead through, and a tree of streams. */

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0]
/** How the name of each stream of a message begins. */
const STREAM = Buffer.from('__substg1.0_', 'utf16le')

/** Whether a file is a message that was saved by Outlook (.msg). */
export const isOutlookMessage = (bytes: Uint8Array): boolean =>
  SIGNATURE.every((byte, n) => bytes[n] === byte) &&
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(STREAM)

/** In the header: how large sectors are, how many tables there are and where, and where folders and small streams begin. */
const AT = { shift: 30, many: 44, folders: 48, small: 60, more: 68, first: 76 }
const FIRST = 109
/** In an entry of the tree: the one before it, the one after it, the first inside it, where it begins and how long it is. */
const ENTRY = { bytes: 128, leads: [68, 72, 76], start: 116, length: 120 }

/**
 * Whether all ways through such a file come to an end, and its streams are no longer than it is in all: who followed one that goes
 * in a circle would never come back.
 */
export function isSound(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const numberAt = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : Number.NaN)
  const shift = bytes[AT.shift]
  if (shift !== 9 && shift !== 12) return false
  const size = 2 ** shift
  const many = Math.ceil(bytes.length / size)
  const numbersIn = (sector: number) =>
    Array.from({ length: size / 4 }, (_, n) => numberAt((sector + 1) * size + n * 4))

  const tables = Array.from({ length: FIRST }, (_, n) => numberAt(AT.first + n * 4))
  for (let [sector, over] = [numberAt(AT.more), 0]; sector < many; over++) {
    if (over > many) return false
    const numbers = numbersIn(sector)
    sector = numbers.pop()!
    tables.push(...numbers)
  }
  const used = tables.slice(0, numberAt(AT.many))
  if (new Set(used).size < used.length || used.some((sector) => !(sector < many))) return false
  const next = used.flatMap(numbersIn)
  const folders = sectorsFrom(numberAt(AT.folders), next)
  const small = sectorsFrom(numberAt(AT.small), next)?.flatMap(numbersIn)
  if (!folders || !small) return false
  const entryAt = (n: number): number | undefined => {
    const sector = folders[Math.floor((n * ENTRY.bytes) / size)]
    return sector === undefined ? undefined : (sector + 1) * size + ((n * ENTRY.bytes) % size)
  }
  const first = entryAt(0)
  const isWhole = first !== undefined && sectorsFrom(numberAt(first + ENTRY.start), next) !== undefined
  return isWhole && isTree(entryAt, numberAt, bytes.length, small)
}

/** The sectors from this one on; nothing where they go in a circle. */
function sectorsFrom(start: number, next: number[]): number[] | undefined {
  const all: number[] = []
  for (let at = start; at < next.length; at = next[at]!) {
    if (all.length > next.length) return undefined
    all.push(at)
  }
  return all
}

/** Streams shorter than this are kept in sectors of their own. */
const SMALL = 4096

/** Whether the entries that are led to from the first are each led to once, and hold no more than `most` and these small sectors in all. */
function isTree(
  entryAt: (n: number) => number | undefined,
  numberAt: (at: number) => number,
  most: number,
  small: number[],
): boolean {
  const seen = new Set<number>()
  const left = [0]
  let [long, many] = [0, 0]
  for (let n = left.pop(); n !== undefined; n = left.pop()) {
    const at = entryAt(n)
    if (at === undefined) continue
    if (seen.has(n)) return false
    seen.add(n)
    // What the first holds are the small streams of all others.
    const length = n > 0 ? numberAt(at + ENTRY.length) : 0
    long += length
    if (length > 0 && length < SMALL)
      many += sectorsFrom(numberAt(at + ENTRY.start), small)?.length ?? Number.POSITIVE_INFINITY
    if (!(long <= most && many <= small.length)) return false
    left.push(...ENTRY.leads.map((lead) => numberAt(at + lead)))
  }
  return true
}
