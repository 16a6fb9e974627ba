import { inFull } from '../../core/values/locale.ts'
import type { AgreementKind } from '../../core/view/signed.ts'
import { type PromptView, viewOf } from '../../core/view/view.ts'
import { counted, HjpError, onLines } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { asAdopted } from '../document/as-adopted.ts'
import { objectedTo } from '../document/beside.ts'
import { lackingIn } from '../document/blanks.ts'
import { copyToSign, seenToSign } from '../document/to-sign.ts'
import type { Opened } from '../shared/open.ts'
import { asOf } from '../shared/versions-in-git.ts'
import { agreementOf, type Signing, type WORDS } from './signing.ts'

type Stamps = Record<string, string>

/** The stamps of what the first signed on a day. Throws HjpError notToSign where nobody should sign yet, or whichWords. */
export const clausesSigned = (
  world: World,
  opened: Opened,
  { kind, document, words }: Signing,
  day: string,
): Promise<Stamps> =>
  document
    ? clausesOfPaper(world, opened, kind, document)
    : clausesToSign(world, opened, { kind, words }, day)

/**
 * Of what was agreed by then, or of what stands now. What was signed before today is a fact, whatever is blank here; until then nobody
 * should sign it.
 */
async function clausesToSign(
  world: World,
  opened: Opened,
  { kind, words }: Pick<Signing, 'kind' | 'words'>,
  day: string,
): Promise<Stamps> {
  const { view, document } = await copyToSign({ ...opened, today: day }, kind)
  const { many, lines: blanks, how } = lackingIn(document, view, kind === 'short' ? 'mou/short' : 'mou')
  if (many > 0 && day === world.today) throw new HjpError('notToSign', many, blanks, how)
  const { clauses = {}, locale } = view
  const kept = await clausesKept(world, opened, kind, day)
  const since = view.prompts.filter(({ id, agreed }) => id in clauses && (agreed?.on ?? day) > day)
  const gone = view.prompts.filter(({ id }) => id in kept && !(id in clauses))
  const lines = [...linesOf(since, locale), ...goneIn(gone)]
  const which = lines.length > 0 ? (words ?? (await askWhich(world, lines, day, locale))) : 'now'
  if (many > 0)
    world.terminal.say(
      `It was signed on ${day}, so it is written down, though the agreement here has ${counted(many, 'blank')}:${onLines(blanks)}`,
    )
  return which === 'now' ? clauses : clausesThen(world, { locale, day, clauses, kept, since, gone })
}

/** The stamps of what git has that stood on an earlier day; none where it has nothing of that. */
async function clausesKept(world: World, opened: Opened, kind: AgreementKind, day: string): Promise<Stamps> {
  const then = day < world.today ? await asOf(world, opened, day) : undefined
  return (then && seenToSign({ ...opened, partnership: then.partnership, today: day }, kind).clauses) ?? {}
}

const linesOf = (since: PromptView[], locale: string): string[] =>
  since.map(({ number, topic, agreed }) => `${number} ${topic}, agreed on ${inFull(agreed!.on!, locale)}`)

const goneIn = (gone: PromptView[]): string[] =>
  gone.map(({ number, topic }) => `${number} ${topic}, which was agreed then, and is not now`)

/** Which words a paper has that was signed before what is agreed changed, as these lines say. Throws HjpError whichWords where nobody can be asked. */
async function askWhich(
  { terminal }: World,
  lines: string[],
  day: string,
  locale: string,
): Promise<(typeof WORDS)[number]> {
  if (!terminal.interactive) throw new HjpError('whichWords', inFull(day, locale), lines)
  terminal.say(`After ${inFull(day, locale)} this changed:${onLines(lines)}`)
  return terminal.choose('Which words does the paper have that was signed?', [
    { value: 'then', name: 'The words of that day, without what changed later' },
    { value: 'now', name: 'The words of now' },
  ])
}

/** What was agreed on a day, and of what was agreed anew since, the words of before where git has them. Says what is not in it. */
function clausesThen(
  { terminal }: World,
  known: {
    locale: string
    day: string
    clauses: Stamps
    kept: Stamps
    since: PromptView[]
    gone: PromptView[]
  },
): Stamps {
  const { locale, day, clauses, kept, since, gone } = known
  const [older, none] = [true, false].map((isKept) => since.filter(({ id }) => id in kept === isKept))
  if (older!.length > 0)
    terminal.say(
      `In what was signed these have the words that git has of ${inFull(day, locale)}:${onLines(linesOf(older!, locale))}`,
    )
  if (none!.length > 0)
    terminal.say(
      `Not in what was signed, since you agreed it later:${onLines(linesOf(none!, locale))}\nIf the paper has these words: *hjp undo* and then sign with *--words now*`,
    )
  if (gone.length > 0)
    terminal.say(`In what was signed, with the words that git has:${onLines(goneIn(gone))}`)
  const isSince = (id: string) => since.some((each) => each.id === id)
  return { ...kept, ...Object.fromEntries(Object.entries(clauses).filter(([id]) => !isSince(id))) }
}

/** The stamps of what an agreement of before says, whatever was agreed since. */
async function clausesOfPaper(
  world: World,
  opened: Opened,
  kind: AgreementKind,
  document: string,
): Promise<Stamps> {
  const { partnership, placement } = await asAdopted(world, opened, { document })
  const { clauses = {} } = seenToSign({ ...opened, partnership, today: world.today }, kind)
  return Object.fromEntries(Object.entries(clauses).filter(([id]) => placement.has(id)))
}

/** Whether it is to be written down though words of partners wait on it, which are told. Where nobody can be asked, it is: a signature is a fact. */
export async function isMeant(
  { terminal, today }: World,
  opened: Opened,
  signing: Pick<Signing, 'kind' | 'from' | 'document'>,
): Promise<boolean> {
  if (signing.document) return true
  const known = { ...opened, today }
  const { clauses = {} } = agreementOf(opened.partnership, signing) ?? seenToSign(known, signing.kind)
  const waiting = objectedTo(Object.keys(clauses), viewOf(known))
  if (!waiting) return true
  terminal.say(waiting)
  return (
    !terminal.interactive ||
    (await terminal.choose('Was it signed as it stands anyway?', [
      { value: 'yes', name: 'Yes, write it down' },
      { value: 'no', name: 'No, not yet' },
    ])) === 'yes'
  )
}
