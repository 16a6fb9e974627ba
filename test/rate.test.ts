import { expect, test } from 'vitest'
import { library, runner, small } from './memory-world.ts'

const { hjp: run } = runner({ library, today: '2026-06-01' })
const hjp = (text: string, args: string[], replies?: string[], input = '') =>
  run(text, args, { input, ...(replies && { replies }) })
const RATE = ['rate', 'six-requirements', '--as', 'legal', '--by', 'person 1']

test('each answer is kept as it is given, and what was answered is not asked again', async () => {
  const first = await hjp(small, [...RATE, '--method', 'compiled'], ['cooperating', 'A', 'open', 'C', '/s'])
  expect(first.code).toBe(0)
  expect(first.said()).toContain('Continue with *hjp rate six-requirements --as legal --by "person 1"*')
  const rounds = first.text.slice(first.text.indexOf('rounds:')).replace(/ id: r.*\n +/, ' ')
  expect(rounds).toBe(`rounds:
  - on: 2026-06-01
    questionnaire: six-requirements
    method: compiled
    marks:
      - partner: legal
        by: person 1
        level: cooperating
        ratings:
          concerned: A
          direction: C
`)
  const cut = await hjp(first.text, RATE, ['B'])
  expect(cut.code).toBe(130)
  expect(cut.said()).toContain('Your answers are saved')
  expect(cut.asked.map((each) => each.split(' A|')[0])).toEqual([
    '1 of 16: People who live with the problem take part in that work themselves. open|A|B|C',
    '2 of 16: Partners can question and change decisions; they are not just asked what they think. open|A|B|C',
  ])
  expect(cut.text).toContain('affected: B')
})

test('going back mends an answer of this sitting, and leaving it keeps it', async () => {
  const replies = ['', 'A', 'B', '/b', 'open', '/b', '/b', 'C', '/s']
  const { code, text, asked } = await hjp(small, RATE, replies)
  expect(code).toBe(0)
  expect(text).toMatch(/ratings:\n +concerned: C\n +affected: B\n$/)
  expect(asked[7]).toContain('1 of 18: ')
})

test('somebody else of a partner is not taken for the first, and each may go on', async () => {
  const ask = (text: string, replies: string[], as = ['--as', 'legal']) =>
    hjp(text, ['rate', 'six-requirements', ...as], replies)
  const first = await ask(small, ['legal', 'cooperating', 'A', '/s'], [])
  const second = await ask(first.text, ['new', '', 'C', 'B', '/s'])
  expect(second.asked[0]).toMatch(/already answered. Whose answers are these\? new\|0$/)
  expect(second.said().replaceAll('\n', ' ')).toContain('kept under *person 2*, which no document shows.')
  expect(second.said()).toContain('--as legal --by "person 2"*')
  const third = await ask(second.text, ['1', '', 'B', '/s'])
  expect(third.text.slice(third.text.indexOf('marks:'))).toBe(`marks:
      - partner: legal
        level: cooperating
        ratings:
          concerned: A
      - partner: legal
        by: person 2
        ratings:
          concerned: C
          affected: B
          direction: B
`)
  const fourth = await ask(third.text, ['new', '', 'A', '/s'])
  expect(fourth.text).toContain('by: person 3')
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
  const agenda = await hjp(text, ['agenda', '--format', 'md', '--date', '2026-06-25', '--minutes', '90'])
  expect(agenda.out()).toMatch(/\| How we work together +\| discuss/)
  expect(agenda.out()).toContain('## How we work together')
  expect(agenda.out()).toContain('1 A, 1 C. We are divided: what does each of us see?')
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
  expect(again.said()).toContain('give each person a name with *--by*')
  const two = await rate(one.text, 'health', 'concerned: C')
  const { text } = await rate(two.text, 'together', 'concerned: B')
  const { out } = await hjp(text, ['self-evaluation', '--format', 'md', '--out', '-'])
  expect(out()).toContain('- **Answers:** 2\n')
  expect(out()).toContain('| 1 A, 1 C<br>_divided_ | B |')
})

test('a statement that is not there, or an answer that is none, is refused with its place', async () => {
  const answers = ['rate', 'six-requirements', '--as', 'legal', '--answers', '-']
  const { said } = await hjp(small, answers, undefined, 'concernd: A\n')
  expect(said()).toContain('there is no such statement in this questionnaire. Did you mean *concerned*?')
  expect((await hjp(small, answers, undefined, 'concerned: D\n')).said()).toContain('expects A, B or C.')
})

/** A self-evaluation of a round with these marks, each by a partner that has a sector, or by someone of none. */
async function evaluated(marks: string[], rest = '') {
  const partners = ['legal', 'health', 'community'].map(
    (id) => `{ id: ${id}, name: The ${id}, sector: ${id} }`,
  )
  const rounds = `[{ on: 2026-05-01, questionnaire: six-requirements, marks: [${marks.join(', ')}]${rest} }]`
  const text = `version: 1\nname: N\npartners: [${partners.join(', ')}]\nrounds: ${rounds}\n`
  const { out, code } = await hjp(text, ['self-evaluation', '--format', 'md', '--out', '-'])
  expect(code).toBe(0)
  const statement = out()
    .split('\n')
    .find((line) => line.startsWith('| Everyone affected'))!
  const columns = out()
    .split('\n')
    .find((line) => line.includes('| Statement |'))!
  return { out: out(), statement, columns }
}
const mark = (partner: string, n: number, rating = 'A') =>
  `{ ${partner && `partner: ${partner}, `}by: Zed${n}, ratings: { concerned: ${rating} } }`
const times = (many: number, partner: string) => Array.from({ length: many }, (_, n) => mark(partner, n))

test.each([
  ['two of each', [2, 2, 0, 0], []],
  ['three of each', [3, 3, 0, 0], ['Legal side', 'Health side']],
  ['one left over, whom the rest would tell', [3, 3, 0, 1], []],
  ['one of another partner', [3, 3, 1, 0], []],
  ['three left over', [3, 3, 2, 1], ['Legal side', 'Health side', 'Others']],
  ['one side alone', [4, 0, 0, 0], []],
] as const)(
  'nobody is named, and sides stand apart only where nobody can be told: %s',
  async (_, many, shows) => {
    const marks = ['legal', 'health', 'community', ''].flatMap((partner, n) => times(many[n]!, partner))
    const { out, columns } = await evaluated(marks)
    expect(columns).toBe(`| ${['Statement', 'Answers', ...shows].join(' | ')} |`)
    expect(out).not.toMatch(/Zed|%/)
  },
)

test('an answer that is the only one is not shown, whatever the method', async () => {
  for (const method of ['compiled', 'discussed', 'together']) {
    const { out, statement } = await evaluated([mark('legal', 1, 'C')], `, method: ${method}`)
    expect(statement).toMatch(/ \| +\|$/)
    expect(out).toContain("- **Answers:** 1. One person's answer is not shown on its own.")
    expect(out).not.toMatch(/1 C|What to talk about/)
    const common = await evaluated([mark('', 1, 'C'), '{ ratings: { concerned: B } }'], `, method: ${method}`)
    expect(common.statement).toContain('| 1 B |')
    expect(common.out).not.toContain('1 C')
  }
})

test('where nobody answered, there is no picture and no count', async () => {
  const { out } = await evaluated(times(2, 'legal'))
  expect(out).toContain('Total: 2 A\n')
  expect(out).not.toContain('Total: \n')
  expect(out).toContain('| 2 with no answer |')
  expect(out.match(/Nothing to show here yet/g)).toHaveLength(5)
})

const LEVELLED = `${small}rounds:
  - on: 2026-05-20
    questionnaire: six-requirements
    marks:
`
const levelled = (partner: string, by: string, level: string) =>
  `      - { partner: ${partner}, by: ${by}, level: ${level}, ratings: { concerned: A } }\n`

test.each([
  ['nobody', '', '[networking, coordinating, cooperating or collaborating]'],
  [
    'one, whose answer would be their own',
    levelled('legal', 'p', 'networking'),
    '[networking, coordinating,',
  ],
  [
    'several',
    levelled('legal', 'p', 'networking') +
      levelled('health', 'q', 'cooperating') +
      levelled('health', 'r', 'cooperating'),
    'networking 1, cooperating 2',
  ],
])('how closely partners work together, said by %s', async (_, marks, shown) => {
  const text = marks ? LEVELLED + marks : LEVELLED.replace('    marks:\n', '')
  const made = await hjp(text, ['self-evaluation', '--format', 'md', '--out', '-'])
  expect(made.out()).toContain(
    `**How closely we work together:** ${shown.startsWith('[') ? '**' : ''}${shown}`,
  )
})

test('a level is never overwritten by another, and an older file has one for all', async () => {
  const level = (text: string, by: string, said: string) =>
    hjp(
      text,
      ['rate', 'six-requirements', '--as', 'health', '--by', by, '--level', said, '--answers', '-'],
      undefined,
      'concerned: A',
    )
  const first = await level(LEVELLED.replace('    marks:\n', '    level: networking\n'), 'p', 'cooperating')
  const second = await level(first.text, 'q', 'collaborating')
  expect(second.text.match(/level: .*/g)).toEqual([
    'level: networking',
    'level: cooperating',
    'level: collaborating',
  ])
  expect((await level(second.text, 'q', 'networking')).code).toBe(2)
})
