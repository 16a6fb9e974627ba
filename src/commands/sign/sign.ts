import { createHash } from 'node:crypto'
import { relative, resolve } from 'node:path'
import { signedVersion } from '../../core/agreement/signed-version.ts'
import { daysOfTerm, endsOtherwise, TERM } from '../../core/agreement/term-end.ts'
import type { Row } from '../../core/file/row.ts'
import { recordSigned, type Signature } from '../../core/record/signing.ts'
import { inFull } from '../../core/values/locale.ts'
import { agreedText, type View, viewOf } from '../../core/view/view.ts'
import { HjpError, typedSo } from '../../errors.ts'
import type { World, Written } from '../../world/world.ts'
import { commandOf } from '../shared/command.ts'
import { type Opened, open, reopen } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { askSigning } from './ask-signing.ts'
import { agreementOf, KIND_NAMES, type Signing, signingGiven, WORDS } from './signing.ts'
import { clausesSigned, isMeant } from './words-signed.ts'

export const command = commandOf({
  args: '[paper]',
  options: {
    short: wants.flag('the letter of understanding, and not the whole agreement'),
    adopted: wants.flag(
      'what was signed is the agreement that you had before, and took in with hjp adopt; name it where there are several',
    ),
    from: wants.date('<date>', 'the day from which it applies (default: today)'),
    until: wants.coming('<date>', 'its last day'),
    renewBy: wants.coming('<date>', 'the day by which you will decide whether to renew it'),
    by: wants.text('<name>', 'who signed'),
    for: wants.text('<partner>', 'for which partner, if the file does not say'),
    on: wants.past('<date>', 'the day of that signature (default: today)'),
    words: wants.choice(
      WORDS,
      '<which>',
      'where you agreed more after that day: whether the paper has the words of then, or those of now',
    ),
    copy: wants.text('<place>', 'where the signed copy is: a file, or a few words'),
  },
  examples: [
    'hjp sign',
    'hjp sign --from 2026-12-01 --until 2028-11-30 --renew-by 2028-09-01 --by "Ruth Adler" --on 2026-11-28',
    'hjp sign --by "Tom Okafor" --for health --copy signed/agreement.pdf',
    'hjp sign --adopted old/mou-2022.docx --by "Ruth Adler" --for legal --on 2022-05-14',
    'hjp sign --adopted --by "Ruth Adler" --for legal --on 2024-02-20',
  ],
  note: 'It can be done in several goes: until everyone has signed, the next signature goes to the same agreement. Each clause is kept as a stamp, so that later drafts can say what has changed since you signed.',
  async run(world, { file, json, ...options }, paper) {
    const given = { ...options, paper }
    let opened = await open(world, { file, json })
    const { short, adopted, from, until, renewBy, by, on, words, copy } = given
    const isTold = [short, adopted, from, until, renewBy, by, given.for, on, words, copy, paper].some(
      (each) => each !== undefined,
    )
    const isAsked = world.terminal.interactive && !isTold
    let done: Written = 'identical'
    const keep = async (signing: Signing) => {
      done = await write(world, opened, signing)
      opened = await reopen(world, opened)
      return signing
    }
    const which = isAsked
      ? await askSigning(world, opened, keep)
      : await keepGiven(world, opened, await signingGiven(world, opened, given), keep)
    if (!which) world.terminal.say('Nothing was changed.')
    else tell(world, opened, which, done)
    return 0
  },
})

/** Keeps what options tell, unless whoever is there would rather wait. */
const keepGiven = async (
  world: World,
  opened: Opened,
  signing: Signing,
  keep: (signing: Signing) => Promise<Signing>,
): Promise<Signing | undefined> =>
  signing.signatures.length === 0 || (await isMeant(world, opened, signing)) ? keep(signing) : undefined

/** Writes it down. Throws HjpError notToSign where nobody should sign yet. */
async function write(world: World, opened: Opened, signing: Signing): Promise<Written> {
  const { kind, from, document, told, signatures, copy } = signing
  const there = agreementOf(opened.partnership, signing)
  const isThere = there !== undefined
  if (there && document && there.document !== document)
    throw new HjpError('signedOther', document, from, there.document ?? KIND_NAMES[kind])
  const day = firstDayOf(signatures, world.today)
  const clauses = isThere ? {} : await clausesSigned(world, opened, signing, day)
  const more = {
    ...told,
    ...(!isThere && document && { document }),
    ...(copy && (await keptCopy(world, opened, copy))),
  }
  return save(world, opened, [recordSigned({ kind, from }, more, signatures, clauses)])
}

/** Says how far it is signed. */
function tell(
  world: World,
  opened: Opened,
  { kind, from, told }: Pick<Signing, 'kind' | 'from' | 'told'>,
  done: Written,
): void {
  const view = viewOf({ ...opened, today: world.today })
  const signed = view.agreements.find((each) => each.kind === kind && each.from === from)!
  saySaved(world, done, opened, `${KIND_NAMES[kind]}, ${signedVersion(signed, view)}`)
  if (signed.awaited.length > 0) world.terminal.say('When the next signature comes: *hjp sign* again.')
  else if (signed.copy && signed.digest && signed.copy !== signed.document) {
    const letter = kind === 'short' ? ' --short' : ''
    const words = signed.document ? `the words of ${signed.document}` : 'the words you agreed'
    world.terminal.say(`To see that it has ${words}: *hjp verify ${typedSo(signed.copy)}${letter}*`)
  }
  if (signed.document)
    world.terminal.say(
      `What you signed is ${signed.document}. The agreement that hjp writes is a draft until you sign that too. To see what you have agreed since: *hjp mou --since signed*`,
    )
  if (told['until'] || !signed.until) sayTerm(world, view, signed)
}

const firstDayOf = (signatures: Signature[], today: string): string =>
  signatures.map(({ on }) => on).sort()[0] ?? today

/** Says where the last day is not the one that was agreed, or none is told. */
function sayTerm(
  { terminal }: World,
  { prompts, locale, today }: View,
  { from, until }: { from: string; until?: string | undefined },
): void {
  const term = agreedText(prompts, TERM)
  if (term === undefined) return
  const last = daysOfTerm(term).until
  if (until === undefined && last !== undefined)
    terminal.say(
      `What you agreed on how long it lasts seems to name ${inFull(last, locale)} as its last day${last < today ? ', which is past' : ''}: "${term.trim()}" To write that down too: *hjp sign --until ${last}*`,
    )
  else if (until !== undefined && endsOtherwise(term, { from, until }))
    terminal.say(
      `Its last day here is ${until}, and what you agreed on how long it lasts seems to say otherwise: "${term.trim()}" To put the day right, give it again with *hjp sign --until*`,
    )
}

/** Where a signed copy is; of a file its digest too, by which it can be told that nobody has changed it. */
async function keptCopy(world: World, { folder }: Opened, copy: string): Promise<Row> {
  const path = resolve(world.cwd, copy)
  const bytes = await world.files.read(path)
  if (!bytes) return { copy }
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { copy: relative(folder, path).replaceAll('\\', '/'), digest }
}
