import { progress } from '../core/progress.ts'
import { view } from '../core/view.ts'
import { counted } from '../errors.ts'
import type { Command } from './command.ts'
import { open } from './open.ts'
import { printJson } from './print.ts'

export const command: Command = {
  json: true,
  examples: ['hjp status', 'hjp status --json'],
  async run(world, options) {
    const opened = await open(world, options)
    const { name, parts, voices, next } = progress(view({ ...opened, today: world.today }))
    const { out } = world.terminal
    if (options.json) {
      printJson(world, { name, parts, voices, next })
      return 0
    }
    const width = Math.max(...parts.map(({ title }) => title.length))
    const row = (...cells: (string | number)[]) => cells.map((cell) => String(cell).padStart(8)).join('')
    out(`${name}\n\n${' '.repeat(width + 4)}${row('prompts', 'heard', 'agreed', 'due', 'parked')}\n`)
    for (const { number, title, prompts, heard, agreed, due, parked } of parts)
      out(
        `${String(number).padStart(2)}  ${title.padEnd(width)}${row(prompts, heard, agreed, due || '·', parked || '·')}\n`,
      )
    out(
      `\n${voices.map((voice) => `${voice.name} has been heard on ${counted(voice.heard, 'question')}.`).join('\n')}\n\nNext:\n`,
    )
    for (const { command, why } of next) out(`  ${command.padEnd(28)}${why}\n`)
    return 0
  },
}
