import { fieldErrors } from '../../../errors.ts'
import type { Parts } from '../docx/packing.ts'
import { escaped } from '../docx/text.ts'
import { refuseLink, refuseRunning } from './fields.ts'
import { inOrder } from './order.ts'
import { badLetterhead, type Letterhead } from './read.ts'
import { type Element, elementsOf, everyElement, mapElements, valued, writeXml } from './xml.ts'

/** What parts are carried over under, and the types that they are told by. */
export type Load = { parts: Parts; types: Map<string, string>; images: Map<string, string> }

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A part under a new path, with the pictures in it and the links. Throws HjpError badLetterhead where it holds anything else. */
export function carry(letterhead: Letterhead, from: string, to: string, part: Element, load: Load): void {
  refuseRunning(letterhead, part)
  load.parts.set(to, writeXml(part))
  const named = new Set([...everyElement(part)].flatMap(({ attributes }) => Object.values(attributes)))
  const relations = letterhead.relationsOf(from).filter(({ id }) => named.has(id))
  const relationships = relations.map(({ id, type, target, isOutside }) => {
    if (type === 'image' && isOutside) throw badLetterhead(letterhead.name, fieldErrors.onlyLinked)
    if (type === 'hyperlink' && isOutside) {
      refuseLink(letterhead.name, target)
      return relation(id, type, target, true)
    }
    if (type !== 'image') throw badLetterhead(letterhead.name, fieldErrors.noLetterhead(type))
    return relation(id, type, `/${image(letterhead, target, load)}`, false)
  })
  const at = to.lastIndexOf('/') + 1
  load.parts.set(
    `${to.slice(0, at)}_rels/${to.slice(at)}.rels`,
    `${XML}<Relationships xmlns="${PACKAGE}">${relationships.join('')}</Relationships>`,
  )
}

const relation = (id: string, type: string, target: string, isOutside: boolean): string =>
  `<Relationship Id="${escaped(id)}" Type="${OFFICE}/${type}" Target="${escaped(target)}"` +
  `${isOutside ? ' TargetMode="External"' : ''}/>`

/** The new path of an image, under which it stands once. */
function image(letterhead: Letterhead, from: string, { parts, types, images }: Load): string {
  const known = images.get(from)
  if (known) return known
  const [bytes, type] = [letterhead.part(from), letterhead.typeOf(from)]
  if (!bytes || !type?.startsWith('image/'))
    throw badLetterhead(letterhead.name, fieldErrors.noLetterhead(type ?? from))
  const ending = /\.[a-z0-9]{1,5}$/i.exec(from)?.[0] ?? ''
  const to = `word/media/letterhead${images.size + 1}${ending.toLowerCase()}`
  images.set(from, to)
  parts.set(to, bytes)
  types.set(to, type)
  return to
}

/** What would point to something that is not carried over, or stand twice in a file. */
const LEFT = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:numPr',
  'w:dataBinding',
  'w15:dataBinding',
  'w:lang',
])
const GONE = new Set(['w:del', 'w:moveFrom'])
const COME = new Set(['w:ins', 'w:moveTo'])
const SIDES: Record<string, string> = { start: 'left', end: 'right' }
const UNCOUNTED: Element = {
  name: 'w:numPr',
  attributes: {},
  children: [valued('w:ilvl', '0'), valued('w:numId', '0')],
}
/** A heading in it is none of the document's, and counts for none. */
const uncounted = (each: Element): Element[] =>
  each.name === 'w:pPr' ? [{ ...each, children: inOrder([...elementsOf(each), UNCOUNTED]) }] : [each]
const STYLED = new Set(['w:pStyle', 'w:rStyle', 'w:tblStyle'])

/** A header or footer as it reads once its changes are taken, with the styles that it has here. */
export function cleared(part: Element, styleOf: (id: string) => string): Element {
  const make = (each: Element): Element[] => {
    const { name, attributes } = each
    if (LEFT.has(name) || GONE.has(name) || /^w:\w+Change$/.test(name)) return []
    if (COME.has(name)) return elementsOf(each).flatMap(make)
    // LibreOffice names sides as a later standard does.
    if (name === 'w:jc') return [valued(name, SIDES[attributes['w:val'] ?? ''] ?? attributes['w:val'] ?? '')]
    if (name === 'w:sdtPr')
      return [{ ...each, children: elementsOf(each).filter((inner) => inner.name !== 'w:id') }]
    // And shapes by a second name, which Word has no place for.
    const { ID: _, ...named } = attributes
    if (name.startsWith('v:')) return [{ ...each, attributes: named }]
    if (!STYLED.has(name)) return [each]
    return [{ ...each, attributes: { ...attributes, 'w:val': styleOf(attributes['w:val'] ?? '') } }]
  }
  return mapElements(mapElements(part, make), uncounted)
}
