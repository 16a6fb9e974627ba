import { monthsOn } from './day.ts'
import type { View } from './view.ts'

/** Something beside the prompts that a meeting should not miss: what it is, whose it is, its day, and why it is here. */
export type Coming = { what: string; who: string | undefined; on: string; why: string }

/** In months: how long a name is taken to be right, and how long before the end money and steps of the workplan come up. */
const CONFIRMED = 6
const MONEY = 6
const STEP = 2

/** The steps of the workplan and the money that end within a while of a day, and the people who were confirmed long before it. */
export function coming(seen: View, day: string): Coming[] {
  const steps = seen.milestones.flatMap(({ what, lead, end, open }): Coming[] => {
    if (!open || !end || end > monthsOn(day, STEP)) return []
    const why =
      end < seen.today ? 'It was to end by then, and is not marked as done.' : 'It ends within two months.'
    return [{ what, who: lead, on: end, why }]
  })
  const money = seen.funding.flatMap(({ source, holds, until }): Coming[] => {
    if (!until || until > monthsOn(day, MONEY) || until < monthsOn(day, -MONEY)) return []
    const why = until < seen.today ? 'This money has ended.' : 'This money ends within six months.'
    return [{ what: source, who: holds, on: until, why }]
  })
  const people = unconfirmed(seen, day).map(({ person, partner }): Coming => {
    const { name, called, confirmed } = person
    const why = 'Last confirmed more than six months ago. Is it still right?'
    return {
      what: [name, called.toLowerCase()].filter(Boolean).join(', '),
      who: partner,
      on: confirmed!,
      why,
    }
  })
  return [steps, money, people].flatMap((each) => each.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
}

/** The people whose place was last confirmed too long ago to rely on. */
export const unconfirmed = ({ partners }: View, day: string) =>
  partners.flatMap(({ id, name, people }) =>
    people
      .filter(({ confirmed }) => confirmed && monthsOn(confirmed, CONFIRMED) <= day)
      .map((person) => ({ person, partner: name, id })),
  )
