import { expect, test } from 'vitest'
import { clauseWords } from '../src/core/prompts/clause-words.ts'
import { fileOf } from './known.ts'
import { library, runner } from './memory-world.ts'

const { hjp } = runner({ library, today: '2026-11-16' })

/** What is asked and said when partners agree at the terminal, from the question of a clause on, and what the agreement then has. */
async function talk(args: string[], ...replies: string[]) {
  const { asked, said, out, file } = await hjp(fileOf(''), args, { replies })
  return { asked, said: said(), out: out(), file: file('partnership.yaml')! }
}

const EVERYONE = ['--as', 'everyone']

test('a decision is shown as the sentence that it becomes, and words go on from it', async () => {
  const { asked, said, out } = await talk(['ask', '5.3', ...EVERYONE], '', '', 'yes', 'Yes, by phone.')
  expect(said).toContain(
    'In the agreement this begins: "We will give each other\'s staff advice on helping\ntheir own clients."',
  )
  expect(asked[3]).toBe('How should this read in the agreement? (Enter for that sentence alone)')
  expect(out).toBe(
    "     It will read: We will give each other's staff advice on helping their own\n     clients, by phone.\n",
  )
})

test('Enter leaves it at that sentence', async () => {
  const { out, file } = await talk(['ask', '5.3', ...EVERYONE], '', '', 'no', '')
  expect(out).toBe('')
  expect(file).toContain('text: |-\n        No.\n')
})

test('words for another decision are not taken over', async () => {
  const file = fileOf(
    'answers:\n  - prompt: what-we-do/secondary-consultation\n    agreed: { decision: yes, text: "Yes, by phone." }\n',
  )
  const { said, text } = await hjp(file, ['ask', '5.3', ...EVERYONE], { replies: ['', '', 'no', ''] })
  expect(text).toContain('decision: no, text: No.')
  expect(said()).toContain('agreed → text: Yes, by phone.')
})

test('what is put off has no clause', async () => {
  const { asked, said } = await talk(['ask', '5.3', ...EVERYONE], '', '', 'not-yet', 'In May.')
  expect(asked[3]).toBe('What have you agreed? (Enter for "Not yet.")')
  expect(said).not.toContain('In the agreement')
})

test('other words are asked for as a sentence, or as what follows one; never as a bare yes', async () => {
  const { asked, said, out, file } = await talk(['ask', '5.1', ...EVERYONE], '', '', 'Yes.', 'By phone.')
  expect(said).toContain(
    'Say it as a sentence, such as "We will …". A list, or a few words, will follow\n"We will refer clients as follows:"',
  )
  expect(asked.slice(2, 4)).toEqual(Array(2).fill('How should this read in the agreement?'))
  expect(said).toContain('the clause has to say more than that.')
  expect(out).toBe('     It will read: We will refer clients as follows: by phone.\n')
  expect(file).not.toContain('Yes.')
})

test('a sentence needs no telling, and what is no term is asked as before', async () => {
  const sentence = await talk(['ask', '5.1', ...EVERYONE], '', '', 'We will call.')
  expect(sentence.out).toBe('')
  const hope = await talk(['ask', '1.7', ...EVERYONE], '', '', 'Yes.')
  expect(hope.asked.at(-2)).toBe('What do you all agree?')
  expect(hope.said + hope.out).not.toContain('greement')
})

test('agree asks in the same way where no words are given', async () => {
  const { asked, said, out } = await talk(['agree', '9.2'], '1 May – 30 June')
  expect(said).toContain('On what dates will your memorandum')
  expect(asked).toEqual(['How should this read in the agreement?'])
  expect(out).toContain('comes up for renewal as\n     follows: 1 May – 30 June.\n')
  const given = await talk(['agree', '9.2', 'From 1 May'], '')
  expect(given.asked).toEqual([])
})

const lead = (text: string) =>
  clauseWords({ opens: 'As follows:', agreed: { decision: undefined, text } }).lead

test.each([
  'The lawyer calls the client within two days.',
  'Staff phone the lawyer first, and email only what cannot wait.',
  'This memorandum replaces our letter of 6 May 2024.',
  'The nurse records what was agreed.',
  'The liaison checks each referral on Friday.',
  'Nobody’s care depends on it.',
  'Any partner may withdraw on 90 days’ notice; the others carry on.',
  "It's general information, not advice.",
])('a sentence stands alone: %s', (text) => {
  expect(lead(text)).toBe('')
})

test.each([
  ['we send them to Legal Aid', 'We send them to Legal Aid.'],
  ['clients hear of it first.', 'Clients hear of it first.'],
  ['headspace sends them on.', 'headspace sends them on.'],
])('what nothing leads to begins with a capital: %s', (text, words) => {
  expect(clauseWords({ agreed: { decision: undefined, text } })).toEqual({ lead: '', words })
})

test.each([
  '1 May – 30 June 2027',
  'May to November, then a break.',
  'Privacy Act 1988; Health Records Act 2001.',
  'By consensus of the three liaisons; each has one voice.',
  'Urgent: the lawyer calls on the same day.',
  'Room 1.14: door closes, no glass.',
  'Two calls a day, at ten and at three',
  'Anyone who is a patient here.',
  'Fewer people who lose their home.',
  'In the six months to June:\n- 212 people were asked\n- 38 said yes',
  'With consent:\n- a name\n- what it is about',
  'Criminal law; wills (we refer these)',
  '- by phone\n- we call back',
])('a fragment is led: %s', (text) => {
  expect(lead(text).trim()).toBe('As follows:')
})

test.each([
  ['By phone, and by post', 'by phone, and by post.'],
  ['Three months’ notice. The rest goes on', 'three months’ notice. The rest goes on.'],
  ['Legal Aid, by phone', 'Legal Aid, by phone.'],
  ['First Nations liaison, then the desk', 'First Nations liaison, then the desk.'],
  ['Nerida, until 5 pm', 'Nerida, until 5 pm.'],
  ['1 May – 30 June (two months)', '1 May – 30 June (two months).'],
  ['- by phone\n- by post', '- by phone\n- by post'],
  ['With consent:\n- a name\n\nNever: more than that', 'With consent:\n- a name\n\nNever: more than that.'],
  ['We will call', 'We will call.'],
  ['我们会打电话。', '我们会打电话。'],
  ['Staff ask "May we call?"', 'Staff ask "May we call?"'],
])('a clause goes on from a colon in small letters, and ends: %j', (text, words) => {
  expect(clauseWords({ opens: 'As follows:', agreed: { decision: undefined, text } }).words).toBe(words)
})
