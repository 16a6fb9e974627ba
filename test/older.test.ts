import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { type Answer, Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { partsFor, promptNamed } from '../src/core/prompts/prompts.ts'
import { viewOf } from '../src/core/view/view.ts'
import { library, memoryWorld } from './memory-world.ts'

const wordsIn = ({ perspectives, agreed, parked, proposals, notes }: Answer): string[] =>
  [
    ...perspectives.map(({ said }) => said),
    agreed?.text,
    parked,
    ...[...proposals, ...notes].map(({ text }) => text),
  ]
    .filter((words) => words !== undefined)
    .map((words) => words.trim())

/** The examples as they were when there were more questions, some of them asked twice. */
test.each(['riverbend', 'harbor', 'first-steps'])(
  'of %s as it once was, every word is in its place',
  async (name) => {
    const text = readFileSync(`test/older/${name}.yaml`, 'utf8')
    const { world, file, out } = memoryWorld({
      files: { 'partnership.yaml': text },
      library,
      today: '2026-11-16',
    })
    const read = (text: string) => readYaml(name, text, Partnership)
    const { answers, ...partnership } = read(text)
    const all = answers.flatMap(wordsIn)
    expect(all.length).toBeGreaterThan(20)

    const known = { partnership: { ...partnership, answers }, parts: library.parts, today: world.today }
    const parts = partsFor(library.parts, known.partnership)
    const shown = JSON.stringify(viewOf({ ...known, parts }).prompts)
    for (const words of all) expect(shown).toContain(JSON.stringify(words).slice(1, -1))

    const findings = async () => {
      const from = out().length
      await cli(['check', '--json'], world, '0')
      return (JSON.parse(out().slice(from)).findings as { level: string; code: string }[]).filter(
        ({ level, code }) => level === 'error' || code === 'no-such-prompt',
      )
    }
    expect(await findings()).toEqual([])
    expect(await cli(['check', '--move'], world, '0')).toBe(0)
    expect(await findings()).toEqual([])

    const moved = read(file('partnership.yaml')!).answers
    const ids = parts.flatMap(({ prompts }) => prompts.map(({ id }) => id))
    expect(moved.map(({ prompt }) => prompt).filter((id) => !ids.includes(id))).toEqual([])
    const kept = moved.flatMap(wordsIn).join('\n')
    for (const words of all) expect(kept).toContain(words)
  },
)

// What was sent out with a number on it still comes home under that number.
test('every number that a question ever had names it, or the one that took its place', () => {
  const text = readFileSync('test/older/riverbend.yaml', 'utf8')
  const numbered = [...text.matchAll(/^ {2}# (\d+\.\d+[a-z]?) .*\n(?: {2}# .*\n)*? {2}- prompt: (\S+)/gm)]
  expect(numbered.length).toBeGreaterThan(95)
  for (const [, number = '', id = ''] of numbered)
    expect([number, promptNamed(library.parts, number)?.id]).toEqual([
      number,
      promptNamed(library.parts, id)?.id,
    ])
})
