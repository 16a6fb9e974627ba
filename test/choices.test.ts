import { expect, test } from 'vitest'
import { inShort, openActions, planAgenda } from '../src/core/meeting/agenda.ts'
import { datesOf } from '../src/core/meeting/calendar.ts'
import { questionsFor } from '../src/core/meeting/email.ts'
import { queueOf, reason } from '../src/core/meeting/queue.ts'
import { starter } from '../src/core/meeting/starter.ts'
import { statusOf } from '../src/core/meeting/status.ts'
import { decisionIn } from '../src/core/prompts/decisions.ts'
import { identifying, placeOfWords } from '../src/core/record/identifying.ts'
import { activities } from '../src/core/tools/activities.ts'
import { contributions } from '../src/core/tools/contributions.ts'
import { hiddenGroups } from '../src/core/tools/hidden-groups.ts'
import { stakeholderMap } from '../src/core/tools/stakeholder-map.ts'
import { workplan } from '../src/core/tools/workplan.ts'
import { isZone } from '../src/core/values/fields.ts'
import { isFew } from '../src/core/values/small-numbers.ts'
import { addressesOf } from '../src/core/view/addressees.ts'
import { forPartners } from '../src/core/view/privacy.ts'
import { tallyOf } from '../src/core/view/tally.ts'
import { fileOf, knownOn } from './known.ts'
import { library, runner } from './memory-world.ts'

// What is chosen, how many of it, and in which order, where one more or less would be another choice.
const DAY = '2026-06-15'
const { written } = runner({ library, today: DAY })
const viewOf = (rest: string) => knownOn(fileOf(rest), DAY).view
const heard = (prompt: string, ...who: string[]) =>
  `  - { prompt: ${prompt}, perspectives: [${who.map((partner) => `{ partner: ${partner}, said: W }`).join(', ')}] }\n`
const due = (prompt: string) =>
  `  - { prompt: ${prompt}, agreed: { text: W, lead: legal, review: 2026-01-01 } }\n`
const reworded = (prompt: string) =>
  `  - { prompt: ${prompt}, agreed: { text: W, lead: legal, wording: w0000000 } }\n`
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

test('where more is due for review than is unsettled, two of it come before one that is', async () => {
  const view = viewOf(`answers:
${heard('learning/using-it', 'legal', 'health')}${heard('how-we-work/contact', 'legal')}${due('what-we-can-achieve/shared-goal')}${due('how-we-partner/celebrate')}${due('agreement-terms/ending')}`)
  expect(numbers(queueOf(view)).slice(0, 5)).toMatchInlineSnapshot(`
    [
      "9.16",
      "3.5",
      "6.7",
      "7.6",
      "4.3",
    ]
  `)
  const [first, second] = statusOf(view).next
  expect(first!.why).toContain('what you agreed is due for review, and so are 2 others')
  expect(second!.command).toBe('hjp ask 6.7')
})

test('what is agreed is taken up again where a partner sent back other words, before what is due', () => {
  const view = viewOf(`answers:
${due('how-we-partner/celebrate')}  - { prompt: learning/using-it, agreed: { text: W, lead: legal }, proposals: [{ partner: health, for: agreed, text: V }] }
`)
  expect(numbers(queueOf(view)).slice(0, 2)).toEqual(['6.7', '7.6'])
  const prompt = view.prompts.find(({ number }) => number === '6.7')!
  expect(reason(view, prompt, DAY)).toEqual({
    why: 'A partner has suggested other wording.',
    again: true,
  })
})

test.each([
  [
    'put off until long after',
    'agreed: { text: W, decision: not-yet, review: 2027-01-01 }',
    'We left it at “not yet”.',
  ],
  ['due by then', 'agreed: { text: W, review: 2026-07-01 }', 'It is due for review.'],
  [
    'talked about last time',
    'perspectives: [{ partner: legal, said: W }]',
    'We talked about this last time and left it open.',
  ],
])('why it comes to the next meeting, where it is %s', (_, answer, why) => {
  const view = viewOf(`meetings: [{ on: 2026-06-01, agenda: [6.7], prompts: [6.7], decisions: [Go on.] }]
answers: [{ prompt: learning/using-it, ${answer} }]`)
  const prompt = view.prompts.find(({ number }) => number === '6.7')!
  expect(reason(view, prompt, '2026-07-15')).toEqual({ why, again: why.startsWith('It is due') })
})

test.each([
  ['before the last meeting', '2026-05-31', true],
  ['on its day', '2026-06-01', false],
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

const USING = '6.7 Using what you learn'
test.each([
  ['heard', 'hjp ask 6.7', 'everyone has answered, and nothing is agreed yet'],
  ['due', 'hjp ask 6.7', 'what you agreed is due for review'],
  ['reworded', 'hjp ask 6.7', 'what you agreed is due for review'],
  ['heard-by-some', 'hjp email --for health', 'Clinic has not answered yet'],
])('what to do next, where a prompt is %s', (standing, command, why) => {
  const id = 'learning/using-it'
  const answers = {
    heard: heard(id, 'legal', 'health'),
    'heard-by-some': heard(id, 'legal'),
    due: due(id),
    reworded: reworded(id),
  }
  const { next } = statusOf(viewOf(`answers:\n${answers[standing as keyof typeof answers]}`))
  expect(next[0]).toEqual({ command, why: `${USING}: ${why}` })
})

test('the next step with those around is named to the keeper, the most pressing first, and who is absent', () => {
  const view = viewOf(`stakeholders:
  - { name: Council, next: Write., priority: low }
  - { name: Tenants, lived-experience: yes, next: Meet. }
  - { name: Trust, next: Call., priority: high }
  - { name: Court, next: Visit., priority: medium }`)
  expect(statusOf(view).due.map(({ what, why }) => `${what} ${why}`)).toEqual([
    'Call. with Trust',
    'Visit. with Court',
    'Write. with Council',
  ])
  expect(activities(view).activities[0]!.next.map(({ say }) => say)).toContain('With Trust: Call.')
  expect(stakeholderMap(view, false).absent).toEqual(['community services'])
  expect(stakeholderMap(viewOf(''), false).absent).toEqual([
    'people who use the services',
    'community services',
    'local government',
    'funders',
  ])
  expect(stakeholderMap(view, true).absent).toEqual([])
})

test('what wants another look is told with the reason', () => {
  const told = (answer: string) => statusOf(viewOf(`answers:\n${answer}`)).due
  expect(told(due('learning/using-it'))).toEqual([{ on: '2026-01-01', what: USING, why: 'Due for review' }])
  expect(told(reworded('learning/using-it'))).toEqual([
    { on: undefined, what: USING, why: 'The question has been reworded since' },
  ])
})

test('each activity has a next step, also where nothing is lacking', () => {
  const seen = (rest: string) =>
    activities(viewOf(rest)).activities.map(({ lately, next }) => [
      ...lately,
      '→',
      ...next.map(({ say }) => say),
    ])
  expect(seen('meetings: [{ on: 2026-06-01, decisions: [Go on.] }]')).toEqual([
    ['→', 'Ask who should be involved and is not.'],
    ['→', 'Talk about Q1.1 People.'],
    ['→', 'Agree on a shared goal.'],
    ['→', 'Set out the steps of the work.', 'Say what should change, and what leads to it.'],
    ['→', 'Talk about Q5.1 Referral pathways.'],
    ['→', 'See how the partnership itself works.'],
  ])
  const busy = seen(`meetings: [{ on: 2026-06-01, appreciation: The soup. }]
milestones: [{ what: Open, start: 2026-06-01, end: 2027-06-01 }]
outcomes: [{ id: o, for: clients, term: short, text: T }]
actions: [{ what: Call, due: 2026-06-01 }, { what: Write, done: 2026-06-01 }]`)
  expect(busy.slice(3)).toEqual([
    ['Begun: Open', '→', 'Look at the workplan together, on a wall or a screen.'],
    ['Done: Write', '→', 'Remind each other of the late actions.', 'Talk about Q5.1 Referral pathways.'],
    ['Appreciated: The soup.', '→', 'See how the partnership itself works.'],
  ])
})

test('what is most pressing comes first among those one works with', () => {
  const rows = ['low', 'high', 'medium'].map((priority) => `{ name: ${priority}, priority: ${priority} }`)
  const { others } = stakeholderMap(viewOf(`stakeholders: [{ name: none }, ${rows.join(', ')}]`), false)
  expect(others.map(({ name }) => name)).toEqual(['high', 'medium', 'low', 'none'])
})

test('where many people are around, each picture after the first says that it goes on', () => {
  const rows = Array.from({ length: 25 }, (_, n) => `{ name: P${n}, power: high, stake: high }`)
  const { drawings } = stakeholderMap(viewOf(`stakeholders: [${rows.join(', ')}]`), false)
  expect(drawings.map(({ title }) => /, continued.*/.exec(title)?.[0])).toEqual([
    undefined,
    ', continued (2)',
    ', continued (3)',
  ])
})

test('an action in an invitation says who and when, where that is known', () => {
  const open = openActions(
    viewOf('actions: [{ what: Call }, { what: Write, owner: legal, due: 2026-07-01 }]'),
    DAY,
  )
  expect(inShort({ items: [], open })).toBe('\nActions still open:\n- Write (Law, by 2026-07-01)\n- Call')
})

test('an answer that decides keeps all that follows, in its paragraphs', () => {
  expect(decisionIn('Yes.\n\nOne.\n\nTwo.')).toEqual({ decision: 'yes', rest: 'One.\n\nTwo.' })
  expect(decisionIn('Yes, we will.')).toEqual({ decision: undefined, rest: 'Yes, we will.' })
})

const made = async (rest: string, args: string[], partners?: string, format = 'md') =>
  (await written(fileOf(rest, partners), args, format)).toString()

test.each([
  [3, false],
  [4, true],
])('what %i partners said stands in a table: %j', async (many, isTable) => {
  const partners = Array.from({ length: many }, (_, n) => `{ id: p${n}, name: P${n}, sector: legal }`)
  const said = `answers: [{ prompt: learning/using-it, perspectives: [{ partner: p0, said: W }] }]
meetings: [{ on: 2026-07-01, agenda: [6.7] }]`
  const agenda = await made(said, ['agenda', '--format', 'md', '6.7'], `partners: [${partners.join(', ')}]\n`)
  expect(agenda.includes('| Partner | Said so far |')).toBe(isTable)
})

test('an agenda is as long as one says, or else as planned', async () => {
  const planned = 'meetings: [{ on: 2026-07-01, minutes: 45 }]'
  expect(await made(planned, ['agenda', '--format', 'md'])).toContain('45 minutes')
  expect(await made(planned, ['agenda', '--format', 'md', '--minutes', '30'])).toContain('30 minutes')
})

test('a starter has every prompt that is named, each follow-up with its question', () => {
  const view = viewOf(`answers:\n${heard('how-we-work/contact', 'legal')}`)
  const all = view.prompts.filter((prompt) => !prompt.private)
  const topicsOf = (prompts: typeof all) => {
    const { topics } = starter(view, prompts)
    return topics.map(({ id, follows }) => [id, ...follows.map((each) => each.id)])
  }
  for (const { id } of view.parts) {
    const part = all.filter((prompt) => prompt.part === id)
    expect(topicsOf(part).flat()).toEqual(part.map((prompt) => prompt.id))
    expect(topicsOf(part).map(([first]) => first)).toEqual(
      part.filter(({ under }) => !under).map((one) => one.id),
    )
  }
  const follows = all.find(({ under }) => under)!
  expect(topicsOf([follows])).toEqual([[follows.id]])
  expect(topicsOf([]).length).toBe(5)
})

test('what was agreed before there was a partner is not in the agreement, nor are its words', async () => {
  const agreed = (part: string) => `answers: [{ prompt: ${part}, agreed: { text: Warm referrals. } }]`
  expect(await made(agreed('learning/using-it'), ['mou'])).toContain('| Warm referral |')
  expect(await made(agreed('finding-a-partner/first-steps'), ['mou'])).not.toContain('| Warm referral |')
})

test('a worksheet shows what the others said, not what its reader did, and takes five minutes at least', async () => {
  const said =
    'answers: [{ prompt: learning/using-it, perspectives: [{ partner: legal, said: Ours }, { partner: health, said: Theirs }] }]'
  const sheet = await made(said, ['worksheet', '6.7', '--for', 'legal', '--show', 'ours'], undefined, 'txt')
  expect(sheet).toContain('5 minutes')
  expect(sheet.match(/Theirs/g)).toHaveLength(1)
  expect(sheet.match(/Ours/g)).toHaveLength(1)
})

test('to partners, what is private stands as if nothing had been said of it', () => {
  const view = viewOf('answers: [{ prompt: finding-a-partner/relationships, agreed: { text: Hush. } }]')
  const standing = (prompts: typeof view.prompts) =>
    prompts.find(({ id }) => id === 'finding-a-partner/relationships')!.standing
  expect([standing(view.prompts), standing(forPartners(view).prompts)]).toEqual(['agreed', 'open'])
})

test('what tells who a client is, is shown with its place', () => {
  const words = 'Our client Jane Doe'
  const { known } = knownOn(
    fileOf(`answers:
  - prompt: learning/using-it
    parked: ${words}
    perspectives: [{ partner: legal, said: ${words} }]
    agreed: { text: ${words} }
    proposals: [{ partner: health, for: agreed, text: ${words} }]
    notes: [{ partner: health, text: ${words} }]
actions: [{ what: ${words} }]`),
    DAY,
  )
  const places = identifying(known.partnership).map((each) =>
    placeOfWords(known.partnership, each, () => 'Using'),
  )
  expect(places.toSorted()).toEqual([
    'Using, a note from Clinic',
    'Using, a proposal from Clinic',
    'Using, what is agreed',
    'Using, what was said by Law',
    'Using, why it is set aside',
    'actions, *what*',
  ])
})

test.each([
  ['en-AU', 'client', 'health justice partnership'],
  ['en-US', 'patient', 'medical-legal partnership'],
  ['en-CA', 'patient', 'medical-legal partnership'],
])('where people speak %s, somebody who is helped is a %s of a %s', (locale, client, partnership) => {
  const { terms } = viewOf(`locale: ${locale}`)
  expect([terms['client'], terms['clients'], terms['partnership']]).toEqual([
    client,
    `${client}s`,
    partnership,
  ])
})

test('a zone goes by any of its names, and not by a number', () => {
  const names = ['Australia/Sydney', 'US/Pacific', 'Asia/Calcutta', 'UTC', 'Mars/Here', '+10:00']
  expect(names.filter(isZone)).toEqual(names.slice(0, 4))
})

test('what partners bring is asked for by kind, also where nobody has said anything of one', () => {
  const [page] = contributions(viewOf('')).pages
  const kinds = page!.resources.map(({ resource, missing }) => [resource, missing])
  expect(kinds).toEqual(
    [
      'people and time',
      'skills and knowledge',
      'money',
      'premises and equipment',
      'information and data',
      'contacts and networks',
      'good name and trust',
      'lived experience',
    ].map((kind) => [kind, true]),
  )
})

test('what two bring together is told once', () => {
  const [page] = contributions(viewOf('contributions: [{ what: A room, partner: together }]')).pages
  const brought = page!.resources.find(({ cells }) => cells.flat().length > 0)
  expect(brought!.cells.map((rows) => rows.map(({ told, shared }) => [told, shared]))).toEqual([
    [[false, true]],
    [[true, true]],
  ])
})

test.each([
  [20, 1],
  [60, 5],
  [90, 8],
])('an agenda of %i minutes takes up at most %i prompts, however short', (minutes, most) => {
  const view = viewOf(`answers:\n${heard('how-we-work/contact', 'legal')}`)
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
  expect(questionsFor(view, view.partners, [])).toHaveLength(4)
})

test.each([
  ['', ['Review: Q6.7 Using what you learn']],
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
    level: undefined,
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
  expect([0, 4, 5, 4.5].map(isFew)).toEqual([true, true, false, true])
  const hidden = (a: string) =>
    hiddenGroups({ value: '200', of: undefined, groups: { a, b: '20', c: '30' } }, { kind: 'people' })
  expect([hidden('4').includes('a'), hidden('5')]).toEqual([true, []])
})

test('whoever has one address twice gets one email', () => {
  const people = ['a@x.example', 'b@x.example', 'a@x.example'].map((email, n) => ({ name: `${n}`, email }))
  expect(addressesOf([...people, { name: 'none', email: undefined }])).toEqual(people.slice(0, 2))
})
