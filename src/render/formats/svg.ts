import { HjpError } from '../../errors.ts'
import type { Document } from '../document.ts'
import { draw, picturesIn } from '../pictures/index.ts'
import { sealed, UNSEALED } from './seal.ts'

/** The first picture of a document, alone. Throws HjpError noPicture. */
export async function svg({ blocks, title }: Document): Promise<string> {
  const [first] = picturesIn(blocks)
  if (!first) throw new HjpError('noPicture', title)
  // The seal stands before all words, so that none can be taken for it.
  return sealed(`<!-- ${UNSEALED} -->\n${(await draw(first)).svg}`)
}
