import { isRecord, type Path, valueAt } from '../file/walk.ts'

/** Words that stood in a file, and do not stand there any more. */
export type ReplacedWords = { at: Path; was: string }

/** When something was said, by whom and to which wording goes with what was said; where two versions differ, with what they say. */
const GOES_ALONG: Record<string, string[]> = {
  adopted: ['document', 'on', 'clauses'],
  answers: ['on', 'wording', 'for', 'from', 'partner'],
  conflicts: ['at'],
  parked: ['part', 'except'],
}

/** What is gone from the data of a file: not what has only moved, and not what other words were added to. */
export function replacedWords(before: unknown, after: unknown): ReplacedWords[] {
  const left = new Map<string, number>()
  for (const { text } of wordsIn(after)) left.set(text, (left.get(text) ?? 0) + 1)
  const stays = ({ at, text }: Words): boolean => {
    const count = left.get(text) ?? 0
    if (count > 0) left.set(text, count - 1)
    const now = valueAt(after, at)
    return count > 0 || (typeof now === 'string' && `\n${now.trim()}\n`.includes(`\n${text.trim()}\n`))
  }
  const isStill = ({ at, text }: Words): boolean => String(valueAt(after, at)) === text
  const all = wordsIn(before)
  // What has not moved takes its place first, so that of two that are the same the one that is gone is told.
  all.filter(isStill).forEach(stays)
  return all.filter((each) => !isStill(each) && !stays(each)).map(({ at, text }) => ({ at, was: text }))
}

/** All words that data has, without where they stand. */
export const allWordsOf = (data: unknown): Set<string> => new Set(wordsIn(data).map(({ text }) => text))

type Words = { at: Path; text: string }

function wordsIn(data: unknown): Words[] {
  const found: Words[] = []
  const visit = (value: unknown, at: Path): void => {
    if (typeof value === 'string' || typeof value === 'number') found.push({ at, text: String(value) })
    else if (Array.isArray(value)) value.forEach((each, n) => void visit(each, [...at, n]))
    else if (isRecord(value))
      for (const [key, each] of Object.entries(value))
        if (!GOES_ALONG[String(at[0])]?.includes(key)) visit(each, [...at, key])
  }
  visit(data, [])
  return found
}
