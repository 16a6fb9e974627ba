import { crc32, deflateRawSync } from 'node:zlib'
import { type File, Packer } from 'docx'
import { BODY } from './properties.ts'
import { restored } from './text.ts'

const RELATIONS = 'word/_rels/document.xml.rels'
/** The ids that docx draws by lot for links. */
const DRAWN = /rId[a-z0-9_-]{21}(?=")/g

/** The parts of a Word file by their paths, in order. */
export type Parts = Map<string, string | Uint8Array>

/**
 * The parts as docx writes them. Its own zipping stamps the clock into them and is slow; the compiler under it is
 * there but not in its types, hence the cast.
 */
const written = (file: File): Parts =>
  (Packer as unknown as { compiler: { compile(file: File): Parts } }).compiler.compile(file)

/** The parts of a Word file by their paths; the same file has the same parts each time. */
export function partsOf(file: File): Parts {
  const parts = written(file)
  const change = (path: string, edit: (xml: string) => string) =>
    parts.set(path, edit(String(parts.get(path))))
  const drawn = String(parts.get(RELATIONS)).match(DRAWN) ?? []
  const links = new Map(drawn.map((id, n) => [id, `link${n + 1}`]))
  const named = (xml: string) => xml.replace(DRAWN, (id) => links.get(id) ?? id)
  for (const [path, content] of parts) if (typeof content === 'string') change(path, restored)
  change(BODY, named)
  change(RELATIONS, named)
  // docx writes every list as one whose levels stand alone.
  change('word/numbering.xml', (xml) =>
    xml.replaceAll('hybridMultilevel', 'multilevel').replaceAll(' w:tentative="1"', ''),
  )
  return parts
}

/** 1 January 1980, the first day that a zip file knows. */
const DAY = 0x21
const UTF8 = 0x800
const DEFLATE = 8
const VERSION = 20

/** Parts packed as a zip file; the same parts are the same bytes. */
export function zip(parts: Parts): Uint8Array {
  const pieces: Buffer[] = []
  const index: Buffer[] = []
  let at = 0
  for (const [path, content] of parts) {
    const name = Buffer.from(path)
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const about = Buffer.alloc(26)
    ;[VERSION, UTF8, DEFLATE, 0, DAY].forEach((value, n) => {
      about.writeUInt16LE(value, n * 2)
    })
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(data.length, 18)
    about.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    pieces.push(signed('PK\x03\x04'), about, name, packed)
    index.push(signed('PK\x01\x02'), Buffer.from([VERSION, 0]), about, place, name)
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(
    index.reduce((sum, piece) => sum + piece.length, 0),
    8,
  )
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...pieces, ...index, signed('PK\x05\x06'), end]))
}

const signed = (mark: string): Buffer => Buffer.from(mark, 'latin1')
