import { HjpError } from '../errors.ts'
import type { InTable } from './grid.ts'

/** A line of a reply, and how many times it is quoted: 0 is what the sender may have typed. */
export type QuotedLine = {
  depth: number
  text: string
  /** Here the message begins that is replied to, as the mail program says. */
  starts?: true
  /** It stands in what the mail program marks as a signature. */
  isSigned?: true
  /** What was struck out of it, which is not in its text. */
  struck?: string
  /** The table of a page that all of it stands in. */
  table?: PageTable
}

/** A table of a page, by its rows, each with its cells; it may stand within another. */
export type PageTable = { rows: (InTable & { struck: string })[][]; within: PageTable | undefined }

export const textOfLines = (lines: QuotedLine[]): string => lines.map(({ text }) => text).join('\n')

/** Lines as a plain text has them, with a mark for each time that one is quoted. */
export const textWithMarks = (lines: QuotedLine[]): string =>
  lines.map(({ depth, text }) => `${'> '.repeat(depth)}${text}`).join('\n')

/** How lines were wrapped: not at all, softly with a space left at the end, or with one added (RFC 3676, DelSp). */
export type LineFlow = 'fixed' | 'flowed' | 'flowed-added'

/** Letters in a reply, about a hundred pages: far past any, and little enough to be read at once. */
export const LETTERS = 300_000
/** Letters looked through to find where lines were wrapped. */
const SEARCHED = 500_000_000
/** A line that is shorter was not wrapped by a program. */
const WRAPPED = 50
const QUOTED = /^(?:> ?)*>/
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/
const SIGNATURE = /^--\s*$/

/** Plain text by the line, with its quoting. Throws HjpError longReply. */
export function quotedLines(text: string, flow: LineFlow): QuotedLine[] {
  if (text.length > LETTERS) throw new HjpError('longReply')
  const all: QuotedLine[] = []
  let runsOn = false
  for (const raw of text.split(LINE_END)) {
    const marks = QUOTED.exec(raw)?.[0] ?? ''
    const depth = marks.replaceAll(' ', '').length
    const after = raw.slice(marks.length)
    const words = flow !== 'fixed' || depth > 0 ? after.replace(/^ /, '') : after
    const last = all.at(-1)
    if (runsOn && last?.depth === depth && !SIGNATURE.test(words)) last.text += words
    else all.push({ depth, text: words })
    runsOn = flow !== 'fixed' && words.endsWith(' ') && words.trim() !== '' && !SIGNATURE.test(words)
    if (runsOn && flow === 'flowed-added') all.at(-1)!.text = all.at(-1)!.text.slice(0, -1)
  }
  return all
}

/** Text that does not say how it was wrapped: where only lines that could go on end with a space, long ones do. */
export function quotedLinesOfText(text: string): QuotedLine[] {
  const all: QuotedLine[] = []
  const fixed = quotedLines(text, 'fixed')
  if (fixed.some((line, n) => line.text.endsWith(' ') && !fixed[n + 1]?.text.trim())) return fixed
  let runsOn = false
  for (const { depth, text: words } of fixed) {
    const last = all.at(-1)
    if (runsOn && last?.depth === depth) last.text += words.trimStart()
    else all.push({ depth, text: words })
    runsOn = words.length >= WRAPPED && words.endsWith(' ')
  }
  return all
}

/** Lines with those marked that stand in a signature where the same message, in HTML, has one that is marked. */
export function signedAs(plain: QuotedLine[], html: QuotedLine[]): QuotedLine[] {
  const all = [...plain]
  for (const box of boxesIn(html))
    for (let n = 0; n < all.length; n++) {
      let [words, end] = ['', n]
      while (
        end < all.length &&
        all[end]!.depth === 0 &&
        `${box} `.startsWith(`${words}${spaced(all[end]!.text)} `)
      ) {
        words = `${words}${spaced(all[end]!.text)} `.trimStart()
        end++
      }
      if (words.trim() === box) for (let at = n; at < end; at++) all[at] = { ...all[at]!, isSigned: true }
    }
  return all
}

/** What stands in each signature that is marked, on one line. */
function boxesIn(lines: QuotedLine[]): string[] {
  const boxes: string[] = []
  let isOpen = false
  for (const { isSigned, text } of lines) {
    if (isSigned) boxes.push(isOpen ? `${boxes.pop()} ${spaced(text)}` : spaced(text))
    isOpen = isSigned === true || (isOpen && text === '')
  }
  return boxes.map(spaced).filter(Boolean)
}

/**
 * Lines with those joined again that a program wrapped, where the same message, unwrapped, has them as one. What was typed on
 * lines of its own stays so.
 */
export function unwrapped(wrapped: QuotedLine[], whole: QuotedLine[]): QuotedLine[] {
  const wholeText = `\n${whole.map(({ text }) => spaced(text)).join('\n')}\n`
  if (wholeText.length * wrapped.length > SEARCHED) return wrapped
  const all: QuotedLine[] = []
  let last = ''
  for (const line of wrapped) {
    const text = spaced(line.text)
    const isOne =
      last.length >= WRAPPED &&
      text !== '' &&
      wholeText.includes(`${last.slice(-WRAPPED)} ${text.slice(0, WRAPPED)}`)
    if (isOne && line.depth === all.at(-1)!.depth)
      all.push({ ...line, text: `${all.pop()!.text.trimEnd()} ${text}` })
    else all.push(line)
    last = text
  }
  return all
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()
