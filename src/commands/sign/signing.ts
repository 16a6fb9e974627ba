import { isIn } from '../../core/file/members.ts'
import type { Answer, Partnership } from '../../core/file/partnership.ts'
import { type Row, withoutBlanks } from '../../core/file/row.ts'
import { decisionAbove, promptsOf } from '../../core/prompts/prompts.ts'
import { adoptedRow, placementIn } from '../../core/record/adopt.ts'
import { postsOf } from '../../core/record/people.ts'
import type { Signature } from '../../core/record/signing.ts'
import { type AgreementKind, lastAgreement, yetToSign } from '../../core/view/signed.ts'
import { HjpError } from '../../errors.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'

/** What is to be written down of a signed version: which one it is, what else is told of it, and who signed it. */
export type Signing = {
  kind: AgreementKind
  from: string
  /** Where it is an agreement that the partners had before: its document. */
  document: string | undefined
  told: Row
  signatures: Signature[]
  /** Where more was agreed after the day of the first signature: which words it has. */
  words?: (typeof WORDS)[number] | undefined
  copy: string | undefined
}

/** The words that stood on the day of a signature, or those that stand now. */
export const WORDS = ['then', 'now'] as const

export const KIND_NAMES: Record<AgreementKind, string> = {
  whole: 'the agreement',
  short: 'the letter of understanding',
}

/** The signed version of a kind that begins on a day, if it is in the file. */
export const agreementOf = ({ agreements }: Partnership, { kind, from }: Pick<Signing, 'kind' | 'from'>) =>
  agreements.find((each) => each.kind === kind && each.from === from)

/**
 * The agreement of before that was signed on a day, where it can have been no other: it was taken in later, nothing is written down as
 * signed yet, and what was agreed by then is all from it.
 */
function paperSignedOn({ partnership, parts }: Opened, kind: AgreementKind, day: string) {
  const last = adoptedRow(partnership)
  if (!last || day >= last.on || partnership.agreements.some((each) => each.kind === kind)) return undefined
  const placement = placementIn(partnership, last.document)
  const above = promptsOf(parts).flatMap((prompt) =>
    placement.has(prompt.id) ? (decisionAbove(prompt, parts)?.id ?? []) : [],
  )
  const isFromIt = ({ prompt, agreed }: Answer) =>
    !agreed?.on || agreed.on > day || placement.has(prompt) || above.includes(prompt)
  return partnership.answers.every(isFromIt) ? last.document : undefined
}

/** The last version of a kind that not everyone has signed. */
export function openAgreement(partnership: Partnership, kind: AgreementKind, today: string) {
  const last = lastAgreement(partnership.agreements, kind)
  return last && yetToSign(last, partnership, today).length > 0 ? last : undefined
}

type GivenSigning = {
  [option in 'from' | 'until' | 'renewBy' | 'by' | 'for' | 'on' | 'copy']?: string | undefined
} & {
  [option in 'short' | 'adopted']?: boolean | undefined
} & Pick<Signing, 'words'>

/**
 * A signing as options tell it. Without a first day it is of the version that is not signed by all yet; of the last one where nobody
 * signs; else of one that begins today, or for an agreement of before on the day it was signed. Throws HjpError whoSigned, nothingAdopted or
 * notInThen.
 */
export function signingGiven(opened: Opened, today: string, given: GivenSigning): Signing {
  const { partnership } = opened
  const kind = given.short ? 'short' : 'whole'
  const last = lastAgreement(partnership.agreements, kind)
  const goesOn = openAgreement(partnership, kind, today) ?? (given.by === undefined ? last : undefined)
  const day = given.by === undefined ? undefined : (given.on ?? today)
  const paper = given.adopted ? adoptedRow(partnership)?.document : day && paperSignedOn(opened, kind, day)
  if (given.adopted && !paper) throw new HjpError('nothingAdopted')
  const from = given.from ?? goesOn?.from ?? (paper && day) ?? today
  const told = withoutBlanks({ until: given.until, 'renew-by': given.renewBy })
  const signatures = day && given.by ? [signatureOf(opened, given.by, given.for, day)] : []
  const there = agreementOf(partnership, { kind, from })
  const isMore = there && (given.copy ?? given.until ?? given.renewBy)
  if (signatures.length === 0 && !isMore)
    throw new HjpError(
      'whoSigned',
      partnership.partners.map(({ id }) => id),
    )
  return {
    kind,
    from,
    document: there ? there.document : paper,
    told,
    signatures,
    words: given.words,
    copy: given.copy,
  }
}

/** For the partner that is named, or else the one in which the file knows this person. */
function signatureOf(opened: Opened, by: string, called: string | undefined, on: string): Signature {
  const { partners } = opened.partnership
  const known = [...new Set(postsOf(opened.partnership, by).map(({ partner }) => partner))]
  const partner = called === undefined ? known[0] : partnerNamed(opened, called)
  if (partner === undefined || (called === undefined && known.length > 1))
    throw new HjpError(
      'whoSigned',
      partners.map(({ id }) => id),
    )
  if (!isIn(partners.find(({ id }) => id === partner)!, on)) throw new HjpError('notInThen', partner, on)
  return { partner, by, on }
}
