import { Transform } from 'node:stream'

const START = '\x1b[200~'
const END = '\x1b[201~'
/** Stands for a line end inside a line that is being edited. */
export const LINE_END = '⏎'

/** Asks the terminal to say where a paste begins and ends, or no longer to. */
export const MARKED = { on: '\x1b[?2004h', off: '\x1b[?2004l' }

/**
 * What is typed, in which a paste of several lines stays one: its line ends would each answer a question, and all but
 * the first of its lines would be lost.
 */
export class Pasteable extends Transform {
  private inPaste = false
  private rest = ''

  override _transform(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    let text = this.rest + chunk.toString('utf8')
    this.rest = ''
    for (;;) {
      const mark = this.inPaste ? END : START
      const at = text.indexOf(mark)
      if (at < 0) break
      this.send(text.slice(0, at))
      this.inPaste = !this.inPaste
      text = text.slice(at + mark.length)
    }
    // A mark may come in two pieces.
    const begun = /\x1b\[(2(0([01]~?)?)?)$/.exec(text)
    if (begun) this.rest = text.slice(begun.index)
    this.send(begun ? text.slice(0, begun.index) : text)
    done()
  }

  private send(text: string): void {
    const words = this.inPaste ? text.replace(/(\r\n?|\n)$/, '').replace(/\r\n?|\n/g, LINE_END) : text
    if (words !== '') this.push(words)
  }
}
