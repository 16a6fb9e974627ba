import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { TYPED_TABLES } from '../src/core/record/typed-row.ts'
import { readPerson } from '../src/core/view/addressees.ts'
import { library, memoryWorld, runner, small } from './memory-world.ts'

/** What will do where a field is needed. */
const FILL: Record<string, string> = {
  ...{ what: 'x', name: 'x', text: 'x', source: 'x', measure: 'x', questionnaire: 'x', on: '2026-03-10' },
  ...{ partner: 'legal', role: 'liaison', for: 'clients', term: 'short' },
  ...{ 'agreements kind': 'whole', 'agreements from': '2026-03-10' },
}
const UNASKED = [
  'allowed',
  'id',
  'done',
  'dropped',
  'dropped-on',
  'confirmed',
  'apologies',
  'document',
  'greeting',
  'readings',
  'level',
  'marks',
  'signed',
  'digest',
  'clauses',
]

const { hjp: run } = runner()
/** Runs hjp on the small partnership. */
const hjp = (args: string[], setting?: Parameters<typeof run>[2]) => run(small, args, setting)

test.each<[string, string[], number, string]>([
  ['the version', ['--version'], 0, '1.2.3'],
  ['the version, in a letter', ['-V'], 0, '1.2.3'],
  ['no command', [], 0, '1 of 4 questions answered'],
  ['help', ['--help'], 0, 'Every week:\n  hjp status  see where you stand'],
  ['help on everything', ['help', 'everything'], 0, '  note            A small document for the tests'],
  ['help on a command', ['help', 'agree'], 0, 'Usage: hjp agree [options] [prompt] [text]'],
  ['help as an option', ['agree', '--help'], 0, '  $ hjp agree 5.1'],
  ['a misspelt command', ['agre'], 2, 'There is no command *agre*. Did you mean *agree*?'],
  ['a misspelt document', ['nots'], 2, 'There is no command *nots*. Did you mean *note*?'],
  ['a misspelt option', ['status', '--jsn'], 2, '*hjp status* has no option *--jsn*. Did you mean *--json*?'],
  [
    'a misspelt prompt',
    ['answer', 'what-we-do/referal-pathways', 'x', '--as', 'legal'],
    2,
    'Did you mean *what-we-do/referral-pathways*?',
  ],
  [
    'a misspelt part',
    ['prompts', 'what-we-d'],
    2,
    'There is no prompt or part *what-we-d*. Did you mean *what-we-do*?',
  ],
  [
    'a misspelt partner',
    ['answer', '5.1', 'x', '--as', 'leagl'],
    2,
    'There is no partner *leagl*. Did you mean *legal*? The partners are: legal, health.',
  ],
  [
    'a misspelt section',
    ['mou', '--section', 'refferal'],
    2,
    'There is no section *refferal*. Did you mean *referral*? The sections are: activities, referral, advice, people.',
  ],
  [
    'a format it has not',
    ['note', '--format', 'pdf'],
    2,
    '*note* cannot be written as *pdf*. It can be: md, html, docx. For a PDF, save the Word file as one, or print the page.',
  ],
  ['no prompt named', ['answer'], 2, '*hjp answer* needs a prompt: its number'],
  ['nobody named', ['answer', '5.1', 'x'], 2, '*hjp answer* needs *--as* and a partner: legal, health.'],
  [
    'text without quotes',
    ['answer', '5.1', 'two', 'words', '--as', 'legal'],
    2,
    'Put quotes around a text of several words.',
  ],
  [
    'a day without its option',
    ['record', '2026-12-08'],
    2,
    '*hjp record* takes words only after an option: *--date* or *--sheet* or *--answers*.',
  ],
  [
    'an address in the name of a service',
    ['join', 'Youth House <hello@youth.example>', '--sector', 'community'],
    2,
    'it expects a name without an email address.',
  ],
  ['blank words', ['answer', '5.1', '  ', '--as', 'legal'], 2, 'There was nothing to write down.'],
  ['no words, and nobody to ask', ['answer', '5.1', '--as', 'legal'], 2, 'There was nothing to write down.'],
  [
    'a prompt for the other side',
    ['answer', '1.2', 'x', '--as', 'legal'],
    2,
    '*getting-to-know/language* is a question for the health side, and *legal* is not on that side.',
  ],
  [
    'a decision that is wanted',
    ['agree', '5.2', 'Yes.'],
    2,
    '*what-we-do/secondary-consultation* asks for a decision.',
  ],
  ['a decision that is not', ['agree', '5.1', 'x', '--decision', 'yes'], 2, 'is not a yes-or-no question'],
  [
    'a decision that is none',
    ['agree', '5.2', 'x', '--decision', 'maybe'],
    2,
    'cannot be "maybe". Choose one of: yes, no, not-yet.',
  ],
  [
    'a day that does not exist',
    ['agree', '5.1', 'x', '--review', '2026-02-30'],
    2,
    '*--review* is "2026-02-30", and it expects a day that exists',
  ],
  [
    'a day for a document',
    ['note', '--date', 'soon'],
    2,
    '*--date* is "soon", and it expects a day that exists',
  ],
  ['an option without its value', ['status', '--today'], 2, '*--today <date>* needs a value.'],
  [
    'asking where nobody is',
    ['ask'],
    2,
    'Use *hjp answer* or *hjp agree* or *hjp ask --answers FILE* instead.',
  ],
  [
    'starting where there is a file',
    ['init', '--name', 'x'],
    2,
    '*partnership.yaml* already exists, and was left alone.',
  ],
  [
    'another file that is not there',
    ['status', '--file', 'other.yaml'],
    2,
    'There is no partnership file at *other.yaml*.',
  ],
  [
    'an agreement with blanks',
    ['mou', '--complete'],
    1,
    '*mou* was not written, because 1 blank is left in it:',
  ],
  [
    'a row of no table',
    ['add', 'acton', 'what=x'],
    2,
    'There is no table *acton*. Did you mean *actions*? The tables are: agreements, actions, meetings,',
  ],
  [
    'a row with all sorts of mistakes',
    ['add', 'action', 'wat=x', 'due=2026-13-01', 'owner', 'about=5.1', 'about=5.2', 'person= '],
    2,
    `Nothing was added to actions:
  *wat* is not a key that belongs here. Did you mean *what*?
  "owner" is not written as field=value, such as *owner="…"*
  *about* is given twice.
  *person* expects some text.
  *what* is missing.
  *due* expects a day that exists, such as 1 March 2027, 12 Jan, next Tuesday or 2027-03-01.
A row has: id, what, owner, person, due, about, asked-by, from, done, dropped, dropped-on, allowed.`,
  ],
  [
    'a row with a partner that is none',
    ['add', 'milestone', 'what=x', 'lead=helth'],
    2,
    '*lead* names the partner *helth*, who is not one of the partners (legal, health). Did you mean *health*?',
  ],
  [
    'a row about a prompt that is none',
    ['add', 'action', 'what=x', 'about=5.77'],
    2,
    'There is no prompt or part *5.77*.',
  ],
  [
    'a person of no partner',
    ['add', 'person', 'partner=helth', 'role=deputy', 'name=Kim Ng'],
    2,
    'Nothing was added to people:\n  *partner* names the partner *helth*, who is not one of the partners (legal, health). Did you mean *health*?',
  ],
  ['a row that is not there', ['change', 'a3', 'due='], 2, 'No row of the file is called *a3*.'],
  ['a change that says nothing', ['change', 'health/liaison'], 2, 'Say what to change, such as'],
  [
    'a change with all sorts of mistakes',
    ['change', 'Bo Li', 'phon=1', 'role=boss', 'partner=legal'],
    2,
    `Nothing was changed in people:
  *phon* is not a key that belongs here. Did you mean *phone*?
  *partner* cannot be changed, because other rows may refer to it.
  *role* is "boss", which is not one of: liaison, deputy, signatory, escalation, member.`,
  ],
  ['an action that is none', ['done', 'a3'], 2, 'There is no action or milestone *a3*, and none is open.'],
  [
    'a day still to come',
    ['record', '--date', '2026-03-11'],
    2,
    '*--date* is "2026-03-11", and it expects today or an earlier day.',
  ],
  ['a meeting told where nobody is', ['record'], 2, 'Use *hjp record --answers FILE* instead.'],
  [
    'the story from a misspelt prompt',
    ['log', 'what-we-do/refferal-pathways'],
    2,
    'Did you mean *what-we-do/referral-pathways*?',
  ],
  ['a story that has not begun', ['log', '5.2'], 0, 'Nothing has been said about this yet.'],
  ['a story that has not begun, as data', ['log', '5.2', '--json'], 0, '[]\n'],
  [
    'what needs attention',
    ['check'],
    1,
    'partnership.yaml:13:5  BEFORE SIGNING  5.1 Referral pathways: nothing is agreed',
  ],
])('%s: hjp %j exits %i', async (_, args, code, line) => {
  const run = await hjp(args)
  expect(run.out() + run.said()).toContain(line)
  expect(run.code).toBe(code)
  expect(run.file('partnership.yaml')).toBe(small)
})

test('rows are added, and ended by their id, its start or some of their words', async () => {
  const { world, file, said } = memoryWorld({ files: { 'partnership.yaml': small } })
  const run = (...args: string[]) => cli(args, world, '0')
  await run('add', 'action', 'what=Ask: is it "ours" # or not?', 'owner=health', 'about=5.1')
  await run('add', 'action', 'what=Print the map', 'id=map')
  await run('add', 'action', 'what=Print the map', 'id=map')
  await run('add', 'milestones', 'what=Open the room', 'end=2026-05-01')
  await run('add', 'meeting', 'on=2026-04-07', 'minutes=60', 'agenda=5.1')
  await run('add', 'meeting', 'on=2026-04-07', 'place=Library', 'agenda=1.1')
  await run('done', 'ma', 'open the')
  await run('done', 'ours', '--dropped', 'It is theirs.')
  expect(await run('done', 'map', '--dropped', 'No.')).toBe(2)
  await expect(`${file('partnership.yaml')!.slice(small.length)}=====\n${said()}\n`).toMatchFileSnapshot(
    'golden/rows.txt',
  )
})

test('a row that names what is not there is found', async () => {
  const rows = [
    '{ what: Open the room, about: 5.77, paid-by: State grnt }',
    '{ what: Paint it, paid-by: State grant }',
  ]
  const gaps = ['ask', 'hunt'].map(
    (action) => `{ what: Time, partner: legal, gap: Fridays, action: ${action} }`,
  )
  const text = `${small}milestones:\n${rows.map((row) => `  - ${row}\n`).join('')}funding: [{ source: State grant }]
actions: [{ id: ask, what: Ask the board }]
contributions: [${gaps.join(', ')}]\n`
  const { out } = await hjp(['check'], { files: { 'partnership.yaml': text } })
  expect(out()).toContain('there is no prompt 5.77.')
  expect(out()).toContain('there is no funding State grnt. Did you mean State grant?')
  expect(out()).not.toContain('there is no funding State grant')
  expect(out()).toContain('there is no action hunt to fill this gap.')
  expect(out()).not.toContain('action ask')
})

describe('a row asked for field by field', () => {
  const ask = (table: string, replies: string[], files = {}) => hjp(['add', table], { replies, files })

  test('is asked again where a day or a prompt is none, and kept', async () => {
    const run = await ask('action', [
      ...['Lunch', 'health', '', 'soon', '2026-04-01', '5.77', '5.1', '', '', 'yes'],
      ...['Tea', '/s'],
    ])
    expect(run.code).toBe(0)
    expect(run.said()).toContain('This expects a day that exists')
    expect(run.said()).toContain('There is no prompt or part *5.77*.')
    expect(run.said()).toContain('Stopped. 1 row saved.')
    const written = run.file('partnership.yaml')!
    expect(written).toContain(
      'what: Lunch\n    owner: health\n    due: 2026-04-01\n    about: what-we-do/referral-pathways\n',
    )
    expect(written).not.toContain('Tea')
  })

  test('stops at a choice too, and Ctrl-C says what is kept', async () => {
    const stopped = await ask('stakeholder', ['Panel', 'people', '/s'])
    expect(stopped.code).toBe(0)
    expect(stopped.file('partnership.yaml')).toBe(small)
    const cut = await ask('funding', ['State grant', '', '', '', '', '', '', 'yes', 'City'])
    expect(cut.code).toBe(130)
    expect(cut.said()).toContain('Stopped. 1 row saved.\nWhat you typed and is not saved')
    expect(cut.file('partnership.yaml')).toContain('source: State grant')
    expect(cut.file('partnership.yaml')).not.toContain('City')
  })

  test('is handed back as a command where the file will not take it', async () => {
    const files = { 'partnership.yaml': `${small}meetings: [{ on: 2026-04-07, place: Library }]\n` }
    const run = await ask('meeting', ['2026-04-07', '', '', "Bo's", '', '', '', '', '', '', ''], files)
    expect(run.code).toBe(2)
    expect(run.said()).toContain('  hjp add meetings on=2026-04-07 "place=Bo\'s"')
    expect(run.file('partnership.yaml')).toBe(files['partnership.yaml'])
  })

  test.each(Object.keys(TYPED_TABLES))('has words for every field of %s', async (sheet) => {
    const told = Object.keys(TYPED_TABLES[sheet as keyof typeof TYPED_TABLES].row.shape).filter(
      (key) => !UNASKED.includes(key),
    )
    const { asked, code } = await ask(sheet, [
      ...told.map((key) => FILL[`${sheet} ${key}`] ?? FILL[key] ?? ''),
      'no',
    ])
    expect(code).toBe(0)
    expect(asked.length).toBeGreaterThan(2)
    for (const question of asked) expect(question).not.toMatch(/^[a-z]/)
  })
})

test('a first step that was agreed leads to an action, until there is one or it is long ago', async () => {
  const status = async (rest: string, today: string) => {
    const text = `version: 1\nname: N\npartners: [{ id: legal, name: L, sector: legal }]\n${rest}`
    const run = await hjp(['status'], { files: { 'partnership.yaml': text }, library, today })
    return run.out()
  }
  const agreed =
    'answers: [{ prompt: finding-a-partner/first-steps, agreed: { text: Lunch., on: 2026-02-10 } }]\n'
  const step = 'hjp add action about=0.14 what="…"  0.14 First steps: agreed'
  expect(await status(agreed, '2026-03-10')).toContain(step)
  expect(await status(agreed, '2026-09-10')).not.toContain(step)
  expect(await status(`${agreed}actions: [{ what: Book, about: "0.14" }]\n`, '2026-03-10')).not.toContain(
    step,
  )
  expect(await status('', '2026-03-10')).not.toContain(step)
})

test('rows change by their id, their words or their place, and say what was there before', async () => {
  const { world, file, said } = memoryWorld({ files: { 'partnership.yaml': small } })
  const run = (...args: string[]) => cli(args, world, '0')
  await run('add', 'milestone', 'what=Open the room', 'lead=health', 'end=2026-05-01', 'id=room')
  await run('add', 'action', 'what=Print the map', 'owner=health', 'person=Bo Li', 'about=5.1')
  await run('add', 'outcome', 'for=clients', 'term=short', 'text=Help comes sooner.', 'from=5.1', 'from=5.2')
  await run('add', 'funding', 'source=State grant', 'until=2026-06-30')
  await run('add', 'meeting', 'on=2026-04-07', 'minutes=60')
  await run('add', 'person', 'partner=legal', 'role=escalation', 'name=Ana: Ruiz', 'responds=at once')
  expect(await run('change', 'room', 'end=2026-07-31', 'status=under-way')).toBe(0)
  await run('change', 'print the', 'person=', 'due=2026-04-30')
  await run('change', 'sooner', 'from=5.1', 'assumes=Staff have time.', 'assumes=So do we.')
  await run('change', 'sooner', 'assumes=')
  await run('change', 'State', 'until=2027-06-30')
  await run('change', '2026-04-07', 'on=2026-04-14', 'minutes=45')
  await run('change', 'legal/escalation', 'responds=within the hour', 'authority=May act alone')
  expect(await run('change', 'room', 'end=2026-07-31')).toBe(0)
  expect(await run('change', 'the', 'end=2026-07-31')).toBe(2)
  expect(await run('change', 'room', 'lead=nobody', 'end=soon')).toBe(2)
  expect(await run('change', 'room', 'lead=nobody')).toBe(2)
  expect(await run('change', 'sooner', 'from=', 'id=x')).toBe(2)
  const lines = new Set(small.split('\n'))
  const written = file('partnership.yaml')!
    .split('\n')
    .filter((line) => !lines.has(line))
  await expect(`${written.join('\n')}\n=====\n${said()}\n`).toMatchFileSnapshot('golden/changes.txt')
})

test('a meeting that is there already gets what it lacks, and keeps what it says', async () => {
  const text = `${small}meetings:\n  - { id: m1, on: 2026-04-07, start: 10:00, chair: Ana, decisions: [Go.] }\n  - on: 2026-05-05\n`
  const add = async (...fields: string[]) => {
    const run = await hjp(['add', 'meeting', ...fields], { files: { 'partnership.yaml': text } })
    return run.said() + run.file('partnership.yaml')!.slice(text.indexOf('meetings:'))
  }
  expect(await add('on=2026-04-07', 'start=10:00', 'place=Library', 'decisions=Stay.')).toContain(
    'on: 2026-04-07, start: 10:00, place: Library, chair: Ana, decisions: [Go., Stay.] }',
  )
  expect(await add('on=2026-04-07', 'start=14:00', 'place=Library', 'chair=Bo')).toContain(
    `The file already has a meeting on 2026-04-07, and it differs here:
  partnership.yaml:29:31 start
  partnership.yaml:29:45 chair
There can be only one meeting a day, so nothing was added. To change this one: *hjp change 2026-04-07 …*`,
  )
  expect(await add('on=2026-05-05', 'id=m2')).toContain('partnership.yaml:30:5 id')
})

test('outside a partnership, it says how to start one', async () => {
  const { world, said } = memoryWorld()
  expect(await cli(['status'], world, '0')).toBe(2)
  expect(said()).toBe(
    'There is no *partnership.yaml* in /home/keeper or in the folders above it. Run *hjp init* to start one, or give its name with *--file*.',
  )
})

test('the file is found from a folder below it', async () => {
  const { world } = memoryWorld({ files: { 'partnership.yaml': small } })
  expect(await cli(['status'], { ...world, cwd: '/home/keeper/notes/deep' }, '0')).toBe(0)
})

test.each([
  ['Ana Ruiz <ana@example.org>', 'Ana Ruiz', 'ana@example.org'],
  ['Ana Ruiz ana@example.org', 'Ana Ruiz', 'ana@example.org'],
  ['Ana Ruiz, ana@example.org', 'Ana Ruiz', 'ana@example.org'],
  ['Ana Ruiz (ana@example.org)', 'Ana Ruiz', 'ana@example.org'],
  ['ana@example.org, Ana Ruiz', 'Ana Ruiz', 'ana@example.org'],
  ['Ana Ruiz, RN: ana@example.org', 'Ana Ruiz, RN', 'ana@example.org'],
  ['<ana@example.org>', undefined, 'ana@example.org'],
  ['ana@example.org', undefined, 'ana@example.org'],
  ['Ana Ruiz', 'Ana Ruiz', undefined],
  ['Ana ana@a.example bo@b.example', 'Ana ana@a.example bo@b.example', undefined],
  ['Ana <ana@x', 'Ana <ana@x', undefined],
  ['', undefined, undefined],
])('a person is read of "%s"', (text, name, email) => {
  expect(readPerson(text)).toEqual({ name, email })
})

describe('starting', () => {
  test('all that is missing is said at once', async () => {
    const { world, said, paths } = memoryWorld()
    expect(await cli(['init'], world, '0')).toBe(2)
    expect(said()).toContain('--name')
    expect(said()).toContain('--partner')
    expect(paths()).toEqual([])
  })

  test('by flags and by answers gives the same file', async () => {
    const flags = memoryWorld()
    const talk = memoryWorld({
      replies: [
        'Hillside',
        ...['Hill Law', 'legal', 'Ana Ruiz, ana@law.example'],
        ...['Hill Health', 'health', ''],
        'without',
      ],
    })
    const given = [
      '--name',
      'Hillside',
      '--partner',
      'legal=Hill Law',
      '--partner',
      'health=Hill Health',
      '--liaison',
      'legal=Ana Ruiz <ana@law.example>',
      '--keeper',
      'Ana Ruiz',
    ]
    expect(await cli(['init', ...given], flags.world, '0')).toBe(0)
    expect(await cli(['init'], talk.world, '0')).toBe(0)
    expect(talk.file('partnership.yaml')).toBe(flags.file('partnership.yaml'))
    expect(flags.file('.gitattributes')).toBe('partnership.yaml text eol=lf\n*.docx binary\n')
    await expect(flags.file('partnership.yaml')).toMatchFileSnapshot('golden/fresh.yaml')
  })

  test('starts with one service, which looks for a partner', async () => {
    const replies = ['Hillside', 'Hill Health', 'health', '', '', 'without']
    const { world, file, said } = memoryWorld({ replies })
    expect(await cli(['init'], world, '0')).toBe(0)
    expect(file('partnership.yaml')!.match(/- id: .*/g)).toEqual(['- id: health'])
    expect(said()).toContain('Next: *hjp ask finding-a-partner*\nOnce there is one: *hjp join*')
  })

  test.each([
    ['UTC', [], '', 'This computer does not say which time zone you meet in.'],
    [
      'Etc/UTC',
      ['--locale', 'en-IE'],
      ' Europe/Dublin',
      'as in en-IE, and you meet in the time zone Europe/Dublin.',
    ],
    [
      'Australia/Hobart',
      [],
      ' Australia/Hobart',
      'as in en-AU, and you meet in the time zone Australia/Hobart.',
    ],
    ['Europe/Berlin', [], ' Europe/Berlin', 'in the time zone Europe/Berlin.'],
  ])('on a machine in %s the time zone is the likely one, and it is said', async (zone, args, is, told) => {
    const { world, file, said } = memoryWorld({ zone })
    const start = ['init', '--name', 'Hillside', '--partner', 'legal=Hill Law', ...args]
    expect(await cli(start, world, '0')).toBe(0)
    expect(file('partnership.yaml')).toContain(`\ntimezone:${is} #`)
    expect(said()).toContain(told)
    expect(
      said()
        .split('\n')
        .filter((line) => line.includes('.git')),
    ).toHaveLength(1)
  })

  test('shows what it will write, and changes it first', async () => {
    const { world, file, said } = memoryWorld({
      zone: 'UTC',
      replies: [
        ...['Hillsid', 'en-US', 'America/Chicago'],
        ...['Hill Law', 'health', 'Ana Ruiz ana@law.example'],
        ...['Hill Health', 'health', 'bo@'],
        ...[
          'Bo Li <bo@health.example>',
          'name',
          'Hillside',
          '0',
          '',
          'legal',
          '',
          'more',
          'Hill House',
          'community',
          '',
        ],
        ...['keeper', 'Bo Li', 'place', 'en-GB', 'with-git'],
      ],
    })
    expect(await cli(['init'], world, '0'), said()).toBe(0)
    const text = file('partnership.yaml')!
    expect(text.slice(0, text.indexOf('answers:'))).toMatchInlineSnapshot(`
      "# Never write anything here that could identify a client: git keeps it permanently.
      # Each question below has room for what each partner says (said:) and for what you agree (agreed:).
      # Write it here, or let hjp do it. Lines that start with # are notes.
      version: 1
      name: Hillside
      locale: en-GB # sets how dates are written, the paper size and a few words
      timezone: Europe/London # where you meet: calendar entries use it
      level: # networking, coordinating, cooperating, collaborating
      keeper: Bo Li # which of your people keeps this file: what partners send back goes to them
      terms: {} # your own words for client, lawyer, partnership and mou

      partners:
        - id: legal
          name: Hill Law
          sector: legal
          people:
            - { role: liaison, name: Ana Ruiz, email: ana@law.example }
        - id: health
          name: Hill Health
          sector: health
          people:
            - { role: liaison, name: Bo Li, email: bo@health.example }
        - id: community
          name: Hill House
          sector: community
          people: [] # each with a role: liaison, deputy, signatory, escalation, member

      parked: [] # parts that you have set aside, and why

      "
    `)
    expect(said()).toContain('Hill Law (health), liaison: Ana Ruiz, ana@law.example')
    expect(file('.gitattributes')).toContain('merge=hjp')
  })

  test('asks no more than eight questions for two partners, and goes back through all of them', async () => {
    const answers = ['Hillside', 'Hill Law', 'legal', '', 'Hill Health', 'health', '', 'without']
    const straight = memoryWorld({ replies: [...answers] })
    expect(await cli(['init'], straight.world, '0')).toBe(0)
    expect(straight.asked).toHaveLength(8)
    const back = memoryWorld({
      replies: answers.flatMap((each, n) => (n === 0 ? [each] : ['/b', answers[n - 1]!, each])),
    })
    expect(await cli(['init'], back.world, '0'), back.said()).toBe(0)
    expect(back.file('partnership.yaml')).toBe(straight.file('partnership.yaml'))
    const stopped = memoryWorld({ replies: ['Hillside', 'Hill Law', 'legal', '/s'] })
    expect(await cli(['init'], stopped.world, '0')).toBe(0)
    expect(stopped.paths()).toEqual([])
    const again = memoryWorld({ replies: ['', '', ...answers.slice(2)], kept: stopped.kept })
    expect(await cli(['init'], again.world, '0')).toBe(0)
    expect(again.file('partnership.yaml')).toBe(straight.file('partnership.yaml'))
  })

  test('takes the number of a second partner of a sector with it', async () => {
    const { world, file } = memoryWorld()
    const partners = ['legal=Hill Law', 'health=Hill Health', 'health-2=Hill Clinic']
    const args = ['init', '--name', 'Hillside', ...partners.flatMap((each) => ['--partner', each])]
    expect(await cli(args, world, '0')).toBe(0)
    expect(file('partnership.yaml')).toContain('- id: health-2\n    name: Hill Clinic\n    sector: health\n')
  })

  test('offers the time zones of the country, but for its stations on the ice', async () => {
    const { world, asked } = memoryWorld({ zone: 'UTC', replies: ['Hillside', 'en-AU', '/s'] })
    expect(await cli(['init'], world, '0')).toBe(0)
    expect(asked.at(-1)).toContain('Australia/Melbourne')
    expect(asked.at(-1)).not.toContain('Antarctica')
  })

  test('takes the time zone it is told, if there is one of that name', async () => {
    const { world, file, said } = memoryWorld()
    const init = (zone: string) =>
      cli(['init', '--name', 'Hillside', '--partner', 'legal=Hill Law', '--timezone', zone], world, '0')
    expect(await init('Melbourne')).toBe(2)
    expect(said()).toMatch(
      /^\*--timezone\* is "Melbourne", and it expects a time zone named by region and city/,
    )
    expect(await init('Asia/Calcutta')).toBe(0)
    expect(file('partnership.yaml')).toContain('\ntimezone: Asia/Calcutta #')
  })
})

describe('a conversation', () => {
  test('goes through the voices, the decision, the agreement, and follow-ups only after a yes', async () => {
    const run = await hjp(['ask', 'what-we-do', '--as', 'everyone'], {
      replies: [
        'By phone.',
        'By form.',
        '',
        'Yes for us.',
        '',
        'yes',
        'We will.',
        'together',
        '2026-09-10',
        'Faster help.',
        '',
        '',
        '/s',
      ],
    })
    expect(run.code).toBe(0)
    expect(run.asked).toEqual([
      'Hill Law:',
      'Hill Health:',
      'How should this read in the agreement?',
      'Hill Law:',
      'Hill Health:',
      "Your decision together: Will you give each other's staff advice about clients they are helping? skip|yes|no|not-yet",
      'How should this read in the agreement? (Enter for "Yes.")',
      'Who leads it? |legal|health|together',
      'When will you review it? |2026-09-10|2027-03-10|2026-06-10|day',
      'Hill Law:',
      'Hill Health:',
      'How should this read in the agreement?',
      'Hill Law:',
    ])
    await expect(changed(small, run.file('partnership.yaml')!)).toMatchFileSnapshot('golden/conversation.txt')
    expect(run.said()).toContain(
      'Stopped. 5 answers are saved in *partnership.yaml*. Continue with *hjp ask what-we-do --as everyone*',
    )
  })

  test('stopped by Ctrl-C, keeps what was said and goes on there', async () => {
    const first = await hjp(['ask', 'what-we-do', '--as', 'legal'], { replies: ['By phone.'] })
    expect(first.code).toBe(130)
    expect(first.said()).toContain(
      'Stopped. One answer is saved in *partnership.yaml*. Continue with *hjp ask what-we-do --as legal*',
    )
    const files = { 'partnership.yaml': first.file('partnership.yaml')! }
    const second = await hjp(['ask', 'what-we-do', '--as', 'legal'], { files, replies: ['/s'] })
    expect(second.said()).toContain('*5.2  ')
    expect(second.said()).not.toContain('*5.1  ')
  })

  test('never drops words for a key that is typed after them', async () => {
    const made = memoryWorld({
      files: { 'partnership.yaml': small },
      replies: ['New words /s', '/e'],
    })
    const edits: string[] = []
    const terminal = {
      ...made.world.terminal,
      edit: async (text: string) => `${edits[edits.push(text) - 1]} and more`,
    }
    await cli(['ask', '5.1', '--as', 'legal'], { ...made.world, terminal }, '0')
    expect(edits).toEqual(['New words'])
    expect(made.file('partnership.yaml')).toContain('New words and more')
  })

  test('goes back, parks, and edits in the editor', async () => {
    const run = await hjp(['ask', 'what-we-do', '--as', 'legal'], {
      replies: ['By phone.', '/b', 'By post.', 'new', '/p', 'Too early.'],
    })
    expect(run.file('partnership.yaml')).toContain('By post.')
    expect(run.file('partnership.yaml')).toContain('parked: Too early.')
    const long = await hjp(['ask', '5.1', '--as', 'health'], { replies: ['/e', 'One.\n\nTwo.'] })
    expect(long.file('partnership.yaml')).toContain(
      'said: |-\n          One.\n\n          Two.\n        on: 2026-03-10',
    )
  })

  test('keeps what was agreed before it asks who leads, and takes away what is no longer settled', async () => {
    const first = await hjp(['ask', '5.1', '--as', 'everyone'], { replies: ['', '', 'We will call.'] })
    expect(first.code).toBe(130)
    expect(first.file('partnership.yaml')).toContain('text: |-\n        We will call.')
    const files = { 'partnership.yaml': first.file('partnership.yaml')! }
    const led = await hjp(['ask', '5.1', '--as', 'everyone'], {
      files,
      replies: ['', '', 'We will write.', 'new', 'legal', '2027-03-10'],
    })
    expect(led.file('partnership.yaml')).toMatch(
      /We will write\.\n {6}lead: legal\n {6}by: \[legal, health\]\n {6}on: 2026-03-10\n {6}review: 2027-03-10\n/,
    )
    const again = { 'partnership.yaml': led.file('partnership.yaml')! }
    const open = await hjp(['ask', '5.1', '--as', 'everyone'], {
      files: again,
      replies: ['', '', 'We will knock.', 'new', '', ''],
    })
    expect(open.file('partnership.yaml')).toMatch(
      /We will knock\.\n {6}lead:\n {6}by: \[legal, health\]\n {6}on: 2026-03-10\n {6}review:\n/,
    )
  })

  test('never writes over several lines, or what someone else wrote meanwhile, without asking', async () => {
    const long = small.replace('said: Ana and Lee', 'said: |-\n          Ana\n          and Lee')
    const both = await hjp(['ask', '1.1', '--as', 'legal'], {
      files: { 'partnership.yaml': long },
      replies: ['And Bo.', 'both'],
    })
    expect(both.file('partnership.yaml')).toContain('          Ana\n          and Lee\n\n          And Bo.\n')
    const made = memoryWorld({ files: { 'partnership.yaml': small }, replies: ['old'] })
    const line = async () => {
      await cli(['answer', '5.1', '--as', 'legal', 'Theirs.'], made.world, '0')
      return 'Ours.'
    }
    const world = { ...made.world, terminal: { ...made.world.terminal, line } }
    expect(await cli(['ask', '5.1', '--as', 'legal'], world, '0')).toBe(0)
    expect(made.said()).toContain('In the meantime someone else has written here:')
    expect(made.file('partnership.yaml')).toContain('Theirs.')
    expect(made.file('partnership.yaml')).not.toContain('Ours.')
  })

  test('that cannot save shows the words and tries again', async () => {
    const made = memoryWorld({ files: { 'partnership.yaml': small }, replies: ['By phone.', 'again', '/s'] })
    let full = true
    const write: typeof made.world.files.write = async (...given) => {
      if (!full) return made.world.files.write(...given)
      full = false
      const { HjpError } = await import('../src/errors.ts')
      throw new HjpError('cannotWrite', 'partnership.yaml', 'the disk is full.')
    }
    const world = { ...made.world, files: { ...made.world.files, write } }
    expect(await cli(['ask', 'what-we-do', '--as', 'legal'], world, '0')).toBe(0)
    expect(made.said()).toContain('the disk is full.')
    expect(made.said()).toContain(
      'This is not in the file:\n  5.1 Referral pathways → legal → said: By phone.',
    )
    expect(made.file('partnership.yaml')).toContain('By phone.')
  })
})

describe('an answers file', () => {
  test('writes everything it holds', async () => {
    const answers = `5.1:\n  legal: By phone.\n  health: { said: By form., on: 2026-02-01 }\n  agreed: { text: By both., lead: legal }\n5.2:\n  agreed: { text: No., decision: no }\n1.1: { parked: Later }\n`
    const run = await hjp(['ask', '--answers', '-'], { input: answers })
    expect(run.said()).toBe('changed  partnership.yaml: 5 answers')
    await expect(changed(small, run.file('partnership.yaml')!)).toMatchFileSnapshot('golden/answers.txt')
  })

  test('writes nothing where something is wrong in it, and says everything that is', async () => {
    const answers =
      '{"5.1": {"leagl": "x", "agreed": {"text": "y", "decision": "yes"}}, "what-we-do/referral-pathways": {"agreed": {"text": "y", "lead": "helth"}}, "5.9": {}, "1.2": {"legal": "z"}}'
    const run = await hjp(['ask', '--answers', 'a.json'], { files: { 'a.json': answers } })
    expect(run.code).toBe(2)
    expect(run.file('partnership.yaml')).toBe(small)
    expect(run.said()).toMatchInlineSnapshot(`
      "Nothing was written, because *a.json* has 6 problems:
        5.1, leagl: expects a partner (legal, health), *agreed* or *parked*. Did you mean *legal*?
        5.1, agreed: this prompt is not a yes-or-no question. Leave out *decision*.
        what-we-do/referral-pathways: this prompt is in the file twice, by its id and by its number. Keep one.
        what-we-do/referral-pathways, agreed: names the partner *helth*, who is not one of the partners (legal, health). Did you mean *health*?
        There is no prompt or part *5.9*. *hjp prompts* lists them all.
        1.2, legal: this prompt is only for the health side."
    `)
  })
})

describe('a document', () => {
  test('as text goes to standard output, and otherwise to a file', async () => {
    const text = await hjp(['note'])
    expect(text.out()).toBe('# Hillside\n\n## Your people\n\n- Hill Law: Ana and Lee\n- Hill Health:\n')
    expect(text.paths()).toEqual(['/home/keeper/partnership.yaml'])
    const page = await hjp(['note', '--format', 'html'])
    expect(page.said()).toBe('created  documents/note-2026-03-10.html')
    const asked = await hjp(['note', '--out', 'x.html', '--quiet'])
    expect(asked.file('x.html')).toContain('<!doctype html>')
    expect(asked.said()).toBe('')
  })

  test('is replaced while it is as hjp wrote it, and left alone once someone has edited it', async () => {
    const { world, bytes, said } = await hjp(['mou', '--format', 'docx'])
    const path = '/home/keeper/documents/mou.docx'
    expect(await cli(['answer', '5.1', 'x', '--as', 'legal'], world, '0')).toBe(0)
    expect(await cli(['mou', '--format', 'docx', '--today', '2026-04-01'], world, '0')).toBe(0)
    expect(said()).toContain('changed  documents/mou.docx')
    const parts = unzipSync(bytes(path)!)
    const body = 'word/document.xml'
    const edited = Buffer.from(
      zipSync({ ...parts, [body]: strToU8(strFromU8(parts[body]!).replace('Referral', 'Transfer')) }),
    )
    await world.files.write(path, edited)
    expect(await cli(['mou', '--format', 'docx'], world, '0')).toBe(2)
    expect(said()).toContain('*documents/mou.docx* has been edited since hjp wrote it, so it was left alone.')
    expect(said()).toContain('Only in that file:\n  Transfer\nOnly in what hjp would write now:\n  Referral')
    expect(bytes(path)).toEqual(edited)
    expect(await cli(['mou', '--format', 'docx', '--force'], world, '0')).toBe(0)
  })

  test('can be some sections of the agreement', async () => {
    const run = await hjp(['mou', '--section', 'activities', '--format', 'md'])
    expect(run.out()).toMatchInlineSnapshot(`
      "> **Draft**

      ## 1. Referral

      **1.1** **Referral pathways**

      **[To be agreed: How will clients be referred between your services, in both directions? Who will lead this? When will you review this?]**
      "
    `)
  })
})

describe('own prompts and templates', () => {
  const part =
    'number: 5\nid: what-we-do\ntitle: Ours\npurpose: Ours.\nsource: { title: Ours }\nrelation: Ours.\nprompts:\n  - { id: referral-pathways, topic: Ours, ask: Whom do we ring? }\n'

  test('lie over those of hjp, and a kind becomes a command', async () => {
    const files = {
      'prompts/05-ours.yaml': part,
      'templates/card.hbs':
        '---\ntitle: Card\nsummary: A card of our own\ngroup: meet\nformats: [txt]\nto: card\naudience: keeper\n---\nFor {{names partners}}.\n',
    }
    expect((await hjp(['card'], { files })).out()).toBe('For Hill Law and Hill Health.\n')
    expect((await hjp(['help'], { files, library })).out()).toContain('Your own documents:\n  card\n')
    expect((await hjp(['help', 'meet'], { files })).out()).toContain('A card of our own')
    expect((await hjp(['prompts', '5'], { files })).out()).toContain('  5.1  Whom do we ring?')
  })

  test.each([
    ['a name', '{{nmae}}', 'nothing called *nmae* here. Did you mean *name*?'],
    ['a name in a condition', '{{#if leevl}}x{{/if}}', 'nothing called *leevl* here. Did you mean *level*?'],
    [
      'a name in a list',
      '{{#each partners}}{{nam}}{{/each}}',
      'nothing called *nam* here. Did you mean *name*?',
    ],
    ['a name deep down', '{{terms.clint}}', 'nothing called *clint* here. Did you mean *client*?'],
    ['a helper', '{{daay today}}', 'there is no helper *daay*. Did you mean *day*?'],
    ['a block', '{{#ech partners}}x{{/ech}}', 'there is no helper *ech*. Did you mean *each*?'],
    [
      'a section',
      '{{{ref "mou/referal"}}}',
      'there is no section *mou/referal*. Name it with its kind, as in "mou/ending". Did you mean *mou/referral*?',
    ],
    ['a prompt', '{{{clause "what-we-do/trainin"}}}', 'there is no prompt *what-we-do/trainin*.'],
    [
      'a template',
      '{{> mou/10-referal}}',
      'there is no template *mou/10-referal*. Did you mean *mou/10-referral*?',
    ],
    ['three braces', '{{{name}}}', 'has three braces'],
    ['a list taken for a text', '{{partners}}', 'this is not a text'],
    ['a helper', '{{day name}}', 'something in this template cannot work'],
    ['a template', '{{> card}}', 'something in this template cannot work'],
    ['a block left open', '{{#if name}}', 'something is opened but not closed'],
  ])('a mistake in %s is said with its place', async (_, mistake, problem) => {
    const head =
      '---\ntitle: Card\nsummary: A card\ngroup: meet\nformats: [txt]\nto: card\naudience: keeper\n---\nFine.\n'
    const run = await hjp(['card'], { files: { 'templates/card.hbs': `${head}  ${mistake}\n` } })
    expect(run.code).toBe(2)
    expect(run.said()).toMatch(/\*templates\/card\.hbs:(9|1[01]):/)
    expect(run.said()).toContain(problem)
  })

  test('may leave a prompt out, and its clause goes with it', async () => {
    const run = await hjp(['mou', '--format', 'md'], { files: { 'prompts/05-ours.yaml': part } })
    expect(run.code).toBe(0)
    expect(run.out()).not.toContain('advice')
  })

  test.each([
    [
      'a prompt twice',
      part + part.slice(part.indexOf('  - ')),
      'defines the prompt *what-we-do/referral-pathways* twice',
    ],
    ['a number twice', part.replace('what-we-do', 'ours'), 'both have the number 5'],
    ['no YAML', 'bad: [', 'prompts/05-ours.yaml:1:6'],
  ])('%s is refused, and help still helps', async (_, text, problem) => {
    const files = { 'prompts/05-ours.yaml': text }
    const run = await hjp(['status'], { files })
    expect([run.code, run.said()]).toEqual([2, expect.stringContaining(problem)])
    const help = await hjp(['--help'], { files })
    expect([help.code, help.out()]).toEqual([0, expect.stringContaining('Every week:')])
  })

  test.each([
    ['formats: [pdf]', 'templates/card.hbs:5'],
    ['to: card\ntitle: "{{nmae}}"', 'nothing called *nmae*'],
  ])('a mistake in front matter is said: %s', async (line, problem) => {
    const head = `---\nsummary: A card\ngroup: meet\naudience: keeper\n${line}\n${line.startsWith('formats') ? 'title: x\nto: x' : 'formats: [txt]'}\n---\nx\n`
    const run = await hjp(['card'], { files: { 'templates/card.hbs': head } })
    expect([run.code, run.said()]).toEqual([2, expect.stringContaining(problem)])
  })

  test('can be had by copying, once', async () => {
    const run = await hjp(['kinds', '--copy', 'agenda'], { library })
    expect(run.said()).toContain('created  templates/agenda.hbs')
    expect(run.file('templates/agenda.hbs')).toBe(readFileSync('templates/agenda.hbs', 'utf8'))
    expect(await cli(['kinds', '--copy', 'agenda'], run.world, '0')).toBe(2)
    expect(run.said()).toContain('*templates/agenda.hbs* is already your own copy')
  })
})

/** The lines that a change took out and put in. */
function changed(before: string, after: string): string {
  const [was, is] = [before.split('\n'), after.split('\n')]
  let at = 0
  const lines = is.flatMap((line) => {
    const same = was.indexOf(line, at)
    const gone = same < 0 ? [] : was.slice(at, same)
    if (same >= 0 && (gone.length === 0 || line.trim() !== '')) {
      at = same + 1
      return gone.map((each) => `- ${each}`)
    }
    return [`+ ${line}`]
  })
  return `${lines.join('\n')}\n`
}
