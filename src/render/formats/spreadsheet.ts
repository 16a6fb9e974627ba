import { createHash } from 'node:crypto'
import { strFromU8 } from 'fflate'
import type { DataValidation } from 'hucre/xlsx'
import { unzipped } from '../../ooxml/unzip.ts'
import { clean } from '../document/clean.ts'

/** Rows as a spreadsheet, of which the first is its header; and of each column what it can say, where that is one of a few words. */
export type Spreadsheet = { name: string; cells: string[][]; choices: string[][]; today: string }

/** What a spreadsheet would run as a formula; an apostrophe before it makes it text, and one more where it has some already. */
const FORMULA = /^'*[=+\-@]/

/** Excel opens it in columns: its letters are told by a mark, and where decimals have a comma its cells are parted by semicolons. */
export async function csv({ cells }: Spreadsheet, locale: string): Promise<string> {
  const { default: Papa } = await import('papaparse')
  const delimiter = (1.1).toLocaleString(locale).includes(',') ? ';' : ','
  const text = Papa.unparse(
    cells.map((row) => row.map(clean)),
    { delimiter, quotes: true, escapeFormulae: FORMULA },
  )
  return `\ufeff${text}\r\n`
}

/** Every cell is text, and stays so when it is typed over: 007 keeps its zeros, and nothing is run. */
export async function xlsx(sheet: Spreadsheet): Promise<Uint8Array> {
  const { colToLetter, writeXlsx } = await import('hucre/xlsx')
  const { name, cells, choices, today } = sheet
  const style = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } as const
  const date = new Date(`${today}T00:00:00Z`)
  const book = (digest: string) =>
    writeXlsx({
      properties: { created: date, modified: date, custom: { 'hjp-digest': digest } },
      sheets: [
        {
          name,
          rows: cells.map((row) => row.map(clean)),
          columns: cells[0]!.map((heading) => ({
            width: Math.max(14, Math.min(heading.length * 2 + 8, 40)),
            style,
          })),
          cells: new Map(
            cells[0]!.map((value, n) => [`0,${n}`, { value, style: { ...style, font: { bold: true } } }]),
          ),
          freezePane: { rows: 1 },
          dataValidations: choices.flatMap((values, n): DataValidation[] => {
            const column = colToLetter(n)
            return values.length > 0 ? [{ type: 'list', values, range: `${column}2:${column}1000` }] : []
          }),
        },
      ],
    })
  return book(digestOf(await book('')))
}

const CELLS = /^xl\/(worksheets\/sheet1|sharedStrings)\.xml$/
const PROPERTIES = 'docProps/custom.xml'

const digestIn = (parts: Map<string, Uint8Array>): string => {
  const hash = createHash('sha256')
  for (const [name, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (CELLS.test(name)) hash.update(part)
  return hash.digest('hex')
}

const digestOf = (bytes: Uint8Array): string => digestIn(unzipped(bytes, (name) => CELLS.test(name)).parts)

/** Whether a workbook is as hjp wrote it. */
export function isOwnWorkbook(bytes: Uint8Array): boolean {
  try {
    const { parts } = unzipped(bytes, (name) => CELLS.test(name) || name === PROPERTIES)
    return strFromU8(parts.get(PROPERTIES)!).includes(digestIn(parts))
  } catch {
    return false
  }
}
