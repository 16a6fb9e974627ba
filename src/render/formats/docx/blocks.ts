import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx'
import { isRightToLeft } from '../../direction.ts'
import type { Block, Inline } from '../../document.ts'
import { bookmarked, type Flow, traced } from './controls.ts'
import { plain, runs } from './inlines.ts'
import { CLAUSE, continued, DEPTHS } from './lists.ts'
import { picture } from './pictures.ts'
import type { Place, Sheet, Write } from './place.ts'
import { table } from './tables.ts'

/** Blocks as Word has them. */
export function writer(sheet: Sheet): Write {
  const { ledger } = sheet

  const write: Write = (blocks, place) =>
    blocks.flatMap((block, n) => {
      const { prompt } = block
      if (leads(blocks, n) && !sheet.subtitles.includes(block))
        return one(block, { ...place, lead: { style: place.text, keepNext: true, ...place.lead } })
      if (!prompt || prompt === place.prompt) return one(block, place)
      const inner = one(block, { ...place, prompt })
      return inner.length > 0 ? traced(prompt, ledger, inner) : []
    })

  const paragraph = (
    { inlines, framed }: Words,
    options: IParagraphOptions,
    children = runs(inlines, ledger),
  ) => {
    const turns = !framed && isRightToLeft(plain(inlines))
    return new Paragraph({ ...options, ...(turns && { bidirectional: true }), children })
  }

  function one(block: Block, place: Place): Flow[] {
    switch (block.kind) {
      case 'heading': {
        const style = block === sheet.title ? 'Title' : sheet.headings[block.level - 1]!
        const target = sheet.targets.get(block)
        const words = runs(block.inlines, ledger)
        return [
          paragraph(block, { style }, target ? bookmarked<ParagraphChild>(target, ledger, words) : words),
        ]
      }
      case 'paragraph':
        return [
          paragraph(
            block,
            place.lead ?? { style: sheet.subtitles.includes(block) ? 'Subtitle' : place.text },
          ),
        ]
      case 'list': {
        const instance = ledger.list()
        return block.items.flatMap((item) => listItem(item, block.ordered, instance, place))
      }
      case 'clause':
        return sheet.numbers.has(block) ? clause(block.blocks, place) : write(block.blocks, place)
      case 'note':
        return write(block.blocks, { ...place, text: 'Note', lists: 'note' })
      case 'table':
        return table(block.rows, place, write)
      case 'space':
        return Array.from({ length: block.lines }, () => new Paragraph({ style: 'WritingLine' }))
      case 'picture':
        return [picture(block, sheet.pictures.get(block)!, sheet, place)]
      case 'rule':
        return [new Paragraph({ style: 'Rule' })]
    }
  }

  /** The first paragraph bears the number or the mark; what follows stands under it. */
  function led(blocks: Block[], lead: IParagraphOptions, place: Place): Flow[] {
    const [first, ...rest]: Block[] =
      blocks[0]?.kind === 'paragraph' ? blocks : [{ kind: 'paragraph', inlines: [] }, ...blocks]
    return [...write([first!], { ...place, lead }), ...write(rest, place)]
  }

  function clause(blocks: Block[], place: Place): Flow[] {
    const isTopic = blocks.length > 1 && isStrong(blocks[0]!)
    const under: Place = { ...place, text: 'ClauseText', lists: 'clause', indent: CLAUSE }
    return led(blocks, { style: 'Clause', ...(isTopic && { keepNext: true }) }, under)
  }

  function listItem(item: Block[], ordered: boolean, instance: number, { lead: _, ...place }: Place): Flow[] {
    const level = Math.min(place.depth, DEPTHS.length - 1)
    const under: Place = { ...place, depth: place.depth + 1 }
    const counted = (reference: string) => ({ numbering: { reference, level, instance } })
    if (place.lists === 'note')
      return led(item, { style: 'Note', ...counted(ordered ? 'note-numbers' : 'note-bullets') }, under)
    const isClause = place.lists === 'clause'
    const named = (style: string) => `${style}${DEPTHS[level]}`
    const style = named(isClause ? 'ClauseList' : ordered ? 'ListNumber' : 'ListBullet')
    const text = named(isClause ? 'ClauseListText' : 'ListContinue')
    const lead = { style, ...(ordered && !isClause && counted('numbers')) }
    return led(item, lead, { ...under, text, indent: continued(isClause, level) })
  }

  return write
}

type Words = { inlines: Inline[]; framed?: boolean }

/** Letters of a line that stays with a table or a picture below the next line. */
const LINE = 200

/** Whether a block stays on the page of the next: a line in bold, one that ends in a colon, and what leads to a table or picture. */
function leads(blocks: Block[], n: number): boolean {
  const [block, next] = [blocks[n]!, blocks[n + 1]]
  if (!next) return false
  if (block.kind === 'picture')
    return next.kind === 'table' || (next.kind === 'paragraph' && !isStrong(next) && leads(blocks, n + 1))
  if (block.kind !== 'paragraph') return false
  if (isStrong(block) || next.kind === 'table' || next.kind === 'picture') return true
  const words = plain(block.inlines).trim()
  return words.endsWith(':') || (words.length < LINE && next.kind === 'paragraph' && leads(blocks, n + 1))
}

const isStrong = (block: Block): boolean =>
  block.kind === 'paragraph' && block.inlines.every((inline) => inline.kind === 'text' && inline.strong)
