import { runsByLine, type TextRun } from '../document/clean.ts'
import type { Block, Document, Inline } from '../document/document.ts'
import { formAsBlocks } from '../document/form.ts'
import { itemMark } from '../document/list-marks.ts'
import { beforeWords, numberOf } from '../document/numbering.ts'
import { withReferences } from '../document/references.ts'
import { withChangeMarks } from './changes.ts'
import { withNotice } from './notice.ts'

type NumbersInText = Map<Block, string>
const RULED = '_'.repeat(40)

/** A document as plain text to paste into an email: the words, with nothing that looks like markup. */
export function txt(document: Document): string {
  const resolved = withReferences(document)
  return `${blocksToText(withNotice(resolved), numberOf(resolved)).replace(/^\n+/, '')}\n`
}

function blocksToText(blocks: Block[], numbers: NumbersInText, isNarrow = false): string {
  return blocks
    .map((block) => ({ block, text: blockToText(block, numbers) }))
    .filter(({ text }) => text !== '')
    .map(({ block, text }, n, all) => {
      if (n === 0) return text
      const before = all[n - 1]!.block
      const goesOn = (before.kind === 'heading' && before.level === 3) || (isNarrow && block.kind === 'list')
      const opens = block.kind === 'heading' && block.level < 3
      return (goesOn ? '\n' : opens ? '\n\n\n' : '\n\n') + text
    })
    .join('')
}

function blockToText(block: Block, numbers: NumbersInText): string {
  const number = numbers.get(block)
  switch (block.kind) {
    case 'heading': {
      const text = inlinesToText(block.inlines)
      return text && number ? beforeWords(number) + text : text
    }
    case 'paragraph':
      return inlinesToText(block.inlines)
    case 'list': {
      const items = block.items.map((item) => blocksToText(item, numbers, true))
      const isLong = block.items.some((item) => item.filter(({ kind }) => kind !== 'list').length > 1)
      return items
        .map((item, n) => hang(block.ordered ? `${itemMark(block, n)} ` : '- ', item))
        .join(isLong ? '\n\n' : '\n')
    }
    case 'table':
      return tableToText(block.rows, numbers)
    case 'clause':
      return number
        ? hang(`${number}  `, blocksToText(block.blocks, numbers))
        : blocksToText(block.blocks, numbers)
    case 'note':
      return hang('  ', blocksToText(block.blocks, numbers))
    case 'space':
      return Array(block.lines).fill(RULED).join('\n\n')
    case 'rule':
      return '---'
    case 'picture':
      return ''
    case 'form':
      // With room to write in between.
      return formAsBlocks(block)
        .map((each) => `${blocksToText(each, numbers)}\n\n`)
        .join('\n\n')
  }
}

/** The text with this in front of it, and its other lines set in as far. */
const hang = (front: string, text: string) =>
  (front + text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(front.length)}`)).trimEnd()

const inlinesToText = (inlines: Inline[]) =>
  runsByLine(inlines)
    .map((line) => line.map(runToText).join('').trim())
    .join('\n')

function runToText(it: TextRun): string {
  if (it.kind === 'blank') return withChangeMarks(it.change, `[${it.text}]`)
  const address = it.href?.replace(/^mailto:|^#.*/, '')
  return withChangeMarks(it.change, !address || address === it.text ? it.text : `${it.text} (${address})`)
}

/** Letters of a row that is read in one go. */
const ROW = 160

/** Short rows a line each; others as lines of "Header: cell", which read well in an email, on a phone and aloud. */
function tableToText([header = [], ...rows]: Block[][][], numbers: NumbersInText): string {
  const words = (cell: Block[] | undefined) => blocksToText(cell ?? [], numbers, true)
  const lines = [header, ...rows].map((row) => row.map(words).filter(Boolean).join(' · '))
  const isEmpty = rows.flat(2).every(({ kind }) => kind === 'space')
  const isShort = header.length > 2 && lines.every((line) => line.length < ROW && !line.includes('\n'))
  if (isShort && !isEmpty) return lines.join('\n')
  const names = header.map((cell) => words(cell).replace(/\s*\n\s*/g, ' '))
  const groups = (rows.length > 0 ? rows : [[]]).map((row) =>
    Array.from({ length: Math.max(names.length, row.length) }, (_, n) =>
      entry(names[n], words(row[n])),
    ).filter((text) => text !== ''),
  )
  const isLong = groups.flat().some((text) => text.length > 90 || text.includes('\n'))
  return groups.map((group) => group.join(isLong ? '\n\n' : '\n')).join(isLong ? '\n\n\n' : '\n\n')
}

function entry(name: string | undefined, text: string): string {
  if (!name) return text
  return text.includes('\n') ? hang('  ', `${name}:\n${text}`).trimStart() : `${name}: ${text}`.trimEnd()
}
