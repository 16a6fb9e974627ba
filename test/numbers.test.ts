import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../src/core/file/tables.ts'
import { hiddenGroups } from '../src/core/tools/hidden-groups.ts'
import { printedReading } from '../src/core/tools/printed-reading.ts'
import { sizeOf } from '../src/core/values/numbers.ts'
import { HELD_BACK, printable } from '../src/core/values/small-numbers.ts'
import { UNITS, unitOfMeasure, unitSaid } from '../src/core/values/units.ts'
import { library, runner, small } from './memory-world.ts'
import { runs } from './programs.ts'

// Small numbers of people are never printed, and all other numbers are.

const { hjp: run } = runner({ library, today: '2026-06-01' })
const hjp = (text: string, args: string[]) => run(text, args)
const print = (unit: string, text: string) => printable(text, unitSaid(unit), 'en-AU')

describe('a number counts what the words beside it say, and else what the indicator does', () => {
  test.each([
    ['people', '1204', '1,204'],
    ['people', '160 a year', '160 a year'],
    ['people', '4', 'fewer than 5 people'],
    ['people', '4 in 2023', 'fewer than 5 people in 2023'],
    ['people', '2,5', 'fewer than 5 people'],
    ['people', '03', 'fewer than 5 people'],
    ['people', '٣', 'fewer than 5 people'],
    ['people', '٦١', '٦١'],
    ['people', 'Three', 'fewer than 5 people'],
    ['people', 'Three clients', 'fewer than 5 clients'],
    ['people', '2 young women a month', 'fewer than 5 young women a month'],
    ['people', 'about 3', 'fewer than 5 people'],
    ['people', '3-4 people', 'fewer than 5 people'],
    ['people', '3 to 4 people', 'fewer than 5 people'],
    ['people', 'between 3 and 4', 'fewer than 5 people'],
    ['people', '3 to 8 people', 'up to 8 people'],
    ['people', '5 to 8 people', '5 to 8 people'],
    ['people', '3 of 12 staff', 'fewer than 5 staff'],
    ['people', '3/12', 'fewer than 5 people'],
    ['people', '38 of 40 staff', '38 staff'],
    ['people', '40 of 40', '40 of 40'],
    ['people', '11 of 42 in May 2024', '11 of 42 in May 2024'],
    ['people', '12 on 3 May 2026, and 1/5', '12 on 3 May 2026, and fewer than 5 people'],
    ['people', 'not counted before July 2024', 'not counted before July 2024'],
    ['people', 'three in four', 'three in four'],
    ['people', '1 in 4 clients', '1 in 4 clients'],
    ['people', '3 in 2 towns', 'fewer than 5 people in 2 towns'],
    ['people', 'one hundred and sixty', 'one hundred and sixty'],
    ['people', '3 thousand', '3 thousand'],
    ['people', '3 days', '3 days'],
    ['people', '3 client meetings', '3 client meetings'],
    ['people', '3 day patients', 'fewer than 5 day patients'],
    ['people', '2%', '2%'],
    ['people', '$3', '$3'],
    ['families', '3 in May', 'fewer than 5 families in May'],
    ['mob', '3', 'fewer than 5 mob'],
    ['home visits', '3', '3'],
    ['hours', '3', '3'],
    ['days', '2 clients', HELD_BACK],
    ['days', '6 (3 people)', HELD_BACK],
    ['score', '3.2 of 5', '3.2 of 5'],
    ['score', '3.2 of 5 (40 people)', '3.2 of 5 (40 people)'],
    ['score', '3.2 of 5 (4 people)', HELD_BACK],
    ['score', '3.2 (n = 4)', HELD_BACK],
    ['percent', '3', '3'],
    ['percent', 'under 3%', 'under 3%'],
    ['percent', '62% of 40', '62% of 40'],
    ['percent', '62% of 4', HELD_BACK],
    ['percent', '62% of 4 meetings', '62% of 4 meetings'],
    ['percent', '62% (25 of 40)', '62% (25 of 40)'],
    ['percent', '5% (2 of 40)', HELD_BACK],
    ['percent', '5% of 40 staff', '5% of staff'],
    ['percent', '97% of 40', '97%'],
    ['money', '3000', '3,000'],
    ['times', '12 visits by 3 clients', HELD_BACK],
    ['mob', '3 visits', 'fewer than 5 visits'],
    ['mob', '12 visits by 3 clients', '12 visits by fewer than 5 clients'],
    ['mob', '3.2', '3.2'],
  ])('%s: %j is printed as %j', (unit, text, printed) => {
    expect(print(unit, text)).toBe(printed)
  })
})

test.each([
  ['People referred from health who got legal advice', 'people'],
  ['Number of new clients each month', 'people'],
  ['Staff trained', 'people'],
  ['Number who got advice in 10 days', 'people'],
  ['Patients who rate us 4 out of 5 or more', 'people'],
  ['Day patients seen', 'people'],
  ['Client satisfaction out of 5', 'score'],
  ['Staff confidence', 'score'],
  ['Wellbeing (1-10)', 'score'],
  ['Share of clients seen within a week', 'percent'],
  ['% of clients with a plan', 'percent'],
  ['Middle number of days from referral to first call', 'days'],
  ['Days clients wait', 'days'],
  ['Time to first call, in days', 'days'],
  ['Median wait for a first appointment (working days)', 'days'],
  ['Time to first call (hours)', 'hours'],
  ['Cost per client', 'money'],
  ['Debts waived ($)', 'money'],
  ['Training sessions held', 'times'],
  ['Urgent referrals missed', undefined],
  ['Housing matters closed with the home kept', undefined],
  ['Health appointments missed by people', undefined],
])('the words of %j tell that it counts %s', (measure, kind) => {
  expect(unitOfMeasure(measure)?.kind).toBe(kind)
})

test.each([
  [['12%', 'under 3%', '2'], '2'],
  [['3.2 of 5', '4.5 of 5', '4'], '4'],
  [['12 days', '9 (from 40 people)', '4'], '4'],
  [['12%', '3 days', '2'], 'fewer than 5'],
  [['two in three', 'half', '2'], 'fewer than 5'],
  [['30 clients', '60', '2'], 'fewer than 5 people'],
])(
  'where the measure does not tell, the words of all values do: %j',
  async ([baseline, target, value], says) => {
    const file = `${small}indicators: [{ measure: Seen, baseline: ${baseline}, target: ${target}, readings: [{ on: 2026-05-01, value: "${value}" }] }]\n`
    expect((await hjp(file, ['report', '--format', 'md', '--out', '-'])).out()).toContain(`| ${says} |`)
  },
)

test('few people who asked for something are not counted where all can read it', async () => {
  const file = `${small}actions: [{ what: Larger print, asked-by: Two women of the Ward 3 council }, { what: Tea, asked-by: 40 parents }]\n`
  const words = (await hjp(file, ['protocol', '--format', 'md', '--out', '-'])).out()
  expect(words).toContain('fewer than 5 women of the Ward 3 council')
  expect(words).toContain('40 parents')
})

const size = fc.integer({ min: 0, max: 60 })
const few = fc.oneof(fc.integer({ min: 0, max: 9 }), size)

test('what is printed of a number of people has none under five, and saying it again changes nothing', () => {
  const piece = fc.oneof(
    fc.nat(12).map(String),
    fc.constantFrom(
      ...['of', 'to', 'about', 'three', 'Two', '-', ',', '.', '/', ' ', '(', '٢', '0', ' clients '],
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = print('people', pieces.join(''))
      const numbers = text.match(/(?<![\p{L}\p{Nd}])\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? []
      expect(numbers.filter((each) => sizeOf(each) < 5)).toEqual([])
      expect(text).not.toMatch(/(?<![\p{L}\p{Nd}-])(two|three)(?![\p{L}-])/iu)
      expect(print('people', text)).toBe(text)
    }),
  )
})

/** Groups of so many people, and all of them together, as each unit tells of them. */
const TOLD: Record<
  string,
  { whole: (n: number) => Pick<Reading, 'value' | 'of'>; group: (n: number) => string }
> = {
  people: { whole: (n) => ({ value: `${n}`, of: undefined }), group: String },
  percent: { whole: (n) => ({ value: '50%', of: n }), group: (n) => `50% of ${n}` },
  score: { whole: (n) => ({ value: '3 of 5', of: n }), group: (n) => `4 of 5 (${n} people)` },
}

test.each(Object.entries(TOLD))(
  'a group under five is hidden, and nobody can work it out, even who knows the rule and the whole: %s',
  (unit, told) => {
    const groupsOf = (sizes: number[]) =>
      Object.fromEntries(sizes.map((each, n) => [`g${n}`, told.group(each)]))
    fc.assert(
      fc.property(
        fc.array(few, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 9 }),
        (sizes, rest) => {
          const whole = sizes.reduce((sum, each) => sum + each, rest)
          const hide = (each: number[]) =>
            hiddenGroups({ ...told.whole(whole), groups: groupsOf(each) }, unitSaid(unit))
          const hidden = hide(sizes)
          const small = sizes.flatMap((each, n) => (each < 5 ? [n] : []))
          expect(hidden).toEqual(expect.arrayContaining(small.map((n) => `g${n}`)))
          if (whole < 5) return
          const isSame = (each: number[]) => hide(each).toSorted().join() === hidden.toSorted().join()
          for (const n of small) {
            const others = sizes.flatMap((_, m) =>
              [-3, -2, -1, 1, 2, 3].map((by) =>
                sizes.map((each, at) => each + (at === n ? by : at === m && m !== n ? -by : 0)),
              ),
            )
            const isPossible = (each: number[]) =>
              each.every((value, m) => value >= 0 && (hidden.includes(`g${m}`) || value === sizes[m])) &&
              each.reduce((sum, value) => sum + value, 0) <= whole
            expect(others.some((each) => isPossible(each) && isSame(each))).toBe(true)
          }
        },
      ),
      { numRuns: runs(2000) },
    )
  },
)

const reading = (more: Partial<Reading>): Reading => ({
  ...{ on: '2026-05-01', value: '200', of: undefined, note: undefined, groups: undefined },
  ...{ consent: undefined, allowed: undefined, ...more },
})
const printed = (unit: string, more: Partial<Reading>) => {
  const { value, note, groups } = printedReading(reading(more), unitSaid(unit), 'en-AU')
  return [value, ...(note ? [note] : []), ...groups.map(({ value }) => value)]
}

test.each<[unit: string, reading: Partial<Reading>, shown: string[]]>([
  ['people', { groups: { a: '12', b: '4', c: '90' } }, ['200', HELD_BACK, HELD_BACK, '90']],
  ['people', { groups: { a: 'many', b: '4', c: '4', d: '90' } }, ['200', ...Array(4).fill(HELD_BACK)]],
  ['people', { value: '20', groups: { a: '10', b: '7' } }, ['20', HELD_BACK, HELD_BACK]],
  ['people', { value: '1204', of: 2000 }, ['1,204 (of 2,000 people)']],
  ['people', { value: '3', of: 40 }, ['fewer than 5 people']],
  ['people', { value: '3', of: 4 }, ['fewer than 5 people']],
  ['people', { value: '38', of: 40 }, ['38']],
  ['staff', { value: '31', of: 44 }, ['31 (of 44 staff)']],
  ['times', { value: '3', groups: { a: '2', b: '1' } }, ['3', '2', '1']],
  ['times', { value: '12', of: 3 }, [HELD_BACK]],
  ['days', { value: '3 days', groups: { a: '2', b: '4' } }, ['3 days', '2', '4']],
  ['money', { value: '$4,000', of: 4 }, [HELD_BACK]],
  ['percent', { value: '62%', of: 40 }, ['62% (of 40 people)']],
  ['percent', { value: '62%', of: 4, note: '2 said so' }, [HELD_BACK]],
  ['percent', { value: '62%', of: 4, note: 'Up to 62% at last' }, [HELD_BACK]],
  [
    'percent',
    { value: '55%', of: 40, groups: { a: '50% of 20', b: '60% of 17' } },
    ['55% (of 40 people)', HELD_BACK, HELD_BACK],
  ],
  ['percent', { value: '5%', of: 40 }, ['5%']],
  ['percent', { value: '98%', of: 40 }, ['98%']],
  ['percent', { value: '100%', of: 40 }, ['100% (of 40 people)']],
  ['percent', { value: '60%', groups: { a: '64% of 36', b: '61%' } }, ['60%', '64% of 36', HELD_BACK]],
  [
    'percent',
    { value: '60%', of: 60, groups: { a: '50% of 3', b: '64% of 20', c: '60% of 37' } },
    ['60%', HELD_BACK, HELD_BACK, '60%'],
  ],
  ['score', { value: '3.1', of: 40 }, ['3.1 (40 people)']],
  ['score', { value: '3.1', of: 4, note: 'All 4 in one ward' }, [HELD_BACK]],
  [
    'score',
    { value: '3.1 of 5', of: 40, groups: { a: '3 of 5 (36 people)', b: '4 of 5 (4 people)' } },
    ['3.1 of 5 (40 people)', HELD_BACK, HELD_BACK],
  ],
  ['people', { value: '12', note: 'Only 3 in May' }, ['12']],
  ['people', { value: '12', note: 'Two of them came twice' }, ['12']],
  ['people', { value: '12', note: 'Open for 3 days' }, ['12', 'Open for 3 days']],
  [
    'people',
    { value: '80', groups: { a: '12', b: '3', c: '65' }, note: '12 from b' },
    ['80', HELD_BACK, HELD_BACK, '65'],
  ],
])('a reading of %s: %j', (unit, more, shown) => {
  expect(printed(unit, more)).toEqual(shown)
})

const VALUES = Array.from({ length: 12 }, (_, n) => n + 1)
const KINDS = [...UNITS, undefined]
/** An indicator of each unit, and one that does not say what it counts, with each of these values. */
const EACH = `${small}indicators:
${KINDS.map((unit) => {
  const rows = VALUES.map((n) => `{ on: 2026-05-${String(n).padStart(2, '0')}, value: "${n}" }`)
  return `  - { measure: Seen, ${unit ? `unit: ${unit}, ` : ''}baseline: "4", target: "3", readings: [${rows.join(', ')}] }\n`
}).join('')}`
const shown = (unit: string | undefined, n: number) =>
  n > 4 || (unit && unit !== 'people') ? `${n}` : `fewer than 5${unit ? ' people' : ''}`

/** What a document says, a cell or a line each, without its pictures and its marks. */
const linesOf = async (args: string[]) => {
  const { out } = await hjp(EACH, [...args, '--out', '-'])
  const words = out().replace(/<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, '|')
  return words
    .split(/[|\n]/)
    .map((each) => each.trim())
    .filter(Boolean)
}

test.each(
  [['page'], ['report'], ...['funders', 'public'].map((reader) => ['report', '--for', reader])].flatMap(
    (args) => ['md', 'html'].map((format) => [[...args, '--format', format]]),
  ),
)('%j has the true figure of each unit, or a true reason why not', async (args) => {
  const all = await linesOf(args)
  const lines = all.slice(all.findIndex((line) => /The figures$/.test(line)) + 1)
  const rows = lines.flatMap((line, n) =>
    /^(Before|\d+ May 2026|Target)$/.test(line) ? [[line, lines[n + 1]]] : [],
  )
  expect(rows).toEqual(
    KINDS.flatMap((unit) => [
      ['Before', shown(unit, 4)],
      ...VALUES.map((n) => [`${n} May 2026`, shown(unit, n)]),
      ['Target', '3'],
    ]),
  )
  const front = all.slice(0, all.length - lines.length)
  const before = front.flatMap((line, n) => (line === 'Seen' ? [front[n + 1]] : []))
  if (args[0] === 'report') expect(before).toEqual(KINDS.slice(0, 6).map((unit) => shown(unit, 4)))
})

test.each<[string, string, ...way: string[]]>([
  ['up to a target', 'baseline: "10", target: "30", readings: [{ on: 2026-05-01, value: "20" }]', '50%'],
  ['down to a target', 'baseline: "30", target: "10", readings: [{ on: 2026-05-01, value: "20" }]', '50%'],
  ['beyond it', 'baseline: "10", target: "30", readings: [{ on: 2026-05-01, value: "40" }]', '100%'],
  ['the other way', 'baseline: "10", target: "30", readings: [{ on: 2026-05-01, value: "5" }]', '0%'],
  ['nowhere', 'baseline: "10", target: "10", readings: [{ on: 2026-05-01, value: "10" }]'],
  ['from no known beginning', 'target: "30", readings: [{ on: 2026-05-01, value: "20" }]'],
  ['from a beginning held back', 'baseline: "4", target: "30", readings: [{ on: 2026-05-01, value: "20" }]'],
  [
    'to a number of another sort',
    'baseline: "10", target: "60%", readings: [{ on: 2026-05-01, value: "20" }]',
  ],
])('a report shows how far it is %s, and only where all is known', async (_, rest, ...way) => {
  const file = `${small}indicators:\n  - { measure: Seen, unit: people, ${rest} }\n`
  const { out } = await hjp(file, ['report', '--format', 'html', '--out', '-'])
  expect(out().match(/\d+%(?= of the way to the target)/g) ?? []).toEqual(way)
})

test('a score of a few people goes no way and shows no bar', async () => {
  const row = (of: number) => `{ on: 2026-05-01, value: "3", of: ${of} }`
  const told = async (of: number) => {
    const file = `${small}indicators:\n  - { measure: Trust, unit: score, baseline: "2", target: "4", readings: [${row(of)}] }\n`
    const { out } = await hjp(file, ['report', '--format', 'html', '--out', '-'])
    return [/\(up\)/.test(out()), /of the way to the target/.test(out())]
  }
  expect(await told(4)).toEqual([false, false])
  expect(await told(5)).toEqual([true, true])
})

test('the case has the true figure of each unit, or a true reason why not', async () => {
  const lines = await linesOf(['case', '--format', 'md'])
  expect(lines.filter((line) => line.includes('Seen'))).toEqual(
    KINDS.map((unit) => `- Seen: ${shown(unit, 4)}`),
  )
})

test('how many people a reading is of is written down, and is a whole number', async () => {
  const file = `${small}indicators: [{ id: sure, measure: Confidence, method: survey, split: Day and night }]\n`
  const { text } = await hjp(file, ['measure', 'sure', '3.1', '--of', '40'])
  expect(text).toContain('readings: [{ on: 2026-06-01, value: "3.1", of: 40 }]')
  const none = await hjp(file, ['measure', 'sure', '3.1', '--of', '0'])
  expect([none.code, none.text]).toEqual([2, file])
  const asked = await run(file, ['measure'], {
    replies: ['3.1', 'some', '3.1', '40', 'Day=3.2 (32 people); Night=2.7 (8 people)'],
  })
  expect(asked.text).toContain(
    'value: "3.1", of: 40, groups: { Day: 3.2 (32 people), Night: 2.7 (8 people) }',
  )
})
