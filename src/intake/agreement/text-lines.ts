import { marked, type Token, type Tokens } from 'marked'
import type { RawLine } from './old-lines.ts'
import { rowLine } from './old-tables.ts'

/** Letters of a line where a program, or a hand, breaks it: at least, at most, and how much earlier a hand may break it. */
const [NARROWEST, WIDEST, RAGGED] = [40, 120, 10]
/** What begins a paragraph of its own, however short the line before. */
const BEGINS = /^\s*(?:[-–•*]|\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]|§|(?:clause|article|section)\s+\d)\s*/i

const ENDED = /[.!?:;]["'”’)]*$/
const lengthTo = (line: string, next: string): number => line.length + 1 + next.trim().search(/ |$/)

/** The paragraphs of a plain text. Where empty lines part them, lines that were only broken where they were full are one. */
export function plainLines(text: string): RawLine[] {
  const lines = text.split('\n').map((line) => line.replace(/\t/g, '    ').trimEnd())
  const width = lines.slice(1, -1).includes('') ? widthOf(lines) : undefined
  const all: string[] = []
  for (const [n, line] of lines.entries()) {
    const before = lines[n - 1] ?? ''
    const isFull =
      width !== undefined && lengthTo(before, line) > (ENDED.test(before) ? width : width - RAGGED)
    if (line === '') continue
    if (before !== '' && isFull && !BEGINS.test(line)) all.push(`${all.pop()} ${line.trim()}`)
    else all.push(line.trim())
  }
  return all.map((words) => (words.includes('|') ? rowOf(words) : { words }))
}

/** The width at which most lines were broken that go on in the next; nothing where paragraphs are not broken. A few lines may be longer. */
function widthOf(lines: string[]): number | undefined {
  const broken = lines.flatMap((line, n) => {
    const next = lines[n + 1] ?? ''
    const goesOn = next !== '' && !ENDED.test(line) && !BEGINS.test(next)
    return goesOn ? { from: line.length, to: lengthTo(line, next) } : []
  })
  const votes = (width: number) => broken.filter(({ from, to }) => from <= width && width < to).length
  const [width] = broken
    .map(({ from }) => from)
    .filter((from) => from >= NARROWEST && from <= WIDEST)
    .sort((one, other) => votes(other) - votes(one) || one - other)
  if (width === undefined) return undefined
  const prose = lines.filter(({ length }) => length >= NARROWEST)
  const longer = prose.filter(({ length }) => length > width + RAGGED)
  return longer.length * 4 <= prose.length ? width : undefined
}

/** A row of a table that is drawn with strokes. */
const rowOf = (words: string): RawLine =>
  rowLine(words.replace(/^\s*\||\|\s*$/g, '').split('|'), 'later', false)

/** The paragraphs of a Markdown text. */
export function markdownLines(text: string): RawLine[] {
  const notes = new Map<string, string>()
  const body = text.replace(NOTE, (_, label: string, words: string) => {
    notes.set(label, [...(notes.has(label) ? [notes.get(label)] : []), words.replace(/\s+/g, ' ')].join(' '))
    return ''
  })
  const named = new Set<string>()
  const lines = marked
    .lexer(body)
    .flatMap(linesOf)
    .map((line) => {
      const labels = [...line.words.matchAll(NOTED)].flatMap(([, label]) => (notes.has(label!) ? label! : []))
      if (labels.length === 0) return line
      for (const label of labels) named.add(label)
      const bare = (words: string) => words.replace(NOTED, (mark, label) => (notes.has(label) ? '' : mark))
      return {
        ...line,
        words: bare(line.words),
        ...(line.cells && { cells: line.cells.map(bare) }),
        notes: labels.map((label) => notes.get(label)!),
      }
    })
  const rest = [...notes].flatMap(([label, words]) => (named.has(label) ? [] : [{ words }]))
  return [...lines, ...rest]
}

/** A footnote, with the lines that go on in it; and where one is named. */
const NOTE =
  /^\[\^([^\]\s]+)\]:[ \t]*(\S.*(?:\n(?!\s*\n|\[\^|#).+)*(?:\n\s*\n(?: {4}|\t).+(?:\n.+)*)*)(?:\n|$)/gm
const NOTED = /\[\^([^\]\s]+)\]/g

function linesOf(token: Token): RawLine[] {
  switch (token.type) {
    case 'heading':
      return [{ words: plain(token), heading: (token as Tokens.Heading).depth }]
    case 'list':
      return (token as Tokens.List).items.flatMap((item, n) => {
        const { ordered, start } = token as Tokens.List
        const [first, ...rest] = item.tokens.flatMap(linesOf)
        return first ? [{ ...first, mark: ordered ? `${Number(start) + n}.` : '-' }, ...rest] : []
      })
    case 'table': {
      const { header, rows } = token as Tokens.Table
      return [header, ...rows].map((cells, n) =>
        rowLine(cells.map(plain), n === 0 ? 'first' : 'later', n === 0),
      )
    }
    case 'blockquote':
      return (token as Tokens.Blockquote).tokens.flatMap(linesOf)
    case 'space':
    case 'hr':
    case 'def':
      return []
    default:
      return [{ words: plain(token), isStrong: isStrong(token) }]
  }
}

/** A token without what only shapes it. */
function plain(token: Token | Tokens.TableCell): string {
  const { tokens, text, raw } = token as Tokens.Generic
  if (tokens) return (tokens as Token[]).map(plain).join('')
  return text ?? raw ?? ''
}

const isStrong = ({ tokens = [] }: Tokens.Generic): boolean =>
  tokens.length > 0 && tokens.every(({ type }) => type === 'strong')
