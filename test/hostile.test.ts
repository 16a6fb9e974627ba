import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { hostile } from './hostile.ts'
import { libraryIn, memoryWorld } from './memory-world.ts'

const library = libraryIn('.')
const file = readFileSync('examples/first-steps/partnership.yaml', 'utf8')

test('every file that is none of ours is refused in plain words, and changes nothing', async () => {
  const made = memoryWorld({ library, files: { 'partnership.yaml': file } })
  await cli(['worksheet', '5.1', '--for', 'surgery', '--out', 'w.docx'], made.world, '0')
  const told: string[] = []
  for (const [name, bytes] of Object.entries(hostile(made.bytes('w.docx')!))) {
    // The disk says how large it is before it is read.
    if (bytes.length > 100_000_000) continue
    const {
      world,
      said,
      file: read,
    } = memoryWorld({ library, files: { 'partnership.yaml': file, [name]: bytes } })
    const code = await cli(['import', name, '--as', 'surgery', '--yes'], world, '0')
    expect(read('partnership.yaml'), name).toBe(file)
    told.push(`${code} ${said()}`)
  }
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('golden/hostile.txt')
})
