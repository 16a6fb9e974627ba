import { basename, resolve } from 'node:path'
import {
  columnsNamed,
  readSheet,
  recordNews,
  SHEETS,
  type SheetName,
  sheetColumns,
  sheetNamed,
  sheetRows,
  sheetsOf,
} from '../../core/record/sheet.ts'
import { counted, HjpError } from '../../errors.ts'
import type { Table } from '../../intake/table/table.ts'
import { oneLine } from '../../render/document/clean.ts'
import type { World } from '../../world/world.ts'
import { outLines } from '../shared/columns.ts'
import type { Opened } from '../shared/open.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { settledRow, shownNews } from '../shared/sheet-rows.ts'
import { rowsThere, sayTwice } from '../shared/twins.ts'
import { hereIn } from '../shared/typed.ts'
import { chooseWhatToSave } from './choose-what-to-save.ts'

/** What LibreOffice makes an Excel workbook of. */
const BY_OFFICE = /\.(fods|ods|ots|xls)$/i

export const isTable = (name: string): boolean => /\.(csv|tsv|xlsx)$/i.test(name) || BY_OFFICE.test(name)

/** What is in a spreadsheet. Throws HjpError noAnswers, noOffice, notATable, tooMuchInIt or unreadableByOffice. */
export async function tableIn(world: World, name: string): Promise<Table> {
  const path = resolve(world.cwd, name)
  const bytes = await world.files.read(path)
  if (!bytes) throw new HjpError('noAnswers', name)
  const { readTable } = await import('../../intake/table/table.ts')
  if (!BY_OFFICE.test(name)) return readTable(name, bytes)
  const converted = await world.byOffice(path, 'xlsx')
  if (!converted) throw new HjpError('noOffice', name, 'xlsx')
  return readTable(name, converted)
}

/** Takes in rows from a spreadsheet: shows what is new in them, and writes it where that is wished. */
export async function importRows(
  world: World,
  opened: Opened,
  name: string,
  table: Table,
  { table: given, yes }: { table: string | undefined; yes: boolean },
): Promise<0> {
  const { terminal } = world
  const { partnership, parts } = opened
  const sheet = given === undefined ? sheetLike(name, table) : sheetNamed(given)
  const complaints: string[] = []
  const rows = await readCells(world, opened, sheet, table, complaints)
  const { news, same, blank, ...read } = readSheet(sheet, rows, partnership, parts)
  complaints.push(...read.complaints)
  if (complaints.length > 0) throw new HjpError('badAnswers', name, complaints)

  const added = news.filter(({ row }) => !row)
  const what = [
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(news.length > added.length ? [`${news.length - added.length} changed`] : []),
  ].join(', ')
  outLines(
    terminal,
    `${oneLine(basename(name))}: ${counted(rows.length, 'row')} of ${sheet}, ${what || 'nothing new'}`,
  )
  for (const each of news) terminal.out(`\n${shownNews(terminal, each)}\n`)
  const absent = sheetRows(partnership, sheet).length - same - (news.length - added.length)
  if (absent > 0)
    terminal.say(
      `${counted(absent, 'row')} of the file ${absent === 1 ? 'is' : 'are'} not in it, and ${absent === 1 ? 'stays' : 'stay'}.`,
    )
  if (blank > 0)
    terminal.say(
      `${counted(blank, 'cell')} in it ${blank === 1 ? 'is' : 'are'} blank where the file is not. What the file says stays; *hjp change* empties a field.`,
    )
  const wanted = await chooseWhatToSave(world, news, yes)
  if (wanted.length === 0) return 0
  const writes = wanted.map((each) => recordNews(sheet, each, parts))
  const there = rowsThere(opened, writes)
  saySaved(world, await save(world, opened, writes, { tells: false }), opened, `${sheet}: ${what}`)
  sayTwice(world, there)
  return 0
}

/** The sheet that a file is of by its header; where it could be of several, by its name. Throws HjpError whichTable. */
function sheetLike(name: string, { header }: Table): SheetName {
  const likely = sheetsOf(header)
  const called = likely.find((sheet) => basename(name).toLowerCase().startsWith(sheet))
  const found = called ?? (likely.length === 1 ? likely[0] : undefined)
  if (!found) throw new HjpError('whichTable', name, likely.length > 0 ? likely : SHEETS)
  return found
}

/** The rows, their cells by column and as the file would have them. What cannot be read is added to the complaints. */
async function readCells(
  world: World,
  opened: Opened,
  sheet: SheetName,
  { header, rows }: Table,
  complaints: string[],
): Promise<Record<string, string>[]> {
  const here = hereIn(world, opened)
  const columns = columnsNamed(sheet, header)
  for (const [n, column] of columns.entries())
    if (column === undefined && rows.some((row) => row[n] !== ''))
      complaints.push(
        `there is no column "${header[n]}" in ${sheet}. The columns are: ${sheetColumns(sheet)
          .map(([each]) => each)
          .join(', ')}.`,
      )
    else if (column !== undefined && columns.indexOf(column) < n)
      complaints.push(`the column *${column}* appears twice.`)
  const all: Record<string, string>[] = []
  for (const row of rows) {
    const typed = Object.fromEntries(columns.flatMap((column, n) => (column ? [[column, row[n]!]] : [])))
    all.push(await settledRow(opened, here, sheet, typed, complaints))
  }
  return all
}
