import { HjpError } from '../../errors.ts'
import type { Partnership } from '../file/partnership.ts'
import { type Row, withoutBlanks } from '../file/row.ts'
import type { Round } from '../file/tables.ts'
import { monthsOn } from '../values/day.ts'
import { recordRow } from './add-row.ts'
import type { Write } from './enter.ts'

/** Which round: what was asked, and on which day it began. */
export type Which = Pick<Round, 'questionnaire' | 'on'>
/** Whose answers: a partner's, one of its people's under a name of their own choice, or everyone's. */
export type Respondent = { partner?: string | undefined; by?: string | undefined }

/** The day of the round that is still going on: one that began within the last month. */
export const openRound = (
  { rounds }: Pick<Partnership, 'rounds'>,
  questionnaire: string,
  today: string,
): string =>
  rounds
    .filter(
      (round) => round.questionnaire === questionnaire && round.on <= today && monthsOn(round.on, 1) > today,
    )
    .map(({ on }) => on)
    .sort()
    .at(-1) ?? today

/**
 * The day of the round that a copy made on a day is for: the one that its code is in, one that went on then, or one that other copies
 * have begun within a month of it.
 */
export function roundOfCopy(
  { rounds }: Pick<Partnership, 'rounds'>,
  questionnaire: string,
  made: string,
  code: string,
): string {
  const all = rounds.filter((round) => round.questionnaire === questionnaire)
  const days = all.map(({ on }) => on).sort()
  return (
    all.find(({ marks }) => marks.some(({ by }) => by === code))?.on ??
    days.findLast((on) => on <= made && monthsOn(on, 1) > made) ??
    days.find((on) => on > made && on < monthsOn(made, 1)) ??
    made
  )
}

export const roundOf = (
  { rounds }: Pick<Partnership, 'rounds'>,
  { questionnaire, on }: Which,
): Round | undefined => rounds.find((round) => round.questionnaire === questionnaire && round.on === on)

export const isOf =
  ({ partner, by }: Respondent) =>
  (mark: Respondent): boolean =>
    mark.partner === partner && mark.by === by

/** What somebody answers: how closely the partners work together, and each statement by its id. */
export type RoundAnswers = { level?: string | undefined; ratings: Record<string, string> }

/**
 * What is told of a round, and what somebody answered in it, perhaps instead of an answer they have just given. A round that
 * is not there yet is put there. Throws HjpError answeredAlready where any other answer would be written over: it may be
 * someone else's.
 */
export const recordRound =
  (
    which: Which,
    told: Row,
    who: Respondent,
    { level, ratings }: RoundAnswers,
    instead: RoundAnswers = { ratings: {} },
  ): Write =>
  (partnership, placeOf) => {
    const round = roundOf(partnership, which)
    const answered = level !== undefined || Object.keys(ratings).length > 0
    const mark = { ...withoutBlanks({ ...who, level }), ratings }
    if (!round)
      return recordRow('rounds', { ...which, ...told, ...(answered && { marks: [mark] }) })(
        partnership,
        placeOf,
      )
    const { marks } = round
    const at = partnership.rounds.indexOf(round)
    const theirs = marks.findIndex(isOf(who))
    const { ratings: before = {}, level: was } = marks[theirs] ?? {}
    if (level !== undefined && was !== undefined && ![level, instead.level].includes(was))
      throw new HjpError('answeredAlready', which.on, ['level'])
    const others = Object.keys(ratings).filter(
      (id) => before[id] !== undefined && ![ratings[id], instead.ratings[id]].includes(before[id]),
    )
    if (others.length > 0) throw new HjpError('answeredAlready', which.on, others)
    return [
      { at: ['rounds', at], value: told },
      ...(answered ? [{ at: ['rounds', at, 'marks', theirs < 0 ? marks.length : theirs], value: mark }] : []),
    ]
  }
