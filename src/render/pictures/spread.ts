import type { Spread } from '../../core/tools/picture.ts'
import { ACROSS, chart, down, rowsOf, wordsAbove } from './chart.ts'
import { widthOf } from './lines.ts'
import { PALETTE } from './palette.ts'

const [BAR, SIZE] = [20, 12]

/** How many gave each answer, side by side, with the number and the letter in each stretch, or where one is narrow, after the words. */
export function spread({ rows }: Spread): Promise<string> {
  const most = Math.max(1, ...rows.map(({ counts }) => counts.A + counts.B + counts.C))
  const stretches = rows.map(({ counts }) => {
    let from = 0
    return Object.entries(counts).flatMap(([rating, many]) => {
      if (many === 0) return []
      from += many
      return [{ rating, from: from - many, to: from, centre: from - many / 2, label: `${many} ${rating}` }]
    })
  })
  const told = stretches.map((row) => row.map(({ label }) => label).join(', '))
  const isRoomy = stretches.map((row) =>
    row.every(({ from, to, label }) => ((to - from) / most) * ACROSS > widthOf(label, SIZE)),
  )
  const { bars, lines, height } = rowsOf(
    rows.map(({ what }, n) => ({ what: isRoomy[n] ? what : `${what} ${told[n]}` })),
    BAR,
  )
  const values = stretches.flatMap((row, n) =>
    row.map((stretch) => ({ ...bars[n], ...stretch, isRoomy: isRoomy[n] })),
  )
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
        data: { values: values.filter(({ isRoomy }) => isRoomy) },
        mark: { type: 'text', fontSize: SIZE, baseline: 'middle' },
        encoding: {
          ...{ y: down('middle'), x: { field: 'centre', ...across } },
          ...{ text: { field: 'label' }, color: scaled(words) },
        },
      },
      ...wordsAbove(lines),
    ],
  })
}
