import { HjpError } from '../errors.ts'
import type { Edit } from './change.ts'
import { editParsed } from './edit.ts'
import { Partnership } from './partnership.ts'
import type { Entry } from './record.ts'
import { filled, type Row } from './rows.ts'
import type { Indicator, Reading } from './tables.ts'
import { checked } from './yaml.ts'

/** Below this a number could point to somebody, and is never printed. */
const LEAST = 5
const FEW = `fewer than ${LEAST}`

/** The number that a text is, and nothing else: 1,204 or 17.5. */
export const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d[\d,]*(\.\d+)?$/.test(text.trim()) ? Number(text.replaceAll(',', '')) : undefined

/** A number by itself that is too small to print; the parts of a day or of a larger number are none. */
const SMALL = new RegExp(String.raw`(?<![\d.,/-])[0-${LEAST - 1}](?![\d/-]|[.,]\d)`, 'g')

export const hasSmall = (text: string): boolean => text.match(SMALL) !== null

/** A value as it may be printed. */
export const printable = (text: string): string => text.replace(SMALL, FEW)

/**
 * The groups of a reading as they may be printed. One that is too small is not shown, and nor are so many of the next that
 * nobody can work it out from the others and the whole.
 */
export function printableGroups(
  groups: Record<string, string>,
): { name: string; value: string | undefined }[] {
  const size = (value: string) => numberIn(value) ?? 0
  const rising = Object.entries(groups).toSorted(([, a], [, b]) => size(a) - size(b))
  const small = rising.filter(([, value]) => hasSmall(value)).length
  let held = small
  const sum = () => rising.slice(0, held).reduce((total, [, value]) => total + size(value), 0)
  while (small > 0 && held < rising.length && (held < 2 || sum() < LEAST)) held += 1
  const hidden = rising.slice(0, held).map(([name]) => name)
  return Object.entries(groups).map(([name, value]) => ({
    name,
    value: hidden.includes(name) ? undefined : value,
  }))
}

/** The indicator of this id, or with these words in its measure. Throws HjpError unknownIndicator or severalIndicators. */
export function indicatorNamed<I extends Pick<Indicator, 'id' | 'measure'>>(
  indicators: I[],
  name: string,
): I {
  const words = name.trim().toLowerCase()
  const ways = [
    indicators.filter(({ id, measure }) => id === words || measure.toLowerCase() === words),
    indicators.filter(({ measure }) => words !== '' && measure.toLowerCase().includes(words)),
  ]
  const [only, ...others] = ways.find((found) => found.length > 0) ?? []
  if (only && others.length === 0) return only
  const listed = indicators.map(({ id, measure }) => (id ? `${id}  ${measure}` : measure))
  throw new HjpError(only ? 'severalIndicators' : 'unknownIndicator', name, listed)
}

/** A reading of an indicator. One of that day that says something else stays. Throws HjpError readAlready or notANumber. */
export const recordReading =
  (name: string, reading: Reading): Entry =>
  (path, file) => {
    const { indicators } = checked(path, file, Partnership)
    const indicator = indicatorNamed(indicators, name)
    const at = indicators.indexOf(indicator)
    if (indicator.method === 'count' && !/\d/.test(reading.value))
      throw new HjpError('notANumber', indicator.measure, reading.value)
    const before = indicator.readings.findIndex(({ on }) => on === reading.on)
    const there = indicator.readings[before]
    if (there && there.value !== reading.value)
      throw new HjpError('readAlready', indicator.measure, reading.on, there.value)
    const row = filled(reading) as Row
    const edit: Edit = {
      at: ['indicators', at, 'readings', there ? before : indicator.readings.length],
      value: row,
    }
    return editParsed(path, file, [edit])
  }
