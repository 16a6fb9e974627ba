import type { Timeline } from '../../core/tools/picture.ts'
import { ACROSS, chart, down, rowsOf, wordsAbove } from './chart.ts'
import { PALETTE } from './palette.ts'

const BAR = 14
const STATES = { open: 'to do', late: 'late', done: 'done' }

/** A bar a row, or a point where it is a day, in a lane under its words, which nothing runs through. Told apart by shape, shade and a word, not by hue. */
export function timeline({ today, span, rows }: Timeline): Promise<string> {
  const { bars, lines, height } = rowsOf(
    rows.map(({ what, state }) => ({ what: state === 'late' ? `${what} (late)` : what })),
    BAR,
  )
  const values = rows.map(({ from, to, state }, n) => {
    const isDay = from === undefined || from === to
    return { ...bars[n], from: from ?? to, to, isDay, state: STATES[state] }
  })
  const between = bars.map(({ top }, n) => ({ top: (bars[n - 1]?.bottom ?? 0) + 1, bottom: top - 1 }))
  const { accent, ink, paper, soft } = PALETTE
  const fill = {
    field: 'state',
    type: 'nominal',
    title: null,
    scale: { domain: Object.values(STATES), range: [paper, ink, accent] },
  } as const
  const shape = { ...fill, scale: { ...fill.scale, range: ['circle', 'triangle-up', 'circle'] } }
  const outlined = { stroke: accent, strokeWidth: 1.5 }
  const across = { x: { value: 0 }, x2: { value: ACROSS }, y: down('top'), y2: { field: 'bottom' } }
  return chart({
    width: ACROSS,
    height,
    encoding: {
      x: {
        field: 'from',
        type: 'temporal',
        // Room for a point on the first day or the last.
        scale: { type: 'utc', padding: 12 },
        title: null,
        axis: { format: ticks(span), grid: false, labelOverlap: true, tickCount: 6 },
      },
    },
    layer: [
      // Unseen, it makes the scale as long as the span.
      { data: { values: span.map((from) => ({ from })) }, mark: { type: 'rule', opacity: 0 } },
      { data: { values: bars }, mark: { type: 'rect', color: soft }, encoding: across },
      {
        data: { values: [{ from: today }] },
        mark: { type: 'text', text: 'today', color: ink, y: 0, dy: -7, fontSize: 12 },
      },
      {
        data: { values },
        transform: [{ filter: '!datum.isDay' }],
        mark: { type: 'rect', ...outlined },
        encoding: { y: down('top'), y2: { field: 'bottom' }, x2: { field: 'to' }, fill },
      },
      { data: { values: [{ from: today }] }, mark: { type: 'rule', color: ink, strokeWidth: 1.5 } },
      { data: { values: between }, mark: { type: 'rect', color: paper }, encoding: across },
      {
        data: { values },
        transform: [{ filter: 'datum.isDay' }],
        mark: { type: 'point', size: 130, opacity: 1, ...outlined },
        encoding: { y: down('middle'), fill, shape },
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
