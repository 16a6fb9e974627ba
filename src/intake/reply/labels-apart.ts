import type { QuotedLine } from '../quoted-lines.ts'
import type { Question } from '../returned.ts'
import { numberedIn } from './labels.ts'

/** A question that is called one, where a line or a sentence begins, and what follows its number: "Q5.1", "Question 5,1 (training):". */
const CALLED =
  /(^[\s*_]*|[.;!?,:–—]\s+)((?:and\s+|also\s+)?)(q(?:u(?:estion)?)?(?:\.\s?|\s?))(\d{1,2})[.,](\d{1,2}[a-z]?)(?![a-z\d]|[.,]\d)((?:\s*\([^()]{1,60}\))?\s*(?:[:)\]]|[–—-]+(?=\s))|)/gi
/** What goes on about a question, and is no answer to it: "Q5.3 says the same". */
const ABOUT =
  /^\s*(?:$|[.,;&+/]|(?:and|or|to|as|too|also|is|are|was|were|has|had|says?|said|asks?|seems?|looks?|covers?|needs?|above|below|already|about|only|applies|would|will|should|could|can|may|might)\b)/i

const NEXT = /^\s*[,;&+]\s*q/i

type Place = { at: number; end: number; label: string; isSaid: boolean }

/**
 * Lines, with one for each question that is answered in them, as in "Q5.1 by phone; Q5.3 monthly" or "Question 5.1: yes. Question 5.3: no."
 * What has no sign after its number is a label only in a line that begins with such a one.
 */
export function withLabelsApart(lines: QuotedLine[], asked: Question[]): QuotedLine[] {
  const promptOf = numberedIn(asked)
  return lines.flatMap((line) => {
    if (line.depth > 0 || line.table || !/\bq/i.test(line.text)) return line
    const places = placesIn(line.text, promptOf)
    const [first] = places
    const plain = first && line.text.slice(0, first.at).trim() === '' && !first.isSaid
    const isList = places.some(
      ({ end }, n) => n + 1 < places.length && !/[\p{L}\d]/u.test(line.text.slice(end, places[n + 1]!.at)),
    )
    const labels = isList ? [] : places.filter(({ isSaid }) => isSaid || plain)
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

function placesIn(text: string, promptOf: (number: string) => string | undefined): Place[] {
  return [...text.matchAll(CALLED)].flatMap((found): Place[] => {
    const [all, before = '', lead = '', called = '', part = '', number = '', sign = ''] = found
    const isSaid = sign !== ''
    const rest = text.slice(found.index + all.length)
    const isList = NEXT.test(rest)
    if (promptOf(`${part}.${number}`) === undefined || (!isSaid && !isList && ABOUT.test(rest))) return []
    const at = found.index + before.length
    return [{ at, end: found.index + all.length, label: `${lead}${called}${part}.${number}`, isSaid }]
  })
}
