import { marked, type Token, type Tokens } from 'marked'
import type { Block, Inline } from '../document/document.ts'
import { inlineProse, prose } from '../document/prose.ts'
import { type Aside, MARK, mark, markAlone } from './placeholder.ts'

/** A text with marks in it as several, each mark alone. */
const parted = (inline: Inline): Inline[] =>
  inline.kind === 'text'
    ? inline.text.split(MARK).map((text, n) => ({ ...inline, text: n % 2 === 1 ? mark(Number(text)) : text }))
    : [inline]

/** The Markdown of a filled template to blocks. What was set aside goes in last, and so is never read as Markdown. */
export function parseMarkdown(source: string, asides: Aside[]): Block[] {
  const asideOf = (inline: Inline): Aside | undefined => {
    const isBare = inline.kind === 'text' && !inline.strong && !inline.emphasis && !inline.href
    const n = isBare ? markAlone(inline.text) : undefined
    return n === undefined ? undefined : asides[n]
  }

  /** A paragraph. One that is nothing but what was said has the paragraphs and lists of what was said. */
  const paragraph = (tokens: Token[]): Block[] => {
    const pieces = inline(tokens)
      .flatMap(parted)
      .filter((each) => each.kind !== 'text' || each.text.trim() !== '')
    const [only] = pieces.length === 1 ? pieces.map(asideOf) : []
    if (only && 'text' in only) return prose(only.text)
    const isBlocks = (piece: Inline) => 'blocks' in (asideOf(piece) ?? {})
    if (!pieces.some(isBlocks)) return [{ kind: 'paragraph', ...filled(inline(tokens)) }]
    return pieces.flatMap((piece): Block[] => {
      const aside = asideOf(piece)
      return aside && 'blocks' in aside ? aside.blocks : [{ kind: 'paragraph', ...filled([piece]) }]
    })
  }

  const fill = (inlines: Inline[]): Inline[] =>
    inlines.flatMap((each): Inline[] => {
      if (each.kind !== 'text') return [each]
      return each.text.split(MARK).flatMap((piece, n): Inline[] => {
        if (n % 2 === 0) return piece === '' ? [] : [{ ...each, text: piece }]
        const aside = asides[Number(piece)]!
        const put = 'text' in aside ? inlineProse(aside.text) : 'inlines' in aside ? aside.inlines : []
        return put.map((inline) => (inline.kind === 'text' ? { ...each, ...inline } : inline))
      })
    })

  const filled = (inlines: Inline[]): { inlines: Inline[]; framed?: boolean } => {
    const isOurs = (piece: string, n: number) => n % 2 === 0 && /\p{L}/u.test(piece)
    const isFramed = inlines.some((each) => 'text' in each && each.text.split(MARK).some(isOurs))
    return { inlines: fill(inlines), ...(isFramed && { framed: true }) }
  }

  const inline = (tokens: Token[], style: Partial<Extract<Inline, { kind: 'text' }>> = {}): Inline[] =>
    tokens.flatMap((token): Inline[] => {
      switch (token.type) {
        case 'strong':
          return inline(token.tokens!, { ...style, strong: true })
        case 'em':
          return inline(token.tokens!, { ...style, emphasis: true })
        case 'link':
          return inline(token.tokens!, { ...style, href: token['href'] as string })
        case 'br':
          return [{ kind: 'break' }]
        case 'html':
          return [token.raw === '<br>' ? { kind: 'break' } : { ...style, kind: 'text', text: token.raw }]
        case 'text':
          return token.tokens
            ? inline(token.tokens, style)
            : [{ ...style, kind: 'text', text: token.raw.replace(/\s*\n\s*/g, ' ') }]
        case 'escape':
          return [{ ...style, kind: 'text', text: token['text'] as string }]
        default:
          return [{ ...style, kind: 'text', text: token.raw }]
      }
    })

  const block = (token: Token): Block[] => {
    switch (token.type) {
      case 'heading':
        return [
          {
            kind: 'heading',
            level: Math.min(token['depth'] as number, 3) as 1 | 2 | 3,
            ...filled(inline(token.tokens!)),
          },
        ]
      case 'paragraph':
      case 'text':
        return paragraph(token.tokens ?? [token])
      case 'list':
        return [
          {
            kind: 'list',
            ordered: (token as Tokens.List).ordered,
            items: (token as Tokens.List).items.map((item) => item.tokens.flatMap(block)),
          },
        ]
      case 'table': {
        const { header, rows } = token as Tokens.Table
        return [
          {
            kind: 'table',
            rows: [header, ...rows].map((row) =>
              row.map((cell) => (cell.tokens.length > 0 ? paragraph(cell.tokens) : [])),
            ),
          },
        ]
      }
      case 'blockquote':
        return [{ kind: 'note', blocks: token.tokens!.flatMap(block) }]
      case 'hr':
        return [{ kind: 'rule' }]
      case 'space':
      case 'def':
        return []
      default:
        return [{ kind: 'paragraph', ...filled([{ kind: 'text', text: token.raw }]) }]
    }
  }
  return marked.lexer(source).flatMap(block)
}
