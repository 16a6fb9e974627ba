import { textOf } from '../charset.ts'
import { type QuotedLine, textOfLines } from '../quoted-lines.ts'
import type { OpenedMessage } from './email.ts'
import { linesOfHtml } from './html.ts'
import { withoutPictures } from './inline-pictures.ts'
import { messageOf } from './mime.ts'

/** How a mail program or a browser saves a message as a page: as HTML, or with its pictures in one file. */
type PageSort = 'html' | 'mht'

/** Which sort of page a file is, by its name, or else by how it begins; nothing where it is none. */
export function pageSortOf(name: string, bytes: Uint8Array): PageSort | undefined {
  if (/\.mht(ml)?$/i.test(name)) return 'mht'
  const begin = textOf(bytes.subarray(0, 200), charsetOf(bytes)).trimStart()
  return /\.html?$/i.test(name) || /^<(!doctype html|html)\b/i.test(begin) ? 'html' : undefined
}

/** Opens a message that was saved as a page. Throws HjpError notAnEmail or longReply. */
export async function openPage(sort: PageSort, bytes: Uint8Array): Promise<OpenedMessage> {
  const { lines, unread } = sort === 'mht' ? await messageOf(bytes, { letters: 0 }) : htmlIn(bytes)
  const nothing = { from: {}, subject: undefined, files: [], inside: [] }
  return { ...nothing, lines, paged: lines, text: textOfLines(lines), unread }
}

const htmlIn = (bytes: Uint8Array): { lines: QuotedLine[]; unread: [] } => ({
  lines: linesOfHtml(withoutPictures(textOf(bytes, charsetOf(bytes)))),
  unread: [],
})

/** The encoding that a page says it has, or shows by how it begins. */
function charsetOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  const head = String.fromCharCode(...bytes.subarray(0, 4000))
  return /<meta\b[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? ''
}
