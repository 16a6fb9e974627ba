import {
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  Table as WordTable,
} from 'docx'
import type { Block, Change } from '../../document/document.ts'
import { inlinesIn } from '../../document/tree.ts'
import type { Ledger, PageElement } from './controls.ts'
import { plain } from './inlines.ts'
import type { Surroundings, WriteBlocks } from './place.ts'
import { ending, tracking } from './tracked.ts'

/** Twips of one ruled line, and of a row that is to be signed. */
const RULED = 480
const SIGNED = 900
/** Letters in a row before it may break across pages. */
export const LONG = 1500
/** Twips: rows to write in that stand together up to here. */
const HALF_A_PAGE = 7000
/** Rows, and letters in them all, of a table that is not parted. */
const FEW = 9
const SHORT = 600
/** Twips: a column holds a letter even in a table within a table. */
const NARROWEST = 400
/** How much of a form its labels take. */
const LABEL = 0.28
/** Twips of the margins of a cell. */
export const PADDING = 230

type TableBlock = Extract<Block, { kind: 'table' }>

const widest = (rows: Block[][][]): number => Math.max(0, ...rows.map((row) => row.length))

/** For each table the rows of all that have the same header: their columns are as wide as these want together. */
export function siblingsIn(blocks: Block[]): Map<Block, Block[][][]> {
  const tables = blocks.filter((block) => block.kind === 'table')
  const keyOf = ({ rows: [header = [], ...rows] }: TableBlock) =>
    JSON.stringify([widest([header, ...rows]), header.map((cell) => cell.map(worded))])
  const groups = new Map<string, Block[][][]>()
  for (const table of tables) groups.set(keyOf(table), [...(groups.get(keyOf(table)) ?? []), ...table.rows])
  return new Map(tables.map((table) => [table, groups.get(keyOf(table))!]))
}

const worded = (block: Block): string => ('inlines' in block ? plain(block.inlines) : block.kind)

/** A table, and the gap that keeps it from what follows: Word joins tables that touch. */
export function table(
  { rows, changes = [], change }: TableBlock,
  place: Surroundings,
  write: WriteBlocks,
  ledger: Ledger,
  siblings: Block[][][],
): PageElement[] {
  const gap = (how = change) => new Paragraph({ style: 'Gap', ...ending(how, ledger) })
  const columns = widest(rows)
  if (columns === 0) return []
  const filled = (all: Block[][][]) =>
    all.map((row) => Array.from({ length: columns }, (_, n) => row[n] ?? []))
  const full = filled(rows)
  const width = Math.max(place.width - place.indent, columns * NARROWEST)
  const heights = full.map((cells, n) => (n === 0 ? 0 : tall(cells)))
  // Forms under each other are parted alike, whatever is filled in.
  const isLabelled = columns === 2 && heights.some((height) => height > 0)
  const widths = isLabelled
    ? [LABEL * width, (1 - LABEL) * width].map(Math.floor)
    : share(width, filled(siblings))
  const isForm = heights.slice(1).every((height) => height > 0) && sum(heights) < HALF_A_PAGE
  const isSmall = full.length <= FEW && sum(full.flat().map(lettersIn)) < SHORT
  const together = isForm || isSmall
  /** A cell ends with a paragraph, or Word does not open the file. */
  const closed = (content: PageElement[], how: Change | undefined): PageElement[] => {
    if (content.length === 0) return [new Paragraph({ style: 'TableText', ...ending(how, ledger) })]
    return content.at(-1) instanceof Paragraph ? content : [...content, gap(how)]
  }
  const wordTable = new WordTable({
    ...fixedLayout(heights.some((height) => height > 0) ? 'Form' : 'Grid', width, widths),
    indent: { size: place.indent, type: WidthType.DXA },
    rows: full.map((cells, n) => {
      const text = n === 0 ? 'TableHeading' : 'TableText'
      return new TableRow({
        tableHeader: n === 0,
        cantSplit: n === 0 || sum(cells.map(lettersIn)) < LONG,
        ...(together && n < full.length - 1 && { keepNext: true }),
        ...(heights[n]! > 0 && { height: { value: heights[n]!, rule: HeightRule.ATLEAST } }),
        ...tracking(changes[n], ledger),
        children: cells.map((cell, m) => {
          const inside: Surroundings = {
            text,
            lists: 'plain',
            depth: 0,
            indent: 0,
            width: widths[m]! - PADDING,
            prompt: place.prompt,
          }
          return new TableCell({
            width: { size: widths[m]!, type: WidthType.DXA },
            children: closed(write(cell.map(roomFor), inside), changes[n]),
          })
        }),
      })
    }),
  })
  return [wordTable, gap()]
}

/** Options of a table whose columns keep their widths, in twips, under a header. */
export const fixedLayout = (style: 'Form' | 'Grid', width: number, widths: number[]) => ({
  style,
  layout: TableLayoutType.FIXED,
  width: { size: width, type: WidthType.DXA },
  columnWidths: widths,
  tableLook: {
    ...{ firstRow: true, lastRow: false, firstColumn: false, lastColumn: false },
    ...{ noHBand: true, noVBand: true },
  },
})

/** Space to write in is the height of the row, so that typing into it does not push it down. */
const roomFor = (block: Block): Block =>
  block.kind === 'space' ? { ...block, kind: 'paragraph', inlines: [] } : block

/** Room for what is to be written by hand: signatures where all of several cells but the first are for that, and rows with nothing in them. */
function tall(cells: Block[][]): number {
  const isRoom = (cell: Block[]) => cell.length > 0 && cell.every((block) => block.kind === 'space')
  const lines = Math.max(0, ...cells.flat().map((block) => (block.kind === 'space' ? block.lines : 0)))
  const isBlank = cells.every((cell) => cell.length === 0)
  const signed =
    (cells.length > 1 && isBlank) || (cells.length > 2 && cells.slice(1).every(isRoom)) ? SIGNED : 0
  return Math.max(lines * RULED, signed)
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)

/** How many letters a cell holds. */
export const lettersIn = (cell: Block[]): number =>
  sum(inlinesIn(cell).map((inlines) => plain(inlines).length))

/** Twips of a letter, at a table's size and in bold. */
const LETTER = 135
/** Letters of a word that stays on one line, and of a text that does: such as a day, or where there is less room, a time. */
const WORD = 18
const TEXTS = [18, 16, 10]
/** Letters that any column has room for. */
const LEAST = 6
/** How much of a table such texts may take, so that longer ones have room. */
const FULL = 0.85

/** Columns as wide as what they hold asks for, no word of usual length broken, and alike where that is nearly the same. */
function share(width: number, rows: Block[][][]): number[] {
  const columns = rows[0]!.map((_, n) => rows.map((row) => row[n]!))
  const asks = columns.map((cells) => {
    const longest = Math.max(
      6,
      ...cells.map((cell) => (cell.some(({ kind }) => kind === 'space') ? 24 : lettersIn(cell))),
    )
    return longest <= 18 ? longest : 18 + 2 * Math.sqrt(Math.min(longest, 400) - 18)
  })
  const alike = Math.max(...asks) / Math.min(...asks) < 1.5
  const wants = asks.map((ask) => (alike ? width / asks.length : (width * ask) / sum(asks)))
  const leasts = TEXTS.map((text) =>
    columns.map((cells) => Math.max(...cells.map((cell) => unbroken(cell, text))) * LETTER + PADDING),
  )
  const least = leasts.find((each) => sum(each) <= FULL * width) ?? leasts.at(-1)!
  const spare = width - sum(least)
  const beyond = wants.map((want, n) => Math.max(0, want - least[n]!))
  return (spare < 0 ? wants : least.map((each, n) => each + (spare * beyond[n]!) / sum(beyond))).map(
    Math.floor,
  )
}

/** Letters that should not be parted by the end of a line, where texts of so many stay whole. */
function unbroken(cell: Block[], whole: number): number {
  const texts = inlinesIn(cell).map(plain)
  const pieces = texts.flatMap((text) => (text.length <= whole ? [text] : text.split(/\s+/)))
  return Math.min(WORD, Math.max(LEAST, ...pieces.map((piece) => piece.length)))
}
