import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { isRightToLeft } from '../../document/direction.ts'
import { type Block, type Change, type Inline, isStrong, isTopical } from '../../document/document.ts'
import { bookmarked, type PageElement, traced } from './controls.ts'
import { formTable } from './form.ts'
import { plain, runs } from './inlines.ts'
import { CLAUSE, DEPTHS, indentOfNext } from './lists.ts'
import { picture } from './pictures.ts'
import type { Surroundings, Whole, WriteBlocks } from './place.ts'
import { table } from './tables.ts'
import { ending, tracked } from './tracked.ts'

/** Blocks as Word has them. */
export function writer(sheet: Whole): WriteBlocks {
  const { ledger } = sheet

  const write: WriteBlocks = (blocks, place) =>
    blocks.flatMap((block, n) => {
      const { prompt, change } = block
      if (leads(blocks, n) && !sheet.subtitles.includes(block))
        return one(block, { ...place, lead: { style: place.text, keepNext: true, ...place.lead } })
      if (!prompt || prompt === place.prompt) return one(block, place)
      const inner = one(block, { ...place, prompt })
      if (inner.length === 0 || change === 'removed') return inner
      // A frame round it would be left behind, empty, where it is refused.
      return change ? bookmarked(ledger.bookmark(prompt), ledger, inner) : traced(prompt, ledger, inner)
    })

  const paragraph = (
    { inlines, framed, change }: WordsBlock,
    options: IParagraphOptions,
    children = runs(inlines, ledger),
  ) => {
    const turns = !framed && isRightToLeft(plain(inlines))
    return new Paragraph({
      ...options,
      ...ending(change, ledger),
      ...(turns && { bidirectional: true }),
      children,
    })
  }

  const bare = (style: string, change: Change | undefined) =>
    new Paragraph({ style, ...ending(change, ledger) })

  function one(block: Block, place: Surroundings): PageElement[] {
    ledger.turn(block.change)
    switch (block.kind) {
      case 'heading': {
        const counted = block.schedule && sheet.numbers.has(block)
        const style =
          block === sheet.title ? 'Title' : counted ? 'Schedule' : sheet.headings[block.level - 1]!
        const names = [sheet.targets.get(block), sheet.named.get(block)].filter((name) => name !== undefined)
        const words = names.reduce(
          (inner, name) => bookmarked<ParagraphChild>(name, ledger, inner),
          runs(block.inlines, ledger),
        )
        // Those who sign have a page without a schedule on it.
        const isFirst = counted && sheet.numbers.get(block) === 'Schedule 1'
        return [paragraph(block, { style, ...(isFirst && { pageBreakBefore: true }) }, words)]
      }
      case 'paragraph':
        return [
          paragraph(
            block,
            place.lead ?? { style: sheet.subtitles.includes(block) ? 'Subtitle' : place.text },
            beside(place, block, runs(block.inlines, ledger)),
          ),
        ]
      case 'list': {
        const instance = ledger.list()
        return block.items.flatMap((item, n) =>
          listItem(item, block.changes?.[n], block.ordered, instance, place),
        )
      }
      case 'clause':
        return sheet.numbers.has(block) ? clause(block, place) : write(block.blocks, commented(block, place))
      case 'note':
        return write(block.blocks, { ...place, text: 'Note', lists: 'note' })
      case 'table':
        return table(block, place, write, ledger, sheet.siblings.get(block) ?? block.rows)
      case 'space':
        return Array.from({ length: block.lines }, () => bare('WritingLine', block.change))
      case 'picture':
        return [picture(block, sheet.pictures.get(block)!, sheet, place)]
      case 'rule':
        return [bare('Rule', block.change)]
      case 'form':
        return formTable(block, place, write, ledger)
    }
  }

  /** A comment on a clause stands beside its first paragraph. */
  const commented = ({ blocks: [at], comment: text }: Clause, place: Surroundings): Surroundings =>
    text && at ? { ...place, comment: { at, text } } : place

  /** What a comment is about, with the comment. */
  function beside({ comment }: Surroundings, block: Block, children: ParagraphChild[]): ParagraphChild[] {
    if (comment?.at !== block) return children
    const id = ledger.comment(comment.text)
    const reference: ParagraphChild[] = [new TextRun({ children: [new CommentReference(id)] })]
    const end = tracked(block.change, ledger, reference)
    // Round a whole paragraph, a range would keep LibreOffice from refusing it whole.
    return block.change
      ? [...end, ...children]
      : [new CommentRangeStart(id), ...children, new CommentRangeEnd(id), ...end]
  }

  /** The first paragraph bears the number or the mark; what follows stands under it. */
  function led(
    blocks: Block[],
    change: Change | undefined,
    lead: IParagraphOptions,
    place: Surroundings,
  ): PageElement[] {
    const nothing: Block = { kind: 'paragraph', inlines: [], ...(change && { change }) }
    const [first, ...rest] = blocks[0]?.kind === 'paragraph' ? blocks : [nothing, ...blocks]
    return [...write([first!], { ...place, lead }), ...write(rest, place)]
  }

  function clause(block: Clause, place: Surroundings): PageElement[] {
    const { blocks, change } = block
    const inside: Surroundings = { ...place, text: 'ClauseText', lists: 'clause', indent: CLAUSE }
    const under = commented(block, inside)
    return led(blocks, change, { style: 'Clause', ...(isTopical(blocks) && { keepNext: true }) }, under)
  }

  function listItem(
    item: Block[],
    change: Change | undefined,
    ordered: boolean,
    instance: number,
    { lead: _, ...place }: Surroundings,
  ): PageElement[] {
    const level = Math.min(place.depth, DEPTHS.length - 1)
    const under: Surroundings = { ...place, depth: place.depth + 1 }
    const counted = (reference: string) => ({ numbering: { reference, level, instance } })
    if (place.lists === 'note')
      return led(
        item,
        change,
        { style: 'Note', ...counted(ordered ? 'note-numbers' : 'note-bullets') },
        under,
      )
    const isClause = place.lists === 'clause'
    const named = (style: string) => `${style}${DEPTHS[level]}`
    const style = named(isClause ? 'ClauseList' : ordered ? 'ListNumber' : 'ListBullet')
    const text = named(isClause ? 'ClauseListText' : 'ListContinue')
    const lead = { style, ...(ordered && !isClause && counted('numbers')) }
    return led(item, change, lead, { ...under, text, indent: indentOfNext(isClause, level) })
  }

  return write
}

type Clause = Extract<Block, { kind: 'clause' }>
type WordsBlock = { inlines: Inline[]; framed?: boolean; change?: Change }

/** Letters of a line that stays with a table or a picture below the next line. */
const LINE = 200

/** Whether a block stays on the page of the next: a line in bold, one that ends in a colon, and what leads to a clause, table or picture. */
function leads(blocks: Block[], n: number): boolean {
  const [block, next] = [blocks[n]!, blocks[n + 1]]
  if (!next) return false
  if (block.kind === 'picture')
    return next.kind === 'table' || (next.kind === 'paragraph' && !isStrong(next) && leads(blocks, n + 1))
  if (block.kind !== 'paragraph') return false
  if (isStrong(block) || ['clause', 'table', 'picture'].includes(next.kind)) return true
  const words = plain(block.inlines).trim()
  return words.endsWith(':') || (words.length < LINE && next.kind === 'paragraph' && leads(blocks, n + 1))
}
