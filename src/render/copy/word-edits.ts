import { diffArrays } from 'diff'
import type { AgreedWord } from './agreed-words.ts'
import type { CopyWord } from './copy-words.ts'

/** A stretch of agreed words, `from` up to `to`, that the copy has other words for: `start` up to `end`. Either may be none. */
export type WordEdit = { from: number; to: number; start: number; end: number }

/** Edits after which it is another document. */
const MOST = 6000

/** Where the words of a copy are not those that were agreed; nothing where they have too little in common. */
export function wordEdits(agreed: AgreedWord[], copy: CopyWord[]): WordEdit[] | undefined {
  const [olds, news] = [agreed, copy].map((words) => words.map(({ text }) => text)) as [string[], string[]]
  const runs = fewestEdits(olds, news) <= MOST && diffArrays(olds, news, { maxEditLength: MOST })
  if (!runs) return undefined
  const edits: WordEdit[] = []
  let [at, there] = [0, 0]
  for (const { added, removed, count } of runs) {
    const open = edits.at(-1)
    const edit = { from: at, to: at + (removed ? count : 0), start: there, end: there + (added ? count : 0) }
    if (open && (added || removed) && open.to === at && open.end === there)
      Object.assign(open, { to: edit.to, end: edit.end })
    else if (added || removed) edits.push(edit)
    if (!added) at += count
    if (!removed) there += count
  }
  return joined(edits, agreed, copy).map((edit, n, all) => atBounds(edit, all[n - 1], agreed, copy))
}

/** How many edits it takes at the least: each word that only one of them has, in whatever order they stand. */
function fewestEdits(olds: string[], news: string[]): number {
  const over = new Map<string, number>()
  for (const word of olds) over.set(word, (over.get(word) ?? 0) + 1)
  for (const word of news) over.set(word, (over.get(word) ?? 0) - 1)
  return [...over.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}

/** Whether words are all gone, or all new, so that where the edit begins can be told in more than one way. */
const isOneSided = ({ from, to, start, end }: WordEdit): boolean => from === to || start === end

/** Whether an edit can as well be told to begin so many words before. */
const slides = (
  { from, to, start, end }: WordEdit,
  n: number,
  agreed: AgreedWord[],
  copy: CopyWord[],
): boolean =>
  from < to ? agreed[from - n]?.text === agreed[to - n]?.text : copy[start - n]?.text === copy[end - n]?.text

/** Edits that are one when the later is told to begin where the one before it ends. */
function joined(edits: WordEdit[], agreed: AgreedWord[], copy: CopyWord[]): WordEdit[] {
  const all: WordEdit[] = []
  for (const edit of edits) {
    let open = edit
    for (let last = all.at(-1); last && isOneSided(open); last = all.at(-1)) {
      const between = open.from - last.to
      const ways = Array.from({ length: between }, (_, n) => n + 1)
      if (!ways.every((n) => slides(open, n, agreed, copy))) break
      open = { from: last.from, to: open.to - between, start: last.start, end: open.end - between }
      all.pop()
    }
    all.push(open)
  }
  return all
}

/**
 * The same edit where a passage begins, if it can be told so too: of "we call. We write." without "We write." the words gone could as
 * well be "write. We".
 */
function atBounds(
  edit: WordEdit,
  before: WordEdit | undefined,
  agreed: AgreedWord[],
  copy: CopyWord[],
): WordEdit {
  const { from, to, start, end } = edit
  if (!isOneSided(edit)) return edit
  const ways = [edit]
  const room = Math.min(from - (before?.to ?? 0), start - (before?.end ?? 0))
  for (let n = 1; n <= room && slides(edit, n, agreed, copy); n++)
    ways.push({ from: from - n, to: to - n, start: start - n, end: end - n })
  /** What is counted anew may stand before it. */
  const begins = (at: number): boolean => {
    const word = agreed[at - 1]
    return word === undefined || word.passage !== agreed[at]?.passage || (word.soft && begins(at - 1))
  }
  return (
    ways.find((way) => begins(way.from) && begins(way.to)) ??
    ways.find((way) => begins(way.from) && copy[way.start]?.opens) ??
    edit
  )
}
