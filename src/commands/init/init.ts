import { basename, dirname, join, resolve } from 'node:path'
import { SECTORS } from '../../core/file/partner.ts'
import { Partnership } from '../../core/file/partnership.ts'
import { LEVELS } from '../../core/file/tables.ts'
import { readYaml } from '../../core/file/yaml.ts'
import { FIRST } from '../../core/prompts/prompts.ts'
import { startsAside } from '../../core/prompts/set-aside.ts'
import { blankFile, type Start } from '../../core/record/blank-file.ts'
import { enter } from '../../core/record/enter.ts'
import { isZone } from '../../core/values/fields.ts'
import { AT_HOME, isLocale, listed } from '../../core/values/locale.ts'
import { isPlace, likelyZone } from '../../core/values/time-zones.ts'
import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import type { Terminal, World } from '../../world/world.ts'
import { type AskingWorld, commandOf, type ReadOptions } from '../shared/command.ts'
import { libraryIn, NAME, shown } from '../shared/find.ts'
import { guardedWrite } from '../shared/guard.ts'
import { installDriver } from '../shared/merge-driver.ts'
import { wants } from '../shared/options.ts'
import { sayWritten } from '../shared/print.ts'
import { askStart, type WithGit } from './ask-start.ts'
import { liaisonOf, partnerOf, type Started } from './partners.ts'

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
  keeper: wants.text(
    '<person>',
    'which of these people keeps the file: what partners send back goes to them',
  ),
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
    const isInGit = await world.git.holds(path)
    const { start, git } = await startOf(world, options, isInGit)
    const text = blankFile(start, parts)
    const name = shown(world, path)
    readYaml(name, text, Partnership)
    const { say } = world.terminal
    const done = await guardedWrite(world, { parts }, [], async (writes, look) => {
      const started = enter(name, text, writes)
      look(undefined, started.after)
      return world.files.write(path, started.text)
    })
    sayWritten(world, done, path)
    await addLines(world, join(dirname(path), '.gitattributes'), attributesOf(basename(path)))
    const forGit = await setUpGit(world, path, git, options.mergeDriver !== false)
    say(`Beside it, for git: .gitattributes${forGit}. See *hjp help git*`)
    say(
      start.timezone
        ? `Dates are written as in ${start.locale ?? AT_HOME}, and you meet in the time zone ${start.timezone}. To change that: *locale:* and *timezone:* in the file.`
        : 'This computer does not say which time zone you meet in. Calendar entries need it: write it under *timezone:* in the file.',
    )
    say('Nothing in this file should identify a client: git keeps it permanently.')
    say(
      `Commands call ${start.partners.length === 1 ? 'your service' : 'the partners'} ${idsIn(start)}. To change that: *hjp rename-partner*`,
    )
    for (const part of parts.filter((each) => startsAside(each, start.partners)))
      say(
        `Part ${part.number}, ${part.title}, is set aside. To bring it back: *hjp park ${part.id} --resume*`,
      )
    say(
      start.partners.length === 1
        ? '\nNext: *hjp ask finding-a-partner*\nOnce there is one: *hjp join*'
        : `\nNext: *hjp ask ${FIRST}* for a first conversation of half an hour, or *hjp starter* for the same on a page.\nIf you have an agreement already: *hjp adopt*`,
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
  await world.files.write(path, before + separator + lines)
}

/** Makes the folder a repository where that is wanted, and has git use hjp there; tells what else there is now. The partnership is there already, so what git refuses is only told. */
async function setUpGit(
  world: AskingWorld,
  path: string,
  wanted: WithGit | undefined,
  hasDriver: boolean,
): Promise<string> {
  const { say, interactive } = world.terminal
  const wasInGit = await world.git.holds(path)
  let told = ''
  try {
    if (!wasInGit && wanted === 'with-git') {
      await world.git.start(path)
      say(
        'This folder is a git repository now. To keep what is in it so far: *git add --all* and then *git commit*',
      )
    }
    if (!(await world.git.holds(path))) return ''
    await addLines(world, join(dirname(path), '.gitignore'), leftoversOf(basename(path)))
    const isWanted = (wanted ?? (interactive ? await chooseGit(world.terminal) : undefined)) !== 'without'
    told = ' and .gitignore'
    if (hasDriver && isWanted) {
      await installDriver(world, path)
      told += ', and git merges the file with hjp'
    }
    if (!(await world.git.hook(path))) return told
    if (interactive && isWanted) await (await import('../check/hook.ts')).installHook(world, path)
    else
      say(
        'To have hjp check each commit for anything that could identify a client: *hjp check --install-hook*',
      )
    return told
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    say(error.message)
    return told
  }
}

const chooseGit = (terminal: Terminal): Promise<WithGit> =>
  terminal.choose(
    'Should git use hjp to merge what two people changed, and to check each commit for anything that could identify a client?',
    [
      { value: 'with-git', name: 'Yes' },
      { value: 'without', name: 'No, leave git as it is' },
    ],
  )

/** What a start says: the flags, or where they do not say it, whoever is there. */
async function startOf(
  world: AskingWorld,
  options: InitOptions,
  isInGit: boolean,
): Promise<{ start: Start; git?: WithGit }> {
  const { terminal } = world
  if (!terminal.interactive || options.partner) return { start: given(world, options) }
  const { locale, timezone, level } = manner(world, options)
  const known = { name: options.name, locale, timezone: options.timezone && timezone, here: world.zone() }
  const { start, git } = await askStart(terminal, known, isInGit)
  return { start: { ...start, ...(level && { level }) }, git }
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
    partners.push(partnerOf(partners, sector!.trim(), rest.join('=').trim()))
  }
  for (const text of called) {
    const [id, ...rest] = text.split('=')
    const known = partners.map((each) => each.id)
    const found = partners.find((each) => each.id === id!.trim())
    if (!found) throw new HjpError('unknownPartner', id!, nearest(id!, known), known)
    found.people.push(liaisonOf(rest.join('=')))
  }
  return { name: String(name), partners, ...manner(world, options), keeper: options.keeper }
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
  const here = world.zone()
  const likely = isPlace(here) ? here : undefined
  return {
    timezone: timezone ?? likelyZone(locale ?? AT_HOME, here) ?? likely,
    ...(locale !== undefined && { locale }),
    ...(level && { level }),
  }
}
