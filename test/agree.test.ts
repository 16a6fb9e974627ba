import { expect, test } from 'vitest'
import { changes } from './changes.ts'
import { fileOf } from './known.ts'
import { library, runner } from './memory-world.ts'

// What the partners agree on, and what goes with the words: the decision, who agrees, who leads, when it is reviewed.
const DAY = '2026-06-15'
const { hjp } = runner({ library, today: DAY })
const agreed = (prompt: string, more: string) =>
  fileOf(`answers: [{ prompt: ${prompt}, agreed: { text: We will., ${more} } }]`)
const training = agreed('what-we-do/joint-advocacy', 'by: [legal], decision: yes, review: 2027-01-01')
const said = (before: string, after: string) =>
  changes(before, after)
    .split('\n')
    .filter((line) => /^[-+]/.test(line))

test.each<[args: string[], kept: string[]]>([
  [
    ['--lead', 'health'],
    ['lead: health', 'by: [legal]', 'review: 2027-01-01'],
  ],
  [
    ['--review', '2027-02-02'],
    ['review: 2027-02-02', 'by: [legal]'],
  ],
  [['--review', 'none'], ['by: [legal]']],
  [
    ['--by', 'health', '--lead', 'together'],
    ['lead: together', 'by: [legal]', 'partner: health'],
  ],
  [
    ['--decision', 'yes', '--lead', 'legal'],
    ['lead: legal', 'review: 2027-01-01'],
  ],
])('agree %j changes just that, and nobody is asked for the words', async (args, kept) => {
  const { code, text, asked } = await hjp(training, ['agree', '5.5', ...args], { replies: [] })
  expect([code, asked]).toEqual([0, []])
  for (const each of kept) expect(text).toContain(each)
  expect(text).toContain('text: We will.')
  expect(/review: 20/.test(text)).toBe(args[1] !== 'none')
})

test('a decision that is missing is set alone, and another one takes words of its own', async () => {
  const without = agreed('what-we-do/joint-advocacy', 'lead: legal')
  const set = await hjp(without, ['agree', '5.5', '--decision', 'yes'])
  expect([set.code, said(without, set.text).length]).toEqual([0, 2])
  const other = await hjp(training, ['agree', '5.5', '--decision', 'no'])
  expect(other.said()).toContain('There was nothing to write down.')
})

test('where words of an earlier agreement wait, who agrees is not enough', async () => {
  const waits = fileOf(
    'answers: [{ prompt: what-we-do/joint-advocacy, proposals: [{ from: old.docx, for: agreed, text: We train., decision: yes }] }]',
  )
  const run = await hjp(waits, ['agree', '5.5', '--by', 'health'], { replies: [] })
  expect([run.code, run.asked, run.text]).toEqual([2, [], waits])
  expect(run.said()).toContain('words of old.docx wait there. To agree to them, add *--adopted*.')
})

test.each([
  ['before it is due', '2026-06-16', false],
  ['on the day', DAY, true],
  ['after', '2026-06-14', true],
])('a decision is kept as it is by Enter, and then reviewed %s', async (_, review, isDue) => {
  const due = agreed('what-we-do/joint-advocacy', `decision: yes, lead: legal, review: ${review}`)
  // What was agreed on before is asked of what was named, and not of what follows it up.
  const run = await hjp(due, ['ask', '5.5', '--agreed'], {
    replies: ['keep', ...(isDue ? ['legal', '2026-12-15'] : [])],
  })
  expect(run.asked[0]).toMatch(/ keep\|yes\|no\|not-yet\|skip$/)
  expect(run.asked.slice(1, 3).map((each) => each.slice(0, 8))).toEqual(
    isDue ? ['Who lead', 'When wil'] : ['How shou'],
  )
  expect(run.text.includes('review: 2026-12-15')).toBe(isDue)
  expect(run.text).toContain('We will.')
})

test('words that are proposed for a decision keep it, unless they begin with another', async () => {
  const open = (text: string) =>
    training.replace(' } }]', `}, proposals: [{ partner: health, for: agreed, text: "${text}" }] }]`)
  for (const [text, decision] of [
    ['We will, twice a year.', 'yes'],
    ['No, not with our rosters.', 'no'],
  ]) {
    const run = await hjp(open(text!), ['agree', '5.5', '--proposed-by', 'health'])
    expect([run.code, run.text], run.said()).toEqual([0, expect.stringMatching(`decision: ${decision}`)])
  }
})

test.each([
  ['yes', 'what-we-do', '--as everyone', true],
  ['no', 'what-we-do', '--as everyone', false],
  ['yes', '5.5', '--agreed', true],
  ['no', '5.5', '--agreed', false],
])(
  'whoever has not agreed to what the others have is asked: %s, %s %s',
  async (reply, name, voice, isAgreed) => {
    const run = await hjp(training.replace('yes,', 'yes, lead: legal,'), ['ask', name, ...voice.split(' ')], {
      replies: (question) =>
        question.startsWith('Does ') ? reply : (/(?<= |\|)(keep|skip)(?=\|)/.exec(question)?.[0] ?? ''),
    })
    expect(run.asked.filter((each) => each.startsWith('Does '))).toEqual([
      'Does Clinic agree to this too? no|yes',
    ])
    expect(/partner: health[^}]*on: 2026-06-15/.test(run.text)).toBe(isAgreed)
    expect(/Still open here: [^C]*\b5\.5\b/.test(run.said())).toBe(!isAgreed)
  },
)

test('whoever has not agreed is not taken to agree when the rest of it is asked again', async () => {
  const run = await hjp(training, ['ask', '5.5', '--agreed'], {
    replies: ['keep', 'some', 'yes', 'no', 'legal', '2027-01-01'],
  })
  expect(run.asked.join('\n')).toContain('Do all of you agree? (So far not agreed by Clinic.)')
  expect(run.text).toContain('by: [legal]')
})

test('a report credits partners with nothing that only some agreed', async () => {
  const all = training.replace('by: [legal]', 'by: [legal, health]')
  const report = async (text: string) =>
    (await hjp(text, ['report', '--for', 'public', '--format', 'md', '--out', '-'])).out()
  expect(await report(all)).toContain('Joint advocacy')
  expect(await report(training)).not.toContain('Joint advocacy')
})

test('what was decided as not yet is not told as something on which nothing is agreed', async () => {
  const heard =
    'perspectives: [{ partner: legal, said: A }, { partner: health, said: B }], agreed: { text: Not now., decision: not-yet, on: 2026-06-01 }'
  const run = await hjp(fileOf(`answers: [{ prompt: what-we-do/case-coordination, ${heard} }]`), ['status'])
  expect(run.printed).toContain('you decided “not yet”')
  expect(run.printed).not.toContain('everyone has answered')
})

const three = (joined: string, before: string, more = '') =>
  fileOf(
    `answers:
  - { prompt: how-we-work/meetings, agreed: { text: We meet., by: [legal, health], on: ${before} } }
${more}`,
    `partners:
  - { id: legal, name: Law, sector: legal }
  - { id: health, name: Clinic, sector: health }
  - { id: food, name: Food Bank, sector: community, joined: ${joined} }
`,
  )
const heard =
  '  - { prompt: how-we-work/roles, agreed: { text: Roles., by: [legal, food], on: 2026-06-03 } }\n'

test.each<[what: string, text: string, args: string[], by: string, isLeft: boolean]>([
  ['joined after others had agreed', three('2026-06-02', '2026-06-01'), [], 'legal, health', true],
  ['joined on the day', three('2026-06-02', '2026-06-02'), [], 'legal, health', true],
  ['joined before, and was left out', three('2026-06-02', '2026-06-03'), [], 'legal, health', true],
  [
    'joined before anything',
    three('2026-06-02', '2026-06-03').replace(/ {2}- { prompt.*\n/, ''),
    [],
    'legal, health, food',
    false,
  ],
  ['has agreed since', three('2026-06-02', '2026-06-01', heard), [], 'legal, health, food', false],
  ['is named', three('2026-06-02', '2026-06-01'), ['--by', 'legal', 'food'], 'legal, food', false],
])('whoever %s is named as agreeing only where it was heard', async (_, text, args, by, isLeft) => {
  const run = await hjp(text, ['agree', '4.3', 'By phone.', ...args])
  const ids = /By phone\.\n\s+by: \[(.*)\]/.exec(run.text)?.[1]
  expect([run.code, ids, run.said().includes('hjp agree 4.3 --by food')]).toEqual([0, by, isLeft])
  expect(run.said()).toContain(`agreed by ${by.includes('health') ? 'Law' : 'Law and Food Bank'}`)
})

test.each([
  ['no', 'legal, health'],
  ['yes', 'legal, health, food'],
])('in a terminal whoever has not been heard is asked about: %s', async (reply, by) => {
  const run = await hjp(three('2026-06-02', '2026-06-01'), ['agree', '4.3', 'By phone.'], {
    replies: [reply],
  })
  expect(run.asked.join()).toContain('Does Food Bank agree too?')
  expect(/By phone\.\n\s+by: \[(.*)\]/.exec(run.text)?.[1]).toBe(by)
})

test('answers from a file name nobody who was not heard, and say so', async () => {
  const run = await hjp(three('2026-06-02', '2026-06-01'), ['ask', '--answers', '-'], {
    input: '4.3: { agreed: By phone. }\n4.4: { agreed: Roles. }',
  })
  expect(run.text.match(/by: \[legal, health\]/g)).toHaveLength(3)
  expect(run.said()).toContain('hjp worksheet --confirm --for food')
})
