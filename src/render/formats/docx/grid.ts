import {
  HeightRule,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { ROW_NUMBER } from '../../../core/agreement/row-form.ts'
import { WRITE_HERE } from '../../../core/agreement/worksheet.ts'
import { tagOf } from '../../../ooxml/stamps.ts'
import type { Block, FormRow } from '../../document/document.ts'
import type { TableRowOfForm } from '../../document/form.ts'
import { fillIn, type Ledger, type PageElement } from './controls.ts'
import type { Surroundings, WriteBlocks } from './place.ts'
import { fixedLayout, LONG, lettersIn, PADDING, shareOfPage } from './tables.ts'
import { guarded } from './text.ts'

/** Twips of the column of numbers, and of a row that nothing is written in yet. */
const COUNT = 650
const ROOM = 800

/** A table to fill in and correct: a row a thing, which its first cell names in hidden words and by its number. */
export function gridForm(
  all: TableRowOfForm[],
  { width, prompt: _, ...around }: Surroundings,
  write: WriteBlocks,
  ledger: Ledger,
): PageElement[] {
  const topics = all[0]!.cells.map(({ topic }) => topic)
  const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] })
  const held = [topics.map((topic) => [paragraph(topic)]), ...all.map(({ cells }) => cells.map(wordsOf))]
  const widths = [COUNT, ...shareOfPage(width - COUNT, held)]
  const cell = (n: number, children: PageElement[]) =>
    new TableCell({ width: { size: widths[n]!, type: WidthType.DXA }, children })
  const place = ({ prompt, number, topic, answer }: FormRow, n: number): PageElement[] => {
    const empty = new TextRun({ text: WRITE_HERE, style: 'PlaceholderText' })
    const words =
      answer.length > 0
        ? write(answer, {
            ...around,
            text: 'TableText',
            width: widths[n]! - PADDING,
            indent: 0,
            prompt: undefined,
          })
        : [new Paragraph({ style: 'TableText', children: [empty] })]
    return [
      fillIn<PageElement>(`${topic} (${number})`, prompt, ledger, words, answer.length === 0),
      // Word does not open a cell that does not end with a paragraph.
      new Paragraph({ style: 'Gap' }),
    ]
  }
  const heading = (text: string) => new Paragraph({ style: 'TableHeading', text })
  return [
    new Table({
      ...fixedLayout('Form', width, widths),
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: [ROW_NUMBER, ...topics].map((text, n) => cell(n, [heading(text)])),
        }),
        ...all.map(({ key, number, cells }) => {
          const isEmpty = cells.every(({ said }) => said === '')
          return new TableRow({
            cantSplit: lettersIn(cells.flatMap(({ answer }) => answer)) < LONG,
            ...(isEmpty && { height: { value: ROOM, rule: HeightRule.ATLEAST } }),
            children: [
              cell(0, [counted(number, key)]),
              ...cells.map((each, n) => cell(n + 1, place(each, n + 1))),
            ],
          })
        }),
      ],
    }),
    new Paragraph({ style: 'Gap' }),
  ]
}

const wordsOf = ({ answer }: FormRow): Block[] => answer

const counted = (number: string, key: string): PageElement =>
  new Paragraph({
    style: 'TableText',
    children: [
      new TextRun(guarded(number)),
      new TextRun({ text: guarded(tagOf(key)), vanish: true }),
    ] satisfies ParagraphChild[],
  })
