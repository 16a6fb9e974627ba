import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MUTATIONS, type Mutation, mutated } from './copies.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { runs } from './programs.ts'
import { edited } from './zipped.ts'

const { hjp, after, written } = runner({ library, today: '2026-11-30' })

const verified = async (word: Uint8Array, args: string[] = [], file = riverbend) => {
  const { out, said, code } = await hjp(file, ['verify', 'it.docx', ...args], { files: { 'it.docx': word } })
  return { code, told: out() + said() }
}
const agreementOf = (args: string[] = []) => written(riverbend, ['mou', '--final', ...args], 'docx')

test('an untouched copy has the words that were agreed', async () => {
  for (const short of [[], ['--short']])
    expect(await verified(await agreementOf(short), short)).toEqual({
      code: 0,
      told: 'it.docx has the words that are agreed today, all of them and no others.\n',
    })
})

test('a word, a number or a "not" that was changed, and a clause that is gone or elsewhere, is named', async () => {
  const word = await agreementOf()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Mutation>(...MUTATIONS),
      fc.nat(),
      fc.nat(),
      async (how, where, there) => {
        const { bytes, wanted } = mutated(word, how, where, there)
        const { code, told } = await verified(bytes)
        expect(code, told).toBe(1)
        expect(told).toMatch(wanted)
        expect(told).toContain('in 1 place:')
      },
    ),
    { numRuns: runs(500) },
  )
})

test('what is written in under Signatures is shown, and is no difference', async () => {
  const word = edited(await agreementOf(), {
    'word/document.xml': (xml) => xml.replace(/>Robert Anand</, '>Robert Anand on 2 December 2026<'),
  })
  expect(await verified(word)).toEqual({
    code: 0,
    told: 'it.docx has the words that are agreed today, all of them and no others.\n\nWritten in under Signatures: on 2 December 2026\n',
  })
})

const text = (words: string) => `Memorandum\n${words}`
test.each([
  ['a PDF itself', 'it.pdf', '%PDF-1.7', 'pdftotext -raw it.pdf'],
  ['another document', 'it.txt', text('Dear all. '.repeat(9000)), 'must be something else'],
])('%s is not compared', async (_, name, bytes, message) => {
  const { said, code } = await hjp(riverbend, ['verify', name], { files: { [name]: bytes } })
  expect(said()).toContain(message)
  expect(code).toBe(2)
})

test('a copy is compared with what was signed, where git has those words, and else that is said', async () => {
  const word = await agreementOf()
  const signing = ['sign', '--from', '2026-12-01', '--by', 'Robert Anand']
  const { ran, file } = await after(riverbend, [
    { args: signing },
    { args: ['agree', '5.1', 'We refer whoever asks.'] },
  ])
  const version = {
    commit: { hash: 'abc', author: 'A', day: '2026-11-30', subject: 'S' },
    text: ran[0]!.text,
    before: [],
  }
  const history = { versions: [version], head: file, isShallow: false }
  const verify = (setting: object) =>
    hjp(file, ['verify', 'it.docx'], { files: { 'it.docx': word }, ...setting })
  const kept = await verify({ history })
  expect(kept.out() + kept.said()).toBe(
    'it.docx has the words that were signed, all of them and no others.\n',
  )
  const lost = await verify({})
  expect(lost.said()).toContain('git has no version of it with those words')
  expect(lost.code).toBe(2)
  const since = await hjp(file, ['mou', '--since', 'signed', '--format', 'md', '--out', '-'], { history })
  expect(since.said()).toContain('Since the one in force from 1 December 2026: ')
  expect(since.out()).toContain('{+We refer whoever asks.+}')
  expect(since.out()).not.toContain('ince we signed')
  const none = await hjp(riverbend, ['mou', '--since', 'signed'])
  expect(none.said()).toContain('Nothing is signed yet')
})
