import { expect, test } from 'vitest'
import { choiceTyped } from '../src/world/typed-choice.ts'
import { fileOf } from './known.ts'
import { CTRL_C, library, runner, small } from './memory-world.ts'

// What is asked, by whatever command: what is a key and what is an answer, the way back, and what becomes of words that were
// typed and not saved.
const { hjp } = runner({ library })
const ASK = ['ask', '1.2', '1.3', '1.4', '--as', 'legal']

/** What comes of something typed in the place of the answer to the second of three questions. */
async function cameOf(typed: string): Promise<string> {
  const run = await hjp(small, ASK, { replies: ['Words.', typed] })
  const asked = run.asked.slice(2)
  const said = run.text.split('\n').filter((line) => !small.split('\n').includes(line))
  if (said.some((line) => line.trim() === typed.trim())) return 'the answer'
  if (run.code === 0) return 'stops'
  if (asked[0]?.startsWith('Do you want to'))
    return asked[0].slice('Do you want to '.length, -' yes|no'.length)
  if (asked[0]?.startsWith('Why are you setting it aside?')) return 'sets aside'
  if (asked[0] === 'editor') return 'opens the editor'
  if (run.said().split('*1.2  ').length > 2) return 'goes back'
  if (run.said().includes('There is no key')) return 'is no key'
  if (run.said().includes('Type a key on its own.')) return 'is no key there'
  return run.said().split('opens your editor').length > 2 ? 'shows the keys' : 'skips'
}

test.each([
  ['goes back', ['/b', '/back', '\\b', ':b', '/B', '/Back', '//b', '/prev', '/back.']],
  ['stops', ['/s', '/stop', '/q', '/quit', '/exit', ':q', ':q!', ':wq', '\\q', '/S', '/cancel']],
  ['skips', ['', '  ', '/k', '/skip', '/next', '\\skip']],
  ['shows the keys', ['?', '??', '/?', 'help', 'HELP', 'Help!', '/h', '/help', ':help']],
  ['opens the editor', ['/e', '/edit', ':e']],
  ['sets aside', ['/p', '/park']],
  ['is no key', ['/x', '/z', '/', '\\', ':', '/5', '/save', ':x', '/undo']],
  ['is no key there', ['By phone. /s', 'By phone. /back', 'By phone /?', 'By phone \\q']],
  ['go back to the question before?', ['b', 'back', 'Back', 'BACK!', 'previous']],
  ['stop here?', ['s', 'q', 'stop', 'quit', 'exit', 'Quit.', 'bye', 'cancel']],
  ['skip this question?', ['skip', 'next', 'pass', 'k']],
  ['open your editor?', ['e', 'edit']],
  ['set the question aside?', ['p', 'park']],
  [
    'the answer',
    [
      'Back up plan',
      'Help with rent',
      'Stop, then call',
      'Exit interviews.',
      'We skip lunch',
      'Yes',
      'No',
      'Both and/or neither',
      '24/7',
      'http://example.org/b',
      '/home/ana/notes.txt',
      'What is this?',
      'by phone/s',
      'I',
      '5.1',
      'Next week',
    ],
  ],
])('%s', async (came, all) => {
  const wrong: string[] = []
  for (const typed of all) {
    const what = await cameOf(typed)
    if (what !== came) wrong.push(`"${typed}" ${what}`)
  }
  expect(wrong).toEqual([])
})

const typed = (run: { kept: Map<string, string> }) =>
  JSON.parse(run.kept.get('typed.json') ?? '[]').map((each: { typed: string }) => each.typed)

test('a half-typed line is kept on this computer, and stands ready when the question comes again', async () => {
  const kept = new Map<string, string>()
  const cut = await hjp(small, ASK, { replies: ['Words.', `${CTRL_C}We would like to`], kept })
  expect(cut.code).toBe(130)
  expect(cut.said().replace(/\n/g, ' ')).toContain(
    'Stopped. One answer is saved in *partnership.yaml*. Continue with *hjp ask 1.2 1.3 1.4 --as legal* What you typed and is not saved is kept on this computer, and will stand ready when you are asked again.',
  )
  expect(cut.text).not.toContain('We would like to')
  expect(typed(cut)).toEqual(['We would like to'])
  // Enter takes what stands ready, as in any line; at another question it does not stand.
  const again = await hjp(cut.text, ASK, { replies: ['', ''], kept })
  expect(again.text).toContain('said: |-\n          We would like to\n')
  expect(typed(again)).toEqual([])
})

test('what was answered and not yet saved is kept too, of a row, a start, or words that could tell who a client is', async () => {
  const kept = new Map<string, string>()
  const row = await hjp(small, ['add', 'funding'], { replies: ['State grant', 'One-off', '/s'], kept })
  expect([row.code, row.text, typed(row)]).toEqual([0, small, ['State grant', 'One-off']])
  const added = await hjp(small, ['add', 'funding'], { replies: ['', '', '', '', '', '', '', 'no'], kept })
  expect(added.text).toContain('source: State grant')
  expect(added.text).toContain('kind: One-off')
  const client = 'Maria Gonzalez, born 3 March 1985, came back.'
  const held = await hjp(small, ['answer', '1.2', '--as', 'legal'], { replies: [client, '/s'] })
  expect([held.code, held.text, typed(held)]).toEqual([0, small, [client]])
  const back = await hjp(small, ['answer', '1.2', '--as', 'legal'], {
    replies: [client, '/b', 'Somebody came back.'],
  })
  expect([back.code, back.asked.length]).toEqual([0, 3])
  expect(back.text).toContain('Somebody came back.')
})

test('back goes to the question before, in a row too, with what was typed standing there', async () => {
  const run = await hjp(small, ['add', 'action'], {
    replies: ['Lunch', 'health', '/b', 'legal', '', '2026-04-01', '/b', '', '', '', 'no'],
  })
  expect(run.text).toContain('what: Lunch')
  expect(run.text).toContain('owner: legal')
  expect(run.text).toContain('due: 2026-04-01')
  const first = await hjp(small, ['add', 'action'], { replies: ['/b', 'Lunch', '/s'] })
  expect(first.said()).toContain('This is the first question.')
})

test('a key after words that stand there and are not saved is a key, and the words stay for their question', async () => {
  const kept = new Map<string, string>()
  const half = 'We would like to'
  const cut = await hjp(small, ASK, { replies: ['Words.', `${CTRL_C}${half}`], kept })
  const back = await hjp(cut.text, ASK, { replies: ['', `${half}/b`, '', '', CTRL_C], kept })
  expect(back.asked.length).toBe(5)
  expect(back.text).toContain(`said: |-\n          ${half}\n`)
  expect(typed(back)).toEqual([])
  await hjp(small, ASK, { replies: ['Words.', `${CTRL_C}${half}`], kept })
  for (const [key, code] of [
    ['/k', 130],
    ['/s', 0],
    [' /s', 0],
  ] as const) {
    const left = await hjp(cut.text, ASK, { replies: ['', `${half}${key}`], kept })
    expect([key, left.code, typed(left), left.text]).toEqual([key, code, [half], cut.text])
  }
})

test('a day that is refused is nothing to go back to', async () => {
  const { asked, said } = await hjp(small, ['add', 'action'], {
    replies: ['Lunch', 'legal', '', '31 Foo', '/b', '/s'],
  })
  expect(said()).toContain('This expects a day')
  expect(asked[4]).toBe(asked[3])
  expect(asked[5]).toBe(asked[2])
})

test('whoever is stopped before there is another day finds what was due still due', async () => {
  const due = fileOf('answers: [{ prompt: learning/using-it, agreed: { text: W, review: 2026-01-01 } }]')
  const { text } = await hjp(due, ['ask', '6.7', '--agreed'], {
    replies: ['We look at it each spring.', 'new', CTRL_C],
  })
  expect(text).toContain('text: We look at it each spring.')
  expect(text).toContain('review: 2026-01-01')
})

const SAID = fileOf(
  'answers: [{ prompt: getting-to-know/people, perspectives: [{ partner: legal, said: Ana and Bo. }] }]',
)
const PEOPLE = ['ask', 'getting-to-know/people', '--as', 'legal']

test.each([
  ['both', /said:\W+Ana and Bo\.(?:\s+|\\n\\n)Only Cy\./],
  ['new', /said: Only Cy\./],
  ['old', /said: Ana and Bo\./],
])('what is typed where one line stands already is never stuck to it: %s', async (choice, stands) => {
  const run = await hjp(SAID, PEOPLE, { replies: ['Only Cy.', choice] })
  expect([run.code, run.asked.at(-1)]).toEqual([0, 'What about the earlier answer? both|new|old'])
  expect(run.out()).toContain('Now, and Enter keeps it:\n     Ana and Bo.')
  expect(run.text).toMatch(stands)
})

test('Enter keeps the line that stands already', async () => {
  const run = await hjp(SAID, PEOPLE, { replies: [''] })
  expect([run.code, run.asked.length, run.text]).toEqual([0, 1, SAID])
})

const RATINGS = ['Skip', 'A: Yes, all of us', 'B: In part', 'C: No', 'Go back']
const OWNERS = ['Not decided yet', "Riverbend's Legal Centre", 'Tamarind Health', 'The partners together']
test.each([
  [RATINGS, 'no', 'C: No'],
  [RATINGS, 'c', 'C: No'],
  [RATINGS, ' YES ', 'A: Yes, all of us'],
  [RATINGS, 'none', '"none" is not one of these.'],
  [RATINGS, 'of us', 'A: Yes, all of us'],
  [OWNERS, 'Tamsin', '"Tamsin" is not one of these.'],
  [OWNERS, 'Tam', 'Tamarind Health'],
  [OWNERS, 'Joel', '"Joel" is not one of these.'],
  [OWNERS, 'riverbend’s', "Riverbend's Legal Centre"],
  [OWNERS, 't', 'That could be "Tamarind Health" or "The partners together".'],
  [OWNERS, 'egal', '"egal" is not one of these.'],
  [['No', 'Not yet'], 'no', 'No'],
  [['No', 'Not yet'], '2', '"2" is not one of these.'],
  [['No', 'Not yet'], '/b', '/b'],
])('of %s, "%s" typed is %s', (names, typed, meant) => {
  const choice = choiceTyped(
    names.map((name) => ({ value: name, name })),
    typed,
  )
  expect('value' in choice ? choice.value : choice.refused).toBe(meant)
})

test.each([
  ['everyone except Joel', 'everyone except Joel'],
  ['Everyone invited', 'all'],
  ['skip for now', 'later'],
  ['Ev', 'Ev'],
])('where a choice takes what is typed, "%s" is %s', (typed, meant) => {
  const names = { later: 'Skip for now', all: 'Everyone invited: Ana, Joel' }
  const choices = Object.entries(names).map(([value, name]) => ({ value, name }))
  expect(
    choiceTyped([...choices, { value: 'names', name: 'Type the names', takes: true }], typed),
  ).toMatchObject({
    value: meant,
  })
})

const WHERE_WHO = ['', '', '', '']
test.each<[string, RegExp]>([
  ['/b', /^Who took notes/],
  ['/back', /^Who took notes/],
  ['/s', /^$/],
  ['/q', /^$/],
  ['?', /^Who was there/],
  ['/x', /^Who was there/],
  ['skip', /^Do you want to skip/],
  ['back', /^Do you want to go back/],
  ['Ana Ruiz, Bo Li', /^What happened with/],
])('a key is the same in a list as in a line: %s', async (typed, next) => {
  const run = await hjp(small, ['record', '--date', '2026-02-01'], { replies: [...WHERE_WHO, typed] })
  expect(run.asked[4]).toMatch(/^Who was there/)
  expect(run.asked[5] ?? '').toMatch(next)
  if (typed === '?') expect(run.said()).toContain('Type the beginning of a choice')
  if (typed === '/x') expect(run.said()).toContain('There is no key /x here.')
  expect(/present:\s+- Ana Ruiz\s+- Bo Li/.test(run.text)).toBe(typed.startsWith('Ana'))
})
