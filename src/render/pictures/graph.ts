import type { Graph } from '../../core/tools/picture.ts'
import { dot, safeLines } from './dot.ts'
import { PALETTE } from './palette.ts'

/** Letters on a line, where the page lies on its side and where it does not. */
const WIDE = 22
const NARROW = 15

/** Columns side by side under their headings, with arrows between what leads to what. */
export function graph({ columns, arrows }: Graph, isWide: boolean): Promise<string> {
  const letters = isWide ? WIDE : NARROW
  const columnOf = (id: string) => columns.findIndex(({ nodes }) => nodes.some((node) => node.id === id))
  const names = new Map(columns.flatMap(({ nodes }) => nodes).map(({ id }, n) => [id, `n${n}`]))
  const ranks = columns.map(({ title, nodes }, n) => {
    const boxes = nodes.map(({ id, words, note }) => {
      const about = note ? `<br/><i>${safeLines(note, letters).join('<br/>')}</i>` : ''
      return `${names.get(id)} [label=<${safeLines(words, letters).join('<br/>')}${about}>]`
    })
    const below = nodes.map(({ id }) => `head${n} -> ${names.get(id)} [style=invis]`)
    return `subgraph { rank=same head${n} [shape=plain style="" fontcolor="${PALETTE.accent}" label=<<b>${safeLines(title, letters).join('<br/>')}</b>>]
      ${[...boxes, ...below].join('\n')} }`
  })
  const chain = columns.map((_, n) => `head${n}`).join(' -> ')
  const edges = arrows
    .filter(({ from, to }) => names.has(from) && names.has(to))
    .map(({ from, to }) => {
      const isBack = columnOf(to) <= columnOf(from)
      return `${names.get(from)} -> ${names.get(to)}${isBack ? ' [constraint=false]' : ''}`
    })
  return dot(
    `rankdir=LR nodesep=0.14 ranksep=${isWide ? 0.45 : 0.3} splines=true`,
    `node [shape=box style="rounded,filled" margin="0.1,0.06"]
    ${ranks.join('\n')}
    ${chain} [style=invis weight=100]
    ${edges.join('\n')}`,
  )
}
