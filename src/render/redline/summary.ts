import { counted } from '../../errors.ts'
import type { Block } from '../document/document.ts'
import { everyBlock } from '../document/tree.ts'

const HOWS = ['changed', 'added', 'removed'] as const
type Unit = { what: 'clause' | 'passage'; how: (typeof HOWS)[number] | undefined }

/** How much of a comparison was changed, put in and taken out, in words: "2 clauses changed, 1 passage added". */
export function summary(blocks: Block[]): string {
  const units = [...unitsOf(blocks)]
  const counts = (['clause', 'passage'] as const).flatMap((what) => {
    const hows = units.filter((unit) => unit.what === what).map(({ how }) => how)
    return HOWS.flatMap((how) => {
      const many = hows.filter((each) => each === how).length
      return many > 0 ? [`${counted(many, what)} ${how}`] : []
    })
  })
  return counts.length === 0 ? 'nothing has changed' : counts.join(', ')
}

/** What is counted as one: a clause, a heading, a paragraph, an item of a list, a row of a table. */
function* unitsOf(blocks: Block[]): Generator<Unit> {
  for (const block of blocks) {
    const one = (how: Unit['how'], what: Unit['what'] = 'passage') => ({ what, how })
    if (block.kind === 'clause') yield one(block.change ?? touched([block]), 'clause')
    else if (block.kind === 'note') yield* unitsOf(block.blocks)
    else if (block.kind === 'list')
      for (const [n, item] of block.items.entries()) yield one(block.changes?.[n] ?? touched(item))
    else if (block.kind === 'table')
      for (const [n, row] of block.rows.entries()) yield one(block.changes?.[n] ?? touched(row.flat()))
    else yield one(block.change ?? touched([block]))
  }
}

/** Whether anything in blocks of a comparison was put in or taken out. */
export const isTouched = (blocks: Block[]): boolean =>
  [...everyBlock(blocks)].some(
    (block) =>
      block.change ||
      ('changes' in block && block.changes?.some(Boolean)) ||
      ('inlines' in block && block.inlines.some(({ change }) => change)),
  )

const touched = (blocks: Block[]): 'changed' | undefined => (isTouched(blocks) ? 'changed' : undefined)
