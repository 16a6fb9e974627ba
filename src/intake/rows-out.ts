import { isNewRow } from '../core/agreement/row-form.ts'
import { saysTakeOut } from '../core/record/returned-rows.ts'
import { withoutPlaceholder } from './placeholder.ts'
import type { Leftover, Question, Returned } from './returned.ts'

const OF_ROW = /^\s*(?:(?:row|number|no|nr|#)\.?\s*)?(\d{1,3})\s*[.):–—-]*\s+(?=\p{L})/iu

/**
 * What came back of a table, where a line says of a row by its number that it goes, as in "2 take out": that stands in the first cell of the
 * row, and no more in the cell above it. The line that tells the form from all others is nobody's words, nor is what says to write there.
 */
export function withRowsOut<R extends Pick<Returned, 'answers' | 'others'>>(
  read: R,
  questions: Question[],
  formLine: string,
): R {
  const firstOf = new Map(questions.toReversed().map(({ number, prompt }) => [number.split('.')[0]!, prompt]))
  const out = new Map<string, string>()
  const isSaid = (line: string) =>
    line.trim() === '' || (line.trim() !== formLine && withoutPlaceholder(line).trim() !== '')
  const answers = read.answers.map((answer) => {
    const lines = answer.words.split('\n').filter(isSaid)
    const kept = lines.filter((line) => {
      const [front = '', number = ''] = OF_ROW.exec(line) ?? []
      const first = firstOf.get(number)
      if (!first || !saysTakeOut(line.slice(front.length))) return true
      out.set(first, line.slice(front.length))
      return false
    })
    return kept.length === answer.words.split('\n').length
      ? answer
      : { ...answer, words: kept.join('\n').trim() }
  })
  const others = answers.filter(({ prompt }) => !out.has(prompt))
  return {
    ...read,
    others: read.others.flatMap((each) => {
      const words = each.words.split('\n').filter(isSaid).join('\n').trim()
      return words || !each.words.trim() ? { ...each, words } : []
    }),
    answers: [...others, ...[...out].map(([prompt, words]) => ({ prompt, as: 'said' as const, words }))],
  }
}

/** The questions that each row says with what it is. */
const titlesIn = (questions: Question[]): Question[] => [
  ...new Map(questions.toReversed().map((each) => [each.row!, each])).values(),
]

/** What came back of a table, where each row of which anything came says what it is, too: as it was sent, where nobody wrote over it. */
export function withTitles<R extends Pick<Returned, 'answers'>>(read: R, questions: Question[]): R {
  const answered = new Set(read.answers.map(({ prompt }) => prompt))
  const isOfSome = (row: string) => read.answers.some(({ prompt }) => prompt.startsWith(`${row}/`))
  const unsaid = titlesIn(questions).filter(
    ({ row, prompt, said }) => said && !answered.has(prompt) && isOfSome(row!),
  )
  return {
    ...read,
    answers: [
      ...unsaid.map(({ prompt, said }) => ({ prompt, as: 'said' as const, words: said! })),
      ...read.answers,
    ],
  }
}

/** The rows that were sent and are not in what came back, if most of them are: of a table that somebody cut to a few, nothing was taken out. */
export function rowsGone(questions: Question[], isThere: (row: string) => boolean): Leftover[] {
  const titles = titlesIn(questions).filter(({ row }) => !isNewRow(row!))
  const gone = titles.filter(({ row }) => !isThere(row!))
  return gone.length > titles.length / 2
    ? []
    : gone.map(({ row, said }) => ({ what: 'gone', near: row, words: said! }))
}

/**
 * What came back of a form that is a text, with what was deleted in it among the others: rows of which no question is there any more, and
 * the words of cells that stand below theirs no more.
 */
export function withGone<R extends Pick<Returned, 'answers' | 'others' | 'text'>>(
  read: R,
  questions: Question[],
): R {
  const plain = (words: string) => words.replace(/[>*_\s]+/g, ' ')
  const text = plain(read.text)
  const put = questions.filter(({ number, topic }) => text.includes(plain(` ${number} ${topic}`)))
  if (put.length === 0) return read
  const rows = new Set(put.map(({ row }) => row))
  const answered = new Set(read.answers.map(({ prompt }) => prompt))
  const isEmptied = ({ prompt, said = '' }: Question) =>
    said !== '' && !answered.has(prompt) && !text.includes(plain(said))
  const cells = put
    .filter(isEmptied)
    .map(({ row, said }): Leftover => ({ what: 'gone', near: row, words: said! }))
  return { ...read, others: [...read.others, ...rowsGone(questions, (row) => rows.has(row)), ...cells] }
}
