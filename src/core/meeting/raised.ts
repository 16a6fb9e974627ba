import { RATINGS } from '../file/tables.ts'
import { type Questionnaire, statementsOf } from '../prompts/questionnaires.ts'
import type { Counts, Tally } from '../view/tally.ts'
import type { View } from '../view/view.ts'
import { lastMeeting } from './meetings.ts'

/** What the answers to the questionnaires put on the table. */

/** Statements that are put on the table. */
const RAISED = 3

/** A statement with its answers counted. */
type CountedStatement = {
  text: string
  counts: Counts
  answers: string
  none: number
  divided: boolean
  /** How far the answers lie apart, where it is worth a word. */
  told: string
  weight: number
}

/** How many gave each answer to a statement, by its id. */
export const answersTo = (tally: Tally, id: string): Counts => tally[id] ?? { A: 0, B: 0, C: 0 }

/** "3 A, 1 C", or nothing where nobody answered. */
export const countsInWords = (counts: Counts): string =>
  RATINGS.flatMap((rating) => (counts[rating] > 0 ? [`${counts[rating]} ${rating}`] : [])).join(', ')

/** A statement with its answers counted; `shown` is how many answered anything at all. */
export function countAnswers(
  { id, text }: { id: string; text: string },
  tally: Tally,
  shown: number,
): CountedStatement {
  const counts = answersTo(tally, id)
  const answered = counts.A + counts.B + counts.C
  const divided = counts.A > 0 && counts.C > 0
  const alike = RATINGS.find((rating) => answered > 1 && counts[rating] === answered)
  return {
    ...{ text, counts, divided, answers: countsInWords(counts), none: shown - answered },
    told: divided ? 'divided' : alike ? `all ${alike}` : '',
    weight: counts.C * 2 + counts.B - counts.A + (divided ? 2 : 0),
  }
}

/** The statements that most want talking about: the weakest, and those that divide us. */
export const mostRaised = (statements: CountedStatement[]): CountedStatement[] =>
  statements
    .filter(({ counts, divided }) => divided || counts.C > 0 || counts.B > counts.A)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, RAISED)

/** The rounds of a questionnaire up to a day, newest first. */
export const roundsOf = ({ rounds }: View, { id }: Questionnaire, until = '9') =>
  rounds
    .filter((round) => round.questionnaire === id && round.on <= until)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))

/** Whether no meeting has been held between the day of a round and this day. */
export const isAhead = (view: View, round: string, day: string): boolean =>
  (lastMeeting(view, day)?.on ?? '') <= round

/** What the rounds since the last meeting before a day put on the table, a questionnaire at a time. */
export const fromRounds = (view: View, day: string) =>
  view.questionnaires.flatMap((questionnaire) => {
    const [round] = roundsOf(view, questionnaire, day)
    if (!round || !isAhead(view, round.on, day)) return []
    const all = statementsOf(questionnaire).map((each) => countAnswers(each, round.tally, round.shown))
    const statements = mostRaised(all)
    return statements.length > 0 ? [{ scale: questionnaire.scale, statements }] : []
  })
