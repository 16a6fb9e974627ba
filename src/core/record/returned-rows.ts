import { stampOf } from '../../ooxml/stamps.ts'
import { askedColumns, isNewRow, type KeyedRow, type RowForm, rowKeys } from '../agreement/row-form.ts'
import type { Partnership } from '../file/partnership.ts'
import type { Row } from '../file/row.ts'
import type { Part } from '../prompts/prompts.ts'
import type { PlacedRow } from './change-row.ts'
import type { Write } from './enter.ts'
import { itemsOf } from './items.ts'
import { recordRemoved } from './remove.ts'
import { cellOf, recordNews, settledCell, sheetRows } from './sheet.ts'
import { choicesFor, wrongIn } from './typed-row.ts'

/** Rows of a table that a partner sent back, held against those of the file. */

/**
 * A row that says something else than the file does. `told` are its cells that are new, blank where one was emptied; in `both` the file was
 * changed as well since it was sent, and what is `wrong` will not do. One that is `lost` is not in the file any more, and one that is
 * `nameless` does not say what it is.
 */
export type ReturnedRow = {
  how: 'new' | 'changed' | 'struck' | 'lost' | 'nameless'
  called: string
  row: PlacedRow | undefined
  told: Record<string, string>
  both: { column: string; here: string; there: string }[]
  wrong: { column: string; why: string }[]
}

/** A cell as it came back, and the stamp of what was sent there, where that is known. */
type Cell = { column: string; words: string; sent: string | undefined }
type Known = { partnership: Partnership; parts: Part[] }

/** The rows that answers to the places of a table tell of, but for those that say what the file says. */
export function returnedRows(
  table: RowForm,
  partner: string,
  answers: { prompt: string; words: string; sent?: string }[],
  known: Known,
): ReturnedRow[] {
  const title = titleOf(table)
  const here = sheetRows(known.partnership, table)
  const keys = rowKeys(
    table,
    here.map(({ row }) => keyed(table, row)),
  )
  return [...byRow(answers)].flatMap(([key, raw]): ReturnedRow[] => {
    const words = raw.find(({ column }) => column === title)?.words ?? ''
    const row = here[keys.indexOf(key)] ?? here.find((each) => isCalled(each, words, partner))
    const cells = raw.map((cell) => ({ ...cell, words: saidIn(table, cell, known).words }))
    const called = row?.words ?? (words || NAMELESS)
    const empty = { called, row, told: {}, both: [], wrong: [] }
    if (saysTakeOut(words) || isEmptied(table, cells)) return row ? [{ how: 'struck', ...empty }] : []
    if (row) {
      const merged = { ...empty, ...mergedCells(table, row.row, cells, known.parts) }
      const isNews = Object.keys(merged.told).length + merged.both.length + merged.wrong.length > 0
      return isNews ? [{ how: 'changed', ...merged }] : []
    }
    const told = cells.filter(({ words: said, sent }) => stampOf(said) !== (sent ?? NOTHING))
    if (told.length === 0) return []
    const merged = { ...empty, ...mergedCells(table, {}, told, known.parts) }
    if (!isNewRow(key)) return [{ how: 'lost', ...merged }]
    return [{ how: merged.told[title] ? 'new' : 'nameless', ...merged }]
  })
}

/** What a cell says as the file has it; where it says more than a yes or a no, that is beside it. */
function saidIn(table: RowForm, { column, words }: Cell, known: Known): { words: string; more: boolean } {
  const [, plain, more] = YES_OR_NO.exec(words) ?? []
  const choices = choicesFor(table, column, known.partnership)
  const isMore = more !== undefined && choices.includes(plain!.toLowerCase())
  return { words: settledCell(table, column, isMore ? plain! : words, known), more: isMore }
}
const YES_OR_NO = /^(yes|no)\s*[,.;:!–—-]\s*(\S.*)$/is

/** What cells say beside a yes or a no, in the words of whoever wrote it, each with what its row is called. */
export function remarksInRows(
  table: RowForm,
  answers: { prompt: string; words: string; sent?: string }[],
  known: Known,
): { called: string; words: string }[] {
  const title = titleOf(table)
  return [...byRow(answers).values()].flatMap((cells) =>
    cells
      .filter((cell) => saidIn(table, cell, known).more)
      .map(({ words }) => ({
        called: cells.find(({ column }) => column === title)?.words || NAMELESS,
        words,
      })),
  )
}

const NOTHING = stampOf('')
const EMPTIED = 'It is empty there, and a row cannot be without it.'
const NAMELESS = '(without a name)'

/** What partners write in place of what a row is called to have it taken out. */
const IT = '(?:\\s+(?:it|them|this|(?:this|the) (?:one|row)))?'
const TAKE_OUT = new RegExp(
  `^\\W*(?:please\\s+)?(?:take${IT}\\s+out|(?:delete|remove|strike|cross)${IT}(?:\\s+out)?|(?:to be\\s+)?(?:deleted|removed|(?:struck|taken|crossed) out))(?:,?\\s+please)?\\W*$`,
  'i',
)

/** Whether some words, which stand where a row says what it is, say that it goes. */
export const saysTakeOut = (words: string): boolean => TAKE_OUT.test(words)

/** Whether nothing is left of a row of which something was sent. */
const isEmptied = (table: RowForm, cells: Cell[]): boolean =>
  cells.length === askedColumns(table).length &&
  cells.every(({ words }) => words === '') &&
  cells.some(({ sent }) => sent !== undefined && sent !== NOTHING)

const titleOf = (table: RowForm): string => askedColumns(table).find(([, { title }]) => title)![0]

const keyed = (table: RowForm, row: Row): KeyedRow => ({
  title: cellOf(row[titleOf(table)]),
  ...(row['id'] !== undefined && { id: cellOf(row['id']) }),
  ...(row['partner'] !== undefined && { partner: cellOf(row['partner']) }),
})

/** Whether a row goes by these words, and is of this partner or of all. */
const isCalled = ({ words, row }: PlacedRow, called: string, partner: string): boolean =>
  words.toLowerCase() === called.toLowerCase() &&
  [undefined, partner, 'together'].includes(row['partner'] as string)

function byRow(answers: { prompt: string; words: string; sent?: string }[]): Map<string, Cell[]> {
  const rows = new Map<string, Cell[]>()
  for (const { prompt, words, sent } of answers) {
    const at = prompt.lastIndexOf('/')
    const key = prompt.slice(0, at)
    rows.set(key, [...(rows.get(key) ?? []), { column: prompt.slice(at + 1), words: words.trim(), sent }])
  }
  return rows
}

/** Three ways: what is here now, what came back, and what was sent. Where nobody knows what was sent, what came back is news. */
function mergedCells(table: RowForm, row: Row, cells: Cell[], parts: Part[]) {
  const merged: Pick<ReturnedRow, 'told' | 'both' | 'wrong'> = { told: {}, both: [], wrong: [] }
  for (const { column, words, sent } of cells) {
    const here = cellOf(row[column])
    const [now, back] = [stampOf(here), stampOf(words)]
    if (back === now || back === sent || (words === '' && sent === undefined)) continue
    const why = words === '' ? undefined : wrongIn(table, column, words, parts)
    if (words === '' && column === titleOf(table)) merged.wrong.push({ column, why: EMPTIED })
    else if (why) merged.wrong.push({ column, why })
    else if (sent !== undefined && sent !== now) merged.both.push({ column, here, there: words })
    else merged.told[column] = words
  }
  return merged
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
