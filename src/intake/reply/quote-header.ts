import type { QuotedLine } from '../quoted-lines.ts'
import { FIELDS, FORWARDED, ORIGINAL, PASSED_ON, WROTE } from './header-words.ts'

/**
 * Where the message begins that is replied to, as mail programs write it. Words alone tell nothing: people write "From:" and "wrote:"
 * themselves. A header has an address or a time in it, or stands above what is quoted.
 */

/** How many lines say that a message begins, and whether it is one passed on, or one that is quoted. */
export type QuoteHeader = {
  lines: number
  isPassedOn: boolean
  isQuoted: boolean
  /** What it says, where people could have typed that. */
  said?: string
}

const FOLLOWS = '(?![\\p{L}\\p{N}])'
const NAMED = new RegExp(`^[\\s_*-]*(?:${ORIGINAL}|(${PASSED_ON}))[\\s_*-]*$`, 'iu')
const BETWEEN_DASHES = /^[\s_*]*-{2,}\s*\S.{0,60}?\s*-{2,}[\s_*]*$/
const APPLE = /^begin forwarded message:/i
/** How the subject of a message begins that passes another on. */
const FORWARD = new RegExp(`^\\s*(?:${FORWARDED})\\s*(?:\\[\\d+\\]\\s*)?[:：]`, 'iu')
const RULE = /^\s*[_-]{10,}\s*$/
/** A field with its colon, and as some programs set it after a line that announces it, without. */
const FIELD = Object.fromEntries(
  Object.entries(FIELDS).map(([name, words]) => [
    name,
    {
      said: new RegExp(`^[\\s*]*(?:${words})\\s*\\**\\s*[:：]`, 'iu'),
      bare: new RegExp(`^[\\s*]*(?:${words})${FOLLOWS}`, 'iu'),
    },
  ]),
)
/** A sender by name; people who write of "From: the nurse" have none. */
const CAPITAL = /^[^:：]*[:：]?\s*["'*]*\p{Lu}/u
/** A line that could be a field in a language that is not known here. */
const LIKE_FIELD = /^[\s*]*\p{L}[\p{L}\p{M} .-]{0,24}\**\s*[:：]\**\s*\S/u
const VERB = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WROTE})${FOLLOWS}|写道|寫道|작성`, 'iu')
const QUOTING = /^\s*Quoting\s/i
const ADDRESS = /[^\s<>"(),:;@]+@[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,}/u
const TIME = /\p{Nd}{1,2}[:.h]\p{Nd}{2}(?!\p{Nd})/u
const YEAR = /(?<!\p{Nd})(?:\p{Nd}{4}|\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4})(?!\p{Nd})/u
/** How GroupWise says it. */
const ARROWS = />>>\s*$/
/** Marks that say in which direction words run, and are not seen. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
/** Lines over which a program wraps what it writes above an original. */
const OVER = 3
/** Of a line, what is looked at. */
const LOOKED_AT = 400

const isBlank = ({ text }: QuotedLine): boolean => text.trim() === ''
const plainOf = ({ text }: QuotedLine): string => text.slice(0, LOOKED_AT).replace(UNSEEN, '').trim()

function afterBlanks(lines: QuotedLine[], n: number): number {
  let at = n
  while (at < lines.length && isBlank(lines[at]!)) at++
  return at
}

/** The header that stands here, if one does. */
export function originalAt(lines: QuotedLine[], n: number): QuoteHeader | undefined {
  const line = lines[n]!
  if (isBlank(line) && !line.starts) return undefined
  const text = plainOf(line)
  const named = NAMED.exec(text)
  const isAbove = Boolean(named) || BETWEEN_DASHES.test(text) || RULE.test(text) || APPLE.test(text)
  const at = isAbove ? afterBlanks(lines, n + 1) : n
  const fields = at < lines.length ? fieldsAt(lines, at, isAbove) : 0
  const attributed = at < lines.length && fields === 0 ? attributedAt(lines, at) : 0
  const isEnough =
    line.starts || (line.depth === 0 && ((named && BETWEEN_DASHES.test(text)) || APPLE.test(text)))
  const end = fields + attributed > 0 ? at + fields + attributed : isEnough ? n + 1 : n
  if (end === n) return undefined
  const said = lines.slice(n, end).map(plainOf).join('\n')
  return {
    lines: end - n,
    isPassedOn: Boolean(named?.[1]) || APPLE.test(text),
    isQuoted: (lines[afterBlanks(lines, end)]?.depth ?? 0) > 0,
    ...(attributed > 0 && !ADDRESS.test(said) && { said }),
  }
}

/** Where a message that was saved as text has its head: the lines of it, who sent it and what about. */
export function headOf(
  lines: QuotedLine[],
): { lines: number; name: string | undefined; subject: string | undefined } | undefined {
  const top = afterBlanks(lines, 0)
  const many = top < lines.length && lines[top]!.depth === 0 ? fieldsAt(lines, top, false, 2) : 0
  if (many === 0) return undefined
  const { name, subject } = saidByHead(lines.slice(top, top + many))
  return { lines: top + many, name, subject }
}

/** What the lines above a message tell of it. */
type Head = Record<'name' | 'email' | 'sent' | 'subject', string | undefined>

function saidByHead(lines: QuotedLine[]): Head {
  const head = lines.map(plainOf)
  const inField = (field: string) =>
    head.find((line) => fieldNamed(line, 'said') === field)?.replace(/^[^:：]*[:：][\s*]*/, '')
  const from = inField('from')
  const name = from?.replace(/<[^>]*>|\[[^\]]*\]|["'*]/g, '').trim()
  return {
    name: name && !ADDRESS.test(name) ? name : undefined,
    email: ADDRESS.exec(from ?? head.join(' '))?.[0],
    ...{ sent: inField('sent'), subject: inField('about') },
  }
}

/** A message that somebody passes on, and what stands around it. */
export type PassedOn = { head: Head; lines: QuotedLine[]; around: QuotedLine[] }

/** The message that one passes on, where the first that begins in it is one, as the program says there or in what it is about. */
export function passedOnIn(lines: QuotedLine[], subject: string | undefined): PassedOn | undefined {
  const top = lines.findIndex((_, n) => originalAt(lines, n))
  let end = top
  let isSaid = FORWARD.test(subject ?? '')
  let head: Head | undefined
  // A page may mark where a message begins above the line that says so.
  for (
    let at = top;
    at >= 0 && at < lines.length && !head?.email && !head?.name;
    at = afterBlanks(lines, end)
  ) {
    const header = originalAt(lines, at)
    if (!header) break
    end = at + header.lines
    isSaid ||= header.isPassedOn
    head = saidByHead(lines.slice(at, end))
  }
  if (!head || !isSaid) return undefined
  const isAttributed = VERB.test(plainOf(lines[end - 1]!))
  const depth = lines[end - 1]!.depth + (isAttributed ? 1 : 0)
  const after = lines.findIndex((line, n) => n >= end && line.depth < depth && !isBlank(line))
  const over = after < 0 ? lines.length : after
  const inner = lines.slice(end, over)
  return {
    head,
    lines: inner.map((line) => ({ ...line, depth: Math.max(line.depth - depth, 0) })),
    around: [...lines.slice(0, top), ...lines.slice(over)],
  }
}

const fieldNamed = (text: string, how: 'said' | 'bare'): string | undefined =>
  Object.keys(FIELD).find((name) => FIELD[name]![how].test(text))

/**
 * How many lines are a list of fields: who sent it and more of them, `least` in all, with an address or a time, or all four. One that
 * goes on over a line has few lines between. In a language that is not known, it must have both, and nothing between.
 */
function fieldsAt(lines: QuotedLine[], n: number, isAnnounced: boolean, least = 3): number {
  const how = isAnnounced && !/[:：]/.test(plainOf(lines[n]!).slice(0, 30)) ? 'bare' : 'said'
  const first = fieldNamed(plainOf(lines[n]!), how)
  const seen = new Set<string>()
  let end = n
  if (first === 'from' || first === 'sent')
    for (let at = n; at < lines.length && at - end < OVER && lines[at]!.depth === lines[n]!.depth; at++) {
      if (isBlank(lines[at]!)) break
      const field = fieldNamed(plainOf(lines[at]!), how)
      if (!field) continue
      if (seen.has(field) && field !== 'more') break
      seen.add(field)
      end = at + 1
    }
  const block = lines.slice(n, end).map(plainOf).join('\n')
  const isOne = seen.size >= 4 && CAPITAL.test(block)
  if (seen.has('from') && seen.size >= least && (isOne || ADDRESS.test(block) || TIME.test(block)))
    return end - n
  return unknownFieldsAt(lines, n)
}

function unknownFieldsAt(lines: QuotedLine[], n: number): number {
  let end = n
  while (lines[end]?.depth === lines[n]!.depth && LIKE_FIELD.test(plainOf(lines[end]!))) end++
  const block = lines.slice(n, end).map(plainOf)
  const isDated = block.some((line) => YEAR.test(line) && TIME.test(line))
  return end - n >= 3 && isDated && block.some((line) => ADDRESS.test(line)) ? end - n : 0
}

/**
 * How many lines say when who wrote what follows. Words that only look so are the sender's own, and so is a line above that names a
 * question, or without which they say as much.
 */
function attributedAt(lines: QuotedLine[], n: number): number {
  const many = attributionAt(lines, n)
  if (many < 2) return many
  const [all, below] = [0, 1].map((from) => signsIn(lines.slice(n + from, n + many)))
  return all === below || NAMES_QUESTION.test(plainOf(lines[n]!)) ? 0 : many
}

/** Q5.1 or 5.1, and no day. */
const NAMES_QUESTION = /^\s*(?:Q|question )?\d{1,2}\.\d{1,2}[a-z]?(?!\.?\d)/i

/** What of an attribution is among some lines. */
const signsIn = (lines: QuotedLine[]): string => {
  const words = lines.map(plainOf).join(' ')
  return [ADDRESS, VERB, QUOTING, YEAR, TIME].map((sign) => (sign.test(words) ? 1 : 0)).join('')
}

function attributionAt(lines: QuotedLine[], n: number): number {
  const { depth } = lines[n]!
  if (depth > 0 && ARROWS.test(plainOf(lines[n]!)) && ADDRESS.test(plainOf(lines[n]!))) return 1
  for (let many = 1; many <= OVER && n + many <= lines.length; many++) {
    const here = lines.slice(n, n + many)
    if (here.some((line) => line.depth !== depth || isBlank(line))) return 0
    const header = here.map(plainOf).join(' ')
    if (!/[:：]$/.test(header)) continue
    const isSaid = VERB.test(header) || QUOTING.test(header)
    if (ADDRESS.test(header) && (isSaid || (YEAR.test(header) && TIME.test(header)))) return many
    const isAbove = (lines[afterBlanks(lines, n + many)]?.depth ?? 0) > depth
    return isAbove && isSaid && YEAR.test(header) ? many : 0
  }
  return 0
}
