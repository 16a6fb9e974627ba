import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { library, runner } from './memory-world.ts'
import { edited } from './zipped.ts'

/**
 * Forms as they came back that were sent out while documents printed "5.1" for a question, and not yet "Q5.1". Those that are retyped
 * went through LibreOffice as a page; those without marks have lost what a Word file of hjp's tells of itself.
 */

const FOLDER = 'test/older/forms'
const partnership = readFileSync(`${FOLDER}/partnership.yaml`, 'utf8')
const { hjp } = runner({ library, today: '2026-11-23' })

const files = readdirSync(FOLDER)
  .filter((name) => /\.(docx|eml|html|txt)$/.test(name))
  .toSorted()
  .flatMap((name): [string, Uint8Array][] => {
    const bytes = readFileSync(`${FOLDER}/${name}`)
    const withoutMarks = () => edited(bytes, { 'customXml/item1.xml': () => '<none/>' })
    const isMarked = name.endsWith('.docx') && !name.includes('retyped')
    return [[name, bytes], ...(isMarked ? [[`without-marks-${name}`, withoutMarks()] as const] : [])].map(
      ([called, it]) => [called as string, it as Uint8Array],
    )
  })

test('forms that were sent with bare numbers come home whole', async () => {
  const home: string[] = []
  for (const [name, bytes] of files) {
    const args = ['import', name, '--as', 'health', '--yes', '--notes']
    home.push((await hjp(partnership, args, { files: { [name]: bytes } })).printed)
  }
  await expect(`${home.join('\n\n---\n\n')}\n`).toMatchFileSnapshot('older/forms/home.golden')
})
