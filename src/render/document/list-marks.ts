import { asLetter, asRoman } from '../../core/values/numerals.ts'
import type { Block } from './document.ts'
import { mapBlocks } from './tree.ts'

type ListBlock = Extract<Block, { kind: 'list' }>

/** What stands before the nth item of an ordered list, from 0 on: 1., (a) or (i). */
export function itemMark({ marks, from = 1 }: Pick<ListBlock, 'marks' | 'from'>, n: number): string {
  if (marks === undefined) return `${n + 1}.`
  return `(${marks === 'letters' ? asLetter(from + n) : asRoman(from + n)})`
}

/** Blocks in which what has only dashes in a clause is lettered, all through the clause, so that 2.2(d) can be named. */
export const lettered = (blocks: Block[]): Block[] =>
  mapBlocks(blocks, (block) => {
    if (block.kind !== 'clause') return block
    let from = 1
    return {
      ...block,
      blocks: block.blocks.map((each) => {
        if (each.kind !== 'list') return each
        const list = marked(each, { marks: 'letters', from })
        if (list.from !== undefined) from += list.items.length
        return list
      }),
    }
  })

/** A list that has dashes with these marks; and what stands within a list with (i), counted by the agreement where that is. */
const marked = (list: ListBlock, own: Pick<ListBlock, 'marks' | 'from'>): ListBlock => {
  const isOwn = !list.ordered && own.from !== undefined
  const inner = { marks: 'romans' as const, ...(isOwn && { from: 1 }) }
  return {
    ...list,
    ...(!list.ordered && { ordered: true, ...own }),
    items: list.items.map((item) =>
      item.map((block) => (block.kind === 'list' ? marked(block, inner) : block)),
    ),
  }
}
