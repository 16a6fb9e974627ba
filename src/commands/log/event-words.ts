import { partnerName, sourceOf } from '../../core/file/partner.ts'
import type { About, Occurrence, RowOf, StoryEvent, What } from '../../core/history/history.ts'
import { DECISION_WORDS } from '../../core/prompts/decisions.ts'
import { inFull } from '../../core/values/locale.ts'
import type { View } from '../../core/view/view.ts'
import { oneLine } from '../../render/document/clean.ts'
import type { Commit } from '../../world/world.ts'

/** What came about, and the commit that keeps it, if one does. */
export type LogEvent = StoryEvent<Commit | undefined>

/** A commit in a line: "1 March 2026, Ana Ruiz: Write down the first meeting (1a2b3c4)". */
export const sayCommit = ({ hash, author, day, subject }: Commit, { locale }: View): string =>
  oneLine(
    author === undefined
      ? `Up to ${inFull(day, locale)}, author not in this copy of the repository (${hash})`
      : `${inFull(day, locale)}, ${author}: ${subject} (${hash})`,
  )

const SAYS: Record<What, string> = {
  said: '{partner} said',
  'said-anew': '{partner} changed its answer',
  'words-gone': 'The answer of {partner} was deleted',
  agreed: 'Agreed',
  'not-agreed-yet': 'Not agreed yet',
  'agreed-again': 'Agreed again',
  'agreed-too': 'Agreed by another partner too',
  'agreement-changed': 'The agreement was changed',
  'agreement-gone': 'The agreement was deleted',
  parked: 'Set aside',
  'parking-changed': 'The reason for setting it aside was changed',
  resumed: 'Brought back. It had been set aside',
  proposed: '{partner} sent back a different wording',
  'proposed-anew': '{partner} sent back another wording',
  'proposal-settled': 'Settled. {partner} had sent back',
  noted: 'Note from {partner}',
  'note-changed': 'The note from {partner} was changed',
  'note-gone': 'The note from {partner} was deleted',
  undertaken: 'Action agreed',
  done: 'Action done',
  dropped: 'Action dropped',
  'action-changed': 'Action changed',
  'action-gone': 'Action deleted',
  planned: 'Meeting planned',
  recorded: 'Meeting recorded',
  'meeting-changed': 'Meeting changed',
  'meeting-gone': 'Meeting deleted',
}
/** The same of words that stand in an agreement of before. */
const ADOPTED: Partial<Record<What, string>> = {
  proposed: 'Taken in from {partner}',
  'proposed-anew': 'Taken in again from {partner}',
  'proposal-settled': 'Settled. It was taken in from {partner}',
}
/** These say all there is to say without what stood there before. */
const COMPLETE: What[] = ['agreed-again', 'agreed-too', 'done', 'dropped', 'recorded']

/** What is said of an event: words, with what stands above each. */
export function sayEvent<A extends About>(
  event: Occurrence<A, Commit | undefined>,
  view: View,
): [string, string][] {
  const { about, what, on, now, before, commit } = event
  const words = (row: RowOf<A>) => WORDS[about](row, view).filter(Boolean).join('\n')
  const when = on && on !== commit?.day ? ` on ${inFull(on, view.locale)}` : ''
  const any = now ?? before[0]!
  const partner = 'partner' in any ? sourceOf(view, any) : ''
  const says = 'from' in any && any.from !== undefined ? ADOPTED[what] : undefined
  const label = `${(says ?? SAYS[what]).replace('{partner}', () => partner)}${when}`
  const was = before.map(words)
  if (!now) return was.map((each, n) => [n === 0 ? label : 'Or', each])
  // What changed may be nothing that is told, such as the notes of a meeting.
  const isTold = was.some((each) => each !== words(now))
  if (!isTold || COMPLETE.includes(what)) return [[label, words(now)]]
  const [first, second] = was.length > 1 ? ['Before, on one branch', 'On another'] : ['Before']
  return [
    ...was.map((each, n): [string, string] => [n === 0 ? `${label}. ${first}` : second!, each]),
    ['Now', words(now)],
  ]
}

/** "8 Working with a health system", or the name of a part that there is no more. */
function titleOf(name: string, parts: View['parts']): string {
  const part = parts.find(({ id, number }) => id === name || String(number) === name)
  return part ? `${part.number} ${part.title}` : name
}

const WORDS: { [A in About]: (row: RowOf<A>, view: View) => (string | undefined)[] } = {
  perspective: ({ said }) => [said],
  agreement: ({ text, decision, lead, review, also }, view) => [
    text.trimEnd(),
    decision && `Decision: ${DECISION_WORDS[decision].toLowerCase()}`,
    lead && `Lead: ${partnerName(view, lead)}`,
    review && `Review: ${inFull(review, view.locale)}`,
    ...also.map(({ partner, by, on }) => {
      const who = [by, partnerName(view, partner)].filter(Boolean).join(', ')
      return `Agreed on ${inFull(on, view.locale)}: ${who}`
    }),
  ],
  parking: ({ reason, part }, { parts }) => [part && titleOf(part, parts), reason],
  proposal: ({ text }) => [text],
  note: ({ by, text }) => [by && `By ${by}`, text],
  action: ({ what, owner, person, due, dropped }, view) => [
    what.trimEnd(),
    (person || owner) && `Who: ${[person, owner && partnerName(view, owner)].filter(Boolean).join(', ')}`,
    due && `Due: ${inFull(due, view.locale)}`,
    dropped && `Why: ${dropped}`,
  ],
  meeting: ({ on, start, place, decisions }, { locale }) => [
    [inFull(on, locale), start, place].filter(Boolean).join(', '),
    ...decisions.map((decision) => `- ${decision}`),
  ],
}
