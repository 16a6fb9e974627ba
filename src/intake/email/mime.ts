import PostalMime, { decodeWords, type Email } from 'postal-mime'
import { HjpError } from '../../errors.ts'
import { textOf } from '../charset.ts'
import {
  type LineFlow,
  type QuotedLine,
  quotedLines,
  quotedLinesOfText,
  signedAs,
  unwrapped,
} from '../quoted-lines.ts'
import { bareWords } from '../reply/own-words.ts'
import { isOutlookMessage } from './compound.ts'
import { linesOfHtml } from './html.ts'
import { withoutPictures } from './inline-pictures.ts'
import { beginning, hasHeader, isModest } from './limits.ts'

/** A message taken apart. */
export type Message = {
  about: Pick<Email, 'from' | 'subject' | 'headers'>
  /** What it says itself, and then what text files and messages in it say. */
  lines: QuotedLine[]
  /** The same as its pages have it, which alone know what was a table. */
  paged: QuotedLine[]
  files: { name: string; bytes: Uint8Array }[]
  /** What came with it and is not read, by name. */
  unread: { what: 'picture' | 'file'; name: string }[]
  /** Messages that are passed on in it. */
  inside: Uint8Array[]
}

/** A part as postal-mime keeps it. Its ready-made text joins quoted lines that were wrapped softly, and mixes text and HTML. */
type MimePart = {
  content: ArrayBuffer | null
  childNodes: MimePart[]
  contentType: { parsed: Structured; multipart: string | false }
  contentDisposition: { parsed: Structured }
}
type Structured = { value: string; params: Record<string, string> }

/** One text, in one or both of its two forms. */
export type BothTexts = { plain: QuotedLine[]; html: QuotedLine[] }

const LIMITS = { maxNestingDepth: 40, maxHeadersSize: 500_000 }
/** Letters of text and HTML in all that is read of an email. */
const LETTERS_OF_ALL = 2_000_000
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** One form is a stub if it has less than this share of the other's words. */
const STUB = 0.5

/** Letters of text and HTML that were read so far, in a message and all that are in it. */
export type LettersRead = { letters: number }

/** The parts of a message. Throws HjpError notAnEmail or longReply. */
export async function messageOf(given: Uint8Array, read: LettersRead): Promise<Message> {
  const bytes = given.subarray(beginning(given))
  if (!hasHeader(bytes)) throw new HjpError('notAnEmail')
  if (!isModest(bytes)) throw new HjpError('longReply')
  const parser = new PostalMime({ ...LIMITS, forceRfc822Attachments: true })
  const about = await parser.parse(bytes).catch(() => {
    throw new HjpError('notAnEmail')
  })
  const { root } = parser as unknown as { root: MimePart }
  const message: Message = { about, lines: [], paged: [], files: [], unread: [], inside: [] }
  const texts = textsIn(root, message, read)
  message.lines = texts.flatMap(linesToRead)
  message.paged = texts.flatMap(linesOfPages)
  return message
}

/** Whether it has what every email has: without, anything that is text would be one. */
export const isEmail = ({ headers }: Message['about']): boolean => {
  const has = (...keys: string[]) => headers.some(({ key, value }) => keys.includes(key) && value !== '')
  return has('from') && has('date', 'subject', 'to', 'message-id', 'mime-version', 'received')
}

/** The texts of a part; files, pictures and messages in it go into the message. */
function textsIn(part: MimePart, message: Message, read: LettersRead): BothTexts[] {
  const { parsed, multipart } = part.contentType
  if (multipart) {
    const inner = part.childNodes.flatMap((each) => textsIn(each, message, read))
    if (multipart !== 'alternative') return inner
    return [{ plain: inner.flatMap(({ plain }) => plain), html: inner.flatMap(({ html }) => html) }]
  }
  const bytes = new Uint8Array(part.content ?? new ArrayBuffer(0))
  const name = fileNameOf(part)
  const isAttached = part.contentDisposition.parsed.value === 'attachment'
  const isText = !isAttached && /^text\/(plain|html)$/.test(parsed.value)
  const charset = parsed.params['charset']
  if (!isText) return filed({ name, type: parsed.value, charset, bytes, isAttached }, message, read)
  const text = textOf(bytes, charset)
  if (parsed.value === 'text/html') return [{ plain: [], html: htmlLines(text, read) }]
  return [{ plain: plainLines(withinBounds(text, read), parsed), html: [] }]
}

/** What came with a message. */
type Enclosure = {
  name: string
  type: string
  charset?: string | undefined
  bytes: Uint8Array
  isAttached: boolean
}

/** Puts what came with a message where it belongs; what a text file says is given back. Throws HjpError longReply. */
export function filed(
  { name, type, charset, bytes, isAttached }: Enclosure,
  message: Message,
  read: LettersRead,
): BothTexts[] {
  if (/\.docx$/i.test(name) || type === WORD) message.files.push({ name, bytes })
  else if (type === 'message/rfc822' || isOutlookMessage(bytes)) message.inside.push(bytes)
  else if (type.startsWith('image/')) message.unread.push({ what: 'picture', name })
  else if (isAttached && /\.txt$/i.test(name)) {
    const lines = quotedLinesOfText(withinBounds(textOf(bytes, charset), read))
    return [{ plain: [{ depth: 1, text: '', starts: true }, ...lines], html: [] }]
  } else if (bytes.length > 0 && !NO_FILES.test(type))
    message.unread.push({ what: 'file', name: name || type })
  return []
}

/** A text that is read, where all that is read is not too much. Throws HjpError longReply. */
export function withinBounds(text: string, read: LettersRead): string {
  read.letters += text.length
  if (read.letters > LETTERS_OF_ALL) throw new HjpError('longReply')
  return text
}

export const htmlLines = (html: string, read: LettersRead): QuotedLine[] =>
  linesOfHtml(withinBounds(withoutPictures(html), read))

/** What mail programs put beside a message that nobody attached. */
const NO_FILES =
  /^(text\/calendar|application\/pkcs7-signature|application\/pgp-signature|message\/delivery-status)$/

const fileNameOf = ({ contentDisposition, contentType }: MimePart): string =>
  decodeWords(contentDisposition.parsed.params['filename'] ?? contentType.parsed.params['name'] ?? '')

function plainLines(text: string, { params }: Structured): QuotedLine[] {
  const isFlowed = /^flowed$/i.test(params['format'] ?? '')
  const flow: LineFlow = !isFlowed
    ? 'fixed'
    : /^yes$/i.test(params['delsp'] ?? '')
      ? 'flowed-added'
      : 'flowed'
  return linesOfPlain(text, flow)
}

export const linesOfPlain = (text: string, flow: LineFlow): QuotedLine[] => [
  ...quotedLines(text, flow),
  { depth: 0, text: '' },
]

/** The page where there is one, which alone tells what was a table. */
export const linesOfPages = (both: BothTexts): QuotedLine[] =>
  both.html.length > 0 ? both.html : linesToRead(both)

/** Plain text, with lines joined that were wrapped, unless it only says that there is HTML, or cannot say what is struck out there. */
export function linesToRead({ plain, html }: BothTexts): QuotedLine[] {
  const count = (lines: QuotedLine[]) => lines.reduce((sum, { text }) => sum + bareWords(text).length, 0)
  const wordsInPlain = count(plain)
  const isStruck = html.some(({ depth, struck }) => depth === 0 && struck)
  if (isStruck || wordsInPlain === 0 || wordsInPlain < count(html) * STUB) return html
  return html.length > 0 ? signedAs(unwrapped(plain, html), html) : plain
}
