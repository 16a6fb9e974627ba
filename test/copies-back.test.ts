import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { LEVELS, RATINGS } from '../src/core/file/tables.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import {
  byNumber,
  copies,
  ids,
  type Marks,
  marksOf,
  ordered,
  respondents,
  textOf,
  tickedIn,
  wantedOf,
} from './marked-copies.ts'
import { library, runner, small } from './memory-world.ts'
import { runs } from './programs.ts'
import { edited } from './zipped.ts'

// Copies of a questionnaire that come back: every mark where it belongs, and nobody's name.

const { hjp } = runner({ library, today: '2026-11-16' })

/** How people answer a text: under each mark, beside it, or with the numbers alone above what is quoted. */
const REPLIES: Record<string, (text: string, marks: Marks) => string> = {
  under: (text, marks) =>
    byNumber(marks).reduce(
      (all, [number, mark]) => all.replace(`answer to Q${number}:`, `$&\n${mark}`),
      text,
    ),
  beside: (text, marks) =>
    byNumber(marks).reduce((all, [number, mark]) => all.replace(`answer to Q${number}:`, `$& ${mark}`), text),
  numbers: (text, marks) =>
    `Here you are.\n\n${byNumber(marks)
      .map(([number, mark]) => `${number} ${mark.toLowerCase()}`)
      .join('\n')}\n\nBo Lindqvist\n\nOn 3 Nov 2026, Ana wrote:\n${text.replace(/^/gm, '> ')}`,
}

const asFile = (text: string): [name: string, bytes: string] => ['.txt', text]
const asMail = (text: string): [name: string, bytes: string] => [
  '.eml',
  `From: Bo Lindqvist <bo.lindqvist@hillhealth.example>\nDate: Mon, 16 Nov 2026 10:00:00 +1100\nSubject: Re: form\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${text}`,
]

/** What is in the file when all have come back at once. */
async function bring(files: Record<string, string | Uint8Array>, file = small) {
  const made = await hjp(file, ['import', ...Object.keys(files), '--yes'], { files })
  return { ...made, marks: marksOf(made.text) }
}

const MANY = runs(200)
const answering = respondents(MANY).filter((marks) => byNumber(marks).length > 0)

test(`${MANY} copies in Word: every mark is there, and none is anywhere else`, async () => {
  const made = await copies(answering.length, 'docx')
  const files = Object.fromEntries(
    made.map(({ bytes }, n) => [`Bo Lindqvist ${n}.docx`, tickedIn(bytes, answering[n]!)]),
  )
  const { code, marks, text, printed } = await bring(files)
  expect(code).toBe(0)
  expect(marks).toEqual(ordered(made.map((copy, n) => wantedOf(copy.code, answering[n]!))))
  expect(text + printed).not.toMatch(/Lindqvist/i)
})

test.each(
  Object.keys(REPLIES).flatMap((how) => [
    [how, 'a text', asFile] as const,
    [how, 'an email', asMail] as const,
  ]),
)('copies answered %s, in %s', async (how, _, send) => {
  const made = await copies(answering.length, 'eml')
  const texts = await Promise.all(made.map(async ({ bytes }) => textOf(bytes)))
  const files = Object.fromEntries(
    texts.map((text, n) => {
      const [ending, reply] = send(REPLIES[how]!(text, answering[n]!))
      return [`${n}${ending}`, reply]
    }),
  )
  const { marks, text, printed } = await bring(files)
  expect(marks).toEqual(ordered(made.map((copy, n) => wantedOf(copy.code, answering[n]!))))
  expect(text + printed).not.toMatch(/Lindqvist/i)
})

const yes = (n: number): Marks => ({
  ratings: ids.map((_, at) => RATINGS[(at + n) % 3]),
  level: LEVELS[n % 4],
})

/** What a liaison sends: a message with other files or messages in it. */
const bundle = (...parts: string[]) =>
  `From: Bo Lindqvist <bo.lindqvist@hillhealth.example>\nDate: Mon, 16 Nov 2026 10:00:00 +1100\nSubject: All of ours\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHere are ours: mine and Ana's.\n\nBo Lindqvist\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--`
const attached = (name: string, bytes: Uint8Array) =>
  `Content-Type: application/octet-stream; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(
    bytes,
  )
    .toString('base64')
    .replace(/(.{76})/g, '$1\n')}`

test('what a liaison collected comes home from one email, and nothing of who sent it', async () => {
  const made = await copies(3, 'docx')
  const mail = bundle(...made.map(({ bytes }, n) => attached(`Ana Ruiz ${n}.docx`, tickedIn(bytes, yes(n)))))
  const { marks, text, printed, out, said } = await bring({ 'all.eml': mail })
  expect(marks).toEqual(ordered(made.map(({ code }, n) => wantedOf(code, yes(n)))))
  expect(text + printed).not.toMatch(/Lindqvist|Ruiz|bo\.l/i)
  expect(out().split('\n').filter(Boolean)).toHaveLength(3)
  expect(said()).toContain('What the email itself says is not kept.')
})

test('messages that are passed on are each a copy', async () => {
  const made = await copies(2, 'eml')
  const texts = await Promise.all(made.map(({ bytes }) => textOf(bytes)))
  const replies = texts.map((text, n) => asMail(REPLIES['under']!(text, yes(n)))[1])
  const mail = bundle(...replies.map((reply) => `Content-Type: message/rfc822\n\n${reply}`))
  const { marks, text } = await bring({ 'all.eml': mail })
  expect(marks).toEqual(ordered(made.map(({ code }, n) => wantedOf(code, yes(n)))))
  expect(text).not.toMatch(/Lindqvist/)
})

test('several copies in one text are not told apart by guessing', async () => {
  const texts = await Promise.all((await copies(2, 'eml')).map(({ bytes }) => textOf(bytes)))
  const made = await bring({ 'all.txt': texts.join('\n') })
  expect(made.said()).toContain('2 copies of a form are in one text')
  expect(made.text).toBe(small)
})

test('a file that cannot be read keeps none of the others out', async () => {
  const [copy] = await copies(1, 'docx')
  const { marks, code, said } = await bring({ 'bad.docx': 'PK', 'good.docx': tickedIn(copy!.bytes, yes(1)) })
  expect(marks).toEqual([wantedOf(copy!.code, yes(1))])
  expect([code, said()]).toEqual([1, expect.stringContaining('bad.docx')])
})

test.each([
  ['A and B', 'is not one answer, so it stays open: A and B'],
  ['A bit', 'stays open: A bit'],
  ['C. B on bad days', 'stays open: C. B on bad days'],
  ['C, and sometimes B', 'stays open: C, and sometimes B'],
  ['D', 'stays open: D'],
])('"%s" is no mark', async (typed, told) => {
  const [copy] = await copies(1, 'eml')
  const text = (await textOf(copy!.bytes)).replace('answer to Q1.1:', `$& ${typed}`)
  const made = await bring({ 'a.txt': text.replace('answer to Q1.2:', '$& B') })
  expect(made.marks.map(({ ratings }) => ratings)).toEqual([{ affected: 'B' }])
  expect(made.out()).toContain(told)
})

test.each([
  'a',
  'A.',
  'A: Yes, this describes us',
  'Yes, this describes us',
  'A. We do try.',
  'A, we try',
  'a - we try',
  'A (we try)',
])('"%s" is a mark', async (typed) => {
  const [copy] = await copies(1, 'eml')
  const text = (await textOf(copy!.bytes)).replace('answer to Q1.1:', `$& ${typed}`)
  const made = await bring({ 'a.txt': text })
  expect(made.marks.map(({ ratings }) => ratings)).toEqual([{ concerned: 'A' }])
  expect(made.said().includes('not kept')).toBe(typed.includes('try'))
})

test('two boxes ticked in Word are told, and neither is taken; what is written beside is not kept', async () => {
  const [copy] = await copies(1, 'docx')
  const both = edited(tickedIn(copy!.bytes, { ratings: ['A'], level: undefined }), {
    'word/document.xml': (xml) =>
      xml.replace('☐', '☒').replace('Thank you.', 'Thank you. Bo Lindqvist wrote this.'),
  })
  const made = await bring({ 'a.docx': both })
  expect(made.out()).toContain('1.1 is not one answer, so it stays open: ☒ A ☒ B ☐ C')
  expect(made.text).toBe(small)
  expect(made.printed).not.toContain('Lindqvist')
  expect(made.said()).toContain('Words beside the marks are not kept')
})

test('a copy that comes again brings what is new in it, and no other mark unasked', async () => {
  const [copy] = await copies(1, 'docx')
  const half: Marks = { ratings: ['A', 'B'], level: undefined }
  const first = await bring({ 'a.docx': tickedIn(copy!.bytes, half) })
  expect((await bring({ 'a.docx': tickedIn(copy!.bytes, half) }, first.text)).said()).toContain(
    'Nothing in it is new',
  )
  const more = { ratings: ['A', 'B', 'C'], level: undefined }
  const second = await bring({ 'a.docx': tickedIn(copy!.bytes, more) }, first.text)
  expect(second.marks).toEqual([wantedOf(copy!.code, more)])
  const other = { 'a.docx': tickedIn(copy!.bytes, { ratings: ['C', 'B'], level: undefined }) }
  const third = await bring(other, second.text)
  expect([third.text, third.code]).toEqual([second.text, 1])
  expect(third.out()).toContain('It has come back before, and 1 mark differ')
  const asked = (reply: string) =>
    hjp(second.text, ['import', 'a.docx'], { files: other, replies: [reply] }).then(({ text }) =>
      marksOf(text),
    )
  expect(await asked('first')).toEqual(second.marks)
  expect(await asked('last')).toEqual([wantedOf(copy!.code, { ratings: ['C', 'B', 'C'], level: undefined })])
  expect((await asked('both')).map(({ ratings }) => ratings['concerned'])).toEqual(['A', 'C'])
})

test.each([
  ['2026-10-16', '2026-11-16'],
  ['2026-10-17', '2026-10-17'],
  ['2026-11-16', '2026-11-16'],
  ['2026-12-15', '2026-12-15'],
  ['2026-12-16', '2026-11-16'],
])('beside a round of %s, a copy of 16 November is for that of %s', async (on, wanted) => {
  const [copy] = await copies(1, 'docx')
  const rounds = `${small}rounds: [{ on: ${on}, questionnaire: six-requirements, marks: [{ partner: legal, ratings: { concerned: A } }] }]\n`
  const files = { 'a.docx': tickedIn(copy!.bytes, yes(1)) }
  const made = await hjp(rounds, ['import', 'a.docx', '--yes'], { files, today: '2027-01-20' })
  const all = readYaml('', made.text, Partnership).rounds
  expect(all.find(({ marks }) => marks.some(({ by }) => by === copy!.code))!.on).toBe(wanted)
})

test.each([
  [['--confirm'], '*--confirm* does not go with a questionnaire'],
  [['--copies', '0'], 'expects a number from 1 to 200'],
  [['--copies', '201'], 'expects a number from 1 to 200'],
  [['--copies', '2', '--out', 'a.docx'], '2 copies are 2 files'],
  [['--copies', '2', '--format', 'txt', '--out', '-'], '2 copies are 2 files'],
])('%j is refused', async (more, told) => {
  const made = await hjp(small, ['worksheet', 'six-requirements', '--for', 'health', ...more])
  expect([made.code > 0, made.said()]).toEqual([true, expect.stringContaining(told)])
})

test('copies in plain text are files, and one alone is shown', async () => {
  const made = await copies(2, 'txt')
  expect(made.map(({ bytes, code }) => String(bytes).includes(code))).toEqual([true, true])
  const one = await hjp(small, ['worksheet', 'six-requirements', '--for', 'health', '--format', 'txt'])
  expect([one.said().includes('created'), one.out()]).toEqual([false, expect.stringContaining('answer to Q')])
})

test('copies are of questionnaires, and a copy without its code is refused', async () => {
  expect((await hjp(small, ['worksheet', '5.1', '--for', 'health', '--copies', '2'])).said()).toContain(
    '*--copies*',
  )
  const [copy] = await copies(1, 'eml')
  const made = await bring({ 'a.txt': (await textOf(copy!.bytes)).replace(`/${copy!.code}`, '') })
  expect(made.said()).toContain('has lost its code')
})
