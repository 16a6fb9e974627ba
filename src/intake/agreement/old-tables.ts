import { hasVerb } from '../../core/values/verbs.ts'
import type { OldLine, RawLine } from './old-lines.ts'

/** A row of a table by its cells. One that is strong is taken for the heads of the columns, where it is the first. */
export const rowLine = (cells: string[], row: 'first' | 'later', isStrong: boolean): RawLine => ({
  words: cells
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' | '),
  isStrong,
  row,
  cells,
})

/** The heads of columns among lines, which are nothing without the row below them: whether each is `told` with a cell there; and what the other rows say, as people do: "Who: the nurse; When: at the visit". */
export function oldTables(lines: OldLine[]): {
  heads: Map<OldLine, 'told' | 'kept'>
  said: Map<OldLine, string>
} {
  const heads = new Map<OldLine, 'told' | 'kept'>()
  const said = new Map<OldLine, string>()
  let labels: string[] = []
  for (const [n, line] of lines.entries()) {
    const { row, cells = [] } = line
    if (!row) continue
    if (row === 'first' || lines[n - 1]?.row === undefined) {
      const below = rowsBelow(lines, n)
      labels = row === 'first' && isHead(line, below) ? cells : []
      if (labels.length > 0) {
        const isTold = labels.every((label, at) => !label || below.some((each) => each.cells?.[at]))
        heads.set(line, isTold ? 'told' : 'kept')
        continue
      }
    }
    said.set(line, inWords(cells, labels))
  }
  return { heads, said }
}

function rowsBelow(lines: OldLine[], at: number): OldLine[] {
  const below = lines.slice(at + 1)
  const end = below.findIndex(({ row }) => row !== 'later')
  return end < 0 ? below : below.slice(0, end)
}

/** Words in a label, at most: a head of a column, or what stands before its value. */
const [HEAD, LABEL] = [3, 6]

/** A few words that say what stands below or beside them. */
const isLabel = (words: string, most: number): boolean =>
  words.split(' ').length <= most && !/[.;:]$/.test(words) && !hasVerb(words)

/** Two columns may as well be names and values from the first row on: there what is below must be no names. */
function isHead({ words, isStrong, cells = [] }: OldLine, below: OldLine[]): boolean {
  const isFew = cells.every((cell) => cell.split(' ').length <= HEAD && !/[.;]$/.test(cell))
  if (below.length === 0 || /\d/.test(words) || (hasVerb(words) && !isFew)) return false
  return isStrong || cells.length > 2 || below.some((row) => !isLabel(row.cells?.[0] ?? '', LABEL))
}

/** What a row says, each cell after its head. Without heads, a cell of two that is a name stands before the other. */
function inWords(cells: string[], labels: string[]): string {
  const said = cells.flatMap((cell, n) => (cell ? [labels[n] ? `${labels[n]}: ${cell}` : cell] : []))
  const [first = '', ...rest] = said
  if (labels.length === 0 && rest.length === 1 && isLabel(first, LABEL)) return `${first}: ${rest[0]}`
  const isLast = (n: number) => n === said.length - 1
  return said.map((each, n) => (isLast(n) || /[.;:!?,]$/.test(each) ? each : `${each};`)).join(' ')
}
