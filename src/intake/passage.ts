import type { Marker } from './lists.ts'
import type { Paragraph } from './paragraphs.ts'

/**
 * Paragraphs as a text: an empty line between two, none between items of a list, and the cells of a row on a line, a tab between.
 * `depth` is how many rows they stand in that are not theirs.
 */
export function passage(all: Paragraph[], depth: number, marker: Marker): string {
  let text = ''
  let last: { paragraph: Paragraph; isItem: boolean } | undefined
  for (const paragraph of all) {
    const mark = marker(paragraph)
    const words = paragraph.words
      .split('\n')
      .map((line) => line.trim())
      .join(`\n${' '.repeat(mark?.length ?? 0)}`)
      .trim()
    if (words === '') continue
    const between = last ? gap(last.paragraph, paragraph, depth, last.isItem && mark !== undefined) : ''
    text += between + (mark ?? '') + words
    last = { paragraph, isItem: mark !== undefined }
  }
  return text
}

function gap(before: Paragraph, after: Paragraph, depth: number, areItems: boolean): string {
  const [one, other] = [before.cells[depth], after.cells[depth]]
  if (one && other) {
    if (one.row === other.row) return one.cell === other.cell ? ' ' : '\t'
    return '\n'
  }
  return areItems && !one && !other ? '\n' : '\n\n'
}
