import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { questionsFor } from '../src/core/meeting/email.ts'
import { firstTalk, queueOf } from '../src/core/meeting/queue.ts'
import { starter } from '../src/core/meeting/starter.ts'
import { statusOf } from '../src/core/meeting/status.ts'
import { firstAmong, promptsOf } from '../src/core/prompts/prompts.ts'
import { fileOf, knownOn } from './known.ts'
import { library, memoryWorld, runner } from './memory-world.ts'

// Partners begin with a first conversation, and from then on go on from where they are.
const DAY = '2026-06-15'
const { hjp } = runner({ library, today: DAY })
const printed = ['--format', 'md', '--out', '-']
const FIRST = ['1.2', '1.8', '1.7', '2.1', '2.2', '3.3', '0.14']
const viewOf = (answers: string[], partners?: string) =>
  knownOn(fileOf(`answers: [${answers.join(', ')}]`, partners), DAY).view
const numbers = (prompts: { number: string }[]) => prompts.map(({ number }) => number)
const said = (prompt: string, on?: string, who = ['legal', 'health']) =>
  `{ prompt: ${prompt}, perspectives: [${who.map((partner) => `{ partner: ${partner}, said: W${on ? `, on: ${on}` : ''} }`).join(', ')}] }`
const agreed = (prompt: string, on?: string) =>
  `{ prompt: ${prompt}, agreed: { text: W, lead: together${on ? `, on: ${on}` : ''} } }`

test('the first conversation is a few questions, and closes with what to do together', () => {
  expect(numbers(firstAmong(promptsOf(library.parts)))).toEqual(FIRST)
})

test('new partners are led there, wherever they look', async () => {
  const view = viewOf([])
  expect(numbers(queueOf(view)).slice(0, 7)).toEqual(FIRST)
  expect(numbers(starter(view, []).topics)).toEqual(FIRST)
  expect(numbers(questionsFor(view, view.partners.slice(1), []))).toEqual(FIRST.slice(0, 4))
  expect(statusOf(view).next.map(({ command }) => command)).toEqual([
    'hjp ask first',
    'hjp starter',
    'hjp agenda',
  ])
  const pair = ['init', '--name', 'N', '--partner', 'legal=Law', '--partner', 'health=Clinic']
  expect((await hjp('', pair)).said()).toContain('Next: *hjp ask first*')
  expect((await hjp('', pair.slice(0, 5))).said()).toContain('Next: *hjp ask finding-a-partner*')
})

test('a service alone finds a partner first', () => {
  const view = viewOf([], 'partners: [{ id: legal, name: Law, sector: legal }]\n')
  expect(numbers(queueOf(view))[0]).toBe('0.1')
  expect(statusOf(view).next[0]!.command).toBe('hjp ask finding-a-partner')
})

test.each<[minutes: number, each: number, fit: number]>([
  [30, 3, 5],
  [45, 3, 7],
  [60, 4, 7],
  [120, 4, 7],
])('in a meeting of %i minutes each first question has %i, and %i fit', async (minutes, each, fit) => {
  const agenda = (await hjp(fileOf(''), ['agenda', '--minutes', String(minutes), ...printed])).out()
  const rows = [...agenda.matchAll(/^\| \d+ \| Q(\d\.\d+) .* \| (\d+) min \|$/gm)]
  expect(rows.map(([, number]) => number)).toEqual(FIRST.slice(0, fit))
  expect(new Set(rows.map(([, , length]) => length))).toEqual(new Set([String(each)]))
})

test.each<[string, string[], string[]]>([
  ['one has answered some', [said(`getting-to-know/service`, DAY, ['legal'])], FIRST],
  [
    'both have answered some',
    [said('getting-to-know/service'), said('common-ground/problem-seen')],
    ['1.8', '1.7', '2.2', '3.3', '0.14'],
  ],
  [
    'a service found its partner',
    [said('finding-a-partner/need', DAY, ['legal']), said('finding-a-partner/first-steps', DAY, ['legal'])],
    FIRST,
  ],
  [
    'one is set aside',
    ['{ prompt: common-ground/who-misses-out, parked: W }'],
    FIRST.filter((each) => each !== '2.2'),
  ],
  ['something else was said', [said('what-we-do/training', DAY, ['legal'])], []],
  ['something else is agreed', [agreed('what-we-do/training')], []],
])('what is left of the first conversation, once %s', (_, answers, left) => {
  const view = viewOf(answers)
  expect(numbers(firstTalk(view))).toEqual(left)
  expect(numbers(queueOf(view)).slice(0, left.length)).toEqual(left)
})

test.each<[string, string[], string]>([
  ['in the middle of part 5', [agreed('what-we-do/training', '2026-05-01')], '5.1'],
  ['in part 5, without a day', [agreed('what-we-do/training')], '5.1'],
  [
    'in part 3 lately, after part 5',
    [
      agreed('what-we-do/training', '2026-04-01'),
      agreed('what-we-can-achieve/service-difference', '2026-05-01'),
    ],
    '3.1',
  ],
  [
    'in parts 1 and 4 on one day',
    [agreed('getting-to-know/people', '2026-05-01'), agreed('how-we-work/contact', '2026-05-01')],
    '4.1',
  ],
  ['at the end of the last part', [agreed('agreement-terms/signing')], '9.1'],
])('the next thing is where the partners are: %s', (_, answers, next) => {
  const view = viewOf(answers)
  // That what is agreed fits the goal is asked beside.
  const open = queueOf(view).filter(({ number, standing }) => standing === 'open' && number !== '5.6')
  expect(open[0]!.number).toBe(next)
  expect(statusOf(view).next.map(({ command }) => command)).toContain(`hjp ask ${open[0]!.part}`)
})

test('what was only to be heard in the first conversation is done then, and the rest is to be agreed', () => {
  const all = firstAmong(promptsOf(library.parts)).map(({ id }) => said(id))
  expect(numbers(queueOf(viewOf(all))).slice(0, 5)).toEqual(['0.14', '1.2', '2.2', '3.3', '1.1'])
  expect(numbers(queueOf(viewOf(all.slice(0, 6)))).slice(0, 4)).toEqual(['0.14', '1.2', '2.2', '3.3'])
})

test('what is left of the first conversation is as brief at the next meeting, which goes on from there', async () => {
  const file = fileOf(`answers: [${said('getting-to-know/service')}, ${said('common-ground/problem-seen')}]`)
  const agenda = (await hjp(file, ['agenda', ...printed])).out()
  expect(
    [...agenda.matchAll(/^\| \d+ \| Q(\d\.\d+) .* \| (\d+) min \|$/gm)].map(([, ...row]) => row.join(' ')),
  ).toEqual([...['1.8 4', '1.7 4', '2.2 4', '3.3 4', '0.14 4'], '1.2 10', '1.1 10'])
})

test('a first conversation in the terminal hears everyone, and agrees on the first step alone', async () => {
  const { asked, text, said } = await hjp(fileOf(''), ['ask'], {
    replies: ['first', 'everyone', ...Array.from({ length: 14 }, (_, n) => `W${n}`), 'Swap leaflets.', ''],
  })
  expect(asked).toMatchInlineSnapshot(`
    [
      "What would you like to talk about? first|getting-to-know|common-ground|what-we-can-achieve|how-we-work|what-we-do|learning|how-we-partner|health-systems|agreement-terms|finding-a-partner",
      "Who is speaking? everyone|legal|health",
      "Law:",
      "Clinic:",
      "Law:",
      "Clinic:",
      "Law:",
      "Clinic:",
      "Law:",
      "Clinic:",
      "Law:",
      "Clinic:",
      "Law:",
      "Clinic:",
      "Law:",
      "Clinic:",
      "What do you all agree?",
      "When will you review it? |2026-12-15|2027-06-15|2026-09-15|day",
    ]
  `)
  expect(
    knownOn(text, DAY)
      .view.prompts.filter(({ agreed }) => agreed)
      .map(({ number }) => number),
  ).toEqual(['0.14'])
  expect(said()).toContain('Nothing is left open here.')
})

test.each<[string, string[], string]>([
  ['new partners', [], 'first|getting-to-know|'],
  ['partners in the middle of part 5', [agreed('what-we-do/training')], 'what-we-do|learning|'],
])('ask begins with what comes next for %s', async (_, answers, first) => {
  const { asked } = await hjp(fileOf(`answers: [${answers.join(', ')}]`), ['ask'], { replies: [] })
  expect(asked[0]).toContain(`What would you like to talk about? ${first}`)
  expect(asked[0]).toMatch(/\|finding-a-partner$/)
})

const FITTING = [
  agreed('what-we-can-achieve/shared-goal', '2026-01-01'),
  agreed('what-we-do/training', '2026-01-01'),
]
const fitting = (on: string, review: string) =>
  `{ prompt: what-we-do/fit-with-goal, agreed: { text: Well., on: ${on}, review: ${review} } }`
const OUTCOMES = 'outcomes: [{ for: clients, term: short, text: Dry homes. }]'
const LOGIC = 'Have our program logic in front of you: we review it together with this.'

test.each<[string, string[], boolean]>([
  ['none of it is looked at before its day', [...FITTING, fitting('2026-02-01', '2026-06-16')], false],
  ['on the day', [...FITTING, fitting('2026-02-01', DAY)], true],
  ['after it', [...FITTING, fitting('2026-02-01', '2026-06-14')], true],
  [
    'the goal has changed since',
    [
      agreed('what-we-can-achieve/shared-goal', '2026-02-02'),
      FITTING[1]!,
      fitting('2026-02-01', '2027-01-01'),
    ],
    true,
  ],
  [
    'an activity has changed since',
    [FITTING[0]!, agreed('what-we-do/training', '2026-02-02'), fitting('2026-02-01', '2027-01-01')],
    true,
  ],
])('the program logic comes with the fit of activities and goal: %s', async (_, answers, isThere) => {
  const file = fileOf(`answers: [${answers.join(', ')}]\n${OUTCOMES}`)
  const agenda = (await hjp(file, ['agenda', ...printed])).out()
  expect(agenda.includes('5.6 Fit with the goal')).toBe(isThere)
  expect(agenda.includes(LOGIC)).toBe(isThere)
  expect((await hjp(file, ['logic', ...printed])).out()).toMatch(
    /We review this by \d+ \w+ 202\d, together with/,
  )
})

test('the goal and the activities stand beside the question whether they fit, wherever it is asked', async () => {
  const file = fileOf(`answers: [${FITTING.join(', ')}]\n${OUTCOMES}`)
  const shown = [
    (await hjp(file, ['ask', '5.6', '--as', 'legal'], { replies: [] })).out(),
    (await hjp(file, ['worksheet', '5.6', '--for', 'legal', '--format', 'txt', '--out', '-'])).out(),
    (await hjp(file, ['agenda', '5.6', ...printed])).out(),
  ]
  for (const words of shown) {
    expect(words).toContain('Our goal:')
    expect(words).toContain('Training and relationships')
  }
  const other = await hjp(file, ['ask', '5.4', '--as', 'legal'], { replies: [] })
  expect(other.out()).not.toContain('Our goal:')
})

test.each([
  ['Hill Clinic', 'Riverside Legal', 'health', 'legal'],
  ['Hill Law', 'Riverside', 'legal', 'health'],
  ['Riverside Hospital', 'Hill House', 'hospital', 'legal'],
  ['Health Justice Law Clinic', 'Hill Medical Centre', 'legal', 'health'],
])(
  'the kind of each service is as its name says, or what the other is not: %s and %s',
  async (first, second, one, two) => {
    const { world, asked } = memoryWorld({
      library,
      replies: (question) =>
        question.startsWith('What is the partnership')
          ? 'Ours'
          : question.startsWith('What is your service')
            ? first
            : question.startsWith('What is your partner')
              ? second
              : /\? (?=[\w-]+\|)/.test(question)
                ? question.replace(/^.*\? /s, '').split('|')[0]!
                : '',
    })
    expect(await cli(['init'], world, '0')).toBe(0)
    const offered = asked.flatMap(
      (question) => /^What kind of service .*\? (\w+)\|/.exec(question)?.[1] ?? [],
    )
    expect(offered).toEqual([one, two])
  },
)
