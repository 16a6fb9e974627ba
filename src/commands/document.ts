import { extname, join, resolve } from 'node:path'
import { KINDS } from '../core/kinds.ts'
import { choosePrompts } from '../core/prompts.ts'
import { promptView, view } from '../core/view.ts'
import { HjpError, nearest } from '../errors.ts'
import { blanksIn } from '../render/document.ts'
import { FORMATS } from '../render/formats/index.ts'
import type { Kind, Section } from '../render/library.ts'
import { compose } from '../render/template.ts'
import type { World } from '../world/world.ts'
import type { Command, Options } from './command.ts'
import { shown } from './find.ts'
import { type Opened, open, partnerNamed } from './open.ts'
import { isCount, isDay, isTime } from './values.ts'

/** The command that writes a kind of document. */
export function documentCommand(kind: Kind, sections: Section[]): Command {
  const own = Object.entries(kind.options).map(([name, { about, value }]): [string, string] => [
    `--${name} <${value}>`,
    about,
  ])
  const known = [...new Set(sections.flatMap(({ name, group }) => (group ? [group, name] : [name])))]
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
    run: (world, options, ...names) => write(world, kind.name, options, names),
  }
}

async function write(world: World, name: string, options: Options, names: string[]): Promise<0> {
  const opened = await open(world, options)
  const { library, parts } = opened
  const kind = library.kinds.find((each) => each.name === name)!
  const format = formatOf(kind, options)
  const known = view({ ...opened, today: world.today })
  const given = optionValues(opened, kind, options)
  const prompts = choosePrompts(parts, names).map((prompt) => promptView(known, prompt))
  const hidden =
    kind.audience === 'partners' &&
    prompts.find(
      (prompt) => prompt.private && names.some((each) => each === prompt.id || each === prompt.number),
    )
  if (hidden) throw new HjpError('isPrivate', hidden.id)
  const sections = sectionsOf(kind, library.sections, options['section'] as string[] | undefined)
  const placed = sections.flatMap((section) => section.prompts)
  const seen = {
    ...known,
    ...KINDS[name]?.(known, { options: given, prompts, placed }),
    options: given,
    whole: options['section'] === undefined,
    sections,
  }
  const { to, document } = await compose(library, kind, seen)

  const blanks = blanksIn(document.blocks)
  if (options['complete'] && blanks.length > 0)
    throw new HjpError(
      'incomplete',
      name,
      blanks.map(({ text }) => text.replace(/^To be agreed: /, '')),
    )
  const content = await FORMATS[format]!.write(document)

  const out = options['out']
  if (out === '-' || (out === undefined && FORMATS[format]!.text)) {
    if (typeof content !== 'string' && world.terminal.interactive) throw new HjpError('notForScreens', format)
    world.terminal.out(content)
  } else {
    const path = typeof out === 'string' ? resolve(world.cwd, out) : join(opened.folder, `${to}.${format}`)
    if (path === opened.path) throw new HjpError('isTheFile', opened.shown)
    if (!options['force']) await refuseEdited(world, path, format, content)
    world.terminal.say(`${await world.files.write(path, content)}  ${shown(world, path)}`)
  }
  if (kind.group === 'agree' && blanks.length > 0)
    world.terminal.say(
      `${blanks.length} blank${blanks.length === 1 ? '' : 's'} left, each shown in [brackets].`,
    )
  return 0
}

/** An existing file is replaced only where it is hjp's own and nobody has edited it. */
async function refuseEdited(
  world: World,
  path: string,
  format: string,
  content: string | Uint8Array,
): Promise<void> {
  const before = await world.files.read(path)
  if (!before || Buffer.from(before).equals(Buffer.from(content)) || (await FORMATS[format]!.isOwn(before)))
    return
  throw new HjpError('edited', shown(world, path))
}

function formatOf(kind: Kind, { format, out }: Options): string {
  const ending = typeof out === 'string' ? extname(out).slice(1).toLowerCase() : ''
  const asked = typeof format === 'string' ? format : ending || kind.formats[0]!
  if (!kind.formats.includes(asked)) throw new HjpError('unknownFormat', asked, kind.name, kind.formats)
  if (ending && ending !== asked) throw new HjpError('otherEnding', String(out), asked)
  return asked
}

function sectionsOf(kind: Kind, all: Section[], names: string[] | undefined): Section[] {
  const sections = all.filter((section) => section.kind === kind.name)
  if (!names) return sections
  const known = [...new Set(sections.flatMap(({ name, group }) => (group ? [group, name] : [name])))]
  for (const name of names)
    if (!known.includes(name)) throw new HjpError('unknownSection', name, nearest(name, known), known)
  return sections.filter(({ name, group }) => names.includes(name) || (group && names.includes(group)))
}

/** The kind's own options, checked; one that was not given is there, and undefined, so that a template can ask for it. */
function optionValues(
  opened: Opened,
  kind: Kind,
  options: Options,
): Record<string, string | number | undefined> {
  return Object.fromEntries(
    Object.entries(kind.options).map(([name, { wants }]) => {
      const key = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
      const value = options[key]
      return [name, typeof value === 'string' ? CHECKS[wants](`--${name}`, value, opened) : undefined]
    }),
  )
}

const CHECKS: Record<
  Kind['options'][string]['wants'],
  (option: string, value: string, opened: Opened) => string | number
> = {
  text: (_, value) => value,
  number: isCount,
  date: isDay,
  time: isTime,
  partner: (_, value, opened) => partnerNamed(opened, value),
}
