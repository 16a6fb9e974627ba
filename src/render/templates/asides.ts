import type { WorksheetRow } from '../../core/agreement/worksheet.ts'
import type { Picture } from '../../core/tools/picture.ts'
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

/** A picture takes about as long to draw as so many letters to write. */
const DRAWING = 25_000

/** How much of a document something is that was set aside. */
export function lettersOf(aside: Aside): number {
  if ('text' in aside) return aside.text.length
  if ('inlines' in aside) return aside.inlines.length
  const pictures = aside.blocks.filter(({ kind }) => kind === 'picture').length
  return pictures > 0 ? pictures * DRAWING : JSON.stringify(aside.blocks).length
}
