import { capital } from '../../text.ts'
import { hasVerb } from '../values/verbs.ts'

/** What can be told of sentences as agreements have them. */

/** The first sentence. */
export const sentenceIn = (words: string): string => words.trim().split(/(?<=[.!?])\s|\n/)[0]!

/** Whether words could not stand by themselves, as far as a short list of verbs can tell. What ends in a colon goes with what follows. */
export function isFragment(words: string): boolean {
  const first = sentenceIn(words)
  const main = first.split(/;\s/)[0]!
  const [, label] = LABEL.exec(`${main} `) ?? []
  return isItemised(words) || NAMED.test(first) || !hasVerb(label ?? main)
}

/** What stands before a colon, as in "Urgent: we call on the same day". */
const LABEL = /^([^:\n]{1,40}): /

/** What only names someone or something, by a sentence within: "Anyone who is a patient here". */
const NAMED =
  /^(?:that|(?:any(?:one|body)|those|fewer|more|less)\b(?!.*\b(?:will|can|may|must|should|cannot|could)\b))\b/i

/** Whether one sentence begins as another does, or has half of what that has to say. */
export function saysTheSame(one: string, other: string): boolean {
  const [ours, theirs] = [one, other].map(wordsIn) as [string[], string[]]
  const beginning = (words: string[]) => words.slice(0, 4).join(' ')
  const [said, wanted] = [ours, theirs].map((words) => new Set(words.filter(isWeighty).map(stem)))
  const shared = [...wanted!].filter((each) => said!.has(each)).length
  const isNegated = (words: string[]) => words.some((word) => /^(?:not?|never|nobody|cannot)$/.test(word))
  return (
    beginning(ours) === beginning(theirs) ||
    (isNegated(ours) === isNegated(theirs) && shared * 2 >= wanted!.size)
  )
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const LIGHT = new Set(
  'already and each for not other our own the their there this where will with'.split(' '),
)
const isWeighty = (word: string): boolean => word.length > 2 && !LIGHT.has(word)
/** So that "helps" and "helping" are one. */
const stem = (word: string): string => word.slice(0, 4).replace(/s$/, '')

/** Whether words are a list from their start. */
export const isItemised = (words: string): boolean => /^(?:[-•]|\(?(?:1|a)[.)]) /.test(words.trim())

/** Words with a full stop at their end, unless that is a list. */
export const ended = (words: string): string =>
  words.trim() === '' || ENDED.test(words.trimEnd()) || LISTED.test(words) ? words : `${words.trimEnd()}.`
const ENDED = /[.!?…:;。！？؟۔।]["'”’)\]]*$/
const LISTED = /(?:^|\n) *(?:[-•–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]) [^\n]*\s*$/

/** Words after a colon, small unless they may begin with a name. */
export function goingOn(words: string): string {
  const [first = '', next = ''] = words.trim().split(/\s+/)
  const isName = !SMALL.has(first.toLowerCase().replace(/\W+$/, '')) || /^\p{Lu}/u.test(next)
  return isName ? words : words.trim().replace(/^./u, (letter) => letter.toLowerCase())
}
/** Words that begin a sentence, with a capital unless they may begin with a name that has none. */
export const withCapital = (words: string): string =>
  SMALL.has(/^\p{Ll}+/u.exec(words)?.[0] ?? '') ? capital(words) : words
const SMALL = new Set(
  'a an any anyone anybody all advice after as asked at before between both by clients crime criminal debt each either employment every everyone everybody family fewer first for free from help housing if immigration in it its lawyers legal less monthly more never no nobody none on once one only our patients people quarterly second spoken staff that the their these they third this those three to twice two until we weekly when where wills with within without yearly'.split(
    ' ',
  ),
)
