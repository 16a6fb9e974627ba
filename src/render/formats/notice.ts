import type { Block, Document } from '../document.ts'

/** The blocks of a document with its notice in its place: under the title, or first where there is no title. */
export function withNotice({ blocks, notice }: Document): Block[] {
  if (!notice) return blocks
  const [first] = blocks
  const place = first?.kind === 'heading' && first.level === 1 ? 1 : 0
  const inlines = [{ kind: 'text' as const, text: notice, strong: true }]
  return blocks.toSpliced(place, 0, { kind: 'note', blocks: [{ kind: 'paragraph', inlines }] })
}
