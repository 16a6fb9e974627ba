import type { Block, Document, Inline } from '../document/document.ts'

/**
 * The blocks of a document with its notice in its place, and how to read it where it is compared: under the title, or first
 * where there is no title.
 */
export function withNotice({ blocks, notice, since }: Document): Block[] {
  const [first] = blocks
  const place = first?.kind === 'heading' && first.level === 1 ? 1 : 0
  const notes: Inline[][] = [
    ...(notice ? [[{ kind: 'text' as const, text: notice, strong: true }]] : []),
    ...(since ? [legend(since.name)] : []),
  ]
  return blocks.toSpliced(
    place,
    0,
    ...notes.map((inlines): Block => ({ kind: 'note', blocks: [{ kind: 'paragraph', inlines }] })),
  )
}

const legend = (name: string): Inline[] => [
  { kind: 'text', text: `What changed since ${name}: ` },
  { kind: 'text', text: 'this was put in', change: 'added' },
  { kind: 'text', text: ', and ' },
  { kind: 'text', text: 'this was taken out', change: 'removed' },
  { kind: 'text', text: '.' },
]
