import { isAddress } from '../../core/values/fields.ts'
import type { Question } from '../returned.ts'
import { type Column, formColumns, isSubmitted, SENT_AT, wordsAlone } from './columns.ts'
import { columnDays, type DayWriting, firstIn, isEitherWay } from './days.ts'
import type { Table } from './table.ts'

/** What one person sent with a form of Microsoft Forms, Google Forms, LimeSurvey or the like. */
export type FormResponse = {
  /** What tells it from the others, without who sent it. */
  key: string
  /** The day it was sent, YYYY-MM-DD, where the table tells. */
  on?: string
  email?: string
  name?: string
  /** Whether it was sent, and not only begun. */
  isSent: boolean
  /** What was chosen, as it can be ticked, and what was written. */
  answers: { prompt: string; choice?: string; words: string }[]
}

export type ResponsesRead = {
  responses: FormResponse[]
  /** Words in columns that ask none of the questions. */
  others: { heading: string; words: string }[]
  /** The first day of which nothing in the table tells whether the day or the month comes first, and how it was read. */
  guessed?: { cell: string; on: string }
}

/**
 * The responses in a table that a form service exported, a row each; nothing where no column asks any of the questions. A column asks a
 * question whose number it has in brackets, as in [5.1], or at its beginning, or whose words it has.
 */
export function readResponses(
  { header, rows }: Table,
  questions: Question[],
  writing: DayWriting,
): ResponsesRead | undefined {
  const columns = formColumns({ header, rows }, questions)
  if (!columns.some((column) => column.holds === 'answer' && column.isSure)) return undefined
  const at = (holds: Column['holds']) => columns.flatMap((column, n) => (column.holds === holds ? n : []))
  const moment = at('moment').find((n) => SENT_AT.test(header[n]!)) ?? at('moment')[0]
  const moments = rows.map((row) => row[moment ?? -1] ?? '')
  const first = firstIn(at('moment').flatMap((n) => rows.map((row) => row[n]!)))
  const days = columnDays(moments, first ?? writing)
  const guess = first ? -1 : moments.findIndex((cell, n) => days[n] && isEitherWay(cell))
  const [email] = at('email')
  const named = at('name').filter((n) => !/token/i.test(header[n]!))
  const [id] = at('id')
  const sent = header.findIndex(isSubmitted)
  const responses = rows.map(
    (row, n): FormResponse => ({
      key: keyOf(row, columns, [id, moment]),
      ...(days[n] && { on: days[n] }),
      ...(email !== undefined && isAddress(row[email]!) && { email: row[email]! }),
      ...nameIn(named.map((each) => row[each]!)),
      isSent: sent < 0 || row[sent] !== '',
      answers: answersIn(row, columns, questions),
    }),
  )
  const others = at('other').flatMap((n) =>
    rows.flatMap((row) => (row[n] ? [{ heading: header[n]!, words: row[n]! }] : [])),
  )
  return { responses, others, ...(guess >= 0 && { guessed: { cell: moments[guess]!, on: days[guess]! } }) }
}

/** Who sent it, of one or two columns. Services have a word for those who did not say. */
function nameIn(cells: string[]): { name?: string } {
  const name = cells.filter(Boolean).join(' ')
  return name === '' || /^anonymous$/i.test(name) ? {} : { name }
}

/** What a row says by the question it answers, of one or several columns. */
function answersIn(row: string[], columns: Column[], questions: Question[]): FormResponse['answers'] {
  const said = new Map<string, string[]>()
  for (const [n, column] of columns.entries())
    if (column.holds === 'answer' && row[n] && row[n] !== NOT_ASKED)
      said.set(column.prompt, [...(said.get(column.prompt) ?? []), row[n]])
  return [...said].map(([prompt, cells]) => {
    const { choices = [] } = questions.find((question) => question.prompt === prompt) ?? {}
    const choiceOf = (cell: string) => choices.find((choice) => wordsAlone(choice) === wordsAlone(cell))
    const chosen = cells.findIndex((cell) => choiceOf(cell) !== undefined)
    const choice = chosen < 0 ? undefined : `${choiceOf(cells[chosen]!)}.`
    const words = cells.filter((_, n) => n !== chosen).join('\n\n')
    return { prompt, words, ...(choice && { choice }) }
  })
}

/** What LimeSurvey writes where a question was not put to somebody. */
const NOT_ASKED = 'N/A'

/** The number and the moment of a response; where it has neither, all that it says but who sent it. */
function keyOf(row: string[], columns: Column[], told: (number | undefined)[]): string {
  const key = told.flatMap((n) => (n === undefined ? [] : row[n] || []))
  const isNamed = (n: number) => ['email', 'name'].includes(columns[n]!.holds)
  return (key.length > 0 ? key : row.filter((_, n) => !isNamed(n))).join('\0')
}
