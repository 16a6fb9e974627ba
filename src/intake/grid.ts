import { isNewRow } from '../core/agreement/row-form.ts'
import { tagOf } from '../ooxml/stamps.ts'
import { withoutPlaceholder } from './placeholder.ts'
import type { Question } from './returned.ts'

/** Some words of a table: the rows they stand in, outermost first, and the cell of each, which may span several columns, or several rows. */
export type InTable = {
  words: string
  hidden: string
  cells: { row: number; cell: number; span?: number; isTall?: boolean }[]
}

/**
 * The cell of a table to fill in that some words stand in: the question it answers, if any, and the row. They may be no more than what
 * was sent there: the header, the number of the row, or nothing.
 */
export type GridCell = {
  question: Question | undefined
  near: string | undefined
  is: 'cell' | 'ours' | 'header'
}

/**
 * Where the words of tables stand whose header has the questions of a form, each of them above its column. A row is known by its hidden
 * words, though it may be in the form no more, by its number, or by what it is called; one that has none of these, or those of a row
 * above, is new. Of cells that were merged nobody knows which question they answer.
 */
export function gridIn<P extends InTable>(rows: P[][], questions: Question[]): Map<P, GridCell> {
  const asked = questions.filter(({ row }) => row !== undefined)
  const found = new Map<P, GridCell>()
  const free = asked.flatMap(({ row }) => (isNewRow(row!) ? row! : []))
  const taken = new Set<string>()
  let here = new Set<string>()
  let columns: Map<number, string> | undefined
  for (const all of rows) {
    if (!all[0]!.cells[0]) columns = undefined
    const heads = headerIn(all, asked)
    // Somebody may answer with our own questions, but hardly with each below itself.
    const header = columns && heads && heads.size < columns.size ? undefined : heads
    if (header) {
      for (const each of all)
        if (header.has(each.cells[0]!.cell))
          found.set(each, { question: undefined, near: undefined, is: 'header' })
      // A second table is the same rows again.
      here = new Set()
      columns = header
    }
    if (header || !columns) continue
    const named = rowNamed(all, columns, asked)
    if (!named.key && all.every((each) => isAsSent(each, columns!))) {
      for (const each of all) found.set(each, { question: undefined, near: undefined, is: 'ours' })
      continue
    }
    // A number of which nothing is known says nothing of what the row is.
    const isKnown = named.key && !here.has(named.key) && !(isNewRow(named.key) && taken.has(named.key))
    const isNew = !isKnown && (named.key !== undefined || named.number === undefined)
    const key = isNew ? free.find((each) => !taken.has(each)) : named.key
    if (key) {
      taken.add(key)
      here.add(key)
    }
    for (const each of all) {
      const topic = topicAt(each, columns)
      found.set(each, {
        ...{ question: key ? cellOf(key, topic, asked) : undefined, near: key },
        is: key !== undefined && isNumber(each, columns) ? 'ours' : 'cell',
      })
    }
  }
  return found
}

const TAG = new RegExp(`^${tagOf('')}(\\S+)$`)
/** Some programs show what was hidden. */
const NUMBERED = new RegExp(`^\\s*(\\d{1,3})?[.)]?\\s*(?:${tagOf('')}(\\S+))?\\s*$`)
const numberOf = ({ words }: InTable): string | undefined =>
  NUMBERED.exec(words)
    ?.slice(1)
    .find((each) => each !== undefined)

/** Whether nothing was written there, which is so of the number of a row. */
const isAsSent = (piece: InTable, columns: Map<number, string>): boolean =>
  withoutPlaceholder(piece.words).trim() === '' || isNumber(piece, columns)
const isNumber = (piece: InTable, columns: Map<number, string>): boolean =>
  !columns.has(piece.cells[0]!.cell) && numberOf(piece) !== undefined

/** What says which row it is, beside its cells or by what it is called. */
function rowNamed(
  row: InTable[],
  columns: Map<number, string>,
  asked: Question[],
): { key: string | undefined; number: string | undefined } {
  const beside = row.filter(({ cells: [at] }) => !columns.has(at!.cell))
  const [tagged] = beside.flatMap(
    ({ hidden, words }) => TAG.exec(hidden.trim())?.[1] ?? NUMBERED.exec(words)?.[2] ?? [],
  )
  const [number] = beside.flatMap(({ words }) => NUMBERED.exec(words)?.[1] ?? [])
  const numbered = asked.find((each) => number !== undefined && each.number.startsWith(`${number}.`))
  return { key: tagged ?? numbered?.row ?? rowCalled(row, columns, asked), number }
}

/** The only row that is called what the first of the questions is answered with. */
function rowCalled(row: InTable[], columns: Map<number, string>, asked: Question[]): string | undefined {
  const title = asked[0]!.topic
  const called = plain(row.flatMap((each) => (topicAt(each, columns) === title ? each.words : [])).join(' '))
  const alike = asked.filter((each) => each.topic === title && called && plain(each.said ?? '') === called)
  return alike.length === 1 ? alike[0]!.row : undefined
}

/** The question of a row that stands above a column. */
function cellOf(row: string, topic: string | undefined, asked: Question[]): Question | undefined {
  const alike = asked.find((each) => each.topic === topic)
  return alike && { ...alike, row, prompt: row + alike.prompt.slice(alike.row!.length) }
}

/** The question above some words, unless their cell stands under several, or in several rows. */
function topicAt({ cells: [at] }: InTable, columns: Map<number, string>): string | undefined {
  const { cell, span = 1, isTall } = at!
  const under = [...columns.keys()].filter((column) => column >= cell && column < cell + span)
  return under.length === 1 && !isTall ? columns.get(under[0]!) : undefined
}

/** Words as they are compared, however a line was broken or set. */
const plain = (words: string): string =>
  words
    .replace(/[*_\s]+/g, ' ')
    .trim()
    .toLowerCase()

/** The columns of a header row, by the question above each; none where it is no such row. */
function headerIn(row: InTable[], asked: Question[]): Map<number, string> | undefined {
  const topics = new Map(asked.map(({ topic }) => [plain(topic), topic]))
  const heads = new Map<number, string>()
  for (const {
    words,
    cells: [at],
  } of row)
    if (at) heads.set(at.cell, `${heads.get(at.cell) ?? ''} ${words}`)
  const columns = new Map(
    [...heads].flatMap(([cell, words]): [number, string][] => {
      const topic = topics.get(plain(words))
      return topic ? [[cell, topic]] : []
    }),
  )
  return columns.size > 1 && new Set(columns.values()).size === columns.size ? columns : undefined
}
