import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTerm, promptsOf } from '../src/core/prompts/prompts.ts'
import { bareWords, noted, OLD, scanned, truthOf } from './adopt.ts'
import { fileOf, knownOn } from './known.ts'
import { CTRL_C, library, riverbend, runner } from './memory-world.ts'
import { runs } from './programs.ts'

// An agreement that the partners had before: read as it comes, each paragraph at a question or told, and agreed when they say so.

const { hjp } = runner({ library, today: '2026-11-16' })
const file = fileOf('')

type InJson = {
  headings: string[]
  beside?: string
  paragraphs: string[]
  prompts: { number: string }[]
}

async function piecesIn(as: string, bytes: Uint8Array | string, locale = 'en-AU'): Promise<InJson[]> {
  const { out, said } = await hjp(fileOf(`locale: ${locale}`), ['adopt', as, '--json'], {
    files: { [as]: bytes },
  })
  if (out() === '') throw new Error(said())
  return JSON.parse(out())
}

/** Runs on one file, with what else the folder holds. */
async function course(
  files: Record<string, string | Uint8Array>,
  ...runs: [args: string[], replies?: string[]][]
) {
  const all = { ...files }
  let text = file
  const kept = new Map<string, string>()
  const ran = []
  for (const [args, replies] of runs) {
    const run = await hjp(text, args, { files: all, kept, ...(replies && { replies }) })
    text = run.text
    for (const path of Object.keys(all)) if (run.bytes(path) === undefined) delete all[path]
    for (const path of run.paths()) all[path] = run.bytes(path)!
    ran.push(run)
  }
  return { ran, last: ran.at(-1)!, text, files: all }
}

test.each([
  ['It ends in accordance with clause 14.', true],
  ['The duties in clauses 7, 8 and 11 go on.', true],
  ['By the form in Schedule 1.', true],
  ['Under section 12 of the Tenancies Act 2010 we write to them.', false],
  ['We meet on item by item lists.', false],
])('words that name a clause by its old number are told: %s', async (words, isTold) => {
  const letter = `Referral\n\n${words}\n`
  const list = `clauses:\n  - prompt: "5.1"\n    text: |-\n      ${words}\n`
  const { out, code, said } = await hjp(file, ['adopt', 'old.txt', '--answers', 'list.yaml'], {
    files: { 'old.txt': letter, 'list.yaml': list },
  })
  expect(code, said()).toBe(0)
  expect(out().includes('with a number of another clause')).toBe(isTold)
})

/** Some questions are asked in their country alone. */
const AMERICAN = ['american', 'law-school']
const read = new Map<string, Promise<InJson[]>>()
const piecesOf = (name: string) => {
  const known =
    read.get(name) ??
    OLD[name]!().then(([as, bytes]) => piecesIn(as, bytes, AMERICAN.includes(name) ? 'en-US' : 'en-AU'))
  read.set(name, known)
  return known
}

test('of the paragraphs of these agreements, nine in ten have the right question among the first three', async () => {
  let [first, right, all] = [0, 0, 0]
  const lines: string[] = []
  for (const name of Object.keys(OLD)) {
    const pieces = await piecesOf(name)
    const said = pieces.flatMap(({ paragraphs, beside, prompts }) =>
      paragraphs.map((words) => ({
        words: bareWords(words),
        offered: beside ? ['left'] : prompts.map(({ number }) => number),
      })),
    )
    const asked = truthOf(name).filter(([, wanted]) => !wanted.includes('left'))
    const offeredFor = (start: string) => said.find(({ words }) => words.includes(start))?.offered ?? []
    const wrong = asked.filter(([start, wanted]) => !offeredFor(start).some((each) => wanted.includes(each)))
    first += asked.filter(([start, wanted]) => wanted.includes(offeredFor(start)[0] ?? '')).length
    right += asked.length - wrong.length
    all += asked.length
    lines.push(`${name}: ${asked.length - wrong.length} of ${asked.length}`)
    lines.push(...wrong.map(([start, wanted]) => `  ${start}… ${wanted.join(' ')}`))
  }
  lines.push(`In all: ${right} of ${all}, ${first} as the first`)
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('adopt/measured.txt')
  expect(right / all).toBeGreaterThan(0.9)
})

test('every term has examples of how agreements say it, and none are of anything else', () => {
  const terms = promptsOf(library.parts)
    .filter(isTerm)
    .map(({ id }) => id)
  expect(Object.keys(library.clauses).toSorted()).toEqual(terms.toSorted())
  for (const { says, headings } of Object.values(library.clauses)) {
    expect(says.length).toBeGreaterThan(9)
    expect(headings.length).toBeGreaterThan(1)
  }
})

/** All that pieces say, in their own words alone. */
const wordsOf = (pieces: InJson[]): string =>
  bareWords(pieces.flatMap(({ headings, paragraphs }) => [...headings, ...paragraphs]).join(' '))

test.each(Object.keys(OLD))(
  'what the %s one says is all there, and a list takes all of it in',
  async (name) => {
    const [as, bytes] = await OLD[name]!()
    const said = wordsOf(await piecesOf(name))
    for (const [start] of truthOf(name)) expect(said).toContain(start)
    const { ran, text } = await course(
      { [as]: bytes },
      [['adopt', as, '--list', 'list.yaml']],
      [['adopt', as, '--answers', 'list.yaml', '--allow', 'MLA is one of the partners']],
    )
    expect(ran.map(({ code }) => code)).toEqual([0, 0])
    const rest = bareWords(ran[1]!.out())
    for (const { paragraphs, beside } of await piecesOf(name))
      for (const words of paragraphs) {
        const lines = words.split('\n')[0]!.slice(0, 200)
        expect(bareWords(beside ? rest : text)).toContain(bareWords(lines))
      }
  },
)

test('no words of a random agreement are lost', async () => {
  const word = fc.constantFrom(
    ...'The lawyer Clinic will meet every client and costs privacy 1 2.3 (a) A. § Clause'.split(' '),
  )
  const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((all) => all.join(' '))
  const front = fc.constantFrom(
    '',
    '# ',
    '## ',
    '- ',
    '1. ',
    '4.2 ',
    '(b) ',
    'A. ',
    '| ',
    '> ',
    'Clause 3 - ',
    'Signed ',
    '\t',
  )
  const end = fc.constantFrom('', '.', ':', ';', ' |', ' .... 3', ' ____', ' and')
  const line = fc.tuple(front, words, end).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\n\n'),
      fc.constantFrom('old.txt', 'old.md'),
      async (lines, between, as) => {
        const pieces = await piecesIn(as, lines.join(between))
        const said = ` ${pieces.map(({ paragraphs, headings }) => bareWords([...headings, ...paragraphs].join(' '))).join(' ')} `
        // "Clause 3" is a number.
        for (const each of lines)
          for (const letters of bareWords(each.replace(/Clause/g, '')).match(/\p{L}{2,}/gu) ?? [])
            expect(said).toContain(` ${letters} `)
      },
    ),
    { numRuns: runs(30) },
  )
})

test.each([
  [
    'what leads up to a list',
    '5.3 The lawyer may help with:\n\n• rent;\n\n• debts.',
    ['The lawyer may help with:', '• rent;', '• debts.'],
  ],
  [
    'one that is lettered',
    '5.3 The lawyer may help with:\n\n(a) rent;\n\n(b) debts.',
    ['The lawyer may help with:', '(a) rent;', '(b) debts.'],
  ],
  ['a heading with a colon', '5. Help:\n\nThe lawyer helps with rent.', ['The lawyer helps with rent.']],
  [
    'columns of a table',
    '| Who | Role | Meets |\n| --- | --- | --- |\n| Priya Nair | Coordinator | Monthly |',
    ['Who: Priya Nair; Role: Coordinator; Meets: Monthly'],
  ],
  [
    'sentences below two heads',
    '| Law | Clinic |\n| --- | --- |\n| Sends a lawyer each week. | Gives a room |',
    ['Law: Sends a lawyer each week. Clinic: Gives a room'],
  ],
  [
    'columns of a table of which one is empty',
    '| Who | Role | Notes |\n| --- | --- | --- |\n| Priya Nair | Coordinator | |',
    ['Who | Role | Notes', 'Who: Priya Nair; Role: Coordinator'],
  ],
  [
    'a sentence that leads up to a table',
    'Each of us does this:\n\n| Who | What |\n| --- | --- |\n| Nurse | Sends the form |\n| Lawyer | Calls |',
    ['Each of us does this:', 'Who: Nurse; What: Sends the form', 'Who: Lawyer; What: Calls'],
  ],
  [
    'one that names the table',
    'The table below says who does what.\n\n| Who | What |\n| --- | --- |\n| Nurse | Sends the form |',
    ['The table below says who does what.', 'Who: Nurse; What: Sends the form'],
  ],
  [
    'a footnote',
    'We call within two working days[^1] of a referral.\n\n[^1]: Monday to Friday,\n    but no holidays.',
    ['We call within two working days of a referral.', 'Footnote: Monday to Friday, but no holidays.'],
  ],
  [
    'a footnote of a heading',
    '### Referral[^a]\n\nWe call at once.\n\n[^a]: By phone.',
    ['We call at once.', 'Footnote: By phone.'],
  ],
  ...[
    ['a heading that limits', 'Only with consent', 'What a client says goes to the other partner.'],
    ['whose duties they are', 'Duties of Gunyah', 'It gives a lawyer for two days a week.'],
    ['a question', 'Can you come with a child?', 'You can.'],
    ['what a fragment is about', 'Open to', 'People of all ages, and their carers.'],
  ].map(([what, heading, words]): [string, string, string[]] => [
    what!,
    `### ${heading}\n\n${words}`,
    [heading!, words!],
  ]),
  ...[
    ['Referral', 'Nurses call the lawyer.'],
    ['Duties of the Clinic', 'The Clinic gives a room.'],
    ['What we do', 'We meet each week.'],
  ].map(([heading, words]): [string, string, string[]] => [
    `no heading "${heading}" that says no more`,
    `### ${heading}\n\n${words}`,
    [words!],
  ]),
])('%s stands with what it leads up to', async (_, words, paragraphs) => {
  const pieces = await piecesIn('old.md', `# Agreement\n\n## Services\n\n${words}\n`)
  const told = pieces.filter(({ beside }) => !beside).flatMap((piece) => piece.paragraphs)
  expect(told.filter((each, n) => told.indexOf(each) === n)).toEqual(paragraphs)
})

test('the footnotes of a Word file stand with their clauses, and a list takes all of it in as it is', async () => {
  const { last, text } = await course(
    { 'old.docx': await noted() },
    [['adopt', 'old.docx', '--list', 'list.yaml']],
    [['adopt', 'old.docx', '--answers', 'list.yaml']],
  )
  expect(last.code, last.said()).toBe(0)
  for (const words of [
    'The lawyer calls within two working days.\n          And she says who she is.\n          Footnote: Not on holidays.',
    'Only with consent\n          What a client says goes to the Clinic.\n',
  ])
    expect(text).toContain(words)
})

test('what leads to two clauses stands with each, and goes where the last of its own goes', async () => {
  const old = '# Agreement\n\n## Duties of Gunyah\n\n1. It gives a room.\n\n2. It sends a lawyer.\n'
  const list = (one: string, other: string) =>
    `clauses:\n  - { prompt: "${one}", text: "Duties of Gunyah\\nIt gives a room." }\n  - { prompt: "${other}", text: "Duties of Gunyah\\nIt sends a lawyer." }\n`
  const take = (name: string): [string[]] => [['adopt', 'old.md', '--answers', name]]
  const { ran } = await course(
    { 'old.md': old, 'apart.yaml': list('4.4', '3.4'), 'together.yaml': list('4.4', '4.4') },
    take('apart.yaml'),
    take('together.yaml'),
    [['adopt', 'old.md'], []],
    [['agree', '--adopted', '--yes']],
    [['mou', '--format', 'md', '--out', '-']],
  )
  expect(ran[0]!.text.match(/Duties of Gunyah/g)).toHaveLength(2)
  expect(ran[1]!.text.match(/Duties of Gunyah/g)).toHaveLength(1)
  expect(ran[2]!.asked).toEqual([])
  expect(ran[4]!.out()).toMatch(/Duties of Gunyah\\\nIt gives a room\.\n\nIt sends a lawyer\.\n/)
})

const LETTER = `1.  Eligibility. Patients at or below 200% of the federal poverty level. The
    Legal Partner does not take criminal, personal injury or medical malpractice
    cases, nor any case against the Clinic.

2.  Records. The Legal Partner keeps files of its own. The Clinic has no access
    to them.
`
const OUTLIER = '3.  Notices. To the address above, by certified mail, or by email to each of the liaisons'

test.each([
  ['as a program breaks it', LETTER, 2],
  ['with one line that is longer', `${LETTER}\n${OUTLIER}\n    of the partners.\n`, 3],
  ['with one line that has no end', `${LETTER}\n3.  Records ${'are kept '.repeat(20)}here.\n`, 3],
])('a letter in broken lines, %s, has its sentences whole', async (_, letter, many) => {
  const pieces = await piecesIn('old.txt', letter)
  expect(pieces).toHaveLength(many)
  expect(pieces[0]!.paragraphs[0]).toMatch(/level\. The Legal Partner does not .* malpractice cases, nor any/)
  expect(pieces[1]!.paragraphs[0]).toMatch(/^Records\. .* access to them\.$/)
})

test.each([
  ['Records. Each partner has its own.', '4.7b'],
  ['Entire agreement. There is no other.', '9.1b'],
  ['Termination. Sixty days are enough for any of them.', '9.16'],
])('the heading that runs into "%s" names its question', async (words, number) => {
  const [piece] = await piecesIn('old.txt', `1. ${words}\n\n2. Notices. By mail.\n`)
  expect(piece!.paragraphs).toEqual([words])
  expect(piece!.prompts[0]!.number.startsWith(number), JSON.stringify(piece!.prompts)).toBe(true)
})

test('an AND that stands alone between the parties is none', async () => {
  const letter =
    '# MEMORANDUM OF UNDERSTANDING\n\n**BETWEEN**\n\nWestern Legal Centre (WLC)\n\n**AND**\n\nOld Town Clinic (OTC)\n\n## Referral\n\nNurses make a referral by phone to the lawyer.\n'
  const pieces = await piecesIn('old.md', letter)
  expect(pieces.flatMap(({ headings }) => headings)).not.toContain('AND')
  const list = 'clauses:\n  - { prompt: "5.1", text: Nurses make a referral by phone to the lawyer. }\n'
  const { out, said } = await hjp(file, ['adopt', 'old.md', '--answers', 'list.yaml'], {
    files: { 'old.md': letter, 'list.yaml': list },
  })
  expect(out() + said()).toMatch(/names a party that is not in the file: Western Legal Centre\. /)
})

test('lines that nobody broke stay apart', async () => {
  const long = 'The lawyer attends the clinic each week and sees whoever a nurse sends to her on that day, '
  const letter = `The clinic gives a room to the lawyer\n${long}${long}\nThe clinic pays for it\n\n${long}${long}\nRent`
  expect((await piecesIn('old.txt', letter)).flatMap(({ paragraphs }) => paragraphs).join('\n')).toContain(
    `${long}${long}`.trim(),
  )
  const pieces = await piecesIn('old.txt', letter)
  const said = pieces.flatMap(({ headings, paragraphs }) => [...headings, ...paragraphs])
  expect(said).toContain('The clinic pays for it')
})

const OLD_TEXT = `Agreement between Law and the Clinic

Referral

1. Nurses make a referral by phone to the lawyer.

2. The lawyer makes contact within two working days of a referral.

On site

The lawyer attends the clinic each week.

Animals

No dogs may come into the waiting room.

Signed for Law
`
const LIST = `clauses:
  - prompt: 5.1
    text: |
      Nurses make a referral by phone to the lawyer.
  - prompt: 5.1
    text: The lawyer makes contact within two working days of a referral.
  - prompt: 9.6
    decision: yes
    text: The lawyer attends the clinic each week.
  - own: Animals
    text: No dogs may come into the waiting room.
  - left: a title
    text: Agreement between Law and the Clinic
`
const files = { 'old.txt': OLD_TEXT, 'list.yaml': LIST }
const TAKE: [string[]] = [['adopt', 'old.txt', '--answers', 'list.yaml']]

test('what it says waits where the list puts it, and what is left is told', async () => {
  const { last, text } = await course(files, TAKE)
  expect(last.file('prompts/10-our-own.yaml')).toMatchSnapshot()
  expect(text.slice(file.length)).toMatchSnapshot()
  expect(last.printed).toMatchSnapshot()
})

test('words that name clauses by their old numbers say so in a draft, and are told beside every copy', async () => {
  const words = 'Clauses 8 and 9 go on, as in clause 1.1.'
  const { ran } = await course(
    {
      'old.txt': `Referral\n\n${words}\n`,
      'list.yaml': `clauses:\n  - { prompt: "5.1", text: "${words}" }\n`,
    },
    TAKE,
    [['agree', '--adopted', '--yes']],
    [['mou', '--format', 'md', '--out', '-']],
    [['mou', '--short', '--format', 'md', '--out', '-']],
    [['agree', '5.1', 'Clauses 8 and 9 go on.']],
    [['mou', '--format', 'md', '--out', '-']],
  )
  const [, , draft, letter, , reworded] = ran
  const told = 'Reword them before you sign:\n  5.1 Referral pathways: *hjp ask 5.1*'
  const mark = '_The clause numbers in this are those of the agreement that we had before._'
  expect(draft!.out()).toContain(mark)
  expect(draft!.said()).toContain(told)
  expect(letter!.said()).toContain(told)
  expect(reworded!.printed).not.toMatch(/those of the agreement that we|Reword them before/)
})

test('what waits is told wherever people look, and in no document that speaks for the partners', async () => {
  const { ran } = await course(
    files,
    TAKE,
    [['status']],
    [['check']],
    [['show', '5.1']],
    [['agenda', '--format', 'md']],
    [['mou', '--format', 'md']],
  )
  const [, status, check, show, agenda, mou] = ran.map(({ printed }) => printed)
  expect(status).toContain('old.txt (3 clauses to agree to)')
  expect(status).toContain('hjp agree --adopted')
  expect(check).toContain('3 clauses of old.txt wait for your yes')
  expect(show).toContain('In old.txt:\n     Nurses make a referral')
  expect(agenda).toContain('We had agreed on this before, and have not said yet that it still holds.')
  expect(agenda).toContain('In old.txt it says:')
  expect(mou).not.toContain('Nurses make')
})

test('the partners agree to all of it in one go, and see what differs', async () => {
  const {
    ran,
    text,
    files: all,
  } = await course(
    files,
    TAKE,
    [
      [
        'agree',
        '--adopted',
        '--yes',
        '--on',
        '2024-03-01',
        '--by',
        'legal',
        'health',
        '--review',
        '2027-03-01',
      ],
    ],
    [['agree', '5.1', 'By phone or by email.']],
    [['mou', '--since', 'adopted', '--format', 'md', '--out', '-']],
  )
  expect(ran[1]!.said()).toContain('3 clauses, agreed by Law and Clinic')
  expect(ran[1]!.said()).toMatch(
    /^Law and Clinic would agree to this\..*\n {2}5\.1 .*: "Nurses make .*" \(old\.txt\)$/m,
  )
  expect(ran[1]!.said()).toMatch(/^ {2}9\.6 Legal help on site: Yes, ".*" \(old\.txt\)$/m)
  expect(text.match(/on: 2024-03-01/g)).toHaveLength(2)
  expect(text).not.toContain('from: old.txt')
  expect(ran[3]!.said()).toContain('Since old.txt: 1 clause changed.\nThat counts the words you agreed.')
  const redline = ran[3]!.out()
  expect(redline).toContain('[-Nurses make a referral by phone to the lawyer.')
  expect(redline).toContain('by phone or by email.+}')
  expect(redline).toContain('[-Only in old.txt-]')
  expect(redline).toContain('[-Signed for Law-]')
  // But for numbers, what is neither put in nor taken out is what the old paper says.
  const unmarked = redline
    .replace(/^>.*$|<br>|^# Schedule \d+|\{\+[\s\S]*?\+\}|\[-[\s\S]*?-\]/gm, '')
    .match(/\p{L}{2,}/gu)!
  expect(unmarked.filter((word) => !files['old.txt'].includes(word))).toEqual([])
  expect(redline).not.toContain('A lawyer will work on site')
  expect(redline).toMatch(/^No dogs may come into the waiting room/m)
  const gone = await hjp(text, ['mou', '--since', 'adopted'], {
    files: { 'prompts/10-our-own.yaml': all['/home/keeper/prompts/10-our-own.yaml']! },
  })
  expect(gone.said()).toContain('is not beside the partnership file any more')
})

test('identical words are never shown as changed, whatever of ours leads to them and however they are broken', async () => {
  const old =
    '# Agreement\n\n## Who does what\n\nThe table says it:\n\n| Who | What |\n| --- | --- |\n| Nurse | Sends the form |\n| Lawyer | Calls within two days |\n'
  const list = `clauses:
  - prompt: "4.4"
    text: "The table says it:\\nWho: Nurse; What: Sends the form\\nWho: Lawyer; What: Calls within two days"
`
  const rows = 'Who: Nurse; What: Sends the form\n\nWho: Lawyer; What: Calls within three days'
  const { last } = await course(
    { 'old.md': old, 'list.yaml': list },
    [['adopt', 'old.md', '--answers', 'list.yaml']],
    [['agree', '--adopted', '--yes']],
    [['agree', '4.4', rows]],
    [['mou', '--since', 'adopted', '--format', 'md', '--out', '-']],
  )
  expect(last.out()).toMatch(
    /\{\+We will share the work as follows:\+\}\n\n\[-The table says it:-\]\s+Who: Nurse; What: Sends the form\n\nWho: Lawyer; What: Calls within \[-two-\]\{\+three\+\} days/,
  )
})

test('nobody agrees to what was taken in unless someone says so', async () => {
  const { ran, text } = await course(files, TAKE, [['agree', '--adopted']])
  expect(ran[1]!.said()).toContain('would agree to this')
  expect(ran[1]!.said()).toContain('Add *--yes* to write all of it.')
  expect([ran[1]!.code, text]).toEqual([2, ran[0]!.text])
})

const TWO = {
  'old.txt': 'Referral\n\nBy phone.\n\nHours\n\nOn Mondays.\n',
  'list.yaml':
    'clauses:\n  - { prompt: "5.1", text: "By phone." }\n  - { prompt: "4.4", text: "On Mondays." }\n',
  'new.txt': 'Referral\n\nBy email.\n',
  'new.yaml': 'clauses:\n  - { prompt: "5.1", text: "By email." }\n',
}
const TAKE_TWO: [string[]][] = [TAKE, [['adopt', 'new.txt', '--answers', 'new.yaml']]]

test('of several agreements of before one is agreed at a time, which is named, asked for or refused', async () => {
  const day = ['--yes', '--on', '2022-05-14']
  const { ran, text } = await course(
    TWO,
    ...TAKE_TWO,
    [['agree', '--adopted', ...day]],
    [['agree', '5.1', '--adopted', '--on', '2022-05-14']],
    [['check']],
    [['status']],
    [['agree', '--adopted', 'old.txt', ...day]],
  )
  const [, taken, unnamed, one, check, status, named] = ran
  expect(taken!.said()).toContain('*hjp agree --adopted new.txt --on <the day>*')
  for (const refused of [unnamed!, one!]) {
    expect([refused.code, refused.text]).toEqual([2, taken!.text])
    expect(refused.said()).toContain('name the one that you mean: old.txt, new.txt.')
  }
  expect(check!.printed).toContain('hjp agree --adopted new.txt')
  expect(status!.printed).toContain('hjp agree --adopted old.txt')
  expect(named!.said()).toContain('2 clauses, agreed by')
  // What the other says on the same question waits on.
  expect(text).toContain('By email.')
  const asked = await course(TWO, ...TAKE_TWO, [
    ['agree', '--adopted', '--on', '2024-03-01'],
    ['new.txt', 'yes'],
  ])
  expect(asked.text.match(/on: 2024-03-01/g)).toHaveLength(1)
  expect(asked.text).toContain('By phone.')
  const wrong = await course(TWO, ...TAKE_TWO, [['agree', '5.1', 'other.txt', '--adopted']])
  expect(wrong.last.said()).toContain('hjp has no agreement *other.txt* of before. It has old.txt, new.txt.')
})

test.each([
  ['by its name', ['--adopted', 'old.txt'], 'old.txt'],
  ['as the copy', ['--adopted', '--copy', 'old.txt'], 'old.txt'],
  ['as the other copy', ['--copy', 'new.txt'], 'new.txt'],
  ['not at all', ['--adopted'], undefined],
])('of several agreements of before the one that was signed is named: %s', async (_, how, document) => {
  const sign = (by: string, partner: string, on: string): [string[]] => [
    ['sign', ...how, '--by', by, '--for', partner, '--on', on],
  ]
  const { text, last } = await course(
    TWO,
    ...TAKE_TWO,
    sign('Ana', 'legal', '2022-05-14'),
    sign('Tom', 'health', '2022-05-16'),
  )
  expect(/^ {4}document: (.*)$/m.exec(text)?.[1]).toBe(document)
  if (document) expect(knownOn(text, '2026-11-16').known.partnership.agreements).toHaveLength(1)
  else expect(last.said()).toContain('name the one that you mean: old.txt, new.txt.')
})

test('adopted words are printed as they stand, and ours lead to them only once they are reworded', async () => {
  const OUR_WORDS = /We will not give these kinds of help|A lawyer will work on site/
  const letter = 'Services\n\nDuties of Gunyah. It drives people\n\nStep: Form; Who: Social worker\n'
  const list = `clauses:
  - prompt: "9.4"
    text: Duties of Gunyah. It drives people
  - prompt: "9.6"
    decision: yes
    text: "Step: Form; Who: Social worker"
`
  const { ran } = await course(
    { 'old.txt': letter, 'list.yaml': list },
    TAKE,
    [['agree', '9.4', '--adopted', '--on', '2024-03-01', '--by', 'legal'], []],
    [['agree', '--adopted', '--yes', '--on', '2024-03-01', '--by', 'legal']],
    [['mou', '--format', 'md', '--out', '-']],
    [['mou', '--short', '--format', 'md', '--out', '-']],
    [['worksheet', '--for', 'health', '--confirm', '--format', 'txt', '--out', '-']],
    [['check']],
    [['agree', '9.4', 'duties of Gunyah', '--on', '2024-03-02'], []],
    [['mou', '--format', 'md', '--out', '-']],
  )
  const [, agree, , mou, short, sheet, check, , reworded] = ran.map(({ printed }) => printed)
  expect(agree).not.toContain('It will read')
  for (const document of [mou, short, sheet]) {
    expect(document).not.toMatch(OUR_WORDS)
    expect(document).toMatch(/Duties of Gunyah\. It drives people(?!\.)/)
    expect(document).toContain('Step: Form; Who: Social worker')
  }
  expect(check).not.toContain('does not read as a sentence')
  expect(reworded).toContain('We will not give these kinds of help as part of this work: duties of Gunyah.')
})

test('adopted words keep their first letter on the cover, and nothing of ours is announced before them', async () => {
  const { ran } = await course(
    {
      'old.txt': 'Term\n\nHow long\n\nit runs until 30 June 2027.\n\nReferral\n\nBy phone.\n',
      'list.yaml':
        'clauses:\n  - { prompt: "9.2", text: "How long\\nit runs until 30 June 2027." }\n  - { prompt: "5.1", text: By phone. }\n',
    },
    TAKE,
    [['agree', '--adopted', '--yes']],
    [['mou', '--format', 'md', '--out', '-']],
    [
      ['ask', '5.1'],
      ['everyone', '', '', CTRL_C],
    ],
    [['agree', '5.1', 'By email.']],
    [
      ['ask', '5.1'],
      ['everyone', '', '', CTRL_C],
    ],
  )
  const [, , mou, ask, , later] = ran.map(({ printed }) => printed)
  expect(mou).toMatch(/\| How long \| it runs until 30 June 2027\./)
  const announced = 'printed as they stand. If you reword them: Say it as a sentence'
  expect(ask!.replace(/\s+/g, ' ')).toContain(announced)
  expect(later!.replace(/\s+/g, ' ')).not.toContain('as they stand')
  expect(later).toContain('Say it as a sentence')
})

test('a bare yes in an agreement of before is read with its question', async () => {
  const { last } = await course(
    {
      'old.txt': 'On site\n\nYes.\n',
      'list.yaml': 'clauses:\n  - { prompt: "9.6", decision: yes, text: "Yes." }\n',
    },
    TAKE,
    [['agree', '--adopted', '--yes']],
    [['mou', '--format', 'md', '--out', '-']],
  )
  expect(last.out()).toContain('A lawyer will work on site')
})

test('nothing that was agreed since, and no decision that nobody made, is agreed in one go', async () => {
  const undecided = { ...files, 'list.yaml': LIST.replace('    decision: yes\n', '') }
  const { ran, text } = await course(
    undecided,
    TAKE,
    [['agree', '5.1', 'Otherwise.']],
    TAKE,
    [['agree', '--adopted', '--yes']],
    [['agree', '9.6', '--adopted', '--decision', 'yes']],
    [['agree', '--adopted', '--yes']],
  )
  expect(ran[3]!.said()).toContain(
    '9.6 Legal help on site, if it is a yes: *hjp agree 9.6 --adopted --decision yes*',
  )
  expect(text).toContain('Otherwise.')
  expect(text).not.toContain('Nurses make')
  expect(ran[5]!.said()).toContain('No words of an earlier agreement wait for a yes')
})

const SITE = 'The lawyer attends the clinic each week.'

test('a follow-up that is agreed to while its question is no yes is told everywhere, and in no document', async () => {
  const followUp = LIST.replace('prompt: 9.6', 'prompt: 9.6a').replace('    decision: yes\n', '')
  const md = ['--format', 'md', '--out', '-']
  const { ran } = await course(
    { ...files, 'list.yaml': followUp },
    TAKE,
    [['agree', '--adopted', '--yes']],
    [['show', '9.6a']],
    [['mou', ...md]],
    [['mou', '--short', ...md]],
    [['mou', '--since', 'adopted', ...md]],
    [['agree', '9.6', 'Yes, on Mondays.', '--decision', 'yes']],
    [['show', '9.6a']],
    [['mou', ...md]],
    [['mou', '--since', 'adopted', ...md]],
  )
  const [, agreed, show, mou, letter, since, , shownNow, mouNow, sinceNow] = ran.map((each) => each.printed)
  expect(agreed).toContain(
    'Agreed, but in no document yet:\n  9.6a Days and space, until 9.6 Legal help on site is a yes: *hjp ask 9.6*',
  )
  expect(show).toContain('- in no document until 9.6 is a yes: hjp ask 9.6')
  expect(show).toContain('Will be printed once 9.6 is a yes:')
  for (const each of [mou, letter])
    expect(each).toContain(
      '- Days and space: the decision on 9.6 Legal help on site is not a yes. _hjp ask 9.6_',
    )
  expect(since).toContain(`[-${SITE}`)
  expect(shownNow).toContain('Printed:')
  expect(mouNow).toContain(SITE)
  expect(mouNow).not.toContain('not a yes')
  expect(sinceNow).toMatch(new RegExp(`(?<!\\[-)${SITE}`))
})

const SIGN = ['sign', '--by', 'Ana Ruiz', '--for', 'legal', '--on', '2024-03-01']
const AGREE: [string[]] = [['agree', '--adopted', '--yes', '--on', '2024-03-01']]
const SINCE: [string[]] = [['mou', '--since', 'signed', '--format', 'md', '--out', '-']]

test('what was signed is the old paper, with which copies and what is agreed since are compared', async () => {
  const agreed: [string[]][] = [[['agree', '5.1', 'By email.']], [['agree', '4.3', 'We email.']]]
  for (const order of [
    [AGREE, [SIGN], ...agreed],
    [AGREE, ...agreed, [SIGN]],
    [[SIGN], AGREE, ...agreed],
  ]) {
    const { ran, text } = await course(
      { ...files, 'copy.txt': OLD_TEXT.replace('two working days', 'ten working days') },
      TAKE,
      ...(order as [string[]][]),
      SINCE,
      [['verify', 'old.txt']],
      [['verify', 'copy.txt']],
    )
    const signed = ran.find(({ printed }) => printed.includes('signed by Ana Ruiz'))!
    expect(signed.said()).toContain('What you signed is old.txt. The agreement that hjp writes is a draft')
    expect(signed.said()).not.toContain('blank')
    const [since, verified, other] = ran.slice(-3)
    expect(since!.said()).toContain(
      'Since old.txt, which you signed: 1 clause changed, 1 clause added.\nBoth are in the order of hjp',
    )
    expect(since!.out()).toContain('{+We email.+}')
    expect(since!.out()).not.toMatch(/\{\+[^}]*No dogs/)
    expect([verified!.code, verified!.out()]).toEqual([
      0,
      'old.txt is what you signed, and its words are as you took them in.\n',
    ])
    expect(other!.code).toBe(1)
    expect(other!.out()).toContain(
      'copy.txt differs from the words of old.txt, which you signed, in 1 place:',
    )
    expect(other!.out()).toContain('Referral: changed')
    expect(text).toContain('    document: old.txt\n')
    expect(text.split('\nagreements:')[1]!.match(/^ {6}[a-z-]+\/[a-z-]+: s/gm)).toHaveLength(3)
  }
})

test('an old paper that is not as it was taken in is told', async () => {
  const { text } = await course(files, TAKE, AGREE, [SIGN])
  const now = OLD_TEXT.replace('each week', 'each day')
  const own = (await course(files, TAKE)).last.file('prompts/10-our-own.yaml')!
  const setting = { files: { 'old.txt': now, 'prompts/10-our-own.yaml': own } }
  const { code, said, out } = await hjp(text, ['verify', 'old.txt'], setting)
  expect([code, out()]).toEqual([1, ''])
  expect(said()).toContain('is not as you took it in. Its words on these have changed or gone:\n  9.6 Legal')
})

test.each([
  ['signed before it was taken in', ['--on', '2024-03-01'], 'old.txt'],
  ['signed since', ['--on', '2026-11-16'], undefined],
  ['signed since, and named', ['--on', '2026-11-16', '--adopted'], 'old.txt'],
])('what was signed is told from ours: %s', async (_, on, document) => {
  const sign = ['sign', '--from', '2024-03-01', '--by', 'Ana', '--for', 'legal', ...on]
  const later = ['agree', '5.1', 'By email.', '--on', '2026-11-16']
  const { text } = await course(files, TAKE, AGREE, [later], [sign])
  expect(/^ {4}document: (.*)$/m.exec(text)?.[1]).toBe(document)
})

test('to take it in again moves what is elsewhere now, and writes nothing twice', async () => {
  const moved = LIST.replace('prompt: 5.1\n    text: The', 'prompt: 5.1b\n    text: The')
  const again = await course(files, TAKE, TAKE)
  expect(again.last.said()).toContain('identical')
  const { text } = await course({ ...files, 'other.yaml': moved }, TAKE, [
    ['adopt', 'old.txt', '--answers', 'other.yaml'],
  ])
  expect(text.match(/within two working days/g)).toHaveLength(1)
  expect(text.match(/Nurses make a referral/g)).toHaveLength(1)
  expect(text).toMatch(/response-times: s/)
})

test('questions of its own that somebody has reworded since stay when it is undone', async () => {
  const kept = new Map<string, string>()
  const own = 'prompts/10-our-own.yaml'
  const took = await hjp(file, TAKE[0], { files, kept })
  const reworded = took.file(own)!.replace('What have you agreed about Animals?', 'May dogs come in?')
  const undone = await hjp(took.text, ['undo'], { files: { [own]: reworded }, kept })
  expect([undone.text, undone.file(own)]).toEqual([file, reworded])
  expect(undone.said()).toContain(`*${own}* has changed since, so the questions of your own stay in it`)
})

test('it is undone in one go, and a dry run writes nothing', async () => {
  const { last } = await course(files, TAKE, [['undo']])
  expect(last.text).toBe(file)
  expect(last.file('prompts/10-our-own.yaml')).toBeUndefined()
  expect(last.said()).toContain('removed  prompts/10-our-own.yaml')
  const again = await course(files, TAKE, [['undo']], [['redo']])
  const taken = await course(files, TAKE)
  expect([again.text, again.last.file('prompts/10-our-own.yaml')]).toEqual([
    taken.text,
    taken.last.file('prompts/10-our-own.yaml'),
  ])
  const dry = await course(files, [['adopt', 'old.txt', '--answers', 'list.yaml', '--dry-run']])
  expect(dry.text).toBe(file)
  expect(dry.last.file('prompts/10-our-own.yaml')).toBeUndefined()
})

test.each([
  [
    'words that are not in it',
    'by phone to',
    'by fax to',
    'clauses.1: "Nurses make a referral by fax to the lawyer." is not in old.txt word for word',
  ],
  ['a question that there is not', 'prompt: 9.6', 'prompt: 9.99', 'There is no prompt or part *9.99*'],
  [
    'a decision where none is asked for',
    'prompt: 5.1\n    text: The',
    'prompt: 5.1\n    decision: yes\n    text: The',
    'clauses.2: this prompt is not a yes-or-no question',
  ],
  ['two places for one piece', 'own: Animals', 'own: Animals\n    prompt: 5.1', 'clauses.4: Keep one of'],
  [
    'somebody who could be a client in a title',
    'own: Animals',
    'own: Our client Jane Doe',
    'could identify a client',
  ],
])('a list with %s is refused whole', async (_, from, to, said) => {
  const { last, text } = await course({ ...files, 'list.yaml': LIST.replace(from, to) }, TAKE)
  expect(last.code).toBe(2)
  expect(last.said()).toContain(said)
  expect(text).toBe(file)
  expect(last.file('prompts/10-our-own.yaml')).toBeUndefined()
})

test('where a clause is refused, no question of their own is written either', async () => {
  const told = (words: string) => words.replace('No dogs may', 'Our client Jane Doe may not')
  const { last, text } = await course({ 'old.txt': told(OLD_TEXT), 'list.yaml': told(LIST) }, TAKE)
  expect(last.said()).toContain('could identify a client')
  expect(text).toBe(file)
  expect(last.file('prompts/10-our-own.yaml')).toBeUndefined()
})

test('a list says which of its places are a guess', async () => {
  const { last } = await course(files, [['adopt', 'old.txt', '--list', '-']])
  expect(last.out()).toContain('- prompt: "5.1" # Referral pathways;')
  expect(last.out()).toContain('- prompt: "4.3" # a guess: Contact between meetings;')
})

test('a copy to sign tells what is agreed and not in it', async () => {
  const undecided = riverbend.replace(
    /(- prompt: agreement-terms\/embedded-legal-help\n(?: {4}.*\n)*?.*decision: )yes/,
    '$1no',
  )
  const agreed = await hjp(undecided, ['agree', '9.6a', 'On Mondays.'])
  const { said } = await hjp(agreed.text, ['mou', '--final'])
  expect(said()).toContain(
    'Agreed, but not in it:\n  Days and space, until 9.6 Legal help on site is a yes: *hjp ask 9.6*',
  )
})

test('words that were allowed as they were taken in are when they are agreed', async () => {
  const told = (words: string) => words.replace('No dogs may', 'Nguyen lost her dog, and none may')
  const { ran, text } = await course(
    { 'old.txt': told(OLD_TEXT), 'list.yaml': told(LIST) },
    [[...TAKE[0], '--allow', 'Nguyen is our dog']],
    [['agree', '--adopted', '--yes']],
    [['check']],
  )
  expect(ran.map(({ code }) => code).slice(0, 2)).toEqual([0, 0])
  expect(text.match(/allowed: Nguyen is our dog \(w/g)).toHaveLength(1)
  expect(ran[2]!.printed).not.toContain('Nguyen')
})

test('in a terminal each piece is shown with three questions, and saved as it is placed', async () => {
  const replies = [
    'what-we-do/referral-pathways',
    'what-we-do/referral-pathways',
    'another',
    'legal help on site',
    'yes',
    'own',
    '',
  ]
  const { last, text } = await course(files, [['adopt', 'old.txt'], replies])
  expect(last.asked).toMatchSnapshot()
  expect(last.printed).toMatchSnapshot()
  expect(text).toContain('our-own/animals')
  expect(text.match(/decision: yes/g)).toHaveLength(1)
})

const PARTIES = `This deed is made on the 14th day of May 2022
between Law (ABN 51 000 111 222) of 8 Mill Lane, Kestrel; and
Clinic, of 100 Base Road, Kestrel.

Referral

1. Nurses make a referral by phone to the lawyer.
`

test.each([
  ['Law (WCCLC), ABN 51 000 111 222, of 8 Mill Lane; and Clinic', 'WCCLC'],
  ['Law (ABN 51 000 111 222) ("the Service") and Clinic', 'the Service'],
  ['Law (hereinafter referred to as “Harbour Law”) and Clinic', 'Harbour Law'],
  ['Law (ABN 51 000 111 222) of 8 Mill Lane; and Clinic (“SFHS”)', undefined],
])('what a party is called below is its short name: %s', async (between, short) => {
  const old = `This deed is made between ${between}.\n\n${CLAUSE}`
  const { text } = await course(
    { 'old.txt': old },
    [['adopt', 'old.txt', '--list', 'list.yaml']],
    [['adopt', 'old.txt', '--answers', 'list.yaml']],
  )
  expect(knownOn(text, '2026-11-16').known.partnership.partners[0]!.short).toBe(short)
})

test('what it says of the partners is taken in where the file says nothing of it, and its day is offered', async () => {
  const { ran, text } = await course(
    { 'old.txt': PARTIES },
    [['adopt', 'old.txt', '--list', 'list.yaml']],
    [['adopt', 'old.txt', '--answers', 'list.yaml']],
  )
  expect(text).toContain('registration: ABN 51 000 111 222')
  expect(text).toContain('8 Mill Lane, Kestrel')
  expect(text).toContain('100 Base Road, Kestrel')
  expect(ran[1]!.said()).toContain('*hjp agree --adopted --on "14 May 2022"*')
  const asked = await course({ 'old.txt': PARTIES }, [
    ['adopt', 'old.txt'],
    ['yes', 'no', 'what-we-do/referral-pathways'],
  ])
  expect(asked.text).toContain('8 Mill Lane')
  expect(asked.text).not.toContain('100 Base Road')
  const known = fileOf('').replace('name: Law,', 'name: Law, address: 1 Elsewhere,')
  const kept = await hjp(known, ['adopt', 'old.txt', '--answers', '-'], {
    files: { 'old.txt': PARTIES },
    input: 'partners: { legal: { address: 8 Mill Lane } }',
  })
  expect(kept.text).toContain('1 Elsewhere')
})

test.each([
  ['3 May 2021', 'Signed for Law, 17 May 2021\n\nSigned for Clinic, 9 May 2021', '"17 May 2021"'],
  ['3 May 2021', 'Signed for Law\n\nDate: 17th May, 2021', '"17 May, 2021"'],
  ['3 May 2021', 'Signed for Law, 17/5/21', '<the day>'],
  ['3 May 2021', 'Signed for Law, 17 Sept. 2021', '<the day>'],
  ['3 May 2021', 'Signed for Law\n\nDate: ______', '"3 May 2021"'],
])(
  'the day that is offered is the one on which the last party signed: made on %s, %s',
  async (made, end, day) => {
    const old = `This agreement is made on ${made} between Law and Clinic.\n\n${CLAUSE}\n${end}\n`
    const { last } = await course(
      { 'old.txt': old },
      [['adopt', 'old.txt', '--list', 'list.yaml']],
      [['adopt', 'old.txt', '--answers', 'list.yaml']],
    )
    expect(last.said()).toContain(`*hjp agree --adopted --on ${day}*`)
  },
)

const CLAUSE = 'Referral\n\n1. Nurses make a referral by phone to the lawyer.\n'

test.each([
  ['This is made between Law (ABN 1) of 8 Mill Lane; and Clinic, of 100 Base Road.', '', []],
  [
    'This is made between The Law, Clinic Ltd (ABN 2) of 1 High Street and the Harbour Trust.',
    '',
    ['Harbour Trust'],
  ],
  ['BETWEEN\n\n(1) HARBOUR TRUST of 1 Infirmary Road; and\n\n(2) CLINIC', '', ['HARBOUR TRUST']],
  ['BETWEEN Harbour Trust (“the Trust”) AND Law\n\nWHEREAS\n\nHOW WE WORK', '', ['Harbour Trust']],
  ['Harbour Trust Inc (ABN 3) ("the Trust")\n\nLaw', '', ['Harbour Trust Inc']],
  ['', 'Signed for and on behalf of Harbour Trust by its delegate', ['Harbour Trust']],
  ['', 'Signed for Harbour Trust by Mara Bell, 3 May 2021', ['Harbour Trust']],
  ['', 'Signed for Gunyah by Mara Bell, 3 May 2021', ['Gunyah']],
  ['', 'Signed for the Clinic ........ Date ........\n\nSigned by Ana Ruiz for Law', []],
  [
    'between Harbour Trust and Law\n\nDated 1 March 2024',
    'Signed for HT: Ana Ruiz, Principal',
    ['Harbour Trust'],
  ],
  ['between Harbour Trust and Law', 'Signed for HT ........\n\nSigned for Law ........', ['Harbour Trust']],
])('a party that the file does not have is told: %s %s', async (head, end, told) => {
  const old = `AGREEMENT\n\n${head}\n\n${CLAUSE}\n${end}\n`
  const { last } = await course({ 'old.txt': old, 'empty.yaml': 'clauses: []' }, [
    ['adopt', 'old.txt', '--answers', 'empty.yaml'],
  ])
  const named = [...last.said().matchAll(/names a party that is not in the file: (.*?)\. If/g)]
  expect(named.map(([, name]) => name)).toEqual(told)
})

test('one can go back, stop, and go on where it stopped', async () => {
  const { ran, text } = await course(
    files,
    [
      ['adopt', 'old.txt'],
      ['what-we-do/referral-pathways', CTRL_C],
    ],
    [
      ['adopt', 'old.txt'],
      ['leave', 'another', '/b', 'leave', 'leave'],
    ],
  )
  expect(ran[0]!.said()).toContain('Continue with *hjp adopt old.txt*')
  expect(text).toContain('Nurses make a referral')
  expect(ran[1]!.asked.some((each) => each.includes('Nurses'))).toBe(false)
  expect(ran[1]!.code).toBe(0)
})

test('a piece can be joined with the one above, whether that is placed or not', async () => {
  const placed = await course(files, [
    ['adopt', 'old.txt'],
    ['what-we-do/referral-pathways', 'above', CTRL_C],
  ])
  const both = 'Nurses make a referral by phone to the lawyer.\n\n          The lawyer makes contact'
  expect(placed.text).toContain(both)
  const back = await course(files, [
    ['adopt', 'old.txt'],
    ['later', '/b', 'later', 'above', 'another', '5.1', CTRL_C],
  ])
  expect(back.text).toContain(both)
  expect(back.last.asked.join('\n')).toContain('|above|another|')
})

test('what is left out is not asked about again, and what is put off is', async () => {
  const adopt = ['adopt', 'old.txt']
  const all = (reply: string) => Array.from({ length: 4 }, () => reply)
  const { ran, text } = await course(files, [adopt, all('later')], [adopt, all('leave')], [adopt, []])
  expect(ran.map(({ asked }) => asked.length)).toEqual([4, 4, 0])
  expect(ran[0]!.text).toBe(file)
  expect(ran[0]!.out()).toContain('not placed yet: hjp adopt asks about these again')
  expect(ran[2]!.out()).toContain('of old.txt left out\n')
  expect(text).toMatch(/left: s[0-9a-f]{10}( s[0-9a-f]{10})*\n/)
  const named = await course(files, [adopt, ['another', '5.1', CTRL_C]])
  expect(named.last.said()).toContain('That is 5.1 Referral pathways.')
})

test.each([
  ['scan.docx', scanned, 'shows pictures of pages and has no words'],
  ['old.pdf', async () => '%PDF-1.7', 'hjp cannot take in a PDF such as *old.pdf*'],
  ['old.odt', async () => 'PK\x03\x04', 'damaged'],
  ['empty.txt', async () => ' \n ', 'There are no words in *empty.txt*'],
  ['old.rtf', async () => '{\\rtf1 Hello}', 'hjp needs LibreOffice'],
])('%s is refused with what to do', async (name, bytes, said) => {
  const { last } = await course({ [name]: await bytes() }, [['adopt', name, '--json']])
  expect(last.code).toBe(2)
  expect(last.said()).toContain(said)
})

test('a list that is there is never written over', async () => {
  const { last, files: all } = await course(files, [['adopt', 'old.txt', '--list', 'list.yaml']])
  expect(last.code).toBe(2)
  expect(last.said()).toContain('may have your changes in it')
  expect(String(all['list.yaml'])).toBe(LIST)
})
