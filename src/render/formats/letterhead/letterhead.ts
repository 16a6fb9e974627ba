import type { Document } from '../../document/document.ts'
import type { Parts } from '../docx/packing.ts'
import { BODY } from '../docx/properties.ts'
import { escaped } from '../docx/text.ts'
import { carry, type Load } from './carried.ts'
import { type Framed, frames } from './frames.ts'
import { type LetterheadFile, readLetterhead } from './read.ts'
import { sheetOf } from './sheet.ts'
import { restyled } from './styles.ts'
import { type Element, elementsOf, elementXml, mapElements } from './xml.ts'

const RELATIONS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const THEME = 'word/theme/theme1.xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A letterhead, ready for a document. Throws HjpError badLetterhead. */
export function openLetterhead(file: LetterheadFile, document: Document) {
  const letterhead = readLetterhead(file)
  const sheet = sheetOf(letterhead, document)
  return {
    isTwoSided: letterhead.isTwoSided,
    /** Twips between the margins, where it says how large its sheet is. */
    room: sheet && { width: sheet.width, height: sheet.height },
    /** Puts a document on it. */
    put(parts: Parts): void {
      const change = (path: string, edit: (xml: string) => string) =>
        parts.set(path, edit(String(parts.get(path))))
      const { styles, styleOf, isTight } = restyled(String(parts.get('word/styles.xml')), letterhead.styles)
      parts.set('word/styles.xml', styles)
      const load: Load = { parts, types: new Map(), images: new Map() }
      const framed = frames(letterhead, document, styleOf, load)
      if (letterhead.theme) carry(letterhead, letterhead.theme, THEME, letterhead.xml(letterhead.theme), load)
      change(BODY, (xml) => {
        const body = isTight
          ? xml.replaceAll('<w:pStyle w:val="Normal"/>', '<w:pStyle w:val="RunningText"/>')
          : xml
        return relaid(body, framed, letterhead.section, sheet)
      })
      change(RELATIONS, (xml) => before('</Relationships>', xml, framed.map(relation)))
      change(TYPES, (xml) => before('</Types>', xml, [...load.types].map(override)))
    },
  }
}

const idOf = ({ page, frame }: Framed): string => `letterhead-${page}-${frame}`
const relation = (each: Framed): string =>
  `<Relationship Id="${idOf(each)}" Type="${OFFICE}/${each.frame}" Target="/${each.path}"/>`
const override = ([path, type]: [string, string]): string =>
  `<Override PartName="/${path}" ContentType="${escaped(type)}"/>`
const before = (end: string, xml: string, added: string[]): string =>
  xml.replace(end, () => added.join('') + end)

/** A body whose section is laid out as that of the letterhead. */
function relaid(
  body: string,
  framed: Framed[],
  section: Element,
  sheet: { size: Element; margins: Element } | undefined,
): string {
  const at = body.lastIndexOf('<w:sectPr>')
  const rest = body.slice(at)
  const own = (name: string) => new RegExp(`<${name}\\b[^>]*/>`).exec(rest)?.[0] ?? ''
  const theirs = (name: string) =>
    elementsOf(section)
      .filter((each) => each.name === name)
      .map(plainXml)
  const references = framed.map(
    (each) => `<w:${each.frame}Reference w:type="${each.page}" r:id="${idOf(each)}"/>`,
  )
  const laid = [
    ...references,
    sheet ? plainXml(sheet.size) : own('w:pgSz'),
    sheet ? plainXml(sheet.margins) : own('w:pgMar'),
    ...theirs('w:pgBorders'),
    ...theirs('w:titlePg'),
  ]
  return `${body.slice(0, at)}<w:sectPr>${laid.join('')}</w:sectPr>${rest.slice(rest.indexOf('</w:sectPr>') + '</w:sectPr>'.length)}`
}

/** As XML that needs no names but Word's own: what other programs put beside them is explained only in the letterhead. */
const plainXml = (element: Element): string =>
  elementsOf(mapElements({ name: '', attributes: {}, children: [element] }, ofWord))
    .map(elementXml)
    .join('')

const isOfWord = (name: string): boolean => name.startsWith('w:')
const ofWord = (each: Element): Element[] =>
  isOfWord(each.name)
    ? [
        {
          ...each,
          attributes: Object.fromEntries(Object.entries(each.attributes).filter(([key]) => isOfWord(key))),
        },
      ]
    : []
