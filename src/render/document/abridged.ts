import { listed } from '../../core/values/locale.ts'
import type { Block, Inline } from './document.ts'

/**
 * Blocks without the sections and schedules that have nothing in them, and without the sentences that point to what is not
 * there. What points to several names those that are left, as a list.
 */
export function abridged(blocks: Block[], locale: string): Block[] {
  const used = withoutEmpty(blocks)
  const titles = new Map(
    used.flatMap((block) => (block.kind === 'heading' && block.name ? [[block.name, block] as const] : [])),
  )
  const isThere = (inline: Inline): boolean => !isReference(inline) || titles.has(inline.to)
  return used.flatMap((block): Block[] => {
    if (block.kind !== 'paragraph' || !block.pointer) return [block]
    const groups = grouped(block.inlines).map((group) => group.filter(isThere))
    if (groups.some((group) => group.length === 0)) return []
    const isSections = (group: ReferenceInline[]) => group.every(({ to }) => !titles.get(to)!.schedule)
    const inlines = groups.flatMap((group) =>
      group.every(isReference) && group.length > 1 ? series(group, isSections(group), locale) : group,
    )
    return [{ ...block, inlines }]
  })
}

type ReferenceInline = Extract<Inline, { kind: 'text' }> & { to: string }

const isReference = (inline: Inline): inline is ReferenceInline =>
  inline.kind === 'text' && inline.to !== undefined

const isPointer = (block: Block): boolean => block.kind === 'paragraph' && block.pointer === true

/** The blocks but for the headings of sections under which nothing stands, and what points elsewhere there. */
function withoutEmpty(blocks: Block[]): Block[] {
  const kept: Block[] = []
  for (let n = 0; n < blocks.length; n++) {
    const block = blocks[n]!
    const end = block.kind === 'heading' && block.name ? endOf(blocks, n, block.level) : n
    if (end > n && blocks.slice(n + 1, end).every(isPointer)) n = end - 1
    else kept.push(block)
  }
  return kept
}

/** Where what stands under a heading ends. */
function endOf(blocks: Block[], at: number, level: number): number {
  const end = blocks.findIndex((block, n) => n > at && block.kind === 'heading' && block.level <= level)
  return end < 0 ? blocks.length : end
}

/** References that follow one another together, and all else by itself. */
function grouped(inlines: Inline[]): Inline[][] {
  const groups: Inline[][] = []
  for (const inline of inlines) {
    const last = groups.at(-1)
    if (isReference(inline) && last?.every(isReference)) last.push(inline)
    else groups.push([inline])
  }
  return groups
}

/** Several references as a list: "sections 3, 5 and 8", or "Schedule 1 and Schedule 2". */
function series(references: ReferenceInline[], ofSections: boolean, locale: string): Inline[] {
  const [first] = references
  const words = (text: string): Inline => ({ kind: 'text', text, ...(first!.emphasis && { emphasis: true }) })
  const between = listed(
    references.map(() => MARK),
    locale,
  ).split(MARK)
  return [
    ...(ofSections ? [words('sections ')] : []),
    ...references.flatMap((each, n) => [
      ...(n > 0 ? [words(between[n]!)] : []),
      ofSections ? { ...each, bare: true } : each,
    ]),
  ]
}

const MARK = '\0'
