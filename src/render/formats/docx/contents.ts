import { Paragraph, type ParagraphChild, TextRun } from 'docx'
import { clean } from '../../document/clean.ts'
import type { Change, Document } from '../../document/document.ts'
import { everyBlock } from '../../document/tree.ts'
import { element, type PageElement } from './controls.ts'
import type { HeadingBlock, Whole } from './place.ts'
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

/** Lines of a contents list that has no page of its own. */
const BESIDE = 24

/**
 * A contents list of links without page numbers: right when the file is opened, whatever the fonts and the paper are,
 * and without Word asking to update it. On paper, the numbers of the sections lead the way.
 */
export function contents({ targets, numbers, before, headings, ledger }: Whole): PageElement[] {
  if (targets.size === 0) return []
  const deepest = headings[1].slice(-1)
  const field = (kind: string) => new TextRun({ children: [element('w:fldChar', { 'w:fldCharType': kind })] })
  const instruction = element<TextRun>('w:instrText', { 'xml:space': 'preserve' }, [
    `TOC \\o "1-${deepest}" \\n \\h \\z \\u`,
  ])
  const begin = [field('begin'), new TextRun({ children: [instruction] }), field('separate')]
  const runsOf = (text: string, change: Change | undefined) =>
    tracked(change, ledger, textRuns(text, {}, change))
  const numbered = (heading: HeadingBlock): ParagraphChild[] => {
    const [number, was] = [numbers.get(heading), before.get(heading)]
    if (!number) return []
    const numberRuns = (each: string, change: Change | undefined) =>
      runsOf(heading.schedule ? each : `${each}.`, change)
    const moved = !heading.change && was && was !== number
    return [
      ...(moved
        ? [...numberRuns(was, 'removed'), ...numberRuns(number, 'added')]
        : numberRuns(number, heading.change)),
      ...runsOf('\t', heading.change),
    ]
  }
  const all = [...targets]
  // The field begins and ends in lines that stay, or it would go with one that is taken out.
  const whole = all.filter(([{ change }]) => !change)
  const [first, last] = whole.length > 0 ? [whole[0], whole.at(-1)] : [all[0], all.at(-1)]
  const lines = all.map((line) => {
    const [heading, target] = line
    const text = heading.inlines.flatMap((inline) =>
      runsOf('text' in inline ? clean(inline.text).replace(/\s+/g, ' ') : ' ', inline.change),
    )
    const link = element<TextRun>('w:hyperlink', { 'w:anchor': target, 'w:history': 1 }, [
      ...numbered(heading),
      ...text,
    ])
    return new Paragraph({
      style: headings[heading.level - 1] === 'Heading2' ? 'TOC2' : 'TOC1',
      ...ending(heading.change, ledger),
      children: [...(line === first ? begin : []), link, ...(line === last ? [field('end')] : [])],
    })
  })
  const isLong = all.length > BESIDE
  return [
    new Paragraph({ style: 'TOCHeading', text: 'Contents', ...(isLong && { pageBreakBefore: true }) }),
    ...lines,
  ]
}
