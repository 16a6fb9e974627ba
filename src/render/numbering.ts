import { type Block, type Document, everyBlock } from './document.ts'

/** The number that stands before a section (5) or a clause (5.1). A clause before the first section has none. */
export function numberOf({ numbered, blocks }: Document): Map<Block, string> {
  const numbers = new Map<Block, string>()
  let section = 0
  let clause = 0
  for (const block of numbered ? everyBlock(blocks) : []) {
    if (block.kind === 'heading' && block.level === 2) {
      section += 1
      clause = 0
      numbers.set(block, `${section}`)
    }
    if (block.kind === 'clause' && section > 0) {
      clause += 1
      numbers.set(block, `${section}.${clause}`)
    }
  }
  return numbers
}
