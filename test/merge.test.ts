import { createTwoFilesPatch } from 'diff'
import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { memoryWorld, runner, small } from './memory-world.ts'

const base = `${small.trimEnd()}
# What is to be done.
actions:
  - id: a1
    what: Print the card # both sides of it
    owner: health
  - id: a2
    what: Ring the council
    owner: legal
indicators: []
meetings:
  - id: m-2026-03-02
    on: 2026-03-02
    present: [Ana, Bo]
    decisions: [We meet monthly]
`
const said = (who: string, words: string) => (text: string) =>
  text.replace(
    `- partner: ${who}\n        said:\n`,
    `- partner: ${who}\n        said: ${words}\n        on: 2026-03-09\n`,
  )
const agreed =
  (words: string, more = '') =>
  (text: string) =>
    text.replace('    agreed:\n', `    agreed:\n      text: ${words}\n${more}      on: 2026-03-09\n`)
const instead = (old: string, now: string) => (text: string) => {
  expect(text).toContain(old)
  return text.replace(old, now)
}
const rowAdded = (id: string, what: string) =>
  instead('indicators: []', `  - id: ${id}\n    what: ${what}\nindicators: []`)
const reading = (on: string, value: string) =>
  instead(
    'indicators: []',
    `indicators:\n  - id: i1\n    measure: Referrals\n    readings:\n      - on: ${on}\n        value: ${value}`,
  )
const ROW = '  - id: a2\n    what: Ring the council\n    owner: legal\n'
type Made = (text: string) => string
const partAside = (part: string, why: string): Made =>
  instead('answers:\n', `parked:\n  - part: ${part}\n    why: ${why}\nanswers:\n`)

const CASES: Record<string, [ours: Made, theirs: Made]> = {
  'two partners answer one prompt': [said('legal', 'We call.'), said('health', 'We write.')],
  'one partner answers in two ways': [said('legal', 'We call.'), said('legal', 'We write.')],
  'one answers, the other agrees': [said('legal', 'We call.'), agreed('We call.')],
  'both agree, in other words': [agreed('We call.'), agreed('We write.', '      lead: health\n')],
  'both agree on the same, and who leads differs': [
    agreed('We call.', '      lead: legal\n'),
    agreed('We call.', '      lead: health\n'),
  ],
  'both park, for other reasons': [
    instead('    agreed:\n', '    agreed:\n    parked: No money.\n'),
    instead('    agreed:\n', '    agreed:\n    parked: No room.\n'),
  ],
  'both set a part aside, for other reasons': [
    partAside('health-systems', 'No money.'),
    partAside('health-systems', 'No room.'),
  ],
  'each sets a part aside': [partAside('health-systems', 'No money.'), partAside('learning', 'No room.')],
  'both add a row at the end of a table': [rowAdded('a3', 'Book the room'), rowAdded('a4', 'Buy the tea')],
  'both add the first row of a table': [reading('2026-03-02', '3'), reading('2026-03-09', '5')],
  'both read one indicator on one day': [reading('2026-03-02', '3'), reading('2026-03-02', '5')],
  'other rows go by the same id': [rowAdded('a3', 'Book the room'), rowAdded('a3', 'Buy the tea')],
  'one ends what the other adds a row after': [
    instead(ROW, `${ROW}    done: 2026-03-09\n`),
    rowAdded('a3', 'Book the room'),
  ],
  'other columns of one row': [
    instead('owner: health', 'owner: health\n    due: 2026-04-01'),
    instead('owner: health', 'owner: legal'),
  ],
  'one column of one row': [
    instead('owner: health', 'owner: health\n    due: 2026-04-01'),
    instead('owner: health', 'owner: health\n    due: 2026-05-01'),
  ],
  'one takes a row away, the other leaves it': [instead(ROW, ''), said('legal', 'We call.')],
  'one takes a row away, the other changes it': [
    instead(ROW, ''),
    instead('owner: legal', 'owner: together'),
  ],
  'one moves a row, the other changes it': [
    (text) => instead('actions:\n', `actions:\n${ROW}`)(instead(ROW, '')(text)),
    instead('owner: legal', 'owner: together'),
  ],
  'both decide, and others were there': [
    (text) =>
      instead(
        '[We meet monthly]',
        '[We meet monthly, Tea is free]',
      )(instead('[Ana, Bo]', '[Ana, Bo, Cy]')(text)),
    (text) =>
      instead('[We meet monthly]', '[We meet monthly, No phones]')(instead('[Ana, Bo]', '[Ana]')(text)),
  ],
  'a partner leaves, and has more to say': [
    (text) =>
      instead(
        '  - id: health\n    name: Hill Health\n    sector: health\n    people: [{ role: liaison, name: Bo Li }]\n',
        '',
      )(text)
        .replace(/ +- partner: health\n +said:\n/g, '')
        .replace('owner: health', 'owner: legal'),
    said('health', 'We write.'),
  ],
  'comments of both': [
    instead('# What is to be done.', '# What is to be done, by whom.'),
    (text) =>
      rowAdded(
        'a3',
        'Book the room # the small one',
      )(instead('  - id: a2', '  # This one is urgent.\n  - id: a2')(text)),
  ],
  'one lays a row out anew': [
    instead(ROW, '  - { id: a2, what: Ring the council, owner: legal } # short\n'),
    instead('owner: legal', 'owner: legal\n    due: 2026-04-01'),
  ],
}

async function driven(base: string, ours: string, theirs: string) {
  const { world, file, said } = memoryWorld({ files: { o: base, a: ours, b: theirs } })
  const code = await cli(['merge-driver', 'o', 'a', 'b', 'partnership.yaml'], world, '0')
  return { code, text: file('a')!, said: said() }
}

test('two versions come to one, case by case', async () => {
  const told: string[] = []
  for (const [what, [here, there]] of Object.entries(CASES)) {
    const [ours, theirs] = [here(base), there(base)]
    const { code, text, said } = await driven(base, ours, theirs)
    expect(code, what).toBe(0)
    const [, ...patch] = createTwoFilesPatch('', '', ours, text, '', '', { context: 1 }).split('\n').slice(3)
    told.push(`# ${what}\n\n${patch.join('\n').replace(/^@@.*/gm, '…')}${said && `says:\n${said}\n`}`)
  }
  await expect(told.join('\n\n')).toMatchFileSnapshot('merge.golden.txt')
})

test('line ends and a byte order mark stay as ours has them', async () => {
  const ours = `\uFEFF${rowAdded('a3', 'Book the room')(base)}`.replaceAll('\n', '\r\n')
  const { text } = await driven(base, ours, rowAdded('a4', 'Buy the tea')(base))
  expect(text.startsWith('\uFEFFv') || text.startsWith('\uFEFF#')).toBe(true)
  expect(text.replaceAll('\r\n', '').includes('\n')).toBe(false)
  expect(text).toContain('    what: Book the room\r\n  - id: a4\r\n    what: Buy the tea\r\n')
})

test('what is no partnership file is left for git to merge by its lines', async () => {
  for (const wrong of ['', 'name: [', small.replace('partner: legal', 'partner: nobody')]) {
    const { code, text, said } = await driven(base, base, wrong)
    expect([code, text]).toEqual([1, base])
    expect(said).toContain('So git merges partnership.yaml line by line, as well as it can.')
  }
})

const { hjp } = runner()

test('what two versions say differently is found, told and settled', async () => {
  const of = async (what: string) => (await driven(base, CASES[what]![0](base), CASES[what]![1](base))).text
  const said = await of('one partner answers in two ways')
  const [check, status] = [await hjp(said, ['check']), await hjp(said, ['status'])]
  expect(check.printed).toContain(
    'Hill Law has two different answers here, one of them sent back or merged in.',
  )
  expect(status.printed).toContain('1 place with two versions still to settle.')
  const returned = await hjp(said, ['answer', '5.1', '--as', 'legal', '--returned'])
  expect(returned.text).toContain('We write.')
  expect((await hjp(returned.text, ['status'])).printed).not.toContain('to be settled')

  const agreed = await of('both agree, in other words')
  expect((await hjp(agreed, ['check'])).printed).toContain('hjp agree 5.1 --merged')
  const merged = await hjp(agreed, ['agree', '5.1', '--merged'])
  expect(merged.text).toContain('We write.\n      lead: health\n')
  expect(merged.text).not.toContain('for: agreed')
  const asked = await hjp(agreed, ['ask', '5.1'], { replies: ['everyone', 'x', 'x', '0', 'health', ''] })
  expect(asked.asked.join('\n')).toContain('Which wording do you want?')

  const column = await of('one column of one row')
  expect((await hjp(column, ['check'])).printed).toMatch(
    /error {2}actions a1 due: .* the other said "2026-05-01"/,
  )
  for (const due of ['2026-04-01', '2026-05-01']) {
    const { text } = await hjp(column, ['change', 'a1', `due=${due}`])
    expect((await hjp(text, ['check'])).printed).not.toContain('two versions')
    expect(text).toContain(`due: ${due}`)
  }
  const parked = await of('both park, for other reasons')
  expect((await hjp((await hjp(parked, ['park', '5.1', '--resume'])).text, ['check'])).printed).not.toContain(
    'two versions',
  )
})

const markers = (text: string) =>
  text.replace(
    'indicators: []',
    '<<<<<<< HEAD\n  - id: a3\n    what: Book the room\n=======\n  - id: a4\n    what: Buy the tea\n>>>>>>> a\nindicators: []',
  )
const versions = {
  base,
  ours: rowAdded('a3', 'Book the room')(base),
  theirs: rowAdded('a4', 'Buy the tea')(base),
}
const whole = rowAdded('a3', 'Book the room\n  - id: a4\n    what: Buy the tea')(base)

test('what git could not merge is said to whoever opens it, and merged', async () => {
  for (const args of [['status'], ['check'], ['answer', '5.1', '--as', 'legal', 'We call.']]) {
    const { code, said, text } = await hjp(markers(base), args)
    expect([code, text]).toEqual([2, markers(base)])
    expect(said()).toContain('partnership.yaml:36:1 git left two versions here')
    expect(said()).toContain('*hjp merge*')
  }
  const merged = await hjp(markers(base), ['merge'], {
    unmerged: { ...versions, task: 'rebase' },
    settings: {},
  })
  expect([merged.code, merged.text]).toEqual([0, whole])
  expect(merged.said()).toContain('Next: *git add partnership.yaml* and then *git rebase --continue*')
  expect(merged.said()).toContain('hjp merge-driver --install')
})

test('what was written between the markers since stays, and no git is needed', async () => {
  const since = markers(base).replace('Buy the tea', 'Buy the tea and the milk')
  const { text } = await hjp(since, ['merge'], { unmerged: versions, settings: {} })
  expect(text).toBe(whole.replace('Buy the tea', 'Buy the tea and the milk'))
  const mailed = await hjp(markers(base), ['merge'])
  expect(mailed.text).toBe(whole)
  expect(mailed.said()).not.toContain('git add')
  const crlf = await hjp(markers(base).replaceAll('\n', '\r\n'), ['merge'], {
    unmerged: versions,
    settings: {},
  })
  expect(crlf.text).toBe(whole.replaceAll('\n', '\r\n'))
})

test('where there is nothing to merge, or nothing can be, the file stays', async () => {
  const none = await hjp(base, ['merge'])
  expect([none.code, none.text]).toEqual([0, base])
  expect(none.said()).toContain('There is nothing to merge')
  for (const broken of [
    markers(base).replace('=======\n', ''),
    markers(base).replace('what: Buy', 'what Buy'),
  ]) {
    const { code, text, said } = await hjp(broken, ['merge'])
    expect([code, text]).toEqual([2, broken])
    expect(said()).toContain('was not changed')
  }
})

test('the driver is set up in a repository, and taken back, as often as it is told', async () => {
  const settings: Record<string, string> = {}
  const { world, file, said } = memoryWorld({
    files: { 'partnership.yaml': base, '.gitattributes': '*.docx binary' },
    settings,
  })
  const run = (...args: string[]) => cli(['merge-driver', ...args], world, '0')
  for (let n = 0; n < 2; n++) {
    expect(await run('--install')).toBe(0)
    expect(file('.gitattributes')).toBe('*.docx binary\npartnership.yaml merge=hjp\n')
  }
  expect(settings['merge.hjp.driver']).toBe(
    "'/usr/bin/node' '/opt/Ana'\\''s hjp/bin/hjp.js' merge-driver %O %A %B %P || git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B",
  )
  for (let n = 0; n < 2; n++) {
    expect(await run('--remove')).toBe(0)
    expect([file('.gitattributes'), settings]).toEqual(['*.docx binary\n', {}])
  }
  expect(await run()).toBe(2)
  expect(said()).toContain('hjp merge-driver --remove')
  const outside = memoryWorld({ files: { 'partnership.yaml': base } })
  expect(await cli(['merge-driver', '--install'], outside.world, '0')).toBe(2)
  expect(outside.said()).toContain('is not in a git repository')
})

test('whoever clones a repository that merges with hjp is told to set it up', async () => {
  const told = async (files: Record<string, string>, settings?: Record<string, string>) => {
    const { world, said } = memoryWorld({
      files: { 'partnership.yaml': base, ...files },
      ...(settings && { settings }),
    })
    await cli(['status'], world, '0')
    return said().includes('hjp merge-driver --install')
  }
  const asks = { '.gitattributes': 'partnership.yaml merge=hjp\n' }
  expect(await told({}, {})).toBe(false)
  expect(await told(asks)).toBe(false)
  expect(await told(asks, {})).toBe(true)
  expect(await told(asks, { 'merge.hjp.driver': 'hjp' })).toBe(false)
})

test('init sets it up in a repository, unless it is told not to', async () => {
  const flags = [
    'init',
    '--name',
    'Hillside',
    '--partner',
    'legal=Hill Law',
    '--partner',
    'health=Hill Health',
  ]
  const talk = ['Hillside', 'Hill Law', 'legal', '', 'Hill Health', 'health', '']
  const runs: [args: string[], replies: string[] | undefined, isSet: boolean][] = [
    [flags, undefined, true],
    [[...flags, '--no-merge-driver'], undefined, false],
    [['init'], [...talk, 'with-git'], true],
    [['init'], [...talk, 'without'], false],
    [['init', '--no-merge-driver'], [...talk, 'with-git'], false],
    [flags, ['with-git'], true],
    [flags, ['without'], false],
  ]
  for (const [args, replies, isSet] of runs) {
    const settings: Record<string, string> = {}
    const { world, file, said } = memoryWorld({ settings, ...(replies && { replies: [...replies] }) })
    expect(await cli(args, world, '0'), said()).toBe(0)
    expect('merge.hjp.driver' in settings).toBe(isSet)
    expect(file('.gitattributes')!.includes('partnership.yaml merge=hjp\n')).toBe(isSet)
    expect(said().includes('git merges the file with hjp')).toBe(isSet)
  }
  const outside = memoryWorld()
  await cli(flags, outside.world, '0')
  expect(outside.said()).not.toContain('merge')
})
