import { Transform } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'

const START = '\x1b[200~'
const END = '\x1b[201~'
/** A paste longer than this would be redrawn letter by letter for many seconds. */
const LONG = 300

/** Asks the terminal to say where a paste begins and ends, or no longer to. */
export const MARKED = { on: '\x1b[?2004h', off: '\x1b[?2004l' }

/**
 * What is typed, in which a paste of several lines, or a long one, is a short stand-in: its line ends would each answer
 * a question, and all but the first of its lines would be lost. `restored` puts the words back.
 */
export class Pasteable extends Transform {
  private readonly pastes: string[] = []
  private readonly decoder = new StringDecoder('utf8')
  private inPaste = false
  private hasBegun = false
  private rest = ''
  private readonly calls: { [key: string]: () => void }

  /** `sleep` is called on Ctrl-Z, and `stop` on Ctrl-D, which would otherwise close what reads, and the question stand for ever. */
  constructor({ sleep, stop }: { sleep: () => void; stop: () => void }) {
    super()
    this.calls = { '\x1a': sleep, '\x04': stop }
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    // Ctrl-D that was typed before the question stood comes as this.
    this.rest += this.hasBegun ? this.decoder.write(chunk) : this.decoder.write(chunk).replace(/^\0/, '\x04')
    this.hasBegun = true
    for (;;) {
      const at = this.rest.indexOf(this.inPaste ? END : START)
      if (at < 0) break
      const before = this.rest.slice(0, at)
      if (this.inPaste) this.paste(before)
      else this.type(before)
      this.rest = this.rest.slice(at + START.length)
      this.inPaste = !this.inPaste
    }
    if (!this.inPaste) {
      // A mark may come in two pieces.
      const begun = /\x1b(\[(2(0(0)?)?)?)?$/.exec(this.rest)?.index ?? this.rest.length
      this.type(this.rest.slice(0, begun))
      this.rest = this.rest.slice(begun)
    }
    done()
  }

  /** The words of a line, with what was pasted in its place. */
  restored(line: string): string {
    return line.replace(/⟦paste (\d+): [^⟧]*⟧/g, (stand, n: string) => this.pastes[Number(n) - 1] ?? stand)
  }

  /** Has the question drawn anew, which only a change of its words does. */
  draw(): void {
    for (const key of [' ', '\x7f']) this.push(key)
  }

  /** Not every terminal marks a paste: more words after a line end, all at once, are one too. */
  private type(text: string): void {
    if (/[\r\n][^\r\n]/.test(text)) this.paste(text)
    // Node 20 scrambles several letters at once in the middle of a line.
    else
      for (const piece of text.includes('\x1b') ? [text] : text)
        if (this.calls[piece]) this.calls[piece]()
        else this.push(piece)
  }

  private paste(text: string): void {
    const words = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '')
    const lines = words.split('\n').length
    if (lines === 1 && words.length <= LONG) this.type(words)
    else {
      const n = this.pastes.push(words)
      this.push(`⟦paste ${n}: ${lines === 1 ? `${words.length} letters` : `${lines} lines`}⟧`)
    }
  }
}
