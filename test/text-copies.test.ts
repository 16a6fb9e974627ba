import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { library, riverbend, runner } from './memory-world.ts'

// The agreement comes back as a text: copied out of Word into an email, or saved as plain text. Numbers and the marks of lists may be lost,
// and lines wrapped.

const { hjp, written } = runner({ library, today: '2026-11-16' })
const copyOf = async (...options: string[]) => String(await written(riverbend, ['mou', ...options], 'md'))

const unnumbered = (text: string) =>
  text.replace(/^\*\*\d+\.\d+\*\* /gm, '').replace(/^(#* ?)(?:\d+\.|\([a-z]\)|Schedule \d+:) /gm, '$1')
/** As an email has it: no marks of Markdown, a cell of a table on each line. */
const plain = (text: string) =>
  text
    .replace(/^#+ |\\$/gm, '')
    .replace(/^> ?/gm, '')
    .replace(/^\| --.*\n/gm, '')
    .replace(/^\| (.*) \|$/gm, (_, row: string) => row.replaceAll(' | ', '\n'))
    .replaceAll('<br>', '\n')
    .replace(/\*\*|(?<!\w)_|_(?!\w)/g, '')
const wrapped = (text: string) => text.replace(/(?=.{73}).{1,72}(?: |$)/gm, (line) => `${line.trimEnd()}\n`)
const unparted = (text: string) => text.replace(/\n{2,}/g, '\n')

const FORMS: [string, (text: string) => string][] = [
  ['in Markdown', (text) => text],
  ['in Markdown, wrapped', wrapped],
  ['as text', plain],
  ['without numbers', (text) => plain(unnumbered(text))],
  ['without numbers, wrapped', (text) => wrapped(plain(unnumbered(text)))],
  ['without numbers or empty lines, wrapped', (text) => unparted(wrapped(plain(unnumbered(text))))],
  ['with the line ends of Windows', (text) => plain(unnumbered(text)).replaceAll('\n', '\r\n')],
  [
    'without the notice',
    (text) => plain(unnumbered(text)).replace(/This draft contains[\s\S]*anyone signs\.\n/, ''),
  ],
]

async function imported(text: string, file = 'copy.txt') {
  const run = await hjp(riverbend, ['import', file, '--as', 'health', '--yes', '--notes'], {
    files: { [file]: text },
  })
  const before = readYaml('f', riverbend, Partnership)
  const after = readYaml('f', run.text, Partnership)
  const proposed = after.answers.flatMap(({ prompt, proposals }) =>
    proposals.flatMap(({ partner, text, for: what }) =>
      partner === 'health' && what === 'agreed' ? [{ prompt, text }] : [],
    ),
  )
  const isSame = JSON.stringify(before) === JSON.stringify(after)
  return { ...run, proposed, isSame }
}

const COPIES = [
  ['whole', []],
  ['short', ['--short']],
  ['a section', ['--section', 'embedded-legal-help', 'consent']],
] as const

test.each(
  COPIES.flatMap(([which, options]) => FORMS.map(([form, made]) => [which, form, options, made] as const)),
)('a copy of the agreement, %s and %s, says nothing new', async (_which, _form, options, made) => {
  const { isSame, printed } = await imported(made(await copyOf(...options)))
  expect(isSame, printed).toBe(true)
  expect(printed).toContain('Nothing in it is new')
})

const CHANGED: [string, (text: string) => string][] = FORMS.slice(0, 7)
const LANGUAGE = 'getting-to-know/language'
const SITE = 'agreement-terms/embedded-legal-help'

test.each(CHANGED)('what was changed in a copy %s is proposed, and that alone', async (_form, made) => {
  const text = await copyOf()
  const changed = await imported(made(text.replace('the desk by 8:30', 'the desk by 9:00')))
  expect(changed.proposed, changed.printed).toEqual([
    { prompt: SITE, text: expect.stringMatching(/the desk by 9:00 and ring those who were booked\.$/) },
  ])
  const item = await imported(made(text.replace('beyond the last bus', 'beyond the last train')))
  expect(item.proposed.map((each) => each.text)).toEqual([
    expect.stringContaining(
      '\n- families at Tallow Creek and beyond the last train\n- people living with violence\n',
    ),
  ])
  const added = await imported(
    made(
      text.replace(
        /(?<=have been passed on\.\n)/,
        '\nWe will also say "carer" for whoever looks after a client.\n',
      ),
    ),
  )
  expect(added.proposed).toEqual([
    {
      prompt: LANGUAGE,
      text: expect.stringMatching(
        /passed on\.\n\nWe will also say "carer" for whoever looks after a client\.$/,
      ),
    },
  ])
})

test.each(CHANGED)(
  'a clause that is gone from a copy %s is a point to talk about, and stays here',
  async (_form, made) => {
    const text = await copyOf()
    const run = await imported(made(text.replace(/\*\*3\.1\*\* \*\*Language\*\*\n\n.*\n/, '')))
    expect(run.printed).toMatch(/Language\n {5}Riverbend Health struck it out\. What is agreed here stays/)
    expect(run.proposed).toEqual([])
    const [before, after] = [riverbend, run.text].map(
      (file) => readYaml('f', file, Partnership).answers.find(({ prompt }) => prompt === LANGUAGE)!,
    )
    expect(after!.agreed).toEqual(before!.agreed)
    expect(after!.proposals).toMatchObject([
      { partner: 'health', for: 'talk', text: '(Struck out in the copy that came back.)' },
    ])
    const again = await hjp(run.text, ['import', 'copy.txt', '--as', 'health', '--yes'], {
      files: { 'copy.txt': made(text.replace(/\*\*3\.1\*\* \*\*Language\*\*\n\n.*\n/, '')) },
    })
    expect(again.text).toBe(run.text)
  },
)

test('what was changed outside the clauses is shown, and kept as a note', async () => {
  const { printed } = await imported(
    plain(await copyOf()).replace('The chief executive', 'The managing director'),
  )
  expect(printed).toContain('The managing director, by post')
  expect(printed).toContain('1 note')
})

test('an email about the agreement that is quoted in it is a reply', async () => {
  const head = 'From: Ana\nSent: Monday, 16 November 2026 10:00\nTo: Helen\nSubject: Our agreement\n\n'
  const text = await copyOf()
  for (const original of [
    `-----Original Message-----\n${head}${plain(text)}`,
    plain(text).replace(/^/gm, '> '),
  ]) {
    const { printed, proposed } = await imported(`Clause 13.1: please call first.\n\n${original}`)
    expect(printed).toContain('comments on clause 13.1')
    expect(printed).toMatch(/: 1 new remark from Riverbend Health/)
    expect(proposed).toEqual([])
  }
})

test.each([
  [
    'Hi Ana,\n\nReferral pathways\nWe would rather phone first.\n\nMeeting rhythm\nWednesdays suit us better.\n',
    2,
  ],
  [
    'Referral pathways: we would rather phone first. You wrote "Clients will be referred in both directions."\n',
    1,
  ],
  ['Q5.1: On one form. You say:\nClients will be referred in both directions.\nThat is fine.\n', 1],
])('answers under topics that quote a clause are still answers', async (text, many) => {
  const { printed, proposed } = await imported(text)
  expect(printed).toMatch(new RegExp(`: ${many} new answers? from Riverbend Health`))
  expect(proposed).toEqual([])
})

test('who quotes whole clauses to say something about each proposes no other words', async () => {
  const quoting = async (...sections: string[]) => {
    const text = plain(await copyOf('--section', ...sections))
    return `Hi Ana,\n\n${text.slice(text.indexOf(' 2026\n') + 6)}\n\nWe would rather not.\n`
  }
  const { printed, proposed } = await imported(await quoting('words', 'ending'))
  expect(printed).toContain('We would rather not.')
  expect(proposed).toEqual([])
})

test('an agreement of others is still one to adopt', async () => {
  const other =
    'Memorandum of Understanding between Mardale Legal and Mardale Hospital\n\n1. Purpose\n1.1 We work together.\n1.2 It starts today.\n\n2. Meetings\n2.1 We meet monthly.\n'
  expect((await imported(other)).printed).toContain('hjp adopt copy.txt')
})

test('a copy that reads otherwise in too much is shown as a whole, with what to do', async () => {
  const lines = plain(unnumbered(await copyOf())).split('\n')
  const others = lines.flatMap((line, n) =>
    n < 40 || line === ''
      ? line
      : [
          line.length > 40 ? '' : line,
          `Quite another sentence of number ${n}, which nobody has ever agreed to here.`,
        ],
  )
  const { isSame, printed } = await imported(others.join('\n'))
  expect(printed).toContain('hjp verify copy.txt')
  expect(printed).toContain('Ask Riverbend Health for the Word file')
  expect(isSame, printed).toBe(true)
})

test('a comment on a section that went out alone is on the clause of its number in the whole', async () => {
  const section = await copyOf('--section', 'referral-pathways', 'ending')
  const quoted = (text: string) => `On Mon, 16 Nov 2026 at 10:00, Ana wrote:\n${text.replace(/^/gm, '> ')}`
  const { printed } = await imported(`Clause 30.2: a month is short.\n\n${quoted(section)}`)
  expect(printed).toContain('comments on clause 30.2')
  // Sections once began at 1, and their numbers are others in the whole.
  const before = section.replace(/^(## |\*\*)13\./gm, '$11.').replace(/^(## |\*\*)30\./gm, '$12.')
  const old = await imported(`Clause 2.2: a month is short.\n\n${quoted(before)}`)
  expect(old.printed).toContain('not clear which clause is meant')
  expect(old.printed).not.toContain('comments on clause')
  const changed = await imported(before.replace('ten working days', 'five working days'))
  expect(changed.proposed).toEqual([
    { prompt: 'what-we-do/referral-pathways', text: expect.stringContaining('five working days') },
  ])
})
