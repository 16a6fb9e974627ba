import { isDeepStrictEqual } from 'node:util'
import type { Block } from '../document/document.ts'
import { inlinesIn } from '../document/tree.ts'

/** Words that two passages must share, of all they have, to be versions of one. */
const ALIKE = 0.4
/** What two versions of one that say they are score, whatever their words. */
const NAMED = 0.9

/** How far two blocks are versions of one: from 0, they are two things, to 1, they are the same. */
export function likeness(a: Block, b: Block): number {
  if (shapeOf(a) !== shapeOf(b)) return 0
  if (a.prompt && (a.kind === 'clause' || a.kind === 'table')) return NAMED
  return likenessOfAll([a], [b])
}

/** What versions of one have in common beside their words. */
function shapeOf(block: Block): string {
  const { kind, prompt } = block
  const more =
    kind === 'heading'
      ? `${block.level} ${block.name}`
      : kind === 'list'
        ? `${block.ordered} ${block.marks}`
        : kind === 'table'
          ? Math.max(0, ...block.rows.map((row) => row.length))
          : kind === 'picture'
            ? block.title
            : ''
  return [kind, prompt, more].join(' ')
}

/** The share of their words that two passages have in common, from 0 to 1; 0 where it is too small to mean anything. */
export function likenessOfAll(a: Block[], b: Block[]): number {
  const [ours, theirs] = [bag(a), bag(b)]
  const [few, many] = ours.size < theirs.size ? [ours, theirs] : [theirs, ours]
  let common = 0
  for (const word of few) if (many.has(word)) common += 1
  const alike = ours.size + theirs.size === 0 ? 1 : (2 * common) / (ours.size + theirs.size)
  return alike < ALIKE ? 0 : alike
}

/** How far two rows of a table are versions of one, from 0 to 1; a row goes by its first cell, which names it. */
export function likenessOfRows(a: Block[][], b: Block[][]): number {
  const named = bag(a[0] ?? []).size > 0 && isDeepStrictEqual(a[0], b[0])
  return Math.max(named ? NAMED : 0, likenessOfAll(a.flat(), b.flat()))
}

const bags = new WeakMap<Block, Set<string>>()

const WORDS = /[\p{L}\p{N}\p{M}]+/gu

/** The words in blocks, each once. */
function bag(blocks: Block[]): Set<string> {
  if (blocks.length === 1) {
    const cached = bags.get(blocks[0]!)
    if (cached) return cached
  }
  const all = new Set(
    inlinesIn(blocks)
      .flat()
      .flatMap((inline) => ('text' in inline ? (inline.text.toLowerCase().match(WORDS) ?? []) : [])),
  )
  if (blocks.length === 1) bags.set(blocks[0]!, all)
  return all
}
