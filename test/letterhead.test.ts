import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { HjpError } from '../src/errors.ts'
import { paragraphsIn } from '../src/intake/word/word.ts'
import { isOwn } from '../src/render/formats/docx/own.ts'
import { openLetterhead } from '../src/render/formats/letterhead/letterhead.ts'
import { altered, letterheads } from './letterheads.ts'
import { library, riverbend, runner, small } from './memory-world.ts'
import { runs, some } from './programs.ts'
import { sample } from './sample.ts'

const { hjp } = runner({ library, today: '2026-11-16' })
const NOTICE = 'Draft for discussion, not legal advice'

/** A document, of the mature example unless another is given, under a letterhead if there is one. */
async function written(kind: string, letterhead?: Uint8Array, file = riverbend) {
  const files = letterhead && { 'templates/letterhead.docx': letterhead }
  const given = [kind, '--format', 'docx', '--out', 'out.docx']
  const { code, bytes, said } = await hjp(file, given, files && { files })
  return { code, said: said(), bytes: new Uint8Array(bytes('out.docx') ?? []) }
}

/** What comes of a letterhead, on a document that is soon made. */
const tried = (letterhead: Uint8Array) => written('handover', letterhead, small)

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
const many = (text: string, sought: RegExp): number => text.match(sought)?.length ?? 0

/** What documents say without a letterhead. */
const bare = await Promise.all(
  some(['mou', 'contributions']).map(async (kind) => ({
    kind,
    words: paragraphsIn((await written(kind)).bytes),
  })),
)
const plain = await letterheads['a logo on the first page']!()
/** A letterhead with something more in the header of all but its first page. */
const withHeader = (xml: string): Uint8Array =>
  altered(plain, (parts) => {
    parts['word/header1.xml'] = parts['word/header1.xml']!.replace('</w:hdr>', `<w:p>${xml}</w:p></w:hdr>`)
  })

describe('a letterhead', { timeout: 60_000 }, () => {
  test.each(Object.keys(letterheads))('%s: holds any document, and loses nothing of ours', async (name) => {
    const letterhead = await letterheads[name]!()
    const [once, again] = [await tried(letterhead), await tried(letterhead)]
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0)
    for (const { kind, words } of bare) {
      const { bytes } = await written(kind, letterhead)
      expect(isOwn(bytes)).toBe(true)
      expect(paragraphsIn(bytes)).toEqual(words)
      const parts = partsOf(bytes)
      const pages = Object.keys(parts).flatMap(
        (path) => /letterhead-(\w+)-header\.xml$/.exec(path)?.[1] ?? [],
      )
      for (const page of pages) {
        const [header, footer] = ['header', 'footer'].map(
          (frame) => parts[`word/letterhead-${page}-${frame}.xml`]!,
        )
        expect(header!.includes(NOTICE)).toBe(kind === 'mou')
        expect(footer).toContain('16 November 2026')
        const instructions = [...(header! + footer!).matchAll(/<w:instrText[^>]*>([^<]*)|w:instr="([^"]*)"/g)]
        expect(many(instructions.map(([, split, whole]) => split ?? whole).join(''), /\bPAGE\b/g), page).toBe(
          1,
        )
      }
      expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-AU"')
      expect(many(parts['word/styles.xml']!, / w:default="1"/g)).toBe(3)
    }
  })

  test('gives its sheet, its font, its colours and its pictures', async () => {
    const parts = partsOf((await written('mou', plain)).bytes)
    const layout = /<w:sectPr>.*<\/w:sectPr>/.exec(parts['word/document.xml']!)![0]
    const style = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(parts['word/styles.xml']!)?.[0]
    const told = [
      layout,
      ...['Heading1', 'Title', 'Header', 'Note', 'LetterheadNote'].map(style),
      ...Object.keys(parts)
        .filter((path) => path.includes('letterhead'))
        .sort(),
      parts['word/letterhead-first-header.xml']!.replace(/^.*?<w:hdr[^>]*>/, ''),
      parts['word/letterhead-first-footer.xml']!.replace(/^.*?<w:ftr[^>]*>/, ''),
    ]
    // What makes the letterhead here draws the ids of links by lot.
    const steady = told.join('\n').replace(/rId[\w-]{15,}/g, 'rIdLink')
    await expect(`${steady}\n`).toMatchFileSnapshot('golden/letterhead.txt')
  })

  test('may have its header in a section before the last', async () => {
    const letterhead = altered(await letterheads['two sides']!(), (parts) => {
      const section = /<w:sectPr>.*<\/w:sectPr>/.exec(parts['word/document.xml']!)![0]
      parts['word/document.xml'] = parts['word/document.xml']!.replace(
        section,
        `<w:p><w:pPr>${section}</w:pPr></w:p>${section.replace(/<w:headerReference[^>]*>/g, '')}`,
      )
    })
    const { bytes } = await tried(letterhead)
    expect(partsOf(bytes)['word/letterhead-default-header.xml']).toContain('Right-hand pages')
  })

  test('turns with a document that lies on its side', async () => {
    const { bytes } = await written('contributions', plain)
    expect(partsOf(bytes)['word/document.xml']).toContain(
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    )
  })

  const header = 'word/header1.xml'
  test.each<[string, string, (parts: Record<string, string>) => void]>([
    [
      'macros',
      'contains macros',
      (parts) =>
        (parts['[Content_Types].xml'] = parts['[Content_Types].xml']!.replace(
          'document.main+xml',
          'x.macroEnabled.main+xml',
        )),
    ],
    ['macros under another name', 'contains macros', (parts) => (parts['word/vbaProject.bin'] = '')],
    [
      'an entity that unfolds',
      'not a readable Word file',
      (parts) =>
        (parts[header] =
          `<!DOCTYPE a [<!ENTITY a "aaaa">]>${parts[header]!.replace(/^<\?.*?\?>/, '').replace('</w:hdr>', '&a;</w:hdr>')}`),
    ],
    [
      'no end of depth',
      'not a readable Word file',
      (parts) => (parts[header] = `${'<w:p>'.repeat(9000)}${'</w:p>'.repeat(9000)}`),
    ],
    ['XML that breaks off', 'not a readable Word file', (parts) => (parts['word/styles.xml'] = '<w:styles')],
    ['no main part', 'not a readable Word file', (parts) => delete parts['_rels/.rels']],
    [
      'another standard',
      'not a readable Word file',
      (parts) =>
        (parts['word/document.xml'] = parts['word/document.xml']!.replaceAll(
          'schemas.openxmlformats.org/wordprocessingml/2006',
          'purl.oclc.org/ooxml/wordprocessingml',
        )),
    ],
    [
      'a picture that is elsewhere',
      'only a link',
      (parts) =>
        (parts['word/_rels/header2.xml.rels'] = parts['word/_rels/header2.xml.rels']!.replace(
          /Target="[^"]*"/,
          'Target="https://x.example/a.png" TargetMode="External"',
        )),
    ],
    [
      'a chart',
      'neither text nor a picture (chart)',
      (parts) =>
        (parts['word/_rels/header2.xml.rels'] = parts['word/_rels/header2.xml.rels']!.replace(
          '/image"',
          '/chart"',
        )),
    ],
    [
      'a picture that is not there',
      'neither text nor a picture',
      (parts) =>
        (parts['word/_rels/header2.xml.rels'] = parts['word/_rels/header2.xml.rels']!.replace(
          /Target="[^"]*"/,
          'Target="../../../etc/passwd"',
        )),
    ],
    [
      'no room',
      'leave no room',
      (parts) =>
        (parts['word/document.xml'] = parts['word/document.xml']!.replace(/w:left="\d+"/, 'w:left="9999"')),
    ],
    [
      'a sheet of no size',
      'leave no room',
      (parts) => (parts['word/document.xml'] = parts['word/document.xml']!.replace(/w:w="\d+"/, 'w:w="a"')),
    ],
  ])('with %s is refused, with a way out', async (_, why, change) => {
    const { code, said } = await tried(altered(plain, change))
    expect(code).toBe(2)
    expect(said).toContain('*templates/letterhead.docx* cannot be your letterhead')
    expect(said).toContain(why)
  })

  const split = (...pieces: string[]) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces
      .map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`)
      .join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const simple = (words: string) => `<w:fldSimple w:instr="${words}"><w:r><w:t>x</w:t></w:r></w:fldSimple>`

  test.each([
    [
      'a picture from the net',
      simple(' INCLUDEPICTURE &quot;http://evil.example/i.png&quot; \\d '),
      /field \(INCLUDEPICTURE\)/,
    ],
    ['text from a file', simple('INCLUDETEXT /etc/passwd'), /field \(INCLUDETEXT\)/],
    ['text from a file, in lower case', simple('includetext x'), /field \(includetext\)/],
    ['a program', split('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe'), /field \(DDEAUTO\)/],
    ['a program, in pieces', split(' D', 'D', 'E', ' cmd /c calc'), /field \(DDE\)/],
    ['a link', split(' LINK Excel.Sheet.8 x'), /field \(LINK\)/],
    ['an import', simple('IMPORT x'), /field \(IMPORT\)/],
    ['a macro', simple('MACROBUTTON Run x'), /field \(MACROBUTTON\)/],
    ['a database', simple('DATABASE \\d x'), /field \(DATABASE\)/],
    ['an object', simple('EMBED Package'), /field \(EMBED\)/],
    ['a question', simple('FILLIN x'), /field \(FILLIN\)/],
    ['commands for a printer', simple('PRINT x'), /field \(PRINT\)/],
    [
      'a field within a field',
      split('IF 1 = 1 ', `</w:instrText></w:r>${split('DDE x')}<w:r><w:instrText>`),
      /field \(DDE\)/,
    ],
    [
      'a field made of fields',
      split(`</w:instrText></w:r>${split('QUOTE 68 68 69')}<w:r><w:instrText>`, ' cmd'),
      /field \(cmd\)/,
    ],
    [
      'a field that never ends',
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE x</w:instrText></w:r>',
      /field \(DDE\)/,
    ],
    ['a field that never begins', '<w:r><w:instrText>DDE x</w:instrText></w:r>', /field \(DDE\)/],
    ['a field of no words', split(' '), /made of other fields/],
    ['an object of another program', '<w:r><w:object/></w:r>', /\(w:object\)/],
    ['a control that runs', '<w:r><w:control r:id="x"/></w:r>', /\(w:control\)/],
    ['another file', '<w:r><w:pict><o:OLEObject/></w:pict></w:r>', /\(o:OLEObject\)/],
    [
      'a macro on leaving',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:exitMacro w:val="x"/></w:ffData></w:fldChar></w:r>',
      /./,
    ],
    [
      'a picture named in a shape',
      '<w:r><w:pict><v:shape><v:imagedata src="http://evil.example/i.png"/></v:shape></w:pict></w:r>',
      /only a link/,
    ],
    [
      'a link to a program',
      simple('HYPERLINK &quot;javascript:alert(1)&quot;'),
      /file or a program \(javascript/,
    ],
    [
      'a link to another machine',
      simple('HYPERLINK &quot;\\\\\\\\server\\\\share&quot;'),
      /file or a program/,
    ],
    [
      'a shape that links to a file',
      '<w:r><w:pict><v:shape href="file:///c:/x.exe"/></w:pict></w:r>',
      /file or a program \(file/,
    ],
  ])('with %s in its header is refused, with what it is', async (_, xml, why) => {
    const { code, said } = await tried(withHeader(xml))
    expect(said).toContain('*templates/letterhead.docx* cannot be your letterhead')
    expect(said).toMatch(why)
    expect(code).toBe(2)
  })

  test.each([
    ['the name of the file', simple(' FILENAME \\p ')],
    ['a day, in pieces', split(' DA', 'TE \\@ "d MMMM yyyy"')],
    ['a condition', split('IF ', `</w:instrText></w:r>${split('PAGE')}<w:r><w:instrText>`, ' = 1 "a" "b"')],
    ['a page', simple('HYPERLINK &quot;https://hartnell.example&quot;')],
    ['an address', simple('HYPERLINK mailto:a@hartnell.example')],
    ['a place in the document', simple('HYPERLINK \\l top')],
    ['a sum', simple('=1+1')],
  ])('with %s in its header is taken', async (_, xml) => {
    expect(await tried(withHeader(xml))).toMatchObject({ code: 0 })
  })

  test.each([
    ['https://evil.example/t.dotm', true],
    ['\\\\server\\share\\t.dotx', true],
    ['file:///\\\\server\\share\\t.dotx', true],
    ['file://server/share/t.dotx', true],
    ['file:////server/share/t.dotx', true],
    ['file:///C:\\Users\\ana\\t.dotx', false],
    ['file:///Users/ana/t.dotx', false],
    ['C:\\t.dotx', false],
  ])('whose template is at %s is refused where that would be fetched: %s', async (target, isRefused) => {
    const letterhead = altered(plain, (parts) => {
      parts['word/_rels/settings.xml.rels'] =
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`
    })
    const { code, said, bytes } = await tried(letterhead)
    expect(code).toBe(isRefused ? 2 : 0)
    if (isRefused) expect(said).toContain('would fetch its template')
    else expect(JSON.stringify(partsOf(bytes))).not.toContain('attachedTemplate')
  })

  test('that is no Word file, is locked, or swells, is refused', async () => {
    const swollen = altered(await letterheads['nothing but paper']!(), (parts) => {
      parts['word/more.xml'] = ' '.repeat(30_000_000)
    })
    const bad: [Uint8Array, string][] = [
      [new Uint8Array(), 'not a readable Word file'],
      [new TextEncoder().encode('Dear …'), 'not a readable Word file'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'has a password'],
      [swollen, 'contains more than a letterhead needs'],
    ]
    for (const [bytes, why] of bad) expect((await tried(bytes)).said).toContain(why)
  })

  test('whatever its bytes are, is used or refused', async () => {
    const open = (changed: Uint8Array) => {
      try {
        openLetterhead({ name: 'it', bytes: changed }, sample).put(
          new Map([
            ['word/styles.xml', '<w:styles><w:docDefaults><w:lang/></w:docDefaults></w:styles>'],
            ['word/document.xml', '<w:sectPr></w:sectPr>'],
          ]),
        )
        return true
      } catch (error) {
        return error instanceof HjpError
      }
    }
    const at = fc.tuple(fc.nat(plain.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(at, { minLength: 1, maxLength: 4 }), (edits) =>
        open(edits.reduce((now, [n, value]) => now.with(n, value), plain)),
      ),
      { numRuns: runs(300) },
    )
  })
})
