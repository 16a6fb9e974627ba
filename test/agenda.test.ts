import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { planAgenda } from '../src/core/meeting/agenda.ts'
import { queueOf } from '../src/core/meeting/queue.ts'
import { viewOf } from '../src/core/view/view.ts'
import { fileOf } from './known.ts'
import { EXAMPLES, exampleFile, library, runner } from './memory-world.ts'

const { hjp } = runner({ library, today: '2026-04-01' })
const { parts, questionnaires } = library
const seen = EXAMPLES.map((name) => {
  return viewOf({
    partnership: readYaml(name, exampleFile(name), Partnership),
    parts,
    questionnaires,
    today: '2026-11-16',
  })
})

test('times follow each other in steps of five, and never add up to more than the meeting, with some to spare', () => {
  fc.assert(
    fc.property(fc.constantFrom(...seen), fc.integer({ min: 20, max: 480 }), (known, minutes) => {
      const { items, later, spare } = planAgenda(known, {
        on: undefined,
        start: '09:00',
        minutes,
        prompts: queueOf(known),
      })
      const taken = items.reduce((sum, item) => sum + item.minutes, 0)
      expect(taken + spare).toBe(minutes)
      expect(spare).toBeGreaterThan(0)
      expect(items.filter(({ at }) => !/[05]$/.test(at!))).toEqual([])
      expect(items.map(({ at }) => at)).toEqual([...items].map(({ at }) => at).sort())
      expect(items.filter(({ prompt }) => prompt && later.includes(prompt))).toEqual([])
    }),
  )
})

test.each(seen)(
  '$name: a follow-up is never raised before its question, nor a private prompt at all',
  (known) => {
    const open = known.prompts.filter(({ standing }) => standing === 'open').map(({ id }) => id)
    const raised = queueOf(known)
    expect(raised.length).toBeGreaterThan(0)
    expect(raised.filter(({ under, private: hidden }) => hidden || open.includes(under ?? ''))).toEqual([])
  },
)

test('what was reached since the last meeting is there to be celebrated', async () => {
  const at = (on: string) =>
    `version: 1\nname: N\npartners: [{ id: legal, name: L, sector: legal }, { id: health, name: H, sector: health }]\n` +
    `meetings: [{ on: 2026-03-01, decisions: [Go on.] }]\nmilestones: [{ what: Open the room, status: done, done: ${on} }]\n`
  const agenda = async (on: string) => (await hjp(at(on), ['agenda', '--format', 'md'])).out()
  expect(await agenda('2026-03-20')).toContain('Worth celebrating since we last met:\n\n- Open the room\n')
  expect(await agenda('2026-02-20')).not.toContain('worth celebrating')
})

const TWO = 'partners: [{ id: legal, name: L, sector: legal }, { id: health, name: H, sector: health }]\n'
const FIT = 'Q5.6 Fit with the goal'
const WHYS = [
  'We have agreed what to do, but not yet checked it against our goal',
  'What we do, or our goal, has changed since we looked at this',
]
const answered = (...rows: string[]) =>
  `version: 1\nname: N\n${TWO}answers:\n${rows.map((row) => `  - ${row}\n`).join('')}`
const REFERRAL =
  '{ prompt: what-we-do/referral-pathways, agreed: { text: By phone., lead: legal, on: 2026-03-05 } }'
const fits = (on: string, more = '') =>
  `{ prompt: what-we-do/fit-with-goal, agreed: { text: They fit., on: ${on}${more} } }`

test.each<[string, string[], string | undefined]>([
  ['nothing is agreed', [], undefined],
  ['an activity is agreed, and it was never asked', [REFERRAL], WHYS[0]],
  ['it was agreed after the activity', [REFERRAL, fits('2026-03-06')], undefined],
  ['the activity was agreed after it', [REFERRAL, fits('2026-03-04')], WHYS[1]],
  [
    'it waits for its day',
    [REFERRAL, fits('2026-03-04', ', decision: not-yet, review: 2027-01-01')],
    undefined,
  ],
])('whether the activities serve the goal comes to the table by itself: %s', async (_, rows, why) => {
  const made = [['agenda', '--format', 'md'], ['status']].map(async (args) =>
    (await hjp(answered(...rows), args)).out(),
  )
  const [agenda, status] = await Promise.all(made)
  const told = (text: string) => WHYS.filter((each) => text.replace(/\s+/g, ' ').includes(each))
  expect([told(agenda!), told(status!)]).toEqual(why ? [[why], [why]] : [[], []])
  expect(agenda!.includes(`## ${FIT}\n`)).toBe(why !== undefined)
})

test('a second answer of one partner comes to the table, and is shown wherever the first is', async () => {
  const two = (words: string) =>
    answered(
      `{ prompt: what-we-do/referral-pathways, perspectives: [{ partner: legal, said: A. }, { partner: health, said: By phone., on: 2026-03-01 }]${words} }`,
      '{ prompt: what-we-do/training, perspectives: [{ partner: legal, said: B. }] }',
    )
  const waiting = ', proposals: [{ partner: health, for: said, text: By letter., on: 2026-03-02 }]'
  for (const [file, isTold] of [
    [two(waiting), true],
    [two(''), false],
  ] as const) {
    const run = async (...args: string[]) => (await hjp(file, args)).out().replace(/\s+/g, ' ')
    const agenda = await run('agenda', '5.2', '--format', 'md')
    expect(
      agenda.includes('A partner has given two answers, and has not said yet which of them holds.'),
    ).toBe(isTold)
    expect(agenda.includes('H also said: By letter.')).toBe(isTold)
    expect((await run('status')).includes('H has two answers here')).toBe(isTold)
    for (const kind of ['worksheet', 'email']) {
      const sheet = await run(
        kind,
        '5.1',
        '--for',
        'legal',
        '--show',
        'ours',
        '--format',
        'txt',
        '--out',
        '-',
      )
      expect(sheet).toContain('By phone.')
      expect(sheet.includes('By letter.'), kind).toBe(isTold)
    }
  }
})

test('beside an activity stands what it serves, and beside its fit with the goal what came of it, once each', async () => {
  const goal = '{ prompt: what-we-can-achieve/shared-goal, agreed: { text: Homes kept., on: 2026-03-01 } }'
  const tables = `contributions: [{ what: Room 4, partner: health, brings: A room. }]\noutcomes: [{ for: clients, term: long, text: Fewer are ill. }]\n`
  const file = answered(REFERRAL, goal) + tables
  const { out } = await hjp(file, ['agenda', '--format', 'md', '5.1', '5.3', '5.6', '--minutes', '240'])
  const [, referral, advice, fit] = out().split(/^## Q5\.\d/m)
  expect(referral).toContain('- **Our goal:** Homes kept.\n- **What we bring:** Room 4 (H)\n')
  expect(advice).not.toContain('Our goal')
  expect(fit).not.toContain('Our goal')
  expect(fit).toContain(
    '- **What we have agreed to do:** Referral pathways\n- **What we hope it will lead to:** Fewer are ill.\n',
  )
})

test('what more than three partners said stands in rows, and who has not spoken below it', async () => {
  const partners = ['Law', 'Clinic', 'Youth House', 'Schools, Health Office']
    .map((name, n) => `  - { id: p${n}, name: "${name}", sector: community }\n`)
    .join('')
  const said = (many: number) =>
    fileOf(
      `answers:\n  - prompt: what-we-do/training\n    perspectives:\n${['p0', 'p1', 'p2', 'p3']
        .slice(0, many)
        .map((partner) => `      - { partner: ${partner}, said: "${partner} will. " }\n`)
        .join('')}`,
      `partners:\n${partners}`,
    )
  const shown = async (many: number) => {
    const { out } = await hjp(said(many), ['agenda', '5.2', '--format', 'md', '--out', '-'])
    return /\n\| Partner[\s\S]*?(?=\n## )/.exec(out())?.[0]
  }
  expect(await shown(0)).toBeUndefined()
  expect(await shown(1)).toBe(`
| Partner | Said so far |
| --- | --- |
| Law | p0 will. |

_No answer yet: Clinic; Youth House; and Schools, Health Office._
`)
  expect(await shown(4)).not.toContain('No answer yet')
})

test('what a partner asked to talk about comes first, what fits is put on, and all that does not is named', async () => {
  const wish = (prompt: string, as: string) =>
    `  - prompt: ${prompt}\n    agreed: { text: So be it., on: 2026-02-01, by: [legal, health] }\n` +
    `    proposals: [{ partner: legal, text: Please look again., on: 2026-03-20${as} }]\n`
  const talked = [
    ...['finding-a-partner/first-steps', 'what-we-do/training/ways', 'getting-to-know/history'],
    ...['people', 'service', 'drivers', 'duties', 'language'].map((id) => `getting-to-know/${id}`),
    ...['why-measure', 'data-held', 'data-care'].map((id) => `learning/${id}`),
  ]
  const file = fileOf(
    `answers:\n${talked.map((id) => wish(id, ', for: talk')).join('')}${wish('what-we-do/referral-pathways', ', for: agreed')}` +
      'meetings:\n  - on: 2026-03-10\n    decisions: [Go on.]\n' +
      '    agenda: [getting-to-know/reasons, getting-to-know/communication, common-ground/problem-seen]\n',
  )
  const numberOf = (id: string) =>
    parts.flatMap(({ prompts }) => prompts).find((prompt) => prompt.id === id)!.number
  const raised = [...talked, 'what-we-do/referral-pathways'].map(numberOf).toSorted()
  const shown = async (minutes: number, ...named: string[]) => {
    const about = [...named, '--minutes', `${minutes}`]
    const { out, said } = await hjp(file, ['agenda', ...about, '--format', 'md', '--out', '-'])
    const [now = '', later = ''] = out().split('## For another time')
    const [taken, waiting] = [/^## \S* *Q(\S+)/gm, /^- Q(\S+)/gm].map((line, n) =>
      [...[now, later][n]!.matchAll(line)].map(([, number]) => number!),
    )
    return { taken: taken!, waiting: waiting!, said: said() }
  }
  const brief = await shown(60)
  expect(raised).toEqual(expect.arrayContaining(brief.taken))
  expect([...brief.taken, ...brief.waiting]).toEqual(expect.arrayContaining(raised))
  expect((await shown(180)).taken).toEqual(expect.arrayContaining(raised))

  const named = await shown(60, '4.1', '5.3')
  expect(named.taken.slice(0, 2)).toEqual(['4.1', '5.3'])
  expect([...named.taken, ...named.waiting]).toEqual(expect.arrayContaining(raised))
  const [first = ''] = named.waiting
  expect(named.said).toContain(`No time is left for what partners raised: Q${first} `)
  expect(named.said).toContain(`*hjp agenda ${[first, ...named.taken].join(' ')}*`)
  const long = await shown(240, '4.1')
  expect(long.taken).toEqual(['4.1', ...(await shown(240)).taken.filter((number) => raised.includes(number))])
  expect(long.said).not.toContain('No time')
})
