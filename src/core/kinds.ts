import { agenda, clock, voices, waiting } from './agenda.ts'
import type { PromptView, View } from './view.ts'

/** What the keeper asked of a document: its options, and the prompts named, if any. */
export type Wish = { options: Record<string, string | number | undefined>; prompts: PromptView[] }

type KindView = (seen: View, wish: Wish) => object

const text = (value: string | number | undefined) => (value === undefined ? undefined : String(value))

/** The prompts to raise: those named, else those nearest to agreement. Never a private one. */
const raised = (seen: View, { prompts }: Wish, most: number): PromptView[] =>
  (prompts.length > 0 ? prompts.filter((each) => !each.private) : waiting(seen)).slice(0, most)

/** The meeting in question: as the options say, else the next one in the file. */
function meeting(seen: View, { options }: Wish) {
  const on = text(options['date'])
  const planned = seen.meetings
    .filter((each) => (on ? each.on === on : each.on >= seen.today))
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0]
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
      country: seen.locale.endsWith('-AU'),
      items,
      talks: items.filter(({ prompt }) => prompt !== undefined),
      open: seen.actions.filter((action) => action.open),
      balance: voices(seen),
      later,
      spare,
    }
  },

  email(seen, wish) {
    const to = text(wish.options['for'])
    const partners = seen.partners.filter(({ id }) => to === undefined || id === to)
    const unheard = waiting(seen).filter(({ voices }) => voices.some(({ id, said }) => id === to && !said))
    const prompts = wish.prompts.length === 0 && to ? unheard : wish.prompts
    const topics = raised(seen, { ...wish, prompts }, wish.prompts.length || 4)
    return {
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
    const main = wish.prompts.filter((each) => each.id.split('/').length === 2)
    const topics = raised(seen, { ...wish, prompts: wish.prompts.length > 5 ? main : wish.prompts }, 5)
    const parts = seen.parts.filter(({ title }) => topics.some(({ part }) => part === title))
    return { topics, part: parts.length === 1 ? parts[0] : undefined }
  },

  mou(seen) {
    const reviews = seen.prompts.flatMap(({ agreed }) => agreed?.review ?? []).sort()
    return {
      heading: seen.terms['mou']!.replace(/^./, (letter) => letter.toUpperCase()),
      review: reviews.find((day) => day > seen.today),
    }
  },
}
