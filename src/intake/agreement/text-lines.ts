import { marked, type Token, type Tokens } from 'marked'
import type { RawLine } from './old-lines.ts'
import { rowLine } from './old-tables.ts'

/** Letters of a line, at most, where a program breaks them. */
const WIDEST = 120
/** What begins a paragraph of its own, however short the line before. */
const BEGINS = /^\s*(?:[-–•*]|\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.)]|§|(?:clause|article|section)\s+\d)\s*/i

/** The paragraphs of a plain text. Where empty lines part them, lines that were only broken where they were full are one. */
export function plainLines(text: string): RawLine[] {
  const lines = text.split('\n').map((line) => line.trim())
  const isParted = lines.slice(1, -1).includes('')
  const width = Math.max(...lines.map(({ length }) => length))
  const all: string[] = []
  let before = ''
  for (const line of lines) {
    const isFull =
      isParted && width <= WIDEST && before !== '' && before.length + 1 + line.search(/ |$/) > width
    if (isFull && line !== '' && !BEGINS.test(line)) all.push(`${all.pop()} ${line}`)
    else if (line !== '') all.push(line)
    before = line
  }
  return all.map((words) => (words.includes('|') ? rowOf(words) : { words }))
}

/** A row of a table that is drawn with strokes. */
const rowOf = (words: string): RawLine =>
  rowLine(words.replace(/^\s*\||\|\s*$/g, '').split('|'), 'later', false)

/** The paragraphs of a Markdown text. */
export const markdownLines = (text: string): RawLine[] => marked.lexer(text).flatMap(linesOf)

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
