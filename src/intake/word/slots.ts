import { YOUR_ANSWER } from '../../core/agreement/worksheet.ts'
import type { ExpectedManifest } from '../../ooxml/manifest.ts'
import { aliasOf, bookmarkOf, firstBookmark, stampOf, tagOf } from '../../ooxml/stamps.ts'
import { gridIn } from '../grid.ts'
import type { Question, ReturnedAnswer } from '../returned.ts'
import type { Paragraph } from './paragraph.ts'

/** Paragraphs that belong together: the place of a prompt, or what stands outside. */
export type Passage = { place: AnswerPlace | undefined; near: string | undefined; all: Paragraph[] }
/** `depth` is how many rows of the form itself it stands in. */
export type AnswerPlace = {
  prompt: string
  topic: string
  as: ReturnedAnswer['as']
  /** The words to tick, beside those that confirm. */
  choices: string[]
  depth: number
}

/** A body parted into passages: the places of prompts, and what stands between them. */
export function passagesOf(
  body: Paragraph[],
  asked: Question[],
  { of, forms, others }: ExpectedManifest,
): Passage[] {
  const starts = startsIn(body, asked)
  const isForm = of !== undefined || forms !== undefined
  const questionPut = questionReader(asked, { isForm, isSent: of !== undefined }, starts)
  const inOrder = outerRows(body)
  const grid = gridIn(inOrder, asked)
  const rows = rowsIn(inOrder, questionPut)
  const rowKeys = new Set(asked.flatMap((question) => question.row ?? []))
  const ended = new Set(body.flatMap((paragraph) => paragraph.ended))
  const ours = new Set(others)
  const passages: Passage[] = []
  let place: AnswerPlace | undefined
  let near: string | undefined
  /** The bookmark of the clause that is open: all that stands in it is the clause. */
  let within: string | undefined
  for (const paragraph of body) {
    const [outer] = paragraph.cells
    const inGrid = grid.get(paragraph)
    if (inGrid?.is === 'ours' && paragraph.remarks.length === 0) continue
    const cell = inGrid?.is === 'header' ? undefined : inGrid
    const row = outer && rows.get(outer.row)
    // A heading of ours ends a clause, even where a program let the mark run on.
    if (isHeading(paragraph) && ours.has(stampOf(paragraph.words))) within = undefined
    const form = cell || row || !isForm ? undefined : questionPut(paragraph)
    const start = cell || row || form || of !== undefined ? undefined : starts.get(paragraph)
    if (cell) place = cell.question && answerPlaceOf(cell.question, 'said', 1)
    else if (row) place = row.isAnswer(outer.cell) ? answerPlaceOf(row.question, 'said', 1) : undefined
    else if (form) place = undefined
    else if (start) {
      place = answerPlaceOf(start, 'agreed', 0)
      const bookmark = bookmarkOf(start.prompt)
      within = paragraph.bookmarks.find((name) => ended.has(name) && firstBookmark(name) === bookmark)
    } else if (
      within === undefined &&
      (place?.depth === 1 || isHeading(paragraph) || paragraph.style === 'Clause')
    )
      place = undefined
    if (!outer && near !== undefined && rowKeys.has(near)) near = near.split('/')[0]
    near = cell?.near ?? row?.question.prompt ?? form?.prompt ?? start?.prompt ?? near
    const last = passages.at(-1)
    if (last && last.place?.prompt === place?.prompt && last.near === near && !start) last.all.push(paragraph)
    else passages.push({ place, near, all: [paragraph] })
    // Where a form is no table any more, the answer comes after its question.
    if (form) place = answerPlaceOf(form, 'said', 0)
    if (paragraph.ended.some((name) => name === within)) within = undefined
  }
  return withHeadings(passages)
}

export const answerPlaceOf = (
  { prompt, topic, choices = [] }: Question,
  as: AnswerPlace['as'],
  depth: number,
): AnswerPlace => ({ prompt, topic, as, depth, choices })

/** The questions that begin with a paragraph, by its bookmarks and the controls round it. */
function startsIn(body: Paragraph[], asked: Question[]): Map<Paragraph, Question | undefined> {
  const byBookmark = new Map(asked.map((question) => [bookmarkOf(question.prompt), question]))
  const byControl = new Map(
    asked.flatMap(({ prompt }) => [aliasOf(prompt), tagOf(prompt)].map((name) => [name, bookmarkOf(prompt)])),
  )
  // LibreOffice writes a bookmark that runs over several paragraphs at each end, so only the first counts.
  const seen = new Set<string>()
  // It drops one that follows a table, and then only the title of the control is left.
  const startOf = ({ bookmarks, controls }: Paragraph): Question | undefined => {
    const called = controls.flatMap((name) => byControl.get(name) ?? [])
    const fresh = [...new Set([...called, ...bookmarks])].filter((name) => !seen.has(name))
    for (const name of fresh) seen.add(name)
    return fresh.flatMap((name) => byBookmark.get(firstBookmark(name) ?? '') ?? []).at(-1)
  }
  return new Map(body.map((paragraph) => [paragraph, startOf(paragraph)]))
}

/** What finds the question that a paragraph of a form puts: by its hidden words, its bookmark or its number. */
function questionReader(
  asked: Question[],
  { isForm, isSent }: { isForm: boolean; isSent: boolean },
  starts: Map<Paragraph, Question | undefined>,
): (paragraph: Paragraph) => Question | undefined {
  const byTag = new Map(asked.map((question) => [tagOf(question.prompt), question]))
  const isAt = ({ number }: Question, words: string) => words.replace(/^Q/, '').startsWith(number)
  const byNumber = (words: string) =>
    asked.find((each) => isAt(each, words) && words.toLowerCase().includes(each.topic.toLowerCase()))
  return (paragraph) => {
    const hidden = byTag.get(paragraph.hidden.trim())
    if (!isForm) return hidden
    const start = starts.get(paragraph)
    const words = paragraph.words.trim()
    // Outside a table somebody may have copied it into a file of their own.
    const isOurs = isSent || paragraph.cells.length > 0
    return hidden ?? (start && isAt(start, words) ? start : isOurs ? byNumber(words) : undefined)
  }
}

/** The question of each row, and in which of its cells the answer stands. */
function rowsIn(
  inOrder: Paragraph[][],
  questionPut: (paragraph: Paragraph) => Question | undefined,
): Map<number, { question: Question; isAnswer: (cell: number) => boolean }> {
  const rows = new Map<number, { question: Question; isAnswer: (cell: number) => boolean }>()
  /** The column under "Your answer". */
  let column: number | undefined
  for (const all of inOrder) {
    const cellOf = (paragraph: Paragraph | undefined) => paragraph?.cells[0]?.cell
    if (!all[0]!.cells[0]) column = undefined
    column = cellOf(all.find(({ words }) => words.trim() === YOUR_ANSWER)) ?? column
    const asking = all.find(questionPut)
    const at = cellOf(asking)
    if (!asking || at === undefined) continue
    const said = all.filter(({ words }) => words.trim() !== '').map(cellOf)
    const isAfter = said.some((cell) => cell! > at) || !said.some((cell) => cell! < at)
    const named = column !== at && all.some((each) => cellOf(each) === column) ? column : undefined
    rows.set(asking.cells[0]!.row, {
      question: questionPut(asking)!,
      isAnswer: (cell) => (named !== undefined ? cell === named : isAfter ? cell > at : cell < at),
    })
  }
  return rows
}

/** A body by the rows of its tables; each paragraph that stands in none is by itself. */
function outerRows(body: Paragraph[]): Paragraph[][] {
  const all: Paragraph[][] = []
  for (const paragraph of body) {
    const row = paragraph.cells[0]?.row
    const last = all.at(-1)
    if (last && row !== undefined && last[0]?.cells[0]?.row === row) last.push(paragraph)
    else all.push([paragraph])
  }
  return all
}

/** A heading goes with what follows it. */
function withHeadings(passages: Passage[]): Passage[] {
  let next: string | undefined
  for (const each of passages.toReversed()) {
    next = each.place?.prompt ?? next
    const leads = !each.place && isHeading(each.all[0]!)
    each.near = (leads ? next : undefined) ?? each.near ?? next
  }
  return passages
}

/** LibreOffice may take a heading's style away where the end of the paragraph before was struck out; its mark stays. */
const isHeading = ({ style, bookmarks }: Paragraph): boolean =>
  /^(heading|title)/i.test(style) || bookmarks.some((name) => name.startsWith('_Toc'))
