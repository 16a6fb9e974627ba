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
/** Rows, and letters in them all, of a table that is not parted. Of any other, two rows stay together at either end. */
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
  const last = full.length - 1
  const staysWithNextRow = (n: number) => n < last && (isForm || isSmall || n < 2 || n === last - 1)
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
        ...(staysWithNextRow(n) && { keepNext: true }),
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
function tall(cells: Block[][]): number {
  const isBare = (cell: Block[]) => cell.length > 0 && cell.every((block) => block.kind === 'space')
  const lines = Math.max(0, ...cells.flat().map((block) => (block.kind === 'space' ? block.lines : 0)))
  const isBlank = cells.every((cell) => cell.length === 0)
  const signed =
    (cells.length > 1 && isBlank) || (cells.length > 2 && cells.slice(1).every(isBare)) ? SIGNED : 0
  return Math.max(lines * RULED, signed)
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)

/** How many letters a cell holds. */
export const lettersIn = (cell: Block[]): number =>
  sum(inlinesIn(cell).map((inlines) => plain(inlines).length))

/** Twips of a letter, as they run in a day or a name. */
const LETTER = 120
/** How much wider they run in bold, as a header does. */
const BOLD = 1.15
/** Letters of a text that stays on one line: such as from a day, a day, or where there is less room, a time. */
const TEXTS = [20, 18, 16, 10]
/** And of a word that does, and an address of email. */
const WORD = 18
const ADDRESS = 34
/** Letters that any column has room for. */
const LEAST = 6
/** How much of a table such texts may take, so that longer ones have room. */
const FULL = 0.85
/** Letters that room to write in is worth, and beyond which a text asks for no more. */
const ROOM = 24
const MUCH = 400

/** Columns as wide as what they hold asks for: no word of usual length broken, none wider than its longest line while another is short of room. */
function share(width: number, rows: Block[][][]): number[] {
  const columns = rows[0]!.map((_, n) => rows.map((row) => row[n]!))
  const widthOf = (letters: number) => letters * LETTER + PADDING
  const most = columns.map((cells) => widthOf(Math.max(LEAST, ...cells.map(longestLine))))
  const scaled = (widths: number[]) => widths.map((each) => Math.floor((each * width) / sum(widths)))
  if (sum(most) <= width) return scaled(most)
  const leasts = TEXTS.map((whole) =>
    columns.map(([header = [], ...cells]) =>
      widthOf(Math.max(unbroken(header, whole) * BOLD, ...cells.map((cell) => unbroken(cell, whole)))),
    ),
  )
  const least = leasts.find((each) => sum(each) <= FULL * width) ?? leasts.at(-1)!
  if (sum(least) >= width) return scaled(least)
  const asks = columns.map((cells) => Math.sqrt(sum(cells.map((cell) => asked(cell) ** 2))))
  const at = (scale: number) => asks.map((ask, n) => Math.max(least[n]!, Math.min(most[n]!, ask * scale)))
  let [low, high] = [0, width]
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2
    if (sum(at(middle)) > width) high = middle
    else low = middle
  }
  return at(low).map(Math.floor)
}

/** After so many, what is between is less than a twip. */
const HALVINGS = 40

const isRoom = (cell: Block[]): boolean => cell.some(({ kind }) => kind === 'space')

const asked = (cell: Block[]): number =>
  isRoom(cell) ? ROOM : Math.max(LEAST, Math.min(MUCH, lettersIn(cell)))

const longestLine = (cell: Block[]): number =>
  isRoom(cell)
    ? MUCH
    : Math.max(
        0,
        ...inlinesIn(cell)
          .flatMap(textByLine)
          .map((line) => line.length),
      )

/** Letters that should not be parted by the end of a line, where texts of so many stay whole. */
function unbroken(cell: Block[], whole: number): number {
  const lines = inlinesIn(cell).flatMap(textByLine)
  const pieces = lines.flatMap((line) => (line.length <= whole ? [line] : line.split(/\s+/)))
  const room = (piece: string) =>
    Math.min(piece.length, piece.includes('@') ? ADDRESS : Math.max(WORD, whole))
  return Math.max(LEAST, ...pieces.map(room))
}
