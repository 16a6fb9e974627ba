import { expect, test } from 'vitest'
import { changes } from './changes.ts'
import { fileOf, knownOn } from './known.ts'
import { library, runner } from './memory-world.ts'

// What does not apply is set aside, by itself or with its part, and is missing nowhere until it is brought back.
const DAY = '2026-06-15'
const { hjp, after } = runner({ library, today: DAY })
const printed = ['--format', 'md', '--out', '-']
const init = (...partners: string[]) =>
  hjp('', ['init', '--name', 'Hill', ...partners.flatMap((each) => ['--partner', each])])

test.each<[string, string[], boolean]>([
  ['a community health service', ['legal=Law', 'health=Clinic'], true],
  ['a service alone', ['legal=Law'], true],
  ['a hospital', ['legal=Law', 'hospital=Base Hospital'], false],
])('part 8 is set aside from the start unless a hospital takes part: %s', async (_, partners, isAside) => {
  const { text, said } = await init(...partners)
  expect(said().includes('hjp park health-systems --resume')).toBe(isAside)
  expect(/^parked:.*\n(?:.+\n)*/m.exec(text)![0]).toBe(
    isAside
      ? `parked: # parts that you have set aside, and why
  - part: health-systems
    why: None of us is a hospital or part of a larger health system.
    except: [health-systems/funding]
`
      : 'parked: [] # parts that you have set aside, and why\n',
  )
  const { text: brought } = await hjp(text, ['park', 'health-systems', '--resume'])
  expect(brought).toContain('parked: [] # parts')
})

test('a hospital that joins is told how to bring part 8 back', async () => {
  const { text } = await init('legal=Law', 'health=Clinic')
  const join = (sector: string) => hjp(text, ['join', 'Base Hospital', '--sector', sector])
  expect((await join('hospital')).said()).toContain('hjp park health-systems --resume')
  expect((await join('social')).said()).not.toContain('--resume')
})

const PARTS = `parked:
  - part: health-systems
    why: No hospital here.
  - { part: 6, why: Next year., except: [6.3] }
answers:
  - { prompt: health-systems/access, perspectives: [{ partner: legal, said: W }] }
  - { prompt: health-systems/funding, agreed: { text: By both., on: 2026-05-01 } }
  - { prompt: health-systems/oversight, agreed: { decision: not-yet, text: W } }
`

test('with a part all is set aside that is not settled, but for what was brought back and what follows it', () => {
  const { prompts } = knownOn(fileOf(PARTS), DAY).view
  const stands = (part: string) =>
    prompts.filter((prompt) => prompt.part === part).map(({ number, standing }) => `${number} ${standing}`)
  expect([...stands('health-systems'), ...stands('learning')]).toMatchInlineSnapshot(`
    [
      "8.1 parked",
      "8.4 parked",
      "8.6 parked",
      "8.6a parked",
      "8.7 parked",
      "8.7a parked",
      "8.7b parked",
      "8.7c parked",
      "8.9 parked",
      "8.10 agreed",
      "8.10a parked",
      "8.10b parked",
      "6.2 parked",
      "6.3 open",
      "6.3a open",
      "6.4 parked",
      "6.5 parked",
      "6.5a parked",
      "6.7 parked",
    ]
  `)
})

test('what is set aside with its part is missing nowhere', async () => {
  const { text } = await init('legal=Law', 'health=Clinic')
  const { file } = await after(text, [
    { args: ['answer', '5.1', '--as', 'legal', 'By phone.'] },
    { args: ['answer', '8.7', '--as', 'legal', 'Late hours.'] },
    ...['0', '1', '2', '3', '4', '5', '6', '7', '9'].map((part) => ({ args: ['park', part, 'Not now.'] })),
    { args: ['park', '8.10', 'Not now.'] },
    { args: ['park', '8.10a', 'Not now.'] },
  ])
  const out = async (...args: string[]) => (await hjp(file, args)).printed
  expect(await out('starter')).toContain('Nothing is waiting to be talked about.')
  expect(await out('email', '--for', 'health')).toContain('has answered everything')
  expect(await out('worksheet', '--for', 'health')).toContain('has answered everything')
  expect(await out('agenda', ...printed)).not.toMatch(/## \d/)
  expect(await out('check')).not.toContain('nothing is agreed yet')
  const [, open] = /## What is still open\n\n(.*)\n\n/.exec(await out('handover', ...printed))!
  expect(open).toMatch(/^- \*\*Set aside for now:.* and Part 8: Working with a health system$/)
  expect(await out('page', ...printed)).not.toContain('Working with a health system')
  expect(await out('protocol', ...printed)).not.toContain('When it is urgent')
  expect(await out('prompts', 'health-systems')).toContain('Set aside: None of us is a hospital')
  expect((await out('mou', ...printed)).split('**Set aside**')[1]).toMatchInlineSnapshot(`
    "

    - Getting to know each other, Finding common ground, What you can achieve together, How you will work together, What you will do together, Measuring and learning together, Terms of your memorandum of understanding, Funding that lasts and Budget and accounts: Not now.
    - Working with a health system: None of us is a hospital or part of a larger health system.
    6 blanks left, shown in [brackets]. To go through them: *hjp ask --for mou*"
  `)
  expect(await out('status')).toMatchInlineSnapshot(`
    "Hill

      0  Finding a partner: set aside
      1  Getting to know each other: set aside
      2  Finding common ground: set aside
      3  What you can achieve together: set aside
      4  How you will work together: set aside
      5  What you will do together: set aside
      6  Measuring and learning together: set aside
      7  Reviewing how you partner: set aside
      8  Working with a health system: set aside
      9  Terms of your memorandum of understanding: set aside

    A question that follows a yes counts once you have decided it; what you set
    aside does not count.

    Law has answered 2 questions.
    Clinic has answered 0 questions.

    Next:
      hjp agenda  the next meeting
      hjp mou     a draft of what is agreed, in Word
    "
  `)
})

test('set aside and brought back, whole or in part, and each time only that is written', async () => {
  const start = fileOf('answers: []')
  let file = start
  let story = ''
  for (const args of [
    ['park', '8', 'No hospital here.'],
    ['park', 'health-systems/access', '--resume'],
    ['park', '8.4', 'Not this year.'],
    ['park', 'health-systems', 'Still none.'],
    ['agree', '8.10', 'By both.'],
    ['park', 'health-systems', '--resume'],
  ]) {
    const run = await hjp(file, args)
    story += `$ hjp ${args.join(' ')}\n${run.printed.trimEnd()}\n${changes(file, run.text)}\n`
    file = run.text
  }
  await expect(story).toMatchFileSnapshot('golden/set-aside.txt')
})

test.each([
  ['ask', []],
  ['starter', []],
  ['agenda', ['--date', '2026-07-01', '--time', '10:00', '--place', 'Library']],
  ['worksheet', ['--for', 'legal']],
])('%s refuses a part that is set aside, and takes a prompt of it by name', async (command, more) => {
  const of = (name: string) => hjp(fileOf(PARTS), [command, name, ...more], { replies: [] })
  expect((await of('learning')).said()).not.toContain('set aside')
  const whole = await hjp(fileOf('parked: [{ part: learning, why: W }]'), [command, 'learning', ...more], {
    replies: [],
  })
  expect(whole.said()).toContain(
    'All of *learning* is set aside. To bring it back: *hjp park learning --resume*',
  )
  expect((await of('8.4')).said()).not.toContain('set aside. To')
})

test('check names a part that there is not, and an essential term that is set aside', async () => {
  const file = fileOf(
    'parked: [{ part: helth-systems, why: W, except: [8.99] }, { part: agreement-terms, why: Later. }]',
  )
  const { printed } = await hjp(file, ['check', '--only', 'references,signing'])
  expect(printed).toContain(
    'there is no part helth-systems, so this sets nothing aside. Did you mean health-systems?',
  )
  expect(printed).toContain('there is no prompt 8.99')
  expect(printed).toContain('9.9 Privilege and reporting duties is set aside ("Later.").')
  expect(printed).not.toMatch(/ 9\.\d+ [^:]+: nothing is agreed yet/)
})

test('an agreement tells a reason once, whatever number of terms it is for', async () => {
  const aside = [
    ...['getting-to-know/people', 'common-ground/who-misses-out', 'how-we-work/roles'],
    ...['what-we-do/case-coordination', 'learning/indicators'],
  ].map((id) => `  - { prompt: ${id}, parked: Not needed in a first agreement. }\n`)
  const many = fileOf(`answers:
${aside.join('')}  - { prompt: agreement-terms/publicity, parked: The media team must read it. }
`)
  const draft = (await hjp(many, ['mou', ...printed])).out()
  expect(draft.match(/Not needed in a first agreement/g)).toHaveLength(1)
  expect(/\*\*Set aside\*\*[\s\S]*?(?=\n\*\*Not agreed)/.exec(draft)![0]).toMatchInlineSnapshot(`
    "**Set aside**

    - Not needed in a first agreement.
      - _Background and the problem we share:_ Who misses out
      - _Roles:_ Roles
      - _Case coordination:_ Case coordination
      - _Keeping in touch, and urgent needs:_ People
      - _Measuring and learning:_ Signs of change
    - Publicity and ownership: The media team must read it.
    "
  `)
})

test('the log tells of a part as of a prompt', async () => {
  const { printed } = await hjp(fileOf('parked: [{ part: health-systems, why: No hospital here. }]'), ['log'])
  expect(printed).toContain('Set aside:\n     8 Working with a health system\n     No hospital here.')
})

test('what is set aside says how it comes back, where it is asked all the same', async () => {
  const { out } = await hjp(fileOf(PARTS), ['ask', '8.4', '--as', 'legal'], { replies: [] })
  expect(out()).toContain('Set aside, until hjp park 8.4 --resume:\n     No hospital here.')
})

test('what became of a part as a whole is in its log, and in that of no single prompt', async () => {
  const { out } = await hjp(fileOf(PARTS), ['log', 'health-systems'])
  expect(out()).toContain('Set aside:\n     8 Working with a health system\n     No hospital here.')
  const { out: other } = await hjp(fileOf(PARTS), ['log', '8.1', 'learning'])
  expect(other()).not.toContain('No hospital here.')
  expect(other()).toContain('Next year.')
})

test('what follows a question that is set aside is not asked either, unless it is agreed or named', async () => {
  const { text } = await hjp(fileOf('answers: []'), ['ask', '5.1', '--as', 'legal'], {
    replies: ['/p', 'Next year.'],
  })
  const { file } = await after(text, [
    { args: ['agree', '5.1b', 'Within two days.'] },
    { args: ['agree', '5.5', '--decision', 'yes', 'Yes.'] },
    { args: ['park', '5.5', 'Not now.'] },
  ])
  const follows = knownOn(file, DAY).view.prompts.filter(({ number }) => /^5\.[15][a-z]$/.test(number))
  expect(follows.flatMap(({ number, asked }) => (asked ? number : []))).toEqual(['5.1b'])
  const left = knownOn(text, DAY).view.prompts.filter(({ part, asked }) => part === 'what-we-do' && asked)
  const { printed } = await hjp(text, ['status'])
  expect(printed).toContain(`: 0 of ${left.length - 1} answered, 0 agreed, 1 set aside`)
  expect(
    (await hjp(text, ['worksheet', '--for', 'legal', '--format', 'md', '--out', '-'])).out(),
  ).not.toContain('Q5.1a')
  const named = await hjp(text, ['ask', '5.1a', '--as', 'legal'], { replies: ['At each intake.'] })
  expect(named.text).toContain('At each intake.')
})
