import { after, before } from './around.ts'
import { isAtWork } from './at-work.ts'
import { isAmbiguous, isGivenName } from './given-names.ts'
import { LETTER, UPPER } from './letters.ts'
import { found, isStaff, SHORT, WORD, what, wordsOf } from './name-shapes.ts'
import { isInTrouble, isMet } from './names.ts'
import { isListed } from './other-words.ts'
import { type ScreenRule, spotOf, spotsOf } from './spot.ts'

/** As people type in a hurry: any word after a title, and a given name after a verb of meeting. */
const TYPED =
  /(?<![\w.-])(?:(?:mrs?|(?<![\w.-] )ms)\.? (?!word|teams|office|outlook|excel)(?<any>[a-z][a-z'’-]{2,24})|(?:[Ss]aw|[Mm]et|[Rr]ang|[Pp]honed|[Vv]isited|[Ss]poke (?:to|with)) (?<given>[a-z]{4,24}))(?![\w-])/g
const typed: ScreenRule = (text, known) =>
  spotsOf(text, TYPED, (match) => {
    const { any = '', given = '' } = match.groups!
    const name = (any || given).replace(/^./, (letter) => letter.toUpperCase())
    const counts = any !== '' || (isGivenName(name) && !isAmbiguous(name))
    return counts && !isStaff(known, name) ? spotOf(match, 'name', what, any ? 'any' : 'given') : undefined
  })

/** Letters for given names, alone or before a family name, of whom something is told as it is of persons. */
const ABBREVIATED = new RegExp(
  `(?<![${LETTER}\\d.-])(?<who>(?:[${UPPER}]\\. ?){1,2}(?:[${UPPER}]\\.|${WORD}))`,
  'g',
)
const OF_SOMEBODY =
  /\b(?:outcome|letter|referral|file|appointment|hearing|consent|claim) (?:for|of|from|by) $/i
const abbreviated = found(ABBREVIATED, (text, name, at, known) => {
  const ahead = before(text, at[0], 40)
  const isTold = isMet(ahead) || OF_SOMEBODY.test(ahead) || isInTrouble(after(text, at[1], 80))
  const isBody = SHORT.test(name.replace(/[. ]/g, '')) || wordsOf(name).some(isListed)
  return isTold && !isBody && !isStaff(known, name) && !isAtWork(text, at)
})

/** Chinese names in their own script: a family name that many have, and a given name. */
const HAN =
  /(?<![一-鿿])(?:[王李张張刘劉陈陳杨楊赵趙吴吳郭邓鄧]|[黄黃周徐朱胡林何郑鄭梁许許韩韓冯馮](?=..))(?!医生|醫生|律师|律師|护士|護士)[一-鿿]{1,2}(?![一-鿿])/g
const han: ScreenRule = (text, known) =>
  spotsOf(text, HAN, (match) => (isStaff(known, match[0]) ? undefined : spotOf(match, 'name', what)))

/** Names that are not written as most names are: in small letters, as letters, in Chinese script. */
export const oddNames: ScreenRule[] = [typed, abbreviated, han]
