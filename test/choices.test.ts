import { expect, test } from 'vitest'
import { planAgenda } from '../src/core/meeting/agenda.ts'
import { datesOf } from '../src/core/meeting/calendar.ts'
import { questions } from '../src/core/meeting/email.ts'
import { queueOf } from '../src/core/meeting/queue.ts'
import { statusOf } from '../src/core/meeting/status.ts'
import { workplan } from '../src/core/tools/workplan.ts'
import { hasSmall, hiddenGroups } from '../src/core/values/numbers.ts'
import { addressesOf } from '../src/core/view/addressees.ts'
import { tallyOf } from '../src/core/view/tally.ts'
import { fileOf, knownOn } from './known.ts'

// What is chosen, how many of it, and in which order, where one more or less would be another choice.
const DAY = '2026-06-15'
const viewOf = (rest: string) => knownOn(fileOf(rest), DAY).view
const heard = (prompt: string, ...who: string[]) =>
  `  - { prompt: ${prompt}, perspectives: [${who.map((partner) => `{ partner: ${partner}, said: W }`).join(', ')}] }\n`
const due = (prompt: string) =>
  `  - { prompt: ${prompt}, agreed: { text: W, lead: legal, review: 2026-01-01 } }\n`
const numbers = (prompts: { number: string }[]) => prompts.map(({ number }) => number)

test('a queue takes two that are unsettled and then one to look at again, the weightiest first', () => {
  const both = ['legal', 'health']
  const view = viewOf(`answers:
${heard('getting-to-know/people', ...both)}${heard('learning/using-it', ...both)}${heard('what-we-do/training', ...both)}${heard('what-we-do/referral-pathways', ...both)}${heard('how-we-work/contact', 'legal')}${due('what-we-can-achieve/shared-goal')}${due('how-we-partner/celebrate')}${due('agreement-terms/ending')}`)
  expect(numbers(queueOf(view)).slice(0, 8)).toMatchInlineSnapshot(`
    [
      "5.1",
      "5.2",
      "9.16",
      "1.1",
      "6.7",
      "3.5",
      "4.3",
      "7.6",
    ]
  `)
})

test.each([
  ['before the last meeting', '2026-05-31', true],
  ['on its day', '2026-06-01', true],
  ['since', '2026-06-02', false],
])('what it did not come to waits, if it was agreed %s', (_, on, waits) => {
  const text = `meetings: [{ on: 2026-06-01, agenda: [6.7], decisions: [Go on.] }]
answers: [{ prompt: learning/using-it, agreed: { text: W, on: ${on} } }]`
  expect(numbers(queueOf(viewOf(text)))[0] === '6.7').toBe(waits)
})

test.each([
  [2, false],
  [3, true],
])('after %i meetings partners are asked how they work together: %j', (many, isAsked) => {
  const meetings = Array.from({ length: many }, (_, n) => `{ on: 2026-01-0${n + 1}, decisions: [Go.] }`)
  const { next } = statusOf({ ...viewOf(`meetings: [${meetings.join(', ')}]`), prompts: [] })
  expect(next.some(({ command }) => command === 'hjp rate six-requirements')).toBe(isAsked)
})

test.each([
  [20, 2],
  [60, 5],
  [90, 8],
])('an agenda of %i minutes takes up at most %i prompts, however short', (minutes, most) => {
  const view = viewOf('')
  const prompts = view.prompts
    .filter(({ private: hidden }) => !hidden)
    .map((each) => ({ ...each, minutes: 1 }))
  const { items } = planAgenda({ ...view, prompts }, { on: DAY, start: undefined, minutes, prompts })
  expect(items.filter(({ prompt }) => prompt)).toHaveLength(most)
})

test('what is private is on no agenda, also while a service is alone', () => {
  const alone = fileOf('', 'partners: [{ id: legal, name: Law, sector: legal }]\n')
  const raised = queueOf(knownOn(alone, DAY).view)
  expect(raised.length).toBeGreaterThan(5)
  expect(raised.filter(({ private: hidden }) => hidden)).toEqual([])
})

test.each([
  ['', 'agreed'],
  [', parked: Not now', 'parked'],
])('what is agreed stands so, unless it is set aside%s', (parked, standing) => {
  const { prompts } = viewOf(`answers: [{ prompt: learning/using-it, agreed: { text: W }${parked} }]`)
  expect(prompts.find(({ number }) => number === '6.7')!.standing).toBe(standing)
})

test.each([
  ['', 1],
  [', done: 2026-06-01', 0],
  [', dropped: No.', 0],
])('an action is in the calendar until it is over%s', (over, times) => {
  expect(datesOf(viewOf(`actions: [{ what: X, due: 2026-07-01${over} }]`))).toHaveLength(times)
})

test('an email asks four questions at most', () => {
  const view = viewOf('')
  expect(questions(view, view.partners, []).topics).toHaveLength(4)
})

test.each([
  ['', ['Review: 6.7 Using what you learn']],
  [', parked: Not now', []],
])('a review is in the calendar, unless what is agreed is set aside%s', (parked, wanted) => {
  const text = `answers: [{ prompt: learning/using-it, agreed: { text: W, review: 2026-07-01 }${parked} }]`
  expect(datesOf(viewOf(text)).map(({ title }) => title)).toEqual(wanted)
})

test.each([
  ['2026-08-30', 'G'],
  ['2026-08-31', undefined],
  ['2026-09-01', undefined],
])('a step may slip where its money ends on %s, before it does', (until, source) => {
  const text = `funding: [{ source: G, until: ${until} }]\nmilestones: [{ what: S, end: 2026-08-31, paid-by: G }]`
  expect(workplan(viewOf(text)).groups[0]!.tasks[0]!.slips?.source).toBe(source)
})

const marks = (legal: number, health: number) =>
  [...Array(legal).fill('legal'), ...Array(health).fill('health')].map((partner, n) => ({
    partner: partner as string,
    by: `p${n}`,
    ratings: { one: 'A' as const },
  }))
test.each([
  [1, 0, 0, 0],
  [1, 1, 2, 0],
  [3, 2, 5, 0],
  [3, 3, 6, 2],
])(
  'of %i answers from one side and %i from the other %i are shown, and %i sides apart',
  (legal, health, shown, sides) => {
    const partners = ['legal', 'health'].map((id) => ({ id, sector: id as 'legal' | 'health' }))
    const round = { id: undefined, on: DAY, questionnaire: 'q', method: undefined, level: undefined }
    const tally = tallyOf({ ...round, marks: marks(legal, health) }, partners)
    expect([tally.shown, tally.sides.length]).toEqual([shown, sides])
  },
)

test('four are few, and five are not', () => {
  expect(['0', '4', '5', '4.5'].map(hasSmall)).toEqual([true, true, false, true])
  const hidden = (a: string) => hiddenGroups({ a, b: '20', c: '30' }, '200')
  expect([hidden('4').includes('a'), hidden('5')]).toEqual([true, []])
})

test('whoever has one address twice gets one email', () => {
  const people = ['a@x.example', 'b@x.example', 'a@x.example'].map((email, n) => ({ name: `${n}`, email }))
  expect(addressesOf([...people, { name: 'none', email: undefined }])).toEqual(people.slice(0, 2))
})
