import { isNewRow } from '../../core/agreement/row-form.ts'
import { tagOf } from '../../ooxml/stamps.ts'
import type { Question } from '../returned.ts'
import type { Paragraph } from './paragraph.ts'

/** The cell of a table to fill in that a paragraph stands in: the question it answers, if any, and the row. It may say no more than the number of that. */
export type GridCell = { question: Question | undefined; near: string | undefined; isNumber: boolean }

/**
 * Where the paragraphs of tables stand whose header has the questions of a form, each of them above its column. A row is known by its hidden
 * words, though it may be in the form no more, or by its number; one that has neither, or those of a row above, is new.
 */
export function gridIn(rows: Paragraph[][], questions: Question[]): Map<Paragraph, GridCell> {
  const asked = questions.filter(({ row }) => row !== undefined)
  const topics = new Set(asked.map(({ topic }) => topic))
  const found = new Map<Paragraph, GridCell>()
  const free = asked.flatMap(({ row }) => (isNewRow(row!) ? row! : []))
  const taken = new Set<string>()
  let columns: Map<number, string> | undefined
  for (const all of rows) {
    if (!all[0]!.cells[0]) columns = undefined
    if (!columns) {
      columns = headerIn(all, topics)
      continue
    }
    const named = rowNamed(all, columns, asked)
    if (!named.key && all.every(({ words }) => words.trim() === '')) continue
    // A number of which nothing is known says nothing of what the row is.
    const isNew = named.key ? taken.has(named.key) : named.number === undefined
    const key = isNew ? free.find((each) => !taken.has(each)) : named.key
    if (key) taken.add(key)
    for (const paragraph of all) {
      const topic = columns.get(paragraph.cells[0]!.cell)
      const isNumber = key !== undefined && topic === undefined && numberOf(paragraph) !== undefined
      found.set(paragraph, { question: key ? cellOf(key, topic, asked) : undefined, near: key, isNumber })
    }
  }
  return found
}

const TAG = new RegExp(`^${tagOf('')}(\\S+)$`)
const numberOf = ({ words }: Paragraph): string | undefined => /^\s*(\d{1,3})[.)]?\s*$/.exec(words)?.[1]

/** What says which row it is, beside its cells. */
function rowNamed(
  row: Paragraph[],
  columns: Map<number, string>,
  asked: Question[],
): { key: string | undefined; number: string | undefined } {
  const beside = row.filter(({ cells: [at] }) => !columns.has(at!.cell))
  const [tagged] = beside.flatMap(({ hidden }) => TAG.exec(hidden.trim())?.[1] ?? [])
  const [number] = beside.flatMap((each) => numberOf(each) ?? [])
  const numbered = asked.find((each) => number !== undefined && each.number.startsWith(`${number}.`))
  return { key: tagged ?? numbered?.row, number }
}

/** The question of a row that stands above a column. */
function cellOf(row: string, topic: string | undefined, asked: Question[]): Question | undefined {
  const alike = asked.find((each) => each.topic === topic)
  return alike && { ...alike, row, prompt: row + alike.prompt.slice(alike.row!.length) }
}

/** The columns of a header row, by the question above each; none where it is no such row. */
function headerIn(row: Paragraph[], topics: Set<string>): Map<number, string> | undefined {
  const columns = new Map(
    row.flatMap(({ words, cells: [at] }) =>
      at && topics.has(words.trim()) ? [[at.cell, words.trim()]] : [],
    ),
  )
  return columns.size > 1 && new Set(columns.values()).size === columns.size ? columns : undefined
}
