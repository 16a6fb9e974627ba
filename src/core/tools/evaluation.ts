import { CLOSENESS, LEVELS, RATINGS } from '../file/tables.ts'
import { answersTo, countAnswers, countsInWords, isAhead, mostRaised, roundsOf } from '../meeting/raised.ts'
import type { Questionnaire } from '../prompts/questionnaires.ts'
import type { Counts } from '../view/tally.ts'
import type { View } from '../view/view.ts'
import type { Spread } from './picture.ts'

/** A round of a questionnaire, counted; without a round, what would be asked. It adds nothing up and names nobody. */
export function evaluation(view: View, questionnaire: Questionnaire, on: string | undefined) {
  const [round, previous] = roundsOf(view, questionnaire, on)
  const { tally = {}, together, sides = [], shown = 0, alone = 0 } = round ?? {}
  const groups = questionnaire.groups.map(({ title, statements }) => {
    const rows = statements.map((statement) => ({
      ...countAnswers(statement, tally, shown),
      before: previous ? countsInWords(answersTo(previous.tally, statement.id)) : '',
      together: together
        ? RATINGS.find((rating) => answersTo(together, statement.id)[rating] > 0)
        : undefined,
      sides: sides.map((side) => countsInWords(answersTo(side.tally, statement.id))),
    }))
    const all = (rating: keyof Counts) => rows.reduce((sum, { counts }) => sum + counts[rating], 0)
    const drawing: Spread = { sort: 'spread', rows: rows.map(({ text, counts }) => ({ what: text, counts })) }
    return {
      ...{ title, statements: rows, answers: countsInWords({ A: all('A'), B: all('B'), C: all('C') }) },
      ...{ drawing, words: rows.map(({ text, answers }) => `${text} ${answers || 'No answer'}.`).join(' ') },
    }
  })
  const all = groups.flatMap(({ statements }) => statements)
  return {
    questionnaire,
    round: round && {
      ...{ on: round.on, method: round.method, level: round.level, spread: round.levels },
      ...{ alone, hidden: alone === 1 },
    },
    previous: previous?.on,
    levels: LEVELS.map((level) => ({ level, told: CLOSENESS[level], ours: level === round?.level })),
    sides: sides.map(({ side }) => side),
    discussed: together !== undefined,
    groups,
    raised: mostRaised(all),
    begin: `hjp rate ${questionnaire.id}`,
    upcoming: round !== undefined && isAhead(view, round.on, view.today),
  }
}
