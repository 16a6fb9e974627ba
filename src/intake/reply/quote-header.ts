import type { QuotedLine } from '../quoted-lines.ts'

/** Where the message begins that is replied to, as mail programs write it, in the languages that come up. */

const SEPARATOR =
  /^[\s_*]*-{2,}\s*(original message|forwarded message|original appointment|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado)\s*-{2,}[\s_*]*$/i
const RULE = /^\s*_{10,}\s*$/
const FORWARDED = /forwarded|weitergeleitete|transféré|reenviado/i
const FROM = /^[\s*]*(from|von|de|da|van)\s*:/i
const FIELD =
  /^[\s*]*(from|von|de|da|van|sent|gesendet|envoyé|enviado|enviado el|inviato|verzonden|date|datum|fecha|data|to|an|à|para|aan|cc|kopie|copie|bcc|subject|betreff|objet|asunto|oggetto|onderwerp|importance|priority|reply-to|attachments)\s*:/i
const WROTE = '(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)'
const ATTRIBUTED = [
  new RegExp(`^(?:on|am|le|el|il|op)\\s.{6,240}\\s${WROTE}\\b.{0,120}:$`, 'i'),
  new RegExp(`^.{1,120}<[^<>\\s]+@[^<>\\s]+>\\s*${WROTE}\\s*:$`, 'i'),
]
/** How the first line of one begins: with a word for the day, or with a name and an address. */
const OPENS = /^(?:(?:on|am|le|el|il|op)\s|.*<)/i
/** Lines over which a program wraps what it writes above an original. */
const OVER = 3

const isBlank = ({ text }: QuotedLine): boolean => text.trim() === ''

function afterBlanks(lines: QuotedLine[], n: number): number {
  let at = n
  while (at < lines.length && isBlank(lines[at]!)) at++
  return at
}

/** How many lines from here say that another message begins, and whether it is one passed on; nothing where none does. */
export function originalAt(
  lines: QuotedLine[],
  n: number,
): { lines: number; isPassedOn: boolean } | undefined {
  const { depth, text, starts } = lines[n]!
  if (starts) return { lines: 1, isPassedOn: false }
  if (depth > 0 || text.trim() === '') return undefined
  if (SEPARATOR.test(text) || /^begin forwarded message:/i.test(text.trim())) {
    const at = afterBlanks(lines, n + 1)
    const isPassedOn = FORWARDED.test(text)
    return { lines: Math.max(1, fieldsAt(lines, at) && at - n + fieldsAt(lines, at)), isPassedOn }
  }
  const at = RULE.test(text) ? afterBlanks(lines, n + 1) : n
  const fields = fieldsAt(lines, at)
  if (fields > 0) return { lines: at - n + fields, isPassedOn: false }
  const attributed = attributedAt(lines, n)
  return attributed > 0 ? { lines: attributed, isPassedOn: false } : undefined
}

/** How many lines are the header that Outlook and others write: From, and at least two more, each once. */
function fieldsAt(lines: QuotedLine[], n: number): number {
  const from = FROM.exec(lines[n]?.text ?? '')
  if (!from) return 0
  const seen = new Set([from[1]!.toLowerCase()])
  let end = n + 1
  for (let at = end; at < lines.length && at - end < 2; at++) {
    const field = FIELD.exec(lines[at]!.text)?.[1]?.toLowerCase()
    if (!field) continue
    if (seen.has(field)) break
    seen.add(field)
    end = at + 1
  }
  return seen.size >= 3 ? end - n : 0
}

/** How many lines say when who wrote what follows. Words that only look so are the sender's own. */
function attributedAt(lines: QuotedLine[], n: number): number {
  if (!OPENS.test(lines[n]!.text)) return 0
  for (let many = 1; many <= OVER && n + many <= lines.length; many++) {
    const here = lines.slice(n, n + many)
    if (here.some((line) => line.depth > 0 || isBlank(line))) return 0
    const header = here.map(({ text }) => text.slice(0, 400).trim()).join(' ')
    if (!ATTRIBUTED.some((pattern) => pattern.test(header))) continue
    const next = lines[afterBlanks(lines, n + many)]
    const isPlain = /\d/.test(header) && /@|\d:\d\d/.test(header)
    return isPlain || (next?.depth ?? 0) > 0 ? many : 0
  }
  return 0
}
