import type { Timeline } from '../../core/tools/picture.ts'
import { ACROSS, chart, down, rowsOf, wordsAbove } from './chart.ts'
import { PALETTE } from './palette.ts'

const BAR = 14
const STATES = { open: 'to do', late: 'late', done: 'done' }

/** A bar a row, or a point where it is a day, and a line where today is. Told apart by shape and shade, not by hue. */
export function timeline({ today, span, rows }: Timeline): Promise<string> {
  const { bars, lines, height } = rowsOf(rows, BAR)
  const values = rows.map(({ from, to, state }, n) => {
    const isDay = from === undefined || from === to
    return { ...bars[n], from: from ?? to, to, isDay, state: STATES[state] }
  })
  const { ink, line, paper } = PALETTE
  const fill = {
    field: 'state',
    type: 'nominal',
    title: null,
    scale: { domain: Object.values(STATES), range: [line, ink, paper] },
  } as const
  const outlined = { stroke: ink, strokeWidth: 1 }
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
        axis: { format: ticks(span), grid: true, labelOverlap: true, tickCount: 6 },
      },
    },
    layer: [
      // Unseen, it makes the scale as long as the span.
      { data: { values: span.map((from) => ({ from })) }, mark: { type: 'rule', opacity: 0 } },
      {
        data: { values: [{ from: today }] },
        mark: { type: 'rule', color: ink, strokeDash: [5, 4], strokeWidth: 1.5 },
      },
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
      {
        data: { values },
        transform: [{ filter: 'datum.isDay' }],
        mark: { type: 'point', shape: 'diamond', size: 160, opacity: 1, ...outlined },
        encoding: { y: down('middle'), fill },
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
