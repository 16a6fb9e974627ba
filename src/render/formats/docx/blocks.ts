import {
  BorderStyle,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { isRightToLeft } from '../../document/direction.ts'
import { aboveTitle, type Block, type Change, type Inline, isStrong } from '../../document/document.ts'
import { plain } from '../../document/tree.ts'
import { bookmarked, type Ledger, type PageElement, traced } from './controls.ts'
import { formTable } from './form.ts'
import { runs } from './inlines.ts'
import { CLAUSE, DEPTHS, indentOfNext, listFrom } from './lists.ts'
import { picture } from './pictures.ts'
import type { HeadingBlock, Surroundings, Whole, WriteBlocks } from './place.ts'
import { AMBER } from './style-xml.ts'
import { table } from './tables.ts'
import { ending, tracked } from './tracked.ts'

/** What writes the blocks of a document as Word has them. */
export const writer = (sheet: Whole): WriteBlocks => new BlockWriter(sheet).write

class BlockWriter {
  readonly #sheet: Whole
  readonly #ledger: Ledger
  /** The list of the section that it is in, where that has one of its own. */
  #list: string | undefined

  constructor(sheet: Whole) {
    this.#sheet = sheet
    this.#ledger = sheet.ledger
  }

  readonly write: WriteBlocks = (blocks, outer) =>
    blocks.flatMap((block, n) => {
      const { prompt, change } = block
      const joins = n < blocks.length - 1 ? isBeforeSignatures(blocks, n) : outer.joins
      const place = { ...outer, joins }
      const stays = staysWithNext(blocks, n) || (joins && block.kind === 'paragraph')
      if (stays && !this.#sheet.subtitles.includes(block))
        return this.#one(block, { ...place, lead: { style: place.text, keepNext: true, ...place.lead } })
      if (!prompt || prompt === place.prompt) return this.#one(block, place)
      const inner = this.#one(block, { ...place, prompt })
      if (inner.length === 0 || change === 'removed') return inner
      // A frame round it would be left behind, empty, where it is refused.
      return change
        ? bookmarked(this.#ledger.bookmark(prompt), this.#ledger, inner)
        : traced(prompt, this.#ledger, inner)
    })

  #one(block: Block, place: Surroundings): PageElement[] {
    const sheet = this.#sheet
    this.#ledger.turn(block.change)
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block)]
      case 'paragraph': {
        const style = sheet.subtitles.includes(block) ? 'Subtitle' : place.text
        const words = this.#beside(place, block, runs(block.inlines, this.#ledger))
        return [this.#paragraph(block, place.lead ?? { style }, words)]
      }
      case 'list': {
        const instance = this.#ledger.list()
        return block.items.flatMap((item, n) =>
          this.#listItem(item, block.changes?.[n], block, instance, {
            ...place,
            joins: place.joins && n === block.items.length - 1,
          }),
        )
      }
      case 'clause':
        return sheet.numbers.has(block)
          ? this.#clause(block, place)
          : this.write(block.blocks, withComment(block, place))
      case 'note':
        return this.write(block.blocks, { ...place, text: 'Note', lists: 'note' })
      case 'table':
        return table(block, place, this.write, this.#ledger, {
          siblings: sheet.siblings.get(block) ?? block.rows,
          isLast: sheet.lastOnPage.has(block),
        })
      case 'space':
        return Array.from({ length: block.lines }, () => this.#bare('WritingLine', block.change))
      case 'picture':
        return [picture(block, sheet.pictures.get(block)!, sheet, place)]
      case 'rule':
        return [this.#bare('Rule', block.change)]
      case 'form':
        return formTable(block, place, this.write, this.#ledger)
    }
  }

  #heading(block: HeadingBlock): PageElement {
    const sheet = this.#sheet
    const counted = block.schedule && sheet.numbers.has(block)
    const style = block.sheet
      ? 'SheetTitle'
      : block === sheet.title
        ? 'Title'
        : counted
          ? 'Schedule'
          : sheet.headings[block.level - 1]!
    const above = block === sheet.title ? aboveTitle(block.inlines) : 0
    const names = [sheet.targets.get(block), sheet.named.get(block)].filter((name) => name !== undefined)
    const words = names.reduce(
      (inner, name) => bookmarked<ParagraphChild>(name, this.#ledger, inner),
      [
        ...runs(block.inlines.slice(0, above), this.#ledger, 'AboveTitle'),
        ...runs(block.inlines.slice(above), this.#ledger),
      ],
    )
    // Those who sign have a page without a schedule on it.
    const opens = block.page || (counted && sheet.numbers.get(block) === 'Schedule 1')
    this.#list = block.counts === undefined ? undefined : listFrom(block.counts)
    return this.#paragraph(
      block,
      { style, ...this.#counted(0), ...(opens && { pageBreakBefore: true }) },
      words,
    )
  }

  /** What counts at a level of the list of a section. */
  #counted(level: number): IParagraphOptions {
    return this.#list ? { numbering: { reference: this.#list, level, instance: 0 } } : {}
  }

  #paragraph(
    { inlines, framed, change }: WordsBlock,
    options: IParagraphOptions,
    children: ParagraphChild[],
  ): Paragraph {
    const turns = !framed && isRightToLeft(plain(inlines))
    return new Paragraph({
      ...options,
      ...(isOpen(inlines) && !options.style?.startsWith('Table') && { border: { left: OPEN } }),
      ...ending(change, this.#ledger),
      ...(turns && { bidirectional: true }),
      children,
    })
  }

  #bare(style: string, change: Change | undefined): Paragraph {
    return new Paragraph({ style, ...ending(change, this.#ledger) })
  }

  /** What a comment is about, with the comment. */
  #beside({ comment }: Surroundings, block: Block, children: ParagraphChild[]): ParagraphChild[] {
    if (comment?.at !== block) return children
    const id = this.#ledger.comment(comment.text)
    const reference: ParagraphChild[] = [new TextRun({ children: [new CommentReference(id)] })]
    const end = tracked(block.change, this.#ledger, reference)
    // Round a whole paragraph, a range would keep LibreOffice from refusing it whole.
    return block.change
      ? [...end, ...children]
      : [new CommentRangeStart(id), ...children, new CommentRangeEnd(id), ...end]
  }

  /** The first paragraph bears the number or the mark; what follows stands under it. */
  #led(
    blocks: Block[],
    change: Change | undefined,
    lead: IParagraphOptions,
    place: Surroundings,
  ): PageElement[] {
    const nothing: Block = { kind: 'paragraph', inlines: [], ...(change && { change }) }
    const [first, ...rest] = blocks[0]?.kind === 'paragraph' ? blocks : [nothing, ...blocks]
    const joins = place.joins && rest.length === 0
    return [...this.write([first!], { ...place, lead, joins }), ...this.write(rest, place)]
  }

  #clause(block: Clause, place: Surroundings): PageElement[] {
    const { blocks, change } = block
    const inside: Surroundings = { ...place, text: 'ClauseText', lists: 'clause', indent: CLAUSE }
    const lead = { style: 'Clause', ...this.#counted(1), ...(staysWithNext(blocks, 0) && { keepNext: true }) }
    return this.#led(blocks, change, lead, withComment(block, inside))
  }

  #listItem(
    item: Block[],
    change: Change | undefined,
    { ordered, marks, from }: ListBlock,
    instance: number,
    { lead: _, ...place }: Surroundings,
  ): PageElement[] {
    const level = Math.min(place.depth, DEPTHS.length - 1)
    const under: Surroundings = { ...place, depth: place.depth + 1 }
    const counted = (reference: string) => ({ numbering: { reference, level, instance } })
    if (place.lists === 'note') {
      const lead = { style: 'Note', ...counted(ordered ? 'note-numbers' : 'note-bullets') }
      return this.#led(item, change, lead, under)
    }
    const isClause = place.lists === 'clause'
    const atDepth = (style: string) => `${style}${DEPTHS[level]}`
    const style = atDepth(isClause ? 'ClauseList' : ordered ? 'ListNumber' : 'ListBullet')
    const text = atDepth(isClause ? 'ClauseListText' : 'ListContinue')
    // The numbering of the agreement has letters for the lists in its clauses, and goes on with them.
    const isLettered = isClause && from !== undefined
    const lead = {
      style,
      ...(isLettered && this.#counted(level + 2)),
      ...(ordered && !isLettered && counted(`${isClause ? 'clause-' : ''}${marks ?? 'numbers'}`)),
    }
    return this.#led(item, change, lead, { ...under, text, indent: indentOfNext(isClause, level) })
  }
}

/** A comment on a clause stands beside its first paragraph. */
const withComment = ({ blocks: [at], comment: text }: Clause, place: Surroundings): Surroundings =>
  text && at ? { ...place, comment: { at, text } } : place

/** The mark in the margin beside an open question. */
const OPEN = { style: BorderStyle.SINGLE, size: 18, space: 8, color: AMBER }

const isOpen = (inlines: Inline[]): boolean =>
  inlines.some((inline) => inline.kind === 'blank' && inline.prompt && inline.change !== 'removed')

type ListBlock = Extract<Block, { kind: 'list' }>
type Clause = Extract<Block, { kind: 'clause' }>
type WordsBlock = { inlines: Inline[]; framed?: boolean; change?: Change }

/** Letters of a line that stays with a table or a picture below the next line. */
const LINE = 200

/** Whether a block stays on the page of the next: a line in bold, one that ends in a colon, and what leads to a clause, table or picture. */
function staysWithNext(blocks: Block[], n: number): boolean {
  const [block, next] = [blocks[n]!, blocks[n + 1]]
  if (!next) return false
  if (block.kind === 'picture')
    return (
      next.kind === 'table' || (next.kind === 'paragraph' && !isStrong(next) && staysWithNext(blocks, n + 1))
    )
  if (block.kind !== 'paragraph') return false
  if (isStrong(block) || ['clause', 'table', 'picture'].includes(next.kind)) return true
  const words = plain(block.inlines).trim()
  return (
    words.endsWith(':') || (words.length < LINE && next.kind === 'paragraph' && staysWithNext(blocks, n + 1))
  )
}

/** Whether a clause is the last before a heading with neither a number nor a page of its own: such as of the signatures, which stand on no page without words. */
function isBeforeSignatures(blocks: Block[], n: number): boolean {
  const [block, next] = [blocks[n]!, blocks[n + 1]]
  const isLast = block.kind === 'clause' && next?.kind === 'heading'
  return isLast && next.level === 1 && !next.schedule && !next.page
}
