import { parse, resetSVGDefIds, textMetrics, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { inLines } from './lines.ts'
import { PALETTE } from './palette.ts'

const { ink, quiet, line } = PALETTE

/** From one line of a label to the next. */
export const LEADING = 14

const LOOK = {
  background: 'transparent',
  font: 'Arial',
  padding: 8,
  axis: {
    labelColor: ink,
    titleColor: ink,
    labelFontSize: 12,
    titleFontSize: 12,
    labelLimit: 0,
    domainColor: quiet,
    tickColor: quiet,
    gridColor: line,
  },
  legend: { labelColor: ink, titleColor: ink, labelFontSize: 12, labelLimit: 0, orient: 'top' as const },
  view: { stroke: line },
}

declare module 'vega' {
  /** Vega lets others measure text for it; its types do not say so. */
  const textMetrics: { width(item: { fontSize?: number }, text: unknown): number }
}

/** Without a canvas Vega takes every letter to be wide, and leaves a gap beside labels. These are about as wide as Arial's. */
textMetrics.width = ({ fontSize = 11 }, text) =>
  fontSize * [...String(text)].reduce((sum, letter) => sum + ems(letter), 0)

function ems(letter: string): number {
  if (/[ijltfrI.,:;!'|()[\]/ -]/.test(letter)) return 0.34
  if (/[mwMW@%]|[^\u0000-\u2fff]/.test(letter)) return 1
  return /\p{Lu}/u.test(letter) ? 0.75 : 0.57
}

/** A chart as vega-lite describes it, drawn. The same chart is the same SVG. */
export async function chart(spec: TopLevelSpec): Promise<string> {
  resetSVGDefIds()
  const compiled = compile({ ...spec, config: { ...LOOK, ...spec.config } })
  return apart(await new View(parse(compiled.spec), { renderer: 'none' }).toSVG())
}

/** The axis of a chart's rows, which say what each is in lines of so many letters; and the label that a row goes by on it. */
export function rowAxis(rows: { what: string }[], letters: number) {
  const lines = rows.map(({ what }) => inLines(what, letters))
  // Two rows may say the same.
  const labels = lines.map((label, n) => [n, ...label].join('\n'))
  const y = {
    field: 'row',
    type: 'nominal',
    sort: null,
    title: null,
    scale: { domain: labels },
    axis: { labelExpr: "slice(split(datum.label, '\\n'), 1)", labelLineHeight: LEADING, ticks: false },
  } as const
  return { labels, y, tallest: LEADING * Math.max(...lines.map(({ length }) => length)) }
}

/** A text a line: of several lines in one, some readers of SVG mix up those that run from right to left. */
const apart = (svg: string): string =>
  svg.replace(
    /<text ([^>]*)transform="translate\(([^,]+),([^)]+)\)"([^>]*)>(<tspan>.*?)<\/text>/g,
    (_, before: string, x: string, y: string, after: string, spans: string) => {
      let down = Number(y)
      return [...spans.matchAll(/<tspan(?: x="0" dy="([^"]+)")?>(.*?)<\/tspan>/g)]
        .map(([, dy = '0', line]) => {
          down += Number(dy)
          return `<text ${before}transform="translate(${x},${down})"${after}>${line}</text>`
        })
        .join('')
    },
  )
