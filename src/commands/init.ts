import { basename, dirname, join, resolve } from 'node:path'
import { SECTORS } from '../core/file/partner.ts'
import { Partnership } from '../core/file/partnership.ts'
import { LEVELS } from '../core/file/tables.ts'
import { readYaml } from '../core/file/yaml.ts'
import { blankFile, type Start } from '../core/record/blank-file.ts'
import { enter } from '../core/record/enter.ts'
import { idFor } from '../core/record/membership.ts'
import { isZone } from '../core/values/fields.ts'
import { AT_HOME, isLocale, listed } from '../core/values/locale.ts'
import { readPerson } from '../core/view/addressees.ts'
import { fieldErrors, HjpError, nearest } from '../errors.ts'
import type { World } from '../world/world.ts'
import { commandOf, type ReadOptions } from './shared/command.ts'
import { libraryIn, NAME, shown } from './shared/find.ts'
import { guardedWrite } from './shared/guard.ts'
import { installDriver } from './shared/merge-driver.ts'
import { asOneOf, wants } from './shared/options.ts'

type Started = Start['partners'][number]

/** So that line ends stay as they are on every machine, and git does not look for lines in Word files. */
const attributesOf = (file: string) => `${file} text eol=lf\n*.docx binary\n`

/** What a killed hjp leaves until the next one clears it away. */
const leftoversOf = (file: string) => `${file}.lock\n*.part\n`

const OPTIONS = {
  name: wants.text('<name>', 'what the partnership is called'),
  partner: wants.many(
    '<sector=name...>',
    `a partner and its sector (${SECTORS.join(', ')}); repeat for each partner`,
  ),
  liaison: wants.many('<partner=person...>', 'who to contact there: "legal=Ana Ruiz <ana@example.org>"'),
  locale: wants.text('<locale>', 'language and country, for dates, paper size and spelling (default: en-AU)'),
  timezone: wants.text('<zone>', "where you meet, such as Australia/Melbourne (default: this computer's)"),
  level: wants.choice(LEVELS, '<level>', `how closely you work together: ${LEVELS.join(', ')}`),
  mergeDriver: wants.unless('leave merging the file to git'),
}
type InitOptions = ReadOptions<typeof OPTIONS>

export const command = commandOf({
  options: OPTIONS,
  examples: [
    'hjp init',
    'hjp init --name "Riverbend Health Justice Partnership" --partner "legal=Riverbend Legal" --partner "health=Riverbend Health"',
  ],
  async run(world, options) {
    const path = resolve(world.cwd, options.file ?? NAME)
    const there = await world.files.read(path)
    if (there && new TextDecoder().decode(there).trim() !== '')
      throw new HjpError('exists', shown(world, path))
    const { parts } = await libraryIn(world, dirname(path))
    const start = await (world.terminal.interactive ? asked(world, options) : given(world, options))
    const text = blankFile(start, parts)
    const name = shown(world, path)
    readYaml(name, text, Partnership)
    const { say } = world.terminal
    const done = await guardedWrite(world, { parts }, [], async (writes, look) => {
      const started = enter(name, text, writes)
      look(undefined, started.after)
      return world.files.write(path, started.text)
    })
    say(`${done}  ${name}`)
    await addLines(world, join(dirname(path), '.gitattributes'), attributesOf(basename(path)))
    const isInGit = await world.git.holds(path)
    if (isInGit) await addLines(world, join(dirname(path), '.gitignore'), leftoversOf(basename(path)))
    if (options.mergeDriver !== false && isInGit) await offerDriver(world, path)
    say('\nNothing in this file should identify a client: git keeps it permanently.')
    await offerHook(world, path)
    say(
      `Commands call ${start.partners.length === 1 ? 'your service' : 'the partners'} ${idsIn(start)}. To change that: *hjp rename-partner*.`,
    )
    say(
      start.partners.length === 1
        ? 'Next: *hjp ask finding-a-partner*. Once there is one: *hjp join*.'
        : 'Next: *hjp ask getting-to-know*, or open the file in any editor.',
    )
    return 0
  },
})

const idsIn = ({ partners }: Start): string =>
  listed(
    partners.map(({ id, name }) => `*${id}* (${name})`),
    AT_HOME,
  )

/** Puts lines at the end of a file that does not have them. */
async function addLines(world: World, path: string, lines: string): Promise<void> {
  const before = new TextDecoder().decode((await world.files.read(path)) ?? new Uint8Array())
  if (before.includes(lines)) return
  const separator = before === '' || before.endsWith('\n') ? '' : '\n'
  world.terminal.say(`${await world.files.write(path, before + separator + lines)}  ${shown(world, path)}`)
}

/** Has git merge the file with hjp. The partnership is there already, so what git refuses is only told. */
async function offerDriver(world: World, path: string): Promise<void> {
  const { interactive, choose, say } = world.terminal
  const question =
    'Two people may change this file at the same time. Should git use hjp to merge their changes, answer by answer and row by row?'
  const isWanted =
    !interactive ||
    (await choose(question, [
      { value: 'yes', name: 'Yes', hint: 'hjp merge-driver --remove turns it off.' },
      { value: 'no', name: 'No, merge it like any other file' },
    ])) === 'yes'
  if (!isWanted) return
  try {
    await installDriver(world, path)
    say(`git will use hjp to merge *${shown(world, path)}*. To turn that off: *hjp merge-driver --remove*.`)
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    say(error.message)
  }
}

/** In a repository, a last look before each commit can be had. */
async function offerHook(world: World, path: string): Promise<void> {
  const { interactive, choose, say } = world.terminal
  try {
    if (!(await world.git.hook(path))) return
    const choice =
      interactive &&
      (await choose('Should hjp check for that before each commit?', [
        { value: 'yes', name: 'Yes' },
        { value: 'no', name: 'No' },
      ]))
    if (choice === 'yes') await (await import('./check/hook.ts')).installHook(world, path)
    else say('To have hjp check for that before each commit: *hjp check --install-hook*.')
  } catch (error) {
    // The file is there, and that is what was asked for.
    if (!(error instanceof HjpError)) throw error
    say(error.message)
  }
}

/** What the flags say. All that is missing is said at once. */
function given(world: World, options: InitOptions): Start {
  const { name, partner: named = [], liaison: called = [] } = options
  const missing = [
    ...(name ? [] : ['--name "Riverbend Health Justice Partnership"']),
    ...(named.length > 0 ? [] : ['--partner "legal=Riverbend Legal" --partner "health=Riverbend Health"']),
  ]
  if (missing.length > 0) throw new HjpError('missingAnswers', missing)
  const partners: Started[] = []
  for (const text of named) {
    const [sector, ...rest] = text.split('=')
    partners.push(partner(partners, sector!.trim(), rest.join('=').trim()))
  }
  for (const text of called) {
    const [id, ...rest] = text.split('=')
    const known = partners.map((each) => each.id)
    const found = partners.find((each) => each.id === id!.trim())
    if (!found) throw new HjpError('unknownPartner', id!, nearest(id!, known), known)
    found.people.push(liaison(rest.join('=')))
  }
  return { name: String(name), partners, ...manner(world, options) }
}

/** How closely they work together, if that was said, and where. */
function manner(
  world: World,
  { locale, timezone, level }: InitOptions,
): Pick<Start, 'locale' | 'timezone' | 'level'> {
  if (timezone !== undefined && !isZone(timezone))
    throw new HjpError('badValue', '--timezone', timezone, fieldErrors.wantsZone)
  if (locale !== undefined && !isLocale(locale))
    throw new HjpError('badValue', '--locale', locale, fieldErrors.wantsLocale)
  return {
    timezone: timezone ?? world.zone(),
    ...(locale !== undefined && { locale }),
    ...(level && { level }),
  }
}

/** A partner called after its sector, or where there are several, after its name. */
function partner(before: Started[], sector: string, name: string): Started {
  // The number that a second of its sector gets may be given with it: health-2.
  const known = asOneOf('--partner', sector.replace(/-\d+$/, ''), SECTORS)
  if (name === '') throw new HjpError('badValue', '--partner', `${sector}=`, fieldErrors.wantsText)
  const taken = before.map(({ id }) => id)
  const id = known !== sector && !taken.includes(sector) ? sector : idFor({ name, sector: known }, taken)
  return { id, name, sector: known, people: [] }
}

/** Ana Ruiz <ana@example.org> */
function liaison(text: string): Record<string, string> {
  const { name, email } = readPerson(text)
  return { role: 'liaison', ...(name && { name }), ...(email && { email }) }
}

/** The likeliest first, once there is one. */
const AFTER_FIRST = ['health', 'community', 'social', 'legal', 'government', 'funder', 'other'] as const

const COUNTRIES = [
  { value: 'en-AU', name: 'Australia' },
  { value: 'en-NZ', name: 'Aotearoa New Zealand' },
  { value: 'en-GB', name: 'United Kingdom' },
  { value: 'en-IE', name: 'Ireland' },
  { value: 'en-CA', name: 'Canada' },
  { value: 'en-US', name: 'United States' },
]

/** The same, asked. What was given as a flag is not asked again. */
async function asked(world: World, options: InitOptions): Promise<Start> {
  const { terminal } = world
  const said = manner(world, options)
  const insist = async (question: string): Promise<string> => {
    for (;;) {
      const reply = (await terminal.line(question)).trim()
      if (reply !== '') return reply
    }
  }
  const name = options.name ?? (await insist('What is the partnership called?'))
  if (options.partner) return given(world, { ...options, name })
  const locale = said.locale ?? (await terminal.choose('Which country are you in?', COUNTRIES))
  const partners: Started[] = []
  for (;;) {
    const first = partners.length === 0
    const sector = await terminal.choose(
      first ? 'What kind of service are you?' : 'What kind of partner comes next?',
      (first ? SECTORS : AFTER_FIRST).map((value) => ({ value, name: value })),
    )
    const called = await insist('What is it called?')
    const question = `Who is the liaison at ${called}, the person to call first? (Ana Ruiz <ana@example.org>, or press Enter)`
    const contact = (await terminal.line(question)).trim()
    partners.push({ ...partner(partners, sector, called), people: contact ? [liaison(contact)] : [] })
    const more = first
      ? await terminal.choose('Is there a partner already?', [
          { value: 'yes', name: 'Yes' },
          { value: 'no', name: 'No, we are still looking for one' },
        ])
      : await terminal.choose('Is there another partner?', [
          { value: 'no', name: 'No, that is all' },
          { value: 'yes', name: 'Yes' },
        ])
    if (more === 'no') return { ...said, name, locale, partners }
  }
}
