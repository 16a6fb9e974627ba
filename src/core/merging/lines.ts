import { diffArrays } from 'diff'

/** Lines of two texts that were made from one, put together as far as they do not touch the same lines. */

/** Lines of the base, from and up to but without, and what stands there instead. */
type Hunk = { from: number; to: number; lines: string[] }

/** Beyond so many lines that differ it takes too long, and says too little. */
const MOST = 1000

/** Where both put in something at the same place: which of it stands, in which order. */
const BOTH_NEW = ['ours-theirs', 'theirs-ours', 'ours'] as const

/**
 * What it can come to: where both changed the same lines differently, those of ours stand; where both put in something at the same
 * place, either comes first, or ours stands alone. None where too much differs.
 */
export function mergedLines(base: string, ours: string, theirs: string): string[] {
  const was = linesOf(base)
  const [here, there] = [hunksOf(was, linesOf(ours)), hunksOf(was, linesOf(theirs))]
  if (!here || !there) return []
  const texts = BOTH_NEW.map((both) => joined(was, here, there, both))
  return [...new Set(texts)]
}

function joined(was: string[], ours: Hunk[], theirs: Hunk[], both: (typeof BOTH_NEW)[number]): string {
  const [here, there] = [[...ours], [...theirs]]
  const out: string[] = []
  let at = 0
  while (here.length + there.length > 0) {
    const [mine, other] = nextTogether(here, there)
    const from = Math.min(...[...mine, ...other].map((hunk) => hunk.from))
    const to = Math.max(...[...mine, ...other].map((hunk) => hunk.to))
    const [ourLines, theirLines] = [withHunks(was, mine, from, to), withHunks(was, other, from, to)]
    const isSame = ourLines.join('') === theirLines.join('')
    const isBothNew = from === to && mine.length > 0 && other.length > 0 && !isSame
    out.push(...was.slice(at, from))
    if (isBothNew && both === 'theirs-ours') out.push(...theirLines)
    out.push(...(mine.length > 0 ? ourLines : theirLines))
    if (isBothNew && both === 'ours-theirs') out.push(...theirLines)
    at = to
  }
  return [...out, ...was.slice(at)].join('')
}

/** With their ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

function hunksOf(was: string[], is: string[]): Hunk[] | undefined {
  const changes = diffArrays(was, is, { maxEditLength: MOST })
  if (!changes) return undefined
  const hunks: Hunk[] = []
  let at = 0
  for (const { added, removed, value } of changes) {
    const last = hunks.at(-1)
    const hunk = last?.to === at ? last : { from: at, to: at, lines: [] }
    if ((added || removed) && hunk !== last) hunks.push(hunk)
    if (added) hunk.lines.push(...value)
    else at += value.length
    if (removed) hunk.to = at
  }
  return hunks
}

/** Takes off the hunks that come next and touch each other, of either side. */
function nextTogether(here: Hunk[], there: Hunk[]): [Hunk[], Hunk[]] {
  const taken: [Hunk[], Hunk[]] = [[], []]
  let end = Math.min(here[0]?.from ?? Infinity, there[0]?.from ?? Infinity)
  for (;;) {
    const side = [here, there].findIndex(([next]) => next && next.from <= end)
    if (side < 0) return taken
    const hunk = [here, there][side]!.shift()!
    taken[side]!.push(hunk)
    end = Math.max(end, hunk.to)
  }
}

function withHunks(was: string[], hunks: Hunk[], from: number, to: number): string[] {
  const out: string[] = []
  let at = from
  for (const hunk of hunks) {
    out.push(...was.slice(at, hunk.from), ...hunk.lines)
    at = hunk.to
  }
  return [...out, ...was.slice(at, to)]
}
