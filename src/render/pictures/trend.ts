import type { Trend } from '../../core/picture.ts'
import { chart } from './chart.ts'
import { PALETTE } from './palette.ts'

/** A line through points, with the number at each, and dashed lines with what they stand for. */
export function trend({ points, lines }: Trend): Promise<string> {
  const { ink, link } = PALETTE
  const most = Math.max(...points.map(({ value }) => value), ...lines.map(({ value }) => value))
  const scale = { domain: [0, most * 1.15] }
  const y = { field: 'value', type: 'quantitative' as const, title: null, scale }
  const x = {
    field: 'on',
    type: 'temporal',
    scale: { type: 'utc' },
    title: null,
    axis: { format: '%b %Y', labelOverlap: true, tickCount: 5 },
  } as const
  const data = { values: points }
  return chart({
    width: 460,
    height: 200,
    layer: [
      { data, mark: { type: 'line', color: link, strokeWidth: 2.5 }, encoding: { x, y } },
      { data, mark: { type: 'point', filled: true, color: link, size: 70, opacity: 1 }, encoding: { x, y } },
      {
        data,
        mark: { type: 'text', dy: -12, color: ink, fontSize: 12 },
        encoding: { x, y, text: { field: 'value', type: 'quantitative' } },
      },
      {
        data: { values: lines },
        mark: { type: 'rule', color: ink, strokeDash: [5, 4] },
        encoding: { y },
      },
      {
        data: { values: lines },
        mark: { type: 'text', align: 'left', x: 60, dy: -6, color: ink, fontSize: 12 },
        encoding: { y, text: { field: 'label' } },
      },
    ],
  })
}
