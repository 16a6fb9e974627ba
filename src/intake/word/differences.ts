import { diffArrays } from 'diff'

/** Letters of a paragraph that are shown. */
const LETTERS = 120
const isSaid = (words: string): boolean => words.trim() !== ''

/** What differs between two texts, a paragraph a line: what stands in theirs alone, and what in ours. */
export function differences(theirs: string[], ours: string[]): { theirs: string[]; ours: string[] } {
  const runs = diffArrays(ours.filter(isSaid), theirs.filter(isSaid))
  const of = (side: 'added' | 'removed') =>
    runs.filter((run) => run[side]).flatMap(({ value }) => value.map(shortened))
  return { theirs: of('added'), ours: of('removed') }
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > LETTERS ? `${line.slice(0, LETTERS).trimEnd()}…` : line
}
