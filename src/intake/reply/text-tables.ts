import { ROW_NUMBER } from '../../core/agreement/row-form.ts'
import { tagOf } from '../../ooxml/stamps.ts'
import type { PageTable, QuotedLine } from '../quoted-lines.ts'
import { END } from './standing.ts'

/** What a program that saves a table of ours as plain text makes of the first cell of a row: it shows what was hidden there. */
const FIRST = new RegExp(`^\\s*\\d{1,3}\\s*${tagOf('')}\\S+\\s*$`)

/**
 * Lines, with a table again where a program put each of its cells on lines of its own, with an empty one after it. A row with more cells
 * or fewer than the header has could be read in several ways, and stays as lines.
 */
export function withTextTables(lines: QuotedLine[], topics: string[]): QuotedLine[] {
  const first = lines.findIndex(({ text }) => FIRST.test(text))
  if (first < 0) return lines
  const heads = new Set([...topics, ROW_NUMBER])
  const over = lines.slice(0, first).findLastIndex(({ text }) => !heads.has(text.trim())) + 1
  const header = lines.slice(over, first).map(({ text }) => text.trim())
  const table: PageTable = { rows: [], within: undefined }
  const put = (cells: string[]) => {
    const row = table.rows.length
    table.rows.push(cells.map((words, cell) => ({ words, hidden: '', struck: '', cells: [{ row, cell }] })))
  }
  put(header)
  const all = [...lines]
  const mark = (from: number, to: number) => {
    for (let n = from; n < to; n++) all[n] = { ...all[n]!, table }
  }
  mark(over, first)
  for (let n = first, next = n; n < lines.length && FIRST.test(lines[n]!.text); n = next) {
    const rest = lines.slice(n + 1).findIndex(({ text }) => FIRST.test(text) || END.test(text))
    next = rest < 0 ? lines.length : n + 1 + rest
    const row = [lines[n]!.text, ...blocksOf(lines.slice(n + 1, next))]
    if (row.length !== header.length) continue
    put(row)
    mark(n, next)
  }
  return all
}

/** Some lines, parted by those that are empty. */
const blocksOf = (lines: QuotedLine[]): string[] =>
  lines
    .map(({ text }) => text.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
