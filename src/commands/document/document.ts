import { rowFormNamed } from '../../core/agreement/row-form.ts'
import { withoutBlanks } from '../../core/file/row.ts'
import { recordPlan } from '../../core/record/add-row.ts'
import { type OptionValue, optionText } from '../../core/request.ts'
import type { KnownOn } from '../../core/view/view.ts'
import { HjpError } from '../../errors.ts'
import type { Document } from '../../render/document/document.ts'
import { blanksIn } from '../../render/document/tree.ts'
import type { Kind, Library, Section } from '../../render/templates/library.ts'
import type { DocumentRequest } from '../../render/templates/template.ts'
import type { World } from '../../world/world.ts'
import { calledHere, catalogueOf } from '../shared/called-prompts.ts'
import { type Command, commandOf, type Option, type ReadOptions } from '../shared/command.ts'
import { type Opened, open } from '../shared/open.ts'
import { WRITING, type WritingOptions, wants } from '../shared/options.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { askMeeting } from './ask-meeting.ts'
import { toldBeside } from './beside.ts'
import { lackingIn, leftBlank, leftOutToSign, numberedAnew } from './blanks.ts'
import { composed } from './composed.ts'
import { deliver, formatOf, tellOfPages } from './deliver.ts'
import { inCode, sectionNames } from './sections.ts'
import type { Earlier } from './since.ts'
import { askNeeded, documentName, wishOf } from './wish.ts'

/** What can be said of every kind of document. */
const optionsOf = ({ name, formats }: Kind) => ({
  format: { ...wants.text('<format>', `${formats.join(', ')} (default: ${formats[0]})`), choices: formats },
  complete: wants.flag('write nothing if any blank is left'),
  since: wants.text(
    '<version>',
    `show what has changed since a commit, a tag, a day or another partnership file${name === 'mou' ? ', or since what was *signed* or *adopted*' : ''}`,
  ),
  comments: wants.unless('with --since, leave out the comments in Word that say where a change came from'),
  ...WRITING,
})
type DocumentOptions = ReadOptions<ReturnType<typeof optionsOf>>

/** The command that writes a kind of document. */
export const documentCommand = (kind: Kind, sections: Section[]): Command =>
  commandOf({
    ...(kind.prompts && { args: '[part-or-prompt...]' }),
    options: {
      ...Object.fromEntries(
        Object.entries(kind.options).map(([name, each]) => [inCode(name), ownOption(each)]),
      ),
      ...whichSections(kind, sections),
      ...optionsOf(kind),
    },
    examples: kind.examples,
    async run(world, options, ...names) {
      if (!kind.asks) return writeDocument(world, kind, options, names)
      const { askedByName, writeCopies, writeRowForm } = await import('./copies.ts')
      const opened = await open(world, options)
      const asks = askedByName(kind, opened, names, options)
      if (!asks) return writeDocument(world, kind, options, names)
      const told = await askNeeded(world, opened, kind, options)
      const table = rowFormNamed(asks)
      return table
        ? writeRowForm(world, opened, kind, told, table)
        : writeCopies(world, opened, kind, told, asks)
    },
  })

/** An option that only this kind has. Who its partners are is known once the file is open. */
function ownOption({
  wants: want,
  value,
  about,
  choices = [],
}: Kind['options'][string]): Option<OptionValue> {
  if (want === 'flag') return wants.flag(about)
  if (want === 'choice') return wants.choice(choices, `<${value}>`, about)
  return wants[want === 'partner' || want === 'newcomer' ? 'text' : want](`<${value}>`, about)
}

/** The option that says which of its sections a document has. */
function whichSections(kind: Kind, sections: Section[]): Record<string, Option<string | string[]>> {
  const known = sectionNames(sections.filter((section) => section.kind === kind.name))
  const others = sectionNames(sections.filter((section) => section.kind === kind.with))
  if (known.length === 0) return {}
  const list = known.join(', ')
  return kind.choose
    ? { [kind.choose]: wants.choice(known, '<name>', `one of: ${list} (default: ${known[0]})`) }
    : {
        section: {
          ...wants.many('<section...>', `only these sections, to paste into another document: ${list}`),
          choices: known,
        },
        ...(others.length > 0 && {
          with: {
            ...wants.many('<form...>', `also these forms, as schedules: ${others.join(', ')}`),
            choices: others,
          },
        }),
      }
}

/** Writes a document, and says what it lacks. */
export async function writeDocument(
  world: World,
  kind: Kind,
  given: DocumentOptions,
  names: string[],
): Promise<0> {
  const opened = await open(world, given)
  const told = kind.name === 'agenda' ? await askMeeting(world, opened, given) : {}
  const options = { ...(await askNeeded(world, opened, kind, given)), ...told }
  const { library } = opened
  const { since } = options
  const format = since === undefined ? formatOf(kind, options) : comparedFormat(kind, options)
  // What compares is loaded only where it is asked for.
  const comparing = since === undefined ? undefined : await import('./since.ts')
  const signed =
    since === SIGNED && kind.name === 'mou'
      ? await comparing!.earlierSigned(world, opened, options)
      : undefined
  const { partnership } = opened
  const known = {
    ...opened,
    today: world.today,
    // In a comparison with what was signed, nothing else has to say what has changed since.
    ...(signed && { partnership: { ...partnership, agreements: signed.partnership.agreements } }),
  }
  const called = await calledHere(world, catalogueOf(opened), names)
  const wish = wishOf(opened, kind, options, called, world.today)
  const asked = documentName(kind, options)
  const { to, document, view } = await composed(library, kind, known, wish)

  const isFinal = wish.options['final'] === true
  // A copy to sign shows no blank for what it can be signed without; its draft does.
  const draft = isFinal ? await draftOf(library, kind, known, wish) : document
  const { many, lines, how } = lackingIn(options.complete ? draft : document, view, asked)
  if ((options.complete || isFinal) && many > 0) throw new HjpError('incomplete', asked, many, lines, how)
  if (isFinal && !document.blocks.some(({ kind }) => kind === 'clause'))
    throw new HjpError('nothingAgreed', kind.name)
  const blanks = blanksIn(draft.blocks)
  if (format === 'ics' && document.events.length === 0) throw new HjpError('noDate')
  if (since !== undefined) {
    const earlier: Earlier = signed ?? (await comparing!.earlier(world, opened, since))
    const made = await thenMade(kind, { ...known, partnership: earlier.partnership }, wish, earlier.name)
    const isCommented = options.comments !== false && view
    const { both, told } = comparing!.compareWith(made, document, earlier, isCommented)
    await deliver(world, opened, both, `${to}-changes`, format, options)
    world.terminal.say([`Since ${earlier.name}: ${told}.`, earlier.about].filter(Boolean).join('\n'))
  } else
    await deliver(world, opened, document, to, format, {
      ...options,
      signedBy: isFinal && wish.whole ? view.toSign?.signedBy : undefined,
    })
  if (document.form) tellOfPages(world, format)
  const plan = view.plan ?? planOf(told)
  if (plan)
    saySaved(
      world,
      await save(world, opened, [recordPlan(plan.on, plan.told)]),
      opened,
      `the meeting on ${plan.on}`,
    )
  // What is for a meeting is written on by hand.
  if (since === undefined && blanks.length > 0 && kind.group !== 'meet' && !NO_WORDS.includes(format))
    world.terminal.say(isFinal ? leftOutToSign(blanks, view, asked) : leftBlank(blanks, asked))
  if (isFinal && since === undefined) numberedAnew(draft, document).forEach(world.terminal.say)
  const isNewCopy = isFinal && since === undefined
  const sections = kind.numbered && wish.whole ? library.sections : undefined
  for (const words of toldBeside(document, view, { name: asked, isNewCopy, sections }))
    world.terminal.say(words)
  return 0
}

/** What it would be if nobody signed it yet. */
async function draftOf(
  library: Library,
  kind: Kind,
  known: KnownOn,
  wish: DocumentRequest,
): Promise<Document> {
  const options = { ...wish.options, final: undefined }
  return (await composed(library, kind, known, { ...wish, options })).document
}

/** What was told of a meeting, as the file has it: what someone said is kept. */
const planOf = ({ date, time, place }: Awaited<ReturnType<typeof askMeeting>>) =>
  date
    ? { on: String(date), told: withoutBlanks({ start: optionText(time), place: optionText(place) }) }
    : undefined

/** What an agreement can be compared with beside versions that git knows. */
const SIGNED = 'signed'

/** Pictures and calendars: they show neither a change nor a blank. */
const NO_WORDS = ['svg', 'ics']

/** The format of a comparison. Throws HjpError notCompared, and as formatOf does. */
function comparedFormat(kind: Kind, options: WritingOptions): string {
  const format = formatOf(kind, options)
  const comparable = kind.formats.filter((each) => !NO_WORDS.includes(each))
  if (!comparable.includes(format)) throw new HjpError('notCompared', format, comparable)
  return format
}

/** The same document of an earlier version. Throws HjpError notThen where that has not got what the document is about. */
async function thenMade(
  kind: Kind,
  known: Opened & { today: string },
  wish: DocumentRequest,
  name: string,
): Promise<Document> {
  const partners = known.partnership.partners.map(({ id }) => id)
  const missing = Object.entries(kind.options).find(([option, { wants }]) => {
    const value = wish.options[option]
    return wants === 'partner' && value !== undefined && !partners.includes(String(value))
  })
  if (missing) throw new HjpError('notThen', kind.name, name)
  try {
    return (await composed(known.library, kind, known, wish)).document
  } catch (error) {
    if (error instanceof HjpError && error.code !== 'badTemplate')
      throw new HjpError('notThen', kind.name, name)
    throw error
  }
}
