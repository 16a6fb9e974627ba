import type { QuotedLine } from '../quoted-lines.ts'
import { TableReader } from './html-tables.ts'
import { type LineGap, LineWriter } from './html-writer.ts'

/** Sets the words of a page in lines, and those of its tables by the cell, too. */
export class PageWriter {
  readonly #writer = new LineWriter()
  readonly #tables = new TableReader()
  /** Elements that strike out what is in them and are open. */
  #struck = 0

  open(name: string, given: Record<string, string>): void {
    this.#tables.open(name, given)
    this.#writer.within(this.#tables.table)
    if (name === 'tr') this.#writer.row()
    if (/^t[dh]$/.test(name)) this.#writer.cell()
  }

  close(name: string): void {
    if (/^t[dh]$/.test(name)) this.#writer.cellEnd()
    if (name === 'tr') this.#writer.row()
    this.#tables.close(name)
    this.#writer.within(this.#tables.table)
  }

  say(words: string, depth: number): void {
    if (this.#struck > 0) {
      this.#writer.strike(words, depth)
      this.#tables.aside('struck', words)
    } else {
      this.#writer.say(words, depth)
      this.#tables.writer?.say(words, depth)
    }
  }

  hide(words: string): void {
    this.#tables.aside('hidden', words)
  }

  strike(by: 1 | -1): void {
    this.#struck += by
  }

  end(depth: number): void {
    this.#writer.end(depth)
    this.#tables.writer?.end(depth)
  }

  want(gap: LineGap): void {
    this.#writer.want(gap)
    this.#tables.writer?.want(gap)
  }

  mark(mark: string): void {
    this.#writer.mark(mark)
    this.#tables.writer?.mark(mark)
  }

  sign(isSigned: boolean): void {
    this.#writer.sign(isSigned)
  }

  start(): void {
    this.#writer.start()
  }

  lines(): QuotedLine[] {
    return this.#writer.lines()
  }
}
