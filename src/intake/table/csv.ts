import Papa from 'papaparse'
import { HjpError } from '../../errors.ts'
import { TooMuch } from '../../ooxml/unzip.ts'
import { textIn } from '../charset.ts'

/** Bytes: two hundred answers of twenty pages. */
const LIMIT = 5_000_000
/** What cells are parted by: the comma where decimals have a point, the semicolon where they have a comma, the tab in Excel's Unicode text. */
const PARTINGS = [',', ';', '\t', '|']
/** Parts nothing. */
const NONE = '\x1f'

/** The cells of a CSV file. Throws HjpError notATable, or TooMuch. */
export function readCsv(path: string, bytes: Uint8Array): string[][] {
  if (bytes.length > LIMIT) throw new TooMuch()
  // Old workbooks, and those with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new HjpError('notATable', path, 'is a workbook in an old format, or with a password.')
  const text = textIn(bytes)?.replace(/\r\n?/g, '\n')
  if (text === undefined) throw new HjpError('notATable', path, 'is no text and no workbook.')
  const [, told] = /^"?sep=(.)"?\n/i.exec(text) ?? []
  const body = told === undefined ? text : text.slice(text.indexOf('\n') + 1)
  const { data, errors } = parse(body, told ?? parting(body))
  const wrong = errors.find(({ type }) => type === 'Quotes')
  if (wrong)
    throw new HjpError('notATable', path, `has a quotation mark in row ${wrong.row! + 1} that is not closed.`)
  return data.map((row) => row.map(asTyped))
}

const parse = (text: string, delimiter: string, preview = 0) =>
  Papa.parse<string[]>(text, { delimiter, preview, newline: '\n' })

/** What parts the cells: of what stands in the first row, that by which the rows are most alike. */
function parting(text: string): string {
  const outside = text
    .trimStart()
    .split('"')
    .filter((_, n) => n % 2 === 0)
  const [header] = outside.join('').split('\n')
  const uneven = (each: string): number => {
    const [first, ...others] = parse(text, each, 50).data
    return others.filter(({ length }) => length !== first!.length).length
  }
  const perhaps = PARTINGS.filter((each) => header!.includes(each)).map((each) => ({
    each,
    uneven: uneven(each),
  }))
  return perhaps.sort((a, b) => a.uneven - b.uneven)[0]?.each ?? NONE
}

/** A cell that a spreadsheet would have run as a formula was written with an apostrophe before it. */
const asTyped = (cell: string): string => cell.trim().replace(/^'(?='*[=+\-@])/, '')
