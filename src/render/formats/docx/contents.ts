import { Paragraph, type ParagraphChild, Table, TableCell, TableRow, type TextRun, WidthType } from 'docx'
import { clean } from '../../document/clean.ts'
import type { Change, Document } from '../../document/document.ts'
import { everyBlock } from '../../document/tree.ts'
import { widthOf } from '../../pictures/lines.ts'
import { element, type PageElement } from './controls.ts'
import type { HeadingBlock, Whole } from './place.ts'
import { field } from './references.ts'
import { fixedLayout } from './tables.ts'
import { ending, tracked } from './tracked.ts'
import { textRuns } from './words.ts'

/** The headings a contents list names, with the bookmark of each. */
export function targetsOf(
  { contents, blocks }: Document,
  title: HeadingBlock | undefined,
): Map<HeadingBlock, string> {
  const all = contents ? [...everyBlock(blocks)].filter((block) => block.kind === 'heading') : []
  const named = all.filter((heading) => heading !== title && heading.level < 3)
  return new Map(named.map((heading, n) => [heading, `_Toc${100_000_001 + n}`]))
}

/** Lines of a contents list that stand in one column. */
const BESIDE = 18
/** Twips between two columns. */
const BETWEEN = 480

/** Twips for the number of a heading, and how much further in its level stands than the one above. */
export const FOR_NUMBER = 482
export const STEP_IN = 240
/** Twips of type by which titles are measured, and the number of a page with the space before it. */
const TYPE = 176
const PAGE = 310

/** Twips of a line of a contents list, on pages with room so many twips wide. */
export const lineOf = (width: number): number => Math.floor((width - BETWEEN) / 2)

/**
 * A contents list of links, whole on one page. The numbers of its pages are fields that say nothing before they are counted,
 * as LibreOffice does when it opens a file and Word when it prints one: on a screen the links lead the way.
 */
export function contents(sheet: Whole, width: number): PageElement[] {
  const all = [...sheet.targets]
  if (all.length === 0) return []
  const isOne = all.length <= BESIDE
  const title = new Paragraph({ style: 'TOCHeading', text: 'Contents' })
  const lines = all.map(([heading, target], n) =>
    line(heading, target, isOne && n < all.length - 1, sheet, lineOf(width)),
  )
  if (isOne) return [title, ...lines]
  const half = Math.ceil(lines.length / 2)
  const widths = [width - lineOf(width), lineOf(width)]
  const column = (n: number, within: Paragraph[]) =>
    new TableCell({
      width: { size: widths[n]!, type: WidthType.DXA },
      // The end of a cell stays where its last line is taken out.
      children: [...within, new Paragraph({ style: 'Gap' })],
    })
  const columns = new Table({
    ...fixedLayout('TableNormal', width, widths),
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [column(0, lines.slice(0, half)), column(1, lines.slice(half))],
      }),
    ],
  })
  return [title, columns]
}

function line(
  heading: HeadingBlock,
  target: string,
  staysWithNext: boolean,
  { numbers, before, headings, ledger }: Whole,
  wide: number,
): Paragraph {
  const { change } = heading
  const isBelow = headings[heading.level - 1] === 'Heading2'
  const runsOf = (text: string, how: Change | undefined) => tracked(how, ledger, textRuns(text, {}, how))
  const numbered = (): ParagraphChild[] => {
    const [number, was] = [numbers.get(heading), before.get(heading)]
    if (!number) return []
    const numberRuns = (each: string, how: Change | undefined) =>
      runsOf(heading.schedule ? each : `${each}.`, how)
    const moved = !change && was && was !== number
    return [
      ...(moved
        ? [...numberRuns(was, 'removed'), ...numberRuns(number, 'added')]
        : numberRuns(number, change)),
      ...runsOf(heading.schedule ? '\u2002' : '\t', change),
    ]
  }
  const texts = heading.inlines.map((inline) =>
    'text' in inline ? clean(inline.text).replace(/\s+/g, ' ') : ' ',
  )
  const lead = numbers.has(heading)
    ? heading.schedule
      ? widthOf(`${numbers.get(heading)}\u2002`, TYPE)
      : FOR_NUMBER
    : 0
  const title = inLinesOf(texts.join(''), lead, wide - (isBelow ? STEP_IN : 0) - PAGE)
  const words = heading.inlines.flatMap(({ change: how }, n) => {
    const from = texts.slice(0, n).join('').length
    return runsOf(title.slice(from, from + texts[n]!.length), how)
  })
  // What is taken out is on no page.
  const page = [
    ...textRuns('\t\u2002', {}, change),
    ...(change === 'removed' ? [] : field(`PAGEREF ${target} \\h`, [])),
  ]
  const link = element<TextRun>('w:hyperlink', { 'w:anchor': target, 'w:history': 1 }, [
    ...numbered(),
    ...words,
    ...tracked(change, ledger, page),
  ])
  return new Paragraph({
    style: isBelow ? 'TOC2' : 'TOC1',
    ...(staysWithNext && { keepNext: true }),
    ...ending(change, ledger),
    children: [link],
  })
}

/** A title that ends its lines before the number of its page, which would else stand on a line alone. Nothing but spaces is replaced. */
function inLinesOf(title: string, lead: number, room: number): string {
  let used = lead
  return title.replace(/ ?[^ ]+/g, (word, at: number) => {
    used += widthOf(word, TYPE)
    if (used <= room || at === 0) return word
    used = FOR_NUMBER + widthOf(word, TYPE)
    return word.replace(' ', '\n')
  })
}
