import { HjpError } from '../../errors.ts'
import { clean, safe } from '../document/clean.ts'
import type { Document } from '../document/document.ts'
import { type Drawing, drawPictures } from '../pictures/index.ts'
import { FONTS, PALETTE } from '../pictures/palette.ts'
import { sealed, UNSEALED } from './seal.ts'

/** The pictures of a document as one SVG, one below another. Throws HjpError noPicture where it has none. */
export async function svg(document: Document): Promise<string> {
  const drawings = [...(await drawPictures(document)).values()]
  const [first] = drawings
  if (!first) throw new HjpError('noPicture', document.title)
  // The seal stands before all words, so that none can be taken for it.
  return sealed(
    `<!-- ${UNSEALED} -->\n${drawings.length > 1 ? stacked(drawings, document.title) : first.svg}`,
  )
}

const GAP = 24

function stacked(drawings: Drawing[], title: string): string {
  const width = Math.max(...drawings.map((drawing) => drawing.width))
  let down = 0
  const all = drawings.map(({ svg, height }) => {
    const lowered = svg.replace('<svg ', `<svg x="0" y="${down}" `)
    down += height + GAP
    return lowered
  })
  const height = down - GAP
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}">
<title>${safe(clean(title))}</title>
<rect width="${width}" height="${height}" fill="${PALETTE.paper}"/>
${all.join('\n')}
</svg>
`
}
