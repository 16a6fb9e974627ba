import { strFromU8, zipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { HjpError } from '../../errors.ts'
import { TooMuch, unzipped } from '../../ooxml/unzip.ts'
import { walkXml } from '../../ooxml/xml.ts'

/** What is read of a workbook: no pictures, and nothing of other programs. */
const WANTED = /^(xl\/.*|_rels\/.*|\[Content_Types\])\.(xml|rels)$/i

type Sheet = Awaited<ReturnType<typeof readXlsx>>['sheets'][number]

/** The cells of an Excel workbook, `most` of them, within bounds of time and memory. Throws HjpError notATable, or TooMuch. */
export async function readWorkbook(path: string, bytes: Uint8Array, most: number): Promise<string[][]> {
  const sheets = await sheetsIn(path, bytes, most)
  const full = sheets.filter(({ rows }) => rows.some((row) => row.some((value) => value !== null)))
  if (full.length > 1) {
    const names = full.map(({ name }) => `"${name}"`).join(', ')
    throw new HjpError('notATable', path, `has several sheets: ${names}. Keep the one you mean.`)
  }
  return full.flatMap(({ rows, cells }) =>
    rows.map((row, y) => row.map((value, x) => cellText(value, cells?.get(`${y},${x}`)?.style?.numFmt))),
  )
}

async function sheetsIn(path: string, bytes: Uint8Array, most: number): Promise<Sheet[]> {
  try {
    const { names, parts } = unzipped(bytes, (name) => WANTED.test(name))
    if (!names.has('xl/workbook.xml')) throw new HjpError('notATable', path, 'is no workbook of Excel.')
    for (const part of parts.values()) checkExtent(strFromU8(part), most)
    // It is given what was found to be within bounds, and no more.
    const book = zipSync(Object.fromEntries(parts), { level: 0 })
    const { sheets } = await readXlsx(book, {
      readStyles: true,
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
    })
    return sheets
  } catch (error) {
    if (error instanceof HjpError || error instanceof TooMuch) throw error
    throw new HjpError('notATable', path, 'is incomplete or damaged.')
  }
}

/** A sheet is as large as its farthest cells, however few there are. Throws TooMuch, or another error where it is no XML. */
function checkExtent(xml: string, most: number): void {
  let [rows, columns] = [0, 0]
  walkXml(xml, {
    open(name, { r = '' }) {
      const [, column, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(r) ?? []
      if (!/^(\w+:)?c$/.test(name) || !column) return
      rows = Math.max(rows, Number(row))
      columns = Math.max(
        columns,
        [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
      )
      if (rows * columns > most) throw new TooMuch()
    },
  })
}

/** A cell as a person reads it, but a number whole. */
function cellText(value: Sheet['rows'][number][number], format = ''): string {
  if (value instanceof Date) return dayOrTime(value)
  if (typeof value === 'number' && format.includes('%')) return `${Number((value * 100).toPrecision(12))}%`
  return String(value ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
}

/** A cell that holds a time alone lies before the first day there is. */
function dayOrTime(value: Date): string {
  const [day = '', time = ''] = value.toISOString().slice(0, 16).split('T')
  if (day < '1900-01-01') return time
  return time === '00:00' ? day : `${day} ${time}`
}
