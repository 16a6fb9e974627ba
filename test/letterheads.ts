import { crc32, deflateSync } from 'node:zlib'
import * as D from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { zipped } from './zipped.ts'

/** A picture of one colour. */
function png(width: number, height: number, colour: [number, number, number]): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()])
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const mark = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

const logo = (width: number) =>
  new D.ImageRun({
    type: 'png',
    data: png(width, 40, [139, 30, 63]),
    transformation: { width, height: 40 },
    altText: { id: '1', name: 'Logo', title: 'Logo', description: 'Hartnell Legal' },
  })
const line = (text: string, options: D.IParagraphOptions = {}) =>
  new D.Paragraph({ ...options, children: [new D.TextRun({ text })] })
const counter = () => new D.TextRun({ children: ['Page ', D.PageNumber.CURRENT] })

const styles: D.IStylesOptions = {
  default: {
    document: {
      run: { font: 'Georgia', size: 21, language: { value: 'de-DE' } },
      paragraph: { spacing: { after: 0, line: 280 } },
    },
    title: { run: { size: 44, color: '8B1E3F', font: 'Georgia' }, paragraph: { spacing: { after: 200 } } },
    heading1: {
      run: { size: 28, color: '8B1E3F', bold: true },
      paragraph: { indent: { left: 300 }, spacing: { before: 300 } },
    },
    heading2: { run: { size: 24, color: '8B1E3F', italics: true } },
  },
  paragraphStyles: [
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: 18, color: '555555' } },
    { id: 'Note', name: 'Motto', basedOn: 'Normal', run: { italics: true } },
  ],
}

/** Letterheads as people make them. */
export const letterheads: Record<string, () => Promise<Uint8Array>> = {
  /** Wide margins, a font, coloured headings, a logo on the first page, and pages that it counts. */
  'a logo on the first page': () =>
    made({
      styles,
      sections: [
        {
          properties: {
            titlePage: true,
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 2400, bottom: 1900, left: 2100, right: 1133, header: 500, footer: 400 },
            },
          },
          headers: {
            first: new D.Header({
              children: [
                new D.Paragraph({ children: [logo(150)], alignment: D.AlignmentType.RIGHT }),
                line('Justice where you live', { style: 'Note' }),
              ],
            }),
            default: new D.Header({ children: [line('Hartnell Legal', { style: 'Header' })] }),
          },
          footers: {
            default: new D.Footer({
              children: [
                line('1 Long Street, Hartnell · ABN 00 000 000 009'),
                new D.Paragraph({ children: [counter()] }),
              ],
            }),
            first: new D.Footer({
              children: [
                new D.Paragraph({
                  children: [
                    new D.ExternalHyperlink({
                      link: 'https://hartnell.example',
                      children: [new D.TextRun('hartnell.example')],
                    }),
                  ],
                }),
              ],
            }),
          },
          children: [line('Dear …')],
        },
      ],
    }),
  /** A table with a picture at the head, one look for left pages, and lists in its styles. */
  'two sides': () =>
    made({
      evenAndOddHeaderAndFooters: true,
      numbering: {
        config: [{ reference: 'own', levels: [{ level: 0, format: D.LevelFormat.DECIMAL, text: '§ %1' }] }],
      },
      styles: {
        paragraphStyles: [
          {
            id: 'berschrift1',
            name: 'heading 1',
            basedOn: 'Normal',
            run: { color: '0B6E4F', font: 'Verdana' },
            paragraph: { numbering: { reference: 'own', level: 0 } },
          },
        ],
      },
      sections: [
        {
          properties: { page: { size: { width: 12240, height: 15840 } } },
          headers: {
            default: new D.Header({
              children: [
                new D.Table({
                  rows: [
                    new D.TableRow({
                      children: [
                        new D.TableCell({ children: [new D.Paragraph({ children: [logo(80)] })] }),
                        new D.TableCell({ children: [line('Right-hand pages', { heading: 'Heading1' })] }),
                      ],
                    }),
                  ],
                }),
              ],
            }),
            even: new D.Header({ children: [new D.Paragraph({ children: [logo(80), counter()] })] }),
          },
          children: [line('Dear …')],
        },
      ],
    }),
  /** What Word puts into headers: a box with a shape for older programs, a number of its own gallery, bound and changed words. */
  'all that Word can do': async () =>
    altered(await letterheads['two sides']!(), (parts) => {
      parts['word/header1.xml'] = parts['word/header1.xml']!.replace('</w:hdr>', `${FULL}</w:hdr>`)
      parts['word/styles.xml'] = parts['word/styles.xml']!.replace('</w:styles>', `${STYLES}</w:styles>`)
    }),
  'nothing but paper': () => made({ sections: [{ children: [] }] }),
}

const BOX =
  '<w:txbxContent><w:p><w:pPr><w:pStyle w:val="Address"/></w:pPr><w:r><w:t>1 Long Street</w:t></w:r></w:p></w:txbxContent>'
const FULL =
  '<w:p><w:bookmarkStart w:id="0" w:name="top"/><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
  '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
  '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>3000000</wp:posOffset></wp:positionH>' +
  '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="360000"/><wp:wrapNone/>' +
  '<wp:docPr id="1" name="Box" descr="Address"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>' +
  '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>' +
  `<wps:txbx>${BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
  `<mc:Fallback><w:pict><v:rect id="box" style="width:140pt;height:28pt"><v:textbox>${BOX}</v:textbox></v:rect></w:pict></mc:Fallback>` +
  '</mc:AlternateContent></w:r><w:bookmarkEnd w:id="0"/></w:p>' +
  '<w:sdt><w:sdtPr><w:id w:val="7"/><w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/></w:docPartObj></w:sdtPr><w:sdtContent>' +
  '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>' +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>' +
  '<w:p><w:sdt><w:sdtPr><w:id w:val="8"/><w:dataBinding w:xpath="/a" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/><w:text/></w:sdtPr>' +
  '<w:sdtContent><w:r><w:t>Bound</w:t></w:r></w:sdtContent></w:sdt><w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t> come</w:t></w:r></w:ins>' +
  '<w:del w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:delText> gone</w:delText></w:r></w:del></w:p>'
const STYLES =
  '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Address"><w:name w:val="Address"/><w:basedOn w:val="Normal"/><w:link w:val="AddressChar"/>' +
  '<w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color w:val="1F3864" w:themeColor="accent1" w:themeShade="80"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:customStyle="1" w:styleId="AddressChar"><w:name w:val="Address Char"/><w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="Address"/></w:style>' +
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'

const made = async (options: D.IPropertiesOptions) =>
  new Uint8Array(await D.Packer.toBuffer(new D.Document(options)))

/** A Word file in which parts are changed, put in, or taken out. */
export function altered(bytes: Uint8Array, change: (parts: Record<string, string>) => void): Uint8Array {
  const files = unzipSync(bytes)
  const texts = Object.fromEntries(
    Object.entries(files).flatMap(([path, part]) =>
      /\.(xml|rels)$/.test(path) ? [[path, strFromU8(part)]] : [],
    ),
  )
  change(texts)
  const others = Object.entries(files).filter(([path]) => !/\.(xml|rels)$/.test(path))
  return zipped({ ...Object.fromEntries(others), ...texts })
}
