import { diffLines } from 'diff'

/** Where a row of the file begins, or a column of the file itself. */
const ROW = /^ {0,2}- /
const BEGINS = /^( {0,2}- |\w)/

/**
 * The lines in which two texts differ: `- ` what goes, `+ ` what comes, and above them, after two spaces, the row they are in.
 */
export function lineChanges(from: string, to: string): string[] {
  const lines: string[] = []
  let row = ''
  for (const { value, added, removed } of diffLines(from, to)) {
    const own = value.replace(/\r?\n$/, '').split(/\r?\n/)
    if (!added && !removed) {
      row = own.findLast((line) => BEGINS.test(line)) ?? row
      continue
    }
    const first = own.find((line) => line.trim() !== '') ?? ''
    if (ROW.test(row) && indentOf(first) > indentOf(row)) lines.push(`  ${row}`)
    lines.push(...own.map((line) => (added ? '+ ' : '- ') + line))
    // What it is in is told once.
    row = ''
  }
  return lines
}

const indentOf = (line: string): number => line.search(/\S|$/)
