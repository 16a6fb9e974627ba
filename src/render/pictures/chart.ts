import { parse, resetSVGDefIds, textMetrics, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { inLines, widthOf } from './lines.ts'
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
  view: { stroke: null },
}

declare module 'vega' {
  /** Vega lets others measure text for it; its types do not say so. */
  const textMetrics: { width(item: { fontSize?: number }, text: unknown): number }
}

/** Without a canvas Vega takes every letter to be wide, and leaves a gap beside labels. These are about as wide as Arial's. */
textMetrics.width = ({ fontSize = 11 }, text) => widthOf(String(text), fontSize)

/** A chart as vega-lite describes it, drawn. The same chart is the same SVG. */
export async function chart(spec: TopLevelSpec): Promise<string> {
  resetSVGDefIds()
  const compiled = compile({ ...spec, config: { ...LOOK, ...spec.config } })
  return lineByLine(await new View(parse(compiled.spec), { renderer: 'none' }).toSVG())
}

/** Pixels across a chart of rows. */
export const ACROSS = 560
/** Letters that fit across it. */
const LETTERS = 88
/** Pixels from a row's words to its bar, and from that to the next row. */
const [NEAR, FAR] = [3, 9]

/** Rows one below another, each with what it says on lines of its own above a bar: where its bar stands, and all the lines. */
export function rowsOf(rows: { what: string }[], bar: number) {
  let down = 0
  const lines: { y: number; line: string }[] = []
  const bars = rows.map(({ what }) => {
    for (const line of inLines(what, LETTERS)) {
      down += LEADING
      lines.push({ y: down, line })
    }
    const top = down + NEAR
    down = top + bar + FAR
    return { top, bottom: top + bar, middle: top + bar / 2 }
  })
  return { bars, lines, height: down }
}

/** Where a value is a place in the chart, in pixels from its top. */
export const down = (field: string) =>
  ({ field, type: 'quantitative', scale: null, axis: null, title: null }) as const

/** The lines of rows, before anything that runs behind them. */
export const wordsAbove = (lines: { y: number; line: string }[]) =>
  [{ stroke: PALETTE.paper, strokeWidth: 4 }, {}].map((halo) => ({
    data: { values: lines },
    mark: {
      type: 'text' as const,
      ...{ align: 'left' as const, baseline: 'bottom' as const, color: ink, fontSize: 12, ...halo },
    },
    encoding: { x: { value: 2 }, y: down('y'), text: { field: 'line' } },
  }))

/** A text a line: of several lines in one, some readers of SVG mix up those that run from right to left. */
const lineByLine = (svg: string): string =>
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
