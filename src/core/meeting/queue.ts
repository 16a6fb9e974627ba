import { FINDING_A_PARTNER, firstAmong } from '../prompts/prompts.ts'
import type { Standing } from '../prompts/standing.ts'
import { isAgreed, type PromptView, type View } from '../view/view.ts'
import { lastMeeting, minutesOf } from './meetings.ts'

/** What brings an agreement to the table of which a partner sent back other words. */
const PROPOSED = 'A partner has suggested other wording.'

/** What brings an answer to the table of which a partner has another one. */
const ALSO_SAID = 'A partner has given two answers, and has not said yet which of them holds.'

/** And what stands in an agreement that the partners had before. */
const ADOPTED = 'We had agreed on this before, and have not said yet that it still holds.'

/** What brings an agreement to the table that a partner asked to talk about. */
const TALKS = 'A partner has something to say about this.'

const WHY: Partial<Record<Standing, string>> = {
  heard: 'Everyone has had a say; we have not agreed yet.',
  'heard-by-some': 'Not everyone has had a say yet.',
  due: 'It is due for review.',
  reworded: 'The question has been reworded since we agreed on this.',
  open: 'We have not talked about this yet.',
  agreed: 'We agreed on this and are looking at it again.',
  parked: 'We set this aside and are looking at it again.',
}

export const PROBLEM = 'common-ground/shared-problem'
export const GOAL = 'what-we-can-achieve/shared-goal'
/** What holds the activities against the goal: the program logic is talked about there. */
export const FIT = 'what-we-do/fit-with-goal'

/** Why the fit of the activities with the goal is to be looked at, where something was agreed on either since that was. */
export function outgrown({ prompts }: View, { id, agreed, parked }: PromptView): string | undefined {
  if (id !== FIT || parked || agreed?.settled === false) return undefined
  const days = prompts
    .filter((each) => isAgreed(each) && (each.activity || each.id === GOAL))
    .flatMap((each) => each.agreed?.on ?? [])
  if (!days.some((day) => day > (agreed?.on ?? ''))) return undefined
  return agreed
    ? 'What we do, or our goal, has changed since we looked at this.'
    : 'We have agreed what to do, but not yet checked it against our goal.'
}

/** Where a prompt will stand on a day to come; nothing where it has been put off for longer than that. */
function standingOn({ standing, agreed }: PromptView, day: string): Standing | undefined {
  const isDue = agreed?.review !== undefined && agreed.review <= day
  if (agreed && !agreed.settled && agreed.review && !isDue) return undefined
  return standing === 'agreed' && isDue ? 'due' : standing
}

/** What brings a prompt to the table of a meeting on a day, and what the meeting is to do about it. */
export function reason(view: View, prompt: PromptView, day: string): { why: string; again: boolean } {
  const stands = standingOn(prompt, day) ?? prompt.standing
  const again = stands === 'due' || stands === 'reworded'
  if (prompt.talks.length > 0) return { why: TALKS, again: stands === 'agreed' || again }
  const { missed, unsettled } = leftOver(view, day)
  if (missed.includes(prompt)) return { why: 'We did not get to this at our last meeting.', again }
  const changed = outgrown(view, prompt)
  if (changed) return { why: changed, again: prompt.agreed !== undefined }
  if (again) return { why: WHY[stands]!, again }
  if (prompt.proposals.length > 0) return { why: PROPOSED, again: stands === 'agreed' }
  if (prompt.alsoSaid.length > 0) return { why: ALSO_SAID, again: stands === 'agreed' }
  if (prompt.adopted.length > 0) return { why: ADOPTED, again: false }
  if (prompt.agreed && !prompt.agreed.settled) return { why: 'We left it at “not yet”.', again }
  if (unsettled.includes(prompt)) return { why: 'We talked about this last time and left it open.', again }
  return { why: WHY[stands]!, again }
}

/** What the last meeting before a day was to take up, did not, and is not settled since, or took up and did not settle. */
function leftOver(view: View, day: string): { missed: PromptView[]; unsettled: PromptView[] } {
  const last = lastMeeting(view, day)
  if (!last) return { missed: [], unsettled: [] }
  const { missed, unsettled } = minutesOf(view, last)
  const isOver = ({ asked, parked, agreed }: PromptView) =>
    !asked || parked !== undefined || (agreed?.settled === true && (agreed.on ?? '') > last.on)
  return { missed: missed.filter((prompt) => !isOver(prompt)), unsettled }
}

/**
 * The prompts that need the table on a day, those nearest to agreement first: what a partner asked to talk about, whatever the last
 * meeting did not come to, what is left of a first conversation, then all partners heard, then some, then the next open ones. After every two that
 * are unsettled comes one that is due for review, was reworded or has been outgrown, so that neither crowds out the other; where more are to
 * be looked at again than are unsettled, it is the other way round. Each in the order of the
 * parts from the one at hand, but once somebody has been heard, what no agreement should lack comes first, then what the partners do together. A
 * follow-up waits until its question has been talked about, and finding a partner is over once there are two; but what a partner
 * asked for or suggested waits for neither.
 */
export function queueOf(view: View, day = view.today): PromptView[] {
  const untouched = view.prompts.flatMap(({ id, standing }) => (standing === 'open' ? [id] : []))
  const eligible = fromPartAtHand(view).filter(
    (prompt) =>
      prompt.asked &&
      !prompt.private &&
      (isRaised(prompt) || (!untouched.includes(prompt.under ?? '') && isWanted(view, prompt))),
  )
  const at = (stage: Standing) => eligible.filter((prompt) => standingOn(prompt, day) === stage)
  const weightiest = (prompts: PromptView[]) => prompts.toSorted((a, b) => weight(b) - weight(a))
  const { missed } = leftOver(view, day)
  const asked = eligible.filter((prompt) => prompt.talks.length > 0)
  const changed = eligible.filter((prompt) => outgrown(view, prompt))
  const first = [...asked, ...missed, ...firstTalk(view)]
  const others = (prompts: PromptView[]) => prompts.filter((prompt) => !first.includes(prompt))
  const unsettled = [...weightiest(at('heard')), ...weightiest(at('heard-by-some'))]
  const proposed = eligible.filter((prompt) => hasWaiting(prompt) && !unsettled.includes(prompt))
  const revisited = [
    ...changed,
    ...weightiest(proposed),
    ...weightiest(at('due')),
    ...weightiest(at('reworded')),
  ]
  const fresh = others(unsettled).filter((prompt) => !changed.includes(prompt))
  const again = [...new Set(others(revisited))]
  return [
    ...new Set([
      ...first,
      ...(again.length > fresh.length ? inTurn(again, fresh) : inTurn(fresh, again)),
      ...others(at('open').toSorted((a, b) => Number(b.adopted.length > 0) - Number(a.adopted.length > 0))),
    ]),
  ]
}

/** Whether words wait there that came back: other words for what is agreed, or a second answer of a partner. */
const hasWaiting = ({ proposals, alsoSaid }: PromptView): boolean => proposals.length + alsoSaid.length > 0

/** Whether a partner asked to talk about it, or words that came back wait there. */
export const isRaised = (prompt: PromptView): boolean => prompt.talks.length > 0 || hasWaiting(prompt)

/**
 * Finding a partner is over once there are two, but for what they said that they would do together first. What they only wanted to
 * hear from each other in the first conversation is done once everyone has been heard.
 */
function isWanted({ partners }: View, { part, first, reflection, standing }: PromptView): boolean {
  const isHeard = first && standing === 'heard'
  return isHeard ? !reflection : partners.length < 2 || part !== FINDING_A_PARTNER
}

/** The questions of the first conversation that are not set aside. */
const firstQuestions = ({ prompts }: View): PromptView[] =>
  firstAmong(prompts.filter(({ asked, parked }) => asked && !parked))

/** Whether partners have said or agreed something that is not of their beginnings. */
const isBegun = ({ first, part, heard, agreed }: PromptView): boolean =>
  !first && part !== FINDING_A_PARTNER && (heard || agreed !== undefined)

/** What is left of the first conversation, while two partners or more have talked about nothing else, and agreed on nothing before. */
export const firstTalk = (view: View): PromptView[] =>
  view.partners.length < 2 || view.prompts.some((prompt) => isBegun(prompt) || prompt.adopted.length > 0)
    ? []
    : firstQuestions(view).filter(({ standing }) => standing === 'open' || standing === 'heard-by-some')

/** Whether these prompts are the whole of the first conversation, which is a meeting of its own. */
export function isFirstTalk(view: View, prompts: PromptView[]): boolean {
  const all = firstQuestions(view)
  return all.length > 1 && all.length === prompts.length && all.every((prompt) => prompts.includes(prompt))
}

/** All prompts, from the part on in which partners said or agreed something last: of several on one day, or where no day tells, the last. */
function fromPartAtHand({ prompts }: View): PromptView[] {
  const lastDay = ({ voices, agreed }: PromptView) =>
    [agreed?.on, ...voices.map(({ on }) => on)]
      .flatMap((on) => on ?? [])
      .toSorted()
      .at(-1) ?? ''
  const begun = prompts.filter(isBegun)
  const last = begun.map(lastDay).toSorted().at(-1)
  const at = begun.findLast((prompt) => lastDay(prompt) === last)?.part
  const start = prompts.findIndex(({ part }) => part === at)
  return start < 0 ? prompts : [...prompts.slice(start), ...prompts.slice(0, start)]
}

/** The ids of the parts, from the one at hand on, without what is set aside; two partners come last to how they found each other. */
export function partsInTurn(view: View): string[] {
  const ids = new Set(fromPartAtHand(view).flatMap(({ part, parked }) => (parked ? [] : part)))
  return [...ids].toSorted((a, b) => lateness(view, a) - lateness(view, b))
}
const lateness = ({ partners }: View, part: string): number =>
  Number(part === FINDING_A_PARTNER && partners.length > 1)

/** Two of the first, then one of the second, as long as there are any. */
const inTurn = <T>(first: T[], second: T[]): T[] =>
  first.length === 0 || second.length === 0
    ? [...first, ...second]
    : [...first.slice(0, 2), second[0]!, ...inTurn(first.slice(2), second.slice(1))]

const weight = ({ essential, activity, decision }: PromptView) =>
  essential ? 2 : activity || decision ? 1 : 0

/** Some prompts, each follow-up with its question where that is among them. */
export const withFollowUps = (prompts: PromptView[]) =>
  prompts
    .filter(({ under }) => !prompts.some(({ id }) => id === under))
    .map((prompt) => ({ ...prompt, follows: prompts.filter(({ under }) => under === prompt.id) }))

/** How many prompts each partner has been heard on. */
export const heardCounts = (view: View) =>
  view.partners.map(({ id, name }) => ({
    name,
    heard: view.prompts.filter((prompt) => prompt.voices.some((voice) => voice.id === id && voice.said))
      .length,
  }))
