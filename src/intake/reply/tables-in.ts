import { ROW_NUMBER } from '../../core/agreement/row-form.ts'
import { stampOf } from '../../ooxml/stamps.ts'
import { type GridCell, gridIn } from '../grid.ts'
import { withoutPlaceholder } from '../placeholder.ts'
import type { PageTable, QuotedLine } from '../quoted-lines.ts'
import type { Leftover, Question, ReturnedAnswer } from '../returned.ts'
import { rowsGone } from '../rows-out.ts'
import { withTextTables } from './text-tables.ts'

type PageCell = PageTable['rows'][number][number]
type TablesRead = { answers: ReturnedAnswer[]; others: Leftover[]; rest: QuotedLine[] }

/**
 * What the tables of a page answer whose headers ask for cells, and all other lines. Where somebody put such a table above an original,
 * those of the original are what was sent, and stay among its lines. Gives nothing where there is none.
 */
export function tablesIn(given: QuotedLine[], asked: Question[]): TablesRead | undefined {
  const lines = withTextTables(
    given,
    asked.map(({ topic }) => topic),
  )
  const start = lines.findIndex(({ starts }) => starts)
  const isOwn = ({ depth }: QuotedLine, n: number) => depth === 0 && (start < 0 || n < start)
  const own = gridsAmong(lines.filter(isOwn), asked)
  const { tables, found } = own.found.size > 0 ? own : gridsAmong(lines, asked)
  if (found.size === 0) return undefined
  const read: TablesRead = { answers: [], others: [], rest: [] }
  for (const cell of tables.flatMap(({ rows }) => rows.flat())) take(read, cell, found.get(cell))
  const there = new Set([...found.values()].map(({ near }) => near))
  read.others.push(...rowsGone(asked, (row) => there.has(row)))
  for (const line of lines)
    if (!line.table || !tables.includes(line.table)) read.rest.push(line)
    else if (read.rest.at(-1)?.text !== '') read.rest.push({ depth: line.depth, text: '' })
  return read
}

/** The tables of some lines in which there is a header that asks for cells. */
function gridsAmong(lines: QuotedLine[], asked: Question[]) {
  const all = [...new Set(lines.flatMap(({ table }) => table ?? []))]
  const tables = all.filter(({ rows }) => gridIn(rows.filter(isRow), asked).size > 0)
  const between: PageCell = { words: '', hidden: '', struck: '', cells: [] }
  const rows = tables.flatMap((table) => [[between], ...table.rows.filter(isRow)])
  return { tables, found: gridIn(rows, asked) }
}

const isRow = (row: PageCell[]): boolean => row.length > 0

/** Of a cell that stands in two tables, what was written first counts, and the rest is beside it. */
function take({ answers, others }: TablesRead, cell: PageCell, at: GridCell | undefined): void {
  const words = withoutPlaceholder(cell.words).trim()
  const struck = cell.struck.trim()
  const isOurs = at?.is === 'ours' || at?.is === 'header' || words === ROW_NUMBER
  const prompt = at?.question?.prompt
  const before = answers.find((each) => each.prompt === prompt)
  if (before?.words === '') before.words = words
  else if (prompt && !before)
    // What was struck out is what was sent.
    answers.push({ prompt, as: 'said', words, ...(words === '' && struck && { sent: stampOf(struck) }) })
  else if (words && !isOurs && before?.words !== words) others.push({ what: 'words', near: at?.near, words })
  if (struck && (words || !prompt)) others.push({ what: 'struck', near: at?.near, words: struck })
}
