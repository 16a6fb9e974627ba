import { stampOf } from '../../ooxml/stamps.ts'
import { askedColumns, type RowForm } from '../agreement/row-form.ts'
import type { Row } from '../file/row.ts'
import type { Part } from '../prompts/prompts.ts'
import { cellOf } from './sheet.ts'
import { wrongIn } from './typed-row.ts'

/** The cells of a row that a partner sent back, held against those of the file. */

/** A cell as it came back, and the stamp of what was sent there, where that is known. */
export type ReturnedCell = { column: string; words: string; sent: string | undefined }
/** What is new in cells, blank where one was emptied; what is said of one twice or differently, and what will not do. */
export type MergedCells = {
  told: Record<string, string>
  both: { column: string; here: string; there: string; why: 'changed' | 'unknown' | 'twice' }[]
  wrong: { column: string; why: string }[]
}

export const titleOf = (table: RowForm): string => askedColumns(table).find(([, { title }]) => title)![0]

/** Three ways: what is here now, what came back, and what was sent. Where nobody knows what was sent, what came back takes the place of nothing. */
export function mergedCells(table: RowForm, row: Row, cells: ReturnedCell[], parts: Part[]): MergedCells {
  const merged: MergedCells = { told: {}, both: [], wrong: [] }
  for (const { column, words, sent } of cells) {
    const here = cellOf(row[column])
    const [now, back] = [stampOf(here), stampOf(words)]
    if (back === now || back === sent || (words === '' && sent === undefined)) continue
    const why = words === '' ? undefined : wrongIn(table, column, words, parts)
    if (words === '' && column === titleOf(table)) merged.wrong.push({ column, why: EMPTIED })
    else if (why) merged.wrong.push({ column, why })
    else if (sent !== now && (sent !== undefined || here !== ''))
      merged.both.push({ column, here, there: words, why: sent === undefined ? 'unknown' : 'changed' })
    else merged.told[column] = words
  }
  return merged
}

const EMPTIED = 'It is empty there, and a row cannot be without it.'

/** A row that came back twice: where each says something else, what comes first counts, and the other is told. */
export function withSecond(first: MergedCells, second: MergedCells): MergedCells {
  const twice = Object.entries(second.told).flatMap(([column, there]) => {
    const here = first.told[column]
    return here === undefined || stampOf(here) === stampOf(there)
      ? []
      : [{ column, here, there, why: 'twice' as const }]
  })
  return {
    told: { ...second.told, ...first.told },
    both: [
      ...first.both,
      ...second.both.filter(({ column, there }) => first.told[column] !== there),
      ...twice,
    ],
    wrong: [...first.wrong, ...second.wrong],
  }
}
