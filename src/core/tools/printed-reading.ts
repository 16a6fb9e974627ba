import type { Reading } from '../file/tables.ts'
import { grouped } from '../values/locale.ts'
import { quantities, soleQuantity } from '../values/quantities.ts'
import { givesAway, HELD_BACK, isFew, printable, restsOnFew, tellsOfFew } from '../values/small-numbers.ts'
import { mayBePeople, UNCLEAR, type Unit } from '../values/units.ts'
import { hiddenGroups } from './hidden-groups.ts'

/** A reading as it may be printed; its `label` is short, and none where it is held back. A note that tells of what is held back is left out. */
export function printedReading(reading: Reading, unit: Unit, locale: string) {
  const { on, value, of, note, groups = {} } = reading
  const isHeld = restsOnFew(value, unit) || (of !== undefined && isFew(of) && !mayBePeople(unit.kind))
  const hidden = hiddenGroups(reading, unit)
  const sole = soleQuantity(value, unit)
  const whole = sole && of !== undefined && sole.of === undefined ? [{ ...sole, of }] : []
  const parts = [value, ...Object.values(groups)].flatMap((text) => quantities(text, unit))
  const mayTellBase = ![...parts, ...whole].some(givesAway)
  const print = (text: string) => printable(text, unit, locale, mayTellBase)
  const base = mayTellBase ? whole.map(({ of }) => ` (${baseInWords(of, unit, locale)})`).join('') : ''
  const held = hidden.flatMap((name) => quantities(groups[name]!, unit).flatMap(({ size, of }) => [size, of]))
  const isOpen = (told: string) =>
    !tellsOfFew(told) && !quantities(told, UNCLEAR).some(({ size }) => isHeld || held.includes(size))
  return {
    on,
    label: isHeld ? undefined : print(value),
    value: isHeld ? HELD_BACK : print(value) + base,
    note: note && isOpen(note) ? note : undefined,
    groups: Object.entries(groups).map(([name, text]) => ({
      name,
      value: hidden.includes(name) ? HELD_BACK : print(text),
    })),
  }
}

function baseInWords(of: number, { kind, word = 'people' }: Unit, locale: string): string {
  const people = `${grouped(of, locale)} ${word}`
  return mayBePeople(kind) || kind === 'percent' ? `of ${people}` : people
}
