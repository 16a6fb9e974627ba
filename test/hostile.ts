import { strFromU8, strToU8, unzipSync } from 'fflate'
import { bombs, zipped } from './zipped.ts'

/** Files that are no worksheet, agreement or reply, whatever their names say, made of a Word file that is sound. */
export function hostile(sound: Uint8Array): Record<string, Uint8Array> {
  const parts = unzipSync(sound)
  const body = strFromU8(parts['word/document.xml']!)
  const word = (changes: Record<string, Uint8Array | string>) => zipped({ ...parts, ...changes })
  const withBody = (xml: string) => word({ 'word/document.xml': xml })
  const old = (inside: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(inside, 'utf16le'),
      Buffer.alloc(4096),
    ])
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join(
    '',
  )
  const [bomb, lying] = bombs()
  const paragraph = '<w:p><w:r><w:t>x</w:t></w:r></w:p>'
  return {
    'empty.docx': new Uint8Array(),
    'text.docx': strToU8('By phone, both ways.'),
    'pdf.docx': strToU8('%PDF-1.7\n1 0 obj <<>> endobj'),
    'rich text.docx': strToU8('{\\rtf1\\ansi By phone.}'),
    'web page.docx': strToU8('<!DOCTYPE html><html><body>By phone.</body></html>'),
    'picture.docx': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'old.docx': old('WordDocument'),
    'password.docx': old('EncryptedPackage'),
    'message.msg': old('__substg1.0_1000001F'),
    'macros.docm': word({ 'word/vbaProject.bin': new Uint8Array(2000) }),
    'spreadsheet.docx': zipped({
      '[Content_Types].xml': new Uint8Array(9),
      'xl/workbook.xml': new Uint8Array(9),
    }),
    'slides.docx': zipped({ 'ppt/presentation.xml': new Uint8Array(9) }),
    'open document.docx': zipped({
      mimetype: strToU8('application/vnd.oasis'),
      'content.xml': new Uint8Array(9),
    }),
    'another zip.docx': zipped({ 'holiday.jpg': new Uint8Array(9) }),
    'cut short.docx': sound.slice(0, sound.length * 0.6),
    'scrambled.docx': sound.map((byte, n) => (n > 200 && n < sound.length / 2 ? byte ^ 0x55 : byte)),
    'not closed.docx': withBody(body.slice(0, body.length / 2)),
    'zip bomb.docx': bomb,
    'lying zip bomb.docx': lying,
    'many parts.docx': zipped(
      Object.fromEntries(Array.from({ length: 6000 }, (_, n) => [`word/${n}.xml`, new Uint8Array()])),
    ),
    'entities.docx': withBody(
      `<!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">${entities}]><w:document><w:body><w:p><w:t>&e9;</w:t></w:p></w:body></w:document>`,
    ),
    'outside entity.docx': withBody(
      '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document><w:p><w:t>&e;</w:t></w:p></w:document>',
    ),
    'nested without end.docx': withBody(`<w:document>${'<w:p>'.repeat(400_000)}`),
    'many paragraphs.docx': withBody(
      `<w:document><w:body>${paragraph.repeat(250_000)}</w:body></w:document>`,
    ),
    'one long word.docx': withBody(
      `<w:document><w:body><w:p><w:r><w:t>${'-'.repeat(15_000_000)}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    'many attributes.docx': withBody(
      `<w:document ${Array.from({ length: 300_000 }, (_, n) => `a${n}=""`).join(' ')}><w:body/></w:document>`,
    ),
    // As much as is still read.
    'many runs.docx': withBody(
      `<w:document><w:body>${`<w:p>${'<w:r><w:t>x</w:t></w:r>'.repeat(12)}</w:p>`.repeat(19_000)}</w:body></w:document>`,
    ),
    'a long word.docx': withBody(
      `<w:document><w:body><w:p><w:r><w:t>${'-'.repeat(11_000_000)}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    'no email.eml': strToU8('By phone, both ways.'),
    'nested email.eml': strToU8(
      `From: a@b.example\r\nDate: Thu, 30 Apr 2026 09:12:00 +1000\r\n${Array.from({ length: 5000 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('')}`,
    ),
    'bytes.txt': Uint8Array.from({ length: 5000 }, (_, n) => (n * 37) % 256),
    'too large.docx': new Uint8Array(200_000_000),
  }
}
