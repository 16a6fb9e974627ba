import type { Graph, Panel } from '../../core/tools/picture.ts'
import { inWidth, safeLine } from './lines.ts'
import { PALETTE } from './palette.ts'

const { ink, quiet, accent, soft, paper } = PALETTE
const SIZE = 12
/** From one line to the next, round the words of a panel, and from a panel to the drawing. */
const [LEADING, PAD, GAP] = [15, 12, 10]
/** What stands before each of several lines, and its width. */
const [MARK, MARKED] = ['• ', 9]

type Drawn = { svg: string; height: number }

/** A drawing with panels of words side by side above it and below it, in a frame. */
export function framed(inner: string, { above, below }: Pick<Graph, 'above' | 'below'>): string {
  const [, x, y, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(inner)!.map(Number)
  const across = width! + 2 * GAP
  const head = row(above, across, soft)
  const foot = row(below, across, paper)
  const [top, under] = [head.height + GAP, head.height + height! + 2 * GAP]
  const drawing = inner.replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '')
  const down = under + foot.height
  return `<svg viewBox="-1 -1 ${across + 2} ${down + 2}">
${head.svg}
<g transform="translate(${GAP - x!} ${top - y!})">${drawing}</g>
<g transform="translate(0 ${under})">${foot.svg}</g>
<rect x="0" y="0" width="${across}" height="${down}" rx="4" fill="none" stroke="${accent}" stroke-width="1.5"/>
</svg>`
}

/** Panels side by side, as high as the highest. */
function row(panels: Panel[], across: number, fill: string): Drawn {
  const width = across / panels.length
  const drawn = panels.map((panel, n) => panelAt(panel, n * width, width))
  const height = Math.max(...drawn.map((each) => each.height))
  const ground = `<rect x="0" y="0" width="${across}" height="${height}" rx="4" fill="${fill}"/>`
  return { svg: ground + drawn.map(({ svg }) => svg).join(''), height }
}

function panelAt({ title, lines }: Panel, left: number, width: number): Drawn {
  const isList = lines.length > 1
  const [from, room] = [left + PAD, width - 2 * PAD - (isList ? MARKED : 0)]
  const words = lines.flatMap((line) =>
    inWidth(line, room, SIZE).map((each, n) => ({
      words: isList && n === 0 ? MARK + each : each,
      x: isList && n > 0 ? from + MARKED : from,
    })),
  )
  const colour = words.length > 0 ? ink : quiet
  const shown = words.length > 0 ? words : [{ words: 'nothing yet', x: from }]
  const texts = [
    text(title, from, PAD + SIZE, `font-weight="bold" fill="${accent}"`),
    ...shown.map(({ words, x }, n) => text(words, x, PAD + SIZE + (n + 1) * LEADING, `fill="${colour}"`)),
  ]
  return { svg: texts.join('\n'), height: PAD + SIZE + shown.length * LEADING + PAD }
}

const text = (words: string, x: number, y: number, look: string) =>
  `<text x="${x}" y="${y}" font-size="${SIZE}" ${look}>${safeLine(words)}</text>`
