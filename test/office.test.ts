import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { promptsOf } from '../src/core/prompts.ts'
import { readSent } from '../src/core/sent.ts'
import { openWord } from '../src/intake/package.ts'
import { readWord } from '../src/intake/word.ts'
import { words } from './fillings.ts'
import { libraryIn, memoryWorld } from './memory-world.ts'
import { follow, type Step } from './office.ts'
import { has } from './programs.ts'

const library = libraryIn('.')
const folder = mkdtempSync(join(tmpdir(), 'hjp-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
/** Where nothing may be skipped, as many as the project promises. */
const MANY = process.env['HJP_NO_SKIPS'] === undefined ? 10 : 200

async function made(example: string, ...args: string[]): Promise<Uint8Array> {
  const text = readFileSync(`examples/${example}/partnership.yaml`, 'utf8')
  const { world, bytes, said } = memoryWorld({
    library,
    today: '2026-11-16',
    files: { 'partnership.yaml': text },
  })
  expect(await cli([...args, '--out', 'it.docx'], world, '0'), said()).toBe(0)
  return bytes('it.docx')!
}

test.skipIf(!has('soffice'))(
  'every answer arrives that was typed into a worksheet in LibreOffice',
  { timeout: 300_000 },
  async () => {
    const sheet = await made('first-steps', 'worksheet', 'what-we-do', '1.1', '1.4', '--for', 'surgery')
    writeFileSync(at('sheet.docx'), sheet)
    const sent = readSent(openWord('', sheet).sent!)!
    // The first table has two of the questions, the second eighteen.
    const cells = sent.places.map((_, n): [number, string] => (n < 2 ? [0, `B${n + 2}`] : [1, `B${n}`]))
    const paragraphs = fc.array(fc.array(words, { minLength: 1, maxLength: 2 }), { maxLength: 3 })
    const all = fc.sample(fc.array(paragraphs, { minLength: 20, maxLength: 20 }), { numRuns: MANY, seed: 11 })
    const typed = (answer: string[][], [table, cell]: [number, string], n: number): Step[] =>
      answer.length === 0
        ? []
        : [
            // Somebody who does not clear the place first writes on after what stands in it.
            [n % 3 === 0 && answer[0]!.length === 1 ? 'end of' : 'cell', table, cell],
            ...answer.flatMap((lines, p): Step[] => [
              ...(p > 0 ? [['paragraph'] as Step] : []),
              ...lines.flatMap((line, l): Step[] => [...(l > 0 ? [['break'] as Step] : []), ['type', line]]),
            ]),
          ]
    await follow(
      all.flatMap((answers, n): Step[] => [
        ['open', at('sheet.docx')],
        ...answers.flatMap((answer, place) => typed(answer, cells[place]!, n)),
        ['save', at(`back${n}.docx`)],
      ]),
    )
    const questions = promptsOf(library.parts).map(({ id, number, topic, ask }) => ({
      ...{ prompt: id, number, topic, ask },
    }))
    all.forEach((answers, n) => {
      const parts = openWord('', readFileSync(at(`back${n}.docx`)))
      const back = readWord('', parts, questions, readSent(parts.sent!)!)
      expect(back.others).toEqual([])
      expect(back.answers.map(({ prompt, words }) => [prompt, words])).toEqual(
        sent.places.map(({ prompt }, place) => [
          prompt,
          answers[place]!.map((lines) => lines.join('\n')).join('\n\n'),
        ]),
      )
    })
  },
)
