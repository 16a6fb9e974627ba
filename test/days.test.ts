import { expect, test } from 'vitest'
import { KINDS } from '../src/core/kinds.ts'
import { openActions, planAgenda } from '../src/core/meeting/agenda.ts'
import { datesOf } from '../src/core/meeting/calendar.ts'
import { comingUp, unconfirmed } from '../src/core/meeting/due.ts'
import { outcome, reminder } from '../src/core/meeting/email.ts'
import { handover } from '../src/core/meeting/handover.ts'
import { lastMeeting, minutesOf, nextMeeting, reached } from '../src/core/meeting/meetings.ts'
import { queueOf, reason } from '../src/core/meeting/queue.ts'
import { fromRounds } from '../src/core/meeting/raised.ts'
import { statusOf } from '../src/core/meeting/status.ts'
import { statementsOf } from '../src/core/prompts/questionnaires.ts'
import { openRound } from '../src/core/record/rounds.ts'
import { activities } from '../src/core/tools/activities.ts'
import { overview } from '../src/core/tools/page.ts'
import { period, report } from '../src/core/tools/report.ts'
import { workplan } from '../src/core/tools/workplan.ts'
import { monthsOn } from '../src/core/values/day.ts'
import { type KnownOn, type View, viewOf } from '../src/core/view/view.ts'
import { fileOf, knownOn } from './known.ts'
import { library, runner } from './memory-world.ts'

// Everything that goes by a day, on the day before it, on the day itself, and on the day after.
const DAY = '2026-06-15'
const DAYS = ['2026-06-14', DAY, '2026-06-16'] as const
/** So many months before the day, or after it. */
const months = (many: number) => monthsOn(DAY, many)

const USING = 'learning/using-it'
const agreed = (more: string, prompt = USING) =>
  `answers: [{ prompt: ${prompt}, agreed: { text: W, ${more} } }]\n`
const action = (more: string) => `actions: [{ id: a, what: X, owner: legal, ${more} }]\n`
const step = (more: string) => `milestones: [{ what: S, ${more} }]\n`
const signed = (more: string) =>
  `agreements: [{ kind: whole, from: 2026-01-01, ${more}, signed: [{ partner: legal, by: A, on: 2026-01-01 }, { partner: health, by: B, on: 2026-01-01 }] }]\n`
const TERM = 'The agreement you signed:'
const ENDS = `${TERM} It ends.`
const money = (until: string) => `funding: [{ source: G, until: ${until} }]\n`
const meeting = (more: string) => `meetings: [{ on: ${DAY}${more} }]\n`
const HELD = ', decisions: [Go on.]'
/** Enough that no one answer can be told. */
const PEOPLE = ['p', 'q']
const [asked] = library.questionnaires
const round = (on: string) =>
  `rounds: [{ on: ${on}, questionnaire: ${asked!.id}, marks: [${PEOPLE.map((by) => `{ partner: legal, by: ${by}, ratings: { ${statementsOf(asked!)[0]!.id}: C } }`).join(', ')}] }]\n`
const inPlace = (on: string) =>
  fileOf(
    '',
    `partners: [{ id: legal, name: Law, sector: legal, people: [{ role: liaison, name: Ana, confirmed: ${on} }] }]\n`,
  )
const learned = (prompt: string) => `${agreed(`on: ${DAY}, lead: legal`, prompt)}`

const standing = (view: View) => view.prompts.find(({ id }) => id === USING)!.standing
const due = (view: View) => statusOf(view).due.map(({ what, why }) => `${what}: ${why}`)
const next = (view: View) => statusOf(view).next.map(({ command }) => command)
const coming = (view: View) => comingUp(view, view.today).map(({ what, why }) => `${what}: ${why}`)
const groups = (view: View) => workplan(view).groups.map(({ title }) => title)
const ahead = (view: View) =>
  handover(view, new Map()).ahead.map(({ sort, late }) => (late ? `${sort}, late` : sort))
const events = (view: View) => datesOf(view).map(({ title }) => title)
const lately = (view: View) => activities(view).activities.flatMap((each) => each.lately)
const suggested = (view: View) =>
  activities(view).activities.flatMap((each) => each.next.map(({ say }) => say))
const heads = (all: View['prompts']) => all.map(({ id }) => id)
const reported = (view: View) => report(view, 'partners', view.today, view.today)
const wish = { options: {}, prompts: [], shownIn: new Map(), sections: [] }

type Row = [
  what: string,
  file: string,
  seen: (view: View, known: KnownOn) => unknown,
  before: unknown,
  on: unknown,
  after: unknown,
]
test('one partnership is seen as it is on each day, with what is asked then', () => {
  const { known } = knownOn(fileOf(action(`due: ${DAY}`)), DAY)
  const late = (today: string) => viewOf({ ...known, today }).actions.map((each) => each.late)
  expect(DAYS.map(late)).toEqual([[false], [false], [true]])
  const all = viewOf({ ...known, today: DAYS[2] })
  expect(viewOf({ ...known, today: DAYS[2] })).toBe(all)
  expect(viewOf({ ...known, today: DAYS[2], questionnaires: [] }).questionnaires).toEqual([])
})

test.each<Row>([
  ['where a prompt stands', agreed(`review: ${DAY}`), standing, 'agreed', 'due', 'due'],
  ['where it stands with no review', agreed('on: 2026-01-01'), standing, 'agreed', 'agreed', 'agreed'],
  [
    'what a queue takes up again',
    agreed(`review: ${DAY}`),
    (view) => heads(queueOf(view)).includes(USING),
    false,
    true,
    true,
  ],
  [
    'what a queue looks ahead to',
    agreed(`review: 2026-07-15`),
    (view) => heads(queueOf(view, monthsOn(view.today, 1))).includes(USING),
    false,
    true,
    true,
  ],
  [
    'what was put off until then',
    agreed(`decision: not-yet, review: ${DAY}`),
    (view) => heads(queueOf(view)).includes(USING),
    false,
    true,
    true,
  ],
  [
    'why it is on the table',
    agreed(`review: ${DAY}`),
    (view) => reason(view, view.prompts.find(({ id }) => id === USING)!, view.today).why,
    'We agreed on this and are looking at it again.',
    'It is due for review.',
    'It is due for review.',
  ],
  ['a late action', action(`due: ${DAY}`), (view) => view.actions[0]!.late, false, false, true],
  [
    'a late action that is done',
    action(`due: ${DAY}, done: ${DAY}`),
    (view) => view.actions[0]!.late,
    false,
    false,
    false,
  ],
  [
    'a late action that was dropped',
    action(`due: ${DAY}, dropped: No.`),
    (view) => view.actions[0]!.late,
    false,
    false,
    false,
  ],
  [
    'status: an action that is late',
    action(`due: ${DAY}`),
    due,
    ['X: Action a, Law'],
    ['X: Action a, Law'],
    ['X: Action a, Law, late'],
  ],
  [
    'status: an action a month ahead',
    action(`due: ${months(1)}`),
    due,
    [],
    ['X: Action a, Law'],
    ['X: Action a, Law'],
  ],
  [
    'status: a review',
    agreed(`review: ${DAY}`),
    due,
    [],
    ['6.7 Using what you learn: Due for review'],
    ['6.7 Using what you learn: Due for review'],
  ],
  ['status: a step that was due', step(`end: ${DAY}`), due, ['S: Not due yet'], ['S: Due'], ['S: Overdue']],
  [
    'status: money that ends',
    money(DAY),
    due,
    ['G: Funding ends'],
    ['G: Funding ends'],
    ['G: Funding has ended'],
  ],
  [
    'a step two months ahead',
    step(`end: ${months(2)}`),
    coming,
    [],
    ['S: Not due yet.'],
    ['S: Not due yet.'],
  ],
  ['a step that is done', step(`end: ${DAY}, status: done`), coming, [], [], []],
  ['the end of the agreement half a year ahead', signed(`until: ${months(6)}`), coming, [], [ENDS], [ENDS]],
  ['the agreement ends', signed(`until: ${DAY}`), coming, [ENDS], [ENDS], [`${TERM} It has ended.`]],
  [
    'the day to decide on renewing it a quarter ahead',
    signed(`renew-by: ${months(3)}`),
    due,
    [],
    [`${TERM} Decide whether to renew it`],
    [`${TERM} Decide whether to renew it`],
  ],
  [
    'the day to decide on renewing it',
    signed(`renew-by: ${DAY}`),
    due,
    [`${TERM} Decide whether to renew it`],
    [`${TERM} Decide whether to renew it`],
    [`${TERM} You were to decide by now whether to renew it`],
  ],
  ['an agreement without an end', signed('copy: Drawer'), coming, [], [], []],
  [
    'calendar: the end of the agreement',
    signed(`until: ${DAY}`),
    events,
    [`${TERM} It ends`],
    [`${TERM} It ends`],
    [],
  ],
  ['money half a year ahead', money(months(6)), coming, [], ['G: Funding ends.'], ['G: Funding ends.']],
  [
    'money half a year ago',
    money(months(-6)),
    coming,
    ['G: Funding has ended.'],
    ['G: Funding has ended.'],
    [],
  ],
  [
    'money that ends before a meeting',
    money(DAY),
    (view) => comingUp({ ...view, today: '2026-06-01' }, view.today).map(({ why }) => why),
    ['Funding ends.'],
    ['Funding ends.'],
    ['Funding ends before we meet.'],
  ],
  [
    'who was confirmed half a year ago',
    inPlace(months(-6)),
    (view) => unconfirmed(view, view.today).length,
    0,
    1,
    1,
  ],
  ['the next meeting', meeting(''), (view) => nextMeeting(view, view.today)?.on, DAY, DAY, undefined],
  [
    'the next meeting, held already',
    meeting(HELD),
    (view) => nextMeeting(view, view.today)?.on,
    undefined,
    undefined,
    undefined,
  ],
  ['the last meeting', meeting(HELD), (view) => lastMeeting(view, view.today)?.on, undefined, DAY, DAY],
  [
    'the last meeting, only planned',
    meeting(''),
    (view) => lastMeeting(view, view.today)?.on,
    undefined,
    undefined,
    undefined,
  ],
  [
    'a meeting held by an action alone',
    `${meeting('')}${action(`from: ${DAY}`)}`,
    (view) => lastMeeting(view, view.today)?.on,
    undefined,
    DAY,
    DAY,
  ],
  [
    'status: a meeting of which nothing is told',
    meeting(''),
    (view) => next(view)[0],
    'hjp agenda',
    'hjp record',
    'hjp record',
  ],
  [
    'status: a meeting a month ahead',
    `meetings: [{ on: ${months(1)} }]`,
    (view) => next(view)[0] === 'hjp agenda',
    false,
    true,
    true,
  ],
  [
    'status: a reading',
    `indicators: [{ id: i, measure: M, method: count, readings: [{ on: 2025-06-15, value: "12" }] }]`,
    (view) => next(view).includes('hjp measure i'),
    false,
    true,
    true,
  ],
  [
    'status: a first step, half a year after',
    agreed(`on: ${months(-6)}`, 'finding-a-partner/first-steps'),
    (view) => next(view).some((each) => each.startsWith('hjp add action')),
    true,
    false,
    false,
  ],
  [
    'status: a year since they were asked',
    `${agreed('lead: legal')}${`meetings: [${[1, 2, 3].map((n) => `{ on: 2026-01-0${n}${HELD} }`).join(', ')}]\n`}${round(months(-12))}`,
    (view) => unrated(view),
    false,
    true,
    true,
  ],
  [
    'an agenda: what to talk about',
    round('2026-06-01') + meeting(HELD),
    (view) => fromRounds(view, view.today).length > 0,
    true,
    false,
    false,
  ],
  [
    'an agenda: answers of the day',
    round(DAY) + meeting(HELD),
    (view) => fromRounds(view, view.today).length > 0,
    false,
    true,
    true,
  ],
  [
    'an agenda: steps that were reached',
    step(`status: done, done: ${DAY}`) + meeting(HELD),
    (view) => reached(view, view.today).length,
    1,
    1,
    1,
  ],
  [
    'an agenda: steps reached the day before',
    step('status: done, done: 2026-06-14') + meeting(HELD),
    (view) => reached(view, view.today).length,
    1,
    0,
    0,
  ],
  [
    'an agenda: an action of the last meeting comes first',
    `actions: [{ what: A, due: 2026-01-01 }, { what: B, from: ${DAY} }]\n${meeting(HELD)}`,
    (view) => openActions(view, view.today).map(({ what }) => what),
    ['A', 'B'],
    ['B', 'A'],
    ['B', 'A'],
  ],
  [
    'minutes: whether it was agreed that day',
    agreed(`on: ${DAY}`) + meeting(`, prompts: [6.7]`),
    (view) => lists(minutesOf(view, { ...view.meetings[0]!, on: view.today })),
    'since',
    'agreed',
    'unsettled',
  ],
  [
    'the next meeting after one',
    `meetings: [{ on: 2026-06-01${HELD} }, { on: ${DAY} }]`,
    (view) => [outcome(view, undefined).next?.on, overview(view).next?.on],
    [DAY, DAY],
    [DAY, DAY],
    [undefined, undefined],
  ],
  [
    'a reminder',
    action(`due: ${DAY}`),
    (view) => [reminder(view, view.partners).late.length, reminder(view, view.partners).coming.length],
    [0, 1],
    [0, 1],
    [1, 0],
  ],
  ['handover: a meeting', meeting(''), ahead, ['meeting'], ['meeting'], []],
  ['handover: a review', agreed(`review: ${DAY}`), ahead, ['review'], [], []],
  ['handover: a review a year ahead', agreed(`review: ${months(12)}`), ahead, [], ['review'], ['review']],
  ['handover: a step', step(`end: ${DAY}`), ahead, ['step'], ['step'], ['step, late']],
  ['handover: money', money(DAY), ahead, ['money'], ['money'], []],
  ['calendar: money', money(DAY), events, ['Funding ends: G'], ['Funding ends: G'], []],
  [
    'calendar: an action, a step and a review, late or not',
    action(`due: ${DAY}`) + step(`end: ${DAY}`) + agreed(`review: ${DAY}`),
    (view) => events(view).length,
    3,
    3,
    3,
  ],
  [
    'workplan: a step',
    step(`end: ${DAY}`),
    groups,
    ['In the next three months'],
    ['In the next three months'],
    ['Late'],
  ],
  [
    'workplan: an action',
    action(`due: ${DAY}`),
    groups,
    ['In the next three months'],
    ['In the next three months'],
    ['Late'],
  ],
  [
    'workplan: a step three months ahead',
    step(`end: ${months(3)}`),
    groups,
    ['Later'],
    ['In the next three months'],
    ['In the next three months'],
  ],
  [
    'workplan: a step done half a year ago',
    step(`status: done, done: ${months(-6)}`),
    groups,
    ['Done'],
    [],
    [],
  ],
  ['workplan: an action done half a year ago', action(`done: ${months(-6)}`), groups, ['Done'], [], []],
  ['workplan: a step that was dropped', step(`end: ${DAY}, status: dropped`), groups, [], [], []],
  [
    'activities: a late step',
    step(`end: ${DAY}`),
    (view) => suggested(view).includes('Look again at what is late: S'),
    false,
    false,
    true,
  ],
  ['activities: done of late', action(`done: ${DAY}`), lately, [], ['Done: X'], ['Done: X']],
  ['activities: done a year ago', action(`done: ${months(-12)}`), lately, ['Done: X'], [], []],
  [
    'activities: the goal is due',
    agreed(`review: ${DAY}`, 'what-we-can-achieve/shared-goal'),
    (view) => suggested(view).includes('Look at the shared goal again: its review date has come.'),
    false,
    true,
    true,
  ],
  [
    'agreement: the first review',
    agreed(`review: ${DAY}`),
    (view) => (KINDS['mou']!(view, wish) as { review?: string }).review,
    DAY,
    undefined,
    undefined,
  ],
  [
    'report: a day',
    meeting(HELD) + step(`status: done, done: ${DAY}`) + action(`done: ${DAY}`),
    (view) => [
      reported(view).met,
      reported(view).steps.length,
      reported(view).finished.length,
      reported(view).decisions,
    ],
    [0, 0, 0, []],
    [1, 1, 1, ['Go on.']],
    [0, 0, 0, []],
  ],
  [
    'report: what was agreed and learned',
    learned(USING),
    (view) => [reported(view).learned.length],
    [0],
    [1],
    [0],
  ],
  [
    'report: what was settled',
    learned('how-we-work/contact'),
    (view) => reported(view).settledThen.length,
    0,
    1,
    0,
  ],
  [
    'report: a reading',
    `indicators: [{ measure: M, method: count, readings: [{ on: ${DAY}, value: "12" }] }]`,
    (view) => reported(view).numbers[0]!.rows.length,
    0,
    1,
    1,
  ],
  ['report: a step ahead', step(`end: ${DAY}`), (view) => reported(view).ahead[0]!.late, false, false, true],
  [
    'report: money',
    money(DAY),
    (view) => report(view, 'funders', view.today, '2027-01-01').money.length,
    1,
    1,
    0,
  ],
  [
    'a round of the last month',
    round(months(-1)),
    (_, { partnership, today }) => openRound(partnership, asked!.id, today),
    months(-1),
    DAY,
    DAYS[2],
  ],
  [
    'a round of the day',
    round(DAY),
    (_, { partnership, today }) => openRound(partnership, asked!.id, today),
    DAYS[0],
    DAY,
    DAY,
  ],
])('%s', (_, file, seen, ...wanted) => {
  const text = file.startsWith('version') ? file : fileOf(file)
  expect(
    DAYS.map((today) => {
      const { known, view } = knownOn(text, today)
      return seen(view, known)
    }),
  ).toEqual(wanted)
})

/** Whether they are told to rate how they work together, were nothing else to do. */
const unrated = (view: View) => next({ ...view, prompts: [] }).includes('hjp rate six-requirements')

/** In which of the lists of the minutes a prompt stands that was talked about. */
const lists = ({ agreed, since, unsettled }: ReturnType<typeof minutesOf>) =>
  Object.entries({ agreed, since, unsettled }).find(([, prompts]) => prompts.length > 0)?.[0]

test('a year ends on the day before it would begin again', () => {
  expect(period('2026-06-15', undefined)).toEqual(['2025-06-16', '2026-06-15'])
  expect(period('2026-06-15', '2026-06-15')).toEqual(['2026-06-15', '2026-06-15'])
  expect(() => period('2026-06-15', '2026-06-16')).toThrow('is after the last')
})

test('a meeting is as long as it may be, and no longer', () => {
  const { view } = knownOn(fileOf(''), DAY)
  const plan = (minutes: number) => () =>
    planAgenda(view, { on: DAY, start: undefined, minutes, prompts: [] })
  for (const minutes of [20, 480]) expect(plan(minutes)).not.toThrow()
  for (const minutes of [19, 481]) expect(plan(minutes)).toThrow()
})

const tell = (more: string) => ({ input: more })
// What is told to a command of a day: whether it may be yesterday, today or tomorrow.
test.each<
  [
    what: string,
    args: (day: string) => string[],
    setting: (day: string) => object,
    may: [boolean, boolean, boolean],
  ]
>([
  ['a review', (day) => ['agree', '6.7', 'W', '--review', day], () => ({}), [false, false, true]],
  ['a reading', (day) => ['measure', 'i', '12', '--date', day], () => ({}), [true, true, false]],
  [
    'readings',
    () => ['measure', '--answers', '-'],
    (day) => tell(`readings: [{ indicator: i, on: ${day}, value: 12 }]`),
    [true, true, false],
  ],
  [
    'ratings',
    (day) => ['rate', asked!.id, '--as', 'legal', '--by', 'p', '--date', day, '--answers', '-'],
    () => tell(`${statementsOf(asked!)[0]!.id}: A`),
    [true, true, false],
  ],
  [
    'a meeting',
    (day) => ['record', '--date', day, '--answers', '-'],
    () => tell('decisions: [Go on.]'),
    [true, true, false],
  ],
  [
    'a meeting that says its day',
    () => ['record', '--answers', '-'],
    (day) => tell(`on: ${day}\ndecisions: [Go on.]`),
    [true, true, false],
  ],
])('%s may be told of a day', async (_, args, setting, may) => {
  const { hjp } = runner({ library, today: DAY })
  const file = fileOf('indicators: [{ id: i, measure: M, method: count }]')
  const ran = await Promise.all(DAYS.map((day) => hjp(file, args(day), setting(day))))
  expect(
    ran.map(({ code }) => code === 0),
    ran.map(({ printed }) => printed).join('\n'),
  ).toEqual(may)
  for (const { code, printed } of ran) if (code !== 0) expect(printed).toMatch(/expects .*day/)
})

test.each<[what: string, day: string, seen: string[]]>([
  ['the day before it', DAYS[0], ['review']],
  ['the day itself', DAYS[1], []],
  ['the day after', DAYS[2], []],
])('an agreement made anew on %s of its review keeps only a review to come', async (_, today, kept) => {
  const { hjp } = runner({ library, today })
  const { text } = await hjp(fileOf(agreed(`on: 2026-01-01, review: ${DAY}`)), [
    'agree',
    '6.7',
    'Other words',
  ])
  expect(text.includes(`review: ${DAY}`) ? ['review'] : []).toEqual(kept)
})

test('the next meeting is after the one that is told of', async () => {
  const { hjp } = runner({ library, today: DAY })
  const tell = (on: string) =>
    hjp(fileOf(''), ['record', '--date', DAY, '--answers', '-'], {
      input: `decisions: [Go on.]\nnext: { on: ${on} }`,
    })
  expect(await Promise.all(DAYS.map(async (day) => (await tell(day)).code))).toEqual([2, 2, 0])
})

test('what is told of an older day does not write over what was said since, nor of the same day', async () => {
  const { hjp } = runner({ library, today: '2026-06-20' })
  const told = (on: string) =>
    hjp(
      fileOf(`answers: [{ prompt: ${USING}, perspectives: [{ partner: legal, said: Old, on: ${DAY} }] }]`),
      ['ask', '--answers', '-'],
      {
        input: `6.7: { legal: { said: New, on: ${on} } }`,
      },
    )
  expect(await Promise.all(DAYS.map(async (day) => (await told(day)).code))).toEqual([2, 0, 0])
})

test('an open action that nobody has, or that has no day, is told in the status, the report and the minutes', async () => {
  const file = fileOf(
    'actions:\n  - { what: Print a flyer, from: "2026-03-01" }\n  - { id: ring, what: Ring, owner: legal, due: 2027-09-01 }\n' +
      'meetings:\n  - { on: 2026-03-01, decisions: [Go on.] }\n',
  )
  const { hjp } = runner({ library, today: '2026-04-01' })
  const written = async (kind: string) => (await hjp(file, [kind, '--format', 'md', '--out', '-'])).out()
  const status = (await hjp(file, ['status'])).out().replace(/\s+/g, ' ')
  expect(status).toMatch(
    /Print a flyer \(Action, nobody has it yet, no day yet: hjp change .Print a flyer.\)/,
  )
  expect(status).not.toContain('Ring')
  expect(await written('report')).toContain('- Print a flyer (nobody has it yet, no day yet)')
  expect(await written('minutes')).toMatch(/\| Print a flyer \| \*\*\[who\]\*\* \| \*\*\[when\]\*\* \|/)
})
