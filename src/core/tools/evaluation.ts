import { CLOSENESS, LEVELS, RATINGS } from '../file/tables.ts'
import { lastMeeting } from '../meeting/meetings.ts'
import { type Questionnaire, statementsOf } from '../prompts/questionnaires.ts'
import type { Counts, Tally } from '../view/tally.ts'
import type { View } from '../view/view.ts'
import type { Spread } from './picture.ts'

/** Statements that are put on the table. */
const RAISED = 3

/** A statement with its answers counted. */
type Counted = {
  text: string
  counts: Counts
  answers: string
  none: number
  divided: boolean
  /** How far the answers lie apart, where it is worth a word. */
  told: string
  weight: number
}

const answersTo = (tally: Tally, id: string): Counts => tally[id] ?? { A: 0, B: 0, C: 0 }

/** "3 A, 1 C", or nothing where nobody answered. */
const inWords = (counts: Counts): string =>
  RATINGS.flatMap((rating) => (counts[rating] > 0 ? [`${counts[rating]} ${rating}`] : [])).join(', ')

function counted({ id, text }: { id: string; text: string }, tally: Tally, shown: number): Counted {
  const counts = answersTo(tally, id)
  const answered = counts.A + counts.B + counts.C
  const divided = counts.A > 0 && counts.C > 0
  const alike = RATINGS.find((rating) => answered > 1 && counts[rating] === answered)
  return {
    ...{ text, counts, divided, answers: inWords(counts), none: shown - answered },
    told: divided ? 'divided' : alike ? `all ${alike}` : '',
    weight: counts.C * 2 + counts.B - counts.A + (divided ? 2 : 0),
  }
}

/** The statements that most want talking about: the weakest, and those that divide us. */
const raised = (statements: Counted[]): Counted[] =>
  statements
    .filter(({ counts, divided }) => divided || counts.C > 0 || counts.B > counts.A)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, RAISED)

/** The newest round of each questionnaire that is known, and the one before it. */
const roundsOf = ({ rounds }: View, { id }: Questionnaire, until = '9') =>
  rounds
    .filter((round) => round.questionnaire === id && round.on <= until)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))

/** A round of a questionnaire, counted; without a round, what would be asked. It adds nothing up and names nobody. */
export function evaluation(seen: View, questionnaire: Questionnaire, on: string | undefined) {
  const [round, previous] = roundsOf(seen, questionnaire, on)
  const { tally = {}, together, sides = [], shown = 0, alone = 0 } = round ?? {}
  const groups = questionnaire.groups.map(({ title, statements }) => {
    const rows = statements.map((statement) => ({
      ...counted(statement, tally, shown),
      before: previous ? inWords(answersTo(previous.tally, statement.id)) : '',
      together: together
        ? RATINGS.find((rating) => answersTo(together, statement.id)[rating] > 0)
        : undefined,
      sides: sides.map((side) => inWords(answersTo(side.tally, statement.id))),
    }))
    const all = (rating: keyof Counts) => rows.reduce((sum, { counts }) => sum + counts[rating], 0)
    const drawing: Spread = { sort: 'spread', rows: rows.map(({ text, counts }) => ({ what: text, counts })) }
    return {
      ...{ title, statements: rows, answers: inWords({ A: all('A'), B: all('B'), C: all('C') }) },
      ...{ drawing, words: rows.map(({ text, answers }) => `${text} ${answers || 'No answer'}.`).join(' ') },
    }
  })
  const all = groups.flatMap(({ statements }) => statements)
  return {
    questionnaire,
    round: round && { on: round.on, method: round.method, level: round.level, alone, hidden: alone === 1 },
    previous: previous?.on,
    levels: LEVELS.map((level) => ({ level, told: CLOSENESS[level], ours: level === round?.level })),
    sides: sides.map(({ side }) => side),
    discussed: together !== undefined,
    groups,
    raised: raised(all),
    begin: `hjp rate ${questionnaire.id}`,
    upcoming: round !== undefined && isAhead(seen, round.on, seen.today),
  }
}

/** Whether no meeting has been held since a round. */
const isAhead = (seen: View, round: string, day: string): boolean =>
  (lastMeeting(seen, day)?.on ?? '') <= round

/** What the rounds since the last meeting before a day put on the table. */
export function fromRounds(seen: View, day: string): { statement: string; on: string; divided: boolean }[] {
  return seen.questionnaires.flatMap((questionnaire) => {
    const [round] = roundsOf(seen, questionnaire, day)
    if (!round || !isAhead(seen, round.on, day)) return []
    const statements = statementsOf(questionnaire).map((each) => counted(each, round.tally, round.shown))
    return raised(statements).map(({ text, divided }) => ({ statement: text, on: round.on, divided }))
  })
}
