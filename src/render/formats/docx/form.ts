import { HeightRule, Paragraph, type ParagraphChild, Table, TableRow, TextRun } from 'docx'
import { type Box, YOUR_ANSWER } from '../../../core/agreement/worksheet.ts'
import { tagOf } from '../../../ooxml/stamps.ts'
import type { Block, FormRow } from '../../document/document.ts'
import { tableRowsIn } from '../../document/form.ts'
import { bookmarked, type Ledger, type PageElement, tickBox } from './controls.ts'
import { formCells, placeToWrite, type WriteIn } from './form-cells.ts'
import { gridForm } from './grid.ts'
import type { Surroundings, WriteBlocks } from './place.ts'
import { fixedLayout, LONG, lettersIn } from './tables.ts'
import { guarded } from './text.ts'

/** How much of the width the questions take, and how much where an answer is mostly a tick. */
const ASKED = 0.44
const TICKED = 0.62
/** Twips of a place that nothing is written in yet. */
const ROOM = 1500

/**
 * Questions with places for answers. The first cell names its prompt three times, for programs that lose one or the other: in a
 * bookmark, in hidden words, and by its number.
 */
export function formTable(
  form: Extract<Block, { kind: 'form' }>,
  surroundings: Surroundings,
  write: WriteBlocks,
  ledger: Ledger,
): PageElement[] {
  const table = tableRowsIn(form)
  if (table.length > 0) return gridForm(table, surroundings, write, ledger)
  const { asks, rows } = form
  const { width } = surroundings
  const asked = rows.every(({ choices, ticksOnly }) => ticksOnly || isLong(choices)) ? TICKED : ASKED
  const widths = [asked, 1 - asked].map((share) => Math.floor(width * share))
  const { cell, writeIn, header } = formCells(widths, surroundings, write)
  return [
    new Table({
      ...fixedLayout('Form', width, widths),
      rows: [
        header([asks, YOUR_ANSWER]),
        ...rows.map(
          (row) =>
            new TableRow({
              cantSplit: lettersIn([...row.ask, ...row.more, ...row.answer]) < LONG,
              ...(!row.ticksOnly && { height: { value: ROOM, rule: HeightRule.ATLEAST } }),
              children: [
                cell(0, question(row, writeIn(0), ledger)),
                cell(1, answer(row, writeIn(1), ledger)),
              ],
            }),
        ),
      ],
    }),
    new Paragraph({ style: 'Gap' }),
  ]
}

/** Letters of choices that stand side by side. */
const ON_A_LINE = 30
const isLong = (choices: Box[]): boolean =>
  choices.reduce((sum, { words }) => sum + words.length, 0) > ON_A_LINE

const question = (
  { prompt, number, topic, ask, more }: FormRow,
  write: WriteIn,
  ledger: Ledger,
): PageElement[] => [
  new Paragraph({
    style: 'TableTopic',
    children: [
      ...bookmarked<ParagraphChild>(ledger.bookmark(prompt), ledger, [new TextRun(guarded(number))]),
      new TextRun({ text: guarded(tagOf(prompt)), vanish: true }),
      new TextRun(guarded(`  ${topic}`)),
    ],
  }),
  ...write(ask, 'TableText'),
  ...write(more, 'TableNote'),
]

function answer(row: FormRow, write: WriteIn, ledger: Ledger): PageElement[] {
  const { number, choices, ticksOnly } = row
  const boxes = choices.flatMap(({ words, ticked }, n) => [
    ...(n > 0 ? [isLong(choices) ? new TextRun({ break: 1 }) : new TextRun('\u2003')] : []),
    tickBox(`${number} ${words}`, ticked, ledger),
    new TextRun(`\u00a0${words}`),
  ])
  return [
    ...(boxes.length > 0 ? [new Paragraph({ style: 'TableText', children: boxes })] : []),
    ...(ticksOnly ? [] : [placeToWrite(`Your answer to ${number}`, row, write, ledger)]),
    // Word does not open a cell that does not end with a paragraph.
    new Paragraph({ style: 'Gap' }),
  ]
}
