import type { Question } from '../returned.ts'
import { withoutPostscript } from './courtesies.ts'

/** How people say which question they answer. */

/** `numbers` are all that it names, and `kind` is what it calls them, if it does. */
export type Label = {
  number: string
  numbers: string[]
  kind?: 'clause' | 'question'
  rest: string
  /** A question that the words are about, which need not be an answer to it. */
  near?: string
}

const NUMBER = '\\d{1,2}\\.\\d{1,2}[a-z]?(?![a-z\\d]|\\.\\d)'
const CLAUSE = 'clauses?|cls?|sections?|sect?|ss?|paragraphs?|paras?'
const QUESTION = 'questions?|(?:(?:my|our|your)\\s+)?answers?(?:\\s+to)?(?:\\s+questions?)?|prompt'
const BEFORE = `(?:(?:re|ad|on|in|at|as to|as for|regarding|about)\\b[.:]?\\s+(?:the\\s+)?(?=(?:${CLAUSE}|§|${QUESTION})))?`
/** How a paragraph goes on to another question, as "And 5.3: no" does. */
const LEAD =
  '(?:(?:and|also|then|next|plus|finally|lastly|but|so|as (?:for|to)|on|for|to|regarding|about)\\b,?\\s+)*'
const NUMBERED = new RegExp(
  `^\\s*[*_]*(${LEAD})${BEFORE}(?:(${CLAUSE})(?:\\b|(?=\\d))|(§+)|(${QUESTION}|qu?(?=\\W?\\s?\\d))|(re\\b|ad\\b|no\\b|item\\b|#))?[.:]?\\s*([([]?)(${NUMBER})([)\\]]?)[*_]*(.*)$`,
  'i',
)
/** More numbers after the first: a list of them, or anything else that names several. */
const MORE = new RegExp(`^\\s*(?:,\\s*and\\b|,|&|\\+|and\\b)\\s*(?:q(?:uestion)?\\s?)?(${NUMBER})`, 'i')
const SEVERAL = /^\s*(?:,|&|\/|\+|and\b|to\b|or\b|[–—-])\s*[([]?(?:q(?:uestion)?\s?)?\d{1,2}\.\d/i
/** A whole section: "Section 12:". */
const SECTION = new RegExp(
  `^\\s*[*_]*${BEFORE}(?:(?:clause|section)s?\\b|§+)\\s*(\\d{1,2})(?!\\d|\\.\\d)[*_]*(.*)$`,
  'i',
)
/** A section of something else: "Section 12 of the Tenancies Act" is law. */
const ELSEWHERE =
  /^(?:\s*\(\w+\))*\s+(?:of|under)\s+(?!(?:the|this|our|your)\s+(?:draft|mou|memorandum|agreement|letter|document)\b)/i
const LAW = /^[^.:]{0,60}\b(?:Act|Regulations?)\b/
const isElsewhere = (tail: string): boolean => ELSEWHERE.test(tail) || LAW.test(tail)
/** A paragraph of a clause: "12.1(b)". */
const PARAGRAPH = /^\s?\([a-z]{1,4}\)/i
const COMMA = /^[*_]*,\s+(?=\D)/
/** A paragraph that begins so, with a number, is about something else; what it is about is not plain with no sign after the number. */
const GOES_ON = /^(?:and|also|then|plus|as (?:for|to)|regarding)\b/i
/** How a sentence goes on about a question, and not about what a number counts. */
const SAYS =
  /^,?\s+(?:i|we|our|my|you|your|they|it|that|this|there|the|a|an|nothing|nobody|no ?one|please|ask|see|let|not|no|still|both)\b/i
const AFTER = /^(?:\s*[:.)\]]+[*_]*(?=\s|$|\D)|\s*[–—-]+(?=\s|$))\s*/
/** What a number counts when it is no label. With a capital it begins a sentence: "2.1 People come to us too late." */
const COUNTED =
  /^(%|percent|per\b|times\b|million|billion|thousand|hours?\b|days?\b|weeks?\b|months?\b|years?\b|minutes?\b|min\b|hrs?\b|fte\b|FTE\b|km\b|people\b|staff\b|of\b|am\b|AM\b|pm\b|PM\b|clients?\b|patients?\b|x\b)/
/** "1.", "(2)", "Q3:", "#4", "Answer 1a:" and what else a list of questions is answered by. */
const ORDINAL =
  /^\s*[*_]*[([]?(?:(q|question|(?:(?:my|our|your)\s+)?answer(?:\s+to)?(?:\s+question)?|a|ans|re|ad|no|nr|item|point)\b[.:]?\s*|(#)\s*|([qa])(?=\d))?([1-9]\d?)(?:([a-z])|\s?\(([a-z])\))?(\s*[.):/\]]|\s+[–—-](?=\s|$)|\s*$|(?=\s))[*_]*(?!\d)\s*(.*)$/i
/** What needs no more than a number after it. */
const IS_ENOUGH = /^(?:q|question|.*answer.*)$/i
const COUNTING = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
/** "On your third one, …", "Second question: …", "first: …", "For the 2nd we would …" */
const COUNTED_OUT = new RegExp(
  `^\\s*[*_]*((?:on|to|for|with|as (?:for|to)|re|regarding|about)\\s+)?(?:(?:your|the|my)\\s+)?(${COUNTING.join('|')}|\\d{1,2}(?:st|nd|rd|th)|last|final)\\b(\\s+(?:one|question|point|answer))?(?:(\\s+[–—-](?=\\s)|\\s?:)|(,)|(?=\\s))[*_]*\\s*(.*)$`,
  'i',
)
/** Ends of a line that lead on to a number, so that it begins the next line by chance: "as we said under". */
const LEADS_TO =
  /(?:\b(?:see|in|of|on|at|to|under|and|or|with|for|from|by|than|about|as|per|like|our|your|the|clauses?|questions?|sections?|answers?|numbers?)|[(§#&])\s*$/i
/** How an answer begins. */
const BEGINS = /^\s+(?:\p{Lu}|(?:yes|yep|no|nope|ok|okay|agreed|fine)\b)/u
export const leadsToNumber = (before: string): boolean => LEADS_TO.test(before)
export const beginsAnswer = (tail: string): boolean => BEGINS.test(tail)
/** Whether what follows a number is what it counts. */
export const isCount = (tail: string): boolean => COUNTED.test(tail.trim())
/** How a line goes on to the next of some that are counted. */
const GOES_ON_TO = /^\s*(?:and|also|then|next|plus|finally|lastly|but|so)\b,?\s+(?=\S)/i
/** A line that is shorter than this was not wrapped, so the next one begins something. */
const WRAPPED = 50
/** Programs that wrap lines fill them from here up to there, so a number that had room above begins something. */
const [FILLED, WIDEST] = [72, 100]
/** What an item of a list begins with: a bullet, an arrow, a number or a letter. */
const ITEM = /^\s*(?:[-•·●▪■◦‣*–—→➔➢➤\uf0a7\uf0b7\uf0d8]\s*|o\s{2,}|\(?(?:\d{1,2}|[a-z]|[iv]+)[.)]\s+)(?=\S)/i

/**
 * The label that a line begins with, as "5.1:", "Q5.1)", "Re 5.1", "Clause 12.1(b)" or "5.1 By phone". `before` is the line above: a bare
 * number inside a wrapped sentence is none, unless `isNext` after one above that is answered so. Nothing in `number` means that it names
 * several, or none that could be or is plain. An item of a list begins with one where it calls it a question: a bare number could
 * be an amount. `width` is how long the longest line is that was typed.
 */
export function labelOf(
  whole: string,
  before: string,
  isNext: (number: string) => boolean = () => false,
  width = 0,
): Label | undefined {
  const line = withoutPostscript(whole)
  const item = labelIn(line.replace(ITEM, ''), '', isNext, width)
  return item?.kind === 'question' ? item : labelIn(line, before, isNext, width)
}

function labelIn(
  line: string,
  before: string,
  isNext: (number: string) => boolean,
  width: number,
): Label | undefined {
  const [, lead, clause, sign, question, word, opened, number = '', closed, left = ''] =
    NUMBERED.exec(line) ?? []
  const isBegun = before.trim() === '' || before.length < WRAPPED || /[.!?:;]\s*$/.test(before)
  if (!number) return isBegun ? sectionOf(line) : undefined
  if (lead && !isBegun) return undefined
  if ((clause || sign) && isElsewhere(left)) return undefined
  const kind = clause || sign ? 'clause' : question ? 'question' : undefined
  const numbers = [number]
  let tail = left
  for (let more = MORE.exec(tail); more; more = MORE.exec(tail)) {
    numbers.push(more[1]!)
    tail = tail.slice(more[0].length)
  }
  const label = (rest: string): Label => ({ number, numbers, ...(kind && { kind }), rest })
  if (SEVERAL.test(tail))
    return kind || looksLikeOne(number) ? { ...label(line), number: '', numbers: [] } : undefined
  // Words that are about several clauses stand under each, with the numbers.
  if (numbers.length > 1) return { ...label(line.trimStart()), number: '' }
  const after = AFTER.exec(tail) ?? (lead && !kind && COMMA.exec(tail))
  if (after) return label(tail.slice(after[0].length))
  if (kind === 'clause') return isBegun ? label(tail ? line.trimStart() : '') : undefined
  if (kind || word || (opened && closed) || PARAGRAPH.test(tail)) return label(tail.trimStart())
  const isBare = tail === '' || (/^\s/.test(tail) && !COUNTED.test(tail.trim()))
  if (!isBare) return undefined
  if (!isBegun) {
    if (lead || !isNext(number) || LEADS_TO.test(before)) return undefined
    const hadRoom = width > WIDEST || before.length + 1 + number.length <= FILLED
    return hadRoom || BEGINS.test(tail)
      ? label(tail.trimStart())
      : { ...label(line), number: '', numbers: [] }
  }
  if (!lead) return label(tail.trimStart())
  if ((before.trim() !== '' && !/[.!?]\s*$/.test(before)) || !looksLikeOne(number)) return undefined
  if (!GOES_ON.test(lead)) return SAYS.test(tail) ? { ...label(line), near: number } : undefined
  return before.trim() === '' ? { ...label(line), number: '', numbers: [], near: number } : undefined
}

/** The label that names a whole section of the agreement. A sentence that begins with it stays whole. */
function sectionOf(line: string): Label | undefined {
  const [, number, tail = ''] = SECTION.exec(line) ?? []
  if (!number || SEVERAL.test(tail) || isElsewhere(tail)) return undefined
  const after = AFTER.exec(tail)
  const rest = after ? tail.slice(after[0].length) : tail && line.trimStart()
  return { number, numbers: [number], kind: 'clause', rest }
}

/** What finds the prompt of a number, of those that were asked. */
export function numberedIn(asked: Question[]): (number: string) => string | undefined {
  const byNumber = new Map(asked.map(({ number, prompt }) => [number.toLowerCase(), prompt]))
  return (number) => byNumber.get(number.toLowerCase())
}

/** Whether a number that is no prompt's could still be meant as one, and not as a time or an amount. */
export const looksLikeOne = (number: string): boolean => number === '' || /^\d\.(\d|1\d)[a-z]?$/i.test(number)

/** A number that counts questions: `isSaid` where it can be nothing else, `isAlone` where it is all there is, `isBare` where it could count other things, and `isUnsure` where it is not plain what belongs to it. */
type Ordinal = {
  number: string
  rest: string
  isSaid: boolean
  isAlone: boolean
  isBare: boolean
  isUnsure: boolean
}

/** The plain number that a line begins with, as "1." or "Question 2a:", or "And 2 - ", or in words. */
export function ordinalOf(whole: string): Ordinal | undefined {
  const line = whole.replace(GOES_ON_TO, '')
  const counted = countedOut(line)
  if (counted) return counted
  const [, word = '', hash, short, digits, letter, inside, close = '', rest = ''] = ORDINAL.exec(line) ?? []
  if (!digits) return undefined
  const isClosed = /\S/.test(close) || inside !== undefined || ((word || hash || short) && rest === '')
  const isAlone = !isClosed && rest === ''
  const isLabel =
    isClosed ||
    (isAlone && line === whole) ||
    IS_ENOUGH.test(word) ||
    short === 'Q' ||
    (hash && (/^\p{Lu}/u.test(rest) || hasNext(Number(digits), rest)))
  const number = `${digits}${(letter ?? inside ?? '').toLowerCase()}`
  const isSaid = Boolean(word || hash || short)
  const isUnsure = hasNext(Number(digits), rest)
  return isLabel ? { number, rest, isSaid, isAlone, isBare: false, isUnsure } : undefined
}

function countedOut(line: string): Ordinal | undefined {
  const [, lead, word, noun, sign, comma, rest = ''] = COUNTED_OUT.exec(line) ?? []
  if (!word || !(sign || (comma && (lead || noun)) || (lead && !comma))) return undefined
  const at = COUNTING.indexOf(word.toLowerCase()) + 1 || Number.parseInt(word, 10) || 0
  const isUnsure = at === 0 || !(sign || comma) || hasNext(at, rest)
  return { number: `${at}`, rest, isSaid: Boolean(lead || noun), isAlone: false, isBare: !noun, isUnsure }
}

/** Whether the next number of those that are counted stands further on in the line, so that not all of it belongs to this one. */
function hasNext(at: number, rest: string): boolean {
  const word = COUNTING[at]
  const next = `${at + 1}(?:\\s?[:)\\]/]|\\s+[–—-]|\\.)(?=\\s+\\D)|#${at + 1}\\s`
  const inWords = word
    ? `|(?:the |your )?(?:${word}|${at + 1}(?:nd|rd|th))(?: (?:one|question|point|answer))?\\s*[:,–—-]`
    : ''
  return new RegExp(`(?:^|[\\s(.;,])(?:${next}${inWords})`, 'i').test(rest)
}
