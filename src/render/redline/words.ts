import { isDeepStrictEqual } from 'node:util'
import { diffArrays } from 'diff'
import type { Change, Inline } from '../document/document.ts'

const WORD = String.raw`[\p{L}\p{N}\p{M}]+`
const MONTH = String.raw`\p{Lu}\p{L}+`
/** What is only read whole: a day in words, an amount or a time with what it counts, and words and numbers held together by a mark. */
const WHOLE = [
  String.raw`\d{1,2} ${MONTH} \d{4}`,
  String.raw`${MONTH} \d{1,2}, \d{4}`,
  String.raw`\p{Sc}?${WORD}(?:[-‐–.,:/'’@]${WORD})*(?:%| ?[ap]m\b)?`,
]
/** Words, the white space between them, and marks one by one. */
const TOKENS = new RegExp([...WHOLE, String.raw`\s+`, String.raw`[^\p{L}\p{N}\p{M}\s]`].join('|'), 'gu')

/** Edits after which a comparison word by word tells nothing. */
const TOO_MANY = 2000
/** Words of the longer version that must stand in both, or it is told as a whole. */
const KEPT = 0.25

/** Two versions of the words of a paragraph in one, marked word by word; one after the other where they share too little. */
export function compareWords(before: Inline[], after: Inline[]): Inline[] {
  const [olds, news] = [tokens(before), tokens(after)]
  const keys = [olds, news].map((all) => all.map((token) => JSON.stringify(token))) as [string[], string[]]
  const edits = diffArrays(...keys, { maxEditLength: TOO_MANY })
  let [o, n] = [0, 0]
  const runs = edits?.map(({ added, removed, count }) => {
    const run = removed ? olds.slice(o, o + count) : news.slice(n, n + count)
    if (!added) o += count
    if (!removed) n += count
    return { run, change: added ? ('added' as const) : removed ? ('removed' as const) : undefined }
  })
  const kept = runs?.flatMap(({ run, change }) => (change ? [] : run.filter(isWord))).length ?? 0
  const longer = Math.max(...[olds, news].map((all) => all.filter(isWord).length))
  if (!runs || kept < KEPT * longer) return [...mergeRuns(olds, 'removed'), ...mergeRuns(news, 'added')]
  return smooth(runs).flatMap(({ run, change }) => mergeRuns(run, change))
}

type ComparedRun = { run: Inline[]; change: Change | undefined }

/** White space between two changes belongs to both, and what was taken out comes before what was put in. */
function smooth(runs: ComparedRun[]): ComparedRun[] {
  const all: ComparedRun[] = []
  let [gone, come]: [Inline[], Inline[]] = [[], []]
  const close = () => {
    if (gone.length > 0) all.push({ run: gone, change: 'removed' })
    if (come.length > 0) all.push({ run: come, change: 'added' })
    ;[gone, come] = [[], []]
  }
  runs.forEach(({ run, change }, at) => {
    const isBetween = at > 0 && at < runs.length - 1 && !run.some((token) => !isSpace(token))
    if (change === 'removed' || (!change && isBetween)) gone.push(...run)
    if (change === 'added' || (!change && isBetween)) come.push(...run)
    if (change || isBetween) return
    close()
    all.push({ run, change })
  })
  close()
  return all
}

const isWord = (token: Inline): boolean => 'text' in token && /[\p{L}\p{N}]/u.test(token.text)
const isSpace = (token: Inline): boolean => token.kind === 'text' && token.text.trim() === ''

/** Texts by the word; a reference is one. */
const tokens = (inlines: Inline[]): Inline[] =>
  inlines.flatMap((inline): Inline[] =>
    inline.kind === 'text' && !inline.to
      ? (inline.text.match(TOKENS) ?? []).map((text) => ({ ...inline, text }))
      : [inline],
  )

/** Neighbours that are set alike, as one. */
function mergeRuns(run: Inline[], change: Change | undefined): Inline[] {
  const all: Inline[] = []
  for (const token of run) {
    const last = all.at(-1)
    const one = change ? { ...token, change } : token
    if (
      last?.kind === 'text' &&
      one.kind === 'text' &&
      !one.to &&
      isDeepStrictEqual({ ...last, text: '' }, { ...one, text: '' })
    )
      all[all.length - 1] = { ...one, text: last.text + one.text }
    else all.push(one)
  }
  return all
}
