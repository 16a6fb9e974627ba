import { runsByLine } from '../document/clean.ts'
import type { Block, Document, Inline } from '../document/document.ts'
import { formAsBlocks } from '../document/form.ts'
import { itemMark } from '../document/list-marks.ts'
import { beforeWords, numberOf } from '../document/numbering.ts'
import { withReferences } from '../document/references.ts'
import { spans } from './escape.ts'
import { withNotice } from './notice.ts'

type NumbersInMarkdown = Map<Block, string>
const RULED = '_'.repeat(40)

/** A document as CommonMark with GitHub's tables. */
export function md(document: Document): string {
  const resolved = withReferences(document)
  return `${blocksToMd(withNotice(resolved), numberOf(resolved)).trim()}\n`
}

function blocksToMd(blocks: Block[], numbers: NumbersInMarkdown, between = '\n\n'): string {
  const texts: string[] = []
  let before: Block | undefined
  let other = false
  for (const { block, front } of withoutClauses(blocks, numbers)) {
    // Two lists in a row would read as one, unless they are marked differently.
    const follows: boolean =
      block.kind === 'list' && before?.kind === 'list' && before.ordered === block.ordered
    const isOther: boolean = follows && !other
    const text = (
      front + (block.kind === 'list' ? listToMd(block, numbers, isOther) : blockToMd(block, numbers))
    ).trim()
    if (!text) continue
    texts.push(text)
    before = block
    other = isOther
  }
  return texts.join(between)
}

type LeadingBlock = { block: Exclude<Block, { kind: 'clause' }>; front: string }

/**
 * Clauses and lettered lists as their blocks, with the number or the letter as words in front: as a list, clauses would count anew
 * in each section, and Markdown has no letters before items.
 */
const withoutClauses = (blocks: Block[], numbers: NumbersInMarkdown): LeadingBlock[] =>
  blocks.flatMap((block): LeadingBlock[] => {
    if (block.kind === 'clause') {
      const number = numbers.get(block)
      return led(number ? `**${number}** ` : '', withoutClauses(block.blocks, numbers))
    }
    if (block.kind !== 'list' || !block.marks) return [{ block, front: '' }]
    return block.items.flatMap((item, n) => led(`${itemMark(block, n)} `, withoutClauses(item, numbers)))
  })

function led(front: string, [first, ...rest]: LeadingBlock[]): LeadingBlock[] {
  if (first?.block.kind === 'paragraph') return [{ ...first, front: front + first.front }, ...rest]
  return [{ block: { kind: 'paragraph', inlines: [] }, front }, ...(first ? [first] : []), ...rest]
}

function blockToMd(
  block: Exclude<LeadingBlock['block'], { kind: 'list' }>,
  numbers: NumbersInMarkdown,
): string {
  const number = numbers.get(block)
  switch (block.kind) {
    case 'heading': {
      const text = linesToMd(block.inlines).join('<br>')
      return (
        text &&
        `${'#'.repeat(block.level)} ${number ? beforeWords(number) : ''}${text.replace(/(^|\s)(#+)$/, '$1\\$2')}`
      )
    }
    case 'paragraph':
      // An address would take the backslash that ends its line for its own.
      return linesToMd(block.inlines)
        .map((line) => escapeStart(line).replace(/(:\/\/|www\.)\S*$/i, '$& '))
        .join('\\\n')
    case 'note':
      return blocksToMd(block.blocks, numbers)
        .replace(/^(?=.)/gm, '> ')
        .replace(/^\n/gm, '>\n')
    case 'table':
      return tableToMd(block.rows, numbers)
    case 'space':
      return Array(block.lines).fill(RULED).join('\n\n')
    case 'rule':
      return '---'
    case 'picture':
      return ''
    case 'form':
      return formAsBlocks(block)
        .map((each) => blocksToMd(each, numbers))
        .join('\n\n')
  }
}

const linesToMd = (inlines: Inline[]) => runsByLine(inlines).map((line) => spans(line).trim())

/** Keeps the start of a line from being read as a heading, a list, a quotation, an underline or a table. */
const escapeStart = (line: string) =>
  line
    .replace(/^(\d{1,9})(?=[.)](\s|$))/, '$1\\')
    .replace(/^(?=#{1,6}(\s|$)|[-+](\s|$)|>|=+$|[|:-][-:|\s]*$|\[[ x]\](\s|$)|\[![a-z]+\]$)/i, '\\')

function listToMd(
  { ordered, items }: Extract<Block, { kind: 'list' }>,
  numbers: NumbersInMarkdown,
  other: boolean,
): string {
  const isTight = (item: Block[]) =>
    item.every((block, n) => block.kind === (n === 0 ? 'paragraph' : 'list') && !('marks' in block))
  const between = items.every(isTight) ? '\n' : '\n\n'
  return items
    .map((item, n) => {
      const marker = ordered ? `${n + 1}${other ? ')' : '.'} ` : other ? '* ' : '- '
      // An item with nothing in it would make a heading of the line above.
      const words = blocksToMd(item, numbers, between) || '&#160;'
      return marker + words.replace(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`)
    })
    .join(between)
}

function tableToMd(rows: Block[][][], numbers: NumbersInMarkdown): string {
  const width = Math.max(...rows.map((row) => row.length), 0)
  if (width === 0) return ''
  // A row longer than the first would lose its last cells.
  const [header, ...body] = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, n) => cellLines(row[n] ?? [], numbers).join('<br>'))
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return [header, `|${' --- |'.repeat(width)}`, ...body].join('\n')
}

/** The lines of a cell, which can hold no blocks. */
const cellLines = (blocks: Block[], numbers: NumbersInMarkdown, depth = 0): string[] =>
  withoutClauses(blocks, numbers).flatMap(({ block, front }) => {
    const [first = '', ...rest] = blockLines(block, numbers, depth)
    return front + first === '' ? rest : [front + first, ...rest]
  })

function blockLines(block: LeadingBlock['block'], numbers: NumbersInMarkdown, depth: number): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return linesToMd(block.inlines)
    case 'list':
      return block.items.flatMap((item, n) => {
        const marker = block.ordered ? `${n + 1}.` : depth > 0 ? '–' : '•'
        const [first = '', ...rest] = cellLines(item, numbers, depth + 1)
        return [`${marker} ${first}`, ...rest]
      })
    case 'note':
      return cellLines(block.blocks, numbers, depth)
    case 'table':
      return block.rows.map((row) => row.map((cell) => cellLines(cell, numbers, depth).join(' ')).join(' · '))
    case 'space':
      return Array(block.lines).fill('')
    case 'rule':
    case 'picture':
      return []
    case 'form':
      return formAsBlocks(block).flatMap((each) => cellLines(each, numbers, depth))
  }
}
