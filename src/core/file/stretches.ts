import type { Document } from 'yaml'
import { type Marks, readRegular } from './quick-yaml.ts'
import { treeOf } from './tree.ts'
import type { Path } from './walk.ts'

/** Some of a text that reads by itself: where it starts, its nodes, and where among them a path of the whole leads. */
export type Stretch = { text: string; start: number; document: Document; path: Path }
/** The least part of a text that has all that is at a path. The nodes of a whole file take long to make. */
export type Stretches = (path: Path) => Stretch

/** Of a text that has been read already, and has no part but the whole. */
export const wholeStretch =
  (text: string, document: Document): Stretches =>
  (path) => ({ text, start: 0, document, path })

/** Of a regular text: the key or the item of a list in which the path ends, or the nearest around it that has lines of its own. */
export function stretchesOf(text: string): Stretches {
  const made = new Map<string, Document>()
  let spanOf: ReturnType<typeof spansIn> | undefined
  return (path) => {
    spanOf ??= spansIn(text)
    const { start, end, within } = spanOf(path)
    const piece = text.slice(start, end)
    const document = made.get(`${start} ${end}`) ?? treeOf(piece)
    made.set(`${start} ${end}`, document)
    return { text: piece, start, document, path: within }
  }
}

/** Where it starts and ends, and the path within it. */
type Span = { start: number; end: number; within: Path }

function spansIn(text: string): (path: Path) => Span {
  const marks: Marks = new Map()
  const data = readRegular(text, marks)
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  /** Where the line of a key or an item starts; -1 where something stands before it there. */
  const lineOf = ({ line, col }: { line: number; col: number }, isItem: boolean): number => {
    const start = lines[line - 1]!
    return (isItem ? /^ *- +$/ : /^ *$/).test(text.slice(start, start + col - 1)) ? start : -1
  }
  /** From there to the line of what comes next in the same mapping or list, or to where that ends. */
  const span = (inside: unknown, step: Path[number], end: number) => {
    const all = [...(marks.get(inside as object) ?? [])]
    const at = all.findIndex(([each]) => each === step)
    const [start = -1, next = end] = [all[at], all[at + 1]].map(
      (each) => each && lineOf(each[1], Array.isArray(inside)),
    )
    return start < 0 || next < start ? undefined : { start, end: next }
  }
  return (path) => {
    let found: Span = { start: 0, end: text.length, within: path }
    let inside = data
    for (const [n, step] of path.entries()) {
      const next = span(inside, step, found.end)
      if (!next) return found
      const first = Array.isArray(inside) ? 0 : step
      found = { ...next, within: [first, ...path.slice(n + 1)] }
      inside = (inside as Record<Path[number], unknown>)[step]
    }
    return found
  }
}
