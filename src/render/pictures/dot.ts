import { instance, type Viz } from '@viz-js/viz'
import { PALETTE } from './palette.ts'

/** Graphviz measures by this font, and so the words fit in any of the same widths. */
const FONT = `fontname="Arial" fontcolor="${PALETTE.ink}"`

let viz: Promise<Viz> | undefined

/** A graph in Graphviz's language, drawn. */
export async function dot(look: string, body: string): Promise<string> {
  viz ??= instance()
  const source = `digraph { bgcolor="transparent" pad=0.1 ${look}
    graph [${FONT}]
    node [${FONT} fontsize=11 color="${PALETTE.quiet}" fillcolor="${PALETTE.soft}"]
    edge [${FONT} fontsize=10 color="${PALETTE.quiet}" arrowsize=0.7]
    ${body}
  }`
  return (await viz).renderString(source, { format: 'svg' })
}
