import type { Partner } from './partner.ts'
import type { Agreed, Partnership } from './partnership.ts'

/** Who is in the partnership, and when. */

type Stay = Pick<Partner, 'joined' | 'left'>

/** Whether a partner is in on a day: it is on the day it joins, and no more on the day it leaves. */
export const isIn = ({ joined, left }: Stay, on: string): boolean =>
  (joined === undefined || joined <= on) && (left === undefined || on < left)

/** The partners who are in on a day: all that ever were where nobody is. */
export function membersOn({ partners }: Pick<Partnership, 'partners'>, on: string): Partner[] {
  const members = partners.filter((partner) => isIn(partner, on))
  return members.length > 0 ? members : partners
}

/** Who was in once, and who joins later. */
export const outside = (partners: Partner[], today: string) => ({
  former: partners.flatMap(({ id, name, left }) =>
    left !== undefined && left <= today ? [{ id, name, left }] : [],
  ),
  joining: partners.flatMap(({ id, name, joined }) =>
    joined !== undefined && joined > today ? [{ id, name, joined }] : [],
  ),
})

/** Tells of an id whether it is of one that has left by a day. */
export const leaversBy =
  ({ partners }: Pick<Partnership, 'partners'>, today: string) =>
  (id: string | undefined): boolean =>
    outside(partners, today).former.some((each) => each.id === id)

/** The partnership as a partner sees it who joins after a day: as if it were in by then. */
export function asIfIn<P extends Pick<Partnership, 'partners'>>(partnership: P, id: string, on: string): P {
  const { partners } = partnership
  const at = partners.findIndex((each) => each.id === id && each.joined !== undefined && each.joined > on)
  return at < 0
    ? partnership
    : { ...partnership, partners: partners.with(at, { ...partners[at]!, joined: on }) }
}

type Agreeing = Pick<Agreed, 'by' | 'on' | 'also'>

/** The ids of those who agreed on the day itself: as it says, else of those who were in then, or were from the start where no day is told. */
export const agreedThen = (
  { by, on }: Omit<Agreeing, 'also'>,
  { partners }: Pick<Partnership, 'partners'>,
): string[] =>
  by.length > 0
    ? by
    : partners
        .filter((each) => (on === undefined ? each.joined === undefined : isIn(each, on)))
        .map(({ id }) => id)

/**
 * Those who agreed, by id, and each the day on which it did. There is none where no day is told, nor of one that is listed without
 * a day of its own and joined after the others had agreed.
 */
export function whoAgreed(
  agreed: Agreeing,
  partnership: Pick<Partnership, 'partners'>,
): { id: string; on: string | undefined }[] {
  const { on = '', also } = agreed
  const ids = [...agreedThen(agreed, partnership), ...also.map(({ partner }) => partner)]
  return [...new Set(ids)].map((id) => {
    const { joined = '' } = partnership.partners.find((each) => each.id === id) ?? {}
    const own = also.find(({ partner }) => partner === id)?.on
    return { id, on: own ?? (joined > on ? undefined : agreed.on) }
  })
}

/** The ids of those who agreed, on whatever day. */
export const agreedBy = (agreed: Agreeing, partnership: Pick<Partnership, 'partners'>): string[] =>
  whoAgreed(agreed, partnership).map(({ id }) => id)

/**
 * The members on a day who joined the others and have agreed to nothing, though something is agreed. Nobody takes them to agree
 * unless they say so.
 */
export function unheardOn(
  { partners, answers }: Pick<Partnership, 'partners' | 'answers'>,
  on: string,
): Partner[] {
  const settled = answers.flatMap(({ agreed }) => agreed ?? [])
  const hasAgreed = (id: string) => settled.some((agreed) => agreedBy(agreed, { partners }).includes(id))
  return membersOn({ partners }, on).filter(
    ({ id, joined }) => joined !== undefined && settled.length > 0 && !hasAgreed(id),
  )
}

/** The ids of those who agree on a day where nobody says who: all members but those who are unheard. */
export function agreeingOn(partnership: Pick<Partnership, 'partners' | 'answers'>, on: string): string[] {
  const unheard = unheardOn(partnership, on)
  const members = membersOn(partnership, on)
  const heard = members.filter((each) => !unheard.includes(each))
  return (heard.length > 0 ? heard : members).map(({ id }) => id)
}
