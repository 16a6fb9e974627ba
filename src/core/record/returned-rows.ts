import { stampOf } from '../../ooxml/stamps.ts'
import { askedColumns, isNewRow, type KeyedRow, type RowForm, rowKeys } from '../agreement/row-form.ts'
import { partnerName } from '../file/partner.ts'
import type { Partnership } from '../file/partnership.ts'
import type { Row } from '../file/row.ts'
import type { Part } from '../prompts/prompts.ts'
import { choiceMeant } from '../values/choice.ts'
import { saysNothing } from '../values/nothing.ts'
import type { PlacedRow } from './change-row.ts'
import type { Write } from './enter.ts'
import { itemsOf } from './items.ts'
import { recordRemoved } from './remove.ts'
import { type MergedCells, mergedCells, type ReturnedCell, titleOf, withSecond } from './returned-cells.ts'
import { cellOf, recordNews, settledCell, sheetRows } from './sheet.ts'
import { choicesFor, fieldsOf } from './typed-row.ts'

/** Rows of a table that a partner sent back, held against those of the file. */

/**
 * A row that says something else than the file does. `told` are its cells that are new, blank where one was emptied; in `both` are
 * those that say something else than what was changed here since, or may have been, or than the same cell the first time it came back.
 * What is `wrong` will not do. One that is `lost` is not in the file any more, and one that is `nameless` does not say what it is.
 */
export type ReturnedRow = {
  how: 'new' | 'changed' | 'struck' | 'lost' | 'nameless'
  called: string
  row: PlacedRow | undefined
} & MergedCells

/** A row as it came back, of which the file may have one. */
type Back = { key: string; called: string; row: PlacedRow | undefined; isOwn: boolean; cells: ReturnedCell[] }
type Known = { partnership: Partnership; parts: Part[] }
type Answer = { prompt: string; words: string; sent?: string }

/** The rows that answers to the places of a table tell of, but for those that say what the file says. */
export function returnedRows(
  table: RowForm,
  partner: string,
  answers: Answer[],
  known: Known,
): ReturnedRow[] {
  const title = titleOf(table)
  const here = sheetRows(known.partnership, table)
  const keys = rowKeys(
    table,
    here.map(({ row }) => keyed(table, row)),
  )
  const back = byRow(answers).map(([key, raw]): Back => {
    const words = wordsIn(raw, title)
    const own = here[keys.indexOf(key)]
    const row = own ?? here.find((each) => isCalled(each, words, partner))
    const cells = raw.flatMap((cell) => {
      const { words } = saidIn(table, cell, partner, known)
      return words === undefined ? [] : { ...cell, words }
    })
    return { key, called: row?.words ?? words, row, isOwn: own !== undefined, cells }
  })
  // What came back twice is one row.
  return back.flatMap((each) => {
    const alike = back.filter(({ key, row }) => (each.row ? row === each.row : key === each.key))
    if (alike[0] !== each) return []
    return each.row ? rowOfFile(table, alike, known.parts) : newRow(table, alike, known.parts)
  })
}

/** What came back of a row that the file does not have, however often. */
function newRow(table: RowForm, alike: Back[], parts: Part[]): ReturnedRow[] {
  const { key, called } = alike[0]!
  const told = alike.map(({ cells }) =>
    cells.filter(({ words, sent }) => stampOf(words) !== (sent ?? NOTHING)),
  )
  if (told.every((cells) => cells.length === 0) || saysTakeOut(called)) return []
  const merged = told.map((cells) => mergedCells(table, {}, cells, parts)).reduce(withSecond)
  const row = { called, row: undefined, ...merged }
  if (!isNewRow(key)) return [{ how: 'lost', ...row }]
  return [{ how: merged.told[titleOf(table)] ? 'new' : 'nameless', ...row }]
}

/** What came back of a row of the file, however often. */
function rowOfFile(table: RowForm, alike: Back[], parts: Part[]): ReturnedRow[] {
  const { called, row } = alike[0]!
  const left = alike.filter((each) => !isTakenOut(table, each))
  if (left.length === 0) {
    const told = saidBeside(table, row!.row, alike)
    return [{ how: 'struck', called, row, told, both: [], wrong: [] }]
  }
  const own = alike.find(({ isOwn }) => isOwn)
  const isAgain = own && !left.includes(own)
  const merged = left
    .map(({ cells }) => mergedCells(table, row!.row, isAgain ? typedAgain(cells, own.cells) : cells, parts))
    .reduce(withSecond)
  const isNews = Object.keys(merged.told).length + merged.both.length + merged.wrong.length > 0
  return isNews ? [{ how: 'changed', called, row, ...merged }] : []
}

/** The cells of a row that was taken out and typed again, held against what was sent of it. */
function typedAgain(cells: ReturnedCell[], before: ReturnedCell[]): ReturnedCell[] {
  const sent = new Map(before.map((cell) => [cell.column, cell.sent]))
  return cells.flatMap((cell) =>
    cell.words === '' ? [] : { ...cell, sent: sent.get(cell.column) ?? cell.sent },
  )
}

/** What is new in the cells of a row that goes. */
const saidBeside = (table: RowForm, row: Row, alike: Back[]): Record<string, string> =>
  Object.fromEntries(
    alike
      .flatMap(({ cells }) => cells)
      .filter(({ column, words, sent }) => {
        const isSame = [sent, stampOf(cellOf(row[column]))].includes(stampOf(words))
        return words !== '' && column !== titleOf(table) && !isSame
      })
      .map(({ column, words }) => [column, words]),
  )

/** What a cell says as the file has it, nothing where it is none of what there is to choose; where it says more than that, that is beside it. */
function saidIn(
  table: RowForm,
  { column, words, sent }: ReturnedCell,
  partner: string,
  known: Known,
): { words: string | undefined; more: boolean } {
  if (sent === stampOf(words)) return { words, more: false }
  const { offers, names, title } = fieldsOf(table)[column]!
  if (!title && saysNothing(words)) return { words: '', more: false }
  if (names === 'person' && OURSELVES.test(words))
    return { words: partnerName(known.partnership, partner), more: false }
  const settled = settledCell(table, column, words, known)
  if (offers && words !== '') {
    const own = sheetRows(known.partnership, table).map(({ row }) => cellOf(row[column]))
    const chosen = own.includes(settled) ? { choice: settled, more: false } : choiceMeant(offers, settled)
    return { words: chosen?.choice, more: !chosen || chosen.more }
  }
  const [, plain, more] = YES_OR_NO.exec(words) ?? []
  const choices = choicesFor(table, column, known.partnership)
  const isMore = more !== undefined && choices.includes(plain!.toLowerCase())
  return { words: settledCell(table, column, isMore ? plain! : words, known), more: isMore }
}
/** Whoever fills in a form, in its own words. */
const OURSELVES = /^\W*(?:us|we|ours|me|i|myself|ourselves|our (?:team|service|staff|side))\W*$/i
const YES_OR_NO = /^(yes|no)\s*[,.;:!–—-]\s*(\S.*)$/is

/** What cells say beside what there is to choose, in the words of whoever wrote it, each with the row that it is of. */
export const remarksInRows = (
  table: RowForm,
  partner: string,
  answers: Answer[],
  known: Known,
): { near: string; words: string }[] =>
  byRow(answers).flatMap(([near, cells]) =>
    cells
      .filter((cell) => saidIn(table, cell, partner, known).more)
      .map(({ column, words }) => {
        const { ask, offers } = fieldsOf(table)[column]!
        return { near, words: offers ? `${ask} ${words}` : words }
      }),
  )

/** What the rows that came back are called, by their keys: nothing where that is blank. */
export const rowsCalled = (table: RowForm, answers: Answer[]): Map<string, string> =>
  new Map(
    byRow(answers)
      .reverse()
      .map(([key, cells]) => [key, wordsIn(cells, titleOf(table))]),
  )

const NOTHING = stampOf('')

/** What partners write in place of what a row is called to have it taken out. */
const IT = '(?:\\s+(?:it|them|this|(?:this|the) (?:one|row)))?'
const TAKE_OUT = new RegExp(
  `^\\W*(?:please\\s+)?(?:take${IT}\\s+out|(?:delete|remove|strike|cross)${IT}(?:\\s+out)?|(?:to be\\s+)?(?:deleted|removed|(?:struck|taken|crossed) out))(?:,?\\s+please)?\\W*$`,
  'i',
)

/** Whether some words, which stand where a row says what it is, say that it goes. */
export const saysTakeOut = (words: string): boolean => TAKE_OUT.test(words)

/** Whether a row was taken out: by words in place of what it is called or beside it, or since nothing is left of it. */
const isTakenOut = (table: RowForm, { called, cells }: Back): boolean => {
  const words = wordsIn(cells, titleOf(table))
  return saysTakeOut(words) || saysTakeOut(words.replace(called, '')) || isEmptied(table, cells)
}

/** Whether nothing is left of a row of which something was sent. */
const isEmptied = (table: RowForm, cells: ReturnedCell[]): boolean =>
  cells.length === askedColumns(table).length &&
  cells.every(({ words }) => words === '') &&
  cells.some(({ sent }) => sent !== undefined && sent !== NOTHING)

const keyed = (table: RowForm, row: Row): KeyedRow => ({
  title: cellOf(row[titleOf(table)]),
  ...(row['id'] !== undefined && { id: cellOf(row['id']) }),
  ...(row['partner'] !== undefined && { partner: cellOf(row['partner']) }),
})

/** Whether a row goes by these words, and is of this partner or of all. */
const isCalled = ({ words, row }: PlacedRow, called: string, partner: string): boolean =>
  words.toLowerCase() === called.toLowerCase() &&
  [undefined, partner, 'together'].includes(row['partner'] as string)

const wordsIn = (cells: ReturnedCell[], title: string): string =>
  cells.find(({ column }) => column === title)?.words ?? ''

/** The cells of answers by the row; a row has those of another time it came back apart. */
function byRow(answers: Answer[]): [key: string, cells: ReturnedCell[]][] {
  const rows: [key: string, cells: ReturnedCell[]][] = []
  for (const { prompt, words, sent } of answers) {
    const at = prompt.lastIndexOf('/')
    const [key, column] = [prompt.slice(0, at), prompt.slice(at + 1)]
    const open = rows.find(([other, cells]) => other === key && !cells.some((cell) => cell.column === column))
    const cell = { column, words: words.trim(), sent }
    if (open) open[1].push(cell)
    else rows.push([key, [cell]])
  }
  return rows
}

/** Writes what came back of a row: nothing of one that is lost or does not say what it is. Throws HjpError badRow. */
export function recordReturnedRow(
  table: RowForm,
  partner: string,
  { how, called, row, told }: ReturnedRow,
  { partnership, parts }: Known,
): Write[] {
  if (how === 'struck') {
    const item = itemsOf(partnership, parts).find(({ at }) => at.join() === row!.at.join())
    return item ? [recordRemoved(item, parts)] : []
  }
  if (how === 'lost' || how === 'nameless' || Object.keys(told).length === 0) return []
  const isOwn = how === 'new' && table === 'contributions'
  return [recordNews(table, { called, row, told: isOwn ? { ...told, partner } : told }, parts)]
}
