import type { InTable } from '../grid.ts'
import { type PageTable, textOfLines } from '../quoted-lines.ts'
import { tidy } from '../reply/tidy.ts'
import { LineWriter } from './html-writer.ts'

type ElementAttributes = Record<string, string>
type OpenTable = { table: PageTable; row: number; next: number; tall: Map<number, number> }
type OpenCell = { cell: PageTable['rows'][number][number]; writer: LineWriter; of: OpenTable }

/** Columns and rows that a cell can span, and cells in a page. */
const SPAN = 100
const MOST = 20_000

/** The tables of a page by their rows and cells, read along with its lines. */
export class TableReader {
  readonly #tables: OpenTable[] = []
  readonly #cells: OpenCell[] = []
  #rows = 0
  #many = 0

  /** The table that stands open here. */
  get table(): PageTable | undefined {
    return this.#tables.at(-1)?.table
  }

  /** What sets the words of the cell that is open here; none where a table is between its cells. */
  get writer(): LineWriter | undefined {
    const cell = this.#cells.at(-1)
    return cell?.of === this.#tables.at(-1) ? cell?.writer : undefined
  }

  open(name: string, given: ElementAttributes): void {
    const at = this.#tables.at(-1)
    if (name === 'table')
      this.#tables.push({
        ...{ table: { rows: [], within: at?.table }, row: -1, next: 0, tall: new Map() },
      })
    else if (name === 'tr' && at) this.#openRow(at)
    else if (/^t[dh]$/.test(name) && at && this.#many++ < MOST) this.#openCell(at, given)
  }

  close(name: string): void {
    if (/^t[dh]$/.test(name) && this.writer) {
      const { cell, writer } = this.#cells.pop()!
      cell.words = tidy([textOfLines(writer.lines())])
    }
    if (name === 'table') this.#tables.pop()
  }

  /** Words that do not show, or that are struck out. */
  aside(what: 'hidden' | 'struck', words: string): void {
    if (this.writer) this.#cells.at(-1)!.cell[what] += words
  }

  #openRow(at: OpenTable): void {
    at.row = this.#rows++
    at.next = 0
    at.table.rows.push([])
    for (const [column, left] of at.tall)
      if (left > 1) at.tall.set(column, left - 1)
      else at.tall.delete(column)
  }

  #openCell(at: OpenTable, { colspan, rowspan }: ElementAttributes): void {
    if (at.table.rows.length === 0) this.#openRow(at)
    while (at.tall.has(at.next)) at.next += 1
    const [span, rows] = [spanOf(colspan), spanOf(rowspan)]
    const where: InTable['cells'][number] = { row: at.row, cell: at.next, span, isTall: rows > 1 }
    // Counted down as the next row opens.
    if (rows > 1) for (let n = 0; n < span; n++) at.tall.set(at.next + n, rows)
    at.next += span
    const cell = { words: '', hidden: '', struck: '', cells: [where] }
    at.table.rows.at(-1)!.push(cell)
    this.#cells.push({ cell, writer: new LineWriter(), of: at })
  }
}

const spanOf = (given = '1'): number => Math.min(SPAN, Math.max(1, Math.trunc(Number(given)) || 1))
