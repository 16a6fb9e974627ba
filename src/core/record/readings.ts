import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { fieldErrors, HjpError } from '../../errors.ts'
import { withoutBlanks } from '../file/row.ts'
import { type Indicator, Reading } from '../file/tables.ts'
import { readYaml } from '../file/yaml.ts'
import type { Source } from '../prompts/prompts.ts'
import { day, list, maybe, text } from '../values/fields.ts'
import { firstFound, theOne } from '../values/find-one.ts'
import { quantities } from '../values/quantities.ts'
import { UNCLEAR } from '../values/units.ts'
import type { Write } from './enter.ts'

type Called = Pick<Indicator, 'id' | 'measure'>

/** The indicators of this id, or with these words in their measure. */
export function indicatorsCalled<I extends Called>(indicators: I[], name: string): I[] {
  const said = name.trim().toLowerCase()
  return firstFound([
    indicators.filter(({ id, measure }) => id === said || measure.toLowerCase() === said),
    indicators.filter(({ measure }) => said !== '' && measure.toLowerCase().includes(said)),
  ])
}

/** The one of `indicatorsCalled`. Throws HjpError unknownIndicator or severalIndicators. */
export const indicatorNamed = <I extends Called>(indicators: I[], name: string): I =>
  theOne(
    indicatorsCalled(indicators, name),
    (found) =>
      new HjpError(
        found.length > 0 ? 'severalIndicators' : 'unknownIndicator',
        name,
        (found.length > 0 ? found : indicators).map(({ id, measure }) =>
          id ? `${id}  ${measure}` : measure,
        ),
      ),
  )

/**
 * A reading of an indicator. To one of that day more may be added, and what it says stays. Throws HjpError readAlready or
 * notANumber.
 */
export const recordReading =
  (name: string, reading: Reading): Write =>
  ({ indicators }) => {
    const indicator = indicatorNamed(indicators, name)
    const at = indicators.indexOf(indicator)
    if (indicator.method === 'count' && quantities(reading.value, UNCLEAR).length === 0)
      throw new HjpError('notANumber', indicator.measure, reading.value)
    const before = indicator.readings.findIndex(({ on }) => on === reading.on)
    const there = indicator.readings[before]
    const row = withoutBlanks(reading)
    const said = withoutBlanks(there ?? {})
    const isOther = Object.keys(row).some((key) => key in said && !isDeepStrictEqual(said[key], row[key]))
    if (there && isOther) throw new HjpError('readAlready', indicator.measure, reading.on, there.value)
    const place = before < 0 ? indicator.readings.length : before
    return [{ at: ['indicators', at, 'readings', place], value: row }]
  }

/** What `hjp measure --answers` takes: readings, each of an indicator by its id or words. */
const ReadingsFile = z.strictObject({
  readings: list(Reading.extend({ indicator: text, on: maybe(day) })),
})

/** Reads a file of readings into what is to be written, or throws HjpError badAnswers with all that is wrong in it. */
export function readReadings(
  { path, text: source }: Source,
  indicators: Indicator[],
  today: string,
): Write[] {
  const complaints: string[] = []
  const writes = readYaml(path, source, ReadingsFile).readings.flatMap(
    ({ indicator, on = today, ...rest }, n) => {
      if (on > today) complaints.push(`readings.${n}.on: ${fieldErrors.wantsPast}`)
      try {
        indicatorNamed(indicators, indicator)
        return [recordReading(indicator, { on, ...rest })]
      } catch (error) {
        if (!(error instanceof HjpError)) throw error
        complaints.push(`readings.${n}: ${error.message}`)
        return []
      }
    },
  )
  if (complaints.length > 0) throw new HjpError('badAnswers', path, complaints)
  return writes
}
