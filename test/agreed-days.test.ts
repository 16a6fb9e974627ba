import { describe, expect, test } from 'vitest'
import { answerTo } from '../src/core/file/gathered.ts'
import { whoAgreed } from '../src/core/file/members.ts'
import { mergeVersions } from '../src/core/merging/merge-versions.ts'
import { changes } from './changes.ts'
import { fileOf, knownOn } from './known.ts'
import { library, runner } from './memory-world.ts'

// Each partner agreed on a day of its own, and no document says of one that it did on a day on which it did not.

const TODAY = '2027-05-01'
const { hjp, after } = runner({ library, today: TODAY })

const PARTNERS = `partners:
  - { id: house, name: The House, sector: legal }
  - { id: clinic, name: The Clinic, sector: health }
  - { id: choir, name: The Choir, sector: community, joined: 2027-04-01 }
`
/** What is agreed on 5.1 by two, and whatever else is told of who agreed. */
const agreed = (more = '', by = 'by: [house, clinic]') =>
  fileOf(
    `answers:
  - prompt: what-we-do/referral-pathways
    perspectives: []
    agreed:
      text: We ring.
      lead: house
      ${by}
      on: 2025-03-14
${more}      review: 2028-01-01
`,
    PARTNERS,
  )
const also = (partner: string, on: string) => `      also:
        - partner: ${partner}
          on: ${on}
`
const LATER = agreed(also('choir', '2027-04-12'))
const daysIn = (file: string) => {
  const { partnership } = knownOn(file, TODAY).known
  return whoAgreed(partnership.answers[0]!.agreed!, partnership).map(({ id, on }) => `${id} ${on}`)
}
const TWO = ['house 2025-03-14', 'clinic 2025-03-14']

test.each([
  ['two, and the third has not', agreed(), TWO],
  ['two, and the third on the same day', agreed(also('choir', '2025-03-14')), [...TWO, 'choir 2025-03-14']],
  ['two, and the third later', LATER, [...TWO, 'choir 2027-04-12']],
  [
    'who was in, and the third later',
    agreed(also('choir', '2027-04-12'), 'by:'),
    [...TWO, 'choir 2027-04-12'],
  ],
  [
    'the third, who joined later, on a day that is not told',
    agreed('', 'by: [house, clinic, choir]'),
    [...TWO, 'choir undefined'],
  ],
  ['one of two, on a day of its own', agreed(also('clinic', '2025-04-01')), [TWO[0], 'clinic 2025-04-01']],
])('agreed by %s', (_, file, wanted) => expect(daysIn(file)).toEqual(wanted))

describe.each([
  [
    'none',
    agreed(),
    {
      cover: '| Agreed | On 14 March 2025. _See Schedule',
      schedule: '| 14 March 2025 | The House and The Clinic | Referral pathways |',
      day: '14 March 2025',
    },
  ],
  [
    'the same day',
    agreed(also('choir', '2025-03-14')),
    { cover: '| Agreed | On 14 March 2025 |', schedule: undefined, day: '14 March 2025' },
  ],
  [
    'later',
    LATER,
    {
      cover: '| Agreed | Between 14 March 2025 and 12 April 2027. _See Schedule',
      schedule: `| 12 April 2027 | The Choir | Referral pathways |
| 14 March 2025 | The House and The Clinic | Referral pathways |`,
      day: '14 March 2025; The Choir on 12 April 2027',
    },
  ],
  [
    'later, on a day that is not told',
    agreed('', 'by: [house, clinic, choir]'),
    {
      cover: '| Agreed | First on 14 March 2025. _See Schedule',
      schedule: `| Not written down | The Choir | Referral pathways |
| 14 March 2025 | The House and The Clinic | Referral pathways |`,
      day: '14 March 2025; The Choir on a day not written down',
    },
  ],
])('the third has agreed: %s', (_, file, { cover, schedule, day }) => {
  const out = async (...args: string[]) => (await hjp(file, args)).out()
  const md = ['--format', 'md', '--out', '-']
  test('in the agreement', async () => {
    const mou = await out('mou', ...md)
    expect(mou).toContain(cover)
    expect(/\| Date agreed \|.*\n\|[- |]*\n([^#]*?)\n\n/.exec(mou)?.[1]).toBe(schedule)
  })
  test('wherever the day is told', async () => {
    const iso = day.replace('14 March 2025', '2025-03-14').replace('12 April 2027', '2027-04-12')
    expect(await out('show', '5.1')).toContain(`Agreed on ${iso}:\n`)
    expect(await out('handover', ...md)).toContain(`since ${day}; review 1 January 2028`)
    expect(await out('agenda', '5.1', ...md)).toContain(`Agreed (${day}):`)
  })
})

test('who is asked to confirm reads who agreed when', async () => {
  const joined = LATER.replace(
    'answers:',
    '  - { id: band, name: The Band, sector: other, joined: 2027-05-01 }\nanswers:',
  )
  const sheet = await hjp(joined, [
    'worksheet',
    '--confirm',
    '--for',
    'band',
    '--format',
    'txt',
    '--out',
    '-',
  ])
  expect(sheet.out().replace(/\s+/g, ' ')).toContain(
    'Agreed on 14 March 2025 by The House and The Clinic; on 12 April 2027 by The Choir.',
  )
})

test.each([
  ['on the day of the command', ['--by', 'choir'], [...TWO, 'choir 2027-05-01']],
  ['on the day that is told', ['--by', 'choir', '--on', '2027-04-12'], [...TWO, 'choir 2027-04-12']],
  ['on the day of the others', ['--by', 'choir', '--on', '2025-03-14'], [...TWO, 'choir 2025-03-14']],
  ['who had agreed', ['--by', 'clinic'], TWO],
  ['who had agreed, with its day', ['--by', 'clinic', '--on', '2025-04-01'], [TWO[0], 'clinic 2025-04-01']],
])('one agrees too: %s', async (_, args, wanted) =>
  expect(daysIn((await hjp(agreed(), ['agree', '5.1', ...args])).text)).toEqual(wanted),
)

test('what is agreed anew is agreed by who agrees then, and what else is changed leaves the days', async () => {
  const { file, last } = await after(LATER, [
    { args: ['agree', '5.1', 'We ring.', '--on', '2025-03-14', '--lead', 'clinic'] },
  ])
  expect(changes(LATER, last.text)).toMatch(/^- {7}lead: house\n\+ {7}lead: clinic\n\+ {7}wording: \w+$/)
  expect(daysIn(file)).toEqual([...TWO, 'choir 2027-04-12'])
  const { text } = await hjp(file, ['agree', '5.1', 'We write.', '--by', 'house', 'clinic'])
  expect(daysIn(text)).toEqual(['house 2027-05-01', 'clinic 2027-05-01'])
  expect(text).not.toContain('also:')
})

test('asked who agrees to what was agreed before, whoever does now agrees today', async () => {
  const led = agreed().replace('      lead: house\n', '')
  const said: [RegExp, string][] = [
    [/agree\?/, 'all'],
    [/Who leads/, 'house'],
    [/each\|/, 'each'],
    [/review it/, '2027-11-01'],
  ]
  const replies = (question: string) => said.find(([asked]) => asked.test(question))?.[1] ?? ''
  const { text, asked } = await hjp(led, ['ask', '--for', 'mou/referral-pathways'], { replies })
  expect(daysIn(text), asked.join('\n')).toEqual([...TWO, 'choir 2027-05-01'])
})

test('another id, and whoever leaves, keeps its day', async () => {
  const { file } = await after(LATER, [
    { args: ['rename-partner', 'choir', 'singers'] },
    { args: ['leave', 'singers', '--on', '2027-05-01'] },
  ])
  expect(daysIn(file)).toEqual([...TWO, 'singers 2027-04-12'])
})

test('the history tells who agreed too', async () => {
  const commit = { hash: 'a1', author: 'Ana', day: '2025-03-14', subject: 'Agree' }
  const history = { versions: [{ commit, text: agreed(), before: [''] }], head: agreed(), isShallow: false }
  const { out } = await hjp(LATER, ['log', '5.1'], { history })
  expect(out()).toContain('Agreed by another partner too:\n     We ring.\n')
  expect(out()).toContain('Agreed on 12 April 2027: The Choir')
})

test.each([
  ['later, on a day that is not told', 'by: [house, clinic, choir]', '', 1],
  ['later', 'by: [house, clinic, choir]', also('choir', '2027-04-12'), 0],
  ['not yet', 'by: [house, clinic]', '', 0],
])('check asks for the day of who agreed %s', async (_, by, more, found) => {
  const { out } = await hjp(agreed(more, by), ['check', '--only', 'no-day-agreed'])
  expect(out().split('is listed as agreeing before that to 5.1.')).toHaveLength(1 + found)
})

/** Two answers that are shown as one, and what is told of who agreed to each. */
const BOTH = { id: 'new', was: ['old'] }
test.each([
  ['on a day of its own to both', also('choir', '2027-04-12'), also('choir', '2027-04-20'), '2027-04-20'],
  [
    'on a day of its own to one',
    also('choir', '2027-04-12'),
    '      by: [house, clinic, choir]\n',
    '2027-04-12',
  ],
  ['to one alone', also('choir', '2027-04-12'), '      by: [house, clinic]\n', undefined],
])('where two questions became one, who agreed %s agreed to both by then', (_, one, other, day) => {
  const each = (prompt: string, more: string) =>
    `  - prompt: ${prompt}\n    agreed:\n      text: We ring.\n      on: 2025-03-14\n${more}`
  const { partnership } = knownOn(
    fileOf(`answers:\n${each('new', one)}${each('old', other)}`, PARTNERS),
    TODAY,
  ).known
  const { also: too } = answerTo(partnership, BOTH).agreed!
  expect(too.map(({ partner, on }) => [partner, on])).toEqual(day ? [['choir', day]] : [])
})

const band = '  - { id: band, name: The Band, sector: other, joined: 2027-04-01 }\nanswers:'
test.each([
  [
    'two agree too',
    LATER,
    agreed(also('band', '2027-04-20')),
    [...TWO, 'choir 2027-04-12', 'band 2027-04-20'],
  ],
  ['one agrees too, on two days', agreed(also('choir', '2027-04-20')), LATER, [...TWO, 'choir 2027-04-12']],
  [
    'one agrees to what was agreed anew meanwhile',
    agreed().replace('We ring.', 'We write.').replace('2025-03-14', '2027-04-10'),
    LATER,
    ['house 2027-04-10', 'clinic 2027-04-10'],
  ],
])('in two versions of the file %s', (_, one, other, wanted) => {
  const [base, ours, theirs] = [agreed(), one, other].map((text) => text.replace('answers:', band)) as [
    string,
    string,
    string,
  ]
  for (const sides of [
    { base, ours, theirs },
    { base, ours: theirs, theirs: ours },
  ]) {
    const merged = mergeVersions('f', sides)
    expect(merged.clashes).toEqual([])
    expect(daysIn(merged.text).toSorted()).toEqual(wanted.toSorted())
  }
})
