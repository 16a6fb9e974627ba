import { capital } from '../../text.ts'
import { namesOldClause } from '../file/adopted-words.ts'
import { isTerm } from '../prompts/prompts.ts'
import { inFull, listed } from '../values/locale.ts'
import { type AgreementKind, clauseStamp } from '../view/signed.ts'
import { isAgreed, type PromptView, type View } from '../view/view.ts'
import { isByAll } from '../view/who-agreed.ts'
import { forms } from './forms.ts'
import { keyFacts } from './key-facts.ts'
import { leftOut } from './left-out.ts'
import { parties } from './parties.ts'
import { schedules } from './schedules.ts'
import { signedVersion } from './signed-version.ts'
import { sinceSigned } from './since-signed.ts'

type SectionName = { name: string; title: string }

/** What is wished of an agreement. `shownIn` holds the section that has each prompt, by the prompt's id. */
type AgreementWish = {
  shownIn: Map<string, SectionName>
  sections: SectionName[]
  letter: boolean
  isFinal: boolean
}

/** What the agreement shows beside the view, or the letter of understanding in its place. */
export function agreement(view: View, { shownIn, sections, letter, isFinal }: AgreementWish) {
  const terms = view.prompts.filter((prompt) => isAgreed(prompt) && isTerm(prompt))
  const clauses = terms.filter(({ id }) => shownIn.has(id))
  const settled = letter ? clauses : terms
  const reviews = settled.flatMap(({ agreed }) => agreed?.review ?? []).sort()
  const mou = capital(view.terms['mou']!)
  const kind = letter ? 'short' : 'whole'
  const since = sinceSigned(view, kind, clauses)
  const inWords = (each: View['agreements'][number]) =>
    `${each.kind === 'short' ? LETTER : mou}, ${signedVersion(each, view)}.`
  const signed = view.agreements.filter(({ awaited }) => !isFinal || awaited.length === 0).toReversed()
  const replaced = isFinal ? signed.find((each) => each.kind === kind) : undefined
  return {
    heading: letter ? LETTER : mou,
    review: reviews.find((day) => day > view.today),
    keyFacts: keyFacts(view, settled.filter(isByAll)),
    legalNames: view.partners.map(({ legalName }) => legalName),
    parties: parties(view, isFinal),
    /** What was signed before, the last first; a copy to sign says apart which of them it replaces. */
    history: signed.filter((each) => each !== replaced).map(inWords),
    replaces: replaced && inWords(replaced),
    since,
    toSign: { ...toSign(view, kind), replaces: replaced && dayOf(replaced, view.locale) },
    clauses: Object.fromEntries(clauses.map(({ id, agreed }) => [id, clauseStamp(agreed!)])),
    marks: isFinal ? undefined : new Map([...since.marks, ...oldNumbers(clauses)]),
    ...leftOut(view, shownIn, letter),
    ...schedules(view, settled, sections, shownIn),
    forms: forms(view, shownIn),
  }
}

/** What is said beside words of an agreement of before that name a clause by its number. */
const oldNumbers = (clauses: PromptView[]) =>
  clauses.flatMap(({ id, agreed }) => (namesOldClause(agreed) ? [[id, OLD_NUMBERS] as const] : []))
const OLD_NUMBERS = 'The clause numbers in this are those of the agreement that we had before'

/**
 * Which copy to sign comes next: the second, where one is signed by all, so that each has a file of its own; and who has signed
 * the one that it is, where others have still to sign it.
 */
function toSign({ agreements }: View, kind: AgreementKind) {
  // What was signed of an agreement from before is no copy of ours.
  const ofKind = agreements.filter((each) => each.kind === kind && each.document === undefined)
  const done = ofKind.filter(({ awaited }) => awaited.length === 0).length
  const last = ofKind.at(-1)
  return {
    nth: done > 0 ? done + 1 : undefined,
    signedBy: last && last.awaited.length > 0 ? last.signed.map(({ by }) => by) : [],
  }
}

/** From when something signed is in force, and when it was signed, in words. */
function dayOf({ from, signed }: View['agreements'][number], locale: string): string {
  const days = [...new Set(signed.map(({ on }) => on))].sort().map((day) => inFull(day, locale))
  return `the one in force from ${inFull(from, locale)}, which you signed on ${listed(days, locale)}`
}

const LETTER = 'Letter of understanding'
