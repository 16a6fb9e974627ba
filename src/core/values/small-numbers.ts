import { grouped } from './locale.ts'
import { sizeOf } from './numbers.ts'
import { type Quantity, quantities } from './quantities.ts'
import { isMean, mayBePeople, UNCLEAR, type Unit } from './units.ts'

/** Fewer people than this could be recognised. Of anything else any number may be printed. */
export const LEAST = 5
const FEW = `fewer than ${LEAST}`
export const HELD_BACK = "not shown, to protect people's privacy"

/** What is not plainly five or more is few. */
export const isFew = (size: number): boolean => !(size >= LEAST)
const isFewPeople = ({ kind, size, last = size }: Quantity): boolean =>
  mayBePeople(kind) && isFew(Math.min(size, last))

/** Whether a text tells of few people. */
export const tellsOfFew = (text: string, unit: Unit = UNCLEAR): boolean =>
  quantities(text, unit).some(isFewPeople)

/** The numbers of people that a value rests on, and is not itself. */
export const basesOf = (text: string, unit: Unit): number[] =>
  quantities(text, unit).flatMap(({ kind, size, of }) =>
    mayBePeople(kind) ? (mayBePeople(unit.kind) ? [] : (of ?? size)) : (of ?? []),
  )

/** Whether a value rests on few people, or is a mean and tells of them. */
export function restsOnFew(text: string, unit: Unit): boolean {
  const isCount = mayBePeople(unit.kind) && !quantities(text, unit).some(({ kind }) => isMean(kind))
  return basesOf(text, unit).some(isFew) || (!isCount && tellsOfFew(text, unit))
}

/** Whether a part gives away few people together with what it is a part of: 5% of 40, or all but two. */
export function givesAway({ kind, size, of }: Quantity): boolean {
  if (of === undefined || !(mayBePeople(kind) || kind === 'percent')) return false
  const part = kind === 'percent' ? (size * of) / 100 : size
  return isFew(of) || isFew(part) || (part < of && isFew(of - part))
}

/** Thousands as the locale writes them. */
export const withThousands = (text: string, locale: string): string =>
  /^(\d+|\d{1,3}(,\d{3})+)$/.test(text.trim()) ? grouped(sizeOf(text.trim()), locale) : text

/** A text without its small numbers of people. What they are a part of is told unless that gives somebody away. */
export const withoutFew = (
  text: string,
  unit: Unit,
  mayTellBase = !quantities(text, unit).some(givesAway),
): string =>
  quantities(text, unit)
    .toReversed()
    .reduce((words, quantity) => {
      const { at, text } = quantity
      return words.slice(0, at) + inWords(quantity, unit, mayTellBase) + words.slice(at + text.length)
    }, text)

/** A value as it may be printed. */
export const printable = (text: string, unit: Unit, locale: string, mayTellBase?: boolean): string =>
  restsOnFew(text, unit) ? HELD_BACK : withThousands(withoutFew(text, unit, mayTellBase), locale)

function inWords(quantity: Quantity, { word }: Unit, mayTellBase: boolean): string {
  const { text, figure, size, last = size, of, kind, named } = quantity
  const most = Math.max(size, last)
  if (isFewPeople(quantity))
    return isFew(most) ? [FEW, ...(named || !word ? [] : [word])].join(' ') : `up to ${most}`
  if (of === undefined || mayTellBase) return text
  return kind === 'percent' && named ? `${figure} of` : figure
}
