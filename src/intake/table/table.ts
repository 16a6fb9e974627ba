import { HjpError } from '../../errors.ts'
import { TooMuch } from '../../ooxml/unzip.ts'

/** What a spreadsheet says: each cell as text, each row as long as the header. What stands under no heading has a blank one. */
export type Table = { header: string[]; rows: string[][] }

/** Cells in all: a thousand answers to two thousand questions. */
const MOST_CELLS = 2_000_000

/**
 * The rows of a CSV file or an Excel workbook, however it was saved, and without those that are blank. The first is its header. Days are
 * YYYY-MM-DD, times HH:MM, and lines within a cell end in \n. Throws HjpError notATable or tooMuchInIt; `path` is for the message.
 */
export async function readTable(path: string, bytes: Uint8Array): Promise<Table> {
  try {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
    const cells = isZip
      ? await (await import('./workbook.ts')).readWorkbook(path, bytes, MOST_CELLS)
      : (await import('./csv.ts')).readCsv(path, bytes)
    const [header, ...rows] = cells.filter((row) => row.some((cell) => cell !== ''))
    if (!header) throw new HjpError('notATable', path, 'has nothing in it.')
    const width = rows.reduce((most, { length }) => Math.max(most, length), header.length)
    if (width * rows.length > MOST_CELLS) throw new TooMuch()
    const whole = (row: string[]) => Array.from({ length: width }, (_, n) => row[n] ?? '')
    return { header: whole(header), rows: rows.map(whole) }
  } catch (error) {
    if (error instanceof TooMuch) throw new HjpError('tooMuchInIt', path)
    throw error
  }
}
