import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { WALLS } from '../src/core/record/wall.ts'
import { library, runner, small } from './memory-world.ts'

// What a room wrote on paper comes into the file: box by box as on the sheet, or from a file of rows.

const { hjp, after } = runner({ library, today: '2026-11-16' })
const read = (text: string) => readYaml('partnership.yaml', text, Partnership)
const names = (text: string) =>
  read(text).stakeholders.map(({ name, power, stake, 'lived-experience': lived }) => [
    name,
    power,
    stake,
    lived,
  ])

test('there is no way back to what is saved, and that is said', async () => {
  const run = await hjp(small, ['record', '--sheet', 'map'], { replies: ['Housing office', '/b', '/s'] })
  expect(run.said()).toContain('What came before is saved, and is not asked again.')
  expect(run.said()).not.toContain('This is the first question.')
})

test.each(['n/a', '-', '—'])('"%s" on a sheet is an empty box', async (mark) => {
  const run = await hjp(small, ['record', '--sheet', 'map'], { replies: [mark, 'Housing office', '/s'] })
  expect(names(run.text).map(([name]) => name)).toEqual(['Housing office'])
})

test('a mapping workshop, from the sheet to the map, by commands alone', async () => {
  const typed = [
    ['Housing office', '', '* Tenants’ union', 'The clinic', 'Mob ★', '', '', ''],
    // What is known of one of them, and one step.
    [
      'housing office',
      'Lets us use its room',
      '',
      'Two officers',
      'Bo Li',
      '',
      'high',
      'low',
      'Arrange a visit',
      '',
    ],
    ['Ask for a day to visit', 'health', 'Bo Li', '12 December', ''],
  ].flat()
  const { ran, last } = await after(small, [
    { args: ['map', '--blank'] },
    { args: ['record', '--sheet', 'map'], replies: typed },
    { args: ['map', '--format', 'md'] },
  ])
  expect(
    ran.map(({ code }) => code),
    ran[1]!.said(),
  ).toEqual([0, 0, 0])
  expect(names(ran[1]!.text)).toEqual([
    ['Housing office', 'high', 'low', undefined],
    ['Tenants’ union', 'high', 'high', 'yes'],
    ['The clinic', 'high', 'high', undefined],
    ['Mob', 'high', 'high', 'yes'],
  ])
  const { stakeholders, actions } = read(ran[1]!.text)
  expect(stakeholders[0]).toMatchObject({
    ...{ role: 'Lets us use its room', influence: 'Two officers', contact: 'Bo Li', priority: 'high' },
    ...{ effort: 'low', next: 'Arrange a visit' },
  })
  expect(actions).toMatchObject([{ owner: 'health', person: 'Bo Li', due: '2026-12-12' }])
  expect(ran[1]!.said()).toContain('6 rows saved.')
  expect(last.out()).toContain('Work to build the tie: low')
})

test.each([
  ['Council, library', 'several', ['Council', 'library']],
  ['Council; * Mob, and the Tenants’ union', 'several', ['Council', 'Mob', 'the Tenants’ union']],
  ['The clinic and the Legal Centre', 'several', ['The clinic', 'the Legal Centre']],
  ['Health / Housing', 'several', ['Health', 'Housing']],
  ['Smith, Jones & Co', 'one', ['Smith, Jones & Co']],
])('of %s on one line it is asked whether it is one', async (line, choice, named) => {
  const { ran, last } = await after(small, [
    { args: ['record', '--sheet', 'map'], replies: [line, choice, '', '', '', '', '', ''] },
  ])
  expect(ran[0]!.code, ran[0]!.said()).toBe(0)
  expect(names(last.text).map(([name, power, stake]) => [name, power, stake])).toEqual(
    named.map((name) => [name, 'high', 'low']),
  )
})

test('a name that nothing parts is not asked about', async () => {
  const { last } = await after(small, [
    { args: ['record', '--sheet', 'map'], replies: ['Council of elders and carers', '', '', '', '', '', ''] },
  ])
  expect(names(last.text).map(([name]) => name)).toEqual(['Council of elders and carers'])
})

test('a logic workshop and a plan, row by row', async () => {
  const logic = [
    ['A room', 'health', ''],
    ['Sessions on site', 'clients', ''],
    ['People know their rights', 'clients', ''],
    ['', ''],
    // What that change rests on, and how it will be known.
    ['people know their rights', 'Staff refer early', 'A new law', ''],
    ['People who say so', '', 'survey', ''],
    [''],
  ].flat()
  const plan = ['Open the room', 'health', '1 Feb 2027', '1 March 2027', '', '', ''].flat()
  const { ran, last } = await after(small, [
    { args: ['record', '--sheet', 'logic'], replies: logic },
    { args: ['record', '--sheet', 'workplan'], replies: plan },
  ])
  expect(
    ran.map(({ code }) => code),
    ran.map(({ said }) => said()).join('\n'),
  ).toEqual([0, 0])
  const { outcomes, contributions, indicators, milestones } = read(last.text)
  expect(contributions).toMatchObject([{ what: 'A room', partner: 'health' }])
  expect(outcomes).toMatchObject([
    { term: 'output', text: 'Sessions on site' },
    {
      term: 'short',
      text: 'People know their rights',
      assumes: ['Staff refer early'],
      outside: ['A new law'],
    },
  ])
  expect(indicators).toMatchObject([{ measure: 'People who say so', method: 'survey' }])
  expect(milestones).toMatchObject([{ what: 'Open the room', lead: 'health', end: '2027-03-01' }])
})

const there = `${small}stakeholders:\n  - { id: s1, name: The council, power: low, stake: low }\n`

test.each([
  ['file', 'low'],
  ['paper', 'high'],
])('where the paper and the file differ, both are shown, and the %s can stand', async (choice, power) => {
  const replies = ['The Council', choice, '', '', '', '', '', '']
  const run = await hjp(there, ['record', '--sheet', 'map'], { replies })
  expect(run.said()).toContain('power: low → high')
  expect(names(run.text)).toEqual([['The council', power, 'low', undefined]])
})

test('the same row typed again is noticed', async () => {
  const run = await hjp(there, ['record', '--sheet', 'map'], {
    replies: ['', '', 'the council', '', '', '', ''],
  })
  expect(run.said()).toContain('The file has this already.')
  expect(run.text).toBe(there)
})

test('it goes back and stops as every flow does, and says how to go on', async () => {
  const run = await hjp(small, ['record', '--sheet', 'workplan'], {
    replies: ['Opne it', '/b', 'Open it', 'legal', '', '', '', 'Close it', '/s'],
  })
  expect(read(run.text).milestones.map(({ what, lead }) => [what, lead])).toEqual([['Open it', 'legal']])
  expect(run.said()).toContain('1 row saved. Continue with *hjp record --sheet workplan*')
})

test('the same comes from a file, all of it or nothing', async () => {
  const sheet = `stakeholders:
  - { name: the council, power: high }
  - { name: Tenants, power: low, lived-experience: YES }
outcomes:
  - { for: clients, term: short, text: They know, assumes: [One, Two] }
actions:
  - { what: Ring, owner: Hill Health, due: 1/2/2027 }
`
  const from = (text: string) =>
    hjp(there, ['record', '--sheet', 'map', '--answers', 'w.yaml'], { files: { 'w.yaml': text } })
  const run = await from(sheet)
  expect([run.code, run.said()]).toEqual([0, expect.stringContaining('4 rows')])
  expect(names(run.text)).toEqual([
    ['The council', 'high', 'low', undefined],
    ['Tenants', 'low', undefined, 'yes'],
  ])
  expect(read(run.text).actions).toMatchObject([{ what: 'Ring', owner: 'health', due: '2027-02-01' }])
  expect(read(run.text).outcomes[0]!.assumes).toEqual(['One', 'Two'])
  for (const [wrong, why] of [
    ['stakeholders: [{ name: New, mood: good }]', 'no column "mood"'],
    ['stakeholders: [{ power: low }]', '*name* is missing'],
    ['people: [{ name: Bo }]', 'no table *people*'],
    ['actions: [{ what: New, due: soon }]', 'soon'],
  ]) {
    const refused = await from(`milestones: [{ what: Open it }]\n${wrong}`)
    expect(refused.said()).toContain(why)
    expect(refused.text).toBe(there)
  }
})

test('every box of every sheet asks for columns that there are', async () => {
  for (const wall of Object.keys(WALLS)) {
    const run = await hjp(small, ['record', '--sheet', wall], { replies: () => '' })
    expect([wall, run.code, run.said()]).toEqual([
      wall,
      0,
      expect.stringContaining('Nothing was written down.'),
    ])
  }
  expect((await hjp(small, ['record', '--sheet', 'map'])).said()).toContain('--answers')
})
