import type { Commit } from './world.ts'

/**
 * Every commit, newest first, with what it changed against each of its parents. A partnership file stays YAML when it
 * is renamed, so git need not compare the documents beside it. What a person has set git to show by itself is set back.
 * HEAD is missing until something is committed.
 */
export const logOf = (name: string): string[] => [
  ...['-c', 'log.diffMerges=separate', '-c', 'diff.relative=false'],
  ...['log', '--author-date-order', '--full-history', '-m', '--root', '--raw', '-z', '--no-abbrev'],
  ...['-M', '-l1000', '-O/dev/null'],
  ...['--no-color', '--encoding=UTF-8', '--format=%H%x00%P%x00%aN%x00%as%x00%s', '--ignore-missing', 'HEAD'],
  ...['--', `:(top,literal)${name}`, ':(top)*.yaml', ':(top)*.yml'],
]

type Diff = { from: string; to: string; was: string; is: string }
/** A commit against one of its parents. */
type KeptCommit = { id: string; commit: Commit; parents: number; diffs: Diff[] }

/** The commits of such a log. `edges` are those where a clone ends that does not go all the way back. */
export function commitsIn(log: string, edges: string[]): KeptCommit[] {
  const words = log.split('\0')
  const all: KeptCommit[] = []
  for (let n = 0; n + 5 < words.length; ) {
    const [id, parents, author, day, subject] = words.slice(n, n + 5) as [string, ...string[]]
    n += 5
    const diffs: Diff[] = []
    for (; /^\n?:\d/.test(words[n] ?? ''); n += 2) {
      const [, , was, is, status] = words[n]!.split(' ') as [string, ...string[]]
      const from = words[n + 1]!
      if (status!.startsWith('R')) n += 1
      diffs.push({ from, to: words[n + 1]!, was: was!, is: is! })
    }
    const isEdge = edges.includes(id)
    const commit = {
      ...{ hash: id.slice(0, 7), day: day!, subject: subject! },
      author: isEdge ? undefined : author!,
    }
    all.push({ id, commit, parents: parents!.split(' ').length, diffs })
  }
  return all
}

type CommitChange = { commit: Commit; parents: number; is: string; was: string[] }

/**
 * The commits that changed one file, oldest first, whatever it was called then. A merge that has the file as one of its
 * parents has it changed nothing.
 */
export function fileChangesTo(name: string, log: KeptCommit[]): CommitChange[] {
  const names = new Set([name])
  const changes = new Map<string, CommitChange>()
  for (const { id, commit, parents, diffs } of log) {
    for (const { from, to } of diffs) if (names.has(to)) names.add(from)
    const was = diffs.find(({ from }) => names.has(from))?.was
    const is = diffs.find(({ to }) => names.has(to))?.is
    if (is === undefined && was === undefined) continue
    const change = changes.get(id) ?? { commit, parents, is: '0', was: [] }
    changes.set(id, { ...change, is: is ?? '0', was: [...change.was, was ?? '0'] })
  }
  return [...changes.values()].filter(({ parents, was }) => was.length === parents).reverse()
}
