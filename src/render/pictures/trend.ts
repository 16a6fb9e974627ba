import type { Trend } from '../../core/tools/picture.ts'
import { chart, LEADING } from './chart.ts'
import { inLines, widthOf } from './lines.ts'
import { PALETTE } from './palette.ts'

/** Letters of a label on a line. */
const LETTERS = 20
const [ACROSS, EDGE, SIZE] = [420, 24, 12]

/** A line through points, with the number at each, and dashed lines with what they stand for beside them. */
export function trend({ points, lines }: Trend): Promise<string> {
  const { accent, ink, paper } = PALETTE
  const most = Math.max(...points.map(({ value }) => value), ...lines.map(({ value }) => value))
  const scale = { domain: [0, most * 1.15] }
  const y = { field: 'value', type: 'quantitative' as const, title: null, scale }
  const x = {
    field: 'on',
    type: 'temporal',
    scale: { type: 'utc', padding: EDGE },
    title: null,
    axis: { format: '%b %Y', grid: false, labelOverlap: true, tickCount: ticks(points) },
  } as const
  const data = { values: points }
  /** The higher label goes up from its line and the lower one down, so that they never meet. */
  const highest = Math.max(...lines.map(({ value }) => value))
  const first = lines.findIndex(({ value }) => value === highest)
  return chart({
    width: ACROSS,
    height: 120,
    layer: [
      {
        data: { values: lines },
        mark: { type: 'rule', color: ink, strokeDash: [5, 4] },
        encoding: { y },
      },
      ...lines.flatMap(({ label, value }, n) => {
        const rows = inLines(label, LETTERS)
        return rows.map((row, at) => ({
          data: { values: [{ value, row }] },
          mark: {
            type: 'text' as const,
            ...{ align: 'left' as const, x: 'width' as const, dx: 6, color: ink, fontSize: SIZE },
            dy: LEADING * (n === first ? at - rows.length + 0.5 : at + 0.5),
          },
          encoding: { y, text: { field: 'row' } },
        }))
      }),
      { data, mark: { type: 'line', color: accent, strokeWidth: 2.5 }, encoding: { x, y } },
      {
        data,
        mark: { type: 'point', filled: true, color: accent, size: 70, opacity: 1 },
        encoding: { x, y },
      },
      ...[{ stroke: paper, strokeWidth: 4 }, {}].map((halo) => ({
        data: { values: roomFor(points) },
        mark: { type: 'text' as const, dy: -12, color: ink, fontSize: SIZE, ...halo },
        encoding: { x, y, text: { field: 'label' } },
      })),
    ],
  })
}

/** The points, from the newest back, whose numbers have room beside one another. */
function roomFor(points: Trend['points']): Trend['points'] {
  const [from, to] = [points[0]!, points.at(-1)!].map(({ on }) => Date.parse(on)) as [number, number]
  const placeOf = (on: string) => ((Date.parse(on) - from) / (to - from || 1)) * (ACROSS - 2 * EDGE)
  let free = Number.POSITIVE_INFINITY
  return points.toReversed().filter(({ on, label }) => {
    const half = widthOf(label, SIZE) / 2 + 2
    if (placeOf(on) + half > free) return false
    free = placeOf(on) - half
    return true
  })
}

/** Under a year, no month is written twice. */
function ticks(points: Trend['points']) {
  const [from, to] = [points[0]!.on, points.at(-1)!.on].map((day) => day.split('-').map(Number))
  const months = (to![0]! - from![0]!) * 12 + to![1]! - from![1]!
  return months < 12 ? { interval: 'month' as const, step: Math.max(1, Math.ceil(months / 5)) } : 5
}
