import { describe, expect, test } from 'vitest'
import { check } from '../src/core/checks/checks.ts'
import { knownOn } from './known.ts'
import { EXAMPLES, exampleFile, library, runner } from './memory-world.ts'

// What `check` says of how clauses read: sentences from the life of such partnerships, half of them without a finding.

const DAY = '2026-06-15'
const { hjp } = runner({ library, today: DAY })
const PARTNERS = `version: 1
name: Wharf Street Health Justice Partnership
terms: { client: patient, lawyer: solicitor }
partners:
  - { id: legal, name: Mardale Community Legal Centre, short: the Legal Service, sector: legal, people: [{ role: liaison, name: Ana }] }
  - { id: health, name: Wharf Street Clinic, sector: health, people: [{ role: liaison, name: Bo }] }
`

const answer = (prompt: string, agreed: string) => `  - { prompt: ${prompt}, agreed: { ${agreed} } }\n`
const WORDS = answer(
  'getting-to-know/language',
  `text: ${JSON.stringify('"Mob" and "community" mean the Aboriginal people of Mardale. The Core Group is the three liaisons.')}`,
)
const ENDING = answer('agreement-terms/ending', 'text: Either partner may leave on notice.')

/** What is found of how clauses read in a file. */
const found = (text: string): string[] => {
  const { known, view } = knownOn(text, DAY)
  return check(known, view, library.sections)
    .filter(({ group }) => group === 'clauses')
    .map(({ code, message }) => `${code} ${message}`)
}

/** What is found of one clause, of which the heading and the command are left out. */
const foundOf = (prompt: string, agreed: string) =>
  found(`${PARTNERS}answers:\n${WORDS}${ENDING}${answer(prompt, agreed)}`).map((each) =>
    each
      .replace(/ \*hjp ask [\d.a-z]+\*$/, '')
      .replace(/ \d+\.\d+[a-z]? [A-Z][^:]*?(?=:| (?:does|says|begins|uses|points|names|has) )/, ''),
  )
const text = (words: string) => `text: ${JSON.stringify(words)}`

const REFERRAL = 'what-we-do/referral-pathways'
const ADVICE = 'what-we-do/secondary-consultation'
const ON_SITE = 'agreement-terms/embedded-legal-help'
const LEFT_OUT = 'agreement-terms/out-of-scope'

describe('nothing is found of', () => {
  test.each([
    'We will ring each patient within two working days.',
    'By phone on weekdays; by form at night.',
    '1. Ask.\n2. Note consent.\n3. Call the solicitor.',
    'The clinic will give room 4 on Mondays.',
    'The Legal Service will answer within a day.',
    'Mardale Community Legal Centre holds the file.',
    'Staff at Wharf Street Clinic will ask first.',
    'A referral to the Local Court duty lawyer is made by phone.',
    'Nobody from the Department of Housing is told.',
    'The Aboriginal Health Unit will be asked before anything is planned for community.',
    'We will ask the Core Group twice a year.',
    'Mob decide what is told.',
    'Patients hear of it from the "Know Your Rights" card.',
    'Staff say "Would it help to talk to a lawyer?" and note the answer.',
    'We call this "learning" when we speak of it.',
    'The training is called "Law in the Ward" and is held each May.',
    'The "On-call Solicitor" means whoever carries the phone that week. The On-call Solicitor answers within the hour.',
    'The social worker (the "Key Contact") will be told. The Key Contact calls back.',
    'Yesterday’s referrals are looked at each morning.',
    'No patient will be asked for papers.',
    'No one waits longer than a week.',
    'Nobody is turned away. For who pays, see "Ending".',
    'What outlasts this is under “Ending”.',
    'The names are in the schedule "Who to contact".',
    'We follow section 12 of the Health Records Act.',
    'Consent is kept as clause 7 of the lease asks.',
    'The client[s] decide, and [t]he clinic waits.',
    'Schedule 8 medicines are never sent with a referral.',
    'It follows 42 CFR Part 2 and clause 3 of the grant.',
    'Secondary Consultation is not a referral.',
    'OK to ring at work? Staff will ask that first.',
    'Of our two services, neither will send anyone in circles.',
    'Both partners will keep a list, and compare it on the first of each month.',
  ])('%s', (words) => {
    expect(foundOf(REFERRAL, text(words))).toEqual([])
  })

  test.each([
    [ADVICE, 'yes', 'Yes.'],
    [ADVICE, 'yes', 'Yes, by phone or Teams. We will not give names.'],
    [ADVICE, 'yes', 'We will give each other’s staff advice by phone.'],
    [ADVICE, 'yes', 'By phone, and never by email.'],
    [ADVICE, 'no', 'No.'],
    [ADVICE, 'no', 'No. Our insurers do not allow it.'],
    [ADVICE, 'no', 'No: the insurer’s answer is due on Friday.'],
    [ADVICE, 'no', 'Not before a lawyer is free on Tuesdays.'],
    [ADVICE, 'no', 'Each partner will go on asking its own people.'],
    [ADVICE, 'not-yet', 'Tuesdays at 10 am.'],
    [ON_SITE, 'yes', 'Tuesdays, 9.30am–3.30pm, room 4.'],
    [ON_SITE, 'yes', 'No lawyer comes in the week after New Year.'],
    [ON_SITE, 'no', 'The duty lawyer will answer the phone on weekdays.'],
    [ON_SITE, 'no', 'No, since there is no room with a door.'],
  ])('%s: %s, %s', (prompt, decision, words) => {
    expect(foundOf(prompt, `decision: ${decision}, ${text(words)}`)).toEqual([])
  })

  test.each(EXAMPLES)('the example %s', (name) => {
    expect(found(exampleFile(name))).toEqual([])
  })
})

const ANSWER = ', but the agreement does not show the question.'
const DEFINE = ' like a defined term. Say what is meant in 1.5, or leave out the capitals.'
const MOVE = '. Numbers change as the agreement grows, so name its title in quotation marks instead.'
const bare = (words: string) =>
  `only-answers says only "${words}", and the agreement does not show the question. What will you do?`
const nothingOn = (title: string, number: string) =>
  `points-nowhere points to "${title}", which is not in the agreement yet. Agree on it (*hjp ask ${number}*), or take it out here:`

describe('something is found of', () => {
  test.each([
    ['Yes.', bare('Yes.')],
    ['Agreed', bare('Agreed')],
    ['No', bare('No')],
    ['Yes, by phone both ways.', `only-answers begins with "Yes"${ANSWER}`],
    ['No, not by email. We will call.', `only-answers begins with "No"${ANSWER}`],
    ['Agreed: the nurse calls the desk.', `only-answers begins with "Agreed"${ANSWER}`],
    ['Not yet; by post until May.', `only-answers begins with "Not yet"${ANSWER}`],
    ['OK, we will call.', `only-answers begins with "OK"${ANSWER}`],
    ['The Service will call the patient.', `undefined-words uses "Service"${DEFINE}`],
    ['Each Party will keep a list.', `undefined-words uses "Party"${DEFINE}`],
    ['The Parties must tell the Funder.', `undefined-words uses "Parties", "Funder"${DEFINE}`],
    ['We will answer within two Business Days.', `undefined-words uses "Business Days"${DEFINE}`],
    [
      'Each sends the other its Confidential Information.',
      `undefined-words uses "Confidential Information"${DEFINE}`,
    ],
    ['The nurse calls the Centre and notes it.', `undefined-words uses "Centre"${DEFINE}`],
    ['The "Intake Lead" takes the call.', `undefined-words uses "Intake Lead"${DEFINE}`],
    ['All calls go to the “Duty Line” first.', `undefined-words uses "Duty Line"${DEFINE}`],
    [
      'During the Term, we will meet the Hospital monthly.',
      `undefined-words uses "Term", "Hospital"${DEFINE}`,
    ],
    ['A warm call; see "Complaints and feedback".', nothingOn('Complaints and feedback', '9.14')],
    [
      'Claims are dealt with under "Claims against a partner".',
      nothingOn('Claims against a partner', '9.12'),
    ],
    ['What we share stands in the section "Sharing information".', nothingOn('Sharing information', '4.7')],
    [
      'A warm call; see "Endings".',
      'points-nowhere points to "Endings", and nothing in the agreement is called that. Did you mean *Ending*?',
    ],
    [
      'Steps stand in the schedule "Referral Flowchart".',
      'points-nowhere points to "Referral Flowchart", and nothing in the agreement is called that.',
    ],
    ['Conflicts are dealt with in section 12.', `by-number names "section 12"${MOVE}`],
    ['As in clause 4.2(b), the nurse calls.', `by-number names "clause 4.2"${MOVE}`],
    ['In the ward, section 3 of this letter applies.', `by-number names "section 3"${MOVE}`],
    ['Contacts are in Schedule 1.', `by-number names "Schedule 1"${MOVE}`],
    ['For what we keep back, see 4.7.', `by-number names "see 4.7"${MOVE}`],
    [
      'We call within two days [check with Priya].',
      'in-brackets has [check with Priya] in square brackets. If that is a remark, settle it and take it out before anyone signs.',
    ],
    ['The form is in Appendix B.', `by-number names "Appendix B"${MOVE}`],
    ['We will call. The Act applies.\nSee Attachment 2.', `by-number names "Attachment 2"${MOVE}`],
  ])('%s', (words, says) => {
    expect(foundOf(REFERRAL, text(words))).toEqual([says])
  })

  const against = (decision: string, words: string) =>
    `against-decision: the decision is ${decision}, but "${words}" says otherwise. Change one of them.`
  test.each([
    [ADVICE, 'no', 'Yes, by phone.', against('no', 'Yes, by phone.')],
    [ADVICE, 'yes', 'No, our insurers forbid it.', against('yes', 'No, our insurers forbid it.')],
    [ADVICE, 'yes', 'Not yet.', against('yes', 'Not yet.')],
    [
      ADVICE,
      'yes',
      'Staff will not give staff advice on clients.',
      against('yes', 'Staff will not give staff advice on clients.'),
    ],
    [
      ADVICE,
      'no',
      'Staff will give each other advice on their own patients.',
      against('no', 'Staff will give each other advice on their own patients.'),
    ],
    [
      ADVICE,
      'yes',
      'Yes. Agreed, by phone.',
      'only-answers says "Agreed" again after the decision. Leave it out.',
    ],
    [ON_SITE, 'no', 'Tuesdays, 9.30am–3.30pm, room 4.', against('no', 'Tuesdays, 9.30am–3.30pm, room 4.')],
    [
      ON_SITE,
      'no',
      'A solicitor will work on site every second Friday.',
      against('no', 'A solicitor will work on site every second Friday.'),
    ],
    [ON_SITE, 'no', 'Room 4, every Thursday', against('no', 'Room 4, every Thursday')],
  ])('%s: %s, %s', (prompt, decision, words, says) => {
    expect(foundOf(prompt, `decision: ${decision}, ${text(words)}`)).toEqual([says])
  })

  test('a fragment, where the question has no words to begin it', async () => {
    const ours = (opens: string) => `number: 10
id: ours
title: Ours
purpose: Own things.
source: { title: Ourselves }
relation: Our own.
prompts: [{ id: keys, topic: Keys, ask: Who has a key?${opens} }]
`
    const file = `${PARTNERS}answers:\n${answer('ours/keys', text('The desk, and the night nurse.'))}`
    const checked = async (opens: string) =>
      (await hjp(file, ['check', '--only', 'clauses'], { files: { 'prompts/10-ours.yaml': ours(opens) } }))
        .printed
    expect(await checked('')).toContain(
      'note  10.1 Keys does not read as a sentence: there seems to be no verb in it. hjp ask 10.1  (no-sentence)',
    )
    expect(await checked(', opens: "These have a key:"')).toContain('Nothing needs attention.')
  })
})

test('what is not in the agreement may read as it likes', () => {
  expect(foundOf('getting-to-know/communication', text('Yes. See section 3.'))).toEqual([])
  expect(foundOf(`${ADVICE}/scope`, text('Yes. The Parties.'))).toEqual([])
  expect(foundOf(REFERRAL, 'text: Yes.').length).toBe(1)
})

test('says where, and what mends it', () => {
  const { known, view } = knownOn(`${PARTNERS}answers:\n${answer(LEFT_OUT, text('Yes.'))}`, DAY)
  expect(
    check(known, view, library.sections).filter(({ group }) => group === 'clauses'),
  ).toMatchInlineSnapshot(`
    [
      {
        "at": [
          "answers",
          0,
          "agreed",
          "text",
        ],
        "code": "only-answers",
        "group": "clauses",
        "level": "note",
        "message": "9.4 Help left out says only "Yes.", and the agreement does not show the question. What will you do? *hjp ask 9.4*",
        "row": "agreement-terms/out-of-scope",
        "table": "answers",
      },
    ]
  `)
})
