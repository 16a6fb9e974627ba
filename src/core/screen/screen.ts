import { births } from './births.ts'
import { cases } from './cases.ts'
import { namesOfAnyone, namesOfClients, titledOwners } from './names.ts'
import { personalNumbers } from './numbers.ts'
import { oddNames } from './odd-names.ts'
import { portraits } from './portraits.ts'
import { reach } from './reach.ts'
import type { Known, ScreenRule, Sort, Spot } from './spot.ts'

/** What in a text could tell who a client is: what it looks like, why it tells, where it stands and its words. */
export type Telling = { what: string; why: string; at: [start: number, end: number]; words: string }

const WHY: Record<Sort, string> = {
  name: 'a name tells who it is',
  birth: 'few people share a day of birth',
  number: 'only one person has it',
  case: 'anyone can look up who it is about',
  phone: 'it leads to one person',
  email: 'it leads to one person',
  address: 'the people next door know who lives there',
  portrait: 'people nearby would know who it is, without a name',
}

/** These find only what has a digit in it, and most of what is said has none. */
const NUMBERED: ScreenRule[] = [...births, ...personalNumbers, ...cases]
const EVERYWHERE: ScreenRule[] = [...namesOfClients, ...portraits]
/** Where people say who somebody is, or how to reach them, names and addresses are at home. */
const NOT_AT_HOME: ScreenRule[] = [...namesOfAnyone, ...oddNames, ...reach]

/** What in a text could tell who a client is, in the order of the text; `isOfStaff` where people's own names are at home. */
export function tellingIn(text: string, known: Known, isOfStaff: boolean): Telling[] {
  const rules = [
    ...(/\d/.test(text) ? NUMBERED : []),
    ...EVERYWHERE,
    ...(isOfStaff ? [titledOwners] : NOT_AT_HOME),
  ]
  const spots = rules.flatMap((rule) => rule(text, known))
  return largest(isOfStaff ? spots.filter((spot) => !isNameAlone(text, spot)) : spots).map(
    ({ sort, what, at }) => ({ what, why: WHY[sort], at, words: text.slice(...at) }),
  )
}

/** Whether a text is a name and no more, as in Uncle Ray Mills: where staff are named, that is one of them. */
const isNameAlone = (text: string, { sort, at: [start, end] }: Spot): boolean =>
  sort === 'name' && !/(?<!\p{L})\p{Ll}/u.test(text.slice(0, start) + text.slice(end))

/** Of spots that overlap, the one found first, which is the surest. A description gives way to what stands in it. */
function largest(spots: Spot[]): Spot[] {
  const order = (spot: Spot) => (spot.sort === 'portrait' ? 1 : 0)
  const kept: Spot[] = []
  for (const spot of spots.toSorted((a, b) => order(a) - order(b)))
    if (!kept.some(({ at: [start, end] }) => spot.at[0] < end && start < spot.at[1])) kept.push(spot)
  return kept.toSorted((a, b) => a.at[0] - b.at[0])
}
