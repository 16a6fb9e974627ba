import { check } from '../core/checks/checks.ts'
import { cutWords } from '../core/checks/cut-words.ts'
import { places } from '../core/file/places.ts'
import { viewOf } from '../core/view/view.ts'
import { counted, emphasised } from '../errors.ts'
import { commandOf } from './shared/command.ts'
import { open } from './shared/open.ts'
import { printJson } from './shared/print.ts'

export const command = commandOf({
  json: true,
  examples: ['hjp check'],
  async run(world, options) {
    const opened = await open(world, options)
    const known = { ...opened, today: world.today }
    const place = places(opened.text)
    const findings = [
      ...check(known, viewOf(known)).map(({ at, ...finding }) => ({ ...place(at), ...finding })),
      ...cutWords(opened.text),
    ].map((finding) => ({ ...finding, message: emphasised(finding.message) }))
    if (options.json) printJson(world, findings)
    else if (findings.length === 0) world.terminal.say('Nothing needs attention.')
    else {
      for (const { line, col, level, message } of findings)
        world.terminal.out(
          `${opened.shown}:${line}:${col}  ${level === 'gap' ? 'BEFORE SIGNING' : level}  ${message}\n`,
        )
      world.terminal.say(`${counted(findings.length, 'thing')} to look at.`)
    }
    return findings.length > 0 ? 1 : 0
  },
})
