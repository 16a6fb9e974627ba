import type { ListMarker } from '../word/list-marks.ts'
import type { Paragraph } from '../word/paragraph.ts'
import type { RawLine } from './old-lines.ts'
import { rowLine } from './old-tables.ts'

/** Paragraphs in a cell from which on a table only sets out a page. */
const LAYOUT = 3

/** What the footnotes of some paragraphs say. */
type NotesOf = (paragraphs: Paragraph[]) => string[]

/** The paragraphs of a Word file, a row of a table in one. A table whose cells are long only sets out the page, as in columns. */
export function wordLines(body: Paragraph[], marker: ListMarker, notesOf: NotesOf): RawLine[] {
  const lines: RawLine[] = []
  for (let n = 0, isTable = false; n < body.length; ) {
    const row = body[n]!.cells[0]?.row
    const isIn = (each: Paragraph) => row !== undefined && each.cells[0]?.row === row
    const length = body.slice(n).findIndex((each) => !isIn(each))
    const all = body.slice(n, row === undefined ? n + 1 : length < 0 ? undefined : n + length)
    const cells = cellsOf(all)
    if (row === undefined || cells.some((cell) => cell.length >= LAYOUT) || cells.length < 2)
      lines.push(...all.map((each) => noted(lineOf(each, marker), notesOf([each]))))
    else {
      const words = cells.map((cell) => cell.join(' '))
      const isStrong = all.every((each) => each.isStrong || each.words.trim() === '')
      lines.push(noted(rowLine(words, isTable ? 'later' : 'first', isStrong), notesOf(all)))
    }
    isTable = row !== undefined
    n += all.length
  }
  return lines
}

const noted = (line: RawLine, notes: string[]): RawLine => ({ ...line, ...(notes.length > 0 && { notes }) })

/** What the cells of a row say, a paragraph each. */
function cellsOf(row: Paragraph[]): string[][] {
  const cells: string[][] = []
  for (const { cells: at, words } of row) {
    const place = at[0]?.cell ?? 0
    if (words.trim()) cells[place] = [...(cells[place] ?? []), words.trim()]
  }
  return Array.from(cells, (cell) => cell ?? [])
}

function lineOf(paragraph: Paragraph, marker: ListMarker): RawLine {
  const { words, style, isStrong } = paragraph
  const heading = /^heading ?(\d)$/i.exec(style)?.[1] ?? (/^title$/i.test(style) ? '1' : undefined)
  const mark = marker(paragraph)?.mark
  return { words, isStrong, ...(heading && { heading: Number(heading) }), ...(mark && { mark }) }
}
