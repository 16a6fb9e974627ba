import wrapAnsi from 'wrap-ansi'
import type { Spread } from '../../core/picture.ts'
import { oneLine } from '../clean.ts'
import { chart } from './chart.ts'
import { PALETTE } from './palette.ts'

/** Letters of a label on a line. */
const LETTERS = 42

/** How many gave each answer, side by side, with the letter and the number in each stretch. */
export function spread({ rows }: Spread): Promise<string> {
  const labels = rows.map(({ what }, n) => `${n}\n${wrapAnsi(oneLine(what), LETTERS, { hard: true })}`)
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
  const lines = Math.max(...labels.map((label) => label.split('\n').length - 1))
  const { ink, paper, link, soft } = PALETTE
  const y = {
    field: 'row',
    type: 'nominal' as const,
    sort: null,
    title: null,
    scale: { domain: labels },
    axis: { labelExpr: "slice(split(datum.label, '\\n'), 1)", labelLineHeight: 14, ticks: false },
  }
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
    height: { step: Math.max(26, 10 + 14 * lines) },
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
