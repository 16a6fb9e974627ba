import { expect, test } from 'vitest'
import { dayTyped, timeTyped } from '../src/core/values/typed-day.ts'
import { library, runner, small } from './memory-world.ts'

/** A Monday. */
const TODAY = '2026-11-30'
const { hjp } = runner({ today: TODAY })

const said = (read: { is: string } | { wrong: string }) => ('is' in read ? read.is : read.wrong)
const TIMED = expect.stringMatching(/^has a time in it. Write the day alone/)
const NO_DAY = expect.stringMatching(/^expects a day that exists/)
const BOTH = expect.stringMatching(/^could be .* or .*\. Write it as one of these\.$/)

const OTHER = expect.stringMatching(/^names a weekday that does not fit: it would be Tuesday/)

/** In en-US where days are written otherwise there, and in en-CA, where they are written in both ways. */
test.each<[typed: string, is: unknown, us?: unknown, ca?: unknown]>([
  ['1 March 2027', '2027-03-01'],
  ['1st of March 2027', '2027-03-01'],
  ['March 1, 2027', '2027-03-01'],
  ['march 1st 2027', '2027-03-01'],
  ['1 Mar 27', '2027-03-01'],
  ['12 Jan', '2027-01-12'],
  ['Jan 12', '2027-01-12'],
  ['30 November', TODAY],
  ['Monday 1 March 2027', '2027-03-01'],
  ['Weds 3 March', '2027-03-03'],
  ['  12   January 2027. ', '2027-01-12'],
  ['1/3/27', '2027-03-01', '2027-01-03', BOTH],
  ['01/03/2027', '2027-03-01', '2027-01-03', BOTH],
  ['1.3.27', '2027-03-01', '2027-01-03', BOTH],
  ['1-3-2027', '2027-03-01', '2027-01-03', BOTH],
  ['1/3', '2027-03-01', '2027-01-03', BOTH],
  ['3/3/27', '2027-03-03'],
  ['13/1/27', '2027-01-13'],
  ['1/13/27', '2027-01-13'],
  ['2027/3/1', '2027-03-01'],
  ['2027-03-01', '2027-03-01'],
  ['today', TODAY],
  ['tomorrow', '2026-12-01'],
  ['Tuesday', '2026-12-01'],
  ['Monday', '2026-12-07'],
  ['Tues', '2026-12-01'],
  ['next Tuesday', '2026-12-08'],
  ['this Friday', '2026-12-04'],
  ['in 3 weeks', '2026-12-21'],
  ["in three weeks' time", '2026-12-21'],
  ['in a fortnight', '2026-12-14'],
  ['in 3 months', '2027-02-28'],
  ['in two years', '2028-11-30'],
  ['10 days from now', '2026-12-10'],
  ['end of March', '2027-03-31'],
  // What is no day, or could be several.
  ['31/2', NO_DAY],
  ['31 February 2027', NO_DAY],
  ['29 Feb 2027', NO_DAY],
  ['2027/13/1', NO_DAY],
  ['13/13/27', NO_DAY],
  ['next week', NO_DAY],
  ['next month', NO_DAY],
  ['March 2027', NO_DAY],
  ['the weekend', NO_DAY],
  ['12', NO_DAY],
  ['soon', NO_DAY],
  ['1 March 2027 if we can', NO_DAY],
  ['1 March 2027 at 10am', TIMED],
  ['16 feb 10am', TIMED],
  ['16 February at 2.30 pm', TIMED],
  ['tomorrow 10am', TIMED],
  ['Friday 9:30', TIMED],
  ['10am', NO_DAY],
  ['1 to 3 March', NO_DAY],
  ['tonight', NO_DAY],
  ['now', NO_DAY],
  ['', NO_DAY],
  ['Wednesday 2 March 2027', OTHER],
  ['Wed 2 March', OTHER],
])('%j is the day that a person means', (typed, is, us = is, ca = us) => {
  const read = (locale: string) => said(dayTyped(typed, TODAY, locale, 'ahead'))
  expect(['en-AU', 'en-GB', 'en-NZ', 'en-IE'].map(read)).toEqual([is, is, is, is])
  expect([read('en-US'), read('en-CA')]).toEqual([us, ca])
})

test.each<[typed: string, ahead: string, behind: string, near: string]>([
  ['12 Jan', '2027-01-12', '2026-01-12', '2027-01-12'],
  ['12 June', '2027-06-12', '2026-06-12', '2026-06-12'],
  ['30 Nov', TODAY, TODAY, TODAY],
  ['1 December', '2026-12-01', '2025-12-01', '2026-12-01'],
  ['1/3', '2027-03-01', '2026-03-01', '2027-03-01'],
  ['Friday', '2026-12-04', '2026-11-27', '2026-12-04'],
  ['Monday', '2026-12-07', TODAY, '2026-12-07'],
  ['Tuesday 30 June', '2026-06-30', '2026-06-30', '2026-06-30'],
  ['last Friday', '2026-11-27', '2026-11-27', '2026-11-27'],
  ['a month ago', '2026-10-30', '2026-10-30', '2026-10-30'],
])('%j without its year lies where it should', (typed, ...days) => {
  const lies = ['ahead', 'behind', 'near'] as const
  expect(lies.map((each) => said(dayTyped(typed, TODAY, 'en-AU', each)))).toEqual(days)
})

const NO_TIME = expect.stringMatching(/^expects a time/)

test.each([
  ['10am', '10:00'],
  ['10 AM', '10:00'],
  ['10 a.m.', '10:00'],
  ['2.30 pm', '14:30'],
  ['2:30pm', '14:30'],
  ['12am', '00:00'],
  ['12:30 p.m.', '12:30'],
  ['noon', '12:00'],
  ['12 noon', '12:00'],
  ['midday', '12:00'],
  ['14h00', '14:00'],
  ['14h', '14:00'],
  ['14.30', '14:30'],
  ['1400', '14:00'],
  ['0930', '09:30'],
  ['9:30', '09:30'],
  ['02.30', '02:30'],
  ['10', '10:00'],
  ['at 10', '10:00'],
  ["10 o'clock", '10:00'],
  ['9 in the morning', '09:00'],
  ['2 in the afternoon', '14:00'],
  ['2:30', 'could be 02:30 or 14:30. Write it as one of these.'],
  ['3', 'could be 03:00 or 15:00. Write it as one of these.'],
  ['13pm', NO_TIME],
  ['25:00', NO_TIME],
  ['10:75', NO_TIME],
  ['10-11am', NO_TIME],
  ['tomorrow 10am', NO_TIME],
  ['10am UTC', NO_TIME],
  ['10am or so', NO_TIME],
  ['in the afternoon', NO_TIME],
  ['soon', NO_TIME],
])('%j is the time that a person means', (typed, is) => {
  expect(said(timeTyped(typed))).toEqual(is)
})

test.each([
  ['en-AU', '1/3/27', 'Monday 1 March 2027', '2027-03-01'],
  ['en-GB', '1/3/27', 'Monday 1 March 2027', '2027-03-01'],
  ['en-US', '1/3/27', 'Sunday, January 3, 2027', '2027-01-03'],
])('in %s a day is read as it is written there, and read back', async (locale, typed, told, day) => {
  const file = `${small}locale: ${locale}\n`
  const args = ['agree', '5.1', 'Referrals are made by phone.', '--review', typed]
  const agreed = await hjp(file, args)
  expect(agreed.said()).toContain(`"${typed}" is ${told}.`)
  expect(agreed.text).toContain(`review: ${day}`)
  const plain = await hjp(file, ['agree', '5.1', 'Referrals are made by phone.', '--review', day])
  expect(plain.said()).not.toContain(`"${day}"`)
  expect(plain.text).toBe(agreed.text)
})

test.each<[args: string[], replies: string[] | undefined, told: string, written: string]>([
  [
    ['add', 'action', 'what=Call', 'due=12 Jan'],
    undefined,
    '"12 Jan" is Tuesday 12 January 2027.',
    'due: 2027-01-12',
  ],
  [['add', 'meeting', 'on=tomorrow', 'start=2.30 pm'], undefined, '"2.30 pm" is 2:30 pm.', 'start: 14:30'],
  [
    ['add', 'action'],
    ['Call', '', '', 'soon', 'in 3 weeks', '', '', '', 'no'],
    '"in 3 weeks" is Monday 21 December 2026.',
    'due: 2026-12-21',
  ],
  [
    ['change', 'partner', 'legal', 'joined=1 Feb'],
    undefined,
    '"1 Feb" is Monday 1 February',
    'joined: 2027-02-01',
  ],
  [['leave', 'health', '--on', 'last Friday'], undefined, 'is Friday 27 November 2026.', 'left: 2026-11-27'],
  [
    ['agenda', '--format', 'md', '--date', 'next Tuesday', '--time', '10am', '--plan'],
    undefined,
    '"next Tuesday" is Tuesday 8 December 2026.',
    'on: 2026-12-08',
  ],
  [['record'], ['yesterday', '10am', 'Here'], '"yesterday" is Sunday 29 November 2026.\n', 'start: 10:00'],
])('%j takes days and times so, and says them back', async (args, replies, told, written) => {
  const { said, text } = await hjp(small, args, { library, ...(replies && { replies }) })
  expect(said()).toContain(told)
  expect(text).toContain(written)
})

test('an agenda asks when and where, where nothing knows it yet, and keeps it', async () => {
  const replies = ['next Tuesday', '10am', 'Meeting room 2']
  const { said, out, text, asked } = await hjp(small, ['agenda', '--format', 'md'], { library, replies })
  expect(asked.length).toBe(3)
  expect(out()).toContain('Tuesday 8 December 2026, 10:00 am to 11:00 am')
  expect(text).toMatch(/on: 2026-12-08,?\s+start: 10:00,?\s+place: Meeting room 2/)
  expect(said()).toContain('changed  partnership.yaml: the meeting on 2026-12-08')
  // A meeting that is known is not asked for again.
  const again = await hjp(text, ['agenda', '--format', 'md'], { library, replies: [] })
  expect([again.code, again.asked, again.text]).toEqual([0, [], text])
  // Enter leaves it open.
  const open = await hjp(small, ['agenda', '--format', 'md'], { library, replies: [''] })
  expect([open.code, open.text]).toEqual([0, small])
})

test('what is no day is refused with days that would do, and nothing is written', async () => {
  const { code, said, text } = await hjp(small, ['add', 'action', 'what=Call', 'due=31/2'])
  expect([code, text]).toEqual([2, small])
  expect(said()).toContain(
    'Nothing was added to actions:\n  *due* expects a day that exists, such as 1 March 2027, 12 Jan, next Tuesday or 2027-03-01.',
  )
})

test('today itself may be typed as a person says it', async () => {
  const { said } = await hjp(small, ['status', '--today', '1 March 2027'], { library })
  expect(said()).toContain('"1 March 2027" is Monday 1 March 2027.')
})

test('days and times are read in files of answers, meetings and readings too, and said back', async () => {
  const file = `${small}indicators:\n  - { id: reached, measure: People reached }\n`
  const agreed = '"5.1":\n  agreed: { text: We phone., lead: health, on: 2 Feb, review: next May 1 }\n'
  const answers = agreed.replace('next May 1', '1 May')
  const meeting =
    'on: 3/3/26\nstart: 2.30 pm\nactions: [{ what: Call, due: 1 April }]\nnext: { on: 12 May, start: 10am }\n'
  const readings = 'readings: [{ indicator: reached, on: yesterday, value: 12 }]\n'
  const setting = {
    library,
    today: '2026-03-10',
    files: { 'a.yaml': answers, 'm.yaml': meeting, 'r.yaml': readings, 'bad.yaml': agreed },
  }
  const [asked, told, read, bad] = [
    await hjp(file, ['ask', '--answers', 'a.yaml'], setting),
    await hjp(file, ['record', '--answers', 'm.yaml'], setting),
    await hjp(file, ['measure', '--answers', 'r.yaml'], setting),
    await hjp(file, ['ask', '--answers', 'bad.yaml'], setting),
  ]
  expect(asked.text).toMatch(/on: 2026-02-02\n +review: 2026-05-01/)
  expect(asked.said()).toContain('"1 May" is Friday 1 May 2026.')
  for (const each of ['on: 2026-03-03', 'start: 14:30', 'due: 2026-04-01', 'on: 2026-05-12', 'start: 10:00'])
    expect(told.text).toContain(each)
  expect(read.text).toContain('on: 2026-03-09')
  expect([bad.text, bad.said()]).toEqual([
    file,
    expect.stringContaining('5.1 → agreed → review: expects a day'),
  ])
})

test('an earlier version goes by its day as people type it', async () => {
  const commit = { hash: 'abc1234', author: 'Ana', day: '2026-11-02', subject: 'Talk' }
  const history = { versions: [{ commit, text: small, before: [] }], head: small, isShallow: false }
  const compare = (since: string) =>
    hjp(small, ['page', '--since', since, '--format', 'md', '--out', '-'], { library, history })
  expect((await compare('2 Nov')).said()).toContain('Since 2 November 2026 (abc1234)')
  expect((await compare('3 Nov')).said()).toContain('3 Nov')
  expect((await compare('the first')).code).toBe(2)
})
