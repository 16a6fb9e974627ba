import { describe, expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import type { Choice } from '../src/world/world.ts'
import { library, memoryWorld, runner } from './memory-world.ts'

// What is there already is not added again unseen.

const { hjp } = runner({ library, today: '2026-11-16' })

const file = `version: 1
name: Hillside
partners:
  - { id: legal, name: Hill Law, sector: legal, people: [{ role: liaison, name: Bo Li, phone: "5550" }] }
  - { id: health, name: Hill Health, sector: health }
actions:
  - { id: ask, what: Ask both insurers, owner: health, due: 2026-12-01, from: m1 }
  - { id: map, what: Print the map, done: 2026-11-01 }
funding: [{ source: State grant, from: 2026-07-01 }]
milestones: [{ id: sign, what: Sign it }]
meetings: [{ id: m1, on: 2026-11-02 }]
`
const add = (...fields: string[]) => ['add', ...fields]

test.each([
  ['the same words', add('action', 'what=ask both  INSURERS'), 'action: id: ask, what: Ask both insurers'],
  ['more of it', add('action', 'what=Ask both insurers', 'person=Ana'), 'action: id: ask'],
  ['someone again', add('person', 'partner=legal', 'role=liaison', 'name=Bo Li'), 'person: partner: legal'],
  ['money again', add('funding', 'source=State grant', 'holds=legal'), 'funding: source: State grant'],
  ['a milestone', add('milestone', 'what=Sign it', 'end=2027-01-01'), 'milestone: id: sign'],
])('%s is refused, and added where somebody says that it is another', async (_, args, there) => {
  const run = await hjp(file, args)
  expect(run.said()).toContain(`the file has this already, and nothing tells the two apart:\n  ${there}`)
  expect([run.code, run.text]).toEqual([2, file])
  expect((await hjp(file, [...args, '--another'])).text).not.toBe(file)
  const same = await hjp(file, args, { replies: ['no'] })
  expect(same.asked).toEqual(['Is yours another one? no|yes'])
  expect([same.code, same.text]).toEqual([0, file])
  expect((await hjp(file, args, { replies: ['yes'] })).text).not.toBe(file)
})

test.each([
  ['by another day', add('action', 'what=Ask both insurers', 'due=2027-03-01')],
  ['of someone else', add('action', 'what=Ask both insurers', 'owner=legal')],
  ['that was done before', add('action', 'what=Print the map')],
  ['of another time', add('funding', 'source=State grant', 'from=2027-07-01')],
  ['in another place', add('person', 'partner=health', 'role=liaison', 'name=Bo Li')],
])('what is %s is added without a word', async (_, args) => {
  const run = await hjp(file, args)
  expect([run.code, run.said()]).toEqual([0, expect.stringMatching(/^changed {2}\S+: [^\n]*$/)])
})

describe('at a meeting', () => {
  const args = ['record', '--date', '2026-11-16']
  const input = 'actions: [{ what: Ask both insurers }, { what: Call the council }]'

  test('what was to be done already is written down, and told', async () => {
    const run = await hjp(file, [...args, '--answers', '-'], { input })
    expect(run.said()).toContain('The file has this twice now')
    expect(run.said()).toContain('action: id: ask')
    expect(run.text.match(/Ask both insurers/g)).toHaveLength(2)
    expect((await hjp(run.text, [...args, '--answers', '-'], { input })).said()).toMatch(/^identical[^\n]*$/)
  })

  test('it is asked about', async () => {
    const made = memoryWorld({
      files: { 'partnership.yaml': file },
      library,
      today: '2026-11-16',
      replies: [],
    })
    const told = ['Ask both insurers', '/s']
    const line = async (question: string) => (question.startsWith('What needs') ? told.shift()! : '')
    const asked: string[] = []
    const choose = async <T extends string>(question: string, choices: Choice<T>[]) => {
      asked.push(question)
      return choices.find(({ value }) => ['no', 'rest', 'missed'].includes(value))?.value ?? choices[0]!.value
    }
    const world = { ...made.world, terminal: { ...made.world.terminal, line, choose } }
    await cli(args, world, '0')
    expect(asked).toContain('Is yours another one?')
    expect(made.file('partnership.yaml')!.match(/Ask both insurers/g)).toHaveLength(1)
  })
})

const OVER =
  '{ id: open-day, what: Open day, status: done, done: 2026-10-01 }, { id: visit, what: A visit, status: dropped }'
const over = `${file.replace('milestones: [', `milestones: [${OVER}, `)}parked: [{ part: health-systems, why: None here. }]
`
test.each([
  ['done Print', '"Print the map" was done on 2026-11-01. To open it again: *hjp change map done=*'],
  [
    'done open-day',
    '"Open day" was done on 2026-10-01. To open it again: *hjp change open-day status=under-way done=*',
  ],
  ['done visit', '"A visit" was dropped. To open it again: *hjp change visit status=under-way*'],
  ['park learning --resume', 'is not set aside, so there is nothing to bring back.'],
  ['park 5.1 --resume', '*Referral pathways* is not set aside, so there is nothing to bring back.'],
])('%s says what became of it', async (args, told) => {
  const { code, text, said } = await hjp(over, args.split(' '))
  expect([code, text]).toEqual([2, over])
  expect(said()).toContain(told)
})

test('who has left cannot leave again, and it is said when that was', async () => {
  const left = await hjp(file, ['leave', 'health', '--on', '2026-11-01'])
  const again = await hjp(left.text, ['leave', 'health'])
  expect([left.code, again.code, again.text]).toEqual([0, 2, left.text])
  expect(again.said()).toContain(
    'left on 2026-11-01. If the day is wrong: *hjp change partner health left=…*',
  )
  const coming = await hjp(file, ['leave', 'health', '--on', '2027-11-01'])
  expect((await hjp(coming.text, ['leave', 'health'])).said()).toContain('leaves on 2027-11-01.')
})
