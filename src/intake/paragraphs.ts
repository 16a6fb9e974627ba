import { TooMuch } from '../core/unpacked.ts'
import { walkXml } from '../core/xml.ts'

/** A paragraph of a Word file, as it reads once every tracked change is taken. */
export type Paragraph = {
  words: string
  /** The id of its style. */
  style: string
  /** The list it is an item of, and how deep. */
  list: { number: string; level: number } | undefined
  isStrong: boolean
  /** Words that Word does not show. */
  hidden: string
  bookmarks: string[]
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
/** The boxes to tick of the fonts of symbols that Word brings. */
const SYMBOLS: Record<string, string> = {
  A8: '\u2610',
  FC: '\u2713',
  FD: '\u2612',
  FE: '\u2611',
  '52': '\u2611',
}

const isOn = ({ 'w:val': value }: Record<string, string>): boolean =>
  !['0', 'false', 'off'].includes(value ?? '')

/** The paragraphs of a body, a comment or a footnote, in order. Throws where it is not well-formed XML. */
export function paragraphs(xml: string): Paragraph[] {
  const all: Paragraph[] = []
  /** Paragraphs in text boxes stand inside others. */
  const open: (Paragraph & { runsOn: boolean; runs: boolean[] })[] = []
  const cells: { row: number; cell: number; isGone: boolean }[] = []
  /** Bookmarks between paragraphs belong to the next. */
  let waiting: string[] = []
  /** What a paragraph whose end was taken out leaves to the next. */
  let before: Paragraph | undefined
  const within: string[] = []
  let [skipped, rows] = [0, 0]
  let run = { isHidden: false, isStrong: false }
  /** What the fields do that are open here; a number of ours is counted anew, and no words. */
  const fields: { told: string; isResult: boolean }[] = []

  const isIn = (name: string) => within.includes(name)
  const say = (words: string) => {
    const at = open.at(-1)
    if (!at || skipped > 0 || fields.some(({ told, isResult }) => isResult && NUMBER.test(told))) return
    if (run.isHidden) at.hidden += words
    else {
      at.words += words
      if (words.trim()) at.runs.push(run.isStrong)
    }
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
        open.push({ ...empty(), cells: cells.map(({ row, cell }) => ({ row, cell })), bookmarks: waiting })
        waiting = []
      }
      if (name === 'w:tr') cells.push({ row: rows++, cell: -1, isGone: false })
      if (name === 'w:tc' && cells.length > 0) cells.at(-1)!.cell += 1
      if (name === 'w:del' && within.at(-1) === 'w:trPr') cells.at(-1)!.isGone = true
      if (name === 'w:bookmarkStart') {
        const into = at?.bookmarks ?? waiting
        into.push(attributes['w:name'] ?? '')
      }
      if (name === 'w:fldChar') {
        const kind = attributes['w:fldCharType']
        if (kind === 'begin') fields.push({ told: '', isResult: false })
        if (kind === 'separate' && fields.length > 0) fields.at(-1)!.isResult = true
        if (kind === 'end') fields.pop()
      }
      if (name === 'w:r') run = { isHidden: false, isStrong: false }
      if (at && skipped === 0) {
        if (within.at(-1) === 'w:rPr' && within.at(-2) === 'w:r') {
          if (name === 'w:vanish') run.isHidden = isOn(attributes)
          if (name === 'w:b' || (name === 'w:rStyle' && /^(Strong|IntenseEmphasis)$/.test(value)))
            run.isStrong = name === 'w:rStyle' || isOn(attributes)
        }
        if (name === 'w:del' && within.at(-1) === 'w:rPr' && within.at(-2) === 'w:pPr') at.runsOn = true
        if (name === 'w:pStyle') at.style = value
        if (name === 'w:numId') at.list = { level: 0, ...at.list, number: value }
        if (name === 'w:ilvl') at.list = { number: '', ...at.list, level: levelOf(value) }
        if (SIGNS[name] && !isIn('w:tabs')) say(SIGNS[name])
        if (name === 'w:sym') say(SYMBOLS[(attributes['w:char'] ?? '').slice(-2).toUpperCase()] ?? '\u2022')
        if (REMARKS[name]) at.remarks.push(`${REMARKS[name]}-${attributes['w:id']}`)
        if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') at.pictures += 1
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
  hidden: '',
  remarks: [],
  pictures: 0,
  runsOn: false,
  runs: [],
})

/** Two paragraphs of which the end of the first was taken out. The second keeps its look, and its bookmarks. */
function joined(first: Paragraph, second: Paragraph): Paragraph {
  const { words, hidden, bookmarks, remarks, pictures } = first
  remarks.push(...second.remarks)
  return {
    ...second,
    words: words + second.words,
    hidden: hidden + second.hidden,
    bookmarks: second.bookmarks.length > 0 ? second.bookmarks : words.trim() ? bookmarks : [],
    remarks,
    pictures: pictures + second.pictures,
  }
}
