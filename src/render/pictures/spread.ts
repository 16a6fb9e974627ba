import type { Spread } from '../../core/tools/picture.ts'
import { ACROSS, chart, down, rowsOf, wordsAbove } from './chart.ts'
import { PALETTE } from './palette.ts'

const BAR = 20

/** How many gave each answer, side by side, with the letter and the number in each stretch. */
export function spread({ rows }: Spread): Promise<string> {
  const { bars, lines, height } = rowsOf(rows, BAR)
  const values = rows.flatMap(({ counts }, n) => {
    let from = 0
    return Object.entries(counts).flatMap(([rating, many]) => {
      if (many === 0) return []
      from += many
      const centre = from - many / 2
      return [{ ...bars[n], rating, from: from - many, to: from, centre, label: `${many} ${rating}` }]
    })
  })
  const most = Math.max(1, ...values.map(({ to }) => to))
  const { accent, ink, line, paper } = PALETTE
  const across = { type: 'quantitative' as const, title: null, axis: null, scale: { domain: [0, most] } }
  const fill = { A: paper, B: line, C: accent }
  const words = { A: ink, B: ink, C: paper }
  const scaled = (colours: Record<string, string>) => ({
    field: 'rating',
    type: 'nominal' as const,
    legend: null,
    scale: { domain: Object.keys(colours), range: Object.values(colours) },
  })
  return chart({
    width: ACROSS,
    height,
    layer: [
      {
        data: { values },
        mark: { type: 'rect', stroke: accent, strokeWidth: 1 },
        encoding: {
          ...{ y: down('top'), y2: { field: 'bottom' } },
          ...{ x: { field: 'from', ...across }, x2: { field: 'to' }, fill: scaled(fill) },
        },
      },
      {
        data: { values },
        mark: { type: 'text', fontSize: 12, baseline: 'middle' },
        encoding: {
          ...{ y: down('middle'), x: { field: 'centre', ...across } },
          ...{ text: { field: 'label' }, color: scaled(words) },
        },
      },
      ...wordsAbove(lines),
    ],
  })
}
