import { expect, test } from 'vitest'
import { fileOf } from './known.ts'
import { library, runner } from './memory-world.ts'

const { written } = runner({ library, today: '2026-11-16' })
const agreement = async (text: string, ...args: string[]) =>
  (await written(text, ['mou', ...args], 'md')).toString()

const partner = (id: string, rest = '') => `  - { id: ${id}, name: Service ${id}, sector: health${rest} }\n`
const TWO = `partners:\n${partner('a', ', short: the clinic, legal-name: A Inc., notices: The manager')}${partner('b')}`
const FOUR = `partners:\n${['a', 'b', 'c', 'd'].map((id) => partner(id)).join('')}`
const LEADS = `answers:
  - prompt: what-we-do/training
    agreed: { text: We will train., lead: a, on: 2026-02-03 }
  - prompt: what-we-do/referral-pathways
    agreed: { text: We will refer., lead: together, on: 2026-03-03 }
  - prompt: agreement-terms/term
    agreed: { text: We will start in May., on: 2026-03-03 }
contributions:
  - { what: A room, partner: b, brings: A quiet one }
funding:
  - { source: Old grant, holds: b, until: 2026-01-01 }
`

/** The table of who leads, brings and holds what. */
const roles = async (text: string) =>
  /\n\| (What it does|Partner) \|.*\n.*\n((?:\|.*\n)+)/.exec(
    (await agreement(text, '--section', 'roles')).replaceAll('**', ''),
  )?.[0]

test('a partner goes by its short name in the agreement, and nowhere else', async () => {
  const text = await agreement(fileOf(LEADS, TWO))
  expect(text).toContain('_Lead: the clinic_')
  expect(text).toContain('| A Inc. | the clinic | **[registration number of A Inc.]** |')
  expect(text).toContain('| Signed for | A Inc. |')
  expect(text).not.toContain('Service a')
  expect((await written(fileOf(LEADS, TWO), ['handover'], 'md')).toString()).not.toContain('the clinic')
  expect(await agreement(fileOf(LEADS, TWO.replace('short: the clinic, ', '')))).toContain(
    '_Lead: Service a_',
  )
})

test('where notices go is told where somebody has said it', async () => {
  expect(await agreement(fileOf(LEADS, TWO))).toMatch(
    /\| For notices \|\n.*\n.*\| The manager \|\n.*address for notices of/,
  )
  expect(await agreement(fileOf(LEADS, TWO), '--section', 'parties')).toContain('The manager')
  expect(await agreement(fileOf(LEADS, FOUR))).not.toContain('notices')
})

test('what each leads, brings and holds stands side by side, or in rows where they are many', async () => {
  const table = (partners: string) => roles(fileOf(LEADS, partners))
  expect(await table(TWO)).toBe(`
| What it does | The clinic | Service b |
| --- | --- | --- |
| Leads | Referral pathways (together)<br>Training and relationships | Referral pathways (together) |
| Brings |  | A room |
`)
  expect(await table(FOUR)).toContain(`
| Partner | Leads | Brings |
| --- | --- | --- |
| Service a | Referral pathways (together)<br>Training and relationships |  |
`)
  expect(await agreement(fileOf('', TWO))).not.toContain('What it does')
})

test.each([
  ['later', ', joined: 2026-05-01', LEADS, true],
  ['on that day', ', joined: 2026-03-03', LEADS.replaceAll('on: 2026', 'by: [a, b], on: 2026'), true],
  [
    'before it, and was left out',
    ', joined: 2026-02-01',
    LEADS.replaceAll('on: 2026', 'by: [a, b], on: 2026'),
    false,
  ],
  ['from the start, and was left out', '', LEADS.replaceAll('on: 2026', 'by: [a, b], on: 2026'), false],
])(
  'what was agreed is led as before, and not by one that has not agreed, who is in %s',
  async (_, joined, answers, isLed) => {
    const table = await roles(
      fileOf(`${answers}  - { source: New grant, holds: c }\n`, TWO + partner('c', joined)),
    )
    expect(
      table?.includes(
        '| Leads | Referral pathways (together)<br>Training and relationships | Referral pathways (together) |  |',
      ),
    ).toBe(isLed)
  },
)

test('the sections that are named in quotation marks as binding are numbered', async () => {
  const status = (words: string) =>
    fileOf(`answers:
  - prompt: agreement-terms/legal-status
    agreed: { text: '${words}' }
  - prompt: agreement-terms/privilege-and-reporting
    agreed: { text: We will keep confidences. }
  - prompt: agreement-terms/term
    agreed: { text: We will start in May. }
`)
  const named = async (words: string) =>
    /_For the sections named here.*_/.exec(await agreement(status(words)))?.[0]
  expect(await named('Only "Confidentiality" and “How long it lasts” bind us.')).toBe(
    '_For the sections named here, see sections 4 and 7._',
  )
  expect(await named('Only "Ending" binds us.')).toBe('_For the sections named here, see section 10._')
  expect(await named('Only "Publicity" binds us, and confidentiality.')).toBeUndefined()
  expect(await named('Nothing in it binds us.')).toBeUndefined()
})

test('the days on which terms were agreed stand at its end, the last one first', async () => {
  const text = await agreement(fileOf(LEADS, TWO))
  expect(text).toContain('| Agreed | Between 3 February 2026 and 3 March 2026. _See Schedule')
  expect(text).toContain(
    '| 3 March 2026 | Referral pathways; Start, end, renewal |\n| 3 February 2026 | Training and relationships |',
  )
  expect(await agreement(fileOf(''))).not.toContain('Agreed on')
})
