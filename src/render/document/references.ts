import type { Block, Document, Inline } from './document.ts'
import { numberedBefore, numberOf } from './numbering.ts'
import { mapBlocks } from './tree.ts'

type HeadingOf = Extract<Block, { kind: 'heading' }>

/** Where a reference leads, and what it says of that: a number, and the word before it. */
export type Reference = { heading: HeadingOf; word: string; number: string }

/** The numbered headings of a document by their names: `now`, and as each `was` in the version that it is compared with. */
export function referencesIn(document: Document): {
  now: Map<string, Reference>
  was: Map<string, Reference>
} {
  const headings = document.blocks.filter((block) => block.kind === 'heading')
  const named = (numbers: Map<Block, string>, without: Block['change']) =>
    new Map(
      headings.flatMap((heading): [string, Reference][] => {
        const number = numbers.get(heading)
        if (!heading.name || !number || heading.change === without) return []
        return [[heading.name, { heading, word: heading.schedule ? '' : 'section ', number }]]
      }),
    )
  return { now: named(numberOf(document), 'removed'), was: named(numberedBefore(document), 'added') }
}

/**
 * A document in which references are words, such as "section 12", and lead to the heading where that has an id. Without the number
 * they are as Word keeps them, which counts it anew.
 */
export function withReferences(
  document: Document,
  idOf: (heading: Block) => string | undefined = () => undefined,
  numbered = true,
): Document {
  const { now, was } = referencesIn(document)
  const inline = (each: Inline): Inline => {
    if (each.kind !== 'text' || !each.to) return each
    const { to, bare, ...words } = each
    const found = (each.change === 'removed' ? was : now).get(to)
    if (!found) return words
    const id = idOf(found.heading)
    const word = bare ? '' : found.word
    return { ...words, text: word + (numbered ? found.number : ''), ...(id && { href: `#${id}` }) }
  }
  return {
    ...document,
    blocks: mapBlocks(document.blocks, (block) =>
      'inlines' in block ? { ...block, inlines: block.inlines.map(inline) } : block,
    ),
  }
}
