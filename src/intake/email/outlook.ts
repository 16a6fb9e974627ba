import { decompressRTF } from '@kenjiuno/decompressrtf'
import MsgReader, { type FieldsData } from '@kenjiuno/msgreader'
import { deEncapsulateSync } from 'rtf-stream-parser'
import { HjpError } from '../../errors.ts'
import { textOf } from '../charset.ts'
import { isSound } from './compound.ts'
import {
  filed,
  htmlLines,
  type LettersRead,
  linesOfPages,
  linesOfPlain,
  linesToRead,
  type Message,
  withinBounds,
} from './mime.ts'

/** A module of the old kind comes whole, with what it exports inside, but for test runners. */
const Reader = (MsgReader as unknown as { default?: typeof MsgReader }).default ?? MsgReader

/** Bytes of rich text that are unpacked. */
const RICH = 2_000_000
/** A letter that is none, of which the reader would tell the terminal. */
const BROKEN = /\\'(?![0-9a-f]{2})/i
/** Programs number encodings where others name them. */
const CODE_PAGES: Record<number, string> = {
  ...{
    932: 'shift_jis',
    936: 'gbk',
    949: 'euc-kr',
    950: 'big5',
    20127: '',
    20866: 'koi8-r',
    50220: 'iso-2022-jp',
  },
  ...{ 65001: 'utf-8', 28591: 'iso-8859-1', 28592: 'iso-8859-2', 28605: 'iso-8859-15' },
}
const charsetOfPage = (page: number): string => CODE_PAGES[page] ?? `windows-${page}`

/** The parts of a message that was saved by Outlook. Throws HjpError notAnEmail or longReply. */
export function outlookMessageOf(bytes: Uint8Array, read: LettersRead): Message {
  if (!isSound(bytes)) throw new HjpError('notAnEmail')
  try {
    const reader = new Reader(new Uint8Array(bytes).buffer)
    // What is not Unicode is as Windows wrote it in the West.
    reader.parserConfig = { ansiEncoding: 'windows-1252' }
    const fields = reader.getFileData()
    if (fields.error !== undefined) throw new HjpError('notAnEmail')
    const message: Message = {
      about: aboutOf(fields),
      lines: [],
      paged: [],
      files: [],
      unread: [],
      inside: [],
    }
    const texts = [{ plain: plainOf(fields, read), html: htmlOf(fields, read) }]
    for (const each of fields.attachments ?? []) {
      const { content, fileName } = reader.getAttachment(each)
      const name = each.name ?? fileName ?? ''
      const type = /\.eml$/i.test(name) ? 'message/rfc822' : (each.attachMimeTag ?? typeByName(name))
      texts.push(...filed({ name, type, bytes: content, isAttached: true }, message, read))
    }
    message.lines = texts.flatMap(linesToRead)
    message.paged = texts.flatMap(linesOfPages)
    if (message.lines.length === 0 && fields.compressedRtf)
      message.unread.push({ what: 'file', name: 'a text in rich text format' })
    return message
  } catch (error) {
    // What is not as Outlook writes it fails anywhere.
    throw error instanceof HjpError ? error : new HjpError('notAnEmail')
  }
}

const typeByName = (name: string): string =>
  /\.(png|jpe?g|gif|bmp|tiff?|webp)$/i.test(name) ? 'image/' : 'application/octet-stream'

/** Who sent it, when and what about: as the message went through the mail, or as Outlook has it. */
function aboutOf({ headers = '', subject, senderName, ...fields }: FieldsData): Message['about'] {
  const address = [fields.senderSmtpAddress, fields.sentRepresentingSmtpAddress, fields.senderEmail].find(
    (each) => each?.includes('@'),
  )
  const date =
    /^date:[ \t]*(.+)$/im.exec(headers)?.[1] ?? fields.clientSubmitTime ?? fields.messageDeliveryTime ?? ''
  return {
    ...((senderName || address) && { from: { name: senderName ?? '', address: address ?? '' } }),
    subject,
    headers: [{ key: 'date', originalKey: 'Date', value: date.trim() }],
  }
}

const plainOf = ({ body = '' }: FieldsData, read: LettersRead) =>
  body.trim() === '' ? [] : linesOfPlain(withinBounds(body.replace(/\r\n?/g, '\n'), read), 'fixed')

/** The text as HTML, which Outlook mostly keeps inside of rich text. */
function htmlOf({ bodyHtml, html, internetCodepage = 0, compressedRtf }: FieldsData, read: LettersRead) {
  if (bodyHtml) return htmlLines(bodyHtml, read)
  if (html) return htmlLines(textOf(html, charsetOfPage(internetCodepage)), read)
  const rich = compressedRtf && richTextOf(compressedRtf)
  return rich ? htmlLines(rich, read) : []
}

/** HTML that was put inside of rich text; nothing where there is none. */
function richTextOf(packed: Uint8Array): string | undefined {
  const says = new DataView(packed.buffer, packed.byteOffset, packed.length)
  if (packed.length < 16 || packed.length > RICH || says.getUint32(0, true) + 4 > packed.length)
    return undefined
  try {
    const rich = Buffer.from(decompressRTF([...packed]))
    if (BROKEN.test(rich.toString('latin1'))) return undefined
    const { mode, text } = deEncapsulateSync(rich, {
      warn: () => {},
      mode: 'html',
      decode: (bytes, page) => textOf(bytes, charsetOfPage(Number(page.slice(2)))),
    })
    return mode === 'html' ? String(text) : undefined
  } catch {
    return undefined
  }
}
