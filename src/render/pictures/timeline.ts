import type { Timeline, WorkState } from '../../core/tools/picture.ts'
import { ACROSS, chart, down, rowsOf, wordsAbove } from './chart.ts'
import { PALETTE } from './palette.ts'

/** Pixels of a lane, and of the bar in the middle of it. */
const [LANE, BAR] = [14, 8]

const { accent, ink, line, paper, soft } = PALETTE
/** Told apart by shape and shade, not by hue, and by the word in its row. */
const LOOKS: [WorkState, fill: string, shape: string][] = [
  ['to do', paper, 'circle'],
  ['under way', line, 'triangle-right'],
  ['late', ink, 'triangle-up'],
  ['done', accent, 'circle'],
]

/** A row for each piece of work, with a bar over its days and a mark on the last, in a lane under its words, which nothing runs through. */
export function timeline({ today, span, rows }: Timeline): Promise<string> {
  const { bars, lines, height } = rowsOf(
    rows.map(({ what, state }) => ({ what: `${what} (${state})` })),
    LANE,
  )
  const values = rows.map(({ from, to, state }, n) => {
    const { middle } = bars[n]!
    return { ...{ middle, state, from: from ?? to, to }, top: middle - BAR / 2, bottom: middle + BAR / 2 }
  })
  const between = bars.map(({ top }, n) => ({ top: (bars[n - 1]?.bottom ?? 0) + 1, bottom: top - 1 }))
  const byState = (range: string[]) => ({
    field: 'state',
    type: 'nominal' as const,
    legend: null,
    scale: { domain: LOOKS.map(([state]) => state), range },
  })
  const fill = byState(LOOKS.map(([, fill]) => fill))
  const outlined = { stroke: accent, strokeWidth: 1.5 }
  const across = { x: { value: 0 }, x2: { value: ACROSS }, y: down('top'), y2: { field: 'bottom' } }
  const days = {
    type: 'temporal',
    // Room for a point on the first day or the last.
    scale: { type: 'utc', padding: 12 },
    title: null,
    axis: { format: ticks(span), grid: false, labelOverlap: true, tickCount: 6 },
  } as const
  return chart({
    width: ACROSS,
    height,
    encoding: { x: { field: 'from', ...days } },
    layer: [
      // Unseen, it makes the scale as long as the span.
      { data: { values: span.map((from) => ({ from })) }, mark: { type: 'rule', opacity: 0 } },
      { data: { values: bars }, mark: { type: 'rect', color: soft }, encoding: across },
      {
        data: { values: [{ from: today }] },
        mark: { type: 'text', text: 'today', color: ink, y: 0, dy: -9, fontSize: 12 },
      },
      { data: { values: [{ from: today }] }, mark: { type: 'rule', color: ink, strokeWidth: 1.5 } },
      {
        data: { values },
        transform: [{ filter: 'datum.from !== datum.to' }],
        mark: { type: 'rect', ...outlined },
        encoding: { y: down('top'), y2: { field: 'bottom' }, x2: { field: 'to' }, fill },
      },
      { data: { values: between }, mark: { type: 'rect', color: paper }, encoding: across },
      {
        data: { values },
        mark: { type: 'point', size: 120, opacity: 1, ...outlined },
        encoding: {
          ...{ x: { field: 'to', ...days }, y: down('middle'), fill },
          shape: byState(LOOKS.map(([, , shape]) => shape)),
        },
      },
      ...wordsAbove(lines),
    ],
  })
}

/** Days in a short plan, years in a long one. */
function ticks([from, to]: Timeline['span']): string {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return days < 150 ? '%e %b' : days < 1800 ? '%b %Y' : '%Y'
}
