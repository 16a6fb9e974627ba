import wrapAnsi from 'wrap-ansi'
import { progress } from '../core/progress.ts'
import { view } from '../core/view.ts'
import { counted } from '../errors.ts'
import type { Terminal } from '../world/world.ts'
import { type Command, WRITING } from './command.ts'
import { open } from './open.ts'
import { printJson } from './print.ts'

/** How much of a list is shown at a glance. */
const SHOWN = 8

export const command: Command = {
  json: true,
  options: [['--format <format>', 'ics: all that has a date, as a file for calendars'], ...WRITING],
  examples: ['hjp status', 'hjp status --json', 'hjp status --format ics'],
  async run(world, options) {
    const opened = await open(world, options)
    if (options['format'] ?? options['out'])
      return (await import('./calendar.ts')).writeCalendar(world, opened, options)
    const told = progress(view({ ...opened, today: world.today }))
    if (options.json) printJson(world, told)
    else print(world.terminal, told)
    return 0
  },
}

function print(
  { out, width }: Terminal,
  { name, parts, voices, missing, due, next }: ReturnType<typeof progress>,
): void {
  const longest = Math.max(...parts.map(({ title }) => title.length))
  const row = (...cells: (string | number)[]) => cells.map((cell) => String(cell).padStart(8)).join('')
  /** Words under a first column, and what did not fit beside it set in as far. */
  const line = (first: string, at: number, words: string) =>
    out(`  ${first.padEnd(at)}${wrapAnsi(words, width - at - 2).replace(/\n/g, `\n${' '.repeat(at + 2)}`)}\n`)

  out(`${name}\n\n${' '.repeat(longest + 4)}${row('prompts', 'heard', 'agreed', 'due', 'parked')}\n`)
  for (const { number, title, prompts, heard, agreed, due, parked } of parts)
    out(
      `${String(number).padStart(2)}  ${title.padEnd(longest)}${row(prompts, heard, agreed, due || '·', parked || '·')}\n`,
    )
  out(
    `\n${voices.map((voice) => `${voice.name} has been heard on ${counted(voice.heard, 'question')}.`).join('\n')}\n`,
  )
  const silent = missing.filter(({ prompts }) => prompts.length > 0)
  if (silent.length > 0) out('\nWhose voice is missing:\n')
  for (const { name, prompts } of silent)
    line('', 0, `${name}: ${some(prompts.map(({ number, topic }) => `${number} ${topic}`)).join(', ')}`)
  if (due.length > 0) out('\nDue:\n')
  for (const { on = '', what, why } of due.slice(0, SHOWN)) line(on, 12, `${what} (${why})`)
  if (due.length > SHOWN) line('', 12, `and ${due.length - SHOWN} more`)
  out('\nNext:\n')
  for (const { command, why } of next) line(command, 28, why)
}

const some = (items: string[]): string[] =>
  items.length <= SHOWN ? items : [...items.slice(0, SHOWN), `and ${items.length - SHOWN} more`]
