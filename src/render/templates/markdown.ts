import { marked, type Token, type Tokens } from 'marked'
import type { Block, Inline } from '../document/document.ts'
import { inlineProse, prose } from '../document/prose.ts'
import { checkDepth, checkMarkdown, withinStack } from './bounds.ts'
import { type Aside, MARK, mark, markAlone } from './placeholder.ts'

type TextInline = Extract<Inline, { kind: 'text' }>

/** A text with marks in it as several, each mark alone. */
const splitAtMarks = (inline: Inline): Inline[] =>
  inline.kind === 'text'
    ? inline.text.split(MARK).map((text, n) => ({ ...inline, text: n % 2 === 1 ? mark(Number(text)) : text }))
    : [inline]

/**
 * The Markdown of a filled template to blocks. What was set aside goes in last, and so is never read as Markdown. Throws
 * Misplaced where it is longer or deeper than any document.
 */
export function parseMarkdown(source: string, asides: Aside[]): Block[] {
  checkMarkdown(source)
  return withinStack(() => marked.lexer(source).flatMap((token) => blocksOf(token, asides)))
}

function blocksOf(token: Token, asides: Aside[], depth = 0): Block[] {
  checkDepth(depth)
  const within = (tokens: Token[]) => tokens.flatMap((each) => blocksOf(each, asides, depth + 1))
  switch (token.type) {
    case 'heading': {
      const level = Math.min(token['depth'] as number, 3) as 1 | 2 | 3
      return [{ kind: 'heading', level, ...filled(inlinesOf(token.tokens!), asides) }]
    }
    case 'paragraph':
    case 'text':
      return paragraph(token.tokens ?? [token], asides)
    case 'list': {
      const { ordered, items } = token as Tokens.List
      return [{ kind: 'list', ordered, items: items.map((item) => within(item.tokens)) }]
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table
      const cell = ({ tokens }: Tokens.TableCell) => (tokens.length > 0 ? paragraph(tokens, asides) : [])
      return [{ kind: 'table', rows: [header, ...rows].map((row) => row.map(cell)) }]
    }
    case 'blockquote':
      return [{ kind: 'note', blocks: within(token.tokens!) }]
    case 'hr':
      return [{ kind: 'rule' }]
    case 'space':
    case 'def':
      return []
    default:
      return [{ kind: 'paragraph', ...filled([{ kind: 'text', text: token.raw }], asides) }]
  }
}

function inlinesOf(tokens: Token[], style: Partial<TextInline> = {}): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'strong':
        return inlinesOf(token.tokens!, { ...style, strong: true })
      case 'em':
        return inlinesOf(token.tokens!, { ...style, emphasis: true })
      case 'link':
        return inlinesOf(token.tokens!, { ...style, href: token['href'] as string })
      case 'br':
        return [{ kind: 'break' }]
      case 'html':
        return [token.raw === '<br>' ? { kind: 'break' } : { ...style, kind: 'text', text: token.raw }]
      case 'text':
        return token.tokens
          ? inlinesOf(token.tokens, style)
          : [{ ...style, kind: 'text', text: token.raw.replace(/\s*\n\s*/g, ' ') }]
      case 'escape':
        return [{ ...style, kind: 'text', text: token['text'] as string }]
      default:
        return [{ ...style, kind: 'text', text: token.raw }]
    }
  })
}

/** A paragraph. One that is nothing but what was said has the paragraphs and lists of what was said. */
function paragraph(tokens: Token[], asides: Aside[]): Block[] {
  const inlines = inlinesOf(tokens)
  const pieces = inlines
    .flatMap(splitAtMarks)
    .filter((each) => each.kind !== 'text' || each.text.trim() !== '')
  const [only] = pieces.length === 1 ? pieces.map((piece) => asideOf(piece, asides)) : []
  if (only && 'text' in only) return prose(only.text)
  const isBlocks = (piece: Inline) => 'blocks' in (asideOf(piece, asides) ?? {})
  if (!pieces.some(isBlocks)) return [{ kind: 'paragraph', ...filled(inlines, asides) }]
  return pieces.flatMap((piece): Block[] => {
    const aside = asideOf(piece, asides)
    return aside && 'blocks' in aside ? aside.blocks : [{ kind: 'paragraph', ...filled([piece], asides) }]
  })
}

/** What a text that is nothing but a mark stands for. */
function asideOf(inline: Inline, asides: Aside[]): Aside | undefined {
  const isBare = inline.kind === 'text' && !inline.strong && !inline.emphasis && !inline.href
  const n = isBare ? markAlone(inline.text) : undefined
  return n === undefined ? undefined : asides[n]
}

/**
 * Inlines with what was set aside in its places; `framed` where there are words of the template among them, and a `pointer` where
 * these only refer to sections.
 */
function filled(
  inlines: Inline[],
  asides: Aside[],
): { inlines: Inline[]; framed?: boolean; pointer?: boolean } {
  const isOurs = (piece: string, n: number) => n % 2 === 0 && /\p{L}/u.test(piece)
  const isFramed = inlines.some((each) => 'text' in each && each.text.split(MARK).some(isOurs))
  const put = inlines.flatMap((each) =>
    'text' in each
      ? each.text.split(MARK).flatMap((piece, n) => (n % 2 === 1 ? asides[Number(piece)]! : []))
      : [],
  )
  const isReference = (aside: Aside) => 'inlines' in aside && aside.inlines.every((each) => 'to' in each)
  return {
    inlines: inlines.flatMap((each) => fill(each, asides)),
    ...(isFramed && { framed: true }),
    ...(isFramed && put.length > 0 && put.every(isReference) && { pointer: true }),
  }
}

function fill(inline: Inline, asides: Aside[]): Inline[] {
  if (inline.kind !== 'text') return [inline]
  return inline.text.split(MARK).flatMap((piece, n): Inline[] => {
    if (n % 2 === 0) return piece === '' ? [] : [{ ...inline, text: piece }]
    const aside = asides[Number(piece)]!
    const put = 'text' in aside ? inlineProse(aside.text) : 'inlines' in aside ? aside.inlines : []
    return put.map((each) => (each.kind === 'text' ? { ...inline, ...each } : each))
  })
}
