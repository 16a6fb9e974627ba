import { check } from '../core/checks.ts'
import { notesInWords } from '../core/notes.ts'
import { view } from '../core/view.ts'
import { places } from '../core/yaml.ts'
import { emphasised } from '../errors.ts'
import type { Command } from './command.ts'
import { open } from './open.ts'

export const command: Command = {
  json: true,
  examples: ['hjp check'],
  async run(world, options) {
    const opened = await open(world, options)
    const known = { ...opened, today: world.today }
    const place = places(opened.text)
    const cut = {
      level: 'warning',
      message:
        'from # on, this is a note and not part of the words. If it belongs to them, put quotes around the whole.',
    }
    const findings = [
      ...check(known, view(known)).map(({ at, ...finding }) => ({ ...place(at), ...finding })),
      ...notesInWords(opened.text).map((at) => ({ ...at, ...cut })),
    ]
    if (options.json) world.terminal.out(`${JSON.stringify(findings, null, 2)}\n`)
    else if (findings.length === 0) world.terminal.say('Nothing needs attention.')
    else {
      for (const { line, col, level, message } of findings)
        world.terminal.out(
          `${opened.shown}:${line}:${col}  ${level === 'gap' ? 'BEFORE SIGNING' : level}  ${emphasised(message)}\n`,
        )
      world.terminal.say(`${findings.length} thing${findings.length === 1 ? '' : 's'} to look at.`)
    }
    return findings.length > 0 ? 1 : 0
  },
}
