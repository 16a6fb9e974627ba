import { NAVY } from '../docx/style-xml.ts'
import { inOrder } from './order.ts'
import {
  childOf,
  type Element,
  elementsOf,
  everyElement,
  mapElements,
  readXml,
  valued,
  valueIn,
  writeXml,
} from './xml.ts'

/** Styles of hjp's that look as the letterhead has them. Others keep their look, and take on its font by what they are based on. */
const TAKEN = new Set([
  'normal',
  'title',
  'subtitle',
  'heading 1',
  'heading 2',
  'heading 3',
  'header',
  'footer',
  'strong',
  'emphasis',
  'intense emphasis',
  'hyperlink',
  'normal table',
])

const stylesIn = (root: Element): Element[] => elementsOf(root).filter(({ name }) => name === 'w:style')
const idOf = ({ attributes }: Element): string => attributes['w:styleId'] ?? ''
const typeOf = ({ attributes }: Element): string => attributes['w:type'] ?? 'paragraph'
const keyOf = (style: Element): string => `${typeOf(style)} ${nameOf(style)}`
const nameOf = (style: Element): string => valueIn(style, 'w:name')?.toLowerCase() ?? ''

/** Styles in which a letterhead's stand beside hjp's, and over those that both have; and what its ids are here. */
export function restyled(
  ours: string,
  letterhead: Element | undefined,
): { styles: string; styleOf: (id: string) => string; isTight: boolean } {
  if (!letterhead) return { styles: ours, styleOf: (id) => id, isTight: false }
  const root = readXml(ours)
  const own = stylesIn(root)
  const theirs = stylesIn(letterhead).filter((style) => typeOf(style) !== 'numbering')
  const [byKey, names, ids] = [
    new Map(own.map((style) => [keyOf(style), style])),
    new Set(own.map(nameOf)),
    new Set(own.map(idOf)),
  ]
  const renamed = new Map(
    theirs.map((style) => {
      const [id, same] = [idOf(style), byKey.get(keyOf(style))]
      return [id, same ? idOf(same) : ids.has(id) ? `Letterhead${id}` : id]
    }),
  )
  const styleOf = (id: string) => renamed.get(id) ?? id
  const tidied = theirs.map((style) => adopted(style, renamed))
  const over = new Map(
    tidied.filter((style) => TAKEN.has(nameOf(style))).map((style) => [keyOf(style), style]),
  )
  const hue = hueOf(over.get('paragraph heading 1'), tidied)
  const styles = [
    ...own.map((style) => {
      const theirs = over.get(keyOf(style))
      return theirs ? looking(style, theirs) : hued(style, hue)
    }),
    ...tidied.filter((style) => !byKey.has(keyOf(style))).map((style) => withOwnName(style, names)),
  ]
  const defaults = defaultsOf(childOf(letterhead, 'w:docDefaults'), childOf(root, 'w:docDefaults')!)
  return {
    // What its styles say may have prefixes that only it explains.
    styles: writeXml({
      ...root,
      attributes: { ...letterhead.attributes, ...root.attributes },
      children: [defaults, ...styles],
    }),
    styleOf,
    isTight: isTight(over.get('paragraph normal'), defaults),
  }
}

/** A style of the letterhead by the ids that it has here, without lists, and without a language of its own. */
function adopted(style: Element, renamed: Map<string, string>): Element {
  const { 'w:default': _, ...given } = style.attributes
  const attributes = { ...given, 'w:styleId': renamed.get(idOf(style))! }
  return mapElements({ ...style, attributes }, (each) => {
    const { name } = each
    if (['w:numPr', 'w:lang', 'w:aliases'].includes(name) || /^w:\w+Change$/.test(name)) return []
    if (!['w:basedOn', 'w:next', 'w:link'].includes(name)) return [each]
    const known = renamed.get(each.attributes['w:val'] ?? '')
    return known === undefined ? [] : [valued(name, known)]
  })
}

/** One of hjp's styles that looks like one of the letterhead's: what it is for stays. */
function looking(own: Element, theirs: Element): Element {
  const of = (style: Element, name: string) => elementsOf(style).filter((each) => each.name === name)
  const isBase = own.attributes['w:default'] !== undefined
  const look = elementsOf(theirs).filter(({ name }) => /^w:(rPr|tblPr|trPr|tcPr|tblStylePr)$/.test(name))
  const paragraph = paragraphLook(childOf(own, 'w:pPr'), childOf(theirs, 'w:pPr'))
  return {
    ...own,
    children: [
      ...of(own, 'w:name'),
      ...(isBase ? [] : of(theirs, 'w:basedOn').length > 0 ? of(theirs, 'w:basedOn') : of(own, 'w:basedOn')),
      ...of(own, 'w:next'),
      ...of(theirs, 'w:link'),
      ...of(own, 'w:qFormat'),
      ...(paragraph ? [paragraph] : []),
      ...look,
    ],
  }
}

/** What binds a paragraph to its number, its level and the next one, stays; so does the room round a heading where theirs has none. A number brings its own indent. */
const BINDING = ['w:keepNext', 'w:keepLines', 'w:numPr', 'w:outlineLvl']

function paragraphLook(own: Element | undefined, theirs: Element | undefined): Element | undefined {
  const bound = own ? elementsOf(own).filter(({ name }) => BINDING.includes(name)) : []
  const isNumbered = bound.some(({ name }) => name === 'w:numPr')
  const left = [...BINDING, ...(isNumbered ? ['w:ind', 'w:tabs'] : [])]
  const kept = theirs ? elementsOf(theirs).filter((each) => !left.includes(each.name)) : []
  const isHeading = bound.some(({ name }) => name === 'w:keepNext')
  const isSpaced = !isHeading || kept.some(({ name }) => name === 'w:spacing')
  const room = own && !isSpaced ? elementsOf(own).filter(({ name }) => name === 'w:spacing') : []
  const all = inOrder([...bound, ...room, ...kept])
  return all.length > 0 ? { name: 'w:pPr', attributes: {}, children: all } : undefined
}

/** A style that only the letterhead has. Where it shares its name with another sort of style of ours, it gets another. */
function withOwnName(style: Element, names: Set<string>): Element {
  if (!names.has(nameOf(style))) return style
  return {
    ...style,
    children: style.children.map((child) =>
      typeof child !== 'string' && child.name === 'w:name'
        ? valued('w:name', `Letterhead ${child.attributes['w:val']}`)
        : child,
    ),
  }
}

/** The font and the spacing that all begin with, in the language of the document. */
function defaultsOf(theirs: Element | undefined, own: Element): Element {
  const language = [...everyElement(own)].find(({ name }) => name === 'w:lang')!
  const run = childOf(childOf(theirs, 'w:rPrDefault'), 'w:rPr')
  const spoken = [...(run ? elementsOf(run) : []).filter(({ name }) => name !== 'w:lang'), language]
  const paragraph = childOf(theirs, 'w:pPrDefault')
  const wrapped = (name: string, children: Element[]): Element => ({ name, attributes: {}, children })
  return wrapped('w:docDefaults', [
    wrapped('w:rPrDefault', [wrapped('w:rPr', spoken)]),
    ...(paragraph ? [paragraph] : []),
  ])
}

/** Twips after a paragraph under which paragraphs run together. */
const APART = 60

function isTight(normal: Element | undefined, defaults: Element): boolean {
  const spacings = [normal, childOf(defaults, 'w:pPrDefault')].map((each) => each && [...everyElement(each)])
  const after = spacings.flatMap(
    (all) => all?.find(({ name }) => name === 'w:spacing')?.attributes['w:after'] ?? [],
  )[0]
  return Number(after ?? 0) < APART
}

/** The colour of a style, or of what it is based on. */
function hueOf(style: Element | undefined, all: Element[], depth = 0): Element | undefined {
  if (!style || depth > 9) return undefined
  const based = valueIn(style, 'w:basedOn')
  return (
    childOf(childOf(style, 'w:rPr'), 'w:color') ??
    hueOf(
      all.find((each) => idOf(each) === based),
      all,
      depth + 1,
    )
  )
}

/** Ours in the colour of the letterhead's headings, where it has that of our headings. */
const hued = (style: Element, hue: Element | undefined): Element =>
  mapElements(style, (each) =>
    each.name === 'w:color' && each.attributes['w:val'] === NAVY ? (hue ? [hue] : []) : [each],
  )
