import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { HjpError } from '../src/errors.ts'
import { memoryWorld, small } from './memory-world.ts'

/** Runs hjp on a file while the disk is full, or not. */
async function run(file: string, args: string[], kept: Map<string, string>, isFull = false) {
  const made = memoryWorld({ files: { 'partnership.yaml': file }, kept, today: '2026-03-11' })
  const full = async () => {
    throw new HjpError('cannotWrite', 'partnership.yaml', 'the disk is full.')
  }
  const world = isFull ? { ...made.world, files: { ...made.world.files, write: full } } : made.world
  const code = await cli(args, world, '0')
  return { code, said: made.said(), text: made.file('partnership.yaml')! }
}
const ANSWER = ['answer', '5.1', '--as', 'legal', 'By phone,\nboth ways.']

test('words that could not be written are shown, kept, offered by the next run, and written beside what came meanwhile', async () => {
  const kept = new Map<string, string>()
  const failed = await run(small, ANSWER, kept, true)
  expect([failed.code, failed.text]).toEqual([2, small])
  expect(failed.said).toContain('→ legal → said: By phone,\n    both ways.')
  expect(failed.said).toContain('/home/keeper/.local/state/hjp')
  const other = await run(small, ['answer', '5.1', '--as', 'health', 'By form.'], kept)
  expect(other.said).toContain('*hjp recover* shows them')
  const mended = await run(other.text, ['recover'], kept)
  expect(mended.code).toBe(0)
  for (const words of ['By form.', 'By phone,\n          both ways.']) expect(mended.text).toContain(words)
  const after = await run(mended.text, ['status'], kept)
  expect(after.said).not.toContain('recover')
  expect((await run(mended.text, ['recover'], kept)).code).toBe(2)
})

test('words that are written after all are no longer offered', async () => {
  const kept = new Map<string, string>()
  await run(small, ANSWER, kept, true)
  const { text } = await run(small, ANSWER, kept)
  expect((await run(text, ['status'], kept)).said).not.toContain('recover')
})

test('where the same words were changed meanwhile, both are kept', async () => {
  const kept = new Map<string, string>()
  await run(small, ANSWER, kept, true)
  const other = await run(small, ['answer', '5.1', '--as', 'legal', 'By letter.'], kept)
  const { text, said } = await run(other.text, ['recover'], kept)
  for (const words of ['By letter.', 'By phone,']) expect(text).toContain(words)
  expect(said).toContain('Both are kept')
})
