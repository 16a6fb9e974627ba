import { freshCode } from '../../core/agreement/copy.ts'
import { type RowForm, rowFormNamed } from '../../core/agreement/row-form.ts'
import { questionnaireNamed } from '../../core/prompts/questionnaires.ts'
import type { OptionValue } from '../../core/request.ts'
import { fieldErrors, HjpError } from '../../errors.ts'
import type { Kind } from '../../render/templates/library.ts'
import { compose, type DocumentRequest, seenBy } from '../../render/templates/template.ts'
import type { World } from '../../world/world.ts'
import type { Opened } from '../shared/open.ts'
import type { WritingOptions } from '../shared/options.ts'
import { deliver, formatOf, tellOfPages } from './deliver.ts'
import { wishOf } from './wish.ts'

type CopyOptions = WritingOptions & Record<string, OptionValue | string[] | undefined>

/** Copies at once: a partner with more people has several of itself. */
const MOST = 200
/** What is said of prompts alone; a table can show what the others bring. */
const OF_PROMPTS = ['confirm', 'show', 'since', 'complete']
const OF_TABLES = ['confirm', 'since', 'complete']

/** What a form asks in place of prompts, where it is called by that alone. Throws HjpError notOfThis where copies of anything else are wished. */
export function askedByName(
  { asks }: Kind,
  { questionnaires }: Opened,
  names: string[],
  { copies }: CopyOptions,
): string | undefined {
  const [name = ''] = names
  const isOne = asks && names.length === 1
  const id = isOne ? questionnaires.find((each) => each.id === name)?.id : undefined
  const table = isOne ? rowFormNamed(name) : undefined
  if (copies !== undefined && !id) throw new HjpError('notOfThis', '--copies', 'questions for a partner')
  return id ?? table
}

/** Writes a table as a form for a partner. Throws HjpError notOfThis. */
export async function writeRowForm(
  world: World,
  opened: Opened,
  kind: Kind,
  options: CopyOptions,
  asks: RowForm,
): Promise<0> {
  const other = OF_TABLES.find((name) => options[name])
  if (other) throw new HjpError('notOfThis', `--${other}`, 'a table')
  const format = formatOf(kind, options)
  if (format === 'questions') throw new HjpError('notOfThis', '--format questions', 'a table')
  const wish = { ...wishOf(opened, kind, options, [], world.today), asks }
  await writeOne(world, opened, kind, wish, format, options)
  tellOfPages(world, format)
  return 0
}

/** Writes copies of a form, each with a code of its own. Throws HjpError notOfThis or badValue. */
export async function writeCopies(
  world: World,
  opened: Opened,
  kind: Kind,
  options: CopyOptions,
  asks: string,
): Promise<0> {
  const other = OF_PROMPTS.find((name) => options[name])
  if (other) throw new HjpError('notOfThis', `--${other}`, 'a questionnaire')
  const many = Number(options['copies'] ?? 1)
  if (many < 1 || many > MOST)
    throw new HjpError('badValue', '--copies', String(many), fieldErrors.wantsUpTo(MOST))
  if (many > 1 && options.out !== undefined) throw new HjpError('oneFileEach', many)
  const format = formatOf(kind, options)
  const wish = { ...wishOf(opened, kind, options, [], world.today), asks }
  // Of a list of what it asks, others make the copies.
  const isList = format === 'questions'
  const codes = new Set<string>(isList ? [''] : [])
  while (codes.size < many) codes.add(freshCode(world.drawn, codes))
  for (const code of codes)
    await writeOne(world, opened, kind, { ...wish, code }, format, { ...options, toFile: codes.size > 1 })
  if (isList) return 0
  tellOfPages(world, format)
  const { title } = questionnaireNamed(opened.questionnaires, asks)
  world.terminal.say(
    many === 1
      ? `${title}: one copy, for one person. You know who gets it, and so whose marks they are. To ask more people, make more copies: *--copies 5*`
      : `${title}: ${many} copies, one for each person. Let people take them so that nobody knows whose code is whose. *hjp import* takes all that come back, also several at once.`,
  )
  return 0
}

async function writeOne(
  world: World,
  opened: Opened,
  kind: Kind,
  wish: DocumentRequest,
  format: string,
  options: Parameters<typeof deliver>[5],
): Promise<void> {
  const view = seenBy(kind, { ...opened, today: world.today }, wish)
  const { to, document } = await compose(opened.library, kind, view)
  await deliver(world, opened, document, to, format, options)
}
