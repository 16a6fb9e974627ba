import { hasVerb } from '../../core/values/verbs.ts'
import { bearsOn, leansOnHeading } from './bearing.ts'
import { type OldLine, PLAIN } from './old-lines.ts'
import { oldTables } from './old-tables.ts'

/** A clause of an agreement that partners had before: the paragraphs that stand or fall together, under their headings. */
export type OldClause = {
  /** The headings above it, the nearest last, each as it stands there. */
  headings: string[]
  /** What above it bears on what it says: a heading that says more than what it is about, and a sentence that leads up to a table. */
  leads: string[]
  /** What numbered its first paragraph. */
  number: string
  paragraphs: string[]
  /** What it is that is no clause, as far as that can be told. */
  beside?: Beside | undefined
}
export type Beside = 'title' | 'contents' | 'signature' | 'remark'

const TITLE = /\b(?:agreement|memorandum|mou|deed|letter of (?:intent|understanding)|protocol|contract)\b/i
const CONTENTS = /(?:\.{3}|…)[.…\s]*\d+$|\t\d+$|^(?:table of )?contents$/i
const SIGNING =
  /^(?:signed\b|signature|in witness whereof|executed\b|yours (?:sincerely|faithfully|truly)|kind regards|agreed (?:for|by)\b|name:|date:|by:|title:|position:|witness)|_{4}|\.{6}/i
const OPENING =
  /^(?:dear\b|(?:between|and):?$|now,? therefore|this (?:deed|agreement|mou|memorandum) is (?:made|between))|\bABN\b|\bACN\b|\(["“][\w ]+["”]\)[;,.]?(?: and)?$|, of \d/i

/** What says that a table below goes on from it. */
const LEADS_TO_TABLE = /[:：]$|\b(?:table|below|following|as follows)\b/i

/** What stands before the words of a footnote, which follow its paragraph. */
export const FOOTNOTE = 'Footnote: '

/** A heading below which the parties are named. */
const PARTIES = /\b(?:between|parties)$/i

type Heading = { words: string; depth: number; isUsed: boolean }

/** The paragraphs of an agreement as clauses. Every paragraph is in one, or is a heading above one; a heading with nothing below it is one by itself. */
export function oldClauses(lines: OldLine[]): OldClause[] {
  const clauses: OldClause[] = []
  const above: Heading[] = []
  const titles = titlesOf(lines)
  const { heads, said: rows } = oldTables(lines)
  let isSigning = false
  let notes: string[] = []
  let intro: string[] = []
  for (const [n, line] of lines.entries()) {
    const { words, number, heading, row } = line
    notes.push(...(line.notes ?? []).map((each) => FOOTNOTE + each))
    if (!row) intro = []
    const isBeside = SIGNING.test(words) || CONTENTS.test(words) || (isSigning && heading === PLAIN)
    if (heading > 0 && !isBeside && !titles.includes(line)) {
      leave(above, heading, clauses)
      isSigning = false
      above.push({ words, depth: heading, isUsed: false })
      continue
    }
    const last = clauses.at(-1)
    const head = heads.get(lines[n - 1]!)
    if (last && !last.beside && (line.goesOn || (line.row === 'later' && head))) {
      // The heads of the columns stand with each cell below.
      if (head === 'told') last.paragraphs.shift()
      last.paragraphs.push(rows.get(line) ?? (number ? `${number} ${words}` : words), ...notes)
      notes = []
      continue
    }
    if (!row && LEADS_TO_TABLE.test(words) && lines[n + 1]?.row) {
      intro = [words]
      continue
    }
    isSigning ||= SIGNING.test(words)
    const beside = titles.includes(line)
      ? 'title'
      : besideAs(
          line,
          above,
          isSigning,
          clauses.every((each) => each.beside),
        )
    const said = beside ? words : (rows.get(line) ?? words)
    const leads = beside ? [] : [...leadsOf(above, line), ...intro]
    for (const each of above) each.isUsed = true
    const headings = above.map((each) => each.words)
    const first = beside ? [...intro, said] : [said]
    clauses.push({ headings, leads, number, paragraphs: [...first, ...notes], beside })
    notes = []
  }
  leave(above, 0, clauses)
  clauses.at(-1)?.paragraphs.push(...notes)
  return clauses
}

/** The headings that are the name of the whole: at its head, down to the one that says what it is; or the one that has all others below it. */
function titlesOf(lines: OldLine[]): OldLine[] {
  const headings = lines.filter(({ heading }) => heading > 0)
  const [first] = headings
  const front = headings.filter(
    (each, n) => each.number === '' && lines.indexOf(each) < 5 && (n === 0 || lines[n] === each),
  )
  const named = front.findIndex(({ words }) => TITLE.test(words))
  if (named >= 0) return front.slice(0, named + 1)
  return first && headings.filter(({ heading }) => heading <= first.heading).length === 1 ? [first] : []
}

/** Ends the headings from a depth on. One that has nothing below it is told as it is. */
function leave(above: Heading[], depth: number, clauses: OldClause[]): void {
  while ((above.at(-1)?.depth ?? -1) >= depth) {
    const { words, isUsed } = above.pop()!
    const headings = above.map((each) => each.words)
    if (!isUsed) clauses.push({ headings, leads: [], number: '', paragraphs: [words], beside: 'title' })
  }
}

/** The headings that words lose something without. */
const leadsOf = (above: Heading[], { words, row }: OldLine): string[] =>
  above.flatMap((each) => {
    const isLeantOn = each === above.at(-1) && !row && leansOnHeading(words, !each.isUsed)
    return isLeantOn || bearsOn(each.words, words) ? each.words : []
  })

function besideAs(
  { words, row }: OldLine,
  above: Heading[],
  isSigning: boolean,
  isFront: boolean,
): Beside | undefined {
  if (CONTENTS.test(words)) return 'contents'
  if (isSigning && (SIGNING.test(words) || !hasVerb(words))) return 'signature'
  if (PARTIES.test(above.at(-1)?.words ?? '') && !hasVerb(words)) return 'title'
  if (OPENING.test(words) && words.split(' ').length < 30) return 'title'
  const isBare = !row && above.every(({ depth }) => depth === PLAIN) && !hasVerb(words)
  return isBare && (isFront || !/[.;]$/.test(words)) ? 'title' : undefined
}
