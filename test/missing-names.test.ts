import { expect, test } from 'vitest'
import { library, runner, small } from './memory-world.ts'

const { hjp } = runner({ library })

const FILE = `${small}actions:
  - { id: a1, what: Call the insurer, owner: legal, due: 2026-04-01 }
  - { id: a2, what: Print the card, done: 2026-02-01 }
milestones:
  - { id: w1, what: Open the room }
`

test.each<[args: string[], replies: string[], asked: string, written: string]>([
  [['done'], ['a1'], 'What is done? a1|w1', 'done: 2026-03-10'],
  [['leave'], ['health'], 'Which partner is leaving? legal|health', 'left: 2026-03-10'],
  [['rename-partner'], ['health', 'clinic'], 'What should commands call health instead?', 'id: clinic'],
  [['join'], ['Youth House', 'community'], 'What is the partner called?', 'name: Youth House'],
  [
    ['add'],
    ['actions', 'Write', '', '', '', '', '', '', 'no'],
    'What would you like to add? agreements|',
    'what: Write',
  ],
  [['rate'], ['six-requirements', 'together'], 'Which questionnaire? ', ''],
  [['worksheet', '5.1', '--format', 'txt'], ['health'], 'Which partner it is for legal|health', ''],
  [['agree', '5.3'], ['yes', 'Yes, we will.'], 'Your decision together: ', 'decision: yes'],
])('%j asks for what it was not told', async (args, replies, question, written) => {
  const { asked, text } = await hjp(FILE, args, { replies })
  expect(asked.join('\n')).toContain(question)
  expect(text).toContain(written)
})

test.each([
  [['done'], '*hjp done* needs an open action or milestone: a1, w1.'],
  [['leave'], '*hjp leave* needs a partner: legal, health.'],
  [['rename-partner'], '*hjp rename-partner* needs a partner and its new id: legal, health.'],
  [['add'], '*hjp add* needs a table: agreements, actions, meetings,'],
  [['rate'], '*hjp rate* needs a questionnaire: six-activities, six-requirements.'],
  [['answer', '5.1', 'x'], '*hjp answer* needs *--as* and a partner: legal, health.'],
  [['worksheet', '5.1'], '*hjp worksheet* needs *--for <partner>*: legal, health.'],
  [['join'], 'There was nothing to write down.'],
])('%j says what it could be where nobody can be asked', async (args, message) => {
  const { code, said, text } = await hjp(FILE, args)
  expect(said()).toContain(message)
  expect([code, text]).toEqual([2, FILE])
})

test('nothing is open, and so there is nothing to be done', async () => {
  const { said } = await hjp(small, ['done'], { replies: [] })
  expect(said()).toBe('*hjp done* needs an open action or milestone, and there is none.')
})
