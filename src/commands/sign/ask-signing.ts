import type { Partner } from '../../core/file/partner.ts'
import type { Partnership } from '../../core/file/partnership.ts'
import { withoutBlanks } from '../../core/file/row.ts'
import type { Signature } from '../../core/record/signing.ts'
import { lastAgreement, yetToSign } from '../../core/view/signed.ts'
import { counted, HjpError } from '../../errors.ts'
import type { Terminal } from '../../world/world.ts'
import type { AskingWorld } from '../shared/command.ts'
import type { Opened } from '../shared/open.ts'
import { progress } from '../shared/show-prompt.ts'
import { asDay, asPast, type Here, hereIn } from '../shared/typed.ts'
import { askDay } from '../talk/choose-day.ts'
import { type SignedBefore, signedBefore } from './signed-before.ts'
import { openAgreement, type Signing } from './signing.ts'
import { isMeant } from './words-signed.ts'

/** Asks step by step what was signed, by whom, and where the copy is, and keeps each as it is told. Throws HjpError whoSigned where nobody has signed. */
export async function askSigning(
  world: AskingWorld,
  opened: Opened,
  keep: (signing: Signing) => Promise<unknown>,
): Promise<Pick<Signing, 'kind' | 'from' | 'told'> | undefined> {
  const { terminal, today } = world
  const { partnership } = opened
  const here = hereIn(world, opened)
  const papers = papersToSign(partnership, today)
  const which = await terminal.choose<string>('What has been signed?', [
    ...papers.map((paper) => ({ value: paper, name: `The agreement that you had before, ${paper}` })),
    { value: 'whole', name: papers.length > 0 ? 'The agreement that hjp wrote' : 'The agreement' },
    { value: 'short', name: 'The letter of understanding' },
  ])
  const kind = which === 'short' ? 'short' : 'whole'
  const document = papers.find((each) => each === which)
  const last = openAgreement(partnership, kind, today, document)
  const open = last?.document === document ? last : undefined
  if (!(await isMeant(world, opened, { kind, from: open?.from ?? '', document }))) return undefined
  const before = open || !document ? undefined : await signedBefore(world, opened, document)
  const about = open ? { from: open.from, told: {} } : await askTerm(terminal, here, before)
  if (open) terminal.say(`This continues the one from ${open.from}, which not everyone has signed yet.`)
  let kept = 0
  await terminal.telling(
    () =>
      kept > 0 ? `${counted(kept, 'signature')} saved. Continue with *hjp sign*` : 'Nothing was changed.',
    async () => {
      const yet = yetToSign(open ?? { signed: [] }, partnership, today)
      for (const [n, partner] of yet.entries()) {
        const signature = await askSignature(terminal, partner, here, progress(n, yet.length), before)
        if (!signature) continue
        await keep({ kind, document, ...about, signatures: [signature], copy: undefined })
        kept += 1
      }
      const copy = (await terminal.line(COPY)).trim()
      if (kept === 0 && !(open && copy))
        throw new HjpError(
          'whoSigned',
          partnership.partners.map(({ id }) => id),
        )
      if (copy) await keep({ kind, document, ...about, signatures: [], copy })
    },
  )
  return { kind, ...about }
}

/** Each agreement of before, until everyone's signature to it is written down, or what was signed last is none of them. */
function papersToSign(partnership: Partnership, today: string): string[] {
  const { adopted, agreements } = partnership
  const last = lastAgreement(agreements, 'whole')
  if (last && !last.document) return []
  return adopted.flatMap(({ document }) =>
    agreements.some((each) => each.document === document) &&
    !openAgreement(partnership, 'whole', today, document)
      ? []
      : [document],
  )
}

const COPY = 'Where is the signed copy? (a file, or a few words; Enter if you have none yet)'

/** The first day, the last, and by when they will have decided whether to go on. */
async function askTerm(
  terminal: Terminal,
  here: Here,
  before: SignedBefore | undefined,
): Promise<Pick<Signing, 'from' | 'told'>> {
  const day = (question: string, lies: 'near' | 'ahead', now?: string) =>
    askDay(terminal, question, (typed) => asDay('the day', typed, here, lies), now)
  const [firstDay, lastDay] = [before?.term.from ?? before?.day, before?.term.until]
  const first = `From which day does it apply? (${dayNamedIn(before, firstDay) ?? `such as 1 March 2027; Enter for ${here.today}`})`
  const from = (await day(first, 'near', firstDay)) ?? here.today
  const last = `What is its last day? (${dayNamedIn(before, lastDay) ?? 'Enter if it has none'})`
  const until = await day(last, 'ahead', lastDay)
  const renewBy = await day(
    'By which day will you decide whether to renew it? (Enter if you have not said)',
    'ahead',
  )
  return { from, told: withoutBlanks({ until, 'renew-by': renewBy }) }
}

/** Who signed for a partner and when, with those whom the file names for it first, and whom the agreement of before names; nothing where nobody has yet. */
async function askSignature(
  terminal: Terminal,
  { id, name, people }: Partner,
  here: Here,
  far: string,
  before: SignedBefore | undefined,
): Promise<Signature | undefined> {
  const signatories = people.flatMap((person) => (person.role === 'signatory' && person.name) || [])
  const named = before?.signers.filter((signer) => !signatories.includes(signer)) ?? []
  const choice = await terminal.choose(`${far}: Who has signed for ${name}?`, [
    { value: '', name: 'Nobody yet' },
    ...signatories.map((value) => ({ value, name: value })),
    ...named.map((value) => ({ value, name: value, hint: `named in ${before!.document}` })),
    { value: OTHER, name: 'Someone else' },
  ])
  const by = choice === OTHER ? (await terminal.line('Who?')).trim() : choice
  if (by === '') return undefined
  const on = await askDay(
    terminal,
    `On which day? (${dayNamedIn(before, before?.day) ?? `Enter for ${here.today}`})`,
    (day) => asPast('the day', day, here),
    before?.day,
  )
  return { partner: id, by, on: on ?? here.today }
}

const dayNamedIn = (before: SignedBefore | undefined, day: string | undefined): string | undefined =>
  day && `${before!.document} names ${day}`

const OTHER = '/other'
