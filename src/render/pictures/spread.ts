import type { Spread } from '../../core/picture.ts'
import { chart, rowAxis } from './chart.ts'
import { PALETTE } from './palette.ts'

/** Letters of a label on a line. */
const LETTERS = 42

/** How many gave each answer, side by side, with the letter and the number in each stretch. */
export function spread({ rows }: Spread): Promise<string> {
  const { labels, y, tallest } = rowAxis(rows, LETTERS)
  const values = rows.flatMap(({ counts }, n) => {
    let from = 0
    return Object.entries(counts).flatMap(([rating, many]) => {
      if (many === 0) return []
      from += many
      const middle = from - many / 2
      return [{ row: labels[n], rating, from: from - many, to: from, middle, label: `${many} ${rating}` }]
    })
  })
  const most = Math.max(1, ...values.map(({ to }) => to))
  const { ink, paper, link, soft } = PALETTE
  const across = { type: 'quantitative' as const, title: null, axis: null, scale: { domain: [0, most] } }
  const fill = { A: link, B: soft, C: ink }
  const words = { A: paper, B: ink, C: paper }
  const scaled = (colours: Record<string, string>) => ({
    field: 'rating',
    type: 'nominal' as const,
    legend: null,
    scale: { domain: Object.keys(colours), range: Object.values(colours) },
  })
  return chart({
    width: 380,
    height: { step: Math.max(26, 10 + tallest) },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: 20, stroke: ink, strokeWidth: 1 },
        encoding: { y, x: { field: 'from', ...across }, x2: { field: 'to' }, fill: scaled(fill) },
      },
      {
        mark: { type: 'text', fontSize: 12, baseline: 'middle' },
        encoding: { y, x: { field: 'middle', ...across }, text: { field: 'label' }, color: scaled(words) },
      },
    ],
  })
}
