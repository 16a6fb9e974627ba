import { walkXml } from '../../../ooxml/xml.ts'
import { clean } from '../../document/clean.ts'

/** XML as a tree in which names stand as they are written. */
export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] }

/** Reads XML to its root element. Throws where it is not sound, or could unfold into more than it is. */
export function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  walkXml(text, {
    open(name, attributes) {
      const element: Element = { name, attributes, children: [] }
      open.at(-1)!.children.push(element)
      open.push(element)
    },
    text: (words) => open.at(-1)!.children.push(words),
    close: () => open.pop(),
  })
  return elementsOf(root)[0]!
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** An element as a whole file of XML. */
export const writeXml = (element: Element): string => HEAD + elementXml(element)

/** An element as XML, to stand within other XML. */
export function elementXml({ name, attributes, children }: Element): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${safe(value)}"`)
  const inner = children.map((child) => (typeof child === 'string' ? safe(child) : elementXml(child)))
  return inner.length > 0
    ? `<${name}${given.join('')}>${inner.join('')}</${name}>`
    : `<${name}${given.join('')}/>`
}

const safe = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** One element with one value, as most of Word's are. */
export const valued = (name: string, value: string): Element => ({
  name,
  attributes: { 'w:val': clean(value) },
  children: [],
})

const isElement = (child: Element | string): child is Element => typeof child !== 'string'
export const elementsOf = ({ children }: Element): Element[] => children.filter(isElement)
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && elementsOf(element).find((child) => child.name === name)
export const valueIn = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val']

/** All elements, outer before inner. */
export function* everyElement(element: Element): Generator<Element> {
  yield element
  for (const child of elementsOf(element)) yield* everyElement(child)
}

/** An element in which every other below it is replaced by what `make` gives for it: itself, others, or nothing. */
export const mapElements = (element: Element, make: (each: Element) => Element[]): Element => ({
  ...element,
  children: element.children.flatMap((child): (Element | string)[] =>
    isElement(child) ? make(child).map((each) => mapElements(each, make)) : [child],
  ),
})
