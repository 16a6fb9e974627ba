import { isFooter, isSentFrom } from './footers.ts'
import { FAREWELLS, WISHES } from './signature-words.ts'

/** The end of a message: how people and their programs sign it. */

const DASHES = /^\s*--\s*$/
const FAREWELL = new RegExp(`^\\s*[*_]*(?:${WISHES}|${FAREWELLS})(?![\\p{L}\\p{N}])(.*)$`, 'iu')
const NAMED = /^[\s,.!–*_-]*(?:(?:to|and|from) )?(?:\p{Lu}[\p{L}'’.-]*[\s,.!*_]*){0,3}$/u
/** A title before a name, and what stands after one on its line. */
const TITLE = /^(?:(?:dr|prof|mr|mrs|ms|mx)\.?\s+)/i
const AFTER_NAME = /^\s*(?:[,|–—/(-].*)?$/
/** How to reach somebody. */
const REACHED =
  /[^\s<>@]+@[^\s<>@]+\.\p{L}{2,}|(?:https?:|www\.)\S+|(?:^|[|·•])\s*(?:\p{L}{1,6}[.:]?\s*)?[+(]?\d[\d\s()./-]{6,}\d(?!\d)/iu
/** Words that go on: a sentence, an item of a list, or one that is numbered. */
const SENTENCE = /^\s*(?:\p{Ll}|[-•*]\s|[([]?\d{1,2}[.):\]]\s)|(?:\S+\s+){3,}\S*[.?!]["”’)]*\s*$/u
/** Lines of a name, a role, numbers and an address; and letters in one of them. */
const LINES = 14
const LETTERS = 110

/**
 * Where in the last lines of a message the signature begins; their number, where none does. `name` is the sender's; alone
 * where an answer goes, it is one. A farewell that goes on with more than a name, numbers and an address is no signature, nor
 * is a word of a notice in what somebody says.
 */
export function signatureIn(
  lines: string[],
  name: string | undefined,
  isAnswer: boolean,
  people: string[] = [],
): number {
  let isSaid = !isAnswer
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!
    if (DASHES.test(line) || isSentFrom(line)) return n
    const isFirst = n === 0 || lines[n - 1]!.trim() === ''
    // Not all that follows: of a long message that would be copied for every line of it.
    const below = lines.slice(n + 1, n + 1 + LINES)
    if (isSaid && isFirst && isFooter(line, below)) return n
    const isSigned =
      isFarewell(line) ||
      (isSaid && isNameIn(line, name, below)) ||
      (isSaid && isFirst && isHeaded(line, [...people, name ?? ''], below))
    if (isSigned && isCard(lines.slice(n + 1))) return n
    isSaid ||= line.trim() !== ''
  }
  return lines.length
}

const isFarewell = (line: string): boolean =>
  line.length < LETTERS && NAMED.test(FAREWELL.exec(line)?.[1] ?? 'x x')

/** Whether a line is the sender's name; with more on it, or where it is all of an answer, only above how to reach that person. */
function isNameIn(line: string, name: string | undefined, below: string[]): boolean {
  if (!name || line.length >= LETTERS) return false
  const bare = line.replace(/^[\s–—*_-]+|[\s.!*_]+$/g, '').replace(TITLE, '')
  const [first = ''] = name.split(/\s+/)
  if ([name, first].some((each) => each.toLowerCase() === bare.toLowerCase())) return true
  const isBegun = bare.toLowerCase().startsWith(name.toLowerCase())
  return isBegun && AFTER_NAME.test(bare.slice(name.length)) && below.some((each) => REACHED.test(each))
}

/** Whether a line begins with the name of one of these, apart from what is said on top of it, and says how to reach that person, or is above that. */
const isHeaded = (line: string, names: string[], below: string[]): boolean =>
  names.some(
    (name) =>
      name.trim().includes(' ') &&
      isNameIn(line.length < LETTERS ? line : '', name, line.includes('|') ? [line, ...below] : below) &&
      [line, ...below].some((each) => REACHED.test(each)),
  )

/** Whether nothing follows but a name, a role, an address, and what others put below. */
function isCard(below: string[]): boolean {
  let written = 0
  for (const [n, line] of below.entries()) {
    if (isSentFrom(line) || isFooter(line, below.slice(n + 1)) || DASHES.test(line)) return true
    if (line.trim() === '') continue
    written += 1
    if (written > LINES || line.length >= LETTERS) return false
    if (written === 1 && SENTENCE.test(line) && !REACHED.test(line)) return false
  }
  return true
}
