import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { TooMuch } from './unzip.ts'

/** Elements in all: several hundred pages. */
const MOST = 500_000
/** Attributes of one element. */
const BROADEST = 500
/** Elements within each other: far more than any document has, and few enough to be kept in mind. */
const DEEPEST = 200

/** `at` is how far into the XML an element opens or closes, past its tag. */
type Handlers = {
  open?(name: string, attributes: Record<string, string>, at: number): void
  close?(name: string, at: number): unknown
  text?(words: string): unknown
}

/** Reads XML from start to end. Throws where it is not well formed, where it brings entities of its own, or is nested without end. */
export function walkXml(xml: string, { open, close, text }: Handlers): void {
  const parser = new SaxesParser()
  let depth = 0
  let many = 0
  parser.on('doctype', () => {
    throw new Error('A document of this sort has no entities of its own.')
  })
  let here = 0
  parser.on('attribute', () => {
    here += 1
    if (here > BROADEST) throw new TooMuch()
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1
    many += 1
    here = 0
    if (many > MOST) throw new TooMuch()
    if (depth > DEEPEST) throw new Error('Nested without end.')
    open?.(name, attributes, parser.position)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    close?.(name, parser.position)
  })
  if (text) parser.on('text', text)
  if (text) parser.on('cdata', text)
  parser.write(xml.replace(/^\ufeff/, '')).close()
}
