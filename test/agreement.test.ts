import { describe, expect, test } from 'vitest'
import { glossary } from '../src/core/agreement/glossary.ts'
import { isTerm, promptsOf } from '../src/core/prompts/prompts.ts'
import { fileOf, unagreed } from './known.ts'
import { library, riverbend, runner } from './memory-world.ts'
import { styledText } from './styled-text.ts'

const { hjp, written } = runner({ library, today: '2026-11-16' })
/** The same without a table. */
const without = (table: string): string =>
  riverbend.replace(new RegExp(`^${table}:\n(?:(?: .*)?\n)+`, 'm'), `${table}: []\n`)

/** The agreement as text. */
const agreement = async (text: string, args: string[] = [], files: Record<string, string> = {}) =>
  (await written(text, ['mou', ...args], 'md', { files })).toString()
/** A part of a partnership's own, up to its prompts. */
const OURS = `number: 10
id: ours
title: Ours
purpose: Ours.
source: { title: Our own }
relation: Our own.
prompts:
`

const lines = (text: string, sought: RegExp): string[] => text.split('\n').filter((line) => sought.test(line))

test('the schedule of what each partner brings has no column in which nothing stands', async () => {
  const heads = async (text: string) =>
    lines(await agreement(text), /^\| Brings /).map((line) => line.match(/[A-Z][a-z ]+(?= \|)/g))
  const [all] = await heads(riverbend)
  expect(all).toEqual(['Brings', 'Needs in return', 'Conditions'])
  const bare = riverbend
    .replace(/^ {4}conditions: (?:Grant runs|Set in).*\n/gm, '')
    .replace(/^ {4}conditions: Mondays.*\n/m, '')
  expect(await heads(bare)).toEqual([
    ['Brings', 'Needs in return'],
    ['Brings', 'Needs in return'],
    ['Brings', 'Needs in return', 'Conditions'],
  ])
})

test('each decision has words of its own in the agreement, and each other term what makes a sentence of words that are none', () => {
  const prompts = promptsOf(library.parts)
  const terms = prompts.filter(isTerm)
  expect(prompts.filter(({ clause }) => clause)).toEqual(prompts.filter(({ decision }) => decision))
  expect(terms.filter(({ opens }) => !opens)).toEqual(terms.filter(({ decision }) => decision))
  for (const { clause, opens } of prompts) {
    for (const words of clause ? [clause.yes, clause.no] : []) expect(words).toMatch(/^[A-Z].+\.$/)
    if (opens) expect(opens).toMatch(/^[A-Z].+:$/)
  }
})

test('no two questions have the same topic, since a draft names them by it alone', () => {
  const topics = promptsOf(library.parts).map(({ topic }) => topic.toLowerCase())
  expect(topics.filter((topic, n) => topics.indexOf(topic) !== n)).toEqual([])
})

test('its first page has the facts that are agreed or known, and no others', async () => {
  const facts = (text: string) =>
    lines(text.slice(0, text.indexOf('## 1.')), /^\| /).map((line) => line.split(' | ')[0])
  const all = [
    '| Between',
    '| ---',
    '| How long',
    '| Days of legal help',
    '| When it cannot wait',
    '| Agreed',
    '| Next review',
  ]
  expect(facts(await agreement(riverbend))).toEqual(all)
  const bare = riverbend
    .replace(/(?<=prompt: agreement-terms\/embedded-legal-help\n[\s\S]*?decision: )yes/, 'no')
    .replaceAll('role: escalation', 'role: deputy')
  expect(facts(await agreement(bare))).toEqual(all.filter((each) => !/Days|wait/.test(each)))
})

describe('each term has its place', () => {
  const terms = promptsOf(library.parts).filter(isTerm)
  const ids = (prompts: { id: string }[]) => prompts.map(({ id }) => id).sort()

  test('in just one section, and what is no term has none', () => {
    const sections = library.sections.filter(({ kind }) => kind === 'mou')
    expect(sections.flatMap(({ prompts }) => prompts).sort()).toEqual(ids(terms))
    expect(sections.filter(({ takes }) => takes).flatMap(({ prompts }) => prompts)).toEqual([])
    expect(
      ids(
        promptsOf(library.parts).filter(
          ({ id, part }) => !terms.some((term) => term.id === id) && part !== 'finding-a-partner',
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "common-ground/problem-seen",
        "getting-to-know/communication",
        "getting-to-know/reasons",
        "how-we-partner/celebrate",
        "how-we-partner/load",
        "how-we-partner/next",
        "how-we-partner/processes",
        "how-we-partner/relationships",
        "how-we-partner/setbacks",
        "how-we-partner/voices",
        "what-we-do/fit-with-goal",
        "what-we-do/fit-with-goal/revise",
      ]
    `)
  })

  test('what a partnership asks of its own among the activities, or at the end', async () => {
    const own = `${OURS}  - id: choir
    topic: A choir
    ask: Will you sing together?
    activity: true
    decision: true
    followups:
      - { id: songs, topic: Songs, ask: Which songs? }
  - { id: keys, topic: Keys, ask: Who has a key? }
  - { id: mood, topic: Mood, ask: How are you?, reflection: true }`
    const answers = `answers:
  - { prompt: ours/choir, agreed: { decision: yes, text: We will sing every Friday., lead: health } }
  - { prompt: ours/choir/songs, agreed: { text: We will sing what the clients choose. } }
  - { prompt: ours/keys, agreed: { text: The front desk will keep the key. } }
  - { prompt: ours/mood, agreed: { text: We are well. } }
`
    const file = fileOf(answers)
    const files = { 'prompts/10-ours.yaml': own }
    const whole = await agreement(file, [], files)
    const told = (text: string) => lines(text, /^## .* else|^We will|The front desk|are well/)
    const activities = [
      '## 1. What else we do together',
      'We will sing every Friday.',
      'We will sing what the clients choose.',
    ]
    expect(told(whole).map((line) => line.replace(/^## \d+/, '## 1').replace(/^[*\d.]+ /, ''))).toEqual([
      ...activities,
      '## 1. What else we have agreed',
      'The front desk will keep the key.',
    ])
    for (const section of ['other-activities', 'activities'])
      expect(told(await agreement(file, ['--section', section], files))).toEqual(told(whole).slice(0, 3))
  })
})

describe('what is left out', () => {
  const PUT_OFF = `answers:
  - { prompt: agreement-terms/ending, agreed: { text: We will give ninety days of notice. } }
  - { prompt: agreement-terms/term, agreed: { text: We will start in May. } }
  - { prompt: what-we-do/case-coordination, agreed: { decision: not-yet, on: 2026-10-01, text: "Not yet.\\n\\nFirst the post must be filled." } }
  - { prompt: what-we-do/joint-advocacy, agreed: { decision: not-yet, review: 2027-02-01, text: Not yet. } }
  - { prompt: agreement-terms/publicity, agreed: { text: We will ask first. }, parked: The media team must read it. }
  - { prompt: agreement-terms/client-consent, parked: The panel will word it. }
`

  test('has a page of its own in a draft, and no place anywhere else', async () => {
    const text = await agreement(fileOf(PUT_OFF))
    const [before, page] = text.split('\n# Left out for now\n')
    expect(lines(before!, /^#/)).toMatchInlineSnapshot(`
      [
        "# N<br>Memorandum of understanding",
        "## 1. The partners",
        "## 2. Purpose and shared goal",
        "## 3. Legal status of this document",
        "## 4. How long it lasts",
        "## 5. What is in scope and what is not",
        "## 6. Referral pathways",
        "## 7. Confidentiality, privilege and duties to report",
        "## 8. Independence, conflicts of interest and claims",
        "## 9. Ending",
        "# Signatures",
        "# Schedule 1: Who to contact",
        "# Still to agree",
      ]
    `)
    expect(before).not.toMatch(/media team|ask first|panel will word|post must/)
    const [said, open] = page!.split('**Not agreed yet**')
    expect(said).toMatchInlineSnapshot(`
      "
      This page appears only in drafts. It is not part of the agreement.

      **Set aside**

      - Consent: The panel will word it.
      - Publicity and ownership: The media team must read it.

      **Decided: not yet**

      - Case coordination: First the post must be filled. _Put off on 1 October 2026_
      - Joint advocacy _Review: 1 February 2027_

      "
    `)
    expect(lines(open!, /site|insurance/)).toMatchInlineSnapshot(`
      [
        "- _Legal help on site:_ Legal help on site",
      ]
    `)
  })

  test('does not come into a copy to sign, nor any sentence about it', async () => {
    const essential = promptsOf(library.parts).filter(
      ({ id, essential }) => essential && !PUT_OFF.includes(`prompt: ${id},`),
    )
    const file = fileOf(
      PUT_OFF +
        essential
          .map(({ id }) => `  - { prompt: ${id}, agreed: { text: We will see to ${id}. } }\n`)
          .join(''),
    )
    expect(await agreement(file, ['--final'])).toMatchInlineSnapshot(`
      "# N<br>Memorandum of understanding

      16 November 2026

      | Between | Law and Clinic |
      | --- | --- |
      | How long | We will start in May. |

      ## 1. Purpose and shared goal

      **1.1** **The shared goal**

      We will see to what-we-can-achieve/shared-goal.

      ## 2. Legal status of this document

      **2.1** We will see to agreement-terms/legal-status.

      ## 3. How long it lasts

      **3.1** **Start, end, renewal**

      We will start in May.

      ## 4. What is in scope and what is not

      **4.1** **Help offered**

      We will see to agreement-terms/in-scope.

      ## 5. Referral pathways

      **5.1** We will see to what-we-do/referral-pathways.

      ## 6. Confidentiality, privilege and duties to report

      **6.1** **Privilege and reporting duties**

      We will see to agreement-terms/privilege-and-reporting.

      ## 7. Independence, conflicts of interest and claims

      **7.1** **Conflicts of interest**

      We will see to agreement-terms/conflicts-of-interest.

      **7.2** **Claims against a partner**

      We will see to agreement-terms/claims-against-a-partner.

      ## 8. Ending

      **8.1** We will give ninety days of notice.

      # Signatures

      Signed for each partner by a person with authority to sign for it.

      | Signed for | Law |
      | --- | --- |
      | Name |  |
      | Position |  |
      | Signature |  |
      | Date |  |

      | Signed for | Clinic |
      | --- | --- |
      | Name |  |
      | Position |  |
      | Signature |  |
      | Date |  |

      # Schedule 1: Who to contact

      **Law**

      | Role | Name | How to reach them |
      | --- | --- | --- |
      | Liaison | Ana |  |

      **Clinic**

      | Role | Name | How to reach them |
      | --- | --- | --- |
      | Liaison | Bo |  |

      # Schedule 2: Terms used

      The usual meanings of terms in this document, as a guide only: they are not part of what is agreed.

      | Word | What it usually means |
      | --- | --- |
      | Conflicts of interest | A reason why a legal service cannot act for someone, such as already acting for a person on the other side. |
      | Privilege | The law's protection of what people say in confidence to get legal advice, and of the advice itself. |
      "
    `)
  })

  test('and what points to it goes too, in some sections alone as in the whole', async () => {
    const pointers = async (...sections: string[]) =>
      lines(await agreement(riverbend, ['--section', ...sections]), /^_.*see |Schedule/)
    expect(await pointers('ending', 'roles', 'information')).toEqual([
      '_For information held after the agreement ends, see section 21._',
    ])
    expect(await pointers('ending', 'resources')).toEqual([])
    const schedule = async (...gone: string[]) =>
      /^# Schedule 2.*\n\n(_See.*)/m.exec(await agreement(gone.reduce(unagreed, riverbend)))![1]
    const lawyer = 'agreement-terms/embedded-legal-help'
    expect(await schedule()).toBe('_See sections 12 and 17._')
    expect(await schedule(lawyer, `${lawyer}/particulars`)).toBe('_See section 16._')
  })
})

describe('the schedules of an agreement', () => {
  test('are counted by what is there, and so is what refers to them', async () => {
    const text = await agreement(without('contributions'))
    expect(lines(text, /^# Schedule/)).toEqual([
      '# Schedule 1: Who to contact',
      '# Schedule 2: Where the money comes from',
      '# Schedule 3: What is collected, and how',
      '# Schedule 4: Workplan',
      '# Schedule 5: Terms used',
      '# Schedule 6: When each part was agreed',
    ])
    expect(text).toContain('_For each source of money, see Schedule 2._')
    expect(text).not.toContain('contributes')
  })

  test('tell how things are measured, and nothing that was found', async () => {
    const text = await agreement(riverbend)
    const told = text.slice(text.indexOf('# Schedule 4'), text.indexOf('# Schedule 5'))
    expect(told).toContain('| count | Room bookings, every six months | The health service |')
    expect(told).toContain('asked of each person')
    for (const found of ['171', '23 of 40', 'I said it to the nurse']) expect(told).not.toContain(found)
    const unasked = riverbend.replace('        consent: no\n', '')
    expect(await agreement(unasked)).toContain('**[whether it was asked of each person]**')
  })

  test('tell how things are measured only where something is agreed on measuring', async () => {
    const learning = library.parts.find(({ id }) => id === 'learning')!
    const file = learning.prompts.reduce((text, { id }) => unagreed(text, id), riverbend)
    expect(await agreement(file)).not.toContain('What is collected, and how')
    expect(await agreement(riverbend)).toContain('What is collected, and how')
  })

  test('can be replaced, added to, and referred to', async () => {
    const schedule = (title: string, words: string) => `---\ntitle: ${title}\n---\n${words}\n`
    const text = await agreement(riverbend, [], {
      'templates/mou-schedules/10-contacts.hbs': schedule('Our desk', 'Ring the desk.'),
      'templates/mou-schedules/15-form.hbs': schedule(
        'Referral form',
        'One page.\n\nUsed in {{{ref "mou/referral-pathways"}}}, and see {{{ref "mou-schedules/funding"}}}.',
      ),
    })
    expect(lines(text, /^# Schedule [12]/)).toEqual(['# Schedule 1: Our desk', '# Schedule 2: Referral form'])
    expect(text).toContain('Used in section 13, and see Schedule 4.')
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

describe('a decision', () => {
  /** What is agreed on advice between staff, as its clause reads. */
  const clauseOf = async (decision: string, text: string, locale = 'en-AU'): Promise<string> => {
    const file = fileOf(
      `locale: ${locale}\nanswers:\n  - prompt: what-we-do/secondary-consultation\n    agreed: { decision: ${decision}, text: ${JSON.stringify(text)}, lead: legal, review: 2027-05-01 }\n`,
    )
    const whole = await agreement(file, ['--section', 'secondary-consultation'])
    return /\*\*\d+\.1\*\* ([\s\S]*?)(?=\n\n_Lead|\n$)/.exec(whole)![1]!
  }
  const YES = "We will give each other's staff advice on helping their own clients"
  const NO = "We will not give each other's staff advice on helping their own clients"

  test.each([
    ['yes', 'Yes.', `${YES}.`],
    ['yes', 'yes', `${YES}.`],
    ['yes', 'Yes - by phone or Teams.', `${YES}, by phone or Teams.`],
    ['yes', 'Yes, on housing. The AMS leads.', `${YES}, on housing. The AMS leads.`],
    ['yes', 'Yes, we ask first.', `${YES}; we ask first.`],
    ['yes', 'Yes. Tuesdays, 9.30am–3.30pm.', `${YES}: Tuesdays, 9.30am–3.30pm.`],
    ['yes', 'Yes.\n\nStaff will call on Fridays.', `${YES}. Staff will call on Fridays.`],
    [
      'yes',
      'Staff will call on Fridays.\n\nNobody waits.',
      `${YES}. Staff will call on Fridays.\n\nNobody waits.`,
    ],
    ['yes', 'Yes:\n- by phone\n- by post', `${YES}:\n\n(a) by phone\n\n(b) by post`],
    ['yes', 'We will give each other advice by phone.', 'We will give each other advice by phone.'],
    ['yes', 'Staff may ask staff for advice on clients.', 'Staff may ask staff for advice on clients.'],
    ['yes', 'We will meet each May.', `${YES}. We will meet each May.`],
    ['no', 'Staff will give no advice on clients.', 'Staff will give no advice on clients.'],
    ['no', 'Staff may ask staff for advice on clients.', `${NO}. Staff may ask staff for advice on clients.`],
    ['yes', 'Yesterday was a trial.', `${YES}. Yesterday was a trial.`],
    ['no', 'No.', `${NO}.`],
    ['no', 'No, because insurers say no.', `${NO}, because insurers say no.`],
    ['no', 'No lawyer is free for it.', `${NO}. No lawyer is free for it.`],
    ['no', 'Our insurers do not allow it.', `${NO}. Our insurers do not allow it.`],
  ])('%s and %j', async (decision, text, clause) => {
    expect(await clauseOf(decision, text)).toBe(clause)
  })

  test('is in the words of the partnership', async () => {
    expect(await clauseOf('yes', 'Yes.', 'en-US')).toBe(`${YES.replace('clients', 'patients')}.`)
  })
})

test('steps and lists in an answer are items that can be named, in every format', async () => {
  const text =
    'A referral has steps:\n1. ask\n2. note consent:\n   - to what\n   - by whom\n3. call\n\nThen:\n- within a day\n- or at once\n\nAnd:\n- on any day\n\n(a) by phone\n(b) in person'
  const file = fileOf(
    `answers:\n  - { prompt: learning/using-it, agreed: { text: ${JSON.stringify(text)} } }\n`,
  )
  const part = (whole: string) => whole.slice(whole.indexOf('A referral'), whole.indexOf('in person') + 9)
  const args = ['mou', '--section', 'learning']
  expect(part(await agreement(file, args.slice(1)))).toMatchInlineSnapshot(`
    "A referral has steps:

    1. ask

    2. note consent:

       (i) to what

       (ii) by whom

    3. call

    Then:

    (a) within a day

    (b) or at once

    And:

    (c) on any day

    (a) by phone

    (b) in person"
  `)
  expect(part((await written(file, args, 'html')).toString())).toMatchInlineSnapshot(`
    "A referral has steps:</p>
    <ol>
    <li dir="auto">ask</li>
    <li>
    <p dir="auto">note consent:</p>
    <ol class="romans">
    <li dir="auto">to what</li>
    <li dir="auto">by whom</li>
    </ol>
    </li>
    <li dir="auto">call</li>
    </ol>
    <p dir="auto">Then:</p>
    <ol class="letters">
    <li dir="auto">within a day</li>
    <li dir="auto">or at once</li>
    </ol>
    <p dir="auto">And:</p>
    <ol class="letters" start="3">
    <li dir="auto">on any day</li>
    </ol>
    <ol class="letters">
    <li dir="auto">by phone</li>
    <li dir="auto">in person"
  `)
  expect(part(styledText(await written(file, args, 'docx')))).toMatchInlineSnapshot(`
    "A referral has steps:
          ClauseList numPr(ilvl(0) numId(6)): ask
          ClauseList numPr(ilvl(0) numId(6)): note consent:
          ClauseList2 numPr(ilvl(1) numId(7)): to what
          ClauseList2 numPr(ilvl(1) numId(7)): by whom
          ClauseList numPr(ilvl(0) numId(6)): call
          ClauseText keepNext: Then:
          ClauseList numPr(ilvl(2) numId(5)): within a day
          ClauseList numPr(ilvl(2) numId(5)): or at once
          ClauseText keepNext: And:
          ClauseList numPr(ilvl(2) numId(5)): on any day
          ClauseList numPr(ilvl(0) numId(8)): by phone
          ClauseList numPr(ilvl(0) numId(8)): in person"
  `)
})

const ADVICE = 'what-we-do/secondary-consultation'
const ASKED = 'Will staff across your services give each other advice on helping their own clients?'
const [WHO, WHEN] = ['Who will lead this?', 'When will you review this?']
test.each([
  ['nothing is known', '', [`${ASKED} ${WHO} ${WHEN}`]],
  [
    'it was put off, with someone to lead it',
    'decision: not-yet, text: Not yet., lead: legal',
    [`${ASKED} ${WHEN}`],
  ],
  ['it is agreed, and no more', 'decision: yes, text: "Yes, by phone."', [WHO, WHEN]],
  ['it is agreed that it is not done', 'decision: no, text: No.', []],
])('the blanks of a clause tell at once all that it lacks: %s', async (_, agreed, asked) => {
  const file = fileOf(agreed && `answers: [{ prompt: ${ADVICE}, agreed: { ${agreed} } }]`)
  const card = `---
title: Card
summary: A card
group: meet
formats: [md]
to: card
audience: partners
---
{{{clause "${ADVICE}"}}}
`
  const text = String(await written(file, ['card'], 'md', { files: { 'templates/card.hbs': card } }))
  expect([...text.matchAll(/\[To be agreed: ([^\]]*)\]/g)].map(([, question]) => question)).toEqual(asked)
})

describe('the letter of understanding', () => {
  test('has the core prompts, each once, and about twenty of them', () => {
    const core = promptsOf(library.parts).filter((prompt) => prompt.core)
    const placed = library.sections
      .filter(({ kind }) => kind === 'mou-short')
      .flatMap(({ prompts }) => prompts)
    expect(placed.sort()).toEqual(core.map(({ id }) => id).sort())
    expect(core.length).toBeGreaterThan(17)
    expect(core.length).toBeLessThan(24)
    expect(core.every(isTerm)).toBe(true)
  })

  test('each of its clauses has its topic', async () => {
    const text = (await written(riverbend, ['mou', '--short'], 'md')).toString()
    const clauses = text.match(/^\*\*\d+\.\d+\*\*.*/gm)!
    expect(clauses.length).toBeGreaterThan(15)
    expect(clauses.filter((each) => !/^\*\*[\d.]+\*\* \*\*[^*]+\.\*\*/.test(each))).toEqual([])
  })

  test.each<[words: string, document: string[], named: string | undefined]>([
    ['None of this binds us.', ['--short'], undefined],
    ['"Consent" and "Insurance" bind us.', ['--short'], '"Insurance", which is not in this document'],
    [
      '"Consent" and "Insurance" bind us.',
      ['--short', '--final'],
      '"Insurance", which is not in this document',
    ],
    ['"Consent" and "Insurance" bind us.', [], undefined],
    ['“Referral” and “Money” bind us.', ['--short'], '"Money", which is not in this document'],
    ['What we call "reasonable" is "what a friend would do".', ['--short'], undefined],
    ['The "Insurance Act" and "insurers" are not meant.', ['--short'], undefined],
  ])('is told where %j names what mou %j has not', async (words, document, named) => {
    const terms = promptsOf(library.parts).flatMap(({ id, essential }) =>
      essential && id !== 'agreement-terms/legal-status' ? id : [],
    )
    const agreed = [...terms, 'agreement-terms/insurance-and-checks']
      .map((id) => `  - { prompt: ${id}, agreed: { text: We will see to it. } }\n`)
      .join('')
    const { text } = await hjp(fileOf(`answers:\n${agreed}`), ['agree', '9.1', words])
    const said = (await hjp(text, ['mou', ...document])).said()
    if (named)
      expect(said).toContain(`9.1 Legal status names ${named}. Change the words before anyone signs:`)
    else expect(said).not.toContain('Legal status names')
  })

  test('the question on what binds shows the titles that there are to name', async () => {
    const file = fileOf(
      'answers:\n  - { prompt: agreement-terms/insurance-and-checks, agreed: { text: We will. } }\n',
    )
    const { said } = await hjp(file, ['ask', '9.1', '--agreed'], { replies: [] })
    const told = said().replace(/\s+/g, ' ')
    expect(told).toContain('Your memorandum of understanding has these: "Purpose and shared goal", ')
    expect(told).toMatch(/"Insurance[^"]*".* The letter has: "Why we work together", /)
    expect(told).not.toContain('Training')
  })

  test('is not signed without why, what, how people come, until when and whom to call', async () => {
    const answers = (ids: string[]) =>
      `answers:\n${ids.map((id) => `  - { prompt: ${id}, agreed: { text: We will see to it., lead: legal } }\n`).join('')}`
    const essential = promptsOf(library.parts).flatMap((prompt) => (prompt.essential ? prompt.id : []))
    const final = (ids: string[], change = (file: string) => file) =>
      hjp(change(fileOf(answers(ids))), ['mou', '--short', '--final'])
    expect((await final(essential)).code).toBe(0)
    for (const id of [
      'what-we-can-achieve/shared-goal',
      'agreement-terms/in-scope',
      'what-we-do/referral-pathways',
      'agreement-terms/term',
    ]) {
      const less = essential.filter((each) => each !== id)
      expect((await final(less)).said()).toContain('was not written, because 1 blank is left in it')
      const aside = `  - { prompt: ${id}, parked: Later. }\n`
      const parked = await final(less, (file) => file.replace('answers:\n', `answers:\n${aside}`))
      expect(parked.code, parked.said()).toBe(0)
    }
    const nobody = await final(essential, (file) => file.replace('{ role: liaison, name: Bo }', ''))
    expect(nobody.said()).toContain('  liaison of Clinic\nNext: *hjp add person partner=health role=liaison')
  })

  test('a copy to sign is told what it leaves out; the letter does without what is not known of a partner', async () => {
    const less = riverbend.replace(/^ *registration: .*\n/m, '').replace(/^ *review: 2027-08-03\n/m, '')
    const run = await hjp(less, ['mou', '--final'])
    expect(run.code).toBe(0)
    expect(run.said()).toMatch(/This copy leaves out .*:\n( {2}.*\n)*.*Registration number of Riverbend/)
    expect(run.said()).toContain('*hjp change partner legal registration="…"*')
    const strict = await hjp(less, ['mou', '--final', '--complete'])
    expect([strict.code, strict.said().includes('registration number of Riverbend')]).toEqual([1, true])
    for (const given of [['mou'], ['mou', '--short']])
      expect((await hjp(riverbend, [...given, '--final'])).said()).not.toContain('leaves out')
    const letter = await hjp(less, ['mou', '--short', '--final', '--complete'])
    expect([letter.code, letter.said()]).toEqual([0, expect.not.stringContaining('egistration')])
  })

  test('says what was agreed on them, and in a draft what is left for the full agreement', async () => {
    const own = `${OURS}  - { id: keys, topic: Keys, ask: Who has a key?, core: true }
  - { id: cats, topic: Cats, ask: Who feeds the cat? }`
    const file = fileOf(`answers:
  - { prompt: agreement-terms/out-of-scope, agreed: { text: Crime and wills. } }
  - { prompt: agreement-terms/embedded-legal-help, agreed: { decision: yes, text: "Yes, on Mondays.", lead: legal } }
  - { prompt: what-we-do/case-coordination, agreed: { decision: no, text: No. } }
  - { prompt: ours/keys, agreed: { text: The desk will keep it. } }
  - { prompt: ours/cats, agreed: { text: The nurse will. } }
`)
    const text = await agreement(file, ['--short'], { 'prompts/10-ours.yaml': own })
    expect(text.replace(/## 4[\\s\\S]*(?=## 8)/, '…\\n\\n')).toMatchInlineSnapshot(`
      "# N<br>Letter of understanding

      > **Draft for discussion, not legal advice**

      Draft of 16 November 2026

      > This draft contains only what the partners have agreed. Anything essential that is missing is in square brackets, and listed at the end with everything else that is open.
      >
      > Each partner should have a lawyer read this draft before anyone signs.

      ## 1. Who we are

      Law and Clinic will work together as the N. This letter sets out what we have agreed on the points that matter most at the start.

      - **Law**
      - **Clinic**

      ## 2. Why we work together

      **2.1** **The shared goal.** **[To be agreed: What goal do you share, and what would you hope to see after one year and after three?]**

      ## 3. What each of us does

      **3.1** **Help offered.** **[To be agreed: What kinds of help will each of you give, and how far will each kind go?]**

      **3.2** **Help left out.** We will not give these kinds of help as part of this work: crime and wills.

      **3.3** **Legal help on site.** A lawyer will work on site, in the place where clients already come for care, on Mondays.

      _Lead: Law. Next review:_ **[To be agreed: When will you review this?]**

      ## 4. Referral

      **4.1** **Referral pathways.** **[To be agreed: How will clients be referred between your services, in both directions? Who will lead this? When will you review this?]**

      ## 5. Confidentiality, consent and privacy

      **5.1** **Consent.** **[To be agreed: How will clients give their consent, set limits to it and take it back?]**

      **5.2** **Privilege and reporting duties.** **[To be agreed: How will you keep what clients tell a lawyer private when other staff have a duty to report harm?]**

      ## 6. Conflicts of interest and claims

      **6.1** **Conflicts of interest.** **[To be agreed: What will you do when a conflict of interest means a lawyer cannot act for a client?]**

      **6.2** **Claims against a partner.** **[To be agreed: What will happen when a client has a legal claim or complaint against one of you?]**

      ## 7. Who to contact

      - **Law:** Ana, Liaison
      - **Clinic:** Bo, Liaison

      ## 8. Legal status, term and ending

      **8.1** **Legal status.** **[To be agreed: Which parts of your memorandum of understanding, if any, will bind you in law?]**

      **8.2** **Start, end, renewal.** **[To be agreed: On what dates will your memorandum of understanding start, end and come up for renewal?]**

      **8.3** **Ending.** **[To be agreed: If one of you has to stop, how will you handle notice, open cases and shared data?]**

      ## 9. What else we have agreed

      **9.1** **Keys.** The desk will keep it.

      # Signatures

      Signed for each partner by a person with authority to sign for it.

      | For | Name and position | Signature | Date |
      | --- | --- | --- | --- |
      | Law |  |  |  |
      | Clinic |  |  |  |

      # Still to agree

      What this draft still lacks, where it belongs, and who to ask. This page goes with drafts only.

      | What | Section | Who to ask |
      | --- | --- | --- |
      | What goal do you share, and what would you hope to see after one year and after three? | 2 | The partners together |
      | What kinds of help will each of you give, and how far will each kind go? | 3 | The partners together |
      | Legal help on site: When will you review this? | 3 | The partners together |
      | How will clients be referred between your services, in both directions? Who will lead this? When will you review this? | 4 | The partners together |
      | How will clients give their consent, set limits to it and take it back? | 5 | The partners together |
      | How will you keep what clients tell a lawyer private when other staff have a duty to report harm? | 5 | The partners together |
      | What will you do when a conflict of interest means a lawyer cannot act for a client? | 6 | The partners together |
      | What will happen when a client has a legal claim or complaint against one of you? | 6 | The partners together |
      | Which parts of your memorandum of understanding, if any, will bind you in law? | 8 | The partners together |
      | On what dates will your memorandum of understanding start, end and come up for renewal? | 8 | The partners together |
      | If one of you has to stop, how will you handle notice, open cases and shared data? | 8 | The partners together |

      # Left out for now

      This page appears only in drafts. It is not part of the agreement.

      **Not agreed yet**

      - _Why we work together:_ The shared problem
      - _What each of us does:_ Secondary consultation
      - _Referral:_ Response times and Who can be referred
      - _Confidentiality, consent and privacy:_ Sharing information
      - _Meetings and decisions:_ Meeting rhythm, Decisions and Disagreement
      - _Money:_ Funding that lasts

      **Agreed, and in the full memorandum of understanding only**

      Case coordination and Cats
      "
    `)
  })

  test('is a whole, so it has no sections to choose from', async () => {
    const { code, said } = await hjp(riverbend, ['mou', '--short', '--section', 'ending'])
    expect([code, said()]).toEqual([
      2,
      'You cannot choose sections of a letter. Leave out *--short* for some sections of *mou*, or *--section* for the whole letter.',
    ])
  })

  test('of which there is a copy to sign, kept beside the full one', async () => {
    const { code, bytes } = await hjp(riverbend, ['mou', '--short', '--final'])
    expect(code).toBe(0)
    const styled = styledText(bytes('documents/mou-short-final.docx')!)
    expect(styled).not.toMatch(/Left out|TOC|Draft|Blank|Schedule/)
  })
})
