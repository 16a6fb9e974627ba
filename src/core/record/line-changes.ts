import { diffLines } from 'diff'

const MOST = 40

/** The lines in which two texts differ: `- ` what goes, `+ ` what comes; the first of many. */
export function lineChanges(from: string, to: string): string[] {
  const lines = diffLines(from, to).flatMap(({ value, added, removed }) => {
    const mark = added ? '+ ' : '- '
    return added || removed
      ? value
          .replace(/\r?\n$/, '')
          .split(/\r?\n/)
          .map((line) => mark + line)
      : []
  })
  return lines.length > MOST ? [...lines.slice(0, MOST), `and ${lines.length - MOST} more lines`] : lines
}
