import type { Inline } from './document.ts'

const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Control characters, halves of surrogate pairs, and marks that are no characters: XML and email cannot carry them. */
const UNWRITABLE = /[\0-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]|\p{Surrogate}/gu
const LINKS = /^(https?:\/\/|mailto:|tel:|#)/i

/** Nothing but letters and marks in which there is neither of these, as in nearly every text: that is told in one look. */
const CLEAN = /^[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff]*$/

/** Text that every format can carry: its line ends are all \n, and what XML and email cannot hold is gone. */
export const clean = (text: string): string =>
  CLEAN.test(text) ? text : text.replace(LINE_END, '\n').replace(UNWRITABLE, '')

/** What turns the direction of a text, or is there without being seen. Flags of countries within one are written in tags. */
const UNSEEN =
  /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]|[\u{e0100}-\u{e01ef}]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6})[\u{e0000}-\u{e007f}]/gu

/** Text that shows all that it says, and does nothing else to a terminal. */
export const onScreen = (text: string): string => clean(text).replace(UNSEEN, '')

const asEscape = (characters: string): string =>
  characters.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** JSON that stands for the same data, in which all that a terminal would obey or not show is written as an escape. */
export const plainJson = (data: unknown): string =>
  JSON.stringify(data, null, 2)
    .replace(/[\u2028\u2029]/g, asEscape)
    .replace(UNWRITABLE, asEscape)
    .replace(UNSEEN, asEscape)

/** Text cleaned and set on one line, for titles, names and headers. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim()

export type TextRun = Exclude<Inline, { kind: 'break' }>

/**
 * Inlines cleaned, a list for each line. A line end inside a text is a break, and one that was taken out a space; a link that
 * could run something is only its text.
 */
export function runsByLine(inlines: Inline[]): TextRun[][] {
  const all: TextRun[][] = [[]]
  for (const inline of inlines) {
    if (inline.kind === 'break') {
      if (inline.change === 'removed') all.at(-1)!.push({ kind: 'text', text: ' ', change: 'removed' })
      else all.push([])
    } else if (inline.kind === 'blank') all.at(-1)!.push({ ...inline, text: oneLine(inline.text) })
    else {
      const { href, ...style } = inline
      const link =
        href && LINKS.test(href) ? { href: clean(href).replace(/[\s<>"]/g, encodeURIComponent) } : {}
      clean(inline.text)
        .split('\n')
        .forEach((text, n) => {
          if (n > 0) all.push([])
          if (text) all.at(-1)!.push({ ...style, ...link, text })
        })
    }
  }
  const isEmpty = (line: TextRun[] | undefined) =>
    line?.every((run) => run.kind === 'text' && !run.text.trim())
  while (isEmpty(all[0])) all.shift()
  while (isEmpty(all.at(-1))) all.pop()
  return all
}

/** The words of inlines, a text for each line; a blank stands in brackets. */
export const textByLine = (inlines: Inline[]): string[] =>
  runsByLine(inlines).map((line) =>
    line.map((run) => (run.kind === 'blank' ? `[${run.text}]` : run.text)).join(''),
  )

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as HTML and SVG have it, in which nothing is markup. */
export const safe = (text: string): string => text.replace(/[&<>"]/g, (it) => ENTITIES[it]!)
