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
  expect(other.said).toContain('*hjp recover* shows it')
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
  expect(said).toContain('Both versions are kept')
})

/** Runs hjp on a file in which somebody else writes at the very moment that this wants to. */
async function beside(file: string, args: string[], theirs: string) {
  const made = memoryWorld({ files: { 'partnership.yaml': file }, today: '2026-03-11' })
  const { files } = made.world
  const alone: typeof files.alone = async (path, work) => {
    await files.write(path, theirs)
    return work()
  }
  const code = await cli(args, { ...made.world, files: { ...files, alone } }, '0')
  return { code, said: made.said(), text: made.file('partnership.yaml')! }
}

test('what was seen is written over, be it a number, and what nobody here has seen is not', async () => {
  const meeting = ['add', 'meeting', 'on=2026-04-07', 'minutes=60', 'place=Room 1']
  const { text: file } = await run(small, meeting, new Map())
  const { text: elsewhere } = await run(file, ['answer', '5.1', '--as', 'health', 'By form.'], new Map())
  const shorter = await beside(file, ['change', '2026-04-07', 'minutes=45'], elsewhere)
  expect([shorter.code, shorter.text.includes('minutes: 45'), shorter.text.includes('By form.')]).toEqual([
    0,
    true,
    true,
  ])
  const { text: moved } = await run(file, ['change', '2026-04-07', 'place=Room 2'], new Map())
  const refused = await beside(file, ['change', '2026-04-07', 'place=Room 3'], moved)
  expect([refused.code, refused.text]).toEqual([2, moved])
  for (const place of ['Room 2', 'Room 3']) expect(refused.said).toContain(place)
  const { text: said } = await run(file, ANSWER, new Map())
  const both = await beside(file, ['answer', '5.1', '--as', 'legal', 'By letter.'], said)
  for (const words of ['By phone,', 'By letter.']) expect(both.text).toContain(words)
})
