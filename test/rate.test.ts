import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { libraryIn, memoryWorld } from './memory-world.ts'

const library = libraryIn('.')
const small = readFileSync('test/small.yaml', 'utf8')

async function hjp(text: string, args: string[], replies?: string[], input = '') {
  const files = { 'partnership.yaml': text }
  const made = memoryWorld({ files, library, today: '2026-06-01', input, ...(replies && { replies }) })
  const code = await cli(args, made.world, '0')
  return { ...made, code, text: made.file('partnership.yaml')! }
}
const RATE = ['rate', 'six-requirements', '--as', 'legal', '--by', 'person 1']

test('each answer is kept as it is given, and what was answered is not asked again', async () => {
  const first = await hjp(small, [...RATE, '--method', 'compiled'], ['cooperating', 'A', 'open', 'C', 'stop'])
  expect(first.code).toBe(0)
  expect(first.said()).toContain('Run the same again to')
  const rounds = first.text.slice(first.text.indexOf('rounds:')).replace(/ id: r.*\n +/, ' ')
  expect(rounds).toBe(`rounds:
  - on: 2026-06-01
    questionnaire: six-requirements
    method: compiled
    level: cooperating
    marks:
      - partner: legal
        by: person 1
        ratings:
          concerned: A
          direction: C
`)
  const cut = await hjp(first.text, RATE, ['B'])
  expect(cut.code).toBe(130)
  expect(cut.said()).toContain('What was answered is kept')
  expect(cut.asked.map((each) => each.split(' A|')[0])).toEqual([
    'People who live with the problem take part in that themselves. open|A|B|C|stop',
    'Partners argue about decisions and change them. They are not only asked what they think. open|A|B|C|stop',
  ])
  expect(cut.text).toContain('affected: B')
})

test('answers come from a file too, into the round of the last month', async () => {
  const answers = [...RATE.slice(0, 4), '--answers', '-']
  const first = await hjp(small, answers, undefined, 'concerned: A\naffected: C\n')
  const health = ['rate', 'six-requirements', '--as', 'health', '--answers', '-', '--today', '2026-06-20']
  const { text } = await hjp(first.text, health, undefined, 'concerned: C\n')
  expect(text.match(/questionnaire:/g)).toHaveLength(1)
  const { out } = await hjp(text, [
    'self-evaluation',
    '--format',
    'md',
    '--out',
    '-',
    '--today',
    '2026-06-20',
  ])
  expect(out()).toContain('| 1 A, 1 C<br>_divided_ |')
  expect(out()).not.toContain('Legal side')
  const agenda = await hjp(text, ['agenda', '--date', '2026-06-25', '--minutes', '90'])
  expect(agenda.out()).toContain('We were divided on this in our self-evaluation.')
})

test.each([
  [['rate', 'six-reqirements', '--as', 'legal'], 'Did you mean *six-requirements*?'],
  [['rate', 'six-requirements'], 'Say whose answers they are: *--as legal*, *--as health*'],
  [['rate', 'six-requirements', '--as', 'legal'], '--answers FILE'],
  [['rate', 'six-requirements', '--as', 'legal', '--method', 'alone'], 'cannot be "alone"'],
])('%j is refused, and nothing is written', async (args, says) => {
  const { code, said, text } = await hjp(small, args)
  expect(code).toBe(2)
  expect(said()).toContain(says)
  expect(text).toBe(small)
})

test('an answer is never written over, and the common answer of a discussed round stands apart', async () => {
  const rate = (text: string, as: string, input: string) =>
    hjp(
      text,
      ['rate', 'six-requirements', '--as', as, '--method', 'discussed', '--answers', '-'],
      undefined,
      input,
    )
  const one = await rate(small, 'legal', 'concerned: A')
  const again = await rate(one.text, 'legal', 'concerned: C')
  expect([again.code, again.text]).toEqual([2, one.text])
  expect(again.said()).toContain('give each a name with *--by*')
  const { text } = await rate(one.text, 'together', 'concerned: B')
  const { out } = await hjp(text, ['self-evaluation', '--format', 'md', '--out', '-'])
  expect(out()).toContain('- **Answers:** 1\n')
  expect(out()).toContain('| 1 A | B |')
})

test('a statement that is not there, or an answer that is none, is refused with its place', async () => {
  const answers = ['rate', 'six-requirements', '--as', 'legal', '--answers', '-']
  const { said } = await hjp(small, answers, undefined, 'concernd: A\n')
  expect(said()).toContain('there is no such statement in this questionnaire. Did you mean *concerned*?')
  expect((await hjp(small, answers, undefined, 'concerned: D\n')).said()).toContain('expects A, B or C.')
})

test('nobody is named in a self-evaluation, and a side is shown apart only from two answers on', async () => {
  const marks = (many: number) =>
    ['legal', 'health']
      .flatMap((partner) =>
        Array.from(
          { length: many },
          (_, n) => `{ partner: ${partner}, by: Zed${n}, ratings: { concerned: A } }`,
        ),
      )
      .join(', ')
  const file = (many: number) =>
    `${small}rounds: [{ on: 2026-05-01, questionnaire: six-requirements, marks: [${marks(many)}] }]\n`
  for (const many of [1, 2]) {
    const { out } = await hjp(file(many), ['self-evaluation', '--format', 'md', '--out', '-'])
    expect(out()).not.toContain('Zed')
    expect(out().includes('| Legal side | Health side |')).toBe(many === 2)
    expect(out()).not.toContain('%')
  }
})
