import { HjpError } from '../../errors.ts'
import type { NumberingOf } from '../clauses.ts'
import { LETTERS, type QuotedLine, textOfLines } from '../quoted-lines.ts'
import { passedOnIn } from '../reply/quote-header.ts'
import { readReply } from '../reply/reply.ts'
import type { Leftover, Question, Returned } from '../returned.ts'
import { isOutlookMessage } from './compound.ts'
import { isEmail, type LettersRead, type Message, messageOf } from './mime.ts'

/** Messages inside messages that are opened. */
const DEEP = 3
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATE = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})\b/i

/** A message that was opened, and not read yet: who sent it and when, its words by the line, and what came with it. */
export type OpenedMessage = Pick<Returned, 'from' | 'on' | 'text'> & {
  subject: string | undefined
  lines: QuotedLine[]
  paged: QuotedLine[]
  files: Message['files']
  unread: Message['unread']
  /** Messages that it passes on, whose words are among its own. */
  inside: Uint8Array[]
}

/** Opens an email. One that only passes another on is that one. Throws HjpError notAnEmail, emptyReply or longReply. */
export async function openEmail(bytes: Uint8Array): Promise<OpenedMessage> {
  const { about, lines, paged, files, unread, inside } = await readAll(bytes)
  const isSaid = lines.some(({ text }) => text.trim() !== '')
  if (lines.reduce((sum, { text }) => sum + text.length, 0) > LETTERS) throw new HjpError('longReply')
  if (!isSaid && files.length + unread.length === 0) throw new HjpError('emptyReply')
  const { name, address } = about.from ?? {}
  const on = dayOf(about.headers.find(({ key }) => key === 'date')?.value ?? '')
  return {
    from: { ...(name && { name }), ...(address && { email: address }) },
    ...(on && { on }),
    ...{ subject: about.subject, lines, paged, text: textOfLines(lines), files, unread, inside },
  }
}

/** What a partner answered in a message. `ours` are paragraphs that hjp writes itself. */
export async function readMessage(
  { from, on, subject, lines, text, unread }: OpenedMessage,
  asked: Question[],
  ours: string[],
  numbering: NumberingOf = async () => ({}),
): Promise<Returned> {
  const numbered = await numbering({ on, text: `${subject ?? ''}\n${text}` })
  const { answers, others } = readReply(lines, asked, ours, { ...numbered, name: from.name, subject })
  return { from, subject, ...(on && { on }), answers, text, others: [...others, ...unreadIn(unread)] }
}

/** What came with a message that cannot be read. */
export const unreadIn = (unread: Message['unread']): Leftover[] =>
  unread.map(({ what, name }) => ({ what, near: undefined, words: name }))

/** A message with what is passed on in it: in its place where it says nothing itself, else below. */
async function readAll(bytes: Uint8Array, read: LettersRead = { letters: 0 }, deep = 0): Promise<Message> {
  if (deep > DEEP) throw new HjpError('longReply')
  const isOutlooks = isOutlookMessage(bytes)
  let all = isOutlooks
    ? (await import('./outlook.ts')).outlookMessageOf(bytes, read)
    : await messageOf(bytes, read)
  if (deep === 0 && !isOutlooks && !isEmail(all.about)) throw new HjpError('notAnEmail')
  for (const each of all.inside) all = withInner(all, await readAll(each, read, deep + 1))
  return all
}

function withInner(outer: Message, inner: Message): Message {
  const isSaid = outer.lines.some(({ text }) => text.trim() !== '')
  return {
    about: isSaid ? outer.about : inner.about,
    lines: isSaid ? [...outer.lines, ...headOfInner(inner), ...inner.lines] : inner.lines,
    paged: isSaid ? [...outer.paged, ...headOfInner(inner), ...inner.paged] : inner.paged,
    files: [...outer.files, ...inner.files],
    unread: [...outer.unread, ...inner.unread],
    inside: outer.inside,
  }
}

/** How a mail program would write a message below that came with another. */
function headOfInner({ about: { from, subject = '', headers } }: Message): QuotedLine[] {
  const date = headers.find(({ key }) => key === 'date')?.value ?? ''
  const fields = [
    `From: ${from?.name ?? ''} <${from?.address ?? ''}>`,
    `Date: ${date}`,
    `Subject: ${subject}`,
  ]
  return [
    { depth: 0, text: '---------- Forwarded message ---------', starts: true },
    ...fields.map((field) => ({ depth: 0, text: field.replace(/\s+/g, ' ') })),
    { depth: 0, text: '' },
  ]
}

/** The message that one passes on, with who sent that; and what stands around it. */
export function openPassedOn(
  outer: OpenedMessage,
): { inner: OpenedMessage; around: QuotedLine[] } | undefined {
  const found = passedOnIn(outer.lines, outer.subject)
  if (!found) return undefined
  const { head, lines, around } = found
  const { name, email, sent = '', subject = outer.subject } = head
  const from = {
    ...(name && { name }),
    ...(email && { email }),
    passedOnBy: outer.from.passedOnBy ?? outer.from,
  }
  const on = dayOf(sent) ?? outer.on
  const paged = passedOnIn(outer.paged, outer.subject)?.lines ?? lines
  const inner = { ...outer, from, ...(on && { on }), subject, lines, paged, text: textOfLines(lines) }
  return { inner, around }
}

/** The day as the sender wrote it, in their own zone. */
function dayOf(date: string): string | undefined {
  const [, day = '', month = '', year = ''] = DATE.exec(date) ?? []
  const at = MONTHS.indexOf(month.toLowerCase())
  const parsed = new Date(Date.UTC(Number(year), at, Number(day)))
  return at >= 0 && parsed.getUTCDate() === Number(day) ? parsed.toISOString().slice(0, 10) : undefined
}
