import { hasVerb } from '../../core/values/verbs.ts'

/** A paragraph as a file has it, before anything is made of its numbers and its looks. */
export type RawLine = {
  words: string
  /** What counts it, where the program that wrote it did that. */
  mark?: string
  /** How deep a heading it is by its style, from 1. */
  heading?: number
  /** All of it is bold. */
  isStrong?: boolean | undefined
  /** It is a row of a table, the first of it or a later one; and what its cells say, the empty ones too. */
  row?: 'first' | 'later'
  cells?: string[]
  /** What its footnotes say. */
  notes?: string[]
}

/** A paragraph of an agreement that the partners had before, or a row of a table in it. */
export type OldLine = Pick<RawLine, 'words' | 'isStrong' | 'row' | 'cells' | 'notes'> & {
  /** What numbered it there: 4.1, (a), Clause 4. */
  number: string
  /** How deep a heading it is, from 1; 0 where it is none. */
  heading: number
  /** It goes on from the paragraph before, as an item of a list does. */
  goesOn: boolean
}

const MONTHS = 'jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec'
/** Clause 4 - …, § 5.1 …, 4.1 …, A. …, A.1 …, iv) …; a number without a point counts only where it comes next. */
const NAMED =
  /^((?:clause|article|section|part|item|annexure|schedule|§)(?:\s*\d+(?:\.\d+)*|\s+[A-Z]\b))\s*[-–—.:)]*\s+/i
const POINTED =
  /^((?:\d{1,2}|[A-Z])(?:\.\d{1,2})+|\d{1,2}(?=[.):])|[A-Z](?=[.)])|[ivx]{1,5}(?=[.)])|[IVX]{1,5}(?=[.)]))[.):]*\s+/
const BARE = new RegExp(`^(\\d{1,2})\\s+(?=[A-Z])(?!(?:${MONTHS}))`, 'i')
const ITEM = /^(\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z][.)]|[-–•*▪◦])\s+/

const isSaid = ({ words }: RawLine): boolean => words.trim() !== ''
const isItem = (line: RawLine | undefined): boolean =>
  line !== undefined && (ITEM.test(line.words.trim()) || ITEM.test(`${line.mark ?? ''} `))

/** What only stands between two parties, however it looks. */
const JOINS = /^and\W*$/i

/** Words of a heading, at most. */
const LONGEST = 10

/** What each paragraph of a file is: its number apart from its words, and whether it is a heading or goes on from the one before. */
export function oldLines(raws: RawLine[]): OldLine[] {
  const lines: OldLine[] = []
  let count = 0
  for (const [n, raw] of raws.entries()) {
    const words = raw.words.replace(/[^\S\n]+/g, ' ').trim()
    if (!isSaid(raw)) continue
    const { notes } = raw
    if (raw.row) {
      const cells = (raw.cells ?? [words]).map((cell) => cell.replace(/\s+/g, ' ').trim())
      lines.push({
        words,
        isStrong: raw.isStrong,
        row: raw.row,
        cells,
        number: '',
        heading: 0,
        goesOn: false,
        ...(notes && { notes }),
      })
      continue
    }
    const item = ITEM.exec(words)?.[1] ?? ITEM.exec(`${raw.mark ?? ''} `)?.[1]
    const bare = Number(BARE.exec(words)?.[1]) === count + 1 ? BARE.exec(words) : null
    const typed = item ? ITEM.exec(words) : (NAMED.exec(words) ?? POINTED.exec(words) ?? bare)
    if (!item && /^\d+\.?$/.test(typed?.[1] ?? '')) count = Number.parseInt(typed![1]!, 10)
    const number = item ?? typed?.[1] ?? raw.mark?.trim() ?? ''
    const rest = words.slice(typed?.[0].length ?? 0).trim() || words
    const next = raws.slice(n + 1).find(isSaid)
    const leadsUp = !raw.heading && /[:：]$/.test(rest) && (isItem(next) || next?.row !== undefined)
    const heading = leadsUp ? 0 : headingOf(raw, rest, number, item !== undefined)
    const isMore = heading === 0 && goesOn(lines.at(-1), rest, item)
    lines.push({ words: rest, number, heading, goesOn: isMore, ...(notes && { notes }) })
  }
  return lines
}

function headingOf({ heading, isStrong }: RawLine, words: string, number: string, isItem: boolean): number {
  if (JOINS.test(words)) return 0
  if (heading) return heading
  const many = words.split(' ').length
  if (isItem || many > LONGEST || /[.;,]$|_{3}|\.{4}/.test(words) || !/\p{L}{2}/u.test(words)) return 0
  const depth = (number.match(/\d+|\b[A-Z]\b/g) ?? []).length
  if (isStrong || words === words.toUpperCase()) return Math.max(1, depth)
  if (!/^["“]?\p{Lu}/u.test(words)) return 0
  if (number !== '') return many <= 8 && (many <= 6 || !hasVerb(words)) ? depth || 1 : 0
  return many <= 6 ? PLAIN : 0
}

/** How deep a heading is that neither its style nor a number shows to be one: it has those below it that do. */
export const PLAIN = 9

/** An item goes on where a colon, or another item, leads up to it, or where it is no sentence of its own. */
const goesOn = (before: OldLine | undefined, words: string, item: string | undefined): boolean =>
  item !== undefined &&
  before !== undefined &&
  before.heading === 0 &&
  !before.row &&
  (/[:;,]$|\b(?:and|or)$/.test(before.words) || !/^\p{Lu}/u.test(words) || !hasVerb(words))
