import { HjpError } from '../../errors.ts'
import { FINDING_A_PARTNER, FIRST_STEP, sideOf } from '../prompts/prompts.ts'
import { byDay } from '../values/day.ts'
import { asLetter } from '../values/numerals.ts'
import { liaisonsOf, wholeName } from '../view/addressees.ts'
import { allSaid } from '../view/answer-view.ts'
import { pointToTell } from '../view/privacy.ts'
import type { PromptView, View } from '../view/view.ts'
import { heldMeeting, minutesOf } from './meetings.ts'
import { queueOf, withFollowUps } from './queue.ts'

/** What an email can be about. */

type Partners = View['partners']
type ActionView = View['actions'][number]

/** The questions that partners have not been heard on, or those named. Throws HjpError notAsked or nothingToAsk. */
export function questionsFor(view: View, partners: Partners, named: PromptView[]): PromptView[] {
  const theirs = ({ voices }: PromptView) =>
    voices.filter(({ id }) => partners.some((partner) => partner.id === id))
  const notTheirs = named.find((prompt) => theirs(prompt).length === 0)
  if (notTheirs)
    throw new HjpError('notAsked', notTheirs.id, partners.map(({ id }) => id).join(', '), notTheirs.side!)
  const unheard = queueOf(view).filter((prompt) => theirs(prompt).some(({ said }) => !said))
  const chosen = named.length > 0 ? named.filter((prompt) => !prompt.private) : unheard.slice(0, FEW)
  if (chosen.length === 0) throw new HjpError('nothingToAsk', partners.map(({ name }) => name).join(', '))
  return chosen
}

/** Questions that are few enough to give the reason of each. */
const FEW = 4

/**
 * What an email asks, each follow-up under its question; with our view, what others have said beside it. Its questions are counted
 * in their place, as people count in a reply. Throws as questionsFor does.
 */
export function askByMail(view: View, partners: Partners, named: PromptView[], withOurs: boolean) {
  const chosen = questionsFor(view, partners, named)
  const isTheirs = (id: string) =>
    partners.length < view.partners.length && partners.some((one) => one.id === id)
  const topics = withFollowUps(chosen).map((topic, n) => {
    const heard = topic.voices.filter(({ said }) => said)
    const place = `${n + 1}`
    return {
      ...topic,
      place,
      follows: topic.follows.map((each, under) => ({ ...each, place: `${place}${asLetter(under + 1)}` })),
      ours: withOurs ? allSaid(topic).filter(({ id }) => !isTheirs(id)) : [],
      /** Who has said something to it, where others have not. */
      heardFrom: topic.standing === 'heard-by-some' && !withOurs ? heard.map(({ partner }) => partner) : [],
    }
  })
  return {
    topics,
    single: chosen.length === 1,
    few: chosen.length <= FEW,
    /** The topics in the order of their numbers, for the subject, which a reply keeps where it has nothing else of this. */
    called: topics.map(({ topic }) => `“${topic}”`),
  }
}

/** What came of the last meeting, or of the one on that day, for everyone. Throws HjpError noMinutes. */
export function outcome(view: View, on: string | undefined) {
  const last = heldMeeting(view, on)
  const { meeting, agreed, since, unsettled, finished, dropped, actions } = minutesOf(view, last)
  return {
    meeting,
    agreed,
    since,
    unsettled: unsettled.filter(({ parked }) => !parked),
    finished,
    dropped,
    actions: actions.filter(({ dropped }) => !dropped),
    next: view.meetings.find((each) => each.on > last.on && each.on >= view.today),
  }
}

/** Of these partners, those who speak for them, and whoever was at that meeting or sent apologies. */
export function minutesReaders(view: View, partners: Partners, on: string | undefined) {
  const { present, apologies } = heldMeeting(view, on)
  const people = partners.flatMap((partner) => partner.people)
  const names = [...new Set(people.flatMap(({ name }) => name ?? []))]
  const told = [...present, ...apologies].flatMap((name) => wholeName(names, name) ?? [])
  return [...new Set([...liaisonsOf(partners), ...people.filter(({ name }) => name && told.includes(name))])]
}

/** Whether a partner has a hand in an action. What nobody owns is everyone's. */
const isTheirs = ({ owner }: ActionView, id: string) => [id, 'together', undefined].includes(owner)

/** The open actions in which partners have a hand, late ones first, and whom to remind. Throws HjpError noActions. */
export function reminder(view: View, partners: Partners) {
  const open = view.actions
    .filter((action) => action.open && partners.some(({ id }) => isTheirs(action, id)))
    .toSorted(byDay(({ due }) => due))
  if (open.length === 0)
    throw new HjpError('noActions', partners.length < view.partners.length ? partners[0]!.name : undefined)
  const owners = partners.flatMap((partner) => {
    const own = open.filter((action) => isTheirs(action, partner.id))
    const named = own.flatMap(({ person }) => person?.split(/,|&|\band\b/).map((name) => name.trim()) ?? [])
    return [
      ...(own.length > 0 ? liaisonsOf([partner]) : []),
      ...partner.people.filter(({ name }) => name && named.includes(name.split(',')[0]!)),
    ]
  })
  return {
    late: open.filter(({ late }) => late),
    coming: open.filter(({ late }) => !late),
    owners,
  }
}

/** What a first letter says of us: prompts, each with the later one that says it better once it is agreed. */
const OF_US = [[`${FINDING_A_PARTNER}/need`, 'common-ground/shared-problem'], ['getting-to-know/service']]

/** A first letter to a service on the other side, from whoever speaks for this one. */
export function invitation(view: View) {
  const from = view.keeper?.at ?? view.partners.find(({ sector }) => sector === 'legal') ?? view.partners[0]!
  const other = sideOf(from) === 'legal' ? 'health' : 'legal'
  const shown = view.prompts.filter((prompt) => prompt.part === FINDING_A_PARTNER && !prompt.private)
  const signed = view.keeper ?? liaisonsOf([from]).find(({ name }) => name)
  const [need, service] = OF_US.map((names) => pointToTell(view, names))
  return {
    from: from.name,
    signed,
    phone: signed?.phone,
    /** Whom it already works with, as what. */
    others: view.partners.filter(({ id }) => id !== from.id),
    partnership: view.name,
    other,
    need: need?.words,
    service: service?.words,
    topics: [
      ...shown.filter(({ side }) => side === other).slice(0, 2),
      ...shown.filter(({ id }) => id === FIRST_STEP),
    ],
    lacks: [need, service].flatMap((point) => (point && !point.words && !point.aside ? [point] : [])),
  }
}
