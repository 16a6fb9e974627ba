import { extname, join, resolve } from 'node:path'
import { choosePrompts } from '../core/prompts.ts'
import { recordMeeting } from '../core/rows.ts'
import { counted, HjpError, nearest } from '../errors.ts'
import { blanksIn } from '../render/document.ts'
import { FORMATS } from '../render/formats/index.ts'
import type { Kind, Library, Section } from '../render/library.ts'
import { compose, seenBy } from '../render/template.ts'
import type { World } from '../world/world.ts'
import type { Command, Options } from './command.ts'
import { shown } from './find.ts'
import { type Opened, open, partnerNamed, save } from './open.ts'
import { saySaved } from './print.ts'
import { asCount, asDay, asTime } from './values.ts'

/** The command that writes a kind of document. */
export function documentCommand(kind: Kind, sections: Section[]): Command {
  const own = Object.entries(kind.options).map(([name, { about, value }]): [string, string] => [
    value ? `--${name} <${value}>` : `--${name}`,
    about,
  ])
  const known = namesOf(sections)
  const some: [string, string] = [
    '--section <section...>',
    `only these sections, to paste elsewhere: ${known.join(', ')}`,
  ]
  return {
    ...(kind.prompts && { args: '[part-or-prompt...]' }),
    options: [
      ...own,
      ...(known.length > 0 ? [some] : []),
      ['--format <format>', `${kind.formats.join(', ')} (${kind.formats[0]} unless you say)`],
      ['--out <file>', 'where to write it; - is the screen'],
      ['--complete', 'write nothing while a blank is left'],
      ['--force', 'replace a file that was edited since'],
    ],
    examples: kind.examples,
    run: (world, options, ...names) => write(world, kind, options, names),
  }
}

async function write(world: World, kind: Kind, options: Options, names: string[]): Promise<0> {
  const opened = await open(world, options)
  const { library, parts } = opened
  const format = formatOf(kind, options)
  const known = { ...opened, today: world.today }
  const prompts = choosePrompts(parts, names)
  const hidden = prompts.find(
    ({ id, number, private: own }) => own && (names.includes(id) || names.includes(number)),
  )
  if (hidden && kind.audience === 'partners') throw new HjpError('isPrivate', hidden.id)
  const some = options['section'] as string[] | undefined
  const wish = {
    options: optionValues(opened, kind, options),
    prompts,
    sections: sectionsOf(kind, library, some),
    whole: !some,
  }
  const seen = seenBy(kind, known, wish)
  const { to, document } = await compose(library, kind, seen)

  const blanks = blanksIn(document.blocks).map(({ text }) => text)
  if (options['complete'] && blanks.length > 0) throw new HjpError('incomplete', kind.name, blanks)
  await deliver(world, opened, `${to}.${format}`, format, await FORMATS[format]!.write(document), options)
  const { plan } = seen
  if (plan)
    saySaved(
      world,
      await save(world, opened, [recordMeeting(plan.on, plan.told)]),
      opened,
      `the meeting of ${plan.on}`,
    )
  if (kind.group === 'agree' && blanks.length > 0)
    world.terminal.say(`${counted(blanks.length, 'blank')} left, each shown in [brackets].`)
  return 0
}

/** To standard output, or to a file: as it was named, else where its kind belongs. */
async function deliver(
  world: World,
  opened: Opened,
  to: string,
  format: string,
  content: string | Uint8Array,
  { out, force }: Options,
): Promise<void> {
  if (out === '-' || (out === undefined && FORMATS[format]!.text)) {
    if (typeof content !== 'string' && world.terminal.interactive) throw new HjpError('notForScreens', format)
    return world.terminal.out(content)
  }
  const path = typeof out === 'string' ? resolve(world.cwd, out) : join(opened.folder, to)
  const before = await world.files.read(path)
  const isSame = (other: string | Uint8Array) => before && Buffer.from(before).equals(Buffer.from(other))
  if (path === opened.path || isSame(opened.text)) throw new HjpError('isTheFile', opened.shown)
  // What is there is replaced only where it is hjp's own and nobody has edited it.
  if (before && !force && !isSame(content) && !(await FORMATS[format]!.isOwn(before)))
    throw new HjpError('edited', shown(world, path))
  world.terminal.say(`${await world.files.write(path, content)}  ${shown(world, path)}`)
}

function formatOf(kind: Kind, { format, out }: Options): string {
  const ending = typeof out === 'string' ? extname(out).slice(1).toLowerCase() : ''
  const asked = typeof format === 'string' ? format : ending || kind.formats[0]!
  if (!kind.formats.includes(asked)) throw new HjpError('unknownFormat', asked, kind.name, kind.formats)
  if (ending && ending !== asked) throw new HjpError('otherEnding', String(out), asked)
  return asked
}

/** What sections can be asked for by: their groups and their names. */
const namesOf = (sections: Section[]): string[] => [
  ...new Set(sections.flatMap(({ name, group }) => (group ? [group, name] : [name]))),
]

function sectionsOf(kind: Kind, library: Library, names: string[] | undefined): Section[] {
  const sections = library.sections.filter((section) => section.kind === kind.name)
  if (!names) return sections
  const known = namesOf(sections)
  for (const name of names)
    if (!known.includes(name)) throw new HjpError('unknownSection', name, nearest(name, known), known)
  return sections.filter(({ name, group }) => names.includes(name) || (group && names.includes(group)))
}

/** The kind's own options, checked; one that was not given is there, and undefined, so that a template can ask for it. */
function optionValues(
  opened: Opened,
  kind: Kind,
  options: Options,
): Record<string, string | number | boolean | undefined> {
  return Object.fromEntries(
    Object.entries(kind.options).map(([name, { wants }]) => {
      const key = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
      const value = options[key]
      return [
        name,
        typeof value === 'string' ? READ[wants](`--${name}`, value, opened) : value === true || undefined,
      ]
    }),
  )
}

const READ: Record<
  Kind['options'][string]['wants'],
  (option: string, value: string, opened: Opened) => string | number
> = {
  flag: (_, value) => value,
  text: (_, value) => value,
  number: asCount,
  date: asDay,
  time: asTime,
  partner: (_, value, opened) => partnerNamed(opened, value),
}
