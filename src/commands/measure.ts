import type { Indicator } from '../core/file/tables.ts'
import { indicatorNamed, indicatorsCalled, readReadings, recordReading } from '../core/record/readings.ts'
import { count } from '../core/values/fields.ts'
import { isMean } from '../core/values/units.ts'
import { isDue, latest } from '../core/view/reading-due.ts'
import { unitOf } from '../core/view/unit.ts'
import { counted, fieldErrors, HjpError } from '../errors.ts'
import type { World } from '../world/world.ts'
import { oneMeant } from './shared/choose-one.ts'
import { type AskingWorld, commandOf } from './shared/command.ts'
import { type Opened, open } from './shared/open.ts'
import { wants } from './shared/options.ts'
import { saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'
import { progress } from './shared/show-prompt.ts'
import { typedSource } from './shared/typed-source.ts'

export const command = commandOf({
  args: '[indicator] [value]',
  options: {
    date: wants.past('<date>', 'the day of the reading (default: today)'),
    note: wants.text('<words>', 'anything worth noting about it'),
    of: wants.number('<people>', 'how many people it is based on; with fewer than five, no report shows it'),
    split: wants.many(
      '<group=value...>',
      'the value for each group, to see who is reached and who is not; for a percentage or a score, say how many people it is based on',
    ),
    consent: wants.choice(
      ['yes', 'no'],
      '<yes-or-no>',
      'for a story: whether the person who told it agreed that you may share it',
    ),
    answers: wants.text('<file>', 'take readings from a YAML or JSON file; - is standard input'),
  },
  examples: [
    'hjp measure',
    'hjp measure reached 171 --note "The first year at Tallow Creek"',
    'hjp measure reached 171 --split "Riverbend=157" "Tallow Creek=14"',
    'hjp measure confident 62% --of 40 --split "Day staff=66% of 32" "Night staff=50% of 8"',
    'hjp measure told-once "I only had to say it twice." --consent yes',
    'hjp measure --answers readings.yaml',
  ],
  note: 'A file of readings looks like this:\n  readings:\n    - { indicator: reached, on: 2026-07-14, value: 171, groups: { Tallow Creek: 14 } }',
  async run(
    world,
    { date: on = world.today, note, of, split = [], consent, answers, ...options },
    name,
    value,
  ) {
    const opened = await open(world, options)
    const { indicators } = opened.partnership
    if (answers !== undefined) {
      const source = await typedSource(world, opened, answers)
      const writes = readReadings(source, indicators, on)
      saySaved(world, await save(world, opened, writes), opened, counted(writes.length, 'reading'))
      return 0
    }
    if (name === undefined) return walk(world, opened, on)
    const indicator = await oneMeant(
      world,
      name,
      indicatorsCalled(indicators, name),
      ({ measure }) => measure,
      () => indicatorNamed(indicators, name),
    )
    if (value === undefined) return one(world, opened, indicator, on)
    const groups = split.length > 0 ? Object.fromEntries(split.map(groupIn)) : undefined
    await keep(world, opened, indicator, { on, value, of, note, groups, consent })
    return 0
  },
})

function groupIn(pair: string): [string, string] {
  const [, group, value] = /^(.+?)\s*=\s*(.+)$/s.exec(pair.trim()) ?? []
  if (!group || !value) throw new HjpError('badSplit', pair)
  return [group, value]
}

async function keep(
  world: World,
  opened: Opened,
  { id, measure }: Indicator,
  reading: Parameters<typeof recordReading>[1],
): Promise<void> {
  const done = await save(world, opened, [recordReading(id ?? measure, reading)])
  saySaved(world, done, opened, `${measure}: ${reading.value}`)
}

/** Asks for a reading of each indicator that is due, or of each where none is. */
async function walk(world: AskingWorld, opened: Opened, on: string): Promise<0> {
  const { terminal, today } = world
  const { indicators } = opened.partnership
  if (indicators.length === 0) throw new HjpError('noIndicators')
  if (!terminal.interactive)
    throw new HjpError('needsTerminal', 'Use *hjp measure <indicator> <value>* or *--answers FILE* instead.')
  const due = indicators.filter((each) => isDue(each, today))
  if (due.length === 0) terminal.say('None are due yet, so here are all of them.')
  terminal.say('Enter skips to the next, */b* goes back, and */s* stops. Each one is saved as you type it.')
  const asked = due.length > 0 ? due : indicators
  const kept = new Set<Indicator>()
  await terminal.telling(
    () =>
      `${kept.size > 0 ? `${counted(kept.size, 'reading')} saved.` : 'Nothing was changed.'} Continue with *hjp measure*`,
    () =>
      terminal.walk(
        asked.map((indicator, at) => async () => {
          if (kept.has(indicator)) return
          if (await askReading(world, opened, indicator, on, progress(at, asked.length))) kept.add(indicator)
        }),
      ),
  )
  return 0
}

async function one(world: AskingWorld, opened: Opened, indicator: Indicator, on: string): Promise<0> {
  if (!world.terminal.interactive) throw new HjpError('noValue', indicator.measure)
  await askReading(world, opened, indicator, on, progress(0, 1))
  return 0
}

/** Asks until a reading will do; false where there is none. */
async function askReading(
  world: AskingWorld,
  opened: Opened,
  indicator: Indicator,
  on: string,
  far: string,
): Promise<boolean> {
  const { terminal } = world
  const { measure, method, split, readings } = indicator
  const last = latest(readings)
  const before = last ? `last: ${last.value}, ${last.on}` : 'no reading yet'
  for (;;) {
    const value = (await terminal.line(`${far}: ${measure} (${before})`)).trim()
    if (value === '') return false
    try {
      const consent = method === 'story' ? await askConsent(terminal) : undefined
      const mean = method !== 'story' && isMean(unitOf(indicator).kind)
      const of = mean ? await askOf(terminal) : undefined
      const groups = split ? await askGroups(terminal, split, mean) : undefined
      await keep(world, opened, indicator, { on, value, of, note: undefined, groups, consent })
      return true
    } catch (error) {
      if (!(error instanceof HjpError)) throw error
      terminal.say(error.message)
    }
  }
}

async function askOf(terminal: World['terminal']): Promise<number | undefined> {
  const typed = (await terminal.line('How many people is it based on? (or Enter)')).trim()
  if (typed === '') return undefined
  const { data } = count(1).safeParse(typed)
  if (data === undefined) throw new HjpError('badValue', 'of', typed, fieldErrors.wantsCount(1))
  return data
}

async function askGroups(
  terminal: World['terminal'],
  split: string,
  mean: boolean,
): Promise<Record<string, string> | undefined> {
  const such = mean ? 'Town=66% of 32; Creek=50% of 8' : 'Town=12; Creek=7'
  const typed = (await terminal.line(`By group (${split}), such as ${such}. or Enter`)).trim()
  return typed === '' ? undefined : Object.fromEntries(typed.split(';').map(groupIn))
}

async function askConsent(terminal: World['terminal']): Promise<'yes' | 'no' | undefined> {
  const consent = await terminal.choose('Did the person who told it agree that you may share it?', [
    { value: 'unknown', name: 'Not asked yet' },
    { value: 'yes', name: 'Yes' },
    { value: 'no', name: 'No' },
  ])
  return consent === 'unknown' ? undefined : consent
}
