import { parse, resetSVGDefIds, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { PALETTE } from './palette.ts'

const { ink, quiet, line } = PALETTE

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

/** A chart as vega-lite describes it, drawn. The same chart is the same SVG. */
export async function chart(spec: TopLevelSpec): Promise<string> {
  resetSVGDefIds()
  const compiled = compile({ ...spec, config: { ...LOOK, ...spec.config } })
  return new View(parse(compiled.spec), { renderer: 'none' }).toSVG()
}
