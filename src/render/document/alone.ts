import { type Block, type Document, isTopical } from './document.ts'

/** A document in which a clause alone in its section goes without a heading of its own: that of the section says it. */
export function headedOnce(document: Document): Document {
  if (!document.numbered) return document
  const { blocks } = document
  const starts = [...blocks.keys()].filter((n) => n === 0 || blocks[n]!.kind === 'heading')
  return {
    ...document,
    blocks: starts.flatMap((from, n) => unheaded(blocks.slice(from, starts[n + 1]))),
  }
}

function unheaded(section: Block[]): Block[] {
  const isAlone =
    section[0]?.kind === 'heading' && section.filter(({ kind }) => kind === 'clause').length === 1
  return section.map((block) =>
    isAlone && block.kind === 'clause' && isTopical(block.blocks)
      ? { ...block, blocks: block.blocks.slice(1) }
      : block,
  )
}
