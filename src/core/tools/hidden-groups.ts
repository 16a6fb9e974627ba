import type { Reading } from '../file/tables.ts'
import { quantities, soleQuantity } from '../values/quantities.ts'
import { basesOf, isFew, LEAST, restsOnFew, tellsOfFew } from '../values/small-numbers.ts'
import { isMean, mayBePeople, type Unit } from '../values/units.ts'

/** How many people a value is, or rests on, where it says that plainly. */
function peopleIn(text: string, unit: Unit): number | undefined {
  if (!mayBePeople(unit.kind)) {
    const [base, ...others] = basesOf(text, unit)
    return others.length === 0 ? base : undefined
  }
  const sole = soleQuantity(text, unit)
  const isPlain = /^\p{Nd}[\p{Nd}.,]*(?!\S)/u.test(text.trim()) && sole?.last === undefined
  return isPlain && sole && mayBePeople(sole.kind) ? sole.size : undefined
}

/** Whether a value is a mean that does not say of how many people it is. */
export const lacksBase = (text: string, unit: Unit): boolean =>
  basesOf(text, unit).length === 0 && quantities(text, unit).some(({ kind }) => isMean(kind))

/**
 * The names of the groups of a reading that are not shown: those that are of too few people, and so many of the next that
 * nobody can work one out from the others and the whole. Too few who are in no group are kept from sight likewise. Where
 * something is hidden and not all are plain numbers, none is shown.
 */
export function hiddenGroups(
  { value, of, groups = {} }: Pick<Reading, 'value' | 'of' | 'groups'>,
  unit: Unit,
): string[] {
  const all = Object.entries(groups).map(([name, text]) => ({
    name,
    size: peopleIn(text, unit),
    few: tellsOfFew(text, unit) || restsOnFew(text, unit),
    lacks: lacksBase(text, unit),
    isOfPeople: mayBePeople(unit.kind) || basesOf(text, unit).length > 0,
  }))
  const unsaid = all.flatMap(({ name, lacks }) => (lacks ? name : []))
  const cells = all
    .filter(({ lacks, isOfPeople }) => isOfPeople && !lacks)
    .toSorted((a, b) => Number(b.few) - Number(a.few) || (a.size ?? 0) - (b.size ?? 0))
  const sum = (some: typeof cells) => some.reduce((total, { size = 0 }) => total + size, 0)
  const whole = (mayBePeople(unit.kind) ? undefined : of) ?? peopleIn(value, unit) ?? 0
  const rest = whole - sum(cells)
  let held = cells.filter(({ few }) => few).length
  if (held === 0 && (rest <= 0 || !isFew(rest))) return unsaid
  if (cells.some(({ size }) => size === undefined)) held = cells.length
  while (held < cells.length && (held < 2 || sum(cells.slice(0, held)) < LEAST)) held += 1
  return [...unsaid, ...cells.slice(0, held).map(({ name }) => name)]
}
