import { isIn } from '../../core/file/members.ts'
import type { Answer, Partnership } from '../../core/file/partnership.ts'
import { type Row, withoutBlanks } from '../../core/file/row.ts'
import { decisionAbove, promptsOf } from '../../core/prompts/prompts.ts'
import { placementIn } from '../../core/record/adopt.ts'
import { postsOf } from '../../core/record/people.ts'
import type { Signature } from '../../core/record/signing.ts'
import { type AgreementKind, lastAgreement, yetToSign } from '../../core/view/signed.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { paperCalled, paperGiven } from '../shared/paper-given.ts'

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
 * The agreements of before that may have been signed on a day, where it can have been none of ours: they were taken in later, nothing is written down as
 * signed yet, and what was agreed by then is all from them.
 */
function papersSignedOn({ partnership, parts }: Opened, kind: AgreementKind, day: string) {
  if (partnership.agreements.some((each) => each.kind === kind)) return []
  const found = partnership.adopted.filter(({ document, on }) => {
    const placement = placementIn(partnership, document)
    const above = promptsOf(parts).flatMap((prompt) =>
      placement.has(prompt.id) ? (decisionAbove(prompt, parts)?.id ?? []) : [],
    )
    const isFromIt = ({ prompt, agreed }: Answer) =>
      !agreed?.on || agreed.on > day || placement.has(prompt) || above.includes(prompt)
    return day < on && partnership.answers.every(isFromIt)
  })
  return found.map(({ document }) => document)
}

/** The last version of a kind that not everyone has signed; of an agreement of before where it is named. */
export function openAgreement(partnership: Partnership, kind: AgreementKind, today: string, paper?: string) {
  const last = lastOf(partnership, kind, paper)
  return last && yetToSign(last, partnership, today).length > 0 ? last : undefined
}

const lastOf = ({ agreements }: Partnership, kind: AgreementKind, paper?: string) =>
  lastAgreement(paper ? agreements.filter(({ document }) => document === paper) : agreements, kind)

type GivenSigning = {
  [option in 'from' | 'until' | 'renewBy' | 'by' | 'for' | 'on' | 'copy']?: string | undefined
} & {
  [option in 'short' | 'adopted']?: boolean | undefined
} & Pick<Signing, 'words'> & { paper?: string | undefined }

/** The agreement of before that was signed, where it is said: by its name, or as the signed copy. Throws HjpError nothingAdopted, unknownPaper or needsOne. */
async function paperNamed(
  world: World,
  opened: Opened,
  { adopted, paper, copy }: GivenSigning,
  kind: AgreementKind,
  day: string | undefined,
): Promise<string | undefined> {
  const called = paper ?? (copy && paperCalled(world, opened, copy))
  const all =
    called || adopted
      ? opened.partnership.adopted.map(({ document }) => document)
      : day
        ? papersSignedOn(opened, kind, day)
        : []
  if (all.length === 0 && adopted) throw new HjpError('nothingAdopted')
  if (all.length === 0 && called === undefined) return undefined
  return paperGiven(world, opened, called, WHICH_PAPER, all)
}

const WHICH_PAPER = {
  command: 'hjp sign --adopted',
  needs: 'the agreement that was signed: name the one that you mean',
  question: 'Which agreement was signed?',
}

/**
 * A signing as options tell it. Without a first day it is of the version that is not signed by all yet; of the last one where nobody
 * signs; else of one that begins today, or for an agreement of before on the day it was signed. Throws HjpError whoSigned, nothingAdopted or
 * notInThen.
 */
export async function signingGiven(world: World, opened: Opened, given: GivenSigning): Promise<Signing> {
  const { today } = world
  const { partnership } = opened
  const kind = given.short ? 'short' : 'whole'
  const day = given.by === undefined ? undefined : (given.on ?? today)
  const paper = await paperNamed(world, opened, given, kind, day)
  const last = lastOf(partnership, kind, paper)
  const goesOn = openAgreement(partnership, kind, today, paper) ?? (given.by === undefined ? last : undefined)
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
    document: paper ?? there?.document,
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
