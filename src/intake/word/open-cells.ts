import type { Paragraph } from './paragraph.ts'

/** The cells that are open while a body is read, outermost first; one whose row was deleted while changes were tracked `isGone`. */
export class OpenCells {
  readonly #cells: (Paragraph['cells'][number] & { isGone: boolean })[] = []
  #rows = 0

  /** What a tag within these says of rows and cells. */
  open(name: string, value: string | undefined, within: string[]): void {
    if (name === 'w:tr')
      this.#cells.push({ row: this.#rows++, cell: -1, span: 1, isTall: false, isGone: false })
    const at = this.#cells.at(-1)
    if (!at) return
    if (name === 'w:tc') Object.assign(at, { cell: at.cell + at.span, span: 1, isTall: false })
    if (name === 'w:del' && within.at(-1) === 'w:trPr') at.isGone = true
    const isMerge = name === 'w:gridSpan' || name === 'w:vMerge'
    if (!isMerge || within.includes(BEFORE_CHANGE)) return
    if (name === 'w:vMerge') at.isTall = true
    else at.span = spanOf(value)
  }

  closeRow(): void {
    this.#cells.pop()
  }

  get isGone(): boolean {
    return this.#cells.some(({ isGone }) => isGone)
  }

  /** Where a paragraph stands that begins here. */
  now(): Paragraph['cells'] {
    return this.#cells.map(({ isGone: _, ...at }) => at)
  }
}

/** How a cell was before a change of it that was tracked. */
const BEFORE_CHANGE = 'w:tcPrChange'
/** Columns that a cell can span. */
const WIDE = 100
const spanOf = (value = ''): number => Math.min(WIDE, Math.max(1, Math.trunc(Number(value)) || 1))
