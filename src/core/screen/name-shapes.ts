import { after, before, isMadeUp } from './around.ts'
import { isFamilyName, isGivenName } from './given-names.ts'
import { LETTER, UPPER } from './letters.ts'
import { isListed, isOtherWord } from './other-words.ts'
import { type Known, type ScreenRule, spotOf, spotsOf } from './spot.ts'

export const WORD = `(?:(?:al|el|bin)-)?[${UPPER}][${LETTER}'’-]{1,24}`
export const INITIAL = `[${UPPER}]\\.?(?![${LETTER}\\d]|['’-][${UPPER}])`
export const PARTICLE = '(?:van|von|de|da|di|du|del|della|der|den|la|le|bin|binti|ibn|al|el|te|ap|dos|y) '
/** One to four words of a name, initials among them. */
export const SPELT = `(?:${WORD}|${INITIAL})(?: (?:${PARTICLE}){0,2}(?:${WORD}|${INITIAL})){0,3}`
export const FULL_NAME = `${WORD}(?: ${INITIAL})?(?: (?:${PARTICLE}){0,2}${WORD}){1,3}`

export const what = 'a name'
export const wordsOf = (name: string): string[] =>
  name
    .replace(/['’]s?$/u, '')
    .split(/[ .]+/)
    .filter(Boolean)
/** The first of two given names that are joined counts too. */
export const isGiven = (word: string): boolean =>
  isGivenName(word) || (word.includes('-') ? isJoined(word) : isShortened(word))
const isJoined = (word: string): boolean =>
  SYLLABLES.test(word) || (/-[A-Z]/.test(word) && isGivenName(word.split('-')[0]!))
/** Given names of two syllables, as they are written in Korean and Chinese. */
const SYLLABLES =
  /^(?:Ji|Min|Eun|Hye|Soo|Su|Seo|Yoo|Hyun|Kyung|Young|Jae|Jin|Sun|Mi|Mei|Xiao|Hui|Li|Yu|Wei|Siu|Wai|Kam|Chi|Yuk|Sook|Sang|Sung|Tae|Dong|Woo|Bo|Ah|Na|Da|Ha|Yun|Chun|Yi|Ming|Jun|Zhi|Yan|Lai|Mui|Pui|Ka|Tsz|Hoi|Man|Shu|Ya|Ting|Ching)-[A-Za-z][a-z]{1,5}$/
const isShortened = (word: string): boolean => {
  const [, stem = ''] = /^([A-Z][a-z]{2,7})(?:ie|o)$/.exec(word) ?? []
  return stem !== '' && (isGivenName(stem) || isGivenName(stem.slice(0, -1)))
}
export const isInitial = (word: string): boolean => word.length === 1

/** Short words in capitals that are no one's initials. */
export const SHORT =
  /^(?:ID|IDs|IT|GP|GPs|HR|NZ|UK|US|USA|EU|TV|AM|PM|CEO|MOU|NHS|DHB|VLA|CLC|HJP|MLP|FAQ|PDF|OK|FV|DV|ED|ICU|AOD|NGO|RN|SW|AI|QR|CR|II|III|IV|FOI|GDPR|DNA|EN|ESL|LGBT|LGBTQ|LGBTIQ|MPs?|ML[AC]s?|MHA|MPP|MNA|MSP|MEP|AMA|BMA|RTO|NDIS|VCAT|NCAT|QCAT|DSS|DHS|DCJ|DFFH|HUD|SSI|SSDI|SNAP|PHN|LHD|KPIs?|MDT|FTE|EAP|CALD|LGA|TBC|TBA|ASAP|FYI|RSVP|SMS|IVO|AVO|DVO|IPV)$/

/** Family names that are places more often, so that these with a name before them are called after somebody. */
export const isPlaceToo = (word: string): boolean =>
  /^(?:Ward|Day|Hall|Hill|House|Park|Church|Law|Bond|Field|Fields|Bank|Wood|Woods|West|Place)$/.test(word)

/** Whether these words can be somebody's name; a `sure` cue stands before them, so that a name alone is enough. */
export function isName(name: string): boolean {
  const words = wordsOf(name)
  if (words.length === 0 || words.some((word) => SHORT.test(word))) return false
  const [first = ''] = words
  const whole = words.filter((word) => !isInitial(word) && !/^[a-zß-ÿ]/.test(word))
  if (whole.length === 0) return words.length > 1
  if (whole.length === 1 && words.length > 1 && isGiven(first)) return true
  const [last = ''] = whole.slice(-1)
  if (whole.length > 1 && isListed(last) && !isFamilyName(last)) return false
  if (whole.some((word) => !isOtherWord(word)) && isGiven(first)) return true
  return words.length > 1 && whole.every((word) => !isOtherWord(word))
}

/** The longest start of these words that can be a name: what follows it with a capital is of something else. */
function nameIn(words: string): string | undefined {
  const all = words.split(' ')
  for (let n = all.length; n > 0; n--) {
    const name = all.slice(0, n).join(' ')
    if (isName(name) || (n === 1 && isGiven(wordsOf(name)[0] ?? ''))) return name
  }
  return undefined
}

/** Without the words that only begin a sentence, as in "When Ana". */
const withoutStart = (words: string, isStart: boolean): string => {
  const [first = '', second = '', ...rest] = words.split(' ')
  const isBefore =
    isOtherWord(first) ||
    (isStart && !/^[A-Z]{3,}$/.test(first) && isGiven(wordsOf(second)[0] ?? '') && !isFamilyName(first))
  return second && isBefore && !isGiven(first) ? withoutStart([second, ...rest].join(' '), isStart) : words
}

/** Without what somebody has: "Ana Diaz's SNAP" is about Ana Diaz. */
const withoutEnd = (words: string): string => {
  const end = words.search(/['’]s /)
  return end < 0 ? words : words.slice(0, end + 2)
}

/** Whether one of the partners' own people goes by this name, or by a part of it. */
export function isStaff({ names }: Known, name: string): boolean {
  const words = wordsOf(name).filter((word) => !isInitial(word))
  return names.some((each) => {
    const theirs = wordsOf(each)
    return words.length > 0 && words.every((word) => theirs.includes(word))
  })
}

const IS_SAMPLE = /\b(?:sample|dummy|placeholder|specimen|mock)\b/i

/** What is called after somebody. */
const CALLED_AFTER =
  /^ (?:Institute|Foundation|Hospital|Cent(?:er|re)|Clinic|Library|University|College|School|Trust|Ward|House|Hall|Park|Street|Road|Building|Wing|Law|Act|Award|Fellowship|Scholarship|Lecture|Day|Medical|Memorial|Health|Legal|Community|Program(?:me)?|Project|Hub|Initiative|Scheme|Fund|Prize|Society|Association|Network|Partnership|Services?|Museum|Gallery|Theatre|Lodge|Drive|Avenue|Lane|Bridge|Oval|Stadium|Arena|Reserve|Square|County|Principles?)\b/

/** What the matches of an expression come to whose group `who` is a name, or begins with one. */
export const found = (
  looks: RegExp,
  counts: (text: string, name: string, at: [number, number], known: Known) => boolean,
): ScreenRule => {
  return (text, known) =>
    spotsOf(text, looks, (match) => {
      const { who: all = '' } = match.groups!
      if (wordsOf(all).every((word) => isOtherWord(word) && !isGiven(word))) return undefined
      const {
        at: [from],
      } = spotOf(match, 'name', what, 'who')
      const isStart = !/[a-z,] $/.test(text.slice(Math.max(0, from - 2), from))
      const who = withoutEnd(withoutStart(all, isStart))
      const name = nameIn(who) ?? who
      if (CALLED_AFTER.test(who.slice(name.length))) return undefined
      const start = from + all.lastIndexOf(who)
      const at: [number, number] = [start, start + name.replace(/['’]s?$/u, '').length]
      const isSomebody =
        counts(text, name, at, known) &&
        !isMadeUp(before(text, match.index, 80)) &&
        !IS_SAMPLE.test(after(text, at[1], 40))
      return isSomebody ? { sort: 'name', what, at } : undefined
    })
}
