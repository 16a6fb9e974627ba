import {
  HeightRule,
  Paragraph,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  Table as WordTable,
} from 'docx'
import { textByLine } from '../../document/clean.ts'
import type { Block, Change } from '../../document/document.ts'
import { inlinesIn, plain } from '../../document/tree.ts'
import { widthOf } from '../../pictures/lines.ts'
import type { Ledger, PageElement } from './controls.ts'
import { RULED } from './frame.ts'
import type { Surroundings, WriteBlocks } from './place.ts'
import { ending, tracking } from './tracked.ts'

/** Twips of a row that is to be signed. */
const SIGNED = 900
/** Letters in a row before it may break across pages. */
export const LONG = 1500
/** Twips: rows to write in that stand together up to here. */
const HALF_A_PAGE = 7000
/** Rows, and letters in them all, of a table that is not parted. */
const FEW = 5
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

/** The tables before a page of its own: the gap after them, on a page that is full, would take up one. */
export const lastOnPage = (blocks: Block[]): Set<Block> =>
  new Set(
    blocks.filter((block, n) => {
      const next = blocks[n + 1]
      return block.kind === 'table' && next?.kind === 'heading' && next.page && !block.change && !next.change
    }),
  )

const worded = (block: Block): string => ('inlines' in block ? plain(block.inlines) : block.kind)

/** A table, and the gap that keeps it from what follows: Word joins tables that touch. */
export function table(
  { rows, changes = [], change }: TableBlock,
  place: Surroundings,
  write: WriteBlocks,
  ledger: Ledger,
  { siblings, isLast }: { siblings: Block[][][]; isLast: boolean },
): PageElement[] {
  const gap = (how = change) => new Paragraph({ style: 'Gap', ...ending(how, ledger) })
  const columns = widest(rows)
  if (columns === 0) return []
  const filled = (all: Block[][][]) =>
    all.map((row) => Array.from({ length: columns }, (_, n) => row[n] ?? []))
  const full = filled(rows)
  const width = Math.max(place.width - place.indent, columns * NARROWEST)
  const heights = full.map((cells, n) => (n === 0 ? 0 : tall(cells, place.wall?.ruled)))
  // Forms under each other are parted alike, whatever is filled in.
  const isLabelled = columns === 2 && heights.some((height) => height > 0)
  const widths = place.wall
    ? shareOfWall(width, full)
    : isLabelled
      ? [LABEL * width, (1 - LABEL) * width].map(Math.floor)
      : shareOfPage(width, filled(siblings))
  const isForm = heights.slice(1).every((height) => height > 0) && sum(heights) < HALF_A_PAGE
  const isSmall = full.length <= FEW && sum(full.flat().map(lettersIn)) < SHORT
  const last = full.length - 1
  // Where any row says this, LibreOffice keeps the whole table on a page. A header stays with the next row by its style.
  const staysWithNextRow = (n: number) => n < last && (isForm || isSmall)
  /** A cell ends with a paragraph, or Word does not open the file. */
  const closed = (content: PageElement[], how: Change | undefined): PageElement[] => {
    if (content.length === 0) return [new Paragraph({ style: 'TableText', ...ending(how, ledger) })]
    return content.at(-1) instanceof Paragraph ? content : [...content, gap(how)]
  }
  const wordTable = new WordTable({
    ...fixedLayout(heights.some((height) => height > 0) ? 'Form' : 'Grid', width, widths),
    indent: { size: place.indent, type: WidthType.DXA },
    rows: full.map((cells, n) => {
      const text = `${place.wall ? 'Sheet' : 'Table'}${n === 0 ? 'Heading' : 'Text'}`
      return new TableRow({
        tableHeader: n === 0,
        cantSplit: n === 0 || sum(cells.map(lettersIn)) < LONG,
        ...(staysWithNextRow(n) && { keepNext: true }),
        ...(heights[n]! > 0 && { height: { value: heights[n]!, rule: HeightRule.ATLEAST } }),
        ...tracking(changes[n], ledger),
        children: cells.map((cell, m) => {
          const inside: Surroundings = {
            text,
            ...(place.wall && { wall: place.wall }),
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
  return isLast ? [wordTable] : [wordTable, gap()]
}

/** Options of a table whose columns keep their widths, in twips, under a header. */
export const fixedLayout = (style: 'Form' | 'Grid' | 'TableNormal', width: number, widths: number[]) => ({
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
function tall(cells: Block[][], ruled = RULED): number {
  const isBare = (cell: Block[]) => cell.length > 0 && cell.every((block) => block.kind === 'space')
  const lines = Math.max(0, ...cells.flat().map((block) => (block.kind === 'space' ? block.lines : 0)))
  const isBlank = cells.every((cell) => cell.length === 0)
  const signed =
    (cells.length > 1 && isBlank) || (cells.length > 2 && cells.slice(1).every(isBare)) ? SIGNED : 0
  return Math.max(lines * ruled, signed)
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)

/** How many letters a cell holds. */
export const lettersIn = (cell: Block[]): number =>
  sum(inlinesIn(cell).map((inlines) => plain(inlines).length))

/** Twips of type, by which texts are measured; and how much wider they run in bold, as a header does. */
const TYPE = 220
const BOLD = 1.1
/** Letters of a text that stays on one line: such as from a day, a day, or where there is less room, a time. */
const TEXTS = [20, 18, 16, 10]
/** And of a word that does, and an address of email. */
const WORD = 18
const ADDRESS = 34
/** Twips that any column has room for, and that room to write in is worth. */
const LEAST = 700
const ROOM = 3000
/** How much of a table such texts may take, so that longer ones have room. */
const FULL = 0.85
/** How many steps a table is parted in, how many twips the end of a line is left empty, and how much more a high cell counts than a low one. */
const STEPS = 60
const RAGGED = 330
const HIGH = 2

/** Columns as wide as what they hold asks for: no word of usual length broken, and then the rows as low as they can be. */
export function shareOfPage(width: number, rows: Block[][][]): number[] {
  const columns = rows[0]!.map((_, n) => rows.map((row) => row[n]!))
  const most = columns.map(
    ([header = [], ...cells]) =>
      Math.max(LEAST, ...linesIn(header).map((line) => line * BOLD), ...cells.flatMap(linesIn)) + PADDING,
  )
  const scaled = (widths: number[]) => widths.map((each) => Math.floor((each * width) / sum(widths)))
  if (!columns.some((cells) => cells.some(isRoom)) && sum(most) <= width) return scaled(most)
  const leasts = TEXTS.map((whole) =>
    columns.map(
      ([header = [], ...cells]) =>
        Math.max(unbroken(header, whole) * BOLD, ...cells.map((cell) => unbroken(cell, whole))) + PADDING,
    ),
  )
  const least = leasts.find((each) => sum(each) <= FULL * width) ?? leasts.at(-1)!
  return scaled(sum(least) >= width ? least : lowest(width, least, columns))
}

/** On a wall all columns to write in are alike, and those with words half as wide. */
function shareOfWall(width: number, rows: Block[][][]): number[] {
  const parts = rows[0]!.map((_, n) => (rows.some((row) => isRoom(row[n]!)) ? 2 : 1))
  return parts.map((part) => Math.floor((part * width) / sum(parts)))
}

/** Columns of these widths at least, each given more as long as that makes rows lower, first where it does so most. */
function lowest(width: number, least: number[], columns: Block[][][]): number[] {
  const step = width / STEPS
  let left = Math.floor((width - sum(least)) / step)
  const heights = columns.map((cells, n) => {
    const lines = cells.map(linesIn)
    const heightAt = (wide: number) =>
      sum(lines.map((each) => sum(each.map((line) => rowsOf(line, wide))) ** HIGH))
    return Array.from({ length: left + 1 }, (_, more) => heightAt(least[n]! + more * step))
  })
  const given = least.map(() => 0)
  while (left > 0) {
    const offers = heights.flatMap((at, n) =>
      Array.from({ length: left }, (_, k) => k + 1).map((more) => ({
        ...{ n, more },
        gain: (at[given[n]!]! - at[given[n]! + more]!) / more,
      })),
    )
    const best = offers.reduce((a, b) => (b.gain > a.gain ? b : a))
    if (best.gain <= 0) break
    given[best.n]! += best.more
    left -= best.more
  }
  return least.map((each, n) => each + given[n]! * step)
}

/** Lines of a page that a line of so many twips takes in a column. */
function rowsOf(line: number, wide: number): number {
  const room = wide - PADDING
  return line <= room ? 1 : Math.ceil(line / Math.max(room - RAGGED, room / 2))
}

const isRoom = (cell: Block[]): boolean => cell.some(({ kind }) => kind === 'space')

/** Twips of each line of a cell, were nothing broken. */
const linesIn = (cell: Block[]): number[] =>
  isRoom(cell)
    ? [ROOM]
    : inlinesIn(cell)
        .flatMap(textByLine)
        .map((line) => widthOf(line, TYPE))

/** Twips of what should not be parted by the end of a line, where texts of so many letters stay whole. */
function unbroken(cell: Block[], whole: number): number {
  const lines = inlinesIn(cell).flatMap(textByLine)
  const pieces = lines.flatMap((line) => (line.length <= whole ? [line] : line.split(/\s+/)))
  const held = (piece: string) => piece.slice(0, piece.includes('@') ? ADDRESS : Math.max(WORD, whole))
  return Math.max(LEAST, ...pieces.map((piece) => widthOf(held(piece), TYPE)))
}
