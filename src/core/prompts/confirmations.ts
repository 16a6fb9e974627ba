/** What a partner can say to something that is agreed, as words to tick. */
export const CONFIRMATION_WORDS = {
  yes: 'Yes, we agree',
  change: 'We would change it',
  talk: 'Let us talk',
}
export type Confirmation = keyof typeof CONFIRMATION_WORDS

/** The same as a question, where nothing can be ticked. */
export const WHICH_CONFIRMATION = 'Yes, we agree; we would change it; or let us talk?'

/**
 * What an answer says to something that is agreed, where that is plain, and the words beside it. A yes on a condition is none; neither
 * is more than one of the words to tick.
 */
export function confirmationIn(said: string): { confirmation: Confirmation | undefined; rest: string } {
  const found = ticks.find(([, words]) => opens(said, words))
  const { confirmation, rest }: ReturnType<typeof confirmationIn> = found
    ? { confirmation: found[0], rest: after(said, found[1]) }
    : yesIn(said)
  return confirmation === 'yes' && (CONDITION.test(rest) || hasSeveralTicks(said))
    ? { confirmation: undefined, rest: said }
    : { confirmation, rest }
}

const ticks = Object.entries(CONFIRMATION_WORDS) as [Confirmation, string][]

/** Whether an answer has several of the words to tick, as one has in which it is not plain which is ticked. */
export const hasSeveralTicks = (said: string): boolean =>
  ticks.filter(([, words]) => said.toLowerCase().includes(words.toLowerCase())).length > 1

/** Whether these are words to tick, as nobody says them of something else. */
export const isTick = (said: string): boolean =>
  ticks.some(([, words]) => said.startsWith(words) && opens(said, words))

/** Whether a text begins with some words as a sentence of their own. "Yes, we agree if …" is another. */
const opens = (text: string, words: string): boolean =>
  text.trim().slice(0, words.length).toLowerCase() === words.toLowerCase() &&
  /^\s*(?:[.:;!\n–—-]|$)/.test(text.trim().slice(words.length))

const after = (text: string, words: string): string =>
  text
    .trim()
    .slice(words.length)
    .replace(/^[\s.:;!–—-]+/, '')

/** A yes in words of their own, which may go on after a sentence in which they agree. */
function yesIn(said: string): { confirmation: Confirmation | undefined; rest: string } {
  if (isYes(said)) return { confirmation: 'yes', rest: '' }
  const [first = ''] = /^[^.:;!?\n–—]+/.exec(said.trim()) ?? []
  return /\bagree/i.test(first) && isYes(first) && opens(said, first)
    ? { confirmation: 'yes', rest: after(said, first) }
    : { confirmation: undefined, rest: said }
}

const THUMBS_UP = /[\u{1F44D}\u{1F44C}\u2611\u2705\u2713\u2714][\u{1F3FB}-\u{1F3FF}\uFE0F]*/gu
/** These say yes, and those may stand beside them. Whoever says anything else may mean something else. */
const YES =
  "yes|yep|yeah|yup|y|ok|okay|(?:(?:i|we|we all|all of us) )?(?:agree|confirm|approve|accept)|(?:(?:we are|we're|all) )?(?:agreed|confirmed|approved|accepted)|we do|(?:(?:we are|we're|that is|that's|this is|it is|it's) )?(?:fine|good|happy) (?:with|by|for)|(?:that|this) is fine|that's fine|(?:works|sounds good|looks good|all good)(?: (?:to|for))?|no objections?"
const BESIDE =
  'this|that|it|these|all|us|me|we|with|to|by|for|and|too|here|as (?:it is|it stands|written|agreed)|from us|on our side|no changes|fully|absolutely|definitely|certainly|of course|sure|great|thanks|thank you|many thanks'
const ALL_YES = new RegExp(`^(?:(?:${YES}|${BESIDE}) )+$`)
const ANY_YES = new RegExp(`(?:^| )(?:${YES}) `)

const wordsOf = (said: string): string => {
  const plain = said.replace(THUMBS_UP, ' yes ').replaceAll('’', "'").toLowerCase()
  return `${plain.match(/[\p{L}\p{N}\p{S}']+/gu)?.join(' ') ?? ''} `
}

/** Whether all of it says yes. */
function isYes(said: string): boolean {
  const words = wordsOf(said)
  return !said.includes('?') && ALL_YES.test(words) && ANY_YES.test(words)
}

const NO =
  "no|nope|nah|n|\u{1F44E}|not (?:yet|now|really|sure|at (?:this stage|the moment|present))|(?:(?:i|we) )?(?:disagree|(?:do not|don't|cannot|can't|did not|didn't) (?:agree|accept))|(?:(?:we are|we're) )?not (?:agreed|happy|ok|okay|sure)|(?:i|we) (?:do not|don't)"
const NO_BESIDE = 'sorry|afraid|still|yet|unfortunately|i am|we are|from our side'
const ALL_NO = new RegExp(`^(?:(?:${NO}|${BESIDE}|${NO_BESIDE}) )+$`, 'u')
const ANY_NO = new RegExp(`(?:^| )(?:${NO}) `, 'u')

/** Whether all of it says no. */
function isNo(said: string): boolean {
  const words = wordsOf(said)
  return ALL_NO.test(words) && ANY_NO.test(words)
}

/** Whether all of it says yes or no, so that it says nothing without what it is to. */
export const isYesOrNo = (said: string): boolean => isYes(said) || isNo(said)

/** Whether it says no to something and goes on, or yes to all but something. */
const isHalfNo = (said: string): boolean =>
  /^no(?: thanks?| thank you)?(?:[,:;.]\s+|\s+-\s+|\s*[–—]\s*)\S/i.test(said) ||
  (/^(?:we(?:['’]re| are)? )?(?:agreed?|yes|ok(?:ay)?|fine|happy)\b/i.test(said) &&
    CONDITION.test(/^[^.;!?\n]+/.exec(said)?.[0] ?? ''))

/** Whether its first sentence says that they do not agree, or not to all of it. */
export function isObjection(said: string): boolean {
  if (isHalfNo(said.trim())) return true
  const [first = ''] = /^[^.:;!?\n–—]+/.exec(said.trim().replace(/^no[,.] +/i, '')) ?? []
  const [main = ''] = first.split(/,| (?:because|since|as) /)
  return /agree|accept/i.test(main) && isNo(main)
}

const WHEN =
  'january|february|march|april|may|june|july|august|september|october|november|december|monday|next|spring|summer|autumn|winter'
/** What makes a yes one on a condition. */
const CONDITION = new RegExp(
  `\\b(?:but|if|unless|except|excepting|provided|providing|only|subject to|on condition|conditional(?:ly)?|(?:as|so) long as|however|although|though|other than|apart from|assuming|pending|until|once|not|instead|in principle|(?:from|after|before) (?:\\d|the |${WHEN}))\\b`,
  'i',
)
