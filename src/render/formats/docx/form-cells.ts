import { Paragraph, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { WRITE_HERE } from '../../../core/agreement/worksheet.ts'
import type { Block, FormRow } from '../../document/document.ts'
import { fillIn, type Ledger, type PageElement } from './controls.ts'
import type { Surroundings, WriteBlocks } from './place.ts'
import { PADDING } from './tables.ts'

/** The cells of a form, whether it has a row a question or a column a question. */

/** Writes blocks into a cell, in this style. */
export type WriteIn = (blocks: Block[], text: string) => PageElement[]

/** What makes cells of columns of these widths, in twips, what writes into them, and their header row. */
export function formCells(widths: number[], { prompt: _, ...around }: Surroundings, write: WriteBlocks) {
  const cell = (n: number, children: PageElement[]) =>
    new TableCell({ width: { size: widths[n]!, type: WidthType.DXA }, children })
  return {
    cell,
    writeIn:
      (n: number): WriteIn =>
      (blocks, text) =>
        write(blocks, { ...around, text, width: widths[n]! - PADDING, indent: 0, prompt: undefined }),
    header: (texts: string[]) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: texts.map((text, n) => cell(n, [new Paragraph({ style: 'TableHeading', text })])),
      }),
  }
}

/** The place for an answer, with what stands in it already, or what says to write there. */
export function placeToWrite(
  title: string,
  { prompt, answer }: FormRow,
  write: WriteIn,
  ledger: Ledger,
): PageElement {
  const empty = new TextRun({ text: WRITE_HERE, style: 'PlaceholderText' })
  const words =
    answer.length > 0
      ? write(answer, 'TableText')
      : [new Paragraph({ style: 'TableText', children: [empty] })]
  return fillIn<PageElement>(title, prompt, ledger, words, answer.length === 0)
}
