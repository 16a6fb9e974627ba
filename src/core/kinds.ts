import { HjpError } from '../errors.ts'
import { agenda, voices, waiting } from './agenda.ts'
import { clock } from './day.ts'
import { countryOf } from './fields.ts'
import { nextMeeting } from './meetings.ts'
import type { PromptView, View } from './view.ts'

/** What the keeper asked of a document: its options, and the prompts named, if any. */
export type Wish = {
  options: Record<string, string | number | undefined>
  prompts: PromptView[]
  /** The ids of the prompts that the document's sections show. */
  placed: string[]
}

type KindView = (seen: View, wish: Wish) => object

const text = (value: string | number | undefined) => (value === undefined ? undefined : String(value))

/** The meeting in question: as the options say, else the next one in the file. */
function meeting(seen: View, { options }: Wish) {
  const on = text(options['date'])
  const planned = on ? seen.meetings.find((each) => each.on === on) : nextMeeting(seen, seen.today)
  const minutes = Number(options['minutes'] ?? planned?.minutes ?? 60)
  const start = text(options['time']) ?? planned?.start
  return {
    on: on ?? planned?.on,
    start,
    minutes,
    place: text(options['place']) ?? planned?.place,
    chair: planned?.chair,
    notes: planned?.notes,
  }
}

/** What each kind of document sees beside the view. A kind that is not here sees the view alone. */
export const KINDS: Record<string, KindView> = {
  agenda(seen, wish) {
    const when = meeting(seen, wish)
    const { minutes, start } = when
    const prompts = wish.prompts.length > 0 ? wish.prompts.filter((each) => !each.private) : waiting(seen)
    const { items, later, spare } = agenda(seen, { minutes, time: start, prompts })
    return {
      meeting: { ...when, end: start && clock(start, minutes) },
      /** In Australia the meeting opens with an Acknowledgement of Country. */
      acknowledgement: countryOf(seen.locale) === 'AU',
      /** Too many to stand side by side. */
      many: seen.partners.length > 3,
      items,
      talks: items.filter(({ prompt }) => prompt !== undefined),
      open: seen.actions.filter((action) => action.open),
      balance: voices(seen),
      later: wish.prompts.length > 0 ? later : later.slice(0, 5),
      spare,
    }
  },

  email(seen, wish) {
    const to = text(wish.options['for'])
    const partners = seen.partners.filter(({ id }) => to === undefined || id === to)
    const theirs = ({ voices }: PromptView) =>
      voices.filter(({ id }) => partners.some((partner) => partner.id === id))
    const notTheirs = wish.prompts.find((prompt) => theirs(prompt).length === 0)
    if (notTheirs)
      throw new HjpError(
        'notAsked',
        notTheirs.id,
        to ?? partners.map(({ id }) => id).join(', '),
        notTheirs.side!,
      )
    const named = wish.prompts.filter((prompt) => !prompt.private)
    const unheard = waiting(seen).filter((prompt) => theirs(prompt).some(({ said }) => !said))
    const topics = wish.prompts.length > 0 ? named : unheard.slice(0, 4)
    if (topics.length === 0) throw new HjpError('nothingToAsk', partners.map(({ name }) => name).join(', '))
    return {
      // In the place of the view's own, so that the draft is addressed to these.
      partners,
      greeted: partners.flatMap(({ people }) =>
        people.flatMap(({ role, name }) => (role === 'liaison' && name ? [name] : [])),
      ),
      meeting: meeting(seen, wish),
      topics,
      single: topics.length === 1,
    }
  },

  starter(seen, wish) {
    const main = wish.prompts.filter(({ under }) => !under)
    const named = (wish.prompts.length > 5 ? main : wish.prompts).filter((prompt) => !prompt.private)
    const topics = (wish.prompts.length > 0 ? named : waiting(seen)).slice(0, 5)
    if (topics.length === 0) throw new HjpError('nothingToRaise')
    const parts = seen.parts.filter(({ id }) => topics.some(({ part }) => part === id))
    return { topics, part: parts.length === 1 ? parts[0] : undefined }
  },

  mou(seen, { placed }) {
    const settled = seen.prompts.filter(
      ({ asked, agreed, parked, private: hidden }) => asked && agreed?.settled && !parked && !hidden,
    )
    const reviews = settled.flatMap(({ agreed }) => agreed?.review ?? []).sort()
    return {
      heading: seen.terms['mou']!.replace(/^./, (letter) => letter.toUpperCase()),
      review: reviews.find((day) => day > seen.today),
      /** Agreed, but no section has a place for it: nothing that was agreed is left out. */
      others: settled.filter(({ id }) => !placed.includes(id)),
      legalNames: seen.partners.map(({ legalName }) => legalName),
    }
  },
}
