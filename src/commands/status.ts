import { wrapAnsi } from 'fast-wrap-ansi'
import { statusOf } from '../core/meeting/status.ts'
import { headingOf } from '../core/prompts/prompts.ts'
import { viewOf } from '../core/view/view.ts'
import { counted } from '../errors.ts'
import type { Terminal } from '../world/world.ts'
import { besideColumn, inColumns } from './shared/columns.ts'
import { commandOf } from './shared/command.ts'
import { isAskedFor } from './shared/merge-driver.ts'
import { open } from './shared/open.ts'
import { WRITING, wants } from './shared/options.ts'
import { printJson } from './shared/print.ts'

/** How much of a list is shown at a glance. */
const SHOWN = 8

export const command = commandOf({
  json: true,
  options: {
    all: wants.flag('every list in full'),
    format: wants.text('<format>', 'ics: everything with a date, as a calendar file'),
    ...WRITING,
  },
  examples: ['hjp status', 'hjp status --json', 'hjp status --format ics'],
  async run(world, options) {
    const opened = await open(world, options)
    if (options.format ?? options.out)
      return (await import('./document/dates.ts')).writeCalendar(world, opened, options)
    const told = statusOf(viewOf({ ...opened, today: world.today }))
    if (options.json) printJson(world, told)
    else print(world.terminal, told, options.all === true)
    if (await isAskedFor(world, opened.path))
      world.terminal.say(
        '\nTo have git use hjp to merge this file in this copy too: *hjp merge-driver --install*',
      )
    return 0
  },
})

function print(
  terminal: Terminal,
  { name, parts, voices, missing, awaited, due, waiting, suggested, next }: ReturnType<typeof statusOf>,
  isAll: boolean,
): void {
  const { out, width } = terminal
  const shown = isAll ? Number.POSITIVE_INFINITY : SHOWN
  const some = (items: string[]): string[] =>
    items.length <= shown ? items : [...items.slice(0, shown), andMore(items.length - shown)]
  const longest = Math.max(...parts.map(({ title }) => title.length))
  const row = (...cells: (string | number)[]) => cells.map((cell) => String(cell).padStart(9)).join('')
  const line = (first: string, at: number, words: string) => out(besideColumn(terminal, first, at, words))

  out(`${wrapAnsi(name, width)}\n\n`)
  const isWide = terminal.isWide && width >= longest + 4 + 5 * 9
  if (isWide) out(`${' '.repeat(longest + 4)}${row('prompts', 'answered', 'agreed', 'due', 'aside')}\n`)
  for (const { number, title, prompts, answered, agreed, due, parked } of parts) {
    const cells = row(prompts, answered, agreed, due || '·', parked || '·')
    const more = [due && `, ${due} due for review`, parked && `, ${parked} set aside`].filter(Boolean)
    if (isWide) out(`${String(number).padStart(2)}  ${title.padEnd(longest)}${cells}\n`)
    else if (prompts === 0) line(`${number}`, 3, `${title}: set aside`)
    else
      line(`${number}`, 3, `${title}: ${answered} of ${prompts} answered, ${agreed} agreed${more.join('')}`)
  }
  out(`\n${wrapAnsi(COUNTED, width)}\n\n`)
  for (const voice of voices)
    out(`${wrapAnsi(`${voice.name} has answered ${counted(voice.heard, 'question')}.`, width)}\n`)
  const silent = missing.filter(({ prompts }) => prompts.length > 0)
  if (silent.length > 0) out('\nStill to hear from:\n')
  for (const { name, prompts } of silent) line('', 0, `${name}: ${some(prompts.map(headingOf)).join(', ')}`)
  const asked = awaited.filter(({ prompts }) => prompts.length > 0)
  if (asked.length > 0) out('\nWho has not agreed yet:\n')
  for (const { name, prompts } of asked) line('', 0, `${name}: ${some(prompts.map(headingOf)).join(', ')}`)
  if (due.length > 0) out('\nDue now or soon:\n')
  for (const { on = '', what, why } of due.slice(0, shown))
    line(on, 12, `${what} (${why.replace(/\.$/, '')})`)
  if (due.length > shown) line('', 12, andMore(due.length - shown))
  if (waiting > 0) {
    const versions = waiting - suggested
    const places = versions > 0 && `${counted(versions, 'place')} with two versions`
    const suggestions = suggested > 0 && counted(suggested, 'suggestion')
    const what = [places, suggestions].filter(Boolean).join(' and ')
    out(
      `\n${wrapAnsi(`${what} still to settle. hjp check lists ${waiting === 1 ? 'it' : 'them'}.`, width)}\n`,
    )
  }
  out('\nNext:\n')
  out(
    inColumns(
      terminal,
      next.map(({ command, why }) => [command, why]),
    ),
  )
}

/** Why there can be more questions, or fewer, than there were. */
const COUNTED =
  'A question that follows a yes counts once you have decided it; what you set aside does not count.'

const andMore = (left: number): string => `and ${left} more (hjp status --all)`
