import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { daysOfTerm, endsOtherwise } from '../src/core/agreement/term-end.ts'
import { paragraphStamp } from '../src/core/file/adopted-words.ts'
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

test.each([
  ['whole', [], 'signed.docx', '*hjp verify signed.docx*'],
  ['letter', ['--short'], 'signed.docx', '*hjp verify signed.docx --short*'],
  ['copy that is no file', [], 'the top drawer', undefined],
])('what compares the signed copy with what was agreed is named: %s', async (_, which, copy, named) => {
  const sign = (...args: string[]) => ({ args: ['sign', ...which, ...args], files: { 'signed.docx': 'it' } })
  const { ran } = await after(riverbend, [
    sign('--by', 'Ana', '--for', 'legal'),
    sign('--by', 'Bo', '--for', 'health', '--copy', copy),
  ])
  expect(/\*hjp verify .*?\*/.exec(ran[1]!.said())?.[0]).toBe(named)
})

test.each([
  ['2026-11-29', 'in force from 1 January 2025 until it ended on 29 November 2026; signed'],
  ['2026-11-30', 'in force from 1 January 2025 until 30 November 2026; signed'],
])('of an agreement whose last day is past it is told that it ended: %s', async (until, told) => {
  const args = ['sign', '--from', '2025-01-01', '--until', until, '--by', 'Ana', '--for', 'legal']
  const { last } = await after(riverbend, [{ args: [...args, '--on', '2025-01-01', '--words', 'now'] }])
  expect(last.said()).toContain(told)
  const { out } = await hjp(last.text, ['mou', '--format', 'md', '--out', '-'])
  expect(out()).toContain(told)
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
    'There is nothing to sign yet: the agreement has 6 blanks.',
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

test('what was signed before today is written down, and what was blank then is told', async () => {
  const args = ['sign', '--from', '2026-06-01', '--by', 'Ana', '--for', 'legal']
  const harbor = exampleFile('harbor')
  const refused = await hjp(harbor, args)
  expect(refused.said()).toContain('If it is signed already, say on which day, with *--on*')
  const { code, said, text } = await hjp(harbor, [...args, '--on', '2026-11-29'])
  expect([code, said().split('\n')[0]]).toEqual([
    0,
    'It was signed on 2026-11-29, so it is written down, though the agreement here has 6 blanks:',
  ])
  expect(knownOn(text, TODAY).known.partnership.agreements[0]!.signed).toMatchObject([{ on: '2026-11-29' }])
})

const THIRD = riverbend.replace(
  '\npartners:\n',
  '\npartners:\n  - { id: youth, name: Youth House, sector: community, joined: 2026-11-29 }\n',
)
test.each([
  ['the day before it joined', '2026-11-28', undefined],
  ['the day on which it joined', '2026-11-29', 'It was signed on 2026-11-29, so it is written down, though'],
  ['today', TODAY, 'There is nothing to sign yet'],
])('a third that has not agreed holds up nobody who signed before it joined: %s', async (_, on, says) => {
  const args = ['sign', '--from', '2026-12-01', '--by', 'Robert Anand', '--on', on]
  const { said, text } = await hjp(THIRD, args)
  expect(said().includes('not yet agreed by Youth House')).toBe(says !== undefined)
  if (says) expect(said()).toContain(says)
  expect(text === THIRD).toBe(on === TODAY)
})

/** A clause reworded after the day on which it was signed. */
const AGREED_LATER = [{ args: ['agree', '5.1', 'We refer whoever asks.', '--on', '2026-11-29'] }]
const EARLIER = ['sign', '--by', 'Robert Anand', '--on', '2026-11-28']
const version = (text: string, day: string) => ({
  commit: { hash: 'abc', author: 'A', day, subject: 'S' },
  text,
  before: [],
})
const stampsIn = (file: string) => knownOn(file, TODAY).known.partnership.agreements[0]!.clauses
const REFERRAL = 'what-we-do/referral-pathways'

test('where more was agreed after the day of signing, nobody guesses which words were signed', async () => {
  const { file } = await after(riverbend, AGREED_LATER)
  const refused = await hjp(file, EARLIER)
  expect([refused.code, refused.text]).toEqual([2, file])
  expect(refused.said()).toMatch(
    /After 28 November 2026 this changed:\n {2}5\.1 Referral pathways, agreed on 29 N/,
  )
  for (const option of ['*--words then*', '*--words now*']) expect(refused.said()).toContain(option)

  const now = await hjp(file, [...EARLIER, '--words', 'now'])
  const before = stampsIn((await hjp(riverbend, EARLIER)).text)
  expect(Object.keys(stampsIn(now.text))).toContain(REFERRAL)
  expect(stampsIn(now.text)[REFERRAL]).not.toBe(before[REFERRAL])

  const then = await hjp(file, EARLIER, { replies: ['then'] })
  expect(then.asked).toEqual(['Which words does the paper have that was signed? then|now'])
  expect(then.said()).toContain('Not in what was signed, since you agreed it later:\n  5.1 Referral pathways')
  expect(stampsIn(then.text)).not.toHaveProperty(REFERRAL)
  expect(stampsIn(then.text)).toHaveProperty('what-we-do/training')

  const history = { versions: [version(riverbend, '2026-11-28')], head: file, isShallow: false }
  const kept = await hjp(file, [...EARLIER, '--words', 'then'], { history })
  expect(stampsIn(kept.text)).toEqual(before)
  expect(kept.said()).toContain('these have the words that git has of 28 November 2026:\n  5.1 Referral')
})

test('a clause that was taken out after an earlier day may be on the paper that was signed then', async () => {
  const { text: file } = await hjp(riverbend, ['agree', '5.2', '--clear', '--yes'])
  const history = { versions: [version(riverbend, '2026-11-28')], head: file, isShallow: false }
  const refused = await hjp(file, EARLIER, { history })
  expect(refused.code).toBe(2)
  expect(refused.said()).toContain(
    '  5.2 Training and relationships, which was agreed then, and is not now\n',
  )
  const [then, now] = await Promise.all(
    ['then', 'now'].map((which) => hjp(file, [...EARLIER, '--words', which], { history })),
  )
  expect(stampsIn(then!.text)).toEqual(stampsIn((await hjp(riverbend, EARLIER)).text))
  expect(then!.said()).toContain('In what was signed, with the words that git has:\n  5.2 Training')
  expect(stampsIn(now!.text)).not.toHaveProperty('what-we-do/training')
  expect((await hjp(file, EARLIER)).code).toBe(0)
})

test('words in square brackets are named beside the copy to sign', async () => {
  const { file } = await after(riverbend, [
    { args: ['agree', '5.1', 'We refer the client[s] [the Clinic] names [check with the board].'] },
    { args: ['add', 'milestone', 'what=Open the room [date?]', 'end=2027-03-01'] },
  ])
  const { said, out } = await hjp(file, ['mou', '--final', '--format', 'md', '--out', '-'])
  expect(said()).toContain(
    'take it out first:\n  5.1 Referral pathways: [the Clinic], [check with the board] *hjp ask 5.1*\n  Workplan: [date?]',
  )
  expect(out()).toContain('[check with the board')
  expect((await hjp(riverbend, ['mou', '--final'])).said()).not.toContain('brackets')
})

test('words of partners on what is agreed are told before a signature is written down', async () => {
  const file = riverbend.replace(
    /(- prompt: what-we-do\/training\n)/,
    '$1    proposals:\n      - { partner: health, for: talk, text: Not on Mondays., on: 2026-11-20 }\n',
  )
  const args = ['sign', '--by', 'Robert Anand']
  const waits = 'want to talk about them first:\n  5.2 Training'
  const alone = await hjp(file, args)
  expect(alone.said()).toContain(waits)
  expect(stampsIn(alone.text)).toHaveProperty('what-we-do/training')
  const no = await hjp(file, args, { replies: ['no'] })
  expect([no.code, no.text]).toEqual([0, file])
  expect(no.said()).toContain('Nothing was changed.')
  expect(stampsIn((await hjp(file, args, { replies: ['yes'] })).text)).toBeDefined()
  const asked = await hjp(file, ['sign'], { replies: ['whole', 'no'] })
  expect([asked.text, asked.said().includes(waits)]).toEqual([file, true])
})

test.each([
  ['It lasts until one of us ends it.', false],
  ['It lasts for two years, and we look at it every 12 months.', false],
  ['It lasts for twenty-four (24) months.', false],
  ['It ends on 30 November 2028.', false],
  ['It starts on 1 December 2026 and ends on November 30, 2028.', false],
  ['It lasts for two years. Either of us may end it with three months’ notice.', false],
  ['It ends on 31 December 2028.', true],
  ['It lasts for three years.', true],
  ['An 18-month trial.', true],
])('"%s" and a last day two years on: another day is told of: %s', (words, wanted) =>
  expect(endsOtherwise(words, { from: '2026-12-01', until: '2028-11-30' })).toBe(wanted),
)

test.each([
  ['It starts on 1 March 2024 and ends on 28 February 2027.', '2024-03-01', '2027-02-28'],
  ['It runs from 1 March 2024 to 28 February 2027, or until one of us ends it.', '2024-03-01', '2027-02-28'],
  ['It begins on March 1, 2024 and lasts for three years.', '2024-03-01', '2027-02-28'],
  ['It lasts for three years.', undefined, undefined],
  ['It expires on 28 February 2027 unless we renew it.', undefined, '2027-02-28'],
  ['The first stage ends on 1 May 2025 and the second ends on 1 May 2026.', undefined, undefined],
  ['We signed it on 3 March 2024.', undefined, undefined],
])('the first and the last day in "%s": %s, %s', (words, from, until) =>
  expect(daysOfTerm(words)).toEqual({ from, until }),
)

test('a last day that is not told is named, where what was agreed has one', async () => {
  const { file } = await after(riverbend, [
    { args: ['agree', '9.2', 'It starts on 1 March 2027 and ends on 28 February 2029.'] },
  ])
  const { said } = await hjp(file, ['sign', '--from', '2027-03-01', '--by', 'Robert Anand'])
  expect(said()).toMatch(/seems to name 28 February 2029 as its last day: .*\*hjp sign --until 2029-02-28\*/)
})

test('a last day that is not the one that was agreed is told of', async () => {
  const sign = async (until: string) =>
    (await hjp(riverbend, ['sign', '--from', '2027-01-01', '--until', until, '--by', 'Robert Anand'])).said()
  expect(await sign('2029-12-31')).not.toContain('seems to say otherwise')
  expect(await sign('2028-12-31')).toMatch(
    /Its last day here is 2028-12-31, and what you agreed .* "This memorandum replaces .*" To put the day right.*\*hjp sign --until\*/,
  )
})

test('the day on which an agreement of before was signed, and by whom, is offered', async () => {
  const old = `# Memorandum of understanding

This memorandum is made on 3 March 2024 between Hill Law and Hill Health.

## Term

It starts on 1 April 2024 and lasts for two years.

Signed for Hill Law by Ana Ruiz, Director, on 3 March 2024
`
  const adopted = fileOf(
    `adopted:\n  - { document: old.md, on: 2026-11-01, clauses: { agreement-terms/term: ${paragraphStamp('It starts on 1 April 2024 and lasts for two years.')} } }\n`,
  )
  const replies = ['old.md', '', '', '', 'Ana Ruiz', '', '', '']
  const run = await hjp(adopted, ['sign'], { replies, files: { 'old.md': old } })
  for (const asked of [
    'From which day does it apply? (old.md names 2024-04-01)',
    'What is its last day? (old.md names 2026-03-31)',
  ])
    expect(run.asked).toContain(asked)
  expect(knownOn(run.text, TODAY).known.partnership.agreements, run.printed).toMatchObject([
    {
      from: '2024-04-01',
      until: '2026-03-31',
      document: 'old.md',
      signed: [{ partner: 'legal', by: 'Ana Ruiz', on: '2024-03-03' }],
    },
  ])
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
  for (const [text, what] of [
    [draft, 'Signed'],
    [final, 'Replaces'],
  ] as const)
    expect(text).toContain(
      `| ${what} | Memorandum of understanding, in force from 1 December 2026 until 30 November 2028; signed by Robert Anand for`,
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

test('what was signed is never written over: the next copy to sign has a file of its own', async () => {
  const whole = await hjp(riverbend, ['mou', '--final'])
  const { bytes } = whole
  const signedFile = bytes('documents/mou-final.docx')!
  const again = async (text: string, files: Record<string, Uint8Array>, ...args: string[]) =>
    hjp(text, ['mou', '--final', ...args], { files })
  const agreed = { args: ['agree', '5.1', 'We refer whoever asks.'] }
  const part = await after(riverbend, [SIGNED[0]!, agreed])
  const there = { 'documents/mou-final.docx': signedFile }
  const refused = await again(part.file, there)
  expect(refused.said()).toContain(
    'signed by some of you (Robert Anand) and not by all, so *documents/mou-final.docx*',
  )
  expect(refused.bytes('documents/mou-final.docx')).toEqual(signedFile)
  expect((await again(part.file, there, '--force')).said()).toContain('changed  documents/mou-final.docx')

  const { file } = await after(riverbend, [...SIGNED, agreed])
  const next = await again(file, there)
  expect(next.said()).toContain('created  documents/mou-final-2.docx')
  expect(next.said()).toContain(
    'What you signed stays as it is. This is the next copy to sign, and it says that it replaces the one in force from 1 December 2026, which you signed on 28 November 2026 and 30 November 2026.',
  )
  expect(next.bytes('documents/mou-final.docx')).toEqual(signedFile)
  const letter = { args: ['sign', '--short', '--by', 'Robert Anand'] }
  const others = { args: ['sign', '--short', '--by', 'Kim Lee', '--for', 'health'] }
  const both = (await after(file, [letter, others])).file
  const short = await hjp(both, ['mou', '--short', '--final', '--format', 'md', '--out', '-'])
  expect(short.out()).toContain('\nThis letter replaces: Letter of understanding, in force from 30 November')
  expect(short.out()).toContain('\nSigned before: Memorandum of understanding, in force from 1 December 2026')
  const kept = file.replace('copy: signed.pdf', 'copy: signed.docx')
  const over = await again(kept, { 'signed.docx': signedFile }, '--out', 'signed.docx', '--force')
  expect(over.said()).toContain('*signed.docx* is a signed copy of your agreement')
  expect(over.bytes('signed.docx')).toEqual(signedFile)
})

test('a copy to sign tells which numbers are not those of its draft, where a schedule has nothing in it yet', async () => {
  const nobody = riverbend.replace(/\n {4}people:\n(?: {6}.*\n)+/g, '\n').replace(/\n {4}people: .*/g, '')
  const { said } = await hjp(nobody, ['mou', '--final'])
  expect(said()).toContain('the draft: its Schedule 2 is Schedule 1 here, its Schedule 3 is Schedule 2 here,')
  expect((await hjp(riverbend, ['mou', '--final'])).said()).not.toContain('numbers')
})
