import type { ListMarker } from './list-marks.ts'
import type { Paragraph } from './paragraph.ts'

/**
 * Paragraphs as a text: an empty line between two, none before the items of a list, and the cells of a row on a line, a tab
 * between. `depth` is how many rows they stand in that are not theirs.
 */
export function passage(all: Paragraph[], depth: number, marker: ListMarker): string {
  const items = all
    .map((paragraph) => ({ paragraph, item: marker(paragraph), words: paragraph.words.trim() }))
    .filter(({ words }) => words !== '')
  const least = items.reduce((found, { item }) => Math.min(found, item?.level ?? found), 8)
  return items
    .map(({ paragraph, item, words }, n) => {
      const indent = item ? '  '.repeat(item.level - least) : ''
      const front = indent + (item?.mark ?? '')
      const lines = words.split('\n').map((line) => line.trim())
      const before = items[n - 1]
      const between = before
        ? gap(
            before.paragraph,
            paragraph,
            depth,
            item !== undefined && (before.item !== undefined || item.mark === '- '),
          )
        : ''
      return between + front + lines.join(`\n${' '.repeat(front.length)}`)
    })
    .join('')
}

function gap(before: Paragraph, after: Paragraph, depth: number, isItem: boolean): string {
  const [one, other] = [before.cells[depth], after.cells[depth]]
  if (one && other) {
    if (one.row === other.row) return one.cell === other.cell ? ' ' : '\t'
    return '\n'
  }
  return isItem && !one && !other ? '\n' : '\n\n'
}
