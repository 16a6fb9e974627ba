import type { Block, Change, Document } from './document.ts'
import { everyBlock } from './tree.ts'

/**
 * What stands before each section (5), clause (5.1) and schedule (Schedule 1) of a document that is numbered. A clause before the
 * first section has none. What was taken out keeps the number that it had.
 */
export function numberOf({ numbered, blocks }: Document): Map<Block, string> {
  if (!numbered) return new Map()
  const all = [...everyBlock(blocks)]
  const removed = [...numbersWithout(all, 'added')].filter(([{ change }]) => change === 'removed')
  return new Map([...removed, ...numbersWithout(all, 'removed')])
}

/** The same as it was in the earlier version that a document is compared with. */
export const numberedBefore = ({ numbered, blocks }: Document): Map<Block, string> =>
  numbered ? numbersWithout([...everyBlock(blocks)], 'added') : new Map()

/** The numbers of all blocks that do not have this change. */
function numbersWithout(all: Block[], without: Change): Map<Block, string> {
  const numbers = new Map<Block, string>()
  let section = 0
  let clause = 0
  let schedule = 0
  for (const block of all.filter(({ change }) => change !== without)) {
    if (block.kind === 'heading' && block.schedule) {
      schedule += 1
      numbers.set(block, `Schedule ${schedule}`)
    } else if (block.kind === 'heading' && block.level === 2) {
      section = block.counts ?? section + 1
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

/** Some sections of a document, which have the numbers that they have in the whole. */
export function numberedAs(some: Document, whole: Document): Document {
  const numbers = new Map(
    [...numberOf(whole)].flatMap(([block, number]) =>
      block.kind === 'heading' && block.name ? [[block.name, Number(number)] as const] : [],
    ),
  )
  const counted = (block: Block): Block => {
    if (block.kind !== 'heading' || !block.name) return block
    const counts = numbers.get(block.name)
    return counts ? { ...block, counts } : block
  }
  return { ...some, blocks: some.blocks.map(counted) }
}

/** The number of a heading as it stands before the words: 5 → "5. ", and Schedule 1 → "Schedule 1: ". */
export const beforeWords = (number: string): string => (/^\d/.test(number) ? `${number}. ` : `${number}: `)
