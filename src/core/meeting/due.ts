import { monthsOn } from '../values/day.ts'
import type { View } from '../view/view.ts'

/** Something beside the prompts that a meeting should not miss: what it is, whose it is, its day, and why it is here. */
export type Coming = { what: string; who: string | undefined; on: string; why: string }

/** In months: how long a name is taken to be right, and how long before the end money and steps of the workplan come up. */
const CONFIRMED = 6
const MONEY = 6
const STEP = 2

/** The steps of the workplan and the money that end within a while of a day, and the people who were confirmed long before it. */
export const coming = (seen: View, day: string): Coming[] =>
  [steps(seen, day), money(seen, day), people(seen, day)].flatMap((each) =>
    each.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  )

export const steps = (seen: View, day: string): Coming[] =>
  seen.milestones.flatMap(({ what, lead, end, open }): Coming[] => {
    if (!open || !end || end > monthsOn(day, STEP)) return []
    const why = end < seen.today ? 'It was to be done by then.' : 'It is to be done by then.'
    return [{ what, who: lead, on: end, why }]
  })

export const money = (seen: View, day: string): Coming[] =>
  seen.funding.flatMap(({ source, holds, until }): Coming[] => {
    if (!until || until > monthsOn(day, MONEY) || until < monthsOn(day, -MONEY)) return []
    const why = until < day ? 'This money ends before we meet.' : 'This money ends then.'
    return [{ what: source, who: holds, on: until, why: until < seen.today ? 'This money has ended.' : why }]
  })

const people = (seen: View, day: string): Coming[] =>
  unconfirmed(seen, day).map(
    ({ person, partner }): Coming => ({
      ...{ what: nameAndRole(person), who: partner, on: person.confirmed! },
      why: 'Last confirmed more than six months ago. Is it still right?',
    }),
  )

/** Helen Okafor, escalation contact */
export const nameAndRole = ({ name, called }: { name?: string | undefined; called: string }): string =>
  [name, called.toLowerCase()].filter(Boolean).join(', ')

/** The people whose place was last confirmed too long ago to rely on. */
export const unconfirmed = ({ partners }: View, day: string) =>
  partners.flatMap(({ id, name, people }) =>
    people
      .filter(({ confirmed }) => confirmed && monthsOn(confirmed, CONFIRMED) <= day)
      .map((person) => ({ person, partner: name, id })),
  )
