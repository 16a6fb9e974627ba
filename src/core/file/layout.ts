import { COLUMNS } from './partnership.ts'
import { inline, isPlain, literal } from './scalar.ts'
import { isRecord } from './walk.ts'

/** Values as lines of YAML, in the habits of the file they go into. */

export type Value = string | number | null | Value[] | { [key: string]: Value }

/** How far things stand in: what is under a key, the dashes of a list under a key, what is after a dash. */
export type Style = { step: number; list: number; item: number; quotes: boolean }

/** What follows the colon or the dash, and the lines below it. */
type Layout = { head: string; body: string[] }

const PROSE = COLUMNS.flatMap(({ name, prose }) => (prose ? name : []))
const BRIEF = COLUMNS.flatMap(({ name, brief }) => (brief ? name : []))
const pad = (col: number) => ' '.repeat(col)

/** A value under a key or a dash that stands in column `col`; `comment` goes above the first item of a list. */
export function layOut(
  value: Value,
  key: string | number,
  col: number,
  style: Style,
  comment: string[] = [],
): Layout {
  if (value === null) return { head: '', body: [] }
  if (typeof value === 'number') return { head: String(value), body: [] }
  if (typeof value === 'string') return scalar(value, key, col, style)
  if (Array.isArray(value)) {
    if (BRIEF.includes(String(key))) return { head: flow(value), body: [] }
    const items = value.flatMap((each, n) => itemLines(each, col + style.list, style, n === 0 ? comment : []))
    return { head: items.length === 0 ? '[]' : '', body: items }
  }
  const pairs = Object.entries(value).flatMap(([name, each]) =>
    pairLines(name, each, col + style.step, style, comment),
  )
  return { head: pairs.length === 0 ? '{}' : '', body: pairs }
}

function scalar(text: string, key: string | number, col: number, { step, quotes }: Style): Layout {
  const isProse =
    PROSE.includes(String(key)) || text.includes('\n') || (text.length > 70 && !isPlain(text, false))
  const block = isProse && !quotes ? literal(text, step) : undefined
  if (!block) return { head: inline(text, false), body: [] }
  return { head: block.head, body: block.lines.map((line) => (line === '' ? '' : pad(col + step) + line)) }
}

export function pairLines(
  key: string,
  value: Value,
  col: number,
  style: Style,
  comment: string[] = [],
): string[] {
  const { head, body } = layOut(value, key, col, style, comment)
  return [`${pad(col)}${inline(key, false)}:${head && ` ${head}`}`, ...body]
}

export function itemLines(value: Value, col: number, style: Style, comment: string[] = []): string[] {
  const above = comment.map((line) => pad(col) + line)
  const dash = `${pad(col)}-`
  if (isRecord(value) && Object.keys(value).length > 0) {
    const [first, ...others] = Object.entries(value).flatMap(([key, each]) =>
      pairLines(key, each, col + style.item, style),
    )
    return [...above, dash + first!.slice(col + 1), ...others]
  }
  const { head, body } = layOut(value, '', col, { ...style, list: style.list || style.step })
  return [...above, `${dash}${head && ` ${head}`}`, ...body]
}

/** On one line, as inside brackets. */
export function flow(value: Value): string {
  if (value === null) return ''
  if (!isRecord(value) && !Array.isArray(value))
    return typeof value === 'number' ? String(value) : inline(value, true)
  if (Array.isArray(value)) return `[${value.map((each) => flow(each) || 'null').join(', ')}]`
  const pairs = Object.entries(value).map(([key, each]) => `${inline(key, true)}: ${flow(each)}`.trimEnd())
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}
