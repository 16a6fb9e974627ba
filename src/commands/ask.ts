import { resolve } from 'node:path'
import { readAnswers } from '../core/answers.ts'
import { readText } from '../core/yaml.ts'
import { counted, HjpError } from '../errors.ts'
import type { World } from '../world/world.ts'
import type { Command } from './command.ts'
import { type Opened, open, save } from './open.ts'
import { saySaved } from './print.ts'
import { input } from './said.ts'
import { talk } from './talk.ts'

export const command: Command = {
  args: '[part-or-prompt...]',
  options: [
    ['--as <partner>', 'whose voice: one partner, or "everyone" in turn and then what is agreed'],
    ['--answers <file>', 'take the answers from a YAML or JSON file; - is standard input'],
  ],
  examples: [
    'hjp ask',
    'hjp ask what-we-do',
    'hjp ask 5.3 --as health',
    'hjp ask --answers from-the-meeting.yaml',
  ],
  async run(world, { as, answers, ...options }, ...names) {
    const opened = await open(world, options)
    if (typeof answers === 'string') return fromFile(world, opened, answers)
    if (!world.terminal.interactive)
      throw new HjpError(
        'needsTerminal',
        'Use *hjp ask --answers FILE*, *hjp answer* or *hjp agree* instead.',
      )
    return talk(world, opened, typeof as === 'string' ? as : undefined, names)
  },
}

async function fromFile(world: World, opened: Opened, name: string): Promise<0> {
  const path = name === '-' ? 'standard input' : name
  const file = name === '-' ? undefined : await world.files.read(resolve(world.cwd, name))
  if (name !== '-' && !file) throw new HjpError('noAnswers', name)
  const text = file ? readText(path, file) : await input(world)
  const entries = readAnswers({ path, text }, { ...opened, today: world.today })
  const done = await save(world, opened, entries)
  saySaved(world, done, opened, counted(entries.length, 'answer'))
  return 0
}
