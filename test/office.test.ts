import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { editYaml } from '../src/core/file/apply.ts'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { openWord } from '../src/intake/word/package.ts'
import { paragraphsIn, readWord } from '../src/intake/word/word.ts'
import { readManifest } from '../src/ooxml/manifest.ts'
import { stampOf } from '../src/ooxml/stamps.ts'
import { clausesIn, draftsOf, redrafted, redraftedAt, words } from './fillings.ts'
import { libraryIn, memoryWorld } from './memory-world.ts'
import { follow, type Step } from './office.ts'
import { has } from './programs.ts'

const library = libraryIn('.')
const questions = promptsOf(library.parts).map(({ id, number, topic, ask, decision }) => ({
  ...{ prompt: id, number, topic, ask, decision },
}))
const read = (bytes: Uint8Array) => {
  const parts = openWord('', bytes)
  return readWord('', parts, questions, readManifest(parts.sent!)!)
}
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
    const sent = readManifest(openWord('', sheet).sent!)!
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
    all.forEach((answers, n) => {
      const back = read(readFileSync(at(`back${n}.docx`)))
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

test.skipIf(!has('soffice'))(
  'an agreement says the same after LibreOffice has saved it',
  { timeout: 300_000 },
  async () => {
    const sent = await made('riverbend', 'mou')
    const drafts = fc.sample(draftsOf(clausesIn(sent)), { numRuns: Math.ceil(MANY / 4), seed: 5 })
    const all = [sent, redrafted(sent), ...drafts.map((each) => redraftedAt(sent, each))]
    for (const [n, bytes] of all.entries()) writeFileSync(at(`mou${n}.docx`), bytes)
    await follow(
      all.flatMap((_, n): Step[] => [
        ['open', at(`mou${n}.docx`)],
        ['save', at(`mou${n}-saved.docx`)],
      ]),
    )
    const saved = (n: number) => read(readFileSync(at(`mou${n}-saved.docx`)))
    for (const [n, bytes] of all.entries()) expect(saved(n), `${n}`).toEqual(read(bytes))
    const { answers, others } = saved(1)
    expect(answers.filter(({ words, sent }) => stampOf(words) !== sent)).toHaveLength(3)
    expect(others.map(({ words }) => words)).toEqual([
      'Purpose, and our goal',
      'Parking will be free.\n\nFor both.',
    ])
  },
)

test.skipIf(!has('soffice'))(
  'LibreOffice takes or refuses every change of a comparison, and has the one version or the other',
  { timeout: 180_000 },
  async () => {
    const now = readFileSync('examples/riverbend/partnership.yaml', 'utf8')
    const then = editYaml('', now, [
      {
        at: ['answers', { prompt: 'what-we-do/referral-pathways' }, 'agreed', 'text'],
        value: 'By phone:\n\n- on one form\n- with the client',
      },
      { at: ['answers', { prompt: 'agreement-terms/publicity' }, 'parked'], value: null },
      {
        at: ['answers', { prompt: 'how-we-work/contact' }, 'agreed', 'text'],
        value: 'We ring each other on Mondays.',
      },
      {
        at: ['answers', { prompt: 'how-we-partner/celebrate' }, 'agreed'],
        value: { text: 'A morning tea.' },
      },
      { at: ['funding', 0, 'conditions'], value: 'None.' },
      { at: ['actions', { id: 'new-step' }], value: { what: 'Paint the room', due: '2026-12-01' } },
      { at: ['partners', 0, 'legal-name'], value: 'Riverbend Legal Ltd' },
    ])
    for (const kind of ['mou', 'agenda', 'handover']) {
      const write = async (file: string, args: string[], files = {}) => {
        const { world, bytes, said } = memoryWorld({
          library,
          today: '2026-11-16',
          files: { 'partnership.yaml': file, ...files },
        })
        expect(await cli([kind, ...args, '--format', 'docx', '--out', 'it.docx'], world, '0'), said()).toBe(0)
        return bytes('it.docx')!
      }
      const versions = {
        both: await write(now, ['--since', 'then.yaml', '--no-comments'], { 'then.yaml': then }),
        now: await write(now, []),
        earlier: await write(then, []),
      }
      for (const [name, bytes] of Object.entries(versions)) writeFileSync(at(`${kind}-${name}.docx`), bytes)
      const saved = (name: string, how: string, as: string): Step[] => [
        ['open', at(`${kind}-${name}.docx`)],
        ...(how ? [['do', how] as Step] : []),
        ['save', at(`${kind}-${as}.docx`)],
      ]
      await follow([
        ...saved('both', '.uno:AcceptAllTrackedChanges', 'taken'),
        ...saved('both', '.uno:RejectAllTrackedChanges', 'refused'),
        ...saved('now', '', 'now-saved'),
        ...saved('earlier', '', 'earlier-saved'),
      ])
      const told = (as: string) =>
        paragraphsIn(readFileSync(at(`${kind}-${as}.docx`)))!.filter((words) => words.trim() !== '')
      expect(told('taken'), kind).toEqual(told('now-saved'))
      expect(told('refused'), kind).toEqual(told('earlier-saved'))
      expect(told('taken'), kind).not.toEqual(told('refused'))
    }
  },
)
