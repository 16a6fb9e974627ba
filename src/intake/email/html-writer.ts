import type { QuotedLine } from '../quoted-lines.ts'

/** Lines that an element wants between itself and what stands around it, counting the end of the line. */
export type LineGap = 0 | 1 | 2

/** Whether nothing shows. A space that does not break does: a line of one is an empty line. */
const isEmpty = (text: string): boolean => /^[ \t\n]*$/.test(text)

/** Sets words in lines: what comes between two words is the widest gap that was wanted between them. */
export function setting() {
  const all: QuotedLine[] = []
  /** The line that is being set, by the piece: long lines come in very many. */
  let line: string[] = []
  let depth = 0
  let endsInSpace = true
  let gap: LineGap = 0
  let mark = ''
  let isNextCell = false
  let rowHasWords = false

  const close = () => {
    const text = line.join('')
    if (!isEmpty(text)) all.push({ depth, text: text.replaceAll('\u00a0', ' ').trimEnd() })
    line = []
    endsInSpace = true
  }
  const part = (at: number) => {
    const isParagraph = gap === 2 && all.length + line.length > 0
    if (gap > 0) close()
    if (isParagraph) all.push({ depth: at, text: '' })
    gap = 0
  }
  const add = (words: string) => {
    if (words !== '') line.push(words)
    if (words !== '') endsInSpace = /[ \t]$/.test(words)
  }
  return {
    say(words: string, at: number) {
      const shows = !isEmpty(words)
      if (gap > 0 && !shows) return
      if (isNextCell && shows) gap = 0
      part(at)
      if (line.length === 0) depth = at
      if (shows) {
        if (isNextCell) add('\t')
        if (mark) add(mark)
        mark = ''
        isNextCell = false
        rowHasWords = true
      }
      add(endsInSpace ? words.replace(/^[ \n]+/, '') : words)
    },
    /** A line ends here, even if it is empty. */
    end(at: number) {
      part(at)
      if (line.every(isEmpty)) all.push({ depth: at, text: '' })
      close()
    },
    want(wanted: LineGap) {
      if (wanted > gap) gap = wanted
    },
    /** The next words begin with this mark. */
    mark(with_: string) {
      mark = with_
    },
    row() {
      rowHasWords = false
      isNextCell = false
    },
    /** The next words stand in a cell: on the same line as those before them in the row. */
    cell() {
      isNextCell = rowHasWords
    },
    cellEnd() {
      if (gap === 2) gap = 1
    },
    /** The message begins that is replied to. */
    start() {
      close()
      all.push({ depth: 1, text: '', starts: true })
    },
    lines(): QuotedLine[] {
      close()
      return all
    },
  }
}
