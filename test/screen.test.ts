import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readYaml } from '../src/core/file/yaml.ts'
import {
  isBritishColumbian,
  isChi,
  isCompany,
  isHealthIndex,
  isLuhn,
  isMedicare,
  isNhs,
  isTaxFile,
} from '../src/core/screen/check-digits.ts'
import { tellingIn } from '../src/core/screen/screen.ts'
import { exampleFile } from './memory-world.ts'

// What the screen finds and passes, in sentences of the sort that partnerships write down.

const people = ['riverbend', 'harbor', 'first-steps'].flatMap(
  (name) => readYaml(name, exampleFile(name), Partnership).partners,
)
const known = {
  names: people.flatMap((partner) => partner.people.flatMap(({ name }) => name?.replace(/,.*/, '') ?? [])),
  reached: people.flatMap(({ address, people }) => [
    ...(address ? [address] : []),
    ...people.flatMap(({ email, phone }) => [email ?? [], phone ?? []].flat()),
  ]),
}
const found = (sentence: string) => tellingIn(sentence, known, false)
const sentences = (name: string) =>
  readFileSync(`test/screen/${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

test('where staff are named, a name is one of theirs, however it is called', () => {
  const inStaff = (text: string) => tellingIn(text, known, true).map(({ words }) => words)
  for (const name of ['Uncle Ray Mills', 'Mrs T. Nguyen', 'Aunty Lorraine Mills (Elder)', 'Mr K. Ono'])
    expect(inStaff(name)).toEqual([])
  expect(inStaff('Sees our client Dimitri Kostas')).toEqual(['Dimitri Kostas'])
  // Whom something belongs to is another than those who are named.
  for (const name of ['Mrs. Tran’s choir', "Mr Ono's sister"]) expect(inStaff(name)).toHaveLength(1)
  expect(inStaff('Mr Smith’s Pharmacy')).toEqual([])
})

test('of sentences that tell who a client is, hardly one passes', () => {
  const all = sentences('identifying')
  const missed = all.filter((sentence) => found(sentence).length === 0)
  const recall = 100 - (100 * missed.length) / all.length
  process.stdout.write(`Recall: ${recall.toFixed(1)} % of ${all.length} sentences.\n`)
  expect(all.length).toBeGreaterThanOrEqual(300)
  expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(95)
})

test('of sentences that tell of nobody, hardly one is stopped', () => {
  const all = sentences('harmless')
  const stopped = all.filter((sentence) => found(sentence).length > 0)
  const alarms = (100 * stopped.length) / all.length
  process.stdout.write(`False alarms: ${alarms.toFixed(1)} % of ${all.length} sentences.\n`)
  expect(all.length).toBeGreaterThanOrEqual(600)
  expect(alarms, stopped.join('\n')).toBeLessThanOrEqual(2)
})

test('it says what it is, why it tells, and which words', () => {
  const text = 'Our client Jane Doe, DOB 4/3/1985, lives at 14 Wattle Street.'
  const all = found(text)
  expect(all.map(({ what, words }) => `${what}: ${words}`)).toEqual([
    'a name: Jane Doe',
    'a date of birth: 4/3/1985',
    'an address: 14 Wattle Street',
  ])
  for (const { at, words } of all) expect(text.slice(...at)).toBe(words)
})

describe('check digits', () => {
  test.each([
    ['Medicare', isMedicare, ['2123456701', '3323159758'], ['2123456711', '1123456701', '212345670']],
    ['NHS', isNhs, ['9434765919', '9998094305'], ['9434765918', '1111111111', '943476591']],
    ['CHI', isChi, ['2908660652'], ['9434765919', '2908660653']],
    ['tax file', isTaxFile, ['279227080'], ['279227081', '27922708']],
    ['company', isCompany, ['011494581', '004085616'], ['011494582']],
    ['British Columbia', isBritishColumbian, ['9063788877'], ['9063788876', '8063788877']],
    ['Luhn', isLuhn, ['046454286', '8003607978300160'], ['046454287']],
    ['NHI', isHealthIndex, ['ZAC5361', 'ZBN77VL'], ['ZAC5362', 'ZBN77VM', 'ZIC5361', 'ZAC536']],
  ])('%s', (_, holds, right, wrong) => {
    expect(right.filter(holds)).toEqual(right)
    expect(wrong.filter(holds)).toEqual([])
  })
})

test.each([
  ['The client is Zorblax Quen.', ['a name']],
  ['The client was Housed in May.', []],
  ['The client Zorblax rang.', ['a name']],
  ['Zorblax rang.', []],
])('of a name that nobody knows, %s', (words, what) => {
  expect(found(words).map((each) => each.what)).toEqual(what)
})

test.each([
  ['R.J. rang to say it is over.', 'R.J. Act is the name of a law.', 'R.J.'],
  ['J. Quen was discharged.', 'J. Quen (2020) found that it works.', 'J. Quen'],
  ['mrs quen rang', 'a delay of 200 ms is fine', 'quen'],
  ['Saw rosalind today.', 'Saw people today.', 'rosalind'],
  ['王秀英 needs an interpreter.', '王医生 will interpret.', '王秀英'],
  ['Bà Zorblax cần thông dịch viên.', 'Bà is a word for an old lady.', 'Zorblax'],
  ['Shirley Tran v Director of Housing', 'Mabo v Queensland', 'Shirley Tran'],
  ['Julian Knight owes rent.', 'The Julian Knight Program owes rent.', 'Julian Knight'],
  ['Papadakis was evicted.', 'Footscray was evicted from the league.', 'Papadakis'],
  ['Ruiz, A. - rent', 'Schedule, A - rent', 'Ruiz, A.'],
  ['Client initials KMR', 'Client initials here', 'KMR'],
  ['The patient, known as Spider, rang.', 'The service is known as Spider.', 'Spider'],
  ['SPR/2024/0331 in the Housing Chamber', 'SPR/2024/0331 in the file', 'SPR/2024/0331'],
  ['Bond 1042233-87', 'Bond of 1042 dollars', '1042233-87'],
])('of %s it finds the name or number, and nothing of %s', (telling, harmless, words) => {
  expect(found(telling).map((each) => each.words)).toContain(words)
  expect(found(harmless)).toEqual([])
})

test.each([
  ['She is the only Samoan dialysis patient at the clinic.', 'She is the only Samoan nurse at the clinic.'],
  ['The two sisters who run the fish shop are being sued.', 'The two sisters who run the fish shop came.'],
  ['The bishop’s driver was sacked.', 'The bishop was sacked.'],
  ['She was in the paper for losing both legs.', 'She was in the paper for the launch.'],
])('of %s it finds a description, and none of %s', (telling, harmless) => {
  expect(found(telling).map((each) => each.what)).toEqual(['a description that fits one person'])
  expect(found(harmless)).toEqual([])
})

test.each([
  ['2123 45670 1', 'a Medicare number'],
  ['943 476 5919', 'an NHS number'],
  ['9063 788 877', 'a personal health number'],
  ['ZAC5361', 'a national health index number'],
  ['046 454 286', 'a social insurance or tax file number'],
  ['204 123 456A', 'a Centrelink number'],
  ['AB 12 34 56 C', 'a National Insurance number'],
  ['123-45-6789', 'a social security number'],
  ['1EG4-TE5-MK73', 'a Medicare beneficiary number'],
  ['TREM 8001 0112', 'a health insurance number'],
  ['8003 6079 7830 0160', 'a healthcare identifier'],
  ['G12YX345', 'the file number of a court or tribunal'],
  ['046 454 287', 'a phone number'],
])('%s by itself is %s', (words, what) => {
  expect(found(words).map((each) => each.what)).toEqual([what])
})

test.each([
  ['Her card is 1234567897.', ['a number that identifies someone']],
  ['1234 567 897', ['a health card number']],
  ['1234-567-890', []],
  ['1234567890AB', ['a health card number']],
  ['1234 567 890 AB', ['a health card number']],
])('of a health card, %s', (words, what) => {
  expect(found(words).map((each) => each.what)).toEqual(what)
})

const PIECES = [
  ...[
    'Mr ',
    'A',
    'A ',
    'a@',
    'a@a.',
    '1 ',
    '12-',
    'Aa ',
    'Aa, ',
    'born ',
    'the only ',
    'client ',
    '1/',
    '(0',
  ],
  ...['in Aa ', "O'", 'lives ', 'who ', 'Éé', 'Aa-', 'DOB ', 'Medicare no ', '12 Aa ', 'Mr A ', 'case no '],
  ...['ab12 ', 'the Aa of the ', 'Aa B. ', '+1 ', 'Ana ', 'client Ana ', ' ', '.', 'née ', 'aged 34 in Aa '],
]
test('40 KB of anything takes no longer than a moment', () => {
  const slow = PIECES.flatMap((piece) => {
    const text = piece.repeat(Math.ceil(40_960 / piece.length))
    const before = process.cpuUsage()
    tellingIn(text, known, false)
    const { user, system } = process.cpuUsage(before)
    // An expression that looks again and again would take minutes; what else the machine does, a little.
    const took = (user + system) / 1000
    return took > 1500 ? [`${JSON.stringify(piece)}: ${took} ms`] : []
  })
  expect(slow).toEqual([])
})
