import type { Partner } from '../../core/file/partner.ts'
import { DECISIONS } from '../../core/file/partnership.ts'
import { firstTalk, partsInTurn } from '../../core/meeting/queue.ts'
import { partsIn } from '../../core/meeting/status.ts'
import { DECISION_WORDS, type Decision } from '../../core/prompts/decisions.ts'
import { FIRST } from '../../core/prompts/prompts.ts'
import { monthsOn } from '../../core/values/day.ts'
import { viewOf } from '../../core/view/view.ts'
import { HjpError } from '../../errors.ts'
import { Stopped, type Terminal } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import type { Here } from '../shared/typed.ts'
import { chooseDay, OTHER_DAY } from './choose-day.ts'

export const EVERYONE = 'everyone'
/** Nobody is asked what they think, and all of them what they agree. */
export const AGREED = 'agreed'

/** The name of what to talk about: the first conversation while that is what comes next, then the parts, beginning with the one at hand; or one of the parts with these ids. */
export async function choosePart(
  terminal: Terminal,
  opened: Opened,
  today: string,
  ids?: string[],
): Promise<string> {
  const view = viewOf({ ...opened, today })
  const progress = partsIn(view, view.prompts)
  const parts = ids ?? partsInTurn(view)
  if (parts.length === 0) throw new HjpError('nothingToRaise')
  const first = { value: FIRST, name: 'A first conversation', hint: ABOUT_FIRST }
  return terminal.choose('What would you like to talk about?', [
    ...(!ids && firstTalk(view).length > 0 ? [first] : []),
    ...parts.map((value) => {
      const { number, title, purpose } = view.parts.find(({ id }) => id === value)!
      const { agreed, prompts } = progress.find(({ id }) => id === value)!
      return {
        value,
        name: `Part ${number}: ${title}`,
        hint: `${purpose} Agreed: ${agreed} of ${prompts}.`,
      }
    }),
  ])
}

const ABOUT_FIRST = 'Half an hour: why each of you is here, and one small thing to do together.'

/** A decision as it is chosen from a list. */
export const DECISION_CHOICES = DECISIONS.map((value) => ({ value, name: DECISION_WORDS[value] }))

/** The id of the partner who speaks, or EVERYONE, who agree on all or only on what they do first; nobody is asked where there is one partner. */
export async function chooseVoice(
  terminal: Terminal,
  partners: Partner[],
  isFirst: boolean,
): Promise<string> {
  if (partners.length === 1) return partners[0]!.id
  return terminal.choose('Who is speaking?', [
    {
      value: EVERYONE,
      name: isFirst
        ? 'Everyone in turn, and at the end what we will do first'
        : 'Everyone in turn, and then what we agree',
    },
    ...partners.map(({ id, name }) => ({ value: id, name })),
  ])
}

/** The decision on a question; `keep` leaves what was decided before as it is. */
export const chooseDecision = (
  terminal: Terminal,
  question: string,
  was?: Decision,
): Promise<Decision | 'skip' | 'keep'> =>
  terminal.choose(`Your decision together: ${question}`, [
    ...(was
      ? [{ value: 'keep' as const, name: `Keep it as it is: ${DECISION_WORDS[was]}` }]
      : [{ value: 'skip' as const, name: 'Not decided yet' }]),
    ...DECISION_CHOICES,
    ...(was ? [{ value: 'skip' as const, name: 'Leave it for another time' }] : []),
  ])

/** Who leads, with `now` first, or with nobody where nobody does: Enter changes nothing. It gives the id of a partner, `together`, or null where it is not settled. */
export async function chooseLead(
  terminal: Terminal,
  question: string,
  partners: Partner[],
  now: string | undefined,
): Promise<string | null> {
  const choices = [{ value: '', name: 'Not decided yet' }, ...leads(partners)]
  const lead = await terminal.choose(question, [
    ...choices.filter(({ value }) => value === now),
    ...choices.filter(({ value }) => value !== now),
  ])
  return lead || null
}

/** The day on which to look at it again, or null for none. */
export async function chooseReview(
  terminal: Terminal,
  here: Here,
  today: string,
  now: string | undefined,
): Promise<string | null> {
  return chooseDay(terminal, 'When will you review it?', here, today, [
    ...(now
      ? [
          {
            value: now,
            name: now > today ? `On ${now}, as before` : `Leave it for now: it was due on ${now}`,
          },
        ]
      : []),
    ...reviewDays(today),
  ])
}

/** What holds for all that is agreed in a conversation, where the partners said so beforehand: who leads it, and when to review it. */
export type ForAll = { lead?: string | null; review?: string | null }

/** Offers to settle once who leads, of what the partners do together, and when it is reviewed. */
export async function chooseForAll(
  terminal: Terminal,
  here: Here,
  members: Partner[],
  { together, many }: { together: number; many: number },
): Promise<ForAll> {
  const forEach = { value: 'each', name: 'That differs: ask me each time' }
  const lead =
    together > 1 &&
    (await terminal.choose(`Who leads what you do together? (${together} of these)`, [
      forEach,
      ...leads(members),
      { value: '', name: 'Not decided yet' },
    ]))
  const review =
    many > 1 &&
    (await chooseDay(terminal, 'When will you review what you agree now?', here, here.today, [
      forEach,
      ...reviewDays(here.today),
    ]))
  return {
    ...(lead !== false && lead !== forEach.value && { lead: lead || null }),
    ...(review !== false && review !== forEach.value && { review }),
  }
}

const leads = (partners: Partner[]) => [
  ...partners.map(({ id, name }) => ({ value: id, name })),
  { value: 'together', name: 'The partners together' },
]

/** Enter takes the first, which sets none. */
const reviewDays = (today: string) => [
  { value: '', name: 'No date' },
  { value: monthsOn(today, 6), name: `In six months (${monthsOn(today, 6)})` },
  { value: monthsOn(today, 12), name: `In a year (${monthsOn(today, 12)})` },
  { value: monthsOn(today, 3), name: `In three months (${monthsOn(today, 3)})` },
  OTHER_DAY,
]

/** The words to write where others stand already: both, the new ones, or undefined to leave it as it was. */
export async function chooseOver(
  terminal: Terminal,
  before: string,
  words: string,
): Promise<string | undefined> {
  const choice = await terminal.choose('What about the earlier answer?', [
    { value: 'both', name: 'Keep it, and add the new one below it' },
    { value: 'new', name: 'Replace it with the new one' },
    { value: 'old', name: 'Leave it unchanged' },
  ])
  return { both: `${before.trimEnd()}\n\n${words}`, new: words, old: undefined }[choice]
}

/** The words that hold, of those that stand here and those that came back; undefined where it is neither. What one partner's people said can all hold. */
export async function chooseProposed(
  terminal: Terminal,
  before: string | undefined,
  proposals: { from: string; text: string }[],
  { isTheirs }: { isTheirs: boolean },
): Promise<string | undefined> {
  if (proposals.length === 0) return undefined
  const choice = await terminal.choose('Which wording do you want?', [
    ...proposals.map(({ from }, n) => ({ value: `${n}`, name: `The one from ${from}` })),
    ...(before ? [{ value: 'before', name: 'The one here now' }] : []),
    ...(before && isTheirs ? [{ value: 'all', name: 'All of them, one after the other' }] : []),
    { value: 'other', name: 'Others' },
  ])
  if (choice === 'all') return [before, ...proposals.map(({ text }) => text)].join('\n\n')
  return choice === 'before' ? before : proposals[Number(choice)]?.text
}

/** Waits until it is to be tried again. Throws what was wrong where it is not. */
export async function chooseRetry(terminal: Terminal, wrong: HjpError): Promise<void> {
  try {
    await terminal.choose('What would you like to do?', [{ value: 'again', name: 'Try to save again' }])
  } catch (error) {
    throw error instanceof Stopped ? wrong : error
  }
}
