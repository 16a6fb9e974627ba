import { indicatorNamed, recordReading } from '../core/readings.ts'
import { view } from '../core/view.ts'
import { HjpError } from '../errors.ts'
import { Interrupted, type World } from '../world/world.ts'
import type { Command, Options } from './command.ts'
import { type Opened, open, save } from './open.ts'
import { saySaved } from './print.ts'
import { asOneOf, asPast } from './values.ts'

export const command: Command = {
  args: '[indicator] [value]',
  options: [
    ['--date <date>', 'the day it was read (today unless you say)'],
    ['--note <words>', 'what there is to say about it'],
    ['--split <group=value...>', 'the value of each group, to see who is reached and who is not'],
    ['--consent <yes-or-no>', 'for a story: whether whoever told it agreed that it is told on'],
  ],
  examples: [
    'hjp measure',
    'hjp measure reached 171 --note "The first year at Tallow Creek"',
    'hjp measure reached 171 --split "Riverbend=157" "Tallow Creek=14"',
    'hjp measure told-once "I only had to say it twice." --consent yes',
  ],
  async run(world, options, name, value) {
    const opened = await open(world, options)
    const { date = world.today } = options
    const on = asPast('--date', String(date), world.today)
    if (name === undefined) return walk(world, opened, on)
    if (value === undefined)
      throw new HjpError('noValue', indicatorNamed(opened.partnership.indicators, name).measure)
    await keep(world, opened, name, { on, value, ...extras(options) })
    return 0
  },
}

function extras({ note, split, consent }: Options) {
  const groups = Array.isArray(split) ? split.map(groupIn) : []
  return {
    note: typeof note === 'string' ? note : undefined,
    groups: groups.length > 0 ? Object.fromEntries(groups) : undefined,
    consent: typeof consent === 'string' ? asOneOf('--consent', consent, ['yes', 'no'] as const) : undefined,
  }
}

function groupIn(pair: string): [string, string] {
  const [, group, value] = /^(.+?)\s*=\s*(.+)$/s.exec(pair.trim()) ?? []
  if (!group || !value) throw new HjpError('badSplit', pair)
  return [group, value]
}

async function keep(
  world: World,
  opened: Opened,
  name: string,
  reading: Parameters<typeof recordReading>[1],
): Promise<void> {
  const { measure } = indicatorNamed(opened.partnership.indicators, name)
  const done = await save(world, opened, [recordReading(name, reading)])
  saySaved(world, done, opened, `${measure}: ${reading.value}`)
}

/** Asks for a reading of each indicator in turn. */
async function walk(world: World, opened: Opened, on: string): Promise<0> {
  const { terminal, today } = world
  const { indicators } = view({ ...opened, today })
  if (indicators.length === 0) throw new HjpError('noIndicators')
  if (!terminal.interactive)
    throw new HjpError('needsTerminal', 'Use *hjp measure <indicator> <value>* instead.')
  terminal.say('Enter goes on to the next, and */s* stops. Each is kept as you type it.')
  for (const { id, measure, readings } of indicators) {
    const last = readings.at(-1)
    const before = last ? `last: ${last.value}, ${last.on}` : 'no reading yet'
    for (;;) {
      const value = (await terminal.line(`${measure} (${before})`)).trim()
      if (value === '/s') return 0
      if (value === '') break
      try {
        await keep(world, opened, id ?? measure, {
          on,
          value,
          note: undefined,
          groups: undefined,
          consent: undefined,
        })
        break
      } catch (error) {
        if (error instanceof Interrupted || !(error instanceof HjpError)) throw error
        terminal.say(error.message)
      }
    }
  }
  return 0
}
