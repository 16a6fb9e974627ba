import type { Partner } from '../file/partner.ts'
import { LEVELS, RATINGS, type Round } from '../file/tables.ts'

type RoundMarks = Round['marks']
type Sided = Pick<Partner, 'id' | 'sector'>
type Rating = (typeof RATINGS)[number]
/** How many gave each answer. */
export type Counts = Record<Rating, number>
/** The answers to each statement, by its id. */
export type Tally = Record<string, Counts>

/** Answers given alone from which they are shown: a single one would be somebody's own. */
const ENOUGH = 2
/** Answers of a side from which it is shown apart, so that neither theirs nor those left over can be told. */
const APART = 3

/**
 * The answers of a round, counted, so that nobody's own can be told. What everyone then agreed on stands apart; where too few
 * answered alone, it is all that is shown.
 */
export function tallyOf({ marks, on, questionnaire, method, level }: Round, partners: Sided[]) {
  const common = marks.filter(isCommon)
  const alone = marks.filter((mark) => !isCommon(mark))
  const isEnough = alone.length >= ENOUGH
  const shown = isEnough ? alone : common
  return {
    ...{ on, questionnaire },
    /** How closely they work together: as all of them said together, and how many of those shown said what. */
    level: common.find((mark) => mark.level)?.level ?? level,
    levels: LEVELS.flatMap((each) => {
      const many = isEnough ? alone.filter((mark) => mark.level === each).length : 0
      return many > 0 ? [{ level: each, many }] : []
    }),
    method: method ?? methodOf(alone.length > 0, common.length > 0),
    /** How many answered alone, and how many answers are shown. */
    ...{ alone: alone.length, shown: shown.length },
    tally: tally(shown),
    together: isEnough && common.length > 0 ? tally(common) : undefined,
    sides: isEnough ? sidesOf(alone, partners) : [],
  }
}

/** How a round that does not say so was done, by the answers that are there. */
const methodOf = (isAlone: boolean, isCommon: boolean): Round['method'] =>
  isAlone ? (isCommon ? 'discussed' : 'compiled') : isCommon ? 'together' : undefined

const isCommon = ({ partner, by }: RoundMarks[number]): boolean => partner === undefined && by === undefined

function tally(marks: RoundMarks): Tally {
  const ids = new Set(marks.flatMap(({ ratings }) => Object.keys(ratings)))
  const many = (id: string, rating: Rating) => marks.filter(({ ratings }) => ratings[id] === rating).length
  return Object.fromEntries(
    [...ids].map((id) => [
      id,
      Object.fromEntries(RATINGS.map((rating) => [rating, many(id, rating)])) as Counts,
    ]),
  )
}

/** The sides of the table, each apart, and whoever is on neither; none where that would tell who answered what. */
function sidesOf(alone: RoundMarks, partners: Sided[]): { side: string; tally: Tally }[] {
  const sectorOf = ({ partner }: RoundMarks[number]) => partners.find(({ id }) => id === partner)?.sector
  const legal = alone.filter((mark) => sectorOf(mark) === 'legal')
  const health = alone.filter((mark) => ['health', 'hospital'].includes(sectorOf(mark) ?? ''))
  const others = alone.filter((mark) => !legal.includes(mark) && !health.includes(mark))
  const sides = [
    { side: 'Legal side', marks: legal },
    { side: 'Health side', marks: health },
    { side: 'Others', marks: others },
  ].filter(({ marks }) => marks.length > 0)
  const isSafe = sides.length > 1 && sides.every(({ marks }) => marks.length >= APART)
  return isSafe ? sides.map(({ side, marks }) => ({ side, tally: tally(marks) })) : []
}
