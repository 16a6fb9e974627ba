import { rowInWords } from '../../core/record/change-row.ts'
import { cellOf, type SheetName, type SheetNews, settledCell } from '../../core/record/sheet.ts'
import { HjpError } from '../../errors.ts'
import type { Terminal } from '../../world/world.ts'
import type { Opened } from './open.ts'
import { indented } from './show-prompt.ts'
import { type Here, readField } from './typed.ts'

/** A row as it was typed, its cells by column, as the file would have them. What cannot be read is added to the complaints. */
export async function settledRow(
  opened: Opened,
  here: Here,
  sheet: SheetName,
  typed: Record<string, string>,
  complaints: string[],
): Promise<Record<string, string>> {
  const cells: Record<string, string> = {}
  for (const [column, cell] of Object.entries(typed))
    try {
      const read = cell === '' ? { is: '' } : await readField(sheet, column, cell, here)
      if ('wrong' in read) complaints.push(`${rowInWords(sheet, typed)}: *${column}* "${cell}" ${read.wrong}`)
      else cells[column] = settledCell(sheet, column, read.is, opened)
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      complaints.push(error.message)
    }
  return cells
}

/** What is new in a row, a line a cell: what it said, and what it says. */
export const cellsOfNews = ({ called, row, told }: SheetNews): string[] =>
  Object.entries(told).flatMap(([column, cell]) => {
    const before = cellOf(row?.row[column])
    return !row && cell === called ? [] : `${column}: ${before && `${before} → `}${cell || '(nothing)'}`
  })

/** The same under what the row is called. */
export function shownNews(terminal: Terminal, news: SheetNews): string {
  const lines = cellsOfNews(news)
  return [
    news.row ? news.called : `New: ${news.called}`,
    ...(lines.length > 0 ? [indented(terminal, lines.join('\n'))] : []),
  ].join('\n')
}
