import { RootCommand } from '@bomb.sh/tab'
import type { Everywhere } from '../commands/shared/find.ts'
import { type Opened, open } from '../commands/shared/open.ts'
import type { Row } from '../core/file/row.ts'
import { promptsOf } from '../core/prompts/prompts.ts'
import { placedRows } from '../core/record/change-row.ts'
import { SHEETS } from '../core/record/sheet.ts'
import { singular, TYPED_TABLES, type TypedTable } from '../core/record/typed-row.ts'
import { HjpError } from '../errors.ts'
import { oneLine, onScreen } from '../render/document/clean.ts'
import type { Library } from '../render/templates/library.ts'
import type { World } from '../world/world.ts'
import { allCommands, commandNamed, type Listed } from './command-named.ts'
import { COMMON_OPTIONS, optionNames, split, valueGiven } from './everywhere.ts'
import { GROUP_NAMES } from './overview.ts'
import type { NamedCommand } from './program.ts'
import { TOPICS } from './topics.ts'

type Word = [word: string, about: string]
/** What there is to choose from: hjp's own where there is no partnership to read. */
type AtHand = { opened: Opened | undefined; library: Library; commands: Listed[]; typed: string }

/** What a shell offers for the last of these words, a line each, and last whether it may offer files beside. */
export async function completed(world: World, args: string[]): Promise<string> {
  const words = args.slice(args.indexOf('--') + 1)
  const quiet: World = { ...world, terminal: { ...world.terminal, say: () => {} } }
  const before = words.slice(0, -1)
  const options: Everywhere = { file: valueGiven(before, '--file') ?? world.named }
  const known = { ...(await atHand(quiet, options)), typed: words.at(-1) ?? '' }
  const { name = '' } = split(before)
  const root = new RootCommand()
  for (const each of known.commands) if (SAFE.test(each.name)) root.command(each.name, plain(each.summary))
  let takesFile = false
  const offer =
    (place: string, choices: readonly string[] = []) =>
    (add: (...word: Word) => void) => {
      takesFile ||= FILES.includes(place)
      const found = [...choices.map((each): Word => [each, '']), ...(PLACES[place]?.(known) ?? [])]
      for (const [word, about] of found) if (SAFE.test(word)) add(word, plain(about))
    }
  const found = name === 'help' ? undefined : await commandNamed(name, quiet, options).catch(() => undefined)
  declare(root, COMMON_OPTIONS, offer)
  const own = root.command('help', 'See what hjp can do, or how one thing works')
  own.argument('topic', offer('topic'), true)
  if (found) {
    const { args = '', options, json } = found.command
    const command = root.command(name, plain(found.summary))
    declare(command, [...options, ...COMMON_OPTIONS, ...(json ? [JSON_OPTION] : [])], offer)
    for (const [, place = '', more] of args.matchAll(/[<[]([^\]>.]+)(\.\.\.)?[\]>]/g))
      command.argument(place, offer(place), more !== undefined)
  }
  const lines = world.printed(() => root.parse(words))
  return takesFile ? lines.replace(/:\d+\n$/, ':0\n') : lines
}

const JSON_OPTION: NamedCommand['command']['options'][number] = ['--json', 'print it as JSON']
/** A shell reads what it is offered as words of its own, so that nothing else may stand in them. */
const SAFE = /^[\w./-]+$/
const FILES = ['file', 'path', 'base', 'ours', 'theirs']
const plain = (text: string): string => oneLine(onScreen(text))

type Offer = (place: string, choices?: readonly string[]) => (add: (...word: Word) => void) => void

/** Tells the engine of options: those with a value offer what can stand there. */
function declare(
  command: RootCommand | ReturnType<RootCommand['command']>,
  options: NamedCommand['command']['options'],
  offer: Offer,
): void {
  for (const [flags, about, choices] of options) {
    const [long = '', short] = optionNames(flags).reverse()
    const [, place] = /<([^>.]+)/.exec(flags) ?? []
    const name = long.slice(2)
    const letter = short?.slice(1)
    if (place === undefined) command.option(name, about, letter!)
    else command.option(name, about, offer(place, choices), letter)
  }
}

async function atHand(world: World, options: Everywhere): Promise<Omit<AtHand, 'typed'>> {
  const opened = await open(world, options).catch((error: unknown) => {
    if (!(error instanceof HjpError)) throw error
  })
  return {
    opened: opened ?? undefined,
    library: opened?.library ?? (await world.shipped()),
    commands: await allCommands(world, options),
  }
}

const partsIn = ({ opened, library }: AtHand) => opened?.parts ?? library.parts
const partsAt = (known: AtHand): Word[] => partsIn(known).map(({ id, title }) => [id, title])
/** By their numbers, and once a part is named, by their ids. */
const promptsAt = (known: AtHand): Word[] =>
  promptsOf(partsIn(known)).map(({ number, id, topic }) => [known.typed.includes('/') ? id : number, topic])
const isOver = ({ done, dropped }: Row): boolean => done !== undefined || dropped !== undefined
/** All rows, or those of some tables that are not over. */
const rowsAt =
  (...tables: string[]) =>
  ({ opened }: AtHand): Word[] =>
    (opened ? placedRows(opened.partnership) : [])
      .filter(({ sheet, row }) => tables.length === 0 || (tables.includes(sheet) && !isOver(row)))
      .map(({ row, id, words }) => [String(row['id'] ?? id), words])

/** What can stand in a place of a command, by the word that help has for it. */
const PLACES: Record<string, (known: AtHand) => Word[]> = {
  'part-or-prompt': (known) => [...partsAt(known), ...promptsAt(known)],
  prompt: promptsAt,
  part: partsAt,
  partner: ({ opened }) => (opened?.partnership.partners ?? []).map(({ id, name }) => [id, name]),
  row: rowsAt(),
  action: rowsAt('actions', 'milestones'),
  indicator: rowsAt('indicators'),
  table: () => (Object.keys(TYPED_TABLES) as TypedTable[]).map((table) => [singular(table), '']),
  rows: () => SHEETS.map((sheet) => [sheet, '']),
  questionnaire: ({ library }) => library.questionnaires.map(({ id, title }) => [id, title]),
  kind: ({ library }) => library.kinds.map(({ name, summary }) => [name, summary]),
  shell: () => ['bash', 'zsh', 'fish', 'powershell'].map((shell) => [shell, '']),
  topic: ({ commands }) => [
    ...commands.map(({ name, summary }): Word => [name, summary]),
    ...GROUP_NAMES.map(({ name, title }): Word => [name, title]),
    ...TOPICS.map((topic): Word => [topic, '']),
  ],
}
