import { describe, expect, test } from 'vitest'
import { foldedWords } from '../src/core/search/words.ts'
import { library, riverbend, runner } from './memory-world.ts'

// Words are found wherever they stand, with whoever said them, and with the documents that print them.

const { hjp } = runner({ library, today: '2026-11-16' })
const hidden = library.parts.flatMap(({ prompts }) => prompts).find((prompt) => prompt.private)!

const file = `# Ana keeps the badger of this file.
version: 1
name: Hillside
partners:
  - { id: legal, name: Hill Law, sector: legal, people: [{ role: liaison, name: José Badger }] }
  - { id: health, name: Hill Health, sector: health, left: 2026-11-01, why-left: Too many badgers. }
answers:
  # 5.1 How do badgers get from one to the other?
  - prompt: what-we-do/referral-pathways
    perspectives:
      - { partner: legal, said: We badgered them. It rained., on: 2026-11-02 }
    agreed:
      text: Badgers will be told.
      on: 2026-11-03
    proposals:
      - { partner: health, for: agreed, text: No badger., on: 2026-11-04 }
    notes:
      - { partner: health, by: Bo Li, text: Which badger?, on: 2026-11-04 }
  - prompt: what-we-do/training
    parked: Until the badger is gone.
  - prompt: ${hidden.id}
    perspectives:
      - { partner: legal, said: The badger is secret. }
actions:
  - { id: call, what: Call the badger, owner: health, from: m1 }
stakeholders:
  - { id: zoo, name: The zoo, interest: It wants a badger. }
indicators:
  - { id: seen, measure: Badgers seen, readings: [{ on: 2026-10-01, value: "3", note: A badger more }] }
meetings:
  - { id: m1, on: 2026-11-03, decisions: [The badger stays.] }
conflicts:
  - { at: actions call what, other: Call the badgers' owner }
`

test('words are found wherever they stand, with who said them and when', async () => {
  const run = await hjp(file, ['find', 'BADGERS'])
  await expect(`${run.out()}${run.said()}\n`).toMatchFileSnapshot('golden/found.txt')
})

test.each([
  ['whatever the accents', ['jose'], 'José Badger'],
  ['of several in any order', ['told', 'badger'], 'Badgers will be told.'],
  ['in another form', ['raining'], 'It rained.'],
  ['by how it begins', ['rain'], 'It rained.'],
])('%s', async (_, words, found) => {
  expect((await hjp(file, ['find', ...words])).out()).toContain(found)
})

test('what is nowhere is said, with the nearest word there is', async () => {
  const run = await hjp(file, ['find', 'bagder'])
  expect([run.code, run.out()]).toEqual([0, ''])
  expect(run.said()).toBe('Nothing in the file says "bagder". Did you mean *badger*?')
})

describe('the documents that print it', () => {
  test('are those that print it, and no others', async () => {
    const counts = new Map<string, number>()
    for (const word of foldedWords(riverbend)) counts.set(word, (counts.get(word) ?? 0) + 1)
    const rare = [...counts].flatMap(([word, n]) => (n === 1 && /^[a-z]{8,}$/.test(word) ? [word] : []))
    const words = rare.filter((_, n) => n % Math.ceil(rare.length / 25) === 0)
    const printed = new Map<string, string>()
    const wrong: string[] = []
    let compared = 0
    for (const word of words) {
      const finds: Found[] = JSON.parse((await hjp(riverbend, ['find', word, '--json'])).out())
      const [one] = finds.filter(({ found }) =>
        found.some(({ sentences }) => foldedWords(sentences.join(' ')).includes(word)),
      )
      if (!one || finds.length > 1) continue
      compared += 1
      for (const command of COMMANDS) {
        const args = [
          ...command.split(' '),
          '--format',
          FORMATS[command.split(' ')[0]!] ?? 'md',
          '--out',
          '-',
        ]
        if (!printed.has(command))
          printed.set(command, foldedWords((await hjp(riverbend, args)).out()).join(' '))
        const says = one.documents.includes(command)
        if (says !== ` ${printed.get(command)} `.includes(` ${word} `))
          wrong.push(`${word} in ${command}: ${says}`)
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(12)
  })
})
type Found = { found: { sentences: string[] }[]; documents: string[] }

const COMMANDS = [
  'agenda',
  'case',
  'contributions',
  'email --about prompts',
  'handover',
  'logic',
  'map',
  'minutes --date 2026-10-06',
  'minutes --date 2026-08-04',
  'mou',
  'mou --short',
  'page',
  'protocol',
  'report',
  'workplan',
  'welcome --for health',
  'worksheet --for health',
]
const FORMATS: Record<string, string> = { worksheet: 'txt' }
