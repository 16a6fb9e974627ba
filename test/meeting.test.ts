import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { library, memoryWorld, riverbend, runner, small } from './memory-world.ts'
import { runs } from './programs.ts'

const { after } = runner({ library })

const MEETING = ['record', '--date', '2026-12-01']
const TOLD = [
  ...['', 'A student', 'names', 'Joanna Petrakis, Maree Dunstan and a student'], // who took notes, and was there
  ...['open', 'done', 'dropped', 'The tally moved to the new system.', 'open'], // the actions from before
  'yes', // Helen Okafor is still there
  ...['agreed', 'Each service keeps one page on what it does.', '2027-12-01'], // 1.2
  ...['heard', 'Let it rest.', 'new', 'Gladly.', 'new'], // 1.6
  ...['talked', 'missed', 'zebra'],
  ...['4.1', 'agreed', 'First Tuesday, every second month.', 'new', ''],
  '',
  ...['The panel sees the figures first.', ''],
  ...['Print the pages.', 'legal', 'Sam Whitlock', '2027-01-01'],
  ...['Ask the panel about the card.', '', '', 'day', '2027-01-20'],
  '',
  'Everyone came.',
  ...['2027-02-02', '', 'Front room'],
]
const planned = {
  args: ['agenda', '--format', 'md', '--date', '2026-12-01', '--minutes', '80', '--plan'],
  today: '2026-11-16',
}

test('one meeting leads to the next: agenda, record, minutes, and the next agenda', async () => {
  const { file, ran } = await after(riverbend, [
    planned,
    { args: MEETING, replies: [...TOLD], today: '2026-12-02' },
    { args: ['minutes', '--format', 'md', '--out', '-'], today: '2026-12-02' },
    { args: ['agenda', '--format', 'md'], today: '2027-01-25' },
    { args: ['done', 'print'], today: '2027-01-26' },
    { args: ['agenda', '--format', 'md'], today: '2027-01-26' },
  ])
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0])
  const [, recorded, minutes, next, , later] = ran
  const before = new Set(riverbend.split('\n'))
  const changed = file.split('\n').filter((line) => !before.has(line))
  const story = [
    recorded!.asked.join('\n'),
    recorded!.said(),
    changed.join('\n'),
    minutes!.out(),
    next!.out(),
  ].join('\n\n=====\n\n')
  await expect(`${story}\n`).toMatchFileSnapshot('golden/meeting.txt')
  expect(next!.out()).toContain('Print the pages.')
  expect(later!.out()).not.toContain('Print the pages.')
  expect(later!.out()).toContain('Ask the panel about the card.')
})

const SHORT = `${small}actions:
  - { id: a1, what: Find a room, owner: health, due: 2026-03-01 }
meetings:
  - id: m1
    on: 2026-03-03
    start: 10:00
    place: Library
    agenda: [what-we-do/referral-pathways, getting-to-know/people]
`
/** What is said at it, and what is chosen. Words end with a full stop. */
const REPLIES = [
  ...['', 'Cy Roe.', 'names', 'Bo Li, Ana Ruiz.', 'dropped', 'We have one.'],
  ...['agreed', 'By phone.', 'all', 'legal', '2026-09-03'],
  ...['heard', 'Ana, Lee and Sam.', 'new', 'Only Bo.'],
  ...['4.1', 'talked', '', 'Meet monthly.', 'Ask the panel.', ''],
  ...['Draw the map.', 'health', 'Bo Li.', '2026-04-03', 'Print it.', '', '', '', ''],
  ...['The lunch.', '2026-04-07', '9:30', 'Town hall.'],
]

test('stopped at any point, it keeps all that was said before, and goes on from there', async () => {
  for (let n = 0; n <= REPLIES.length; n++) {
    const replies = REPLIES.slice(0, n)
    const args = ['record', '--date', '2026-03-03']
    const { file, last } = await after(SHORT, [{ args, replies: [...replies], today: '2026-03-03' }])
    expect(last.code).toBe(n < REPLIES.length ? 130 : 0)
    if (n < REPLIES.length) expect(last.said()).toContain('Continue with *hjp record --date 2026-03-03*')
    for (const words of replies.filter((reply) => reply.endsWith('.')))
      for (const each of words.split(', ')) expect([file, ...last.kept.values()].join('\n')).toContain(each)
    const talked = {
      'By phone.': 'what-we-do/referral-pathways',
      'Ana, Lee and Sam.': 'getting-to-know/people',
    }
    for (const [words, prompt] of Object.entries(talked))
      if (replies.includes(words) && replies.at(-1) !== words)
        expect(file).toMatch(new RegExp(`prompts:[^:]*- ${prompt}`))
  }
})

test('writes no word that was not said: Enter leaves open, and what is no answer is asked again', async () => {
  const replies = [
    ...['', '', 'names', '/b', 'names', 'Ana Ruiz'],
    ...['dropped', '/p', 'We have one.'],
    ...['agreed', 'yes', '', 'missed'].filter((reply) => reply !== 'yes'),
    ...['heard', '/b', 'heard', 'Ana, Lee and Sam.', 'new', '/b', '', '/p', 'Bo is away.'],
    '',
    ...['/x', '/y', ''],
    ...['/x', ''],
    '/z',
    '',
    ...['2026-04-07', '/p', '', ''],
  ]
  const { file, last } = await after(SHORT, [
    { args: ['record', '--date', '2026-03-03'], replies, today: '2026-03-03' },
  ])
  expect(last.code).toBe(0)
  expect(file.slice(file.indexOf('actions:'))).toBe(`actions:
  - { id: a1, what: Find a room, owner: health, due: 2026-03-01, dropped: We have one., dropped-on: 2026-03-03 }
meetings:
  - id: m1
    on: 2026-03-03
    start: 10:00
    place: Library
    agenda: [what-we-do/referral-pathways, getting-to-know/people]
    present:
      - Ana Ruiz
    prompts:
      - getting-to-know/people

  - id: m-2026-04-07
    on: 2026-04-07
`)
  expect(file).toContain('parked: Bo is away.')
})

test('what someone else has written of the meeting meanwhile stays', async () => {
  const made = memoryWorld({
    files: { 'partnership.yaml': SHORT.replace('    start: 10:00\n', '') },
    library,
    today: '2026-03-03',
    replies: [],
  })
  const line = async () => {
    await cli(['add', 'meeting', 'on=2026-03-03', 'start=09:15'], made.world, '0')
    return '10:00'
  }
  const world = { ...made.world, terminal: { ...made.world.terminal, line } }
  expect(await cli(['record', '--date', '2026-03-03'], world, '0')).toBe(130)
  expect(made.said()).toContain('In the meantime someone else has written under *start*: 09:15. That stays.')
  expect(made.file('partnership.yaml')).toContain('start: 09:15')
})

test('an account that does not say its day goes to the last meeting planned, unless that is long ago', async () => {
  const tell = (today: string) => ({
    args: ['record', '--answers', '-'],
    input: 'decisions: [Go on.]',
    today,
  })
  const soon = await after(SHORT, [tell('2026-03-20')])
  expect(soon.last.said()).toContain('the meeting on 2026-03-03')
  const late = await after(SHORT, [tell('2026-05-01')])
  expect(late.ran[0]!.code).toBe(2)
  expect(late.last.said()).toContain('Give the day you met')
  expect(late.file).toBe(SHORT)
})

test('the same words undertaken at another meeting are another action', async () => {
  const tell = (on: string) => ({
    args: ['record', '--date', on, '--answers', '-'],
    input: 'actions: [{ what: Draw it. }]',
    today: '2026-04-10',
  })
  const { file } = await after(small, [tell('2026-03-03'), tell('2026-04-07'), tell('2026-04-07')])
  expect(file.match(/what: Draw it\./g)).toHaveLength(2)
})

test('an action is known by all its words before it is looked for in others, and blank words name none', async () => {
  const text = `${small}actions:
  - { what: Call Ana again }
  - { what: Call Ana }
`
  const { file, ran } = await after(text, [
    { args: ['done', 'Call Ana'], today: '2026-03-03' },
    { args: ['done', ' '], today: '2026-03-03' },
    { args: ['done', 'call'], today: '2026-03-04' },
  ])
  expect(ran.map(({ code }) => code)).toEqual([0, 2, 0])
  expect(file).toContain(
    '- { what: Call Ana again, done: 2026-03-04 }\n  - { what: Call Ana, done: 2026-03-03 }',
  )
})

test('an action goes by how its id begins, and a step of the workplan that is over by nothing but its id', async () => {
  const text = `${small}actions: [{ id: signs, what: Put them up }]
milestones: [{ what: Signs are up, status: done }, { what: Signs are paid for, status: dropped }, { what: Move }]
`
  const done = async (name: string) => (await after(text, [{ args: ['done', name] }])).last
  expect((await done('sig')).printed).toContain('Put them up')
  expect((await done('sig')).code).toBe(0)
  expect((await done('are up')).code).toBe(2)
  expect((await done('paid for')).code).toBe(2)
  expect((await done('move')).code).toBe(0)
})

test('in a conversation the very action that was shown is ended', async () => {
  const text = `${small}actions:
  - { what: Call Ana, owner: legal }
  - { what: Call Ana, owner: health }
meetings: [{ on: 2026-03-03, start: 10:00, place: Library, present: [Ana Ruiz] }]
`
  const { file } = await after(text, [
    { args: ['record', '--date', '2026-03-03'], replies: ['open', 'done', '/s'], today: '2026-03-03' },
  ])
  expect(file).toContain(
    '- { what: Call Ana, owner: legal }\n  - { what: Call Ana, owner: health, done: 2026-03-03 }',
  )
})

test('what an older meeting agreed and a later one agreed again is not lost from sight', async () => {
  const tell = (on: string, text: string) => ({
    args: ['record', '--answers', '-'],
    input: `on: ${on}\npresent: [Ana, Bo]\nprompts: { 5.1: { agreed: ${text} } }`,
    today: '2026-06-01',
  })
  const look = (...args: string[]) => ({ args: [...args, '--date', '2026-03-03'], today: '2026-06-01' })
  const { ran } = await after(SHORT, [
    tell('2026-03-03', 'By phone.'),
    tell('2026-05-05', 'By form.'),
    look('minutes', '--format', 'md', '--out', '-'),
    look('email', '--about', 'minutes'),
  ])
  for (const { printed: text } of ran.slice(2)) {
    expect(text).toMatch(/Since changed[\s\S]*Referral pathways.*\(agreed again on 5 May 2026\)/)
    expect(text).not.toContain('By form.')
  }
})

test('what was agreed on the day of a meeting is in its minutes, whoever wrote it down', async () => {
  const account = 'present: [Ana, Bo]\nprompts: { 5.1: { agreed: By phone. } }\nappreciation: The lunch.'
  const today = '2026-03-04'
  const { ran } = await after(SHORT, [
    { args: ['record', '--date', '2026-03-03', '--answers', '-'], input: account, today },
    { args: ['agree', '4.1', 'Meet monthly.'], today: '2026-03-03' },
    { args: ['agree', '4.2', 'The liaisons come.'], today },
    { args: ['minutes', '--format', 'md', '--out', '-'], today },
    { args: ['email', '--about', 'minutes'], today },
  ])
  for (const { printed: text } of ran.slice(3)) {
    for (const words of ['By phone.', 'Meet monthly.', 'The lunch.']) expect(text).toContain(words)
    expect(text).not.toContain('The liaisons come.')
  }
})

test('whatever was put on an agenda comes back until it has been talked about, or settled since', async () => {
  const agreed = SHORT.replace(
    'agenda: [what-we-do/referral-pathways, getting-to-know/people]',
    'agenda: [5.2, 0.1, 1.1]\n    present: [Ana Ruiz]',
  )
  const { ran } = await after(agreed, [
    { args: ['agree', '5.2', 'Twice a year.', '--review', '2027-03-01'], today: '2026-02-20' },
    { args: ['agree', '1.1', 'Ana and Bo.'], today: '2026-03-04' },
    { args: ['agenda', '--format', 'md', '--date', '2026-03-20', '--minutes', '90'], today: '2026-03-05' },
  ])
  const talks = ran[2]!.out().match(/(?<=^## )Q.*/gm)
  expect(talks?.slice(0, 2)).toEqual(['Q5.2 Training and relationships', 'Q0.1 The need'])
  expect(talks).not.toContain('Q1.1 People')
})

test('an agenda that is planned again takes the place of the one before', async () => {
  const plan = (...names: string[]) => ({
    args: ['agenda', '--format', 'md', ...names, '--date', '2026-03-20', '--plan'],
    today: '2026-03-05',
  })
  const { file } = await after(SHORT, [plan('5.1', '1.1', '5.3'), plan('5.3', '5.2')])
  expect(file).toContain(
    '    agenda:\n      - what-we-do/secondary-consultation\n      - what-we-do/training\n',
  )
  expect(file.slice(file.indexOf('m-2026-03-20')).match(/^ {6}- /gm)).toHaveLength(2)
})

const BOTH = SHORT.replace(
  'sector: legal\n',
  'sector: legal\n    people: [{ role: liaison, name: Ana Ruiz }]\n',
)

test.each<[typed: string, present: string[], apologies: string[], also: string]>([
  ['Ana Ruiz; apologies: Bo', ['Ana Ruiz'], ['Bo Li'], ''],
  ['Ana Ruiz, Bo Li (apology)', ['Ana Ruiz'], ['Bo Li'], ''],
  ['Ana Ruiz. Bo sent her apologies.', ['Ana Ruiz'], ['Bo Li'], ''],
  ['Ana Ruiz, a student and Bo (apologies)', ['Ana Ruiz', 'a student'], ['Bo Li'], ''],
  ['Ana Ruiz, Bo, apologies', ['Ana Ruiz'], ['Bo'], ''],
  ['all but Bo', ['Ana Ruiz'], [], 'Not written down as there: Bo Li.'],
  ['Everyone except Bo, and a student', ['Ana Ruiz', 'a student'], [], 'Not written down as there: Bo Li.'],
  ['all apart from Bo, who sent apologies', ['Ana Ruiz'], ['Bo Li'], ''],
  ['Ana Ruiz, Bo could not come', ['Ana Ruiz'], [], 'Not written down as there: Bo Li.'],
  ['everyone', ['Ana Ruiz', 'Bo Li'], [], ''],
])('whoever sent apologies or was away was not there: %s', async (typed, present, apologies, also) => {
  const { file, last } = await after(BOTH, [
    { args: ['record', '--date', '2026-03-03'], replies: ['', '', 'names', typed], today: '2026-03-03' },
  ])
  const list = (key: string) =>
    [...(new RegExp(`^    ${key}:\\n((?: {6}- .*\\n)+)`, 'm').exec(file)?.[1] ?? '').matchAll(/- (.*)/g)].map(
      ([, name]) => name,
    )
  expect([list('present'), list('apologies')], last.said()).toEqual([present, apologies])
  expect(last.said()).toContain(also)
})

test('words on who was there that are not clear are asked again, and are nobody who was there', async () => {
  const replies = ['', '', 'names', 'Ana Ruiz, Bo sent apologies but came later', 'Ana Ruiz, Bo Ly', 'yes']
  const { file, last } = await after(BOTH, [
    { args: ['record', '--date', '2026-03-03'], replies, today: '2026-03-03' },
  ])
  expect(last.said()).toContain('It is not clear who of *Bo sent apologies but came later* was there.')
  expect(last.asked).toContain('Did you mean Bo Li? yes|no')
  expect(file).toContain('    present:\n      - Ana Ruiz\n      - Bo Li\n')
})

test.each([
  [
    '[Ana Ruiz, Bo (apologies)]',
    0,
    'by: [legal]',
    ['present:\n      - Ana Ruiz\n', 'apologies:\n      - Bo Li\n'],
  ],
  ['', 2, '5.1, agreed: does not say who agreed, and nothing says who was at the meeting.', []],
])(
  'an account names nobody as there, or as agreeing, of whom it does not say so: %s',
  async (present, code, says, rows) => {
    const input = `present: ${present}\nprompts: { 5.1: { agreed: By phone. } }`
    const { file, last } = await after(BOTH, [
      { args: ['record', '--answers', '-'], input, today: '2026-03-03' },
    ])
    expect(last.code, last.said()).toBe(code)
    expect(file + last.said()).toContain(says)
    for (const row of rows) expect(file).toContain(row)
  },
)

test('an action that was typed by mistake goes again on the way back, and a day is taken as it is typed at the list', async () => {
  const replies = ['', '', 'later', 'rest', 'missed', 'missed', '', '']
  const { file, last } = await after(SHORT, [
    {
      args: ['record', '--date', '2026-03-03'],
      replies: [...replies, 'Wrong.', '/b', 'clear', 'Right.', 'legal', '', '12 April', '', '', ''],
      today: '2026-03-03',
    },
  ])
  expect(last.code, `${last.asked.join('\n')}${last.said()}`).toBe(0)
  expect(file).not.toContain('Wrong.')
  expect(file).toMatch(/what: Right\.[\s\S]*due: 2026-04-12/)
})

const ACCOUNT = `
start: 10:00
present: [Ana Ruiz, Bo Li]
prompts:
  5.1:
    legal: We ring within two days.
    agreed: { text: By phone., lead: legal, review: 2027-03-02 }
  5.3:
    health: Not with our rosters.
  1.6:
decisions: [Meet monthly.]
actions:
  - { what: Draw the map., owner: health, person: Bo Li, due: 2026-04-01, about: 5.1 }
appreciation: The lunch.
confirmed: [Bo Li]
next: { on: 2026-04-07, start: 10:00, place: Library }
`

test('what was written down of a meeting before stays when more is told of it', async () => {
  const tell = (input: string) => ({
    args: ['record', '--date', '2026-03-03', '--answers', '-'],
    input,
    today: '2026-03-10',
  })
  const { file } = await after(small, [
    tell('{ appreciation: The lunch., decisions: [Go.], present: [Ana] }'),
    tell('{ appreciation: The room., decisions: [Stay.], present: [Bo] }'),
  ])
  for (const words of ['The lunch.', 'The room.', 'Go.', 'Stay.', '- Ana', '- Bo'])
    expect(file).toContain(words)
})

test('in a conversation too, several lines of thanks are not run together', async () => {
  const text = SHORT.replace('place: Library', 'place: Library\n    appreciation: |-\n      One.\n      Two.')
  const replies = [...REPLIES.slice(0, -4), 'Three.', 'both', ...REPLIES.slice(-3)]
  const { file, last } = await after(text, [
    { args: ['record', '--date', '2026-03-03'], replies, today: '2026-03-03' },
  ])
  expect(last.code, last.said()).toBe(0)
  expect(file).toContain('One.\n      Two.\n\n      Three.')
})

const NAMESAKES = small.replace(
  'people: [{ role: liaison, name: Bo Li }]',
  `people:
      - { role: liaison, name: Bo Li, greeting: Mx Li, email: bo@one.example, confirmed: 2025-03-03 }
      - { role: escalation, name: Bo Li, email: bo@two.example, confirmed: 2026-03-01 }
  - id: other
    name: Third Service
    sector: community
    people: [{ role: liaison, name: Bo Li, email: bo@three.example, confirmed: 2026-03-01 }]`,
)

test('someone else takes one place, and those of the same name keep theirs', async () => {
  const replies = [
    '',
    '',
    '',
    '',
    'later',
    'no',
    'Cy Roe <cy@one>, Di <di@one.example>',
    'Cy\nRoe <cy@one.example>',
  ]
  const { file, last } = await after(NAMESAKES, [
    { args: ['record', '--date', '2026-03-10'], replies, today: '2026-03-10' },
  ])
  expect(file).toBe(
    NAMESAKES.replace(
      'name: Bo Li, greeting: Mx Li, email: bo@one.example',
      'name: Cy Roe, greeting: , email: cy@one.example',
    ).replace('2025-03-03', '2026-03-10'),
  )
  expect(last.said()).toContain(
    '*the name* is "Cy Roe <cy@one>, Di <di@one.example>", and it expects a name,',
  )
})

test('who is confirmed in an account is confirmed in every place they have with one partner', async () => {
  const tell = {
    args: ['record', '--date', '2026-03-10', '--answers', '-'],
    input: 'confirmed: [Bo Li]',
    today: '2026-03-10',
  }
  const two = NAMESAKES.replace('name: Bo Li, email: bo@three', 'name: Di Ng, email: bo@three')
  const { file } = await after(two, [tell])
  expect(file.match(/\{ role.*$/gm)).toEqual([
    '{ role: liaison, name: Bo Li, greeting: Mx Li, email: bo@one.example, confirmed: 2026-03-10 }',
    '{ role: escalation, name: Bo Li, email: bo@two.example, confirmed: 2026-03-10 }',
    '{ role: liaison, name: Di Ng, email: bo@three.example, confirmed: 2026-03-01 }]',
  ])
  const { file: same, last } = await after(NAMESAKES, [tell])
  expect(last.said()).toContain(
    'confirmed: *Bo Li* could be someone of any of these partners: health, other.',
  )
  expect(same).toBe(NAMESAKES)
})

test('an account of a meeting in a file is taken whole, and says it only once', async () => {
  const told = {
    args: ['record', '--date', '2026-03-03', '--answers', '-'],
    input: ACCOUNT,
    today: '2026-03-10',
  }
  const { file, ran } = await after(small, [told, told])
  expect(ran.map(({ printed }) => printed)).toEqual([
    'changed  partnership.yaml: the meeting on 2026-03-03',
    'identical  partnership.yaml: the meeting on 2026-03-03',
  ])
  await expect(file).toMatchFileSnapshot('golden/account.yaml')
})

test('an account that is told again leaves alone what came after it', async () => {
  const told = {
    args: ['record', '--date', '2026-03-03', '--answers', '-'],
    input: ACCOUNT,
    today: '2026-05-10',
  }
  const { file: first } = await after(small, [told])
  const since = first
    .replace('place: Library', 'place: Town hall\n    decisions: [Go on.]')
    .replace('due: 2026-04-01', 'due: 2026-06-01\n    done: 2026-05-05')
    .replaceAll(/ on: 2026-03-03\n(?= +(review|- partner))/g, ' on: 2026-05-05\n')
  const { file, last } = await after(since, [told])
  expect(last.said()).toBe('identical  partnership.yaml: the meeting on 2026-03-03')
  expect(file).toBe(since)
})

test('an account that is told again with more adds it, also to an action', async () => {
  const tell = (input: string) => ({
    args: ['record', '--date', '2026-03-03', '--answers', '-'],
    input,
    today: '2026-03-10',
  })
  const { file } = await after(`${small}meetings:\n  - { id: m-2026-03-03, on: 2026-02-03 }\n`, [
    tell('actions: [{ what: Draw it. }]'),
    tell('actions: [{ what: Draw it., owner: legal }, { what: Print it. }]'),
    tell('actions: [{ what: Draw it., owner: health }]'),
  ])
  const [, id] = /id: (.*)\n +on: 2026-03-03/.exec(file)!
  expect(file.slice(file.indexOf('actions:')).replace(/ id: a.*\n +/g, ' ')).toContain(
    `actions:
  - what: Draw it.
    owner: legal
    from: ${id}

  - what: Print it.
    from: ${id}
`,
  )
})

test('an old account does not write over what was said since', async () => {
  const tell = (day: string, input: string) => ({
    args: ['record', '--date', day, '--answers', '-'],
    input,
    today: '2026-05-10',
  })
  const said = (words: string) =>
    `prompts: { 5.1: { legal: "${words}", agreed: { text: "${words}", lead: legal, by: [legal, health] } }, 1.1: { legal: x } }`
  const { file, last, ran } = await after(small, [
    tell('2026-05-05', said('New.')),
    { args: ['answer', '1.1', 'y', '--as', 'health'], today: '2026-05-10' },
    tell('2026-03-03', said('Old.')),
    tell('2026-03-03', 'prompts: { 1.1: { parked: Later. }, 5.1: { parked: Later. } }'),
  ])
  expect(ran[2]!.said()).toMatchInlineSnapshot(`
    "Nothing was written, because *standard input* has 2 problems:
      5.1, legal: the file has something newer, from 2026-05-05. Leave this out here, or write it with *hjp answer*
      5.1, agreed: the file has something newer, from 2026-05-05. Leave this out here, or write it with *hjp agree*"
  `)
  expect(last.said()).toMatchInlineSnapshot(`
    "Nothing was written, because *standard input* has 1 problem:
      5.1, parked: the file has something newer, from 2026-05-05. Leave this out here, or write it with *hjp park*"
  `)
  expect(file).toContain('New.')
  expect(file).not.toContain('Old.')
})

test.each([
  [
    'a key that is none',
    'presnt: [A]',
    'standard input:1:1 presnt: is not a key that belongs here. Did you mean *present*?',
  ],
  ['a prompt that is none', 'prompts: { 5.99: }', 'There is no prompt or part *5.99*.'],
  ['a partner that is none', 'prompts: { 5.1: { leagl: x } }', '5.1, leagl: '],
  [
    'an owner that is none',
    'actions: [{ what: x }, { what: y, owner: helth }]',
    'actions 2, owner: names the partner *helth*, who is not one of the partners (legal, health). Did you mean *health*?',
  ],
  [
    'an action that is there twice',
    'actions: [{ what: x, owner: legal }, { what: x }]',
    'actions 2: has what: x a second time in actions. Combine the two under one.',
  ],
  [
    'a prompt of an action that is none',
    'actions: [{ what: x, about: 5.99 }]',
    'actions 1, about: There is no prompt or part *5.99*.',
  ],
  ['an action that is none', 'done: [a9]', 'done: There is no action or milestone *a9*, and none is open.'],
  ['one that is dropped', 'dropped: { a9: x }', 'dropped: There is no action or milestone *a9*, and none is'],
  [
    'a person that is none',
    'confirmed: [Bo Lee]',
    'confirmed: none of the partners has a person called *Bo Lee*. Did you mean *Bo Li*?',
  ],
  ['a day still to come', 'on: 2026-03-11', 'on: expects today or an earlier day.'],
  [
    'a next meeting that is not later',
    '{ on: 2026-03-03, next: { on: 2026-03-03 } }',
    'next: 2026-03-03 is not after 2026-03-03, the day of this meeting.',
  ],
  ['a day that is none', 'next: { on: soon }', 'next → on: expects a day that exists'],
])('%s in an account: nothing is written', async (_, input, complaint) => {
  const { file, last } = await after(small, [
    { args: ['record', '--answers', '-'], input, today: '2026-03-10' },
  ])
  expect([last.code, last.said()]).toEqual([2, expect.stringContaining(complaint)])
  expect(file).toBe(small)
})

const phrase = fc
  .string({ unit: fc.constantFrom(...'abcdefghij #:-*|é字'.split('')), minLength: 3, maxLength: 30 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text.length > 2)
const prompts = ['5.1', '5.2', '4.1', '1.6', '9.16', '6.7', '7.9', '2.1']

test('whatever is recorded is in the minutes or in the next agenda', async () => {
  const arbitrary = fc.record({
    decisions: fc.uniqueArray(phrase, { maxLength: 4 }),
    actions: fc.uniqueArray(phrase, { maxLength: 5 }),
    appreciation: phrase,
    why: phrase,
    agreed: fc.dictionary(fc.constantFrom(...prompts), phrase),
    heard: fc.dictionary(fc.constantFrom(...prompts), phrase),
    present: fc.uniqueArray(phrase, { minLength: 1, maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ decisions, actions, appreciation, why, agreed, heard, present }) => {
      const talked = [...new Set([...Object.keys(agreed), ...Object.keys(heard)])]
      const account = {
        ...{ decisions, appreciation, present, dropped: { a1: why } },
        actions: actions.map((what) => ({ what })),
        prompts: Object.fromEntries(
          talked.map((number) => [
            number,
            { ...(agreed[number] && { agreed: agreed[number] }), legal: heard[number] },
          ]),
        ),
      }
      const day = '2026-12-01'
      const { ran } = await after(SHORT, [
        { args: ['record', '--date', day, '--answers', '-'], input: JSON.stringify(account), today: day },
        { args: ['minutes', '--format', 'md', '--out', '-'], today: day },
        { args: ['agenda', '--minutes', '60', '--format', 'txt'], today: day },
      ])
      expect(ran.map(({ code, printed }) => (code === 0 ? 0 : printed))).toEqual([0, 0, 0])
      const plain = (text: string) => text.replace(/[\\\s]/g, '')
      const shown = plain(ran[1]!.out() + ran[2]!.out())
      const numbers = talked.map((number) => `${number} `)
      for (const said of [
        ...decisions,
        ...actions,
        appreciation,
        why,
        ...present,
        ...Object.values(agreed),
        ...numbers,
      ])
        expect(shown).toContain(plain(said).replace(/&/g, '&amp;'))
    }),
    { numRuns: runs(40) },
  )
})

test('after ten years of monthly meetings the next agenda still fits', async () => {
  const days = Array.from(
    { length: 120 },
    (_, n) => `${2016 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-05`,
  )
  const meetings = days.map(
    (on) => `  - { id: m-${on}, on: ${on}, present: [A], decisions: [Decided on ${on}] }`,
  )
  const actions = days.flatMap((on, n) => [
    `  - { id: a${n}, what: Do one thing of ${on}, owner: legal, due: ${on}, from: m-${on}, done: ${on} }`,
    `  - { id: b${n}, what: Do another of ${on}, owner: health, due: ${on}, from: m-${on} }`,
  ])
  const file = `${small}meetings:\n${meetings.join('\n')}\nactions:\n${actions.join('\n')}\n`
  const { last } = await after(file, [
    { args: ['agenda', '--format', 'md', '--time', '10:00'], today: '2026-01-10' },
  ])
  const minutes = [...last.out().matchAll(/^\| \d+:\d\d [ap]m \|.* (\d+) min \|$/gm)].map(([, length]) =>
    Number(length),
  )
  expect(minutes.length).toBeGreaterThan(4)
  expect(minutes.reduce((sum, each) => sum + each)).toBeLessThan(60)
  const open = last.out().match(/Do another of/g)!
  expect(open.length).toBe(120)
  expect(last.out().indexOf('Do another of 2025-12-05')).toBeLessThan(
    last.out().indexOf('Do another of 2016-01-05'),
  )
})

test('a row is asked for field by field, and what will not do is asked again', async () => {
  const replies = [
    ...[
      '',
      '/x',
      'The housing office',
      '',
      '',
      '',
      'Fewer hearings',
      '',
      'high',
      'low',
      'Sam',
      '',
      '',
      '',
      'Call in May',
    ],
    ...['yes', '/s'],
  ]
  const { file, last } = await after(small, [{ args: ['add', 'stakeholder'], replies, today: '2026-03-03' }])
  expect(last.code).toBe(0)
  expect(file.slice(file.indexOf('stakeholders:')).replace(/ id: s.*\n +/, ' ')).toBe(`stakeholders:
  - name: The housing office
    interest: Fewer hearings
    power: high
    stake: low
    contact: Sam
    next: Call in May
`)
  expect(last.said()).toContain('This one is required.')
  const outcome = ['clients', 'output', 'Advice on site', '5.1', '', 'There is a room.', '', '', 'no']
  const told = await after(small, [{ args: ['add', 'outcome'], replies: outcome, today: '2026-03-03' }])
  expect(told.file.slice(told.file.indexOf('outcomes:')).replace(/ id: o.*\n +/, ' ')).toBe(`outcomes:
  - for: clients
    term: output
    text: |-
      Advice on site
    from:
      - what-we-do/referral-pathways
    assumes:
      - There is a room.
`)
})
