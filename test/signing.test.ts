import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { yetToSign } from '../src/core/view/signed.ts'
import { fileOf, knownOn } from './known.ts'
import { exampleFile, library, riverbend, runner } from './memory-world.ts'

const TODAY = '2026-11-30'
const { hjp, after } = runner({ library, today: TODAY })

const lines = (text: string) => text.split('\n')
const newIn = (text: string, before: string) => lines(text).filter((line) => !lines(before).includes(line))

/** Both have signed, one after the other. */
const SIGNED = [
  {
    args: [
      ...['sign', '--from', '2026-12-01', '--until', '2028-11-30', '--renew-by', '2028-09-01'],
      ...['--by', 'Robert Anand', '--on', '2026-11-28'],
    ],
  },
  {
    args: ['sign', '--by', 'Kim Lee', '--for', 'health', '--copy', 'signed.pdf'],
    files: { 'signed.pdf': 'it' },
  },
]

test('who has signed is written down one after the other, and told until all have', async () => {
  const { ran, file } = await after(riverbend, SIGNED)
  const [first, second] = ran
  expect(first!.said()).toContain(
    'in force from 1 December 2026 until 30 November 2028; signed by Robert Anand for Riverbend Community Legal Centre on 28 November 2026; not yet signed by Riverbend Health\nWhen the next signature comes: *hjp sign* again.',
  )
  expect(second!.said()).toContain('by Kim Lee for Riverbend Health on 30 November 2026\nTo see')
  expect(newIn(file, first!.text)).toEqual([
    '        by: Kim Lee',
    '        on: 2026-11-30',
    '    copy: signed.pdf',
    `    digest: ${createHash('sha256').update('it').digest('hex')}`,
  ])
  const row = knownOn(file, TODAY).known.partnership.agreements[0]!
  expect(Object.keys(row.clauses).length).toBeGreaterThan(70)
  // The next to sign is the first of a new version.
  const { last } = await after(file, [
    { args: ['sign', '--from', '2028-12-01', '--by', 'Kim Lee', '--for', 'health'] },
  ])
  expect(knownOn(last.text, TODAY).known.partnership.agreements).toHaveLength(2)
})

test('it is asked for step by step, and the signatories of the file are offered', async () => {
  const answers = [
    'whole',
    '2026-12-01',
    '2028-11-30',
    '',
    'Robert Anand',
    '2026-11-28',
    '',
    'The top drawer',
  ]
  const { text, said } = await hjp(riverbend, ['sign'], { replies: answers })
  expect(said()).toContain('not yet signed by Riverbend Health')
  const [row] = knownOn(text, TODAY).known.partnership.agreements
  expect(row).toMatchObject({
    kind: 'whole',
    from: '2026-12-01',
    until: '2028-11-30',
    signed: [{ partner: 'legal', by: 'Robert Anand', on: '2026-11-28' }],
    copy: 'The top drawer',
  })
  const more = await hjp(text, ['sign'], { replies: ['whole', '/other', 'Kim Lee', '', ''] })
  expect(more.said()).toContain('by Kim Lee for Riverbend Health on 30 November 2026')
})

test('stopped in between, it keeps each signature that was told', async () => {
  const replies = ['whole', '2026-12-01', '2028-11-30', '', 'Robert Anand', '2026-11-28']
  const { code, text, said } = await hjp(riverbend, ['sign'], { replies })
  expect([code, said()]).toEqual([130, '\nStopped. 1 signature saved. Continue with *hjp sign*'])
  expect(knownOn(text, TODAY).known.partnership.agreements[0]!.signed).toMatchObject([{ by: 'Robert Anand' }])
})

test.each([
  [
    'a blank',
    exampleFile('harbor'),
    ['--by', 'A', '--for', 'legal'],
    'There is nothing to sign yet: the agreement has 4 blanks.',
  ],
  ['nobody', riverbend, ['--until', '2028-01-01'], 'Say who signed, and for which partner'],
  ['no partner', riverbend, ['--by', 'Kim Lee'], 'Say who signed, and for which partner'],
  [
    'a partner not in yet',
    riverbend.replace(/\n {2}- id: health\n/, '$&    joined: 2026-06-01\n'),
    ['--by', 'Kim', '--for', 'health', '--on', '2026-05-31'],
    'was not a partner on 2026-05-31',
  ],
])('nothing is signed with %s', async (_, file, args, message) => {
  const { said, text } = await hjp(file, ['sign', ...args])
  expect(said()).toContain(message)
  expect(text).toBe(file)
})

test('a draft says what has changed since you signed, what is new and what is gone', async () => {
  const { file } = await after(riverbend, [
    ...SIGNED,
    { args: ['agree', '5.1', 'We refer whoever asks.'] },
    { args: ['park', '5.2', 'Not now.'] },
  ])
  const { file: fresh } = await after(file.replace(/ +what-we-do\/secondary-consultation: s.*\n/, ''), [])
  const mou = async (text: string, ...args: string[]) =>
    (await hjp(text, ['mou', '--format', 'md', '--out', '-', ...args])).out()
  const [draft, final] = [await mou(fresh), await mou(fresh, '--final')]
  const page = draft.split('# Since we signed')[1]!.split('\n# ')[0]!
  expect(page).toContain('in force from 1 December 2026')
  expect(page).toContain('**Changed since we signed**\n\n- Referral pathways')
  expect(page).toContain('**New since we signed**')
  expect(page).toContain('**Signed, and no longer here**')
  expect(draft).toContain('We refer whoever asks.\n\n_Lead')
  expect(draft).toContain('_Changed since we signed._')
  for (const text of [draft, final])
    expect(text).toContain(
      '| Signed | Memorandum of understanding, in force from 1 December 2026 until 30 November 2028; signed by Robert Anand for',
    )
  expect(final).not.toContain('ince we signed')
  expect(await mou((await after(riverbend, SIGNED)).file)).not.toContain('ince we signed')
})

test.each([
  ['none', [], '2026-11-30', ['legal', 'health']],
  ['one', [['legal', '2026-11-28']], '2026-11-30', ['health']],
  [
    'both',
    [
      ['legal', '2026-11-28'],
      ['health', '2026-11-29'],
    ],
    '2026-11-30',
    [],
  ],
  ['one, before a third joined', [['legal', '2026-11-30']], '2026-12-01', ['health']],
  ['one, on the day a third joined', [['legal', '2026-12-01']], '2026-12-01', ['health', 'youth']],
  ['one, and the other has left', [['legal', '2026-11-28']], '2027-01-01', []],
])('with %s signature of %j, on %s these have still to sign: %j', (_, signed, today, wanted) => {
  const { partnership } = knownOn(
    fileOf(
      '',
      `partners:
  - { id: legal, name: Law, sector: legal }
  - { id: health, name: Clinic, sector: health, left: 2027-01-01 }
  - { id: youth, name: Youth House, sector: community, joined: 2026-12-01 }
`,
    ),
    today,
  ).known
  const signatures = (signed as string[][]).map(([partner, on]) => ({ partner: partner!, by: 'A', on: on! }))
  expect(yetToSign({ signed: signatures }, partnership, today).map(({ id }) => id)).toEqual(wanted)
})
