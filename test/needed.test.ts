import { expect, test } from 'vitest'
import { library, riverbend, runner, small } from './memory-world.ts'

// `hjp ask --for`: what a document still needs, and no more; and then the document.
const { hjp } = runner({ library })

/** Somebody who has an answer to everything: what is offered, or words that will do. */
function willing(question: string): string {
  const offered = /^.* (\S*\|\S*)$/s.exec(question)?.[1]?.split('|')
  if (offered) return ['yes', 'together', '2027-03-10'].find((each) => offered.includes(each)) ?? offered[0]!
  if (/email/i.test(question)) return 'ana@example.org'
  if (/phone/i.test(question)) return '03 5550 0000'
  return 'We will do this each month.'
}

test.each([
  ['mou', ['mou'], 23],
  ['mou/short', ['mou', '--short'], 19],
  ['mou/activities', ['mou', '--section', 'activities'], 31],
  ['mou/consent,ending', ['mou', '--section', 'consent', 'ending'], 5],
])('%s has no blank once all that it needs is said', async (name, command, questions) => {
  const asked = await hjp(small, ['ask', '--for', name], { replies: willing })
  expect(asked.said()).toMatch(/created {2}documents\/[a-z-]+\.docx$/)
  expect(asked.asked).toHaveLength(questions)
  const complete = await hjp(asked.text, [...command, '--complete'])
  expect(complete.said()).toMatch(/^created/)
  const again = await hjp(asked.text, ['ask', '--for', name], { replies: willing })
  expect(again.asked).toEqual([])
  expect(again.said()).toMatch(new RegExp(`^\\*${name}\\* needs nothing more.\ncreated`))
})

test('what is agreed is asked only for who leads it and when it is reviewed, and stays agreed from its day', async () => {
  const agreed = await hjp(small, ['agree', '5.1', 'We will refer by phone.'], { today: '2026-01-10' })
  const run = await hjp(agreed.text, ['ask', '--for', 'mou/referral-pathways'], {
    replies: ['each', '', '', 'health', '2026-06-10'],
  })
  expect(run.asked.slice(-2)).toEqual([
    'Who leads it? |legal|health|together',
    'When will you review it? |2026-09-10|2027-03-10|2026-06-10|day',
  ])
  expect(run.text).toMatch(
    /We will refer by phone\.\n +lead: health\n( +by: .*\n)? +on: 2026-01-10\n +review: 2026-06-10/,
  )
})

test('who leads is not asked of what has a lead already, and is not said to be missing', async () => {
  const numbers = ['5.1', '5.2']
  let text = small
  for (const number of numbers)
    text = (await hjp(text, ['agree', number, 'yes: We will.', '--lead', 'health'])).text
  const run = await hjp(text, ['ask', '--for', 'mou/referral-pathways,training'], { replies: willing })
  expect(run.said()).toMatch(/when to\s+review 2 things you agreed/)
  expect(run.said()).not.toContain('who leads')
  expect(run.asked.filter((question) => question.startsWith('Who leads'))).toEqual([])
  expect(run.text.match(/lead: health/g)).toHaveLength(2)
})

test('a blank of a row that is there is filled in that row', async () => {
  const outcome = 'outcomes:\n  - { id: heard, for: clients, term: short, text: People are heard. }\n'
  const run = await hjp(`${small}${outcome}`, ['ask', '--for', 'logic'], {
    replies: (question) =>
      question.startsWith('What leads to it?')
        ? '5.1'
        : question.endsWith(' yes|no')
          ? 'no'
          : question.includes('|')
            ? willing(question)
            : '',
  })
  expect(run.text).toMatch(/id: heard, .*from: \[what-we-do\/referral-pathways\]/)
})

test('what is stopped goes on where it stopped', async () => {
  const replies = ['together', '2027-03-10', 'We ring first.', 'yes', 'A lawyer sits in on Tuesdays.']
  const stopped = await hjp(small, ['ask', '--for', 'mou/activities'], { replies })
  expect(stopped.said()).toMatch(/2 answers are saved.* Continue with \*hjp ask --for mou\/activities\*/)
  const on = await hjp(stopped.text, ['ask', '--for', 'mou/activities'], { replies: willing })
  expect(on.asked.some((question) => question.includes('Will a lawyer work on site'))).toBe(false)
  expect(on.text).toContain('A lawyer sits in on Tuesdays.')
})

test('with --as it asks for voices too, and with one partner for that of the service alone', async () => {
  const everyone = await hjp(small, ['ask', '--for', 'mou/consent', '--as', 'everyone'], {
    replies: ['In writing.', 'Out loud.', 'In plain words.', ''],
  })
  expect(everyone.asked).toEqual([
    'Hill Law:',
    'Hill Health:',
    'How should this read in the agreement?',
    'When will you review it? |2026-09-10|2027-03-10|2026-06-10|day',
  ])
  const one =
    'version: 1\nname: Hillside\npartners:\n  - { id: legal, name: Hill Law, sector: legal }\nanswers: []\n'
  const alone = await hjp(one, ['ask', '--for', 'case'], { replies: willing })
  expect(alone.asked).toContain('Hill Law:')
})

test.each([
  ['mous', 'There is no kind of document *mous*. Did you mean *mou*?'],
  ['mou/referal', 'There is no section *referal*. The sections are: short, parties,'],
  ['worksheet/nobody', 'There is no partner *nobody*'],
])('a document that is not there is not asked for: %s', async (name, told) => {
  const run = await hjp(riverbend, ['ask', '--for', name], { replies: [] })
  expect(run.code).toBe(2)
  expect(run.said()).toContain(told)
})
