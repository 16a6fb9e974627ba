import { Paragraph, Tab, TextRun } from 'docx'
import { oneLine } from '../../clean.ts'
import { type Document, everyBlock } from '../../document.ts'
import { element, type Flow } from './controls.ts'
import { plain } from './inlines.ts'
import type { Heading, Sheet } from './place.ts'
import { guarded } from './text.ts'

/** The headings a contents list names, with the bookmark of each. */
export function targetsOf({ contents, blocks }: Document, title: Heading | undefined): Map<Heading, string> {
  const all = contents ? [...everyBlock(blocks)].filter((block) => block.kind === 'heading') : []
  const named = all.filter((heading) => heading !== title && heading.level < 3)
  return new Map(named.map((heading, n) => [heading, `_Toc${100_000_001 + n}`]))
}

/**
 * A contents list of links without page numbers: right when the file is opened, whatever the fonts and the paper are,
 * and without Word asking to update it. On paper, the numbers of the sections lead the way.
 */
export function contents({ targets, numbers, headings }: Sheet): Flow[] {
  if (targets.size === 0) return []
  const deepest = headings[1].slice(-1)
  const field = (kind: string) => new TextRun({ children: [element('w:fldChar', { 'w:fldCharType': kind })] })
  const instruction = element<TextRun>('w:instrText', { 'xml:space': 'preserve' }, [
    `TOC \\o "1-${deepest}" \\n \\h \\z \\u`,
  ])
  const begin = [field('begin'), new TextRun({ children: [instruction] }), field('separate')]
  const lines = [...targets].map(([heading, target], n) => {
    const number = numbers.get(heading)
    const words = [
      ...(number ? [new TextRun({ text: `${number}.` }), new TextRun({ children: [new Tab()] })] : []),
      new TextRun({ text: guarded(oneLine(plain(heading.inlines))) }),
    ]
    const link = element<TextRun>('w:hyperlink', { 'w:anchor': target, 'w:history': 1 }, words)
    return new Paragraph({
      style: headings[heading.level - 1] === 'Heading2' ? 'TOC2' : 'TOC1',
      children: [...(n === 0 ? begin : []), link, ...(n === targets.size - 1 ? [field('end')] : [])],
    })
  })
  return [new Paragraph({ style: 'TOCHeading', text: 'Contents' }), ...lines]
}
