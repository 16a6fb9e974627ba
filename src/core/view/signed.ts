import { stampOf } from '../../ooxml/stamps.ts'
import { membersOn } from '../file/members.ts'
import { type Partner, partnerName } from '../file/partner.ts'
import type { Agreed, Partnership } from '../file/partnership.ts'
import type { AGREEMENT_KINDS, SignedAgreement } from '../file/signed-agreement.ts'
import { byDay } from '../values/day.ts'

/** What was signed, by whom, and what of it is as it was. */

export type AgreementKind = (typeof AGREEMENT_KINDS)[number]

/** A mark of what a clause says: the words that are agreed, and the decision. */
export const clauseStamp = ({ decision, text }: Pick<Agreed, 'decision' | 'text'>): string =>
  `s${stampOf(`${decision ?? ''}\n${text}`)}`

/** The last of these agreements to begin, of one kind where that matters. */
export const lastAgreement = <A extends Pick<SignedAgreement, 'kind' | 'from'>>(
  agreements: A[],
  kind?: AgreementKind,
): A | undefined =>
  agreements
    .filter((each) => each.kind === (kind ?? each.kind))
    .toSorted(byDay(({ from }) => from))
    .at(-1)

/** The days on which it was signed, the first of them first. */
const signingDays = ({ signed }: Pick<SignedAgreement, 'signed'>): string[] =>
  signed.map(({ on }) => on).sort()

/** Who has still to sign: whoever was in when the first did, and has not left since. */
export function yetToSign(
  agreement: Pick<SignedAgreement, 'signed'>,
  partnership: Pick<Partnership, 'partners'>,
  today: string,
): Partner[] {
  const [first = today] = signingDays(agreement)
  const then = membersOn(partnership, first).map(({ id }) => id)
  return membersOn(partnership, today).filter(
    ({ id }) => then.includes(id) && !agreement.signed.some(({ partner }) => partner === id),
  )
}

/** What was signed, the first to begin first, with the partners by their names, and who has still to sign. */
export const signedVersions = (
  agreements: SignedAgreement[],
  partnership: Pick<Partnership, 'partners'>,
  today: string,
) =>
  agreements
    .map((agreement) => ({
      ...agreement,
      signed: agreement.signed.map(({ partner, by, on }) => ({
        partner: partnerName(partnership, partner),
        by,
        on,
      })),
      awaited: yetToSign(agreement, partnership, today).map(({ name }) => name),
    }))
    .toSorted(byDay(({ from }) => from))
