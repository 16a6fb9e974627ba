import { hasVerb } from '../../core/values/verbs.ts'

/** What limits or decides, in a heading: "Only with consent". */
const LIMITS = /\b(?:only|no|not|never|without|unless|except|until|always|must|nothing|nobody|none)\b/i
/** Whose it is, what stands below: "Duties of the Clinic", "The Clinic's duties". */
const DUTIES = '(?:duties|responsibilities|obligations|roles?|contributions?|commitments|undertakings|tasks)'
const WHOSE = new RegExp(`^(?:the )?${DUTIES} of (?:the )?(.+)|^(?:the )?(.+)['’]s? ${DUTIES}$`, 'i')
const EVERYONE = /^(?:each|every|all|both|parties|partners)\b/i
/** "What we do", "If things go wrong", "Privacy, as we see it": only what it is about. */
const ABOUT = /^(?:who|what|when|where|how|why|which|if|should|in case)\b[^?]*$|,/i
/** Words that lean on what stands above them: "It gives a room." */
const LEANS =
  /^(?:(?:it|they|he|she|them)\b|(?:this|these) (?:is|are|can|may|must|will|shall|means?|includes?|applies|apply)\b|(?:yes|no)[,.;])/i

/** Whether a heading says whose these words are, which do not name them. */
function isOfAnother(heading: string, words: string): boolean {
  const [, ...found] = WHOSE.exec(heading) ?? []
  const whose = found.find(Boolean)
  return whose !== undefined && !EVERYONE.test(whose) && !words.toLowerCase().includes(whose.toLowerCase())
}

/** Words of a fragment that ends in a full stop, at most: verbs in longer ones may be none that are known. */
const SHORT = 8
const isFragment = (words: string): boolean =>
  !hasVerb(words) && (!/[.!?]["”’)]*$/.test(words) || words.split(' ').length <= SHORT)

/** Whether a heading says something of the words below that they do not say themselves, so that without it they would say less. */
export const bearsOn = (heading: string, words: string): boolean =>
  LIMITS.test(heading) ||
  isOfAnother(heading, words) ||
  heading.endsWith('?') ||
  (hasVerb(heading) && !ABOUT.test(heading))

/** Whether words are none by themselves without the heading right above them. */
export const leansOnHeading = (words: string, isFirst: boolean): boolean =>
  (isFirst && LEANS.test(words)) || /^\p{Ll}/u.test(words) || isFragment(words)
