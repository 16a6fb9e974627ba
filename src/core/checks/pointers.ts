import { meant, misspelt } from '../../errors.ts'
import { isTitle, quotedIn } from '../agreement/quoted.ts'
import { isTerm } from '../prompts/prompts.ts'
import { isAgreed, type View } from '../view/view.ts'
import type { CheckedSection } from './finding.ts'

/** What a clause says of other places in the agreement. */

/** The first that a clause names in quotation marks and the agreement has not got; in words that go on from its heading. */
export function pointsNowhere(text: string, view: View, sections: CheckedSection[]): string | undefined {
  const ours = sections.filter(({ kind }) => kind === 'mou' || kind === 'mou-schedules')
  const terms = view.prompts.filter(isTerm)
  const titles = [...sections.map(({ title }) => title), ...terms.map(({ topic }) => topic)]
  for (const { words, before } of quotedIn(text).filter(({ words }) => /^\p{Lu}/u.test(words))) {
    const topics = terms.filter(({ topic }) => isTitle(words, topic))
    const named = ours.filter(({ title }) => isTitle(words, title))
    const ids = [...topics.map(({ id }) => id), ...named.flatMap(({ prompts }) => prompts)]
    const meantBy = terms.filter(({ id, was }) => ids.some((each) => each === id || was.includes(each)))
    const isThere = meantBy.some(isAgreed) || named.some(({ prompts }) => prompts.length === 0)
    if (meantBy.length > 0 && !isThere)
      return ` points to "${words}", which is not in the agreement yet. Agree on it (*hjp ask ${meantBy[0]!.number}*), or take it out here:`
    if (POINTED.test(before) && !titles.some((title) => isTitle(words, title)))
      return ` points to "${words}", and nothing in the agreement is called that.${meant(misspelt(words, titles))}`
  }
  return undefined
}

const POINTED = /\b(?:see(?: also)?|(?:sections?|clauses?|schedules?)(?: on| called)?) *$/i

/** The first place that a clause names by its number, unless that is in some other document. */
export function numberNamed(text: string): string | undefined {
  const places = text
    .split(/(?<=[.!?])\s|\n/)
    .filter((sentence) => !LAW.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(PLACE)])
  const ours = places.find(({ 0: place, index, input }) => !ELSEWHERE.test(input.slice(index + place.length)))
  return (
    ours &&
    ` names "${ours[0]}". Numbers change as the agreement grows, so name its title in quotation marks instead.`
  )
}

const PLACE =
  /\b(?:sections?|clauses?|paragraphs?|schedules?|annex(?:ure)?|appendix|attachment|questions?|prompts?) (?:\d+(?:\.\d+)*[a-z]?|[A-Z]\b)|\bsee \d+\.\d+[a-z]?\b/gi
/** What has sections too, and a schedule of drugs. */
const LAW =
  /\b(?:Act|Code|Regulations?|Rules?|Law|Standards?|CFR|U\.?S\.?C|HIPAA|GDPR)\b|\b[Ss]chedule \d+ (?:drug|medicine|poison|substance)s?\b/
/** What follows the number of a place in something else: "of the lease". */
const ELSEWHERE =
  /^(?:\([a-z]+\))* (?:of|in|to|under) (?:an?|its|our|that|the|their) (?!agreement|document|letter|memorandum)/i
