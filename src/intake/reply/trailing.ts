import { isGivenName } from '../../core/screen/given-names.ts'
import type { Question } from '../returned.ts'
import { isParting } from './courtesies.ts'
import { partlyCalled } from './titles.ts'

/** What people write below their last answer and that is no part of it. `near` is the question that it is about, if that is plain. */
export type Trailing = { what: 'words' | 'signature'; near?: string | undefined; lines: string[] }

const REST =
  /^\W*(?:and |but |otherwise,? |as for )?(?:(?:all |all of )?(?:the )?(?:rest|remainder|others|(?:other|remaining) (?:ones|questions|points|answers|things))|(?:everything|all|anything) else)(?: of (?:it|them|the (?:questions|form|draft|list)))?,?(?: (?:is|are|looks?|seems?|reads|sounds))?(?: all| just| quite| perfectly)*,? (?:ok|okay|o\.k|fine|good|great|clear|agreed|right|correct|as (?:it is|is|before|discussed|agreed)|(?:still )?to (?:follow|come)|no (?:comments?|changes?|questions?))(?:,? (?:(?:with|by|for) (?:us|me)|as (?:it )?is|to (?:us|me)|for now|from (?:us|me)|thanks?|thank you|thx))*[\s.!)]*$|^\W*(?:that'?s|that is|this is) (?:all|it)(?: from (?:us|me)| for now| so far)*[\s.!]*$|^\W*(?:we have |i have )?(?:no (?:other|further|more) (?:comments?|questions?|changes|thoughts)|nothing (?:else |more |further )?to add)(?: from (?:us|me)| for now)*[\s.!]*$/i
/** A name on its own line, or the first letter of one. */
const ALONE =
  /^[\s–—~*_-]*(\p{Lu}[\p{L}'’-]*)((?:\s+\p{Lu}[\p{L}'’-]*\.?){0,2})[\s.!*_]*(?:x{1,3}|:-?\))?\s*$/u
/** What asks for people is answered by their names. */
const OF_PEOPLE =
  /\b(?:people|person|contacts|contact (?:person|people)|who|whom|roles?|makers|liaisons?|supervis\w+|lead\w*|names?)\b/i
const LEADS_ON = /[:,;–—-]\s*$|\b(?:and|or|with|to|by|is|are|from)\s*$/i

/** Apart from the last answer, given as its lines, what stands below it that is none, in its order. `people` are the names of those who may have signed it. */
export function trailingIn(
  lines: string[],
  prompt: string,
  asked: Question[],
  people: string[],
): { said: string[]; trailing: Trailing[] } {
  let said = lines
  const trailing: Trailing[] = []
  for (let next = lastOf(said, prompt, asked, people); next; next = lastOf(said, prompt, asked, people)) {
    trailing.unshift(next)
    said = said.slice(0, said.length - next.lines.length)
  }
  return { said, trailing }
}

/** The last paragraph, or the last line, where it is no part of what stands above; with the empty lines around it. */
function lastOf(lines: string[], prompt: string, asked: Question[], people: string[]): Trailing | undefined {
  const end = lines.findLastIndex((line) => line.trim() !== '')
  const blank = lines.findLastIndex((line, n) => n < end && line.trim() === '')
  const from = (start: number) => lines.slice(start)
  const isBelow = (start: number) => lines.slice(0, start).some((line) => line.trim() !== '')
  const paragraph = lines.slice(blank + 1, end + 1).join(' ')
  if (isBelow(blank + 1)) {
    if (isParting(paragraph)) return { what: 'words', lines: from(blank + 1) }
    const near = titleOf(lines[blank + 1]!, prompt, asked)
    if (near) return { what: 'words', near: near.prompt, lines: from(blank + 1) }
  }
  if (end < 0 || !isBelow(end)) return undefined
  const last = lines[end]!
  if (REST.test(withoutName(last, people).replace(/’/g, "'"))) return { what: 'words', lines: from(end) }
  return isSigned(
    lines.slice(0, end),
    last,
    asked.find((each) => each.prompt === prompt),
    people,
  )
    ? { what: 'signature', lines: from(end) }
    : undefined
}

/** A line without the name that it is signed with, as in: Rest is fine, Joel */
const withoutName = (line: string, people: string[]): string =>
  line.replace(/,? (\p{Lu}[\p{L}'’-]*)[\s.!]*$/u, (all, name: string) =>
    isGivenName(name) || people.includes(name) ? '' : all,
  )

/** Whether a line begins with part of the title of other questions, and of which, if it is of one. */
function titleOf(
  line: string,
  prompt: string,
  asked: Question[],
): { prompt: string | undefined } | undefined {
  const { prompts } = partlyCalled(line, asked)
  if (prompts.length === 0 || prompts.includes(prompt)) return undefined
  return { prompt: prompts.length === 1 ? prompts[0] : undefined }
}

/** Whether a first name, or the letter of one, or somebody's whole name signs what stands above and is none of those it names. */
function isSigned(above: string[], last: string, question: Question | undefined, people: string[]): boolean {
  const [, first = '', more = ''] = ALONE.exec(last) ?? []
  const before = above.findLast((line) => line.trim() !== '') ?? ''
  const isApart = above.at(-1)?.trim() === '' || /[.!?]["”’)]*\s*$/.test(before)
  if (!isApart || LEADS_ON.test(before) || ALONE.test(before)) return false
  const isName =
    isGivenName(first) ||
    (first.length === 1 && more === '') ||
    people.some((name) => isOf(name, first, more))
  return isName && !OF_PEOPLE.test(question?.topic ?? '')
}

/** Whether it is how somebody of this name signs: by the first name, or by both. */
function isOf(name: string, first: string, more: string): boolean {
  const all = name.trim().toLowerCase()
  const signed = `${first}${more}`.toLowerCase().replace(/\s+/g, ' ')
  return signed === all || (more === '' && signed === all.split(/\s+/)[0])
}
