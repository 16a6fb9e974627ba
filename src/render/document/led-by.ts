import type { Block, Inline } from './document.ts'

/** Blocks with words before them: in their first paragraph, if that is what they begin with. */
export function ledBy(lead: string, blocks: Block[], strong = false): Block[] {
  const [first, ...rest] = blocks
  const words: Inline = { kind: 'text', text: lead, ...(strong && { strong }) }
  if (lead === '') return blocks
  if (first?.kind !== 'paragraph' || first.framed || lead.endsWith(':'))
    return [{ kind: 'paragraph', inlines: [words] }, ...blocks]
  const between: Inline[] = strong ? [{ kind: 'text', text: ' ' }] : []
  return [{ ...first, inlines: [words, ...between, ...first.inlines] }, ...rest]
}
