import { versionReader } from '../file/versions.ts'
import { type Identifying, identifying } from '../record/identifying.ts'

/** Words in earlier versions that could tell who a client is: of which sort, and in which commits, oldest first. */
export type Identified<C> = {
  words: string
  what: string
  why: string
  place: string
  commits: C[]
  isStill: boolean
}

/**
 * What could tell who a client is in any version of a file, each thing once, and the versions that cannot be read. `placeOf`
 * says where it stood.
 */
export function identifiedIn<C>(
  versions: { commit: C; text: string }[],
  placeOf: (partnership: Parameters<typeof identifying>[0], words: Identifying) => string,
): { found: Identified<C>[]; unreadable: C[] } {
  const read = versionReader()
  const all = new Map<string, Identified<C>>()
  const unreadable: C[] = []
  for (const [n, { commit, text }] of versions.entries()) {
    if (text.trim() === '') continue
    const partnership = read(text)
    if (!partnership) {
      unreadable.push(commit)
      continue
    }
    for (const each of identifying(partnership))
      for (const { words, what, why } of each.found) {
        const place = placeOf(partnership, each)
        const key = [place, what, words].join('\0')
        const known = all.get(key) ?? { words, what, why, place, commits: [], isStill: false }
        known.commits.push(commit)
        known.isStill = n === versions.length - 1
        all.set(key, known)
      }
  }
  return { found: [...all.values()], unreadable }
}
