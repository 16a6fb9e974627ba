import { choosePrompts } from '../../core/prompts/prompts.ts'
import { recordPlan } from '../../core/record/add-row.ts'
import type { KindRequest, OptionValue } from '../../core/request.ts'
import { counted, HjpError, nearest } from '../../errors.ts'
import type { Document } from '../../render/document/document.ts'
import { blanksIn } from '../../render/document/tree.ts'
import type { Kind, Library, Section } from '../../render/templates/library.ts'
import { schedulesOf } from '../../render/templates/sections.ts'
import { compose, type DocumentRequest, seenBy } from '../../render/templates/template.ts'
import type { World } from '../../world/world.ts'
import { type Command, commandOf, type Option, type ReadOptions } from '../shared/command.ts'
import { type Opened, open, partnerNamed } from '../shared/open.ts'
import { WRITING, wants } from '../shared/options.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { eachOnce, filling, settling } from './blanks.ts'
import { deliver, formatOf } from './deliver.ts'

/** What can be said of every kind of document. */
const optionsOf = ({ formats }: Kind) => ({
  format: wants.text('<format>', `${formats.join(', ')} (default: ${formats[0]})`),
  complete: wants.flag('write nothing if any blank is left'),
  since: wants.text(
    '<version>',
    'show what has changed since a commit, a tag, a day or another partnership file',
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
    run: (world, options, ...names) => write(world, kind, options, names),
  })

/** proposed-by → proposedBy */
const inCode = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** An option that only this kind has. Who its partners are is known once the file is open. */
function ownOption({
  wants: want,
  value,
  about,
  choices = [],
}: Kind['options'][string]): Option<OptionValue> {
  if (want === 'flag') return wants.flag(about)
  if (want === 'choice') return wants.choice(choices, `<${value}>`, about)
  return wants[want === 'partner' ? 'text' : want](`<${value}>`, about)
}

/** The option that says which of its sections a document has. */
function whichSections(kind: Kind, sections: Section[]): Record<string, Option<string | string[]>> {
  const known = namesOf(sections.filter((section) => section.kind === kind.name))
  const others = namesOf(sections.filter((section) => section.kind === kind.with))
  if (known.length === 0) return {}
  const list = known.join(', ')
  return kind.choose
    ? { [kind.choose]: wants.choice(known, '<name>', `one of: ${list} (default: ${known[0]})`) }
    : {
        section: wants.many('<section...>', `only these sections, to paste into another document: ${list}`),
        ...(others.length > 0 && {
          with: wants.many('<form...>', `also these forms, as schedules: ${others.join(', ')}`),
        }),
      }
}

async function write(world: World, kind: Kind, options: DocumentOptions, names: string[]): Promise<0> {
  const opened = await open(world, options)
  const { library, parts } = opened
  const format = formatOf(kind, options)
  const known = { ...opened, today: world.today }
  const prompts = choosePrompts(parts, names)
  const hidden = prompts.find(
    ({ id, number, private: own }) => own && (names.includes(id) || names.includes(number)),
  )
  if (hidden && kind.audience === 'partners') throw new HjpError('isPrivate', hidden.id)
  const wish = {
    options: ownOptions(opened, kind, options),
    prompts,
    ...chosenSections(kind, library, options),
  }
  const view = seenBy(kind, known, wish)
  const { to, document } = await compose(library, kind, view)

  const blanks = blanksIn(document.blocks)
  const { lacks = [] } = view
  const lacking = [...blanks.map(({ text }) => text), ...lacks.map(({ topic }) => topic)]
  if ((options.complete || wish.options['final']) && lacking.length > 0)
    throw new HjpError('incomplete', kind.name, lacking.length, eachOnce(lacking), settling(blanks))
  if (wish.options['final'] && !document.blocks.some(({ kind }) => kind === 'clause'))
    throw new HjpError('nothingAgreed', kind.name)
  if (format === 'ics' && document.events.length === 0) throw new HjpError('noDate')
  const { since } = options
  if (since !== undefined) {
    const comparable = kind.formats.filter((each) => !NO_WORDS.includes(each))
    if (!comparable.includes(format)) throw new HjpError('notCompared', format, comparable)
    // What compares is loaded only where it is asked for.
    const { compareWith, earlier } = await import('./since.ts')
    const { name, partnership } = await earlier(world, opened, since)
    const before = await thenMade(kind, { ...known, partnership }, wish, library, name)
    const { both, told } = compareWith(before, document, name, options.comments !== false && view)
    await deliver(world, opened, both, `${to}-changes`, format, options)
    world.terminal.say(`Since ${name}: ${told}.`)
  } else await deliver(world, opened, document, to, format, options)
  const { plan } = view
  if (plan)
    saySaved(
      world,
      await save(world, opened, [recordPlan(plan.on, plan.told)]),
      opened,
      `the meeting on ${plan.on}`,
    )
  // What is for a meeting is written on by hand.
  if (since === undefined && blanks.length > 0 && kind.group !== 'meet' && !NO_WORDS.includes(format))
    world.terminal.say(`${counted(blanks.length, 'blank')} left, shown in [brackets].${filling(blanks)}`)
  if (lacks.length > 0)
    world.terminal.say(
      `Left out because nothing is written on it yet: ${lacks.map(({ topic }) => topic).join(', ')}.${filling(lacks)}`,
    )
  return 0
}

/** Pictures and calendars: they show neither a change nor a blank. */
const NO_WORDS = ['svg', 'ics']

/** The same document of an earlier version. Throws HjpError notThen where that has not got what the document is about. */
async function thenMade(
  kind: Kind,
  known: Opened & { today: string },
  wish: DocumentRequest,
  library: Library,
  name: string,
): Promise<Document> {
  const partners = known.partnership.partners.map(({ id }) => id)
  const missing = Object.entries(kind.options).find(([option, { wants }]) => {
    const value = wish.options[option]
    return wants === 'partner' && value !== undefined && !partners.includes(String(value))
  })
  if (missing) throw new HjpError('notThen', kind.name, name)
  try {
    return (await compose(library, kind, seenBy(kind, known, wish))).document
  } catch (error) {
    if (error instanceof HjpError && error.code !== 'badTemplate')
      throw new HjpError('notThen', kind.name, name)
    throw error
  }
}

/** What sections can be asked for by: their groups and their names. */
const namesOf = (sections: Section[]): string[] => [
  ...new Set(sections.flatMap(({ name, group }) => (group ? [group, name] : [name]))),
]

/**
 * What stands in the document: all of its sections and then the schedules, or the sections that are asked for; or as a letter, the
 * sections that an option puts in their place, and only the schedules that are asked for.
 */
function chosenSections(
  kind: Kind,
  { sections: all }: Library,
  options: Record<string, OptionValue | string[] | undefined>,
): Pick<DocumentRequest, 'sections' | 'schedules' | 'whole' | 'letter'> {
  const sections = all.filter((section) => section.kind === (kind.sections ?? kind.name))
  const { [kind.choose ?? '']: one = namesOf(sections)[0], section: names, with: forms } = options
  if (names && forms) throw new HjpError('wholeOnly', kind.name)
  const along = alongWith(kind, all, forms)
  const schedules = [...schedulesOf(kind.name, all), ...along]
  const [letter, { sections: folder } = {}] =
    Object.entries(kind.options).find(([name, { sections }]) => sections && options[inCode(name)]) ?? []
  if (letter && names) throw new HjpError('wholeLetter', kind.name, letter)
  if (folder) {
    const ofLetter = all.filter((section) => section.kind === folder)
    return { sections: ofLetter, schedules: along, whole: true, letter: true }
  }
  if (kind.choose) return { sections: sections.filter(({ name }) => name === one), schedules, whole: true }
  if (!Array.isArray(names)) return { sections, schedules, whole: true }
  return { sections: sectionsNamed(sections, names), schedules: [], whole: false }
}

/** The sections of these names, or of groups of these names. Throws HjpError unknownSection. */
function sectionsNamed(sections: Section[], names: string[]): Section[] {
  const known = namesOf(sections)
  for (const name of names)
    if (!known.includes(name)) throw new HjpError('unknownSection', name, nearest(name, known), known)
  return sections.filter(({ name, group }) => names.includes(name) || (group && names.includes(group)))
}

/** The sections of another kind that go along as schedules. Throws HjpError unknownSection. */
function alongWith(kind: Kind, all: Section[], names: OptionValue | string[] | undefined): Section[] {
  if (!Array.isArray(names)) return []
  const forms = all.filter((section) => section.kind === kind.with)
  return sectionsNamed(forms, names).map((section) => ({ ...section, schedule: true }))
}

/** The kind's own options; one that was not given is there, and undefined, so that a template can ask for it. */
const ownOptions = (
  opened: Opened,
  kind: Kind,
  options: Record<string, OptionValue | undefined>,
): KindRequest['options'] =>
  Object.fromEntries(
    Object.entries(kind.options).map(([name, { wants: want, needed, value: shown, choices = [] }]) => {
      const value = options[inCode(name)]
      if (needed && value === undefined) {
        const known = want === 'partner' ? opened.partnership.partners.map(({ id }) => id) : choices
        throw new HjpError('needsOption', kind.name, `--${name} <${shown}>`, known)
      }
      return [name, want === 'partner' && value ? partnerNamed(opened, String(value)) : value]
    }),
  )
