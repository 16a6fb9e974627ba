import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import { unagreed } from './known.ts'
import { library, riverbend, runner, small } from './memory-world.ts'

const { hjp } = runner({ library, today: '2026-11-16' })

/** What somebody is to talk about, by its clause, after a reply came in. */
async function talks(reply: string, setting: Parameters<typeof hjp>[2] = {}, args: string[] = ['--yes']) {
  const name = reply.startsWith('From:') ? 'back.eml' : 'back.txt'
  const given = ['import', name, '--as', 'health', ...args]
  const run = await hjp(riverbend, given, { ...setting, files: { [name]: reply } })
  const { answers } = readYaml('f', run.text, Partnership)
  const told = answers.flatMap(({ prompt, proposals }) =>
    proposals.flatMap(({ for: what, text, partner }) =>
      what === 'talk' && partner === 'health' ? [`${prompt}: ${text}`] : [],
    ),
  )
  return { ...run, told }
}

test('comments on the agreement by its clauses are kept with their prompts, to be talked about', async () => {
  const comments =
    'Hi Mara, comments on the MOU draft.\n\n5.1: please say twice a term.\n\n12.1 - "10am" should be "10:00".\n'
  const { told, out, code } = await talks(comments)
  expect(told).toEqual([
    'agreement-terms/embedded-legal-help: "10am" should be "10:00".',
    'agreement-terms/principles: please say twice a term.',
  ])
  expect(out()).toContain('9.6 Legal help on site\n     Riverbend Health comments on clause 12.1.')
  expect(out()).toContain('Hi Mara, comments on the MOU draft.')
  expect(code).toBe(0)
})

test('the same comments a second time are nothing new', async () => {
  const once = await talks('Clause 12.1: ten, please.')
  const files = { 'back.txt': 'Clause 12.1: ten, please.' }
  const twice = await hjp(once.text, ['import', 'back.txt', '--as', 'health', '--yes'], { files })
  expect(twice.text).toBe(once.text)
  expect(twice.said()).toContain('Nothing in it is new')
})

test('a letter has clauses of its own', async () => {
  expect((await talks('On your letter of understanding:\n\n3.3: ten, please.')).told).toEqual([
    'agreement-terms/embedded-legal-help: ten, please.',
  ])
})

const sent = (on: string, words: string) =>
  `From: Maree <maree@x.example>\nTo: a@x.example\nSubject: Re: draft MOU\nDate: ${on}\nContent-Type: text/plain\n\n${words}\n`
const dayOf = (day: string) => ({
  commit: { hash: 'abc1234', author: 'Ana', day, subject: '' },
  text: unagreed(riverbend, 'getting-to-know/drivers'),
  before: [],
})
const history = {
  versions: [dayOf('2026-11-02')],
  head: riverbend,
  isShallow: false,
}

test.each([
  ['a clause that has its number still', 'Clause 5.1: no.', ['agreement-terms/principles: no.'], ''],
  [
    'a clause that has another by now',
    'Clause 5.2: no.',
    [],
    'not clear which clause is meant:\n     Clause 5.2: no.',
  ],
  [
    'one whose words are quoted',
    'Clause 5.2: who sits on the "community panel"?',
    ['health-systems/patient-voice: who sits on the "community panel"?'],
    '',
  ],
])('a reply is about the draft of its day: %s', async (_, words, wanted, shown) => {
  const { told, out } = await talks(sent('Mon, 2 Nov 2026 09:00:00 +1100', words), { history })
  expect(told).toEqual(wanted)
  expect(out()).toContain(shown)
})

test.each([
  ['a clause that has its number still', 'Clause 5.1: no.', ['agreement-terms/principles: no.']],
  ['a clause that has another by now', 'Clause 5.2: no.', []],
  [
    'one whose words are quoted',
    'Clause 5.2: who sits on the "community panel"?',
    ['health-systems/patient-voice: who sits on the "community panel"?'],
  ],
])('a reply of an unknown day may be about a draft of a month ago: %s', async (_, words, wanted) => {
  const monthAgo = { ...history, versions: [dayOf('2026-10-16')] }
  expect((await talks(words, { history: monthAgo })).told).toEqual(wanted)
  const older = { ...history, versions: [dayOf('2026-10-17')] }
  expect((await talks('Clause 5.2: no.', { history: older })).told).toHaveLength(1)
})

test.each([
  ['On the draft of 2 November:\n\nClause 5.2: no.', ['health-systems/patient-voice: no.'], ''],
  ['On your Nov 2nd draft:\n\nClause 5.2: no.', ['health-systems/patient-voice: no.'], ''],
  ['On the MOU dated Monday 2 November 2026:\n\nClause 5.2: no.', ['health-systems/patient-voice: no.'], ''],
  [
    'On the draft of 2 February:\n\nClause 5.1: no.',
    [],
    'not clear which clause is meant:\n     Clause 5.1: no.',
  ],
  ['Since 2 November we have read it:\n\nClause 5.2: no.', ['getting-to-know/drivers: no.'], ''],
])('a reply that names the day of its draft is about that: %s', async (words, wanted, shown) => {
  const { told, out } = await talks(sent('Mon, 9 Nov 2026 09:00:00 +1100', words), { history })
  expect(told).toEqual(wanted)
  expect(out()).toContain(shown)
})

test.each(['Q5.1: Twice a term.', 'Question 5.1: Twice a term.', 'q 5.1 Twice a term.'])(
  'what a document calls a question is none of its clauses: %s',
  async (words) => {
    const { told, out } = await talks(`Comments on the MOU draft.\n\n${words}\n\n12.1: ten, please.`)
    expect(told).toEqual(['agreement-terms/embedded-legal-help: ten, please.'])
    expect(out()).toContain('5.1 Referral pathways')
  },
)

const BARE = '5.1: twice a term, please.\n'

test('a number that could be a clause or a question is shown, with what says which it is', async () => {
  const { told, printed, text } = await talks(BARE)
  expect([told, text]).toEqual([[], riverbend])
  expect(printed).toContain('a clause or a question, which is not clear:\n     5.1: twice a term, please.')
  expect(printed).toContain('Say which they are: *--numbers clauses* or *--numbers questions*')
})

test.each([
  ['clauses', ['agreement-terms/principles: twice a term, please.']],
  ['questions', []],
])('it is what --numbers says: %s', async (numbers, wanted) => {
  const { told, out } = await talks(BARE, {}, ['--yes', '--numbers', numbers])
  expect(told).toEqual(wanted)
  expect(out()).toContain(numbers === 'clauses' ? '9.17 How we treat people' : '5.1 Referral pathways')
})

test('the keeper is asked where someone is there', async () => {
  const { told, asked } = await talks(BARE, { replies: ['clauses', 'all'] }, [])
  expect(asked[0]).toMatch(/^Numbers like 5\.1 in it could be clauses of the agreement or our questions/)
  expect(told).toEqual(['agreement-terms/principles: twice a term, please.'])
})

test.each([
  ['that is quoted', 'Q5.1: By phone.', '> ', '', ['5.1: By phone.']],
  ['whose quotation marks are lost', 'Hello Ana,\n\nQ5.1: By phone.', '', '', ['5.1: By phone.']],
  ['with both answers', 'Q5.1: By phone.\nQ5.3: Yes.', '', '', ['5.1: By phone.', '5.3: Yes.']],
  // Who wrote what follows is no part of an answer.
  ['below words that nobody knows', 'Q5.1: By phone.', '', 'Ana, last week:\n', []],
])('an answer with its number stands above a form %s', async (_, above, mark, header, wanted) => {
  const form = await hjp(small, ['worksheet', '5.1', '5.3', '--for', 'health', '--format', 'txt'])
  const reply = `${above}\n\n${header}${form.out().replace(/^/gm, mark)}`
  const run = await hjp(small, ['import', 'a.txt', '--as', 'health', '--yes'], { files: { 'a.txt': reply } })
  const numbers: Record<string, string> = {
    'what-we-do/referral-pathways': '5.1',
    'what-we-do/secondary-consultation': '5.3',
  }
  const said = readYaml('f', run.text, Partnership).answers.flatMap(({ prompt, perspectives }) =>
    perspectives.flatMap(({ partner, said: words }) =>
      partner === 'health' && words ? [`${numbers[prompt]}: ${words}`] : [],
    ),
  )
  expect(said, run.printed).toEqual(wanted)
})

const OLD =
  'MEMORANDUM OF UNDERSTANDING\n\n5.1 Clinic staff will refer people.\n\n12.1 A lawyer attends on Tuesdays.\n'
const SECTIONS =
  '5. Referral\n\n5.1 Clinic staff will refer people.\n\n12. The lawyer\n\n12.1 A lawyer attends.\n'

test.each([
  ['by its title', OLD, false],
  ['by its title, below a name', `Northside Clinic\n\n${OLD}`, false],
  ['by the numbers of its headings', SECTIONS, false],
  ['and not comments on ours', `Our comments on the\n\n${OLD}`, true],
  ['and not one numbered heading', SECTIONS.replace('12. The lawyer\n\n', 'MOU:\n\n'), true],
  ['and not what has a clause of ours', `${SECTIONS}\n5.2 CLAUSE\n\nMOU`, true],
])('an agreement from elsewhere is known %s', async (_, words, isReply) => {
  const { agreed } = readYaml('f', riverbend, Partnership).answers.find(
    ({ prompt }) => prompt === 'agreement-terms/principles',
  )!
  const reply = words.replace('5.2 CLAUSE', `5.1 ${agreed!.text}`)
  const { told, printed, text } = await talks(reply)
  expect(told.length > 0, printed).toBe(isReply)
  if (isReply) return
  expect(text).toBe(riverbend)
  expect(printed).toContain('12.1 A lawyer attends')
  expect(printed).toContain('*hjp adopt back.txt* takes in an agreement from before.')
  expect((await talks(reply, {}, ['--yes', '--numbers', 'clauses'])).told).toHaveLength(2)
})
