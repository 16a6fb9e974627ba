import { ImageRun, Paragraph, type ParagraphChild } from 'docx'
import { oneLine } from '../../document/clean.ts'
import type { Block } from '../../document/document.ts'
import type { ShownPicture, Surroundings, Whole } from './place.ts'
import { guarded } from './text.ts'
import { ending, tracked } from './tracked.ts'

/** Twips of a pixel. */
const PIXEL = 15

/** A paragraph with a picture in it: as large as it is drawn, or as the page lets it be. */
export function picture(
  { title, words, change }: Extract<Block, { kind: 'picture' }>,
  { svg, png, width, height }: ShownPicture,
  { ledger, tallest }: Whole,
  place: Surroundings,
): Paragraph {
  const scale = Math.min(1, (place.width - place.indent) / PIXEL / width, tallest / PIXEL / height)
  const transformation = { width: width * scale, height: height * scale }
  const altText = {
    id: `${ledger.id()}`,
    name: guarded(oneLine(title)),
    title: guarded(oneLine(title)),
    description: guarded(oneLine(words)),
  }
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation,
    altText,
    fallback: { type: 'png', data: png },
  })
  return new Paragraph({
    ...(place.lead ?? { style: place.text }),
    ...ending(change, ledger),
    children: [...tracked<ParagraphChild>(change, ledger, [image])],
  })
}
