import { describe, expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { valueAt } from '../src/core/file/walk.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { itemsOf } from '../src/core/record/items.ts'
import { lineChanges } from '../src/core/record/line-changes.ts'
import { library, memoryWorld, riverbend, runner } from './memory-world.ts'
import { some } from './programs.ts'

// What should not be there is shown, taken out, and brought back.

const { hjp } = runner({ library, today: '2026-11-16' })

const rows = `version: 1
name: Hillside
partners:
  - { id: legal, name: Hill Law, sector: legal, people: [{ role: liaison, name: Bo Li }] }
  - { id: health, name: Hill Health, sector: health }
answers:
  - prompt: what-we-do/referral-pathways
    perspectives:
      - partner: legal
        said: Her flat flooded.
        on: 2026-11-02
      - partner: health
        said:
    agreed:
      text: By phone.
      on: 2026-11-03
    proposals:
      - { partner: health, for: agreed, text: By form. }
    notes:
      - partner: health
        text: She moved house.
actions:
  # asked in March
  - id: ask
    what: Ask the council

  - from: m-2026-11-02
    id: print
    what: Print the map

  - id: paint
    what: Paint the room
contributions:
  - { what: Time, partner: legal, gap: Fridays, action: print }
outcomes:
  - from: [what-we-do/referral-pathways, calls]
    id: homes
    for: clients
    term: long
    text: Homes are kept.
  - { id: calls, for: clients, term: short, text: Calls are made. }
indicators:
  - id: reached
    measure: People advised
    outcome: calls
    readings:
      - { on: 2026-10-01, value: "12" }
      - { on: 2026-11-01, value: "17" }
milestones:
  - { id: open, what: Open the room, paid-by: State grant }
funding:
  - source: State grant
meetings:
  - id: m-2026-11-02
    on: 2026-11-02
rounds:
  - { id: r1, on: 2026-11-02, questionnaire: six-requirements, marks: [{ partner: legal, ratings: { concerned: A } }] }
`

test('what is removed, and what names it elsewhere, is shown and gone; the rest stays to the letter', async () => {
  const told: string[] = []
  for (const name of [
    'paint',
    'ask the',
    'Ask the council',
    'print',
    '2026-11-02',
    'calls',
    'State grant',
    'person Bo Li',
    'reached/2026-11-01',
    'reading reached/2026-10-01',
    'indicator reached',
    'r1/legal',
    'note 5.1/health',
    'proposal 5.1/health',
    'partner health',
    'partner legal',
    'open',
    'moved out',
    '5.1',
    'P',
  ]) {
    const run = await hjp(rows, ['remove', ...name.split(' '), '--yes'])
    told.push(`$ hjp remove ${name} --yes\n${run.said().trim()}\n${lineChanges(rows, run.text).join('\n')}\n`)
  }
  await expect(told.join('\n')).toMatchFileSnapshot('golden/removed.txt')
})

test.each([
  [['answer', '5.1', '--as', 'legal', '--clear'], 'Her flat flooded.'],
  [['agree', '5.1', '--clear'], 'By phone.'],
  [['remove', 'ask'], 'Ask the council'],
])('hjp %j asks first, takes no for an answer, and is brought back by undo', async (args, words) => {
  const alone = await hjp(rows, args)
  expect(alone.said()).toContain(words)
  expect(alone.said()).toContain('Add *--yes* to remove it.')
  expect([alone.code, alone.text]).toEqual([2, rows])
  const no = await hjp(rows, args, { replies: ['no'] })
  expect([no.code, no.text]).toEqual([0, rows])
  const kept = new Map<string, string>()
  const yes = await hjp(rows, args, { replies: ['yes'], kept })
  expect(yes.asked).toEqual(['Remove it? no|yes'])
  expect(yes.text).not.toContain(words)
  expect((await hjp(yes.text, ['undo'], { kept })).text).toBe(rows)
})

test('what was said and agreed goes, and the room for it stays', async () => {
  const said = await hjp(rows, ['answer', '5.1', '--as', 'legal', '--clear', '--yes'])
  const agreed = await hjp(said.text, ['agree', '5.1', '--clear', '--yes'])
  expect(lineChanges(rows, agreed.text)).toMatchInlineSnapshot(`
    [
      "    - prompt: what-we-do/referral-pathways",
      "-         said: Her flat flooded.",
      "-         on: 2026-11-02",
      "+         said:",
      "-       text: By phone.",
      "-       on: 2026-11-03",
    ]
  `)
  for (const args of [
    ['answer', '5.1', '--as', 'legal'],
    ['agree', '5.1'],
  ])
    expect((await hjp(agreed.text, [...args, '--clear', '--yes'])).said()).toMatch(
      /^Nothing is .* so nothing was removed\.$/,
    )
  expect((await hjp(rows, ['agree', '5.1', 'More.', '--clear'])).said()).toContain('takes no others with it')
})

test('words under a prompt that another took the place of are cleared too', async () => {
  const { prompts } = library.parts.find(({ prompts }) => prompts.some(({ was }) => was.length > 0))!
  const { was, number } = prompts.find(({ was }) => was.length > 0)!
  const old = rows.replace('what-we-do/referral-pathways', was[0]!)
  const run = await hjp(old, ['answer', number, '--as', 'legal', '--clear', '--yes'])
  expect(run.text).not.toContain('Her flat flooded.')
  expect(run.text).toContain('By phone.')
})

describe('what git has', () => {
  const commit = { hash: 'a1b2c3d', author: 'Ana', day: '2026-11-03', subject: 'Said' }
  const history = { versions: [{ commit, text: rows, before: [''] }], head: rows, isShallow: false }
  const args = ['answer', '5.1', '--as', 'legal', '--clear', '--yes']

  test('is told where it has the words', async () => {
    const run = await hjp(rows, args, { history })
    expect(run.said()).toContain('git still has it in 1 earlier commit, from 2026-11-03 (a1b2c3d) on.')
  })

  test('is not told where it has others', async () => {
    const now = rows.replace('Her flat flooded.', 'Said today.')
    expect((await hjp(now, args, { history })).said()).not.toContain('git still')
  })
})

test('what someone has changed since it was shown is not taken out unseen', async () => {
  const made = memoryWorld({ files: { 'partnership.yaml': rows }, library, replies: [] })
  const { cli } = await import('../src/cli.ts')
  const choose = async () => {
    await cli(['change', 'ask', 'what=Ask the mayor'], made.world, '0')
    return 'yes'
  }
  const world = { ...made.world, terminal: { ...made.world.terminal, choose } } as typeof made.world
  expect(await cli(['remove', 'ask'], world, '0')).toBe(2)
  expect(made.file('partnership.yaml')).toContain('Ask the mayor')
})

test('anything in an example can be removed by itself and brought back', async () => {
  const [name, file] = ['riverbend', riverbend]
  const before = readYaml(name, file, Partnership)
  const items = itemsOf(before, library.parts).filter(({ kind }) => kind !== 'partner')
  const tried = some([0, 1]).length > 1 ? items : items.filter((_, n) => n % 7 === 0)
  expect(tried.length).toBeGreaterThan(5)
  for (const { id, kind, at, row } of tried) {
    if (items.filter((each) => each.kind === kind && each.id === id).length > 1 || id === '') continue
    const kept = new Map<string, string>()
    const run = await hjp(file, ['remove', kind, id, '--yes'], { kept })
    expect(run.code, `${kind} ${id}: ${run.said()}`).toBe(0)
    const list = at.slice(0, -1)
    const after = readYaml(name, run.text, Partnership)
    expect((valueAt(after, list) as unknown[]).length).toBe((valueAt(before, list) as unknown[]).length - 1)
    expect(itemsOf(after, library.parts)).not.toContainEqual(expect.objectContaining({ kind, row }))
    expect((await hjp(run.text, ['check'])).out()).not.toContain('there is no')
    expect((await hjp(run.text, ['undo'], { kept })).text).toBe(file)
  }
})
