import { lastMeeting } from './meetings.ts'
import type { Spread } from './picture.ts'
import { sideOf } from './prompts.ts'
import { type Questionnaire, statementsOf } from './questionnaires.ts'
import { CLOSENESS, LEVELS, RATINGS, type Round } from './tables.ts'
import type { View } from './view.ts'

type Marks = Round['marks']
type Counts = Record<(typeof RATINGS)[number], number>

/** Answers of a side from which they can be shown apart, so that nobody's can be told. */
const APART = 2
/** Statements that are put on the table. */
const RAISED = 3

/** A statement with its answers counted. */
type Tally = {
  text: string
  counts: Counts
  answers: string
  none: number
  divided: boolean
  /** How far the answers lie apart, where it is worth a word. */
  told: string
  weight: number
}

const count = (marks: Marks, id: string): Counts =>
  Object.fromEntries(
    RATINGS.map((rating) => [rating, marks.filter(({ ratings }) => ratings[id] === rating).length]),
  ) as Counts

/** "3 A, 1 C", or nothing where nobody answered. */
const inWords = (counts: Counts): string =>
  RATINGS.flatMap((rating) => (counts[rating] > 0 ? [`${counts[rating]} ${rating}`] : [])).join(', ')

function tally({ id, text }: { id: string; text: string }, marks: Marks): Tally {
  const counts = count(marks, id)
  const answered = counts.A + counts.B + counts.C
  const divided = counts.A > 0 && counts.C > 0
  const alike = RATINGS.find((rating) => answered > 1 && counts[rating] === answered)
  return {
    ...{ text, counts, divided, answers: inWords(counts), none: marks.length - answered },
    told: divided ? 'divided' : alike ? `all ${alike}` : '',
    weight: counts.C * 2 + counts.B - counts.A + (divided ? 2 : 0),
  }
}

/** The statements that most want talking about: the weakest, and those that divide us. */
const raised = (tallies: Tally[]): Tally[] =>
  tallies
    .filter(({ counts, divided }) => divided || counts.C > 0 || counts.B > counts.A)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, RAISED)

const isCommon = ({ partner, by }: Marks[number]): boolean => partner === undefined && by === undefined

/** Whoever answered alone, where everyone then agreed on an answer; else all. */
const respondents = (round: Pick<Round, 'method' | 'marks'> | undefined): Marks =>
  (round?.marks ?? []).filter((mark) => round?.method !== 'discussed' || !isCommon(mark))

/** The newest round of each questionnaire that is known, and the one before it. */
const roundsOf = ({ rounds }: View, { id }: Questionnaire, until = '9') =>
  rounds
    .filter((round) => round.questionnaire === id && round.on <= until)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))

/** A round of a questionnaire, counted; without a round, what would be asked. It adds nothing up and names nobody. */
export function evaluation(seen: View, questionnaire: Questionnaire, on: string | undefined) {
  const [round, previous] = roundsOf(seen, questionnaire, on)
  const marks = respondents(round)
  const together = round?.method === 'discussed' ? round.marks.filter(isCommon) : []
  const ofSide = (side: 'legal' | 'health') =>
    marks.filter((mark) => seen.partners.some((each) => each.id === mark.partner && sideOf(each) === side))
  const [legal, health] = [ofSide('legal'), ofSide('health')]
  const apart = legal.length >= APART && health.length >= APART
  const groups = questionnaire.groups.map(({ title, statements }) => {
    const tallies = statements.map((statement) => ({
      ...tally(statement, marks),
      before: previous ? inWords(count(respondents(previous), statement.id)) : '',
      together: RATINGS.find((rating) => count(together, statement.id)[rating] > 0) ?? '',
      legal: inWords(count(legal, statement.id)),
      health: inWords(count(health, statement.id)),
    }))
    const all = Object.fromEntries(
      RATINGS.map((rating) => [rating, tallies.reduce((sum, { counts }) => sum + counts[rating], 0)]),
    )
    return { title, statements: tallies, answers: inWords(all as Counts), ...drawing(tallies) }
  })
  const all = groups.flatMap(({ statements }) => statements)
  return {
    questionnaire,
    round: round && { on: round.on, method: round.method, level: round.level, answers: marks.length },
    previous: previous?.on,
    levels: LEVELS.map((level) => ({ level, told: CLOSENESS[level], ours: level === round?.level })),
    apart,
    discussed: together.length > 0,
    groups,
    raised: raised(all),
    begin: `hjp rate ${questionnaire.id}`,
    upcoming: round !== undefined && isAhead(seen, round.on, seen.today),
  }
}

function drawing(statements: Tally[]): { drawing: Spread; words: string } {
  const rows = statements.map(({ text, counts }) => ({ what: text, counts }))
  const words = statements.map(({ text, counts }) => `${text} ${inWords(counts) || 'No answer'}.`).join(' ')
  return { drawing: { sort: 'spread', rows }, words }
}

/** Whether no meeting has been held since a round. */
const isAhead = (seen: View, round: string, day: string): boolean =>
  (lastMeeting(seen, day)?.on ?? '') <= round

/** What the rounds since the last meeting before a day put on the table. */
export function fromRounds(seen: View, day: string): { statement: string; on: string; divided: boolean }[] {
  return seen.questionnaires.flatMap((questionnaire) => {
    const [round] = roundsOf(seen, questionnaire, day)
    if (!round || !isAhead(seen, round.on, day)) return []
    const tallies = statementsOf(questionnaire).map((statement) => tally(statement, respondents(round)))
    return raised(tallies).map(({ text, divided }) => ({ statement: text, on: round.on, divided }))
  })
}
