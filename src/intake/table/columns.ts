import { isAddress } from '../../core/values/fields.ts'
import { numberedIn } from '../reply/labels.ts'
import type { Question } from '../returned.ts'
import { isMoment } from './days.ts'
import type { Table } from './table.ts'

/** The columns of what a form service exports. */

/** The question that a heading asks; `isSure` where that is by more than its topic, which may be a word of any other table. */
type Found = { prompt: string; isSure: boolean }

/** What a column holds; `made` is what the service itself put there. */
export type Column =
  | ({ holds: 'answer' } & Found)
  | { holds: 'email' | 'moment' | 'id' | 'name' | 'made' | 'other' }

export function formColumns({ header, rows }: Table, questions: Question[]): Column[] {
  const questionOf = columnReader(questions)
  return header.map((heading, n) => {
    const found = questionOf(heading)
    if (found) return { holds: 'answer', ...found }
    const cells = rows.flatMap((row) => row[n] || [])
    return { holds: holding(plainHeading(heading), cells) }
  })
}

/** Whether a column is blank for what was begun and never sent. */
export const isSubmitted = (heading: string): boolean =>
  /^(submitdate|date submitted)$/.test(plainHeading(heading))

/** When it was sent rather than begun. */
export const SENT_AT = /submit|complet|finish|timestamp|\bend/i
const NAMES = /^(name|full name|your name|first name|last name|respondent|token)\d?$/
const IDS = /^(id|response id|respondent id|#|no)$/
/** What a service puts beside the answers. */
const MADE =
  /^(points|feedback|score|total points|quiz feedback|last page|lastpage|start language|startlanguage|seed|ip address|ipaddr|refurl|referrer url|language|grade posted time|group time|question time|interview time)\b/

function holding(heading: string, cells: string[]): Exclude<Column['holds'], 'answer'> {
  if (/^(e ?mail( address)?|user ?name)$/.test(heading) || (cells.length > 0 && cells.every(isAddress)))
    return 'email'
  if (IDS.test(heading)) return 'id'
  if (NAMES.test(heading)) return 'name'
  if (MADE.test(heading)) return 'made'
  return cells.length > 0 && cells.every(isMoment) ? 'moment' : 'other'
}

/** Words alone, of which the case and the marks do not matter. */
export const wordsAlone = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** A heading without its markup, and without the code that LimeSurvey puts before it. */
const plainHeading = (heading: string): string =>
  wordsAlone(heading.replace(/<[^>]*>|&\w+;/g, ' ').replace(/^\s*[\w[\]-]+\.\s+(?=\S)/, ''))

/** [5.1], [Q5.3a] */
const NUMBERED = /\[\s*Q?(\d{1,2}\.\d{1,2}[a-z]?)\s*\]/i
/** Letters from which on a question is known within a longer heading. */
const KNOWN = 20

/** What finds the question that a heading asks. */
function columnReader(questions: Question[]): (heading: string) => Found | undefined {
  const numbered = numberedIn(questions)
  const known = questions
    .flatMap(({ prompt, ask, topic, number }) =>
      [ask, topic, `${number} ${topic}`].map((each) => ({
        prompt,
        isSure: each === ask,
        words: wordsAlone(each),
      })),
    )
    .filter(({ words }) => words !== '')
    .toSorted((a, b) => b.words.length - a.words.length || Number(b.isSure) - Number(a.isSure))
  return (heading) => {
    if (/^(points|feedback)\s+[-–]/i.test(heading)) return undefined
    const [, bracketed] = NUMBERED.exec(heading) ?? []
    const [, first] = /^(?:[\w\s]{0,12}\.\s+)?Q?(\d{1,2}\.\d{1,2}[a-z]?)(?!\.?\d)/i.exec(heading.trim()) ?? []
    const number = bracketed ?? first
    const byNumber = number === undefined ? undefined : numbered(number)
    if (byNumber) return { prompt: byNumber, isSure: true }
    const said = plainHeading(heading.replace(NUMBERED, ''))
    const [, row = ''] = /\[([^\]]+)\]\s*$/.exec(heading) ?? []
    return known.find(
      ({ words }) =>
        words === said ||
        words === wordsAlone(row) ||
        (words.length >= KNOWN && ` ${said} `.includes(` ${words} `)),
    )
  }
}
