import { plainWords } from './plain-words.ts'

/** A word of a copy that came back. One that `opens` is the first of its line, or in Word of its paragraph. */
export type CopyWord = { text: string; opens: boolean }

/** The words of lines. */
export const wordsByLine = (lines: string[]): CopyWord[] =>
  lines.flatMap((line) => plainWords(line).map((text, n) => ({ text, opens: n === 0 })))

/** Pieces that a narrow column breaks a word into. */
const PIECES = 6
/** Lines at either end of a page that may be its head or foot. */
const EDGE = 3

/**
 * The words of a text that was made of printed pages. What stands above or below them is left out: `frames` are lines that do, and any
 * other is known by standing there on half of the pages. Words that a line end broke are whole again, as `known` has them.
 */
export function wordsOfPages(text: string, frames: string[], known: Set<string>): CopyWord[] {
  const pages = text.split('\f').map((page) => page.split('\n').filter((line) => line.trim() !== ''))
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const shape of new Set([...page.slice(0, EDGE), ...page.slice(-EDGE)].map(shapeOf)))
      seen.set(shape, (seen.get(shape) ?? 0) + 1)
  const ours = new Set(frames.map(shapeOf))
  const often = Math.max(3, pages.length / 2)
  const isFrame = (line: string, n: number, page: string[]) =>
    ours.has(shapeOf(line)) ||
    ((n < EDGE || n >= page.length - EDGE) && (seen.get(shapeOf(line)) ?? 0) >= often)
  return whole(wordsByLine(pages.flatMap((page) => page.filter((line, n) => !isFrame(line, n, page)))), known)
}

/** A line without its numbers, which differ from page to page. */
const shapeOf = (line: string): string => plainWords(line.replace(/\d+/g, '0')).join(' ')

/** Words that were broken at line ends, put together where the parts are no words of the agreement, and the whole is. */
function whole(words: CopyWord[], known: Set<string>): CopyWord[] {
  const all: CopyWord[] = []
  for (let at = 0; at < words.length; ) {
    const pieces = 1 + [...Array(PIECES).keys()].findIndex((n) => !words[at + n + 1]?.opens)
    const longest = Array.from({ length: Math.max(0, pieces - 1) }, (_, n) => pieces - n)
    const found = longest.flatMap((many) => {
      const parts = words.slice(at, at + many).map(({ text }) => text)
      if (parts.every((part) => known.has(part))) return []
      const joined = [parts.join(''), parts.map((part) => part.replace(/-$/, '')).join('')]
      const text = joined.find((each) => known.has(each))
      return text ? [{ many, text }] : []
    })[0]
    all.push(found ? { text: found.text, opens: words[at]!.opens } : words[at]!)
    at += found?.many ?? 1
  }
  return all
}
