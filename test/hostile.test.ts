import { expect, test } from 'vitest'
import { hostile } from './hostile.ts'
import { exampleFile, library, runner } from './memory-world.ts'

const { hjp, written } = runner({ library })
const file = exampleFile('first-steps')

test('every file that is none of ours is refused in plain words, and changes nothing', async () => {
  const sheet = await written(file, ['worksheet', '5.1', '--for', 'surgery'], 'docx')
  const told: string[] = []
  for (const [name, bytes] of Object.entries(hostile(sheet))) {
    // The disk says how large it is before it is read.
    if (bytes.length > 100_000_000) continue
    const given = ['import', name, '--as', 'surgery', '--yes']
    const { code, said, text } = await hjp(file, given, { files: { [name]: bytes } })
    expect(text, name).toBe(file)
    told.push(`${code} ${said()}`)
  }
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('golden/hostile.txt')
})
