import { inShell } from '../../text.ts'
import { monthsOn } from '../values/day.ts'
import { weightOf } from '../values/fields.ts'
import { lastAgreement } from '../view/signed.ts'
import type { View } from '../view/view.ts'

/** Something beside the prompts that a meeting should not miss: what it is, whose it is, its day, and why it is here. */
export type DueItem = { what: string; who: string | undefined; on: string; why: string }

/** In months: how long a name is taken to be right, and how long before the end money, steps of the workplan and actions come up. */
const CONFIRMED = 6
const MONEY = 6
const STEP = 2
const ACTION = 1
/** And how long before it ends the agreement does, and before they are to have decided whether to renew it. */
const TERM = 6
const RENEWAL = 3
/** Next steps with others that are named at a time. */
const TIES = 3

/** The agreement, the steps of the workplan and the money that end within a while of a day, and the people who were confirmed long before it. */
export const comingUp = (view: View, day: string): DueItem[] =>
  [dueAgreement(view, day), dueSteps(view, day), dueMoney(view, day), people(view, day)].flatMap((each) =>
    each.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  )

/** The last day of what was signed last, and the one by which to decide on renewing it; each comes up so many `months` before. */
export function termDays({ agreements, today }: View): (DueItem & { months: number })[] {
  const { until, 'renew-by': renewBy } = lastAgreement(agreements) ?? {}
  const item = (on: string | undefined, months: number, ahead: string, past: string) =>
    on
      ? [{ what: 'The agreement you signed', who: undefined, on, why: on < today ? past : ahead, months }]
      : []
  return [
    ...item(
      renewBy,
      RENEWAL,
      'Decide whether to renew it.',
      'You were to decide by now whether to renew it.',
    ),
    ...item(until, TERM, 'It ends.', 'It has ended.'),
  ]
}

export const dueAgreement = (view: View, day: string): DueItem[] =>
  termDays(view).flatMap(({ months, ...item }) => (item.on <= monthsOn(day, months) ? item : []))

/** The open steps of the workplan that end within two months of a day, or ended before it. */
export const dueSteps = (view: View, day: string): DueItem[] =>
  view.milestones.flatMap(({ what, lead, end, open }): DueItem[] => {
    if (!open || !end || end > monthsOn(day, STEP)) return []
    const why = end > day ? 'Not due yet.' : end < view.today ? 'Overdue.' : 'Due.'
    return [{ what, who: lead, on: end, why }]
  })

type Action = View['actions'][number]

/** Whether an action is open and nobody has it, or no day is set for it. */
export const isVague = ({ open, who, due }: Action): boolean => open && !(who && due)

/** The open actions that end within a month of a day, and the others that nobody has or that have no day. */
export function dueActions({ actions }: View, day: string) {
  const soon = monthsOn(day, ACTION)
  const isNear = ({ open, due }: Action) => open && due !== undefined && due <= soon
  return {
    near: actions.filter(isNear).map(dueAction),
    vague: actions.filter((action) => !isNear(action) && isVague(action)).map(dueAction),
  }
}

function dueAction(action: Action) {
  const { id, what, who, due, late } = action
  const words = [
    `Action ${id ?? ''}`.trim(),
    who || 'nobody has it yet',
    ...(due ? [] : ['no day yet']),
    ...(late ? ['late'] : []),
  ]
  const change = `: hjp change ${inShell(id ?? what)}`
  return { on: due, what, why: `${words.join(', ')}${isVague(action) ? change : ''}` }
}

/** The money that ends within six months of a day, before it or after. */
export const dueMoney = (view: View, day: string): DueItem[] =>
  view.funding.flatMap(({ source, holds, until }): DueItem[] => {
    if (!until || until > monthsOn(day, MONEY) || until < monthsOn(day, -MONEY)) return []
    const why = until < day ? 'Funding ends before we meet.' : 'Funding ends.'
    return [{ what: source, who: holds, on: until, why: until < view.today ? 'Funding has ended.' : why }]
  })

const people = (view: View, day: string): DueItem[] =>
  unconfirmed(view, day).map(
    ({ person, partner }): DueItem => ({
      ...{ what: nameAndRole(person), who: partner, on: person.confirmed! },
      why: 'Last confirmed more than six months ago. Is it still right?',
    }),
  )

/** Those around the partnership with whom a next step is written down, the most pressing first. For the keeper alone. */
export const nextTies = ({ stakeholders }: View) =>
  stakeholders
    .filter(({ next }) => next)
    .toSorted((a, b) => weightOf(b.priority) - weightOf(a.priority))
    .slice(0, TIES)

/** A person as a list has them: "Helen Okafor, escalation contact". */
export const nameAndRole = ({ name, called }: { name?: string | undefined; called: string }): string =>
  [name, called.toLowerCase()].filter(Boolean).join(', ')

/** The people whose place was last confirmed six months or more before a day, each with their partner. */
export const unconfirmed = ({ partners }: View, day: string) =>
  partners.flatMap(({ id, name, people }) =>
    people
      .filter(({ confirmed }) => confirmed && monthsOn(confirmed, CONFIRMED) <= day)
      .map((person) => ({ person, partner: name, id })),
  )
