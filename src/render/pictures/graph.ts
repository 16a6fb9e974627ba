import type { Graph, GraphNode } from '../../core/tools/picture.ts'
import { dot } from './dot.ts'
import { framed } from './frame.ts'
import { safeLines } from './lines.ts'
import { PALETTE } from './palette.ts'

type Room = { letters: number; box: number }
/** Letters on a line of a box and pixels across it, of one that lists several things too, and pixels between columns. */
type Page = { one: Room; many: Room; between: number }
/** Where the page lies on its side, and where it does not. */
const WIDE: Page = { one: { letters: 22, box: 136 }, many: { letters: 29, box: 168 }, between: 22 }
const NARROW: Page = { one: { letters: 15, box: 94 }, many: { letters: 20, box: 114 }, between: 13 }

/** Columns side by side under their headings, with arrows between what leads to what, and panels above and below. */
export const graph = async (picture: Graph, isWide: boolean): Promise<string> =>
  framed(await columnsOf(picture, isWide ? WIDE : NARROW), picture)

function columnsOf({ columns, arrows }: Graph, page: Page): Promise<string> {
  const columnOf = (id: string) => columns.findIndex(({ nodes }) => nodes.some((node) => node.id === id))
  const names = new Map(columns.flatMap(({ nodes }) => nodes).map(({ id }, n) => [id, `n${n}`]))
  const isTied = ({ id }: GraphNode) => arrows.some(({ from, to }) => from === id || to === id)
  const ranks = columns.map(({ title, nodes }, n) => {
    const head = `head${n} [shape=plain style="" width=0 fontcolor="${PALETTE.accent}" label=<<b>${safeLines(title, nodes.length > 0 ? page.one.letters : SMALL).join('<br/>')}</b>>]`
    const boxes = nodes.map((node) => `${names.get(node.id)} [${boxOf(node, page)}]`)
    const gap = `gap${n} [style="rounded,dashed" width=0.8 fontcolor="${PALETTE.quiet}" label="nothing yet"]`
    const below = nodes.length > 0 ? nodes.map(({ id }) => names.get(id)) : [`gap${n}`]
    // What no arrow ties to a place stays in its order.
    const order = nodes.some(isTied)
      ? below.map((name) => `head${n} -> ${name}`)
      : [[`head${n}`, ...below].join(' -> ')]
    return `subgraph { rank=same ${head} ${boxes.join('\n') || gap} edge [style=invis] ${order.join('\n')} }`
  })
  const edges = arrows
    .filter(({ from, to }) => names.has(from) && names.has(to))
    .map(({ from, to }) => {
      const isBack = columnOf(to) <= columnOf(from)
      return `${names.get(from)} -> ${names.get(to)}${isBack ? ' [constraint=false]' : ''}`
    })
  return dot(
    `rankdir=LR nodesep=0.14 ranksep=${page.between / INCH} splines=true`,
    `node [shape=box style="rounded,filled" margin="0.08,0.05"]
    ${ranks.join('\n')}
    ${columns.map((_, n) => `head${n}`).join(' -> ')} [style=invis weight=100]
    ${edges.join('\n')}`,
  )
}

/** Graphviz counts in inches of so many pixels. */
const INCH = 72
/** Letters on a line of the heading of a column with nothing in it. */
const SMALL = 12

/** One thing in the middle of its box, or several at its side with marks before them; and whom it is for or from. */
function boxOf({ lines, note }: GraphNode, { one, many }: Page): string {
  const isList = lines.length > 1
  const { letters, box } = isList ? many : one
  const listed = lines.flatMap((line) =>
    isList
      ? safeLines(line, letters - 2).map((each, n) => `${n === 0 ? '•' : '&#160;'} ${each}`)
      : safeLines(line, letters),
  )
  const about = note ? safeLines(note, letters).map((line) => `<i>${line}</i>`) : []
  const end = isList ? '<br align="left"/>' : '<br/>'
  const words = [...listed, ...about].join(end) + (isList ? end : '')
  return `width=${box / INCH} label=<${words}>`
}
