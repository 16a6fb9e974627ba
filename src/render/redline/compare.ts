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
  if (before.kind === 'clause' && before.topic === undefined && after.kind === 'clause' && isTopical(after)) {
    const [topic, ...rest] = after.blocks
    return [{ ...after, blocks: [...markChanged([topic!], 'added'), ...compareLed(before.blocks, rest)] }]
  }
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
