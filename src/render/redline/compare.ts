import { isDeepStrictEqual } from 'node:util'
import { type Block, type Change, type Document, type Inline, isTopical } from '../document/document.ts'
import { mapBlocks } from '../document/tree.ts'
import { align } from './align.ts'
import { likeness, likenessOfAll, likenessOfRows } from './likeness.ts'
import { compareWords } from './words.ts'

/**
 * Two versions of a document in one, marked word by word with what was put in and taken out between them. Taking every change
 * gives the later one, refusing every one the earlier.
 */
export const compared = (before: Document, after: Document, name: string): Document => ({
  ...after,
  blocks: compareAll(before.blocks, after.blocks),
  since: { name, document: before },
})

const compareAll = (before: Block[], after: Block[]): Block[] =>
  align(before, after, likeness, compareBlocks, (block, change) =>
    block.kind === 'form' ? asItIs(block, change) : markChanged([block], change),
  )

/** A form is for answers, so it stands as it is now. */
const asItIs = (form: Block, change: Change): Block[] => (change === 'removed' ? [] : [form])

/** Two versions of a block, as far as they can be told in one; else the earlier and the later. */
function compareBlocks(before: Block, after: Block): Block[] {
  if (isDeepStrictEqual(before, after)) return [after]
  if ('inlines' in before && 'inlines' in after)
    return [{ ...after, inlines: compareWords(before.inlines, after.inlines) }]
  if (before.kind === 'list' && after.kind === 'list') {
    const alike = (a: Block[], b: Block[]) => (isLed(a) === isLed(b) ? likenessOfAll(a, b) : 0)
    const items = align(before.items, after.items, alike, (a, b) => both(compareLed(a, b)), item)
    return [{ ...after, items: items.map(([one]) => one), changes: items.map(([, change]) => change) }]
  }
  if (before.kind === 'table' && after.kind === 'table') {
    const [[header = [], ...rows], [newHeader = [], ...newRows]] = [before.rows, after.rows]
    const all = align(rows, newRows, likenessOfRows, (a, b) => both(cells(a, b)), row)
    return [
      {
        ...after,
        rows: [cells(header, newHeader), ...all.map(([one]) => one)],
        changes: [undefined, ...all.map(([, change]) => change)],
      },
    ]
  }
  if (before.kind === 'form' && after.kind === 'form') return [after]
  if (before.kind === 'clause' && before.isPaper && after.kind === 'clause')
    return [{ ...after, blocks: comparePaper(before.blocks, after) }]
  if ('blocks' in before && 'blocks' in after && isLed(before.blocks) === isLed(after.blocks))
    return [{ ...after, blocks: compareLed(before.blocks, after.blocks) }]
  return [...markChanged([before], 'removed'), ...markChanged([after], 'added')]
}

const isLed = ([first]: Block[]): boolean => first?.kind === 'paragraph'

/** The first paragraph bears the number or the mark, or is all of a cell, so it is the first in both versions, whatever its words. */
function compareLed(before: Block[], after: Block[]): Block[] {
  const [[first, ...rest], [newFirst, ...newRest]] = [before, after]
  return first?.kind === 'paragraph' && newFirst?.kind === 'paragraph' && first.prompt === newFirst.prompt
    ? [...compareBlocks(first, newFirst), ...compareAll(rest, newRest)]
    : compareAll(before, after)
}

/** What we put before the words of a paper, a topic or a sentence, pushes none of its paragraphs out of its place. */
function comparePaper(before: Block[], after: Extract<Block, { kind: 'clause' }>): Block[] {
  const own = isTopical(after) && !isDeepStrictEqual(before[0], after.blocks[0]) ? 1 : 0
  const [front, rest] = [after.blocks.slice(0, own), after.blocks.slice(own)]
  const [first, newFirst] = [before[0], rest[0]]
  const isElsewhere =
    first !== undefined &&
    newFirst !== undefined &&
    likeness(first, newFirst) === 0 &&
    (rest.some((each) => likeness(first, each) > 0) || before.some((each) => likeness(each, newFirst) > 0))
  return [
    ...markChanged(front, 'added'),
    ...(isElsewhere ? compareAll(before, rest) : compareLed(before, rest)),
  ]
}

const cells = (before: Block[][], after: Block[][]): Block[][] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, n) =>
    compareLed(before[n] ?? [], after[n] ?? []),
  )

type Compared<T> = [T, Change | undefined]

const both = <T>(one: T): Compared<T>[] => [[one, undefined]]
const item = (blocks: Block[], change: Change): Compared<Block[]>[] => [[markChanged(blocks, change), change]]
const row = (cells: Block[][], change: Change): Compared<Block[][]>[] => [
  [cells.map((cell) => markChanged(cell, change)), change],
]

/** Blocks that were put in or taken out, with all that stands in them. */
const markChanged = (blocks: Block[], change: Change): Block[] =>
  mapBlocks(blocks, (block) => {
    if ('inlines' in block)
      return { ...block, change, inlines: block.inlines.map((inline): Inline => ({ ...inline, change })) }
    if (block.kind === 'list') return { ...block, change, changes: block.items.map(() => change) }
    if (block.kind === 'table') return { ...block, change, changes: block.rows.map(() => change) }
    return { ...block, change }
  })
