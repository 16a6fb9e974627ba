import type { WorksheetRow } from '../../core/agreement/worksheet.ts'
import type { Picture } from '../../core/tools/picture.ts'
import { everyBlock, plain } from '../document/tree.ts'
import type { Section } from './library.ts'
import type { Aside } from './placeholder.ts'

/** The lists that each sort of picture is made of. */
const LISTS: Record<Picture['sort'], string[]> = {
  graph: ['above', 'columns', 'arrows', 'below'],
  grid: ['cells'],
  timeline: ['span', 'rows'],
  trend: ['points', 'lines'],
  share: ['of'],
  spread: ['rows'],
}

/** Whether a value is a picture of ours, and not something of the file that a template took for one. */
export function isPicture(value: unknown): value is Picture {
  if (typeof value !== 'object' || value === null) return false
  const own = new Map<string, unknown>(Object.entries(value))
  const lists = Object.entries(LISTS).find(([sort]) => sort === own.get('sort'))?.[1]
  return lists?.every((list) => Array.isArray(own.get(list))) === true
}

/** Whether a value is a section, and not a row that goes by a name. */
export const isSection = (value: unknown): value is Section =>
  typeof value === 'object' && value !== null && 'template' in value && 'title' in value

/** Whether a value is the questions of a worksheet. */
export const arePlaces = (value: unknown): value is WorksheetRow[] =>
  Array.isArray(value) &&
  value.every(
    (row) => typeof row?.prompt === 'string' && typeof row.ask === 'string' && Array.isArray(row.others),
  )

/** A picture takes about as long to draw as so many letters to write, and any other block as this many. */
const [DRAWING, A_BLOCK] = [25_000, 50]

/** How much of a document something is that was set aside. */
export function lettersOf(aside: Aside): number {
  if ('text' in aside) return aside.text.length
  if ('inlines' in aside) return aside.inlines.length
  let letters = 0
  for (const block of everyBlock(aside.blocks)) {
    letters += block.kind === 'picture' ? DRAWING : A_BLOCK
    if ('inlines' in block) letters += plain(block.inlines).length
  }
  return letters
}
