/** How people say which question they answer. */

export type Label = { number: string; rest: string }

const NUMBERED =
  /^\s*[*_]*(re\b|ad\b|q|question\b|(?:(?:my|our|your)\s+)?answer(?:\s+to)?\b|prompt\b|no\b|item\b|#)?[.:]?\s*([([]?)(\d{1,2}\.\d{1,2}[a-z]?)(?![a-z\d]|\.\d)([)\]]?)[*_]*(.*)$/i
const SEVERAL = /^\s*(?:,|&|\/|\+|and\b|to\b|or\b|[–—-])\s*[([]?\d{1,2}\.\d/i
const AFTER = /^(?:\s*[:.)\]]+[*_]*(?=\s|$|\D)|\s*[–—-]+(?=\s|$))\s*/
/** What a number counts when it is no label. */
const COUNTED =
  /^(%|percent|per\b|times\b|million|billion|thousand|hours?\b|days?\b|weeks?\b|months?\b|years?\b|minutes?\b|min\b|hrs?\b|fte\b|km\b|people\b|staff\b|of\b|am\b|pm\b|clients?\b|patients?\b|x\b)/i
const ORDINAL = /^\s*[*_]*\(?(q\.?\s*|question\s+)?([1-9]\d?)\s*(?:[.):]|\s[–—-](?=\s))[*_]*(?!\d)\s*(.*)$/i
/** A line that is shorter than this was not wrapped, so the next one begins something. */
const WRAPPED = 50

/**
 * The label that a line begins with, as "5.1:", "Q5.1)", "Re 5.1" or "5.1 By phone". `before` is the line above: a bare number
 * inside a wrapped sentence is none. Nothing in `number` means that it names several, or none that could be.
 */
export function labelOf(line: string, before: string): Label | undefined {
  const [, word, opened, number = '', closed, tail = ''] = NUMBERED.exec(line) ?? []
  if (!number) return undefined
  if (SEVERAL.test(tail)) return { number: '', rest: line }
  const after = AFTER.exec(tail)
  if (after) return { number, rest: tail.slice(after[0].length) }
  if (word || (opened && closed)) return { number, rest: tail.trimStart() }
  const isBegun = before.trim() === '' || before.length < WRAPPED || /[.!?:;]\s*$/.test(before)
  const isBare = tail === '' || (/^\s/.test(tail) && !COUNTED.test(tail.trim()))
  return isBegun && isBare ? { number, rest: tail.trimStart() } : undefined
}

/** A label with the topic after its number, copied from what was sent, as in "5.1 Referral pathways: by phone". */
export function withoutTopic(label: Label, topic: string | undefined): Label {
  const { number, rest } = label
  if (!topic || !rest.toLowerCase().startsWith(topic.toLowerCase())) return label
  const after = /^[*_]*(?:\s*:[*_]*|\s+[–—-]+(?=\s))?\s*/.exec(rest.slice(topic.length))![0]
  const isWhole = after.trim() !== '' || rest.length === topic.length
  return isWhole ? { number, rest: rest.slice(topic.length + after.length) } : label
}

/** Whether a number that is no prompt's could still be meant as one, and not as a time or an amount. */
export const looksLikeOne = (number: string): boolean => number === '' || /^\d\.(\d|1\d)[a-z]?$/i.test(number)

/** The plain number that a line begins with, as "1." or "Question 2:". */
export function ordinalOf(line: string): { number: number; rest: string; isSaid: boolean } | undefined {
  const found = ORDINAL.exec(line)
  return found ? { number: Number(found[2]), rest: found[3]!, isSaid: found[1] !== undefined } : undefined
}
