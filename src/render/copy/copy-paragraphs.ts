import type { AgreementParagraph } from '../../ooxml/manifest.ts'
import { isMark, plainWords } from './plain-words.ts'
import { withoutMarkdown } from './without-markdown.ts'

/** A paragraph of the agreement that a text may be a copy of. */
type OwnParagraph = Omit<AgreementParagraph, 'item'>

/** A paragraph of a text, and what stood before it: the number of a clause, or the mark of an item. */
export type CopyParagraph = {
  words: string
  mark: string
  /** It stands in the agreement so, and outside its clauses. */
  isBeside: boolean
}

/** A line of a text, or a cell of one. */
type Piece = {
  text: string
  words: string[]
  mark: string
  /** Letters of its whole line. */
  length: number
  isApart: boolean
  /** It stands in a table that is drawn with strokes, or beside others on its line. */
  isDrawn: boolean
  isCell: boolean
}

const MARK =
  /^\s*(?:(\d{1,3}\.\d{1,2}\.?(?=\s+["“'‘([\p{Lu}])|\d{1,3}\.|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[a-z][.)]|[-–•*·]|schedule \d+:?)\s+)+/iu
/** The number of a heading or a clause, on a line of its own. */
const NUMBER = /^\s*\d{1,3}\.(?:\d{1,2})?\s*$/
/** What draws a table. */
const RULER = /^(?=.*-{3})[-+=|:\s]+$/
/** Words that nobody happens to write. */
const TELLING = 3
const PAGE = /^\s*\d{1,3}\s*$/
const ROW = /^\s*\|(.*)\|\s*$/

/**
 * The paragraphs of a text as they are in the agreement, however its lines were wrapped and whatever stood before them; all else by
 * the paragraph as well as that can be told. Its list of contents is left out, and what a table says that was drawn with strokes, where
 * that is what the agreement says.
 */
export function copyParagraphs(text: string, own: OwnParagraph[]): CopyParagraph[] {
  const pieces = piecesOf(withoutMarkdown(text))
  const found = foundIn(pieces, own)
  const flow = flowOf(pieces, found)
  const isOurs = inTables(pieces, found, own)
  const repeated = contentsIn(found, own)
  const inClauses = timesOf(own.filter(({ prompt }) => prompt !== undefined))
  const all: CopyParagraph[] = []
  let before: Piece | undefined
  for (let n = 0; n < pieces.length; n++) {
    const piece = pieces[n]!
    const at = found.get(n)
    if (at) {
      const { words } = own[at.paragraph]!
      if (!repeated.has(n)) all.push({ words, mark: piece.mark, isBeside: !inClauses.has(words) })
      n += at.pieces - 1
    } else if (!isOurs(n) && !(repeated.has(n - 1) && PAGE.test(piece.text))) {
      const last = all.at(-1)
      if (last && before && flow(before, piece)) last.words += ` ${piece.text.trim()}`
      else all.push({ words: piece.text.trim(), mark: piece.mark, isBeside: false })
    }
    before = at || isOurs(n) ? undefined : piece
  }
  return all
}

/** The lines of a text that say something, and the cells of those that are rows. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let [isApart, isTable, number] = [true, false, '']
  const lines = outdented(text.split('\n'))
  lines.forEach((line, n) => {
    const isRuler = RULER.test(line)
    const isHead = /^ {2}/.test(line) && RULER.test(lines[n + 1] ?? '')
    isTable = isRuler || isHead || (isTable && /^(\s*$| {2}|\s*\|)/.test(line))
    const row = ROW.exec(line)?.[1]?.split('|')
    const cells = isRuler ? [] : (row ?? line.replace(/^\s*(\S+)\t/, '$1 ').split('\t'))
    const said = cells.filter((cell) => plainWords(cell).some((word) => !isMark(word)))
    for (const cell of said) {
      if (NUMBER.test(cell)) {
        number = cell
        continue
      }
      const [all = '', mark = number] = MARK.exec(cell) ?? []
      const rest = cell.slice(all.length)
      pieces.push({
        ...{
          text: rest,
          words: plainWords(rest),
          mark: (mark || number).trim(),
          length: line.length,
          isApart,
        },
        ...{ isDrawn: isTable || row !== undefined, isCell: said.length > 1 },
      })
      ;[isApart, number] = [false, '']
    }
    if (said.length === 0) isApart = true
  })
  return pieces
}

/** Lines without the space that stands before all of them. */
function outdented(lines: string[]): string[] {
  const said = lines.filter((line) => line.trim() !== '')
  const least = said.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity)
  return lines.map((line) => line.slice(least))
}

type Found = Map<number, { paragraph: number; pieces: number }>

/** Where paragraphs of the agreement stand word for word: which, and how many pieces each fills. */
function foundIn(pieces: Piece[], own: OwnParagraph[]): Found {
  const byFirst = new Map<string, { paragraph: number; words: string[] }[]>()
  own.forEach((each, paragraph) => {
    const words = plainWords(each.words)
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), { paragraph, words }])
  })
  /** How many pieces some words fill from this one on, which may begin with what looks like a mark; none where it says something else. */
  const filled = (words: string[], n: number, isMarked: boolean): number => {
    let [at, end] = [0, n]
    for (; at < words.length && end < pieces.length; end++) {
      const all = end === n && isMarked ? pieces[end]!.words : wholeOf(pieces[end]!)
      if (all.some((word, nth) => word !== words[at + nth])) return 0
      at += all.length
    }
    return at === words.length ? end - n : 0
  }
  const found: Found = new Map()
  for (let n = 0; n < pieces.length; n++) {
    const [best] = [true, false]
      .flatMap((isMarked) => {
        const [first = ''] = isMarked ? pieces[n]!.words : wholeOf(pieces[n]!)
        const { isDrawn } = pieces[n]!
        const here = (byFirst.get(first) ?? []).filter(
          ({ paragraph }) => !isDrawn || own[paragraph]!.prompt === undefined,
        )
        return here.map(({ paragraph, words }) => ({ paragraph, pieces: filled(words, n, isMarked) }))
      })
      .filter((each) => each.pieces > 0)
      .toSorted((one, other) => other.pieces - one.pieces)
    if (best) found.set(n, best)
    n += (best?.pieces ?? 1) - 1
  }
  return found
}

const wholeOf = ({ mark, words }: Piece): string[] => [...plainWords(mark), ...words]

/** Whether a line goes on with the one before: in a text whose lines were wrapped, as its paragraphs show that are known. */
function flowOf(pieces: Piece[], found: Found): (before: Piece, piece: Piece) => boolean {
  const wrapped = [...found].flatMap(([n, { pieces: many }]) => pieces.slice(n, n + many - 1))
  const width = Math.max(...wrapped.filter(({ isDrawn }) => !isDrawn).map(({ length }) => length), 0)
  const parted = [...found.keys()].filter((n) => pieces[n]!.isApart).length
  const isParted = parted > found.size / 2
  return (before, { words, mark, isApart, isDrawn, isCell }) => {
    if (width === 0 || mark || isApart || isDrawn || isCell) return false
    return isParted || before.length + 1 + words[0]!.length > width
  }
}

/** What finds the pieces, of tables above all, that say what the agreement says outside its clauses and does not say elsewhere, in whatever order. */
function inTables(pieces: Piece[], found: Found, own: OwnParagraph[]): (n: number) => boolean {
  const left = new Map<string, number>()
  const count = (words: string[], by: number) => {
    for (const word of words) left.set(word, (left.get(word) ?? 0) + by)
  }
  const beside = own.filter(({ prompt }) => prompt === undefined)
  for (const { words, isHeading } of beside) count(plainWords(words), isHeading ? 2 : 1)
  const inClauses = timesOf(own.filter(({ prompt }) => prompt !== undefined))
  for (const { paragraph } of found.values()) {
    const { words } = own[paragraph]!
    const times = inClauses.get(words) ?? 0
    if (times > 0) inClauses.set(words, times - 1)
    else count(plainWords(words), -1)
  }
  const ours = new Set<number>()
  let isOutside = true
  for (let n = 0; n < pieces.length; n++) {
    const { words, isDrawn, isCell } = pieces[n]!
    const said = words.filter((word) => !isMark(word) && !/^\d+\.$/.test(word))
    const at = found.get(n)
    if (at) {
      isOutside = own[at.paragraph]!.prompt === undefined
      n += at.pieces - 1
    } else if (
      (isDrawn || isCell || (isOutside && said.length >= TELLING)) &&
      said.every((word) => (left.get(word) ?? 0) > 0)
    ) {
      count(said, -1)
      ours.add(n)
    }
  }
  return (n) => ours.has(n)
}

/** Where headings stand that stand again below: in the list of contents. */
function contentsIn(found: Found, own: OwnParagraph[]): Set<number> {
  const headings = timesOf(own.filter(({ isHeading }) => isHeading))
  const times = timesOf(own)
  const repeated = new Set<number>()
  const below = new Set<string>()
  let isLeading = false
  for (const [n, { paragraph }] of [...found].reverse()) {
    const { words } = own[paragraph]!
    const left = times.get(words)!
    times.set(words, left - 1)
    const isHeading = headings.has(words)
    if (isHeading && (left <= 0 || (below.has(words) && isLeading))) repeated.add(n)
    below.add(words)
    isLeading = isHeading
  }
  return repeated
}

/** How often the words of paragraphs stand among them. */
function timesOf(own: OwnParagraph[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const { words } of own) times.set(words, (times.get(words) ?? 0) + 1)
  return times
}
