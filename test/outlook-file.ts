import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner'

/** What a message says that Outlook saves. `rich` is HTML that it keeps inside of rich text. */
export type Outlooks = {
  from?: { name: string; email: string }
  /** As it stands in the headers that the mail brought. */
  date?: string
  /** When Outlook sent it, where there are no headers. */
  sent?: Date
  subject?: string
  body?: string
  html?: string
  rich?: string
  files?: { name: string; bytes: Uint8Array }[]
  messages?: Outlooks[]
}

const [FOLDER, STREAM, ROOT] = [1, 2, 5]
type Folder = { [name: string]: Uint8Array | Folder }
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
/** A property of variable length by its number, as text or as bytes. */
const property = (number: string, value: string | Uint8Array): Folder =>
  typeof value === 'string'
    ? { [`__substg1.0_${number}001F`]: utf16(value) }
    : { [`__substg1.0_${number}0102`]: value }

/** The properties of fixed length, after a header that each sort of folder has. */
function fixed(header: number, sent?: Date): Folder {
  const bytes = Buffer.alloc(header + (sent ? 16 : 0))
  if (sent) {
    bytes.writeUInt32LE(0x00390040, header)
    bytes.writeUInt32LE(6, header + 4)
    bytes.writeBigUInt64LE((BigInt(sent.getTime()) + 11_644_473_600_000n) * 10_000n, header + 8)
  }
  return { '__properties_version1.0': new Uint8Array(bytes) }
}

/** Rich text as Outlook packs it where packing makes it no smaller. */
function packed(html: string): Uint8Array {
  const tags = html.replace(/<[^>]*>/g, (tag) => `{\\*\\htmltag64 ${tag}}`)
  const rich = Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0${tags}}`, 'latin1')
  const header = Buffer.alloc(16)
  header.writeUInt32LE(rich.length + 12, 0)
  header.writeUInt32LE(rich.length, 4)
  header.write('MELA', 8, 'latin1')
  return new Uint8Array(Buffer.concat([header, rich]))
}

function folderOf(message: Outlooks, header: number): Folder {
  const { from, date, sent, subject, body, html, rich, files = [], messages = [] } = message
  const enclosed: Folder[] = [
    ...files.map(({ name, bytes }) => ({
      ...fixed(8),
      ...property('3707', name),
      ...property('3701', bytes),
    })),
    ...messages.map((inner) => ({ ...fixed(8), '__substg1.0_3701000D': folderOf(inner, 24) })),
  ]
  const attached = enclosed.map((each, n) => [`__attach_version1.0_#${String(n).padStart(8, '0')}`, each])
  return {
    ...fixed(header, sent),
    ...property('001A', 'IPM.Note'),
    ...(from && { ...property('0C1A', from.name), ...property('5D01', from.email) }),
    ...(date && property('007D', `Received: from x\r\nDate: ${date}\r\nFrom: y\r\n`)),
    ...(subject && property('0037', subject)),
    ...(body && property('1000', body.replace(/\n/g, '\r\n'))),
    ...(html && property('1013', new TextEncoder().encode(html))),
    ...(rich && property('1009', packed(rich))),
    ...Object.fromEntries(attached),
  }
}

/** A message as a file of Outlook's (.msg). */
export function outlookFile(message: Outlooks): Uint8Array {
  const entries: Entry[] = []
  const put = (name: string, type: number, value: Uint8Array | Folder): number => {
    const at = entries.length
    if (value instanceof Uint8Array) {
      entries.push({ name, type, length: value.length, binaryProvider: () => value })
      return at
    }
    const entry: Entry = { name, type, length: 0 }
    entries.push(entry)
    entry.children = Object.entries(value).map(([each, inner]) =>
      put(each, inner instanceof Uint8Array ? STREAM : FOLDER, inner),
    )
    return at
  }
  put('Root Entry', ROOT, folderOf(message, 32))
  return burn(entries)
}
