import type { PageTable, QuotedLine } from '../quoted-lines.ts'

/** Lines that an element wants between itself and what stands around it, counting the end of the line. */
export type LineGap = 0 | 1 | 2

/** Whether nothing shows. A space that does not break does: a line of one is an empty line. */
const isEmpty = (text: string): boolean => /^[ \t\n]*$/.test(text)

/** Sets words in lines: what comes between two words is the widest gap that was wanted between them. */
export class LineWriter {
  readonly #lines: QuotedLine[] = []
  /** The line that is being set, by the piece: long lines come in very many. */
  #line: string[] = []
  #struck = ''
  #depth = 0
  /** Whether what is said now stands in a signature, and whether the line does that is being set. */
  #isSigned = false
  #isLineSigned = false
  /** The table that is open now, and the one that all of the line stands in. */
  #inTable: PageTable | undefined
  #table: PageTable | undefined
  #endsInSpace = true
  #gap: LineGap = 0
  #mark = ''
  #isNextCell = false
  #rowHasWords = false

  say(words: string, depth: number): void {
    const shows = !isEmpty(words)
    if (this.#struck) this.#struck += ' '
    if (this.#gap > 0 && !shows) return
    if (this.#isNextCell && shows) this.#gap = 0
    this.#part(depth)
    if (this.#line.length === 0) [this.#depth, this.#isLineSigned] = [depth, this.#isSigned]
    if (shows) this.#table = this.#line.every(isEmpty) ? this.#inTable : sharedBy(this.#table, this.#inTable)
    if (shows) {
      if (this.#isNextCell) this.#add('\t')
      this.#add(this.#mark)
      this.#mark = ''
      this.#isNextCell = false
      this.#rowHasWords = true
    }
    this.#add(this.#endsInSpace ? words.replace(/^[ \n]+/, '') : words)
  }

  /** Words that were struck out stand beside the line. */
  strike(words: string, depth: number): void {
    if (this.#gap > 0 && isEmpty(words)) return
    if (this.#isNextCell) this.#gap = 0
    this.#part(depth)
    if (this.#line.length === 0 && this.#struck === '') {
      this.#depth = depth
      this.#table = this.#inTable
    }
    this.#struck += words
  }

  /** A line ends here, even if it is empty. */
  end(depth: number): void {
    this.#part(depth)
    if (this.#line.every(isEmpty) && !this.#struck) this.#lines.push({ depth, text: '' })
    this.#close()
  }

  want(gap: LineGap): void {
    if (gap > this.#gap) this.#gap = gap
  }

  /** The next words begin with this mark. */
  mark(mark: string): void {
    this.#mark = mark
  }

  row(): void {
    this.#rowHasWords = false
    this.#isNextCell = false
  }

  /** The next words stand in a cell: on the same line as those before them in the row. */
  cell(): void {
    this.#isNextCell = this.#rowHasWords
  }

  cellEnd(): void {
    if (this.#gap === 2) this.#gap = 1
  }

  /** What comes stands in a signature, or does no more. */
  sign(isSigned: boolean): void {
    this.#isSigned = isSigned
  }

  /** What comes stands in this table, or in none. */
  within(table: PageTable | undefined): void {
    this.#inTable = table
  }

  /** The message begins that is replied to. */
  start(): void {
    this.#close()
    this.#lines.push({ depth: 1, text: '', starts: true })
  }

  lines(): QuotedLine[] {
    this.#close()
    return this.#lines
  }

  #close(): void {
    const text = this.#line.join('')
    const struck = this.#struck.replace(/[ \t\n\u00a0]+/g, ' ').trim()
    if (!isEmpty(text) || struck)
      this.#lines.push({
        depth: this.#depth,
        text: text.replaceAll('\u00a0', ' ').trimEnd(),
        ...(this.#isLineSigned && { isSigned: true }),
        ...(struck && { struck }),
        ...(this.#table && { table: this.#table }),
      })
    this.#line = []
    this.#struck = ''
    this.#table = undefined
    this.#endsInSpace = true
  }

  #part(depth: number): void {
    const isParagraph = this.#gap === 2 && this.#lines.length + this.#line.length > 0
    if (this.#gap > 0) this.#close()
    if (isParagraph) this.#lines.push({ depth, text: '' })
    this.#gap = 0
  }

  #add(words: string): void {
    if (words === '') return
    this.#line.push(words)
    this.#endsInSpace = /[ \t]$/.test(words)
  }
}

/** The innermost table that both stand in. */
function sharedBy(one: PageTable | undefined, other: PageTable | undefined): PageTable | undefined {
  if (one === other) return one
  const around = new Set<PageTable>()
  for (let each = one; each; each = each.within) around.add(each)
  let shared = other
  while (shared && !around.has(shared)) shared = shared.within
  return shared
}
