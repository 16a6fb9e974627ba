import { ROW_NUMBER } from '../../core/agreement/row-form.ts'
import { tagOf } from '../../ooxml/stamps.ts'
import type { PageTable, QuotedLine } from '../quoted-lines.ts'
import { END } from './standing.ts'

/** The first cell of a row: its number, and where a program shows what was hidden, that. */
const FIRST = new RegExp(`^\\s*(\\d{1,3})\\s*(?:${tagOf('')}(\\S+))?\\s*$`)

/** The header of a table in a text: its cells stand behind tabs on one line, or each on a line of its own. */
type TextHeader = { cells: string[]; from: number; to: number; isTabbed: boolean }
/** What of some lines is a row, and where that ends. */
type TextRow = { cells: string[]; to: number }

/**
 * Lines, with a table again where a program put its cells behind tabs, or each on lines of its own, with an empty one after it. A row with more cells or fewer than the header has could be read in several ways, and stays as lines.
 */
export function withTextTables(given: QuotedLine[], topics: string[]): QuotedLine[] {
  // A table of a page has its cells behind tabs, too.
  const lines = given.map((line) => (line.table ? { ...line, text: '' } : line))
  const header = headerIn(lines, new Set([...topics, ROW_NUMBER]))
  const starts = header ? startsIn(lines, header) : []
  if (!header || starts.length === 0) return given
  const over = lines.findIndex(({ text }, n) => n > starts.at(-1)! && END.test(text))
  const end = over < 0 ? lines.length : over
  const table: PageTable = { rows: [], within: undefined }
  const all = [...given]
  const put = (cells: string[], from: number, to: number) => {
    const row = table.rows.length
    table.rows.push(cells.map((words, cell) => ({ words, hidden: '', struck: '', cells: [{ row, cell }] })))
    for (let n = from; n < to; n++) all[n] = { ...all[n]!, table }
  }
  put(header.cells, header.from, header.to)
  for (const [at, from] of starts.entries()) {
    const within = lines.slice(from, starts[at + 1] ?? end)
    const { cells, to } = header.isTabbed ? tabbedRow(within, header) : rowOfLines(within)
    const isWhole = within.slice(0, to).every(({ depth }) => depth === lines[header.from]!.depth)
    if (isWhole && cells.length === header.cells.length) put(cells, from, from + to)
  }
  return all
}

function headerIn(lines: QuotedLine[], heads: Set<string>): TextHeader | undefined {
  const isHeader = (cells: string[]) => cells.filter((cell) => heads.has(cell)).length > 2
  for (const [from, { text }] of lines.entries()) {
    const behindTabs = cellsOf(text)
    if (isHeader(behindTabs)) return { cells: behindTabs, from, to: from + 1, isTabbed: true }
    const below = lines.slice(from).findIndex((line) => !heads.has(line.text.trim()))
    const cells = lines.slice(from, from + Math.max(below, 0)).map((line) => line.text.trim())
    if (isHeader(cells)) return { cells, from, to: from + below, isTabbed: false }
  }
  return undefined
}

const cellsOf = (text: string): string[] => text.split('\t').map((cell) => cell.trim())

/** Where rows begin. A number alone on a line may stand in a cell, so where nothing else tells, they count up. */
function startsIn(lines: QuotedLine[], { to, isTabbed }: TextHeader): number[] {
  const firsts = lines.map(({ text }, n) =>
    n < to || (isTabbed && !text.includes('\t'))
      ? undefined
      : FIRST.exec(isTabbed ? text.split('\t')[0]! : text),
  )
  const isTagged = firsts.some((first) => first?.[2] !== undefined)
  let last = 0
  return firsts.flatMap((first, n) => {
    const isStart = isTagged ? first?.[2] : first && (isTabbed || Number(first[1]) > last)
    if (!isStart) return []
    last = Number(first![1])
    return n
  })
}

/** A row whose cells stand behind tabs, each maybe of several lines. It ends where it is whole, with its paragraph. */
function tabbedRow(lines: QuotedLine[], { cells }: TextHeader): TextRow {
  let tabs = 0
  const to = lines.findIndex(({ text }) => {
    tabs += text.split('\t').length - 1
    return tabs >= cells.length - 1 && text.trim() === ''
  })
  const end = to < 0 ? lines.length : to
  const text = lines.slice(0, end).map((line) => line.text)
  return { cells: cellsOf(text.join('\n')), to: end }
}

/** A row whose cells stand on lines of their own, parted by empty ones. */
function rowOfLines([first, ...rest]: QuotedLine[]): TextRow {
  const text = rest.map((line) => line.text.trim()).join('\n')
  const blocks = text.split(/\n{2,}/).map((block) => block.trim())
  return { cells: [first!.text, ...blocks.filter(Boolean)], to: rest.length + 1 }
}
