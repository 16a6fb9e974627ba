import { type Document, isCollection, isMap, isScalar, type Node } from 'yaml'
import type { DataChange } from './edits.ts'
import { usualPlace } from './key-order.ts'
import { flow, itemLines, layOut, pairLines, type Style, type Value } from './layout.ts'
import { inline } from './scalar.ts'
import {
  columnOf,
  endOf,
  findSlot,
  isBlock,
  isFilled,
  isFlow,
  lineEnd,
  nextLine,
  type Slot,
  slotsIn,
} from './slot.ts'

/** A stretch of a text to be replaced. */
export type Splice = { start: number; end: number; text: string }

/** How a change is made in a text whose last line is ended; not at all where the text has no place for it. */
export function splicesFor(text: string, document: Document, change: DataChange, style: Style): Splice[] {
  const { kind, path, value, comment, apart = false } = change
  const [last, above] = [path.at(-1) ?? '', path.at(-2) ?? '']
  const slot = findSlot(text, document, kind === 'write' ? path : path.slice(0, -1))
  if (!slot) return []
  if (kind === 'gone') return remove(text, slot, Number(last))
  if (kind === 'out') return takeOut(text, slot, last)
  if (kind === 'write') return write(text, slot, value, last, style, comment)
  if (!slot.inFlow && isBare(text, slot.node!))
    return write(text, slot, kind === 'key' ? { [last]: value } : [value], above, style, comment)
  const insert = isFlow(slot.node) ? insertInFlow : insertInBlock
  const [first] = slotsIn(text, slot)
  const isTall = first !== undefined && text.slice(first.from, endOf(text, first)).trimEnd().includes('\n')
  return [insert(text, slot, last, value, style, comment, comment.length > 0 || (apart && isTall))]
}

/** Empty brackets without so much as a comment in them. */
const isBare = (text: string, node: Node): boolean =>
  /^(\{\s*\}|\[\s*\])$/.test(text.slice(node.range![0], node.range![1]))

/** Puts a value in its place; what ends the line, a comment perhaps, stays. */
function write(
  text: string,
  slot: Slot,
  value: Value,
  key: string | number,
  style: Style,
  comment: string[],
): Splice[] {
  const { node, from, lead } = slot
  if (isCollection(node) && !isBare(text, node)) return []
  const [start, end] = isFilled(slot) ? [node!.range![0], node!.range![1]] : [from, from]
  if (slot.inFlow) return [{ start, end, text: isFilled(slot) ? flow(value) : `${lead} ${flow(value)}` }]

  const { head, body } = layOut(value, key, slot.col, style, comment)
  const gap = text.slice(from, start)
  const isBeside = gap.trim() === '' && (head === '' || gap === '' || gap.includes('\n'))
  const headEnd = isBlock(node) ? start + /^[|>][-+\d]*/.exec(text.slice(start, start + 4))![0].length : end
  const rest = text.slice(headEnd, lineEnd(text, headEnd))
  const bodyStart = nextLine(text, headEnd)
  return [
    {
      start: isBeside ? from : start,
      end: rest.trim() === '' ? headEnd + rest.length : headEnd,
      text: isBeside && head !== '' ? ` ${head}` : head,
    },
    { start: bodyStart, end: isBlock(node) ? nextLine(text, end - 1) : bodyStart, text: ended(body, text) },
  ]
}

const ended = (lines: string[], text: string) => [...lines, ''].join(lineBreak(text))
export const lineBreak = (text: string): string => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n')

function insertInFlow(text: string, slot: Slot, last: string | number, value: Value): Splice {
  const inside = slotsIn(text, slot)
  const piece =
    typeof last === 'number' ? flow(value) || 'null' : `${inline(last, true)}: ${flow(value)}`.trimEnd()
  const before = inside[indexOf(slot, last) - 1]
  if (before) return added(isFilled(before) ? before.node!.range![1] : before.from, `, ${piece}`)
  const start = slot.node!.range![0] + 1
  if (inside.length > 0) return added(start + /^\s*/.exec(text.slice(start))![0].length, `${piece}, `)
  return added(start, isMap(slot.node) ? ` ${piece} ` : piece)
}

const added = (at: number, text: string): Splice => ({ start: at, end: at, text })

function insertInBlock(
  text: string,
  slot: Slot,
  last: string | number,
  value: Value,
  style: Style,
  comment: string[],
  apart: boolean,
): Splice {
  const inside = slotsIn(text, slot)
  const col = columnOf(text, slot)
  const lines =
    typeof last === 'string'
      ? pairLines(last, value, col, style, comment)
      : itemLines(value, col, style, comment)
  const before = inside[indexOf(slot, last) - 1]
  const isAiry = typeof last === 'number' && !style.quotes && isSpaced(text, inside, apart)
  if (before)
    return added(pastNotes(text, endOf(text, before), col), ended(isAiry ? ['', ...lines] : lines, text))
  const start = slot.node!.range![0]
  if (typeof last === 'string') return added(start, ended(lines, text).slice(col) + ' '.repeat(col))
  return added(beforeNotes(text, start - col), ended(isAiry ? [...lines, ''] : lines, text))
}

/** Takes away an item; the first goes only where all do. A comment above it stays, and so does the comma before that. */
function remove(text: string, list: Slot, at: number): Splice[] {
  const inside = slotsIn(text, list)
  const [before, slot] = [inside[at - 1], inside[at]]
  if (!slot) return []
  if (!slot.inFlow)
    return [
      ...(before ? [] : [added(list.from, ' []')]),
      { start: text.lastIndexOf('\n', slot.from) + 1, end: endOf(text, slot), text: '' },
    ]
  const [start, end] = slot.node!.range!
  const from = before ? before.node!.range![1] : start
  return [{ start: text.slice(from, start).includes('#') ? start : from, end, text: '' }]
}

/** Takes away one key or item, and leaves the others. A comment above it stays. */
function takeOut(text: string, around: Slot, last: string | number): Splice[] {
  const { node } = around
  const inside = slotsIn(text, around)
  const at = isMap(node)
    ? node.items.findIndex(({ key }) => isScalar(key) && key.value === last)
    : Number(last)
  const slot = inside[at]
  if (!slot) return []
  const start = isMap(node) ? (node.items[at]!.key as Node).range![0] : slot.from - (slot.inFlow ? 0 : 1)
  const end = (each: Slot) => (isFilled(each) ? each.node!.range![1] : each.from)
  if (slot.inFlow) {
    const next = inside[at + 1]
    if (at > 0) return [{ start: end(inside[at - 1]!), end: end(slot), text: '' }]
    if (!next) return [{ start, end: end(slot), text: '' }]
    const nextStart = isMap(node) ? (node.items[1]!.key as Node).range![0] : next.node!.range![0]
    return [{ start, end: nextStart, text: '' }]
  }
  const line = text.lastIndexOf('\n', start) + 1
  // What stands before it on its line is the dash of the item that it is the first key of: the next key takes its place.
  if (text.slice(line, start).trim() !== '') {
    const second = isMap(node) && (node.items[1]?.key as Node | undefined)?.range
    return second && at === 0 ? [{ start, end: second[0], text: '' }] : []
  }
  const brackets = isMap(node) ? ' {}' : ' []'
  return [
    ...(inside.length === 1 ? [added(around.from, brackets)] : []),
    isMap(node)
      ? { start: line, end: endOf(text, slot), text: '' }
      : { ...withGap(text, line, inside, at), text: '' },
  ]
}

/** An item that starts with a line, and the blank lines that keep it apart from its neighbour. */
function withGap(text: string, line: number, inside: Slot[], at: number): { start: number; end: number } {
  const [before, slot, next] = [inside[at - 1], inside[at]!, inside[at + 1]]
  const end = endOf(text, slot)
  if (!before) return { start: line, end: next ? end + BLANK_LINES.exec(text.slice(end))![0].length : end }
  const after = endOf(text, before)
  const gap = text.slice(after, line)
  return { start: gap.trim() === '' ? after : line, end }
}
const BLANK_LINES = /^(?:[ \t]*\r?\n)*/

/** Where a key or an item comes among its neighbours. */
function indexOf({ node }: Slot, last: string | number): number {
  if (typeof last === 'number' || !isMap(node)) return Number(last)
  return usualPlace(
    node.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')),
    last,
  )
}

/** A blank line stands between items where it stands between the first two; `apart` is how a second one stands. */
const isSpaced = (text: string, [first, second]: Slot[], apart: boolean): boolean =>
  first && second ? /^[ \t]*\r?\n/m.test(text.slice(endOf(text, first), second.from)) : apart

/** Comments that stand further in than what comes next still belong to what came before. */
function pastNotes(text: string, at: number, col: number): number {
  const line = text.slice(at, nextLine(text, at))
  return /^ *#/.test(line) && line.indexOf('#') > col ? pastNotes(text, at + line.length, col) : at
}

/** Comments right above a line belong to it. */
function beforeNotes(text: string, at: number): number {
  const above = text.lastIndexOf('\n', at - 2) + 1
  return at > 0 && /^[ \t]*#/.test(text.slice(above, at)) ? beforeNotes(text, above) : at
}
