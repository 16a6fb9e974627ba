import type { Timeline } from '../../core/picture.ts'
import { chart, rowAxis } from './chart.ts'
import { PALETTE } from './palette.ts'

/** Letters of a label on a line. */
const LETTERS = 56

const STATES = { open: 'to do', late: 'late', done: 'done' }

/** A bar a row, or a point where it is a day, and a line where today is. Told apart by shape and shade, not by hue. */
export function timeline({ today, rows }: Timeline): Promise<string> {
  const { labels, y: plain, tallest } = rowAxis(rows, LETTERS)
  const y = { ...plain, axis: { ...plain.axis, grid: true } }
  const values = rows.map(({ from, to, state }, n) => {
    const isDay = from === undefined || from === to
    return { row: labels[n], from: from ?? to, to, isDay, state: STATES[state] }
  })
  const { ink, link, paper } = PALETTE
  const fill = {
    field: 'state',
    type: 'nominal',
    title: null,
    scale: { domain: Object.values(STATES), range: [link, ink, paper] },
  } as const
  const outlined = { stroke: ink, strokeWidth: 1 }
  return chart({
    width: 560,
    height: { step: 10 + tallest },
    data: { values },
    encoding: {
      x: {
        field: 'from',
        type: 'temporal',
        scale: { type: 'utc' },
        title: null,
        axis: { format: ticks(rows, today), grid: true, labelOverlap: true, tickCount: 6 },
      },
    },
    layer: [
      {
        transform: [{ filter: '!datum.isDay' }],
        mark: { type: 'bar', height: 14, ...outlined },
        encoding: { y, x2: { field: 'to' }, fill },
      },
      {
        transform: [{ filter: 'datum.isDay' }],
        mark: { type: 'point', shape: 'diamond', size: 160, opacity: 1, ...outlined },
        encoding: { y, fill },
      },
      {
        data: { values: [{ from: today }] },
        mark: { type: 'rule', color: ink, strokeDash: [5, 4], strokeWidth: 1.5 },
      },
      {
        data: { values: [{ from: today }] },
        mark: { type: 'text', text: 'today', color: ink, y: 0, dy: -7, fontSize: 12 },
      },
    ],
  })
}

/** Days in a short plan, years in a long one. */
function ticks(rows: Timeline['rows'], today: string): string {
  const days = [today, ...rows.flatMap(({ from, to }) => [from ?? to, to])].toSorted()
  const span = (Date.parse(days.at(-1)!) - Date.parse(days[0]!)) / 86_400_000
  return span < 150 ? '%e %b' : span < 1800 ? '%b %Y' : '%Y'
}
