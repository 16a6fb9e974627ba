import type { QuotedLine } from '../quoted-lines.ts'
import type { Question } from '../returned.ts'
import { beginsAnswer, isCount, leadsToNumber, numberedIn } from './labels.ts'

/** A number of a question, where it may begin what is said to it: "Q5.1", "Question 5,1 (training):", "5.1 yes", and what stands before and after it. */
const NUMBERED =
  /(^[\s*_]*(?:[-•·]\s+)?|[.;!?,:–—]\s+|\s+)((?:and\s+|also\s+)?)(q(?:u(?:estion)?)?(?:\.\s?|\s?)|)(\d{1,2})([.,])(\d{1,2}[a-z]?)(?![a-z\d%]|[.,]\d)((?:\s*\([^()]{1,60}\))?\s*(?:[:)\]]|[–—-]+(?=\s))|)/gi
/** What goes on about a question, and is no answer to it: "Q5.3 says the same". */
const ABOUT =
  /^\s*(?:$|[.,;&+/]|(?:and|or|to|as|too|also|is|are|was|were|has|had|says?|said|asks?|seems?|looks?|covers?|needs?|above|below|already|about|only|applies|would|will|should|could|can|may|might)\b)/i
/** Another number that is answered by the same words. */
const NEXT = /^\s*(?:[,;&+]|and\b)\s*(?:and\s+)?(?:q(?:uestion)?\W?\s?)?\d{1,2}\.\d/i
/** What has numbers of its own, or told one that is no label. */
const OTHERS =
  /(?:\b(?:v|version|page|p|chapter|figure|table|standard|rule|until|till)\.?|\d[.:]\d+[a-z]?,?)\s*$/i

type Place = {
  at: number
  end: number
  label: string
  number: string
  isSaid: boolean
  /** Whether it is called a question, behind a sign or at the beginning. */
  isCalled: boolean
  isFirst: boolean
}

/**
 * Lines, with one for each question that is answered in them, as in "Q5.1 by phone; Q5.3 monthly" or "Question 5.1: yes. Question 5.3: no."
 * What has no sign after its number, or is a number alone, is a label only in a line that begins with such a one.
 */
export function withLabelsApart(lines: QuotedLine[], asked: Question[]): QuotedLine[] {
  const promptOf = numberedIn(asked)
  return lines.flatMap((line) => {
    if (line.depth > 0 || line.table || !/\bq|\d[.,]\d.*\D\d{1,2}[.,]\d/i.test(line.text)) return line
    const labels = labelsIn(line.text, placesIn(line.text, promptOf))
    if (labels.length === 0) return line
    const texts = labels.map(({ at, label }, n) => {
      const text = line.text.slice(at, labels[n + 1]?.at)
      const isAnswered = n + 1 < labels.length
      return label + (isAnswered ? text.replace(/[\s,;]+$/, '') : text).slice(label.length)
    })
    const before = line.text.slice(0, labels[0]!.at)
    // A bullet stays with what follows it.
    const all = /[\p{L}\d]/u.test(before) ? [before, ...texts] : [before + texts[0], ...texts.slice(1)]
    return all.map((text) => ({ ...line, text }))
  })
}

/** Those of the places that are labels. Numbers that nothing is said between begin one answer. */
function labelsIn(text: string, places: Place[]): Place[] {
  const [first] = places
  const begun = first?.isFirst ? first : undefined
  let last = begun
  return places.filter((place, n) => {
    const above = places[n - 1]
    if (above && !/[\p{L}\d]/u.test(text.slice(above.end, place.at))) return false
    const isLabel = place === begun || (place.isCalled && (place.isSaid || begun?.isSaid === false))
    const isNext =
      last !== undefined && goesOn(text, begun!, place) && orderOf(last.number) < orderOf(place.number)
    if (isLabel || isNext) last &&= place
    return isLabel || isNext
  })
}

/** Whether a number has the form of the one that its line begins with: a sign after both, or neither and a sign between. */
function goesOn(text: string, first: Place, { at, end, isSaid }: Place): boolean {
  const [before, rest] = [text.slice(0, at), text.slice(end)]
  const isInside = before.lastIndexOf('(') > before.lastIndexOf(')')
  if (isInside || leadsToNumber(before.trimEnd()) || OTHERS.test(before)) return false
  if (first.isSaid || isSaid) return isSaid && (first.isSaid || /[,;.]\s+$/.test(before))
  return /[,;]\s+$/.test(before) || (/[.!?]\s+$/.test(before) && beginsAnswer(rest))
}

/** By which the numbers of questions can be compared as texts. */
const orderOf = (number: string): string => number.replace(/\d+/g, (digits) => digits.padStart(2, '0'))

function placesIn(text: string, promptOf: (number: string) => string | undefined): Place[] {
  return [...text.matchAll(NUMBERED)].flatMap((found): Place[] => {
    const [all, before = '', lead = '', called = '', part = '', point = '', count = '', sign = ''] = found
    const [isSaid, isFirst] = [sign !== '', found.index === 0]
    const number = `${part}.${count}`
    const rest = text.slice(found.index + all.length)
    const isPlain = called !== '' || (point === '.' && !isCount(rest) && !/[-•·]/.test(before))
    if (promptOf(number) === undefined || !isPlain) return []
    if (!isSaid && !NEXT.test(rest) && ABOUT.test(rest)) return []
    const at = found.index + before.length
    const isCalled = called !== '' && (isFirst || /\S/.test(before))
    return [
      {
        at,
        end: found.index + all.length,
        label: `${lead}${called}${number}`,
        number,
        isSaid,
        isCalled,
        isFirst,
      },
    ]
  })
}
