import { TooMuch } from '../../ooxml/unzip.ts'
import { walkXml } from '../../ooxml/xml.ts'
import { superscript, symbolOf } from './symbols.ts'

/** A paragraph of a Word file, as it reads once every tracked change is taken. */
export type Paragraph = {
  words: string
  /** The id of its style. */
  style: string
  /** The list it is an item of, and how deep. */
  list: { number: string; level: number } | undefined
  isStrong: boolean
  /** Some of it is set off: bold, underlined or marked. */
  isMarked: boolean
  /** Words that Word does not show. */
  hidden: string
  /** Words struck out by hand. */
  struck: string
  /** The bookmarks that begin here, and those that end here. */
  bookmarks: string[]
  /** The titles and tags of content controls that begin with it. */
  controls: string[]
  ended: string[]
  /** The rows it stands in, outermost first, and the cell of each; every row of a body has a number of its own. */
  cells: { row: number; cell: number }[]
  /** Comments, footnotes and endnotes that begin here: comment-1, footnote-2. */
  remarks: string[]
  pictures: number
}

/** Paragraphs of several hundred pages. */
const MOST = 20_000

/** What was taken out, and what says again for other programs, or of an earlier look, what was said already. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rPrChange', 'w:pPrChange'])
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
export function paragraphs(xml: string, links = new Map<string, string>()): Paragraph[] {
  const all: Paragraph[] = []
  /** Paragraphs in text boxes stand inside others. */
  const open: (Paragraph & { runsOn: boolean; runs: boolean[] })[] = []
  const cells: { row: number; cell: number; isGone: boolean }[] = []
  /** Bookmarks and controls between paragraphs belong to the next. */
  let waiting: string[] = []
  let controls: string[] = []
  /** What a paragraph whose end was taken out leaves to the next. */
  let before: Paragraph | undefined
  const within: string[] = []
  let [skipped, rows] = [0, 0]
  let run: { [each in keyof typeof PLAIN]: boolean } = PLAIN
  /** The bookmarks that are open, by their ids. */
  const marks = new Map<string, string>()
  /** The fields that are open here, and of how many the result is a number of ours: it is counted anew, and is no words. */
  const fields: { told: string; isNumber: boolean }[] = []
  let numbers = 0
  const addresses: { to: string; from: number }[] = []

  const say = (words: string) => {
    const at = open.at(-1)
    if (!at || skipped > 0 || numbers > 0) return
    if (run.isHidden) at.hidden += words
    else if (run.isStruck) at.struck += words
    else {
      at.words += run.isRaised ? superscript(words) : words
      at.isMarked ||= run.isMarked
      if (words.trim()) at.runs.push(run.isStrong)
    }
  }
  /** The address of a link stands after its words, where it is not they. */
  const linked = (link: (typeof addresses)[number] | undefined) => {
    const words = open.at(-1)?.words.slice(link?.from) ?? ''
    if (link?.to && words.trim() && !words.includes(link.to)) say(` (${link.to})`)
  }
  const close = ({ runsOn, runs, ...paragraph }: (typeof open)[number]) => {
    if (all.length > MOST) throw new TooMuch()
    if (cells.some(({ isGone }) => isGone)) return
    const made = { ...paragraph, isStrong: runs.length > 0 && runs.every(Boolean) }
    const whole = before ? joined(before, made) : made
    before = runsOn ? whole : undefined
    if (!runsOn) all.push(whole)
  }

  walkXml(xml, {
    open(name, attributes) {
      const at = open.at(-1)
      const value = attributes['w:val'] ?? ''
      if (name === 'w:p') {
        const where = cells.map(({ row, cell }) => ({ row, cell }))
        open.push({ ...empty(), cells: where, bookmarks: waiting, controls })
        waiting = []
        controls = []
      }
      if (name === 'w:tr') cells.push({ row: rows++, cell: -1, isGone: false })
      if (name === 'w:tc' && cells.length > 0) cells.at(-1)!.cell += 1
      if (name === 'w:del' && within.at(-1) === 'w:trPr') cells.at(-1)!.isGone = true
      if ((name === 'w:alias' || name === 'w:tag') && !at) controls.push(value)
      if (name === 'w:bookmarkStart') {
        const into = at?.bookmarks ?? waiting
        into.push(attributes['w:name'] ?? '')
        marks.set(attributes['w:id'] ?? '', attributes['w:name'] ?? '')
      }
      if (name === 'w:bookmarkEnd') {
        const ended = marks.get(attributes['w:id'] ?? '')
        if (ended) (at ?? all.at(-1))?.ended.push(ended)
      }
      if (name === 'w:hyperlink' && at)
        addresses.push({ to: links.get(attributes['r:id'] ?? '') ?? '', from: at.words.length })
      if (name === 'w:fldChar') {
        const kind = attributes['w:fldCharType']
        const field = fields.at(-1)
        if (kind === 'begin') fields.push({ told: '', isNumber: false })
        if (kind === 'separate' && field && NUMBER.test(field.told)) {
          field.isNumber = true
          numbers += 1
        }
        if (kind === 'end' && fields.pop()?.isNumber) numbers -= 1
      }
      if (name === 'w:r') run = PLAIN
      if (at && skipped === 0) {
        if (within.at(-1) === 'w:rPr' && within.at(-2) === 'w:r') {
          const isHere = isOn(attributes)
          const isStyled = name === 'w:rStyle' && /^(Strong|IntenseEmphasis)$/.test(value)
          if (name === 'w:vanish') run = { ...run, isHidden: isHere }
          if (name === 'w:strike' || name === 'w:dstrike') run = { ...run, isStruck: isHere }
          if (name === 'w:vertAlign') run = { ...run, isRaised: value === 'superscript' }
          if (name === 'w:b' || isStyled) run = { ...run, isStrong: isHere, isMarked: isHere }
          if (['w:u', 'w:highlight', 'w:shd'].includes(name)) run = { ...run, isMarked: value !== 'none' }
        }
        if (name === 'w:del' && within.at(-1) === 'w:rPr' && within.at(-2) === 'w:pPr') at.runsOn = true
        if (name === 'w:pStyle') at.style = value
        if (name === 'w:numId') at.list = { level: 0, ...at.list, number: value }
        if (name === 'w:ilvl') at.list = { number: '', ...at.list, level: levelOf(value) }
        if (SIGNS[name] && within.at(-1) !== 'w:tabs') say(SIGNS[name])
        if (name === 'w:sym') say(symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? ''))
        if (REMARKS[name]) at.remarks.push(`${REMARKS[name]}-${attributes['w:id']}`)
        if (['w:drawing', 'w:pict', 'w:object'].includes(name)) at.pictures += 1
      }
      if (SKIPPED.has(name) || isOfContents(name, attributes)) skipped += 1
      within.push(isOfContents(name, attributes) ? CONTENTS : name)
    },
    text(words) {
      if (within.at(-1) === 'w:instrText' && fields.length > 0) fields.at(-1)!.told += words
      if (within.at(-1) === 'w:t' || within.at(-1) === 'm:t') say(words)
    },
    close(name) {
      const was = within.pop()!
      if (SKIPPED.has(name) || was === CONTENTS) skipped -= 1
      if (name === 'm:num') say('/')
      if (name === 'w:hyperlink') linked(addresses.pop())
      if (name === 'w:p') close(open.pop()!)
      if (name === 'w:tr') cells.pop()
      if (name === 'w:tc' && before) {
        all.push(before)
        before = undefined
      }
    },
  })
  if (before) all.push(before)
  return all
}

/** Word knows nine levels. */
export const levelOf = (value: string): number => Math.min(8, Math.max(0, Math.trunc(Number(value)) || 0))

/** How a run is set. */
const PLAIN = { isHidden: false, isStruck: false, isRaised: false, isStrong: false, isMarked: false }

/** A reference of ours to a section. */
const NUMBER = /^\s*REF _Ref1\d{8}\b/

/** A line of a contents list says again what a heading says. */
const CONTENTS = 'contents'
const isOfContents = (name: string, attributes: Record<string, string>): boolean =>
  name === 'w:hyperlink' && (attributes['w:anchor'] ?? '').startsWith('_Toc')

const empty = () => ({
  words: '',
  style: '',
  list: undefined,
  isStrong: false,
  isMarked: false,
  hidden: '',
  struck: '',
  ended: [],
  remarks: [],
  pictures: 0,
  runsOn: false,
  runs: [],
})

/** Two paragraphs of which the end of the first was taken out. The second keeps its look, and its bookmarks. */
function joined(first: Paragraph, second: Paragraph): Paragraph {
  const { words, hidden, struck, bookmarks, ended, remarks, pictures } = first
  remarks.push(...second.remarks)
  ended.push(...second.ended)
  return {
    ...second,
    words: words + second.words,
    hidden: hidden + second.hidden,
    struck: struck + second.struck,
    ended,
    bookmarks: second.bookmarks.length > 0 ? second.bookmarks : words.trim() ? bookmarks : [],
    remarks,
    pictures: pictures + second.pictures,
  }
}
