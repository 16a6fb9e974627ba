import { readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filling, inCell, placesOf, rowOf, rowsOf, wanted } from '../filled-rows.ts'
import { library, riverbend, runner } from '../memory-world.ts'
import { has, runs } from '../programs.ts'
import { inFolder as at, follow, type Step } from './office.ts'

const { hjp, written } = runner({ library, today: '2026-11-16' })
const MANY = runs(25)

test.skipIf(!has('soffice'))(
  `${MANY} tables that were filled in and corrected in LibreOffice: every cell comes home`,
  { timeout: 300_000 },
  async () => {
    const args = ['worksheet', 'contributions', '--for', 'health']
    writeFileSync(at('table.docx'), await written(riverbend, args, 'docx'))
    const places = placesOf(String(await written(riverbend, args, 'html')))
    const rows = [...new Set(places.map(({ key }) => rowOf(key)))]
    const columns = places.length / rows.length
    const cellOf = (n: number) => `${'BCDEFGH'[n % columns]}${Math.floor(n / columns) + 2}`
    const all = fc.sample(filling(places, false), { numRuns: MANY, seed: 7 })
    const steps = all.flatMap((filled, n): Step[] => [
      ['open', at('table.docx')],
      ...places.flatMap((place, m): Step[] => {
        const words = inCell(places, filled, place)
        if (words === place.words || filled.out.has(rowOf(place.key))) return []
        const lines = words.split('\n')
        return [
          ['cell', 0, cellOf(m)],
          ...lines.flatMap((line, l): Step[] => [...(l > 0 ? [['break'] as Step] : []), ['type', line]]),
        ]
      }),
      // From the last up, so that those above keep their places.
      ...rows
        .toReversed()
        .flatMap((row): Step[] => (filled.out.has(row) ? [['row out', 0, rows.indexOf(row) + 1]] : [])),
      ['save', at(`table${n}.docx`)],
    ])
    await follow(steps)
    for (const [n, filled] of all.entries()) {
      const files = { 'back.docx': readFileSync(at(`table${n}.docx`)) }
      const made = await hjp(riverbend, ['import', 'back.docx', '--yes'], { files })
      expect(rowsOf(made.text, 'contributions'), made.out() + made.said()).toEqual(
        wanted(riverbend, 'contributions', places, filled),
      )
    }
  },
)
