import { expect, test } from 'vitest'
import { exampleFile, library, runner, small } from './memory-world.ts'

const { hjp } = runner({ library })
const first = exampleFile('first-steps')

/** The numbers of the prompts that names stand for, as `hjp prompts` prints them. */
async function called(...names: string[]): Promise<string[]> {
  const { code, out } = await hjp(first, ['prompts', ...names, '--json'])
  if (code !== 0) return []
  const parts = JSON.parse(out()) as { prompts: { number: string }[] }[]
  return parts.flatMap(({ prompts }) => prompts.map(({ number }) => number))
}

test.each([
  ['5.1', '5.1'],
  ['5.1.', '5.1'],
  ['5,1', '5.1'],
  ['#5.1', '5.1'],
  ['Q5.1', '5.1'],
  ['q 5.1:', '5.1'],
  ['question 5.1', '5.1'],
  ['05.01', '5.1'],
  ['5.3B.', '5.3b'],
  ['5.3 b', '5.3b'],
  ['what-we-do/referral-pathways', '5.1'],
  ['Referral pathways', '5.1'],
  ['pathways', '5.1'],
  ['referral path', '5.1'],
  ['5.1 Referral pathways', '5.1'],
  ['secondary consultation', '5.3'],
  ['the need', '0.1'],
  ['insurance', '9.13'],
  ['indemnity', '9.13a'],
  ['dispute resolution', '4.6'],
])('%j names one prompt', async (name, number) => {
  expect(await called(name)).toEqual([number])
})

test.each([
  ['5', 'what-we-do'],
  ['part 5', 'what-we-do'],
  ['Tip 5', 'what-we-do'],
  ['5.', 'what-we-do'],
  ['health systems', 'health-systems'],
  ['working with a health system', 'health-systems'],
  ['how we work', 'how-we-work'],
  ['getting to know', 'getting-to-know'],
  ['learning', 'learning'],
  ['agreement terms', 'agreement-terms'],
])('%j names a part', async (name, part) => {
  const { out } = await hjp(first, ['prompts', name, '--json'])
  expect((JSON.parse(out()) as { id: string }[]).map(({ id }) => id)).toEqual([part])
})

test.each([
  [
    ['1.1', '1.2'],
    ['1.1', '1.2'],
  ],
  [
    ['5.1', 'insurance'],
    ['5.1', '9.13'],
  ],
  [['referral', 'pathways'], ['5.1']],
  [['#5.1', 'Referral', 'pathways'], ['5.1']],
])('%j are names, or the words of one', async (names, numbers) => {
  expect(await called(...names)).toEqual(numbers)
})

const LISTED = '*hjp prompts* lists them all.'

test.each([
  [
    ['agree', 'advice', 'By phone.'],
    `*advice* could be any of these. Give its number, or more of its words:
  5.3a Value of advice
  5.3b Scope of advice
  5.3c Recording advice
  5.3d Preparing for advice`,
  ],
  [['agree'], '*hjp agree* needs a prompt: its number or some words of it, such as *5.1* or'],
  [
    ['agree', 'referal pathway', 'x'],
    `or part *referal pathway*. Did you mean *5.1 Referral pathways*? ${LISTED}`,
  ],
  [['agree', '5.99', 'x'], `There is no prompt or part *5.99*. ${LISTED}`],
  [['agree', 'zebra', 'x'], `There is no prompt or part *zebra*. ${LISTED}`],
  [['agree', '5.1.2', 'x'], `There is no prompt or part *5.1.2*. ${LISTED}`],
  [['agree', ' ', 'x'], 'There is no prompt or part'],
  [['agree', 'learning', 'x'], '*learning* could be any of these.'],
  [['add', 'action', 'what=Call', 'about=advice'], '*advice* could be any of these.'],
  [['agenda', '--format', 'md', 'hopes and worries', 'zebra'], 'There is no prompt or part *zebra*.'],
])('%j is no one prompt, and says what could be meant', async (args, message) => {
  const { code, said, text } = await hjp(first, args)
  expect(said()).toContain(message)
  expect([code, text]).toEqual([2, first])
})

test.each<[args: string[], replies: string[], asked: string, written: string]>([
  [
    ['agree', 'advice', 'By phone.'],
    ['1'],
    'Which one do you mean by "advice"? 0|1|2|3|',
    'prompt: what-we-do/secondary-consultation/scope',
  ],
  [
    ['agree', 'referal pathway', 'By phone.'],
    ['0'],
    'Which one do you mean by "referal pathway"? 0|',
    'prompt: what-we-do/referral-pathways',
  ],
  [
    ['park'],
    ['learning', '', 'what-we-do', 'what-we-do/referral-pathways', 'Not yet.'],
    'Which question? ',
    'prompt: what-we-do/referral-pathways',
  ],
  [
    ['answer'],
    ['what-we-do', 'what-we-do/referral-pathways', 'legal', 'By phone.'],
    'Whose answer is it? legal|health',
    'prompt: what-we-do/referral-pathways',
  ],
])('%j offers what it could be to whoever is there', async (args, replies, question, written) => {
  const { asked, text, code } = await hjp(small, args, { replies })
  expect(code).toBe(0)
  expect(asked.join('\n')).toContain(question)
  expect(text).toContain(written)
})

test('none of what is offered is an answer too, and changes nothing', async () => {
  const { code, text } = await hjp(small, ['agree', 'advice', 'By phone.'], { replies: [''] })
  expect([code, text]).toEqual([2, small])
})

test('words that belong together need no quotes', async () => {
  const { out } = await hjp(first, ['prompts', 'hopes', 'and', 'worries', '--json'])
  expect(JSON.parse(out())).toMatchObject([{ prompts: [{ topic: 'Hopes and worries' }] }])
})

test('a private prompt is as private by its words', async () => {
  const { code, said } = await hjp(first, ['agenda', '--format', 'md', 'relationship map'])
  expect(said()).toContain('is private')
  expect(code).toBe(2)
})

test.each([
  ['agree', ['On referral.']],
  ['answer', ['On referral.', '--as', 'legal']],
  ['park', ['Not now.']],
  ['ask', ['--as', 'legal']],
])('%s writes nothing to a number of before, or to one that none has', async (command, more) => {
  for (const [number, told] of [
    [
      '8.2',
      `*8.2* is now 1.1 People, and nothing was written. If that is what you mean: *hjp ${command} 1.1*`,
    ],
    // The digits of 9.5 the other way round.
    ['5.9', 'There is no prompt or part *5.9*.'],
    ['5 9', 'There is no prompt or part *5 9*.'],
  ]) {
    const run = await hjp(small, [command, number!, ...more], { replies: [] })
    expect([run.code === 0, run.text]).toEqual([false, small])
    expect(run.said()).toContain(told)
  }
})
