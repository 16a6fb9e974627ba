import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editYaml } from '../src/core/file/apply.ts'
import { agreedBy, isIn } from '../src/core/file/members.ts'
import { idFor } from '../src/core/record/membership.ts'
import { changes } from './changes.ts'
import { fileOf, knownOn } from './known.ts'
import { library, needed, riverbend, runner } from './memory-world.ts'
import { runs, some } from './programs.ts'

const TODAY = '2026-11-16'
const { hjp, after } = runner({ library, today: TODAY })

const THREE = `partners:
  - { id: legal, name: Law, sector: legal, people: [{ role: liaison, name: Ana }] }
  - { id: health, name: Clinic, sector: health, left: 2026-11-16, people: [{ role: liaison, name: Bo }] }
  - { id: youth, name: Youth House, sector: community, joined: 2026-06-01, people: [{ role: liaison, name: Cy }] }
`

test.each([
  ['joined', '2026-05-31', { joined: '2026-06-01', left: undefined }, false],
  ['joined', '2026-06-01', { joined: '2026-06-01', left: undefined }, true],
  ['joined', '2026-06-02', { joined: '2026-06-01', left: undefined }, true],
  ['left', '2026-05-31', { joined: undefined, left: '2026-06-01' }, true],
  ['left', '2026-06-01', { joined: undefined, left: '2026-06-01' }, false],
  ['left', '2026-06-02', { joined: undefined, left: '2026-06-01' }, false],
  ['neither', '2026-06-01', { joined: undefined, left: undefined }, true],
])('who has %s is in or not on %s', (_, on, stay, wanted) => expect(isIn(stay, on)).toBe(wanted))

test.each([
  [[], '2026-05-31', ['legal', 'health']],
  [[], '2026-06-01', ['legal', 'health', 'youth']],
  [[], '2026-11-16', ['legal', 'youth']],
  [[], undefined, ['legal', 'health']],
  [['youth'], '2026-05-31', ['youth']],
])('of %j on %s, those who agreed are %j', (by, on, wanted) =>
  expect(agreedBy({ by, on, also: [] }, knownOn(fileOf('', THREE), TODAY).known.partnership)).toEqual(wanted),
)

/** The mature example with a word of its own in each thing that is agreed, and a third partner in it from a day. */
const WORD = 'Zebra'
const AGREED = knownOn(riverbend, TODAY).known.partnership.answers.filter(({ agreed }) => agreed)
const NAME = 'Youth House'

const withThird = (joined: string, agreeing: string[]): string =>
  editYaml(
    'riverbend',
    riverbend.replace(
      /\npartners:\n/,
      `\npartners:\n  - id: youth\n    name: ${NAME}\n    sector: community\n    joined: ${joined}\n`,
    ),
    AGREED.flatMap(({ prompt }, n) => [
      {
        at: ['answers', { prompt }, 'agreed', 'text'],
        value: `${WORD}${n}x we do this with one another every week.`,
      },
      ...(agreeing.includes(prompt)
        ? [{ at: ['answers', { prompt }, 'agreed', 'by'], value: ['youth', 'legal', 'health'] }]
        : []),
    ]),
  )

const PRINTED = library.kinds.flatMap((kind) =>
  some(kind.formats.filter((format) => ['md', 'txt', 'html'].includes(format))).map((format) => ({
    ...kind,
    format,
  })),
)

/** What may become of a third partner: it joins, agrees to some things by command and to some by a worksheet that comes back, and may leave again. */
const historyOf = fc.record({
  joined: fc.constantFrom('2025-01-01', ...AGREED.flatMap(({ agreed }) => agreed?.on ?? []), TODAY),
  agreeing: fc.subarray(AGREED.map(({ prompt }) => prompt)),
  /** What it answers on its worksheet, one thing after the other. */
  answers: fc.array(
    fc.constantFrom('Yes, we agree', 'We would change it. Less of it.', 'Let us talk', 'Yes, if', ''),
    {
      minLength: AGREED.length,
      maxLength: AGREED.length,
    },
  ),
  leaves: fc.boolean(),
})

/** A worksheet of the third partner with its answers, imported, and what it has said yes to. */
async function confirmed(file: string, answers: string[]): Promise<{ file: string; yes: string[] }> {
  const sheet = await hjp(file, ['worksheet', '--confirm', '--for', 'youth', '--format', 'txt', '--out', '-'])
  if (sheet.code !== 0) return { file, yes: [] }
  const yes: string[] = []
  let n = 0
  const back = sheet.out().replace(/Your answer to Q(\S+):/g, (mark, number) => {
    const answer = answers[n++ % answers.length]!
    if (answer === 'Yes, we agree') yes.push(number)
    return `${mark}\n${answer}\n`
  })
  const files = { 'back.txt': back }
  const run = await hjp(file, ['import', 'back.txt', '--as', 'youth', '--yes'], { files })
  return { file: run.text, yes }
}

test('no document says of a partner that it agreed to what it did not', async () => {
  await fc.assert(
    fc.asyncProperty(historyOf, async ({ joined, agreeing, answers, leaves }) => {
      const before = withThird(joined, agreeing)
      const awaitedIn = (file: string) =>
        knownOn(file, TODAY).view.prompts.filter((prompt) => prompt.agreed?.awaited.length)
      const { file: after, yes } = await confirmed(before, answers)
      const left = awaitedIn(before).filter(({ number }) => !yes.includes(number))
      expect(awaitedIn(after).map(({ number }) => number)).toEqual(left.map(({ number }) => number))
      const file = leaves ? (await hjp(after, ['leave', 'youth', '--on', TODAY])).text : after
      const awaited = awaitedIn(file)
      for (const kind of PRINTED) {
        const args = [kind.name, ...needed(kind, file), '--format', kind.format, '--out', 'out']
        const { bytes, said, code } = await hjp(file, args)
        expect(code, said()).toBe(0)
        const made = bytes('out')!.toString().replace(/\s+/g, ' ')
        for (const { topic, agreed } of awaited) {
          const [word] = new RegExp(`${WORD}\\d+x`).exec(agreed!.text)!
          const beside = made
            .split(word)
            .slice(1)
            .map((rest) => rest.split(WORD)[0]!)
          const told = made.split(`Not agreed yet by ${NAME}:`)[1]?.split('. ')[0] ?? ''
          const isSaid = beside.every((rest) => rest.includes(`not yet agreed by ${NAME}`))
          expect(isSaid || told.includes(topic), `${args.join(' ')}: ${topic}`).toBe(true)
        }
      }
    }),
    { numRuns: runs(6) },
  )
})

test('a partner agrees too, and only then does the agreement speak for it', async () => {
  const file = withThird('2026-11-01', [])
  const final = await hjp(file, ['mou', '--final', '--format', 'md', '--out', '-'])
  expect(final.said()).toContain(`not yet agreed by ${NAME} (`)
  expect(final.said()).toContain('Ask those who have not agreed yet: *hjp worksheet --confirm --for youth*')
  const { file: told, last } = await after(file, [{ args: ['agree', '5.1', '--by', 'youth'] }])
  expect(last.said()).toBe(
    'changed  partnership.yaml: who agreed on 5.1 Referral pathways: Riverbend Community Legal Centre, Riverbend Health and Youth House',
  )
  const lines = (text: string) => text.split('\n')
  expect(lines(told).filter((line) => !lines(file).includes(line))).toEqual([
    '      by: [legal, health]',
    '      also:',
    '        - partner: youth',
    '          on: 2026-11-16',
  ])
  const waiting = async (text: string) =>
    (await hjp(text, ['mou', '--format', 'md', '--out', '-'])).out().split('not yet agreed by').length
  expect(await waiting(told)).toBeLessThan(await waiting(file))
})

test('who has left is asked nothing, missed nowhere and signs nothing, and what it said stays', async () => {
  const text = riverbend.replace(
    /(\n {2}- id: health\n(?: {4}.*\n)*? {4}sector: .*\n)/,
    '$1    left: 2026-11-16\n',
  )
  const day = async (today: string, ...args: string[]) => (await hjp(text, args, { today })).out()
  const name = /- id: health\n {4}name: (.*)/.exec(riverbend)![1]!
  const mou = ['mou', '--format', 'md', '--out', '-']
  expect(await day('2026-11-15', ...mou)).toContain(`Signed for | ${name}`)
  expect(await day('2026-11-16', ...mou)).not.toContain(`Signed for | ${name}`)
  for (const args of [['status'], ['agenda', '--format', 'md', '--out', '-']]) {
    expect(await day('2026-11-15', ...args)).toContain(name)
    expect(await day('2026-11-16', ...args)).not.toMatch(new RegExp(`${name} has|${name}: \\d`))
  }
})

test('what one had proposed that has left is for the handover, and for nobody to settle', async () => {
  const proposing = fileOf(
    `answers:
  - prompt: what-we-do/referral-pathways
    agreed: { text: We ring., lead: legal, on: 2026-03-01 }
    proposals:
      - { partner: health, for: agreed, text: We write., on: 2026-11-01 }
      - { partner: health, for: talk, text: Who pays?, on: 2026-11-01 }
`,
    THREE,
  )
  const run = async (today: string, ...args: string[]) =>
    (await hjp(proposing, args, { today })).out().replace(/\s+/g, ' ')
  const md = ['--format', 'md', '--out', '-']
  for (const [today, isIn] of [
    ['2026-11-15', true],
    ['2026-11-16', false],
  ] as const) {
    expect((await run(today, 'check', '--only', 'unsettled')).includes('Clinic proposes')).toBe(isIn)
    expect((await run(today, 'status')).includes('Clinic suggested other wording')).toBe(isIn)
    expect((await run(today, 'status')).includes('1 suggestion still to settle.')).toBe(isIn)
    expect((await run(today, 'agenda', ...md)).includes('We write.')).toBe(isIn)
    const handover = await run(today, 'handover', ...md)
    expect(handover.includes('**Clinic** left on 16 November 2026.')).toBe(!isIn)
    expect(
      handover.includes('On Q5.1 Referral pathways it had said, and we have not settled it: We write.'),
    ).toBe(!isIn)
    expect(handover.includes('we have not settled it: Who pays?')).toBe(!isIn)
  }
})

test('a partner that was taken out by hand is told of once, with the way back', async () => {
  const { code, said } = await hjp(riverbend.replace(/ {2}- id: health\n(?: {4}.*\n)+/, ''), ['status'])
  expect(code).toBe(2)
  expect(said().split('\n')).toHaveLength(1)
  expect(said()).toMatch(/names the partner \*health\*, as \d+ more places do.* \*left:\* and the day/)
})

test.each([
  ['Gully Law', 'legal', [], 'legal'],
  ['Youth House', 'community', ['legal', 'health'], 'community'],
  ['The Gully Health Centre', 'health', ['legal', 'health'], 'gully'],
  ['North Health', 'health', ['legal', 'health'], 'health-2'],
  ['Ngā Ringa Āwhina', 'health', ['legal', 'health'], 'nga'],
  ['Gully Dental', 'health', ['health', 'gully'], 'health-2'],
] as const)('%s (%s) beside %j is called %s', (name, sector, taken, wanted) =>
  expect(idFor({ name, sector }, [...taken])).toBe(wanted),
)

test('a partner joins, leaves and joins again, and the file says no more than that', async () => {
  const runs = [
    ['join', 'Youth House', '--sector', 'community'],
    ['join', 'Youth House', '--sector', 'community'],
    ['answer', '5.1', '--as', 'community', 'They ring us first.'],
    ['agree', '5.1', '--by', 'community'],
    ['leave', 'legal', '--on', '2027-01-01', '--why', 'Its funding ended.'],
    ['change', 'partner', 'community', 'short=Youth House', 'joined=2026-11-01'],
    ['rename-partner', 'community', 'youth'],
    ['rename-partner', 'youth', 'health'],
    ['change', 'partner', 'legal', 'left=', 'why-left='],
    ['add', 'partner', 'name=x'],
  ]
  let story = ''
  let file = riverbend
  for (const args of runs) {
    const run = await hjp(file, args)
    story += `$ hjp ${args.join(' ')}\n${run.printed}\n${changes(file, run.text)}\n\n`
    file = run.text
  }
  await expect(story).toMatchFileSnapshot('golden/members.txt')
})

test('an id that is changed and changed back leaves every byte as it was', async () => {
  const there = await hjp(riverbend, ['rename-partner', 'health', 'clinic'])
  expect(there.text).not.toMatch(/(partner|owner|lead|holds|collects): health\b|- id: health\b/)
  expect((await hjp(there.text, ['rename-partner', 'clinic', 'health'])).text).toBe(riverbend)
})

test.each([
  ['all of them', ['all'], ['legal', 'health', 'youth']],
  ['all but one', ['health'], ['legal', 'youth']],
  ['some', ['some', 'yes', 'no', 'no'], ['legal']],
])('three are asked who of them agrees: %s', async (_, replies, wanted) => {
  const partners = THREE.replace(', left: 2026-11-16', '')
  const said = ['We ring first.', ...replies, 'legal', '']
  const run = await hjp(fileOf('', partners), ['ask', '5.1', '--as', 'everyone'], {
    replies: ['', '', '', ...said],
  })
  expect(run.text, run.asked.join('\n')).toContain(`by: [${wanted.join(', ')}]`)
})

const PAIR = `partners:
  - { id: legal, name: Law, sector: legal, people: [{ role: liaison, name: Ana Ruiz }] }
  - { id: health, name: Clinic, sector: health, people: [{ role: liaison, name: Bo Li }] }
`
const MET = `meetings: [{ on: ${TODAY}, place: Hall, start: 10:00, agenda: [agreement-terms/ending] }]\n`
const UNKNOWN = 'It is not written down who was there.'
const NOBODY = 'It is not written down that anyone from Clinic was there.'

test.each([
  ['nothing is told', '', UNKNOWN, ['all'], ['legal', 'health']],
  ['nothing is told, one agrees', '', UNKNOWN, ['health'], ['legal']],
  ['nothing is told, each is asked', '', UNKNOWN, ['some', 'no', 'yes'], ['health']],
  ['one was there', 'Ana Ruiz', NOBODY, ['health'], ['legal']],
  ['one was there, and someone unknown', 'Ana Ruiz, Di', NOBODY, ['all'], ['legal', 'health']],
  ['both were there', 'Ana Ruiz, Bo Li and a student', undefined, [], ['legal', 'health']],
  ['both were there, by their first names', 'Ana, Bo', undefined, [], ['legal', 'health']],
  ['both were there, by the name of one', 'Ana Ruiz, two of the Clinic', undefined, [], ['legal', 'health']],
])('after a meeting, who agreed is not taken from silence: %s', async (_, present, why, replies, wanted) => {
  const there = present ? ['names', present] : ['later']
  const run = await hjp(fileOf(MET, PAIR), ['record', '--date', TODAY], {
    replies: ['', '', ...there, 'agreed', 'We may end it.', ...replies, '2027-01-01'],
  })
  const asked = run.asked.filter((question) => question.startsWith('Do all of you agree?'))
  expect(asked.join(), run.asked.join('\n')).toContain(why ?? '')
  expect(asked).toHaveLength(why ? 1 : 0)
  expect(run.text).toContain(`by: [${wanted.join(', ')}]`)
})

test('who has agreed at a meeting once is there, and is not asked about again', async () => {
  const two = MET.replace('agreement-terms/ending', 'agreement-terms/ending, agreement-terms/principles')
  const run = await hjp(fileOf(two, PAIR), ['record', '--date', TODAY], {
    replies: [
      ...['', '', 'later', 'agreed', 'We may end it.', 'all', '2027-05-16'],
      'agreed',
      'We act in good faith.',
    ],
  })
  expect(run.asked.filter((question) => question.startsWith('Do all of you agree?'))).toHaveLength(1)
  expect(run.text.match(/by: \[legal, health\]/g), run.asked.join('\n')).toHaveLength(2)
})

test('what nobody has agreed to yet is the proposal of one', async () => {
  const run = await hjp(fileOf(MET, PAIR), ['record', '--date', TODAY], {
    replies: ['', '', 'later', 'agreed', 'We may end it.', 'some', 'no', 'no', 'health'],
  })
  expect(run.text, run.asked.join('\n')).toMatch(
    /proposals:\s+- partner: health\s+for: agreed\s+text: \|-\s+We may end it\./,
  )
  expect(run.text).not.toContain('by:')
})

test('words are in the file once it is told who agrees, and until then wait for their question', async () => {
  const file = fileOf('', THREE.replace(', left: 2026-11-16', ''))
  const kept = new Map<string, string>()
  const args = ['ask', '5.1', '--agreed']
  const stopped = await hjp(file, args, { replies: ['We ring first.'], kept })
  expect([stopped.code, stopped.text]).toEqual([130, file])
  expect(stopped.said()).toMatch(/will stand ready\s+when you are asked again/)
  expect([...kept.values()].join()).toContain('We ring first.')
  const each = await hjp(file, args, { replies: ['We ring first.', 'some', 'yes'], kept: new Map() })
  expect(each.text).toBe(file)
})

test.each([
  ['one was there', '[Ana Ruiz]', ['legal'], 'Once it agrees: *hjp agree 9.16 --by health*'],
  ['both were there', '[Ana Ruiz, Bo Li]', ['legal', 'health'], ''],
  ['someone unknown was there', '[Ana Ruiz, Di]', ['legal', 'health'], ''],
])('in an account of a meeting, who was not there has not agreed: %s', async (_, present, wanted, told) => {
  const run = await hjp(fileOf('', PAIR), ['record', '--date', TODAY, '--answers', '-'], {
    input: `present: ${present}\nprompts: { 9.16: { agreed: We may end it. } }`,
  })
  expect(run.text, run.said()).toContain(`by: [${wanted.join(', ')}]`)
  expect(run.said()).toContain(told)
  expect(run.said().includes('was not there')).toBe(told !== '')
})

test('what is written for a partner can be, before it joins and not after it has left', async () => {
  const joining = withThird('2027-03-01', [])
  const forYouth = [
    ['worksheet', '--for', 'youth'],
    ['worksheet', '--confirm', '--for', 'youth'],
    ['email', '--about', 'prompts', '--for', 'youth'],
  ]
  for (const args of forYouth) {
    const run = await hjp(joining, [...args, '--format', 'txt', '--out', '-'])
    expect(run.code, run.said()).toBe(0)
    const left = await hjp(joining.replace('joined: 2027-03-01', 'left: 2026-11-16'), args)
    expect(left.said()).toContain(`*${NAME}* left on 2026-11-16, so no document is made for it.`)
  }
})

test('a partner can leave that led something which is not asked any more', async () => {
  const gone = `${fileOf('', THREE.replace(', left: 2026-11-16', ''))}answers:\n  - { prompt: own/gone, agreed: { text: We do., lead: health } }\n`
  const run = await hjp(gone, ['leave', 'health'])
  expect([run.code, run.said().includes('own/gone')]).toEqual([0, true])
})
