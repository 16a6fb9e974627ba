import { TooMuch } from '../../ooxml/unzip.ts'
import { walkXml } from '../../ooxml/xml.ts'
import { OpenCells } from './open-cells.ts'
import { joined, type OpenParagraph, openParagraph, type Paragraph } from './paragraph.ts'
import { superscript, symbolOf } from './symbols.ts'

/** Paragraphs of several hundred pages. */
const MOST = 20_000

/** What was taken out, and what says again for other programs, or of an earlier look, what was said already. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rPrChange', 'w:pPrChange'])
/** Other files that stand between paragraphs, or in one of their own. */
const INSERTED = new Set(['w:altChunk', 'w:subDoc'])
/** What is no text but stands for some. */
const SIGNS: Record<string, string> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
}
const REMARKS: Record<string, string> = {
  'w:commentReference': 'comment',
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
}
const isOn = ({ 'w:val': value }: Record<string, string>): boolean =>
  !['0', 'false', 'off'].includes(value ?? '')

/**
 * The paragraphs of a body, a comment or a footnote, in order. `links` are the addresses that links lead to, by their ids. Throws
 * TooMuch, or another error where it is not well-formed XML.
 */
export function readParagraphs(xml: string, links = new Map<string, string>()): Paragraph[] {
  const reader = new BodyReader(links)
  walkXml(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (words) => reader.text(words),
    close: (name) => reader.close(name),
  })
  return reader.end()
}

type XmlAttributes = Record<string, string>

/** Reads a body tag by tag. */
class BodyReader {
  readonly #links: Map<string, string>
  readonly #all: Paragraph[] = []
  /** Paragraphs in text boxes stand inside others. */
  readonly #open: OpenParagraph[] = []
  readonly #cells = new OpenCells()
  /** Bookmarks, controls and files between paragraphs belong to the next. */
  #waiting: string[] = []
  #controls: string[] = []
  #files = 0
  /** What a paragraph whose end was taken out leaves to the next. */
  #before: Paragraph | undefined
  /** The elements that are open. */
  readonly #within: string[] = []
  #skipped = 0
  #run = PLAIN
  /** The bookmarks that are open, by their ids. */
  readonly #marks = new Map<string, string>()
  /** The fields that are open here, and of how many the result is a number of ours: it is counted anew, and is no words. */
  readonly #fields: { instruction: string; isNumber: boolean }[] = []
  #numbers = 0
  readonly #addresses: { to: string; from: number }[] = []

  constructor(links: Map<string, string>) {
    this.#links = links
  }

  open(name: string, attributes: XmlAttributes): void {
    const at = this.#open.at(-1)
    if (name === 'w:p') this.#openParagraph()
    this.#cells.open(name, attributes['w:val'], this.#within)
    this.#mark(name, attributes, at)
    if (INSERTED.has(name) && this.#skipped === 0) this.#files += 1
    if (name === 'w:fldChar') this.#turnField(attributes['w:fldCharType'])
    if (name === 'w:r') this.#run = PLAIN
    if (at && this.#skipped === 0) {
      if (this.#stands('w:r', 'w:rPr')) this.#set(name, attributes)
      this.#put(name, attributes, at)
    }
    const isContents = isOfContents(name, attributes)
    if (SKIPPED.has(name) || isContents) this.#skipped += 1
    this.#within.push(isContents ? CONTENTS : name)
  }

  text(words: string): void {
    const within = this.#within.at(-1)
    if (within === 'w:instrText' && this.#fields.length > 0) this.#fields.at(-1)!.instruction += words
    if (within === 'w:t' || within === 'm:t') this.#say(words)
  }

  close(name: string): void {
    const was = this.#within.pop()!
    if (SKIPPED.has(name) || was === CONTENTS) this.#skipped -= 1
    if (name === 'm:num') this.#say('/')
    if (name === 'w:hyperlink') this.#closeLink()
    if (name === 'w:p') this.#closeParagraph()
    if (name === 'w:tr') this.#cells.closeRow()
    if (name === 'w:tc') this.#closeBefore()
  }

  end(): Paragraph[] {
    this.#closeBefore()
    const last = this.#all.at(-1)
    if (last) last.files += this.#files
    return this.#all
  }

  /** Whether what opens now stands right within these, outer first. */
  #stands(outer: string, inner: string): boolean {
    return this.#within.at(-2) === outer && this.#within.at(-1) === inner
  }

  #openParagraph(): void {
    const cells = this.#cells.now()
    const [bookmarks, controls, files] = [this.#waiting, this.#controls, this.#files]
    this.#open.push(openParagraph({ cells, bookmarks, controls, files }))
    this.#waiting = []
    this.#controls = []
    this.#files = 0
  }

  #closeParagraph(): void {
    const { runsOn, runs, looks, ...paragraph } = this.#open.pop()!
    if (this.#all.length > MOST) throw new TooMuch()
    if (this.#cells.isGone) return
    const isStrong = runs.length > 0 && runs.every(Boolean)
    const read: Paragraph = { ...paragraph, isStrong, isMarked: looks.size > 1 }
    const whole = this.#before ? joined(this.#before, read) : read
    this.#before = runsOn ? whole : undefined
    if (!runsOn) this.#all.push(whole)
  }

  #closeBefore(): void {
    if (this.#before) this.#all.push(this.#before)
    this.#before = undefined
  }

  /** Bookmarks, content controls and links. */
  #mark(name: string, attributes: XmlAttributes, at: OpenParagraph | undefined): void {
    if ((name === 'w:alias' || name === 'w:tag') && !at) this.#controls.push(attributes['w:val'] ?? '')
    if (name === 'w:bookmarkStart') {
      const into = at?.bookmarks ?? this.#waiting
      into.push(attributes['w:name'] ?? '')
      this.#marks.set(attributes['w:id'] ?? '', attributes['w:name'] ?? '')
    }
    if (name === 'w:bookmarkEnd') {
      const ended = this.#marks.get(attributes['w:id'] ?? '')
      if (ended) (at ?? this.#all.at(-1))?.ended.push(ended)
    }
    if (name === 'w:hyperlink' && at)
      this.#addresses.push({ to: this.#links.get(attributes['r:id'] ?? '') ?? '', from: at.words.length })
  }

  /** The address of a link stands after its words, where it is not they. */
  #closeLink(): void {
    const link = this.#addresses.pop()
    const words = this.#open.at(-1)?.words.slice(link?.from) ?? ''
    if (link?.to && words.trim() && !words.includes(link.to)) this.#say(` (${link.to})`)
  }

  #turnField(kind: string | undefined): void {
    const field = this.#fields.at(-1)
    if (kind === 'begin') this.#fields.push({ instruction: '', isNumber: false })
    if (kind === 'separate' && field && NUMBER.test(field.instruction)) {
      field.isNumber = true
      this.#numbers += 1
    }
    if (kind === 'end' && this.#fields.pop()?.isNumber) this.#numbers -= 1
  }

  /** How the run is set from here. */
  #set(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val'] ?? ''
    const isHere = isOn(attributes)
    const isStyled = name === 'w:rStyle' && /^(Strong|IntenseEmphasis)$/.test(value)
    if (name === 'w:vanish') this.#run = { ...this.#run, isHidden: isHere }
    if (name === 'w:strike' || name === 'w:dstrike') this.#run = { ...this.#run, isStruck: isHere }
    if (name === 'w:vertAlign') this.#run = { ...this.#run, isRaised: value === 'superscript' }
    if (name === 'w:b' || isStyled) this.#run = { ...this.#run, isStrong: isHere }
    const look = LOOKS.has(name) ? lookOf(name, attributes) : ''
    if (look) this.#run = { ...this.#run, look: `${this.#run.look} ${look}` }
  }

  /** What an element says of the paragraph it stands in, or puts into it. */
  #put(name: string, attributes: XmlAttributes, at: OpenParagraph): void {
    const value = attributes['w:val'] ?? ''
    if (name === 'w:del' && this.#stands('w:pPr', 'w:rPr')) at.runsOn = true
    if (name === 'w:pStyle') at.style = value
    if (name === 'w:numId') at.list = { level: 0, ...at.list, number: value }
    if (name === 'w:ilvl') at.list = { number: '', ...at.list, level: levelOf(value) }
    if (SIGNS[name] && this.#within.at(-1) !== 'w:tabs') this.#say(SIGNS[name])
    if (name === 'w:sym') this.#say(symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? ''))
    if (REMARKS[name]) at.remarks.push(`${REMARKS[name]}-${attributes['w:id']}`)
    if (['w:drawing', 'w:pict', 'w:object', 'w:contentPart'].includes(name)) at.pictures += 1
  }

  #say(words: string): void {
    const at = this.#open.at(-1)
    if (!at || this.#skipped > 0 || this.#numbers > 0) return
    if (this.#run.isHidden) at.hidden += words
    else if (this.#run.isStruck) at.struck += words
    else {
      at.words += this.#run.isRaised ? superscript(words) : words
      if (words.trim()) at.runs.push(this.#run.isStrong)
      if (/\p{L}/u.test(words)) at.looks.add(this.#run.look)
    }
  }
}

/** How deep a list item is, 0 to 8, as an attribute of Word's says it. */
export const levelOf = (value: string): number => Math.min(8, Math.max(0, Math.trunc(Number(value)) || 0))

/** How a run is set. */
const PLAIN = { isHidden: false, isStruck: false, isRaised: false, isStrong: false, look: '' }

/** What sets some words off from others. */
const LOOKS = new Set(
  ['b', 'i', 'u', 'color', 'highlight', 'shd', 'bdr', 'em', 'sz', 'caps', 'smallCaps', 'rStyle'].map(
    (name) => `w:${name}`,
  ),
)
/** How a run is set off; nothing where that says only that it is not. */
const lookOf = (name: string, attributes: XmlAttributes): string => {
  const { 'w:val': value = '', 'w:fill': fill = '' } = attributes
  const isPlain =
    /^(none|nil|auto|000000|clear)?$/i.test(value) && /^(auto|)$/i.test(fill) && !TOGGLES.test(name)
  return isPlain || !isOn(attributes) ? '' : `${name} ${value} ${fill}`
}
const TOGGLES = /^w:(b|i|caps|smallCaps)$/

/** A reference of ours to a section. */
const NUMBER = /^\s*REF _Ref1\d{8}\b/

/** A line of a contents list says again what a heading says. */
const CONTENTS = 'contents'
const isOfContents = (name: string, attributes: Record<string, string>): boolean =>
  name === 'w:hyperlink' && (attributes['w:anchor'] ?? '').startsWith('_Toc')
