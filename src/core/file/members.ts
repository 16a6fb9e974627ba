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

/** The partnership as a partner sees it who joins after a day: as if it were in by then. */
export const asIfIn = <P extends Pick<Partnership, 'partners'>>(
  partnership: P,
  id: string,
  on: string,
): P => ({
  ...partnership,
  partners: partnership.partners.map((partner) =>
    partner.id === id && partner.joined !== undefined && partner.joined > on
      ? { ...partner, joined: on }
      : partner,
  ),
})

/** The ids of those who agreed: as it says, else of those who were in on that day, or were from the start where no day is told. */
export const agreedBy = (
  { by, on }: Pick<Agreed, 'by' | 'on'>,
  { partners }: Pick<Partnership, 'partners'>,
): string[] =>
  by.length > 0
    ? by
    : partners
        .filter((each) => (on === undefined ? each.joined === undefined : isIn(each, on)))
        .map(({ id }) => id)
