import { describe, expect, test } from 'vitest'
import { glossary } from '../src/core/agreement/glossary.ts'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { library, riverbend, runner } from './memory-world.ts'

const { written } = runner({ library, today: '2026-11-16' })
/** The same without a table. */
const without = (table: string): string =>
  riverbend.replace(new RegExp(`^${table}:\n(?:(?: .*)?\n)+`, 'm'), `${table}: []\n`)

/** The agreement as text. */
const agreement = async (text: string, args: string[] = [], files: Record<string, string> = {}) =>
  (await written(text, ['mou', ...args], 'md', { files })).toString()
const lines = (text: string, sought: RegExp): string[] => text.split('\n').filter((line) => sought.test(line))

test('each decision has words of its own in the agreement, and nothing else has', () => {
  const prompts = promptsOf(library.parts)
  expect(prompts.filter(({ clause }) => clause)).toEqual(prompts.filter(({ decision }) => decision))
  for (const { clause } of prompts)
    for (const words of clause ? [clause.yes, clause.no] : []) expect(words).toMatch(/^[A-Z].+\.$/)
})

describe('the schedules of an agreement', () => {
  test('are counted by what is there, and so is what refers to them', async () => {
    const text = await agreement(without('contributions'))
    expect(lines(text, /^# Schedule/)).toEqual([
      '# Schedule 1: Who to contact',
      '# Schedule 2: Where the money comes from',
      '# Schedule 3: What is collected, and how',
      '# Schedule 4: Workplan',
      '# Schedule 5: Words of the field',
    ])
    expect(text).toContain('_Each source: see Schedule 2._')
    expect(text).not.toContain('In detail')
  })

  test('tell how things are measured, and nothing that was found', async () => {
    const text = await agreement(riverbend)
    const told = text.slice(text.indexOf('# Schedule 4'), text.indexOf('# Schedule 5'))
    expect(told).toContain('| count | Room bookings, every six months | Riverbend Health |')
    expect(told).toContain('asked of each person')
    for (const found of ['171', '23 of 40', 'I said it to the nurse']) expect(told).not.toContain(found)
    const unasked = riverbend.replace('        consent: no\n', '')
    expect(await agreement(unasked)).toContain('**[whether it was asked of each person]**')
  })

  test('can be replaced, added to, and referred to', async () => {
    const schedule = (title: string, words: string) => `---\ntitle: ${title}\n---\n${words}\n`
    const text = await agreement(riverbend, [], {
      'templates/mou-schedules/10-contacts.hbs': schedule('Our desk', 'Ring the desk.'),
      'templates/mou-schedules/15-form.hbs': schedule(
        'Referral form',
        'Used in {{{ref "mou/referral-pathways"}}}, and see {{{ref "mou-schedules/funding"}}}.',
      ),
    })
    expect(lines(text, /^# Schedule [12]/)).toEqual(['# Schedule 1: Our desk', '# Schedule 2: Referral form'])
    expect(text).toContain('Used in section 13, and see Schedule 4.')
  })

  test('stay out where only some sections are wished, and what refers to others names them', async () => {
    const text = await agreement(riverbend, ['--section', 'ending', 'roles', 'information'])
    expect(text).not.toMatch(/Schedule|In detail/)
    expect(text).toContain('_Information after the end: see also section 2._')
    expect(await agreement(riverbend, ['--section', 'ending'])).toContain('see also “Sharing information”._')
  })
})

test('each who signs has a block, and so has a partner of whom nobody is known yet', async () => {
  const second = '      - role: signatory\n        name: Lee Tran\n'
  const text = await agreement(
    riverbend.replace(/ {6}- role: signatory\n {8}name: Robert Anand\n/, (all) => second + all),
  )
  const signed = text.slice(text.indexOf('# Signatures'), text.indexOf('# Schedule 1'))
  expect(lines(signed, /^\| (Signed|Name|Position)/)).toEqual([
    '| Signed for | Riverbend Community Legal Centre Inc. |',
    '| Name | Lee Tran |',
    '| Position |  |',
    '| Signed for | Riverbend Community Legal Centre Inc. |',
    '| Name | Robert Anand |',
    '| Position | Chief executive |',
    '| Signed for | Riverbend Health |',
    '| Name | Graeme Liddell |',
    '| Position | Chief executive |',
  ])
  expect(
    lines(await agreement(riverbend.replaceAll('role: signatory', 'role: deputy')), /^\| Name \|/),
  ).toEqual(['| Name |  |', '| Name |  |'])
})

const FIELD = [
  'Case coordination',
  'Conflict of interest',
  'De-identified',
  'In kind',
  'Joint advocacy',
  'Legal health check',
  'Lived experience',
  'Mandatory report',
  'Privilege',
  'Pro bono',
  'Professional indemnity',
  'Secondary consultation',
  'Trauma-informed',
  'Warm referral',
]

describe('the glossary', () => {
  const words = (clauses: string[], terms: Record<string, string>, explained = '') =>
    glossary(clauses, { terms }, explained).map(({ word }) => word)

  test('has only words that stand in the clauses, and first those of the partnership', () => {
    const clauses = [
      'Each patient may have warm referrals.',
      'Privileged is not privilege.',
      'A de-identified count.',
    ]
    expect(
      words(clauses, { client: 'patient', mou: 'charter', partnership: 'health justice partnership' }),
    ).toEqual(['Patient', 'De-identified', 'Privilege', 'Warm referral'])
    expect(words(['The client is told.'], { client: 'client' })).toEqual([])
    expect(
      glossary(['Solicitors will ring.'], { terms: { lawyer: 'solicitor', lawyers: 'solicitors' } }, ''),
    ).toEqual([{ word: 'Solicitor', means: 'Elsewhere: lawyer.' }])
    expect(words(['Status and glass.'], { glass: 'pane', status: 'standing' })).toEqual([])
    expect(words(['A pane of good standing.'], { status: 'standing' })).toEqual(['Standing'])
  })

  test('says of each word what it means', () => {
    expect(words([FIELD.join(', ')], {})).toEqual(FIELD)
    for (const { word, means } of glossary([FIELD.join(', ')], { terms: {} }, ''))
      expect(`${word}: ${means}`).toMatch(/: [A-Z].{9,}\.$/)
    const own = glossary(['Our charter.'], { terms: { mou: 'charter' } }, '')
    expect(own).toEqual([
      { word: 'Charter', means: 'This document. Elsewhere: memorandum of understanding.' },
    ])
  })

  test('leaves out what the partners explain themselves', () => {
    expect(words(['Each patient counts.'], { client: 'patient' })).toEqual(['Patient'])
    expect(words(['Each patient counts.'], { client: 'patient' }, 'A patient is who comes.')).toEqual([])
    expect(words(['A warm handover.'], {}, 'By "warm handover" we mean a walk down the hall.')).toEqual([])
  })
})
