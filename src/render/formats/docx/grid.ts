import { HeightRule, Paragraph, type ParagraphChild, Table, TableRow, TextRun } from 'docx'
import { ROW_NUMBER } from '../../../core/agreement/row-form.ts'
import { tagOf } from '../../../ooxml/stamps.ts'
import type { Block, FormRow } from '../../document/document.ts'
import type { TableRowOfForm } from '../../document/form.ts'
import type { Ledger, PageElement } from './controls.ts'
import { formCells, placeToWrite } from './form-cells.ts'
import type { Surroundings, WriteBlocks } from './place.ts'
import { fixedLayout, LONG, lettersIn, shareOfPage } from './tables.ts'
import { guarded } from './text.ts'

/** Twips of the column of numbers, and of a row that nothing is written in yet. */
const COUNT = 650
const ROOM = 800

/** A table to fill in and correct: a row a thing, which its first cell names in hidden words and by its number. */
export function gridForm(
  all: TableRowOfForm[],
  surroundings: Surroundings,
  write: WriteBlocks,
  ledger: Ledger,
): PageElement[] {
  const { width } = surroundings
  const topics = all[0]!.cells.map(({ topic }) => topic)
  const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] })
  const held = [topics.map((topic) => [paragraph(topic)]), ...all.map(({ cells }) => cells.map(wordsOf))]
  const widths = [COUNT, ...shareOfPage(width - COUNT, held)]
  const { cell, writeIn, header } = formCells(widths, surroundings, write)
  const place = (row: FormRow, n: number): PageElement[] => [
    placeToWrite(`${row.topic} (${row.number})`, row, writeIn(n), ledger),
    // Word does not open a cell that does not end with a paragraph.
    new Paragraph({ style: 'Gap' }),
  ]
  return [
    new Table({
      ...fixedLayout('Form', width, widths),
      rows: [
        header([ROW_NUMBER, ...topics]),
        ...all.map(({ key, number, cells }, row) => {
          const isEmpty = cells.every(({ said }) => said === '')
          return new TableRow({
            cantSplit: lettersIn(cells.flatMap(({ answer }) => answer)) < LONG,
            ...(isEmpty && { height: { value: ROOM, rule: HeightRule.ATLEAST } }),
            children: [
              cell(0, [counted(number, key, row === all.length - 1)]),
              ...cells.map((each, n) => cell(n + 1, place(each, n + 1))),
            ],
          })
        }),
      ],
    }),
    new Paragraph({ style: 'Gap', keepNext: true }),
  ]
}

const wordsOf = ({ answer }: FormRow): Block[] => answer

/** The last row stays with the line below the table, which would be alone on a page. */
const counted = (number: string, key: string, isLast: boolean): PageElement =>
  new Paragraph({
    style: 'TableText',
    ...(isLast && { keepNext: true }),
    children: [
      new TextRun(guarded(number)),
      new TextRun({ text: guarded(tagOf(key)), vanish: true }),
    ] satisfies ParagraphChild[],
  })
