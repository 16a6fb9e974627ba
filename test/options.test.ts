import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { commands } from '../src/commands/index.ts'
import { memoryWorld } from './memory-world.ts'

const small = readFileSync('test/small.yaml', 'utf8')

// Today is 2026-03-10.
test.each<[string[], string]>([
  [
    ['rate', 'six', '--date', '2026-03-11'],
    '*--date* is "2026-03-11", and it expects today or an earlier day.',
  ],
  [['rate', 'six', '--method', 'together', '--level', 'closest'], '*--level* cannot be "closest"'],
  [['rate', 'six', '--method', 'alone'], '*--method* cannot be "alone"'],
  [['record', '--date', '2026-03-11'], '*--date* is "2026-03-11", and it expects today or an earlier day.'],
  [
    ['measure', 'advised', '3', '--date', '2026-03-11'],
    '*--date* is "2026-03-11", and it expects today or an earlier day.',
  ],
  [['measure', 'advised', '3', '--consent', 'maybe'], '*--consent* cannot be "maybe"'],
  [
    ['agree', '5.1', 'x', '--review', '2026-03-10'],
    '*--review* is "2026-03-10", and it expects a day that is still to come.',
  ],
  [['agree', '5.2', 'x', '--decision', 'maybe'], '*--decision* cannot be "maybe"'],
  [['init', '--level', 'closest'], '*--level* cannot be "closest"'],
  [['note', '--date', 'soon'], '*--date* is "soon", and it expects a day that exists'],
  [['status', '--today', 'soon'], '*--today* is "soon", and it expects a day that exists'],
])('%j is refused', async (args, message) => {
  const files: Record<string, string> = args[0] === 'init' ? {} : { 'partnership.yaml': small }
  const { world, said, file } = memoryWorld({ files })
  expect(await cli(args, world, '0')).toBe(2)
  expect(said()).toContain(message)
  expect(file('partnership.yaml')).toBe(files['partnership.yaml'])
})

test('an option is what its name in the code says', async () => {
  const loaded = await Promise.all(Object.values(commands).map(({ load }) => load()))
  const flags = loaded.flatMap(({ command }) => command.options.map(([flag]) => flag))
  expect(flags).toContain('--proposed-by <partner>')
  expect(flags.filter((flag) => !/^(-[a-z], )?--[a-z]+(-[a-z]+)*( <[^<>]+>)?$/.test(flag))).toEqual([])
})
