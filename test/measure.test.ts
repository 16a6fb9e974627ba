import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { printableGroups } from '../src/core/readings.ts'
import { libraryIn, memoryWorld } from './memory-world.ts'

const library = libraryIn('.')
const small = readFileSync('test/small.yaml', 'utf8')
const FILE = `${small}indicators:
  - { id: reached, measure: People who got advice, method: count }
  - { id: told, measure: What people say of it, method: story }
`

async function hjp(text: string, args: string[], replies?: string[]) {
  const made = memoryWorld({
    files: { 'partnership.yaml': text },
    library,
    today: '2026-06-01',
    ...(replies && { replies }),
  })
  const code = await cli(args, made.world, '0')
  return { ...made, code, text: made.file('partnership.yaml')! }
}

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
  [['measure', 'reached'], 'Say what was read'],
  [['measure', 'nothing', '5'], 'There is no indicator *nothing*'],
  [['measure', 'reached', '5', '--split', 'Town'], 'not written as group=value'],
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
  expect(twice.said()).toContain('was read on 2026-06-01 already: 12')
})

const size = fc.integer({ min: 0, max: 60 })

test('a group under five is never shown, and cannot be worked out from the others and the whole', () => {
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 6 }), (sizes) => {
      const groups = printableGroups(Object.fromEntries(sizes.map((each, n) => [`g${n}`, String(each)])))
      const hidden = sizes.filter((_, n) => groups[n]!.value === undefined)
      expect(
        sizes.filter((each, n) => each < 5 && !hidden.includes(each) && groups[n]!.value !== undefined),
      ).toEqual([])
      const isAll = hidden.length === sizes.length
      if (hidden.length > 0 && !isAll) {
        expect(hidden.length).toBeGreaterThan(1)
        expect(hidden.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(5)
      }
    }),
  )
})

test('no report has a number under five in it, for any reader, whatever was read', async () => {
  const digit = fc.integer({ min: 0, max: 4 })
  await fc.assert(
    fc.asyncProperty(digit, digit, digit, size, async (one, two, three, four) => {
      const readings = [one, two, three].map(
        (value, n) => `{ on: 202${n + 3}-03-01, value: "${value} of 55", note: "${value} came" }`,
      )
      const text = `${small}indicators:
  - measure: Reached
    baseline: ${one} in 2021
    target: ${two} a month
    readings: [${readings.join(', ')}, { on: 2026-03-01, value: "${three}", groups: { Town: "${two}", Creek: "${four}" } }]
`
      for (const reader of ['partners', 'funders', 'public']) {
        const { out } = await hjp(text, ['report', '--for', reader, '--format', 'md', '--out', '-'])
        const changed = out().slice(out().indexOf('### Reached'), out().indexOf('## What we learned'))
        expect(changed.replace(/\d+ \w+ \d{4}/g, '')).not.toMatch(/(?<![\d#])[0-4](?!\d)/)
      }
    }),
    { numRuns: 25 },
  )
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
