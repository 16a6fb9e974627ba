import type { Indicator } from '../file/tables.ts'
import { quantities } from '../values/quantities.ts'
import { UNCLEAR, type Unit, unitOfMeasure, unitSaid } from '../values/units.ts'

/** What an indicator counts: as its unit says, else the words of its measure, else those of its values where all agree. */
export function unitOf({
  unit,
  measure,
  ...indicator
}: Pick<Indicator, 'unit' | 'measure' | 'baseline' | 'target' | 'readings'>): Unit {
  if (unit) return unitSaid(unit)
  const { baseline = '', target = '', readings } = indicator
  const values = [baseline, target, ...readings.map(({ value }) => value)]
  const kinds = values.flatMap((value) => quantities(value, UNCLEAR)[0]?.kind ?? [])
  const [kind, ...others] = new Set(kinds.filter((kind) => kind !== 'unclear' && kind !== 'ratio'))
  return unitOfMeasure(measure) ?? (kind === undefined || others.length > 0 ? UNCLEAR : unitSaid(kind))
}
