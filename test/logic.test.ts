import { expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { library, runner } from './memory-world.ts'

const { hjp: run } = runner({ library })

/** Runs hjp on a partnership that has said nothing but these outcomes, a line each from the sixth on. */
const hjp = (outcomes: string[], ...args: string[]) =>
  run(
    `version: 1
name: Hillside
terms: { client: patient }
partners: [{ id: legal, name: Hill Law, sector: legal, people: [{ role: liaison, name: Ana Ruiz }] }]
outcomes:
${outcomes.map((row) => `  - { ${row} }\n`).join('')}`,
    args,
  )

const HEARD = 'id: heard, for: clients, term: short, text: People are heard., assumes: [Time]'

test.each<[string, string[], string[]]>([
  ['no outcomes yet', [], []],
  [
    'outcomes that hold together',
    [
      'id: advice, for: clients, term: output, text: Advice, from: [5.1]',
      `${HEARD}, from: [advice]`,
      'for: system, term: long, text: Rules change., from: [heard]',
    ],
    [],
  ],
  [
    'an outcome that comes from nothing',
    [`${HEARD}, from: [5.1]`, 'for: system, term: long, text: Rules change.'],
    [
      '7:5  warning  nothing says what leads to "Rules change.". Name an activity or another outcome: hjp change "Rules change." from=…  (comes-from-nowhere)',
    ],
  ],
  [
    'outcomes that rest on nothing',
    ['for: clients, term: short, text: People are heard., from: [5.1]'],
    [
      '5:1  note  no outcome says what has to be true for it. To add assumes: to the ones that depend on the most: hjp change  (assumes-nothing)',
    ],
  ],
  [
    'a prompt that is not there',
    [`${HEARD}, from: [5.33, Weekly clinic, what-we-do/trainin]`],
    [
      '6:94  error  there is no prompt or outcome 5.33, so no document shows it. Name one that exists, or say in a few words what is done. hjp change heard  (no-such-cause)',
      '6:115  error  there is no prompt or outcome what-we-do/trainin, so no document shows it. Did you mean what-we-do/training? Name one that exists, or say in a few words what is done. hjp change heard  (no-such-cause)',
    ],
  ],
  [
    'an outcome that is not there',
    [`${HEARD}, from: [5.1]`, 'for: clients, term: long, text: They are well., from: [haerd, outreach]'],
    [
      '7:62  error  there is no prompt or outcome haerd, so no document shows it. Did you mean heard? Name one that exists, or say in a few words what is done. hjp change "They are well."  (no-such-cause)',
    ],
  ],
  [
    'a prompt without its part',
    [`${HEARD}, from: [referral-pathways]`],
    [
      '6:94  error  there is no prompt or outcome referral-pathways, so no document shows it. Did you mean what-we-do/referral-pathways? Name one that exists, or say in a few words what is done. hjp change heard  (no-such-cause)',
    ],
  ],
  [
    'a prompt that is private',
    [`${HEARD}, from: [finding-a-partner/relationships]`],
    [
      '6:94  note  "People are heard." comes from a private prompt, which no document for partners shows. hjp change heard  (from-private)',
    ],
  ],
  [
    'outputs that lead nowhere',
    [
      'id: talks, for: practitioners, term: output, text: Four talks, assumes: [Time], from: [Lunches]',
      'for: clients, term: output, text: Advice, from: [talks, Desk]',
      'for: clients, term: output, text: Letters, from: [Desk]',
      `${HEARD}, from: [Letters]`,
    ],
    [
      '7:5  warning  nothing says what "Advice" leads to. To add it to from: of an outcome: hjp change  (leads-nowhere)',
    ],
  ],
])('check on %s', async (_, outcomes, lines) => {
  const { out } = await hjp(outcomes, 'check')
  const found = out()
    .split('\n')
    .filter((line) => line && !line.includes('BEFORE SIGNING'))
  expect(found).toEqual(lines.map((line) => `partnership.yaml:${line}`))
})

test('check on an activity that leads nowhere, once there are outcomes', async () => {
  const idle = async (...outcomes: string[]) => {
    const { world, out } = await hjp(outcomes, 'agree', 'what-we-do/training', 'Lunch talks.')
    await cli(['check'], world, '0')
    return /nothing says what (.*)/.exec(out())?.[1]
  }
  expect(await idle()).toBe(undefined)
  expect(await idle(`${HEARD}, from: [5.1]`)).toBe(
    '"Training and relationships" leads to. To add it to from: of an outcome: hjp change  (leads-nowhere)',
  )
  expect(await idle(`${HEARD}, from: [what-we-do/training]`)).toBe(undefined)
})

test('what an outcome comes from stands in the logic only where it is there or in words, and is not private', async () => {
  const { out } = await hjp(
    [
      `${HEARD}, from: [5.33, finding-a-partner/relationships, Weekly clinic]`,
      'for: clients, term: long, text: They are well., from: [haerd]',
    ],
    'logic',
    '--format',
    'md',
  )
  expect(steps(out())).toMatchInlineSnapshot(`
    "**What we do:** Weekly clinic

    | Step | What | Comes from | How we will know |
    | --- | --- | --- | --- |
    | What we deliver | **[what is delivered, such as sessions held or people advised]** |  |  |
    | What changes first<br>_for patients_ | People are heard.<br>_Has to be true:_ Time | Weekly clinic |  |
    | What changes in time | **[what changes, and for whom]** |  |  |
    | What changes in the long run<br>_for patients_ | They are well. | **[what leads to it?]** |  |

    **What else could affect it:** **[what is outside your control]**"
  `)
})

test.each<[string, string[]]>([
  ['nothing is said', []],
  [
    'nothing is said to lead to an outcome',
    ['output', 'short', 'medium', 'long'].map(
      (term) => `id: ${term}, for: clients, term: ${term}, text: Help`,
    ),
  ],
])('where %s, logic says that it has blanks, and its picture does not', async (_, outcomes) => {
  const { said } = await hjp(outcomes, 'logic')
  expect(said()).toBe(
    'created  documents/logic.docx\n10 blanks left, shown in [brackets]. To go through them: *hjp ask --for logic*',
  )
  expect((await hjp(outcomes, 'logic', '--format', 'svg')).said()).not.toContain('left')
})

test('more outcomes than one picture holds are drawn apart, by whom they are for, with what leads there', async () => {
  const outcomes = ['clients', 'practitioners', 'partnership', 'system'].flatMap((group) =>
    [1, 2, 3, 4].map((n) => `for: ${group}, term: short, text: ${group} ${n}, from: [5.1]`),
  )
  outcomes[14] = 'for: system, term: long, text: Rules change., from: [clients 1, clients 2]'
  const drawn = async (rows: string[]) => {
    const { file } = await hjp(rows, 'logic', '--format', 'html', '--out', 'logic.html')
    const told = file('logic.html')!.matchAll(
      /<title>(What leads[^<]*)<\/title><desc>.*?(What we do[^<]*?) What has [^<]*<\/desc>/g,
    )
    return [...told].map(([, title, words]) => `${title}: ${words}`)
  }
  expect(await drawn(outcomes.slice(0, 14))).toHaveLength(1)
  expect(await drawn(outcomes.slice(0, 15))).toHaveLength(4)
  expect(await drawn(outcomes.slice(13))).toMatchInlineSnapshot(`
    [
      "What leads to what: What we do: Referral pathways, not agreed yet; clients 1; clients 2. What we deliver: nothing yet. What changes first: system 2, for the system, comes from: Referral pathways; system 4, for the system, comes from: Referral pathways. What changes in time: nothing yet. What changes in the long run: Rules change, for the system, comes from: clients 1, clients 2.",
    ]
  `)
  expect(await drawn(outcomes)).toMatchInlineSnapshot(`
    [
      "What leads to what, for patients: What we do: Referral pathways, not agreed yet. What changes first: clients 1, for patients, comes from: Referral pathways; clients 2, for patients, comes from: Referral pathways; clients 3, for patients, comes from: Referral pathways; clients 4, for patients, comes from: Referral pathways.",
      "What leads to what, for practitioners: What we do: Referral pathways, not agreed yet. What changes first: practitioners 1, for practitioners, comes from: Referral pathways; practitioners 2, for practitioners, comes from: Referral pathways; practitioners 3, for practitioners, comes from: Referral pathways; practitioners 4, for practitioners, comes from: Referral pathways.",
      "What leads to what, for the partnership: What we do: Referral pathways, not agreed yet. What changes first: partnership 1, for the partnership, comes from: Referral pathways; partnership 2, for the partnership, comes from: Referral pathways; partnership 3, for the partnership, comes from: Referral pathways; partnership 4, for the partnership, comes from: Referral pathways.",
      "What leads to what, for the system: What we do: Referral pathways, not agreed yet. What changes first: clients 1, for patients; clients 2, for patients; system 1, for the system, comes from: Referral pathways; system 2, for the system, comes from: Referral pathways; system 4, for the system, comes from: Referral pathways. What changes in the long run: Rules change, for the system, comes from: clients 1, clients 2.",
    ]
  `)
})

test('whom an outcome is for stands in the words of the partnership, in its table and its box', async () => {
  const outcomes = ['clients', 'services', 'system'].map(
    (group) => `for: ${group}, term: short, text: Help ${group}, from: [5.1]`,
  )
  const { out } = await hjp(outcomes, 'logic', '--format', 'md')
  expect([...out().matchAll(/_for (.*?)_ \| Help/g)].map(([, whom]) => whom)).toEqual([
    'patients',
    'services',
    'the system',
  ])
  const { file } = await hjp(outcomes, 'logic', '--format', 'svg')
  expect(file('documents/logic.svg')!.match(/(?<=>)for [a-z ]+(?=<)/g)).toEqual([
    'for patients',
    'for services',
    'for the system',
  ])
})

/** What the document tells of what is done and what changes. */
const steps = (text: string): string =>
  text.slice(text.indexOf('**What we do:**'), text.indexOf('**What has'))
