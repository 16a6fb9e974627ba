import type { Block, Inline } from './document.ts'

/** The tree of a document: what stands in what. Whoever walks it walks it through here. */

/** The blocks that stand right within a block, in reading order. */
function childrenOf(block: Block): Block[] {
  switch (block.kind) {
    case 'list':
      return block.items.flat()
    case 'table':
      return block.rows.flat(2)
    case 'clause':
    case 'note':
      return block.blocks
    case 'form':
      return block.rows.flatMap(({ ask, more, answer }) => [...ask, ...more, ...answer])
    case 'heading':
    case 'paragraph':
    case 'space':
    case 'picture':
    case 'rule':
      return []
  }
}

/** A block with other children. */
function mapChildren(block: Block, map: (blocks: Block[]) => Block[]): Block {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map(map) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(map)) }
    case 'clause':
    case 'note':
      return { ...block, blocks: map(block.blocks) }
    case 'form':
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          ask: map(row.ask),
          more: map(row.more),
          answer: map(row.answer),
        })),
      }
    case 'heading':
    case 'paragraph':
    case 'space':
    case 'picture':
    case 'rule':
      return block
  }
}

/** The blocks of a document, outer before inner, in reading order. */
export function* everyBlock(blocks: Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    yield* everyBlock(childrenOf(block))
  }
}

/** The same blocks, each changed, inner before outer. */
export const mapBlocks = (blocks: Block[], change: (block: Block) => Block): Block[] =>
  blocks.map((block) => change(mapChildren(block, (children) => mapBlocks(children, change))))

/** What the headings and paragraphs among blocks hold, at any depth, in reading order: a list for each of them. */
export const inlinesIn = (blocks: Block[]): Inline[][] =>
  [...everyBlock(blocks)].flatMap((block) => ('inlines' in block ? [block.inlines] : []))

/** The bare words of inlines, breaks as spaces. */
export const plain = (inlines: Inline[]): string =>
  inlines.map((inline) => ('text' in inline ? inline.text : ' ')).join('')

/** The pictures among blocks, in reading order. */
export const picturesIn = (blocks: Block[]): Extract<Block, { kind: 'picture' }>[] =>
  [...everyBlock(blocks)].filter((block) => block.kind === 'picture')

/** The blanks still to be filled, in reading order. */
export const blanksIn = (blocks: Block[]): Extract<Inline, { kind: 'blank' }>[] =>
  inlinesIn(blocks)
    .flat()
    .filter((inline) => inline.kind === 'blank')
