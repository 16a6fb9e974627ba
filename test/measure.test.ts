import fc from 'fast-check'
import { expect, test } from 'vitest'
import { library, runner, small } from './memory-world.ts'
import { runs } from './programs.ts'

const { hjp: run } = runner({ library, today: '2026-06-01' })
const FILE = `${small}indicators:
  - { id: reached, measure: People who got advice, method: count }
  - { id: told, measure: What people say of it, method: story }
`

const hjp = (text: string, args: string[], replies?: string[]) => run(text, args, replies && { replies })

test('a reading is written down by id or words, once a day, with what there is to say', async () => {
  const first = await hjp(FILE, [
    'measure',
    'reached',
    '171',
    '--note',
    'So many.',
    '--split',
    'Town=157',
    'Creek = 14',
  ])
  expect(first.said()).toBe('changed  partnership.yaml: People who got advice: 171')
  const story = ['measure', 'people say', 'I was heard.', '--consent', 'yes', '--date', '2026-05-01']
  const { text } = await hjp(first.text, story)
  expect(text.slice(text.indexOf('indicators:'))).toBe(`indicators:
  - { id: reached, measure: People who got advice, method: count, readings: [{ on: 2026-06-01, value: "171", note: So many., groups: { Town: "157", Creek: "14" } }] }
  - { id: told, measure: What people say of it, method: story, readings: [{ on: 2026-05-01, value: I was heard., consent: yes }] }
`)
  expect((await hjp(text, ['measure', 'reached', '171'])).code).toBe(0)
})

test.each([
  [['measure', 'reached', 'many'], 'has no number in it'],
  [['measure', 'reached', '5', '--date', '2026-07-01'], 'expects today or an earlier day'],
  [['measure', 'reached'], 'Give a value for'],
  [['measure', 'nothing', '5'], 'There is no indicator *nothing*'],
  [['measure', 'reached', '5', '--split', 'Town'], 'should be written as group=value'],
  [['measure'], 'without a terminal'],
])('%j is refused, and nothing is written', async (args, says) => {
  const { code, said, text } = await hjp(FILE, args)
  expect(code).toBe(2)
  expect(said()).toContain(says)
  expect(text).toBe(FILE)
})

test('in the terminal each indicator is asked in turn, and what will not do is asked again', async () => {
  const { code, text, asked } = await hjp(FILE, ['measure'], ['many', '12', ''])
  expect(code).toBe(0)
  expect(asked).toHaveLength(3)
  expect(text).toContain('readings: [{ on: 2026-06-01, value: "12" }]')
  const twice = await hjp(text, ['measure', 'reached', '13'])
  expect(twice.said()).toContain('already has a reading on 2026-06-01: 12')
})

test('only what is due is asked, and a story is asked whether it may be told on', async () => {
  const read = FILE.replace('method: count', 'method: count, readings: [{ on: 2026-05-01, value: "9" }]')
  const { text, asked } = await hjp(read, ['measure'], ['I was heard.', 'yes'])
  expect(asked).toHaveLength(2)
  expect(text).toContain('readings: [{ on: 2026-06-01, value: I was heard., consent: yes }]')
  const often = read.replace('method: count', 'method: count, source: "The desk, every month"')
  expect((await hjp(often, ['measure'], ['11', '', ''])).text).toContain('{ on: 2026-06-01, value: "11" }')
})

test('more may be added to a reading, and nothing it says is lost or replaced', async () => {
  const { text } = await hjp(FILE, ['measure', 'reached', '20', '--note', 'First'])
  const more = await hjp(text, ['measure', 'reached', '20', '--split', 'Town=20'])
  expect(more.text).toContain('{ on: 2026-06-01, value: "20", note: First, groups: { Town: "20" } }')
  const other = await hjp(text, ['measure', 'reached', '20', '--note', 'Second'])
  expect([other.code, other.text]).toEqual([2, text])
})

test('a file of readings is written down whole, or not at all', async () => {
  const told = (more: string) => `readings:
  - { indicator: reached, on: 2025-06-01, value: 1204, groups: { Town: 1200 } }
  - { indicator: people say, value: I was heard., consent: no }
${more}`
  const measured = (answers: string) => run(FILE, ['measure', '--answers', '-'], { input: answers })
  const good = await measured(told(''))
  expect(good.said()).toBe('changed  partnership.yaml: 2 readings')
  expect(good.text).toContain('{ on: 2025-06-01, value: "1204", groups: { Town: "1200" } }')
  const bad = await measured(told('  - { indicator: nobody, on: 2027-01-01, value: 7 }\n'))
  expect([bad.code, bad.text]).toEqual([2, FILE])
  expect(bad.said()).toMatch(/expects today or an earlier day[\s\S]*no indicator \*nobody\*/)
})

test('no document has a reading under five in it, in any format, for any reader, whatever was read', async () => {
  const digit = fc.integer({ min: 0, max: 4 })
  await fc.assert(
    fc.asyncProperty(digit, digit, digit, fc.integer({ min: 0, max: 60 }), async (one, two, three, four) => {
      const readings = [one, two, three].map(
        (value, n) => `{ on: 202${n + 3}-03-01, value: "${value} of 55", note: "${value} came" }`,
      )
      const text = `${small}indicators:
  - measure: Reached
    baseline: ${one} in 2021
    target: 60 a month
    readings: [${readings.join(', ')}, { on: 2026-03-01, value: "${three}", groups: { Town: "${two}", Creek: "${four}" } }]
`
      const made = async (args: string[], format: string) => {
        const { file } = await hjp(text, [...args, '--format', format, '--out', `out.${format}`])
        return file(`out.${format}`)!.replace(/<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' ')
      }
      for (const [args, format, from, until] of [
        [['report'], 'md', 'Reached', 'What we learned'],
        [['report', '--for', 'funders'], 'html', 'Reached', 'What we learned'],
        [['report', '--for', 'public'], 'md', 'Reached', 'What we learned'],
        [['page'], 'md', 'Reached', 'How we work'],
        [['case'], 'md', 'Reached', '##'],
      ] as const) {
        const words = await made([...args], format)
        const at = words.indexOf(from)
        expect(at, args.join(' ')).toBeGreaterThan(0)
        const changed = words
          .slice(at, words.indexOf(until, at))
          .replace(/\d+ \w+ \d{4}|Partner meetings: 0/g, '')
        expect(changed).not.toMatch(/(?<![\d#])[0-4](?!\d)/)
      }
    }),
    { numRuns: runs(25) },
  )
})

test('a picture needs three readings of one number each that may be printed, and all of one kind', async () => {
  const report = async (values: string[], lines = 'baseline: 3, target: 1300 a year') => {
    const rows = values.map((value, n) => `{ on: 202${n + 1}-03-01, value: ${value} }`)
    const text = `${small}indicators:\n  - { measure: Reached, ${lines}, readings: [${rows.join(', ')}] }\n`
    const { file } = await hjp(text, ['report', '--format', 'html', '--out', 'out.html'])
    return /<svg[\s\S]*<\/svg>/.exec(file('out.html')!)?.[0]
  }
  const drawn = await report(['1204', '"1,300"', '98 a year'])
  expect(drawn).toContain('1,204')
  expect(drawn).toContain('target: 1300 a')
  expect(drawn).not.toContain('before:')
  const days = await report(['6 days', '4 days', '2 days'], 'baseline: 3 days, target: 1 week')
  expect(days).toContain('before: 3 days')
  expect(days).not.toContain('target:')
  const share = await report(['62%', '64% of 40', '5% of 60'], 'baseline: 5% of 40, target: under 3%')
  expect(share).toContain('target: under 3%')
  expect(share).not.toContain('5% of')
  for (const values of [
    ['1204', '1300'],
    ['1204', '1300', '4'],
    ['1204', '1300', '11 of 42'],
    ['1204', '1300', '12 to 14'],
    ['62%', '64%', '12 people'],
    ['62%', '64%', '66% of 4'],
  ])
    expect(await report(values), values.join()).toBeUndefined()
})

test('the public gets nothing that names somebody, and a note that tells a hidden group is left out', async () => {
  const text = `${small}milestones: [{ what: Thank Bo Li, status: done, done: 2026-05-01 }, { what: Open a room, status: done, done: 2026-05-02 }]
indicators:
  - measure: Reached
    readings: [{ on: 2026-05-01, value: "80", note: All but 12 are from town, groups: { Town: "65", Creek: "12", Hill: "3" } }]
`
  const report = async (reader: string) =>
    (await hjp(text, ['report', '--for', reader, '--format', 'md', '--out', '-'])).out()
  expect(await report('partners')).toContain('Thank Bo Li')
  expect(await report('public')).not.toContain('Bo Li')
  expect(await report('public')).toContain('Open a room')
  expect(await report('partners')).not.toContain('12')
})

test('a report begins with where each figure stood and stands, one story, and what those served asked for', async () => {
  const text = `version: 1
name: N
partners: [{ id: legal, name: L, sector: legal, people: [{ role: liaison, name: Bo Li }] }]
indicators:
  - { measure: Advised, unit: people, baseline: 9, target: 80, readings: [{ on: 2026-01-05, value: 12 }, { on: 2026-05-01, value: 61 }] }
  - { measure: Waits, unit: days, baseline: 9 days, readings: [{ on: 2026-05-01, value: 4 days }] }
  - { measure: Homes kept, unit: homes, baseline: not counted before July 2024, readings: [{ on: 2026-05-01, value: 29 of 41 }] }
  - { measure: Words, method: story, readings: [{ on: 2026-02-01, value: Older, consent: yes }, { on: 2026-05-01, value: Newer, consent: yes }] }
actions:
  - { what: Larger print, asked-by: the panel, done: 2026-05-02 }
  - { what: Tea for Bo Li, asked-by: the panel, due: 2026-09-01 }
  - { what: Too early, asked-by: the panel, done: 2023-05-02 }
  - { what: Given up, dropped: No room, dropped-on: 2026-05-02 }
milestones: [{ what: Open the door, end: 2026-04-01 }]
answers: [{ prompt: how-we-partner/setbacks, agreed: { text: The phone rang out., on: 2026-05-01 } }]
`
  const parts = async (reader: string) =>
    (await hjp(text, ['report', '--for', reader, '--format', 'md', '--out', '-'])).out().split('# In detail')
  for (const reader of ['partners', 'funders', 'public']) {
    const [first, rest] = await parts(reader)
    expect(first).toContain('| Advised | 9 | **61** (up), 1 May 2026 | 80 |\n')
    expect(first).toContain('| Waits | 9 days | **4 days** (down), 1 May 2026 | |\n'.replace('| |', '|  |'))
    expect(first).toContain('| Homes kept | not counted before July 2024 | **29 of 41**, 1 May 2026 |')
    expect(first).toContain('> Newer\n')
    expect(first).toContain('- Larger print. _Asked for by the panel. Done on 2 May 2026._')
    expect(first).not.toMatch(/Older|Too early/)
    expect(first!.includes('Tea for Bo Li')).toBe(reader !== 'public')
    expect(rest).toMatch(
      /## What was hard\n\nThe phone rang out\.\n\nRunning late:\n\n- Open the door, due 1 April 2026\n/,
    )
    expect(rest!.includes('Given up: No room')).toBe(reader !== 'public')
    expect(rest).toContain('> Older\n')
    expect(`${first}${rest}`.includes('**[')).toBe(reader === 'partners')
  }
  const { said } = await hjp(text, ['report', '--for', 'public'])
  expect(said()).toContain('Left out because nothing is written on it yet: the shared problem,')
})

test('the days of a report stand the right way round', async () => {
  const { code, said } = await hjp(FILE, ['report', '--from', '2026-05-01', '--to', '2026-01-01'])
  expect(code).toBe(2)
  expect(said()).toContain('is after the last')
})

test('measures that nobody could report on is found by check', async () => {
  const text = `${small}outcomes: [{ id: early, for: clients, term: short, text: Heard early, from: [it] }]
indicators:
  - { id: reached, measure: Advice, method: count, baseline: 9, readings: [{ on: 2025-05-01, value: 12 }] }
  - { measure: Words, method: story, readings: [{ on: 2026-05-01, value: Told }] }
`
  const { out, said } = await hjp(text, ['check'])
  const found = `${out()}${said()}`
  for (const each of [
    'no indicator shows whether "Heard early" is happening',
    '"Advice" was last measured on 2025-05-01, and is due again',
    '"Words" has no baseline',
    'the story from 2026-05-01 does not say',
  ])
    expect(found).toContain(each)
  expect((await hjp(text, ['status', '--json'])).out()).toContain('hjp measure reached')
})

test('stories are told only with consent, and the public gets no names, money or actions', async () => {
  const text = `${FILE}actions: [{ what: Call Ana, person: Bo Li, done: 2026-05-01 }]
funding: [{ source: State grant, amount: $9, until: 2027-01-01 }]
`.replace(
    'method: story }',
    'method: story, readings: [{ on: 2026-05-01, value: Told on, consent: yes }, { on: 2026-04-01, value: Kept back }] }',
  )
  const report = async (reader: string) =>
    (await hjp(text, ['report', '--for', reader, '--format', 'md', '--out', '-'])).out()
  const [partners, funders, everyone] = await Promise.all(['partners', 'funders', 'public'].map(report))
  for (const each of [partners, funders, everyone]) {
    expect(each).toContain('Told on')
    expect(each).not.toContain('Kept back')
  }
  expect(partners).toContain('Bo Li')
  expect(partners).not.toContain('State grant')
  expect(funders).toContain('State grant')
  expect(everyone).not.toMatch(/Bo Li|State grant|Call Ana/)
})
