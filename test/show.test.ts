import { expect, test } from 'vitest'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { fileOf } from './known.ts'
import { library, riverbend, runner } from './memory-world.ts'

const { hjp, after } = runner({ library, today: '2026-11-16' })

const file = `version: 1
name: Hillside
partners:
  - { id: legal, name: Hill Law, sector: legal }
  - { id: health, name: Hill Health, sector: health }
answers:
  - prompt: what-we-do/referral-pathways
    perspectives:
      - { partner: legal, said: By phone., on: 2026-11-02 }
    agreed:
      text: By phone, both ways.
      lead: legal
      by: [legal]
      on: 2026-11-03
      review: 2027-05-01
    proposals:
      - { partner: health, for: agreed, text: By form., on: 2026-11-04 }
    notes:
      - { partner: health, by: Bo Li, text: Whose phone?, on: 2026-11-04 }
actions:
  - { id: phone, what: Buy a phone, owner: health, due: 2026-12-01, about: "5.1" }
  - { id: other, what: Paint it }
milestones:
  - { what: Phones in both services, about: what-we-do/referral-pathways, end: 2027-02-01 }
meetings:
  - { on: 2026-11-03, prompts: [what-we-do/referral-pathways] }
  - { on: 2026-12-01, agenda: ["5.1"] }
`

test('a prompt is shown with all that is known of it', async () => {
  const run = await hjp(file, ['show', '5.1'])
  await expect(run.out()).toMatchFileSnapshot('golden/shown.txt')
  expect([run.code, run.said()]).toEqual([0, ''])
})

test('several are shown in turn, and a private one says so', async () => {
  const { prompts } = library.parts.find(({ id }) => id === 'what-we-do')!
  const run = await hjp(file, ['show', 'what-we-do'])
  for (const { number } of prompts) expect(run.out()).toContain(`hjp log ${number}\n`)
  const hidden = promptsOf(library.parts).find((prompt) => prompt.private)!
  expect((await hjp(file, ['show', hidden.number])).out()).toContain('private: kept from documents')
  expect((await hjp(file, ['show', '77.1'])).code).toBe(2)
})

test('where it says that a clause is printed, the agreement and the letter print it', async () => {
  const shown = JSON.parse((await hjp(riverbend, ['show', 'what-we-do', 'agreement-terms', '--json'])).out())
  const mark = (number: string) => `Mark${number.replace('.', 'x')}k`
  const answers = shown.flatMap(({ number, agreed }: { number: string; agreed?: { decision?: string } }) =>
    // What is not agreed yet stands among what a draft leaves out, with the reason.
    agreed && agreed.decision !== 'not-yet'
      ? [[number, { agreed: { text: `The ${mark(number)} will come.`, decision: agreed.decision } }]]
      : [],
  )
  const input = JSON.stringify(Object.fromEntries(answers))
  const { text } = await hjp(riverbend, ['ask', '--answers', '-'], { input })
  const documents: Record<string, string> = {}
  for (const [name, args] of [
    ['the agreement', ['mou']],
    ['the letter', ['mou', '--short']],
  ] as const)
    documents[name] = (await hjp(text, [...args, '--format', 'md', '--out', '-'])).out()
  const now = JSON.parse((await hjp(text, ['show', 'what-we-do', 'agreement-terms', '--json'])).out())
  const wrong = now.flatMap(({ number, clause }: Shown) =>
    Object.keys(documents)
      .filter((name) => {
        const says = clause.printed && clause.places.some(({ document }) => document === name)
        return says !== documents[name]!.includes(mark(number))
      })
      .map((name) => `${number} in ${name}`),
  )
  expect(wrong).toEqual([])
})
type Shown = { number: string; clause: { printed: boolean; places: { document: string }[] } }

test.each([
  ['1.8', false],
  ['4.3', true],
])('who joined is told as not having agreed to %s only where that is a term', async (number, isTold) => {
  const { file } = await after(fileOf(''), [
    { args: ['agree', number, 'Because.'] },
    { args: ['join', 'Food Bank', '--sector', 'community'] },
  ])
  const run = await hjp(file, ['show', number])
  expect(run.printed.includes('has not agreed: Food Bank')).toBe(isTold)
})
