import { expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { check } from '../src/core/checks/checks.ts'
import { cutWords } from '../src/core/checks/cut-words.ts'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { fileOf, knownOn } from './known.ts'
import { exampleFile, library, runner } from './memory-world.ts'

const DAY = '2026-06-15'
const [BEFORE, AFTER] = ['2026-06-14', '2026-06-16']

/** The command that changes what was found, where the message itself names none. */
const MENDS = /(?<=[.?]) \*hjp (?:change|agree \S+ --review) [^*]+\*$/

/**
 * What is found beside the gaps that every file has in which nothing is agreed yet: its code, where, and in which words;
 * without what might have been meant.
 */
const found = (text: string, today: string): string[] => {
  const { known, view } = knownOn(text, today)
  return check(known, view, library.sections).flatMap(({ code, at, message }) => {
    const told = message.replace(MENDS, '')
    const said = code.startsWith('no-such') ? told.replace(/ Did you mean \*[^*]+\*\?/, '') : told
    return code === 'hard-gap' ? [] : [`${code} ${at.join('.')} ${said}`]
  })
}

const agreed = (prompt: string, more: string) =>
  `answers: [{ prompt: ${prompt}, agreed: { text: We will, ${more} } }]`
const LEGAL = '{ partner: legal, by: A, on: 2026-01-01 }'
const HEALTH = '{ partner: health, by: B, on: 2026-01-01 }'
const signed = (more: string, by = `${LEGAL}, ${HEALTH}`) =>
  `agreements: [{ kind: whole, from: 2026-01-01, signed: [${by}]${more} }]`
const readings = (on: string) =>
  `indicators: [{ id: i, measure: M, unit: people, baseline: "9", method: count, readings: [{ on: ${on}, value: "12" }] }]`
const story = (more: string) =>
  `indicators: [{ id: i, measure: M, baseline: "9", method: story, readings: [{ on: ${DAY}, value: Told${more} }] }]`
const proposal = (kind: string) =>
  `answers: [{ prompt: what-we-do/training, proposals: [{ partner: health, for: ${kind}, text: Other words }] }]`
const outcome = (more: string) => `outcomes: [{ id: o, for: clients, term: short, text: Heard${more} }]`
const outcomes = (id: string, from: string) =>
  `${outcome(`, from: [${from}], assumes: [A]`).slice(0, -1)}, { ${id}for: clients, term: output, text: Talks held, from: [5.1] }]`
const answer = (more: string) => `answers: [{ prompt: learning/using-it, ${more} }]`
const ANA = '{ role: liaison, name: "Ana Ruiz, LLB" }'
const people = (more: string) =>
  `partners: [{ id: legal, name: Law, sector: legal, people: [${more}] }, { id: health, name: Clinic, sector: health, people: [{ role: liaison, name: Bo }] }]\n`

// A row a rule: the file in which it finds nothing, the one in which it does, and what it finds.
const RULES: [rule: string, none: string, one: string, ...says: string[]][] = [
  [
    'an answer to no prompt',
    agreed('learning/using-it', 'review: 2027-01-01'),
    agreed('learning/using', 'review: 2027-01-01'),
    'no-such-prompt answers.0.prompt there is no prompt *learning/using*, so no document shows what is said here.',
  ],
  [
    'an action of no meeting',
    'meetings: [{ on: 2026-06-01 }]\nactions: [{ what: X, from: 2026-06-01 }]',
    'meetings: [{ on: 2026-06-01 }]\nactions: [{ what: X, from: 2026-06-02 }]',
    'no-such-meeting actions.0.from there is no meeting *2026-06-02*, so no minutes show this action.',
  ],
  [
    'an action of no meeting of that id',
    'meetings: [{ id: m, on: 2026-06-01 }]\nactions: [{ what: X, from: m }]',
    'meetings: [{ id: m, on: 2026-06-01 }]\nactions: [{ what: X, from: n }]',
    'no-such-meeting actions.0.from there is no meeting *n*, so no minutes show this action.',
  ],
  [
    'an agreement that one has not signed',
    signed(''),
    signed('', LEGAL),
    'signed-by-some agreements.0.signed the agreement from 2026-01-01 is not yet signed by Clinic. *hjp sign* once it is',
  ],
  [
    'a partner that signed and has left',
    fileOf(signed(''), people(ANA).replace('name: Clinic', 'name: Clinic, left: 2090-01-01')),
    fileOf(signed(''), people(ANA).replace('name: Clinic', 'name: Clinic, left: 2026-02-01')),
    'signatory-left agreements.0.signed the agreement from 2026-01-01 was signed for Clinic, which has left since. Does it need to be changed? *hjp mou* writes the next one',
  ],
  [
    'a clause of no prompt',
    signed(', clauses: { what-we-do/training: s0123456789 }'),
    signed(', clauses: { what-we-do/trainings: s0123456789 }'),
    'no-such-prompt agreements.0.clauses.what-we-do/trainings there is no prompt *what-we-do/trainings*, which is a clause of what you signed.',
  ],
  [
    'a step that no funding pays',
    'funding: [{ source: G }]\nmilestones: [{ what: X, paid-by: G }]',
    'funding: [{ source: G }]\nmilestones: [{ what: X, paid-by: H }]',
    'no-such-funding milestones.0.paid-by there is no funding *H*.',
  ],
  [
    'a gap that no action mends',
    'actions: [{ id: a, what: X }]\ncontributions: [{ what: Time, partner: legal, gap: Fridays, action: a }]',
    'actions: [{ id: a, what: X }, { what: Y }]\ncontributions: [{ what: Time, partner: legal, gap: Fridays, action: b }]',
    'no-such-action contributions.0.action there is no action *b* to fill this gap.',
  ],
  [
    'an action about no prompt',
    'actions: [{ what: X, about: 5.1 }]',
    'actions: [{ what: X, about: 5.77 }]',
    'no-such-prompt actions.0.about there is no prompt *5.77*.',
  ],
  [
    'a step about no prompt',
    'milestones: [{ what: X, about: 5.1 }]',
    'milestones: [{ what: X, about: 5.77 }]',
    'no-such-prompt milestones.0.about there is no prompt *5.77*.',
  ],
  [
    'an action about a private prompt',
    'actions: [{ what: X, about: finding-a-partner/need }]',
    'actions: [{ what: X, about: finding-a-partner/relationships }]',
    'about-private actions.0.about the action "X" is about a private prompt, so no document for partners shows it.',
  ],
  [
    'a step about a private prompt',
    'milestones: [{ what: X, about: finding-a-partner/need }]',
    'milestones: [{ what: X, about: finding-a-partner/relationships }]',
    'about-private milestones.0.about the milestone "X" is about a private prompt, so no document for partners shows it.',
  ],
  [
    'an outcome of a prompt that is not there',
    outcome(', from: [5.1], assumes: [A]'),
    outcome(', from: [5.77], assumes: [A]'),
    'no-such-cause outcomes.0.from.0 there is no prompt or outcome *5.77*, so no document shows it. Name one that exists, or say in a few words what is done.',
  ],
  [
    'an outcome of a private prompt',
    outcome(', from: [5.1], assumes: [A]'),
    outcome(', from: [finding-a-partner/relationships], assumes: [A]'),
    'from-private outcomes.0.from.0 "Heard" comes from a private prompt, which no document for partners shows.',
  ],
  [
    'an outcome of a topic, and of no prompt',
    outcome(', from: [5.2], assumes: [A]'),
    outcome(', from: [training and Relationshps], assumes: [A]'),
    'misspelt-cause outcomes.0.from.0 *training and Relationshps* matches no prompt or outcome, so it is read as plain text. Did you mean *what-we-do/training*?',
  ],
  [
    'an outcome of the words of another, which goes by its id',
    outcomes('id: x, ', 'x'),
    outcomes('id: x, ', 'Talks held'),
    'misspelt-cause outcomes.0.from.0 *Talks held* matches no prompt or outcome, so it is read as plain text. Did you mean *x*?',
    'leads-nowhere outcomes.1 nothing says what "Talks held" leads to. To add it to *from:* of an outcome: *hjp change*',
  ],
  [
    'an outcome of the words of another, with a slip',
    outcomes('', 'Talks held'),
    outcomes('', 'Talk held'),
    'misspelt-cause outcomes.0.from.0 *Talk held* matches no prompt or outcome, so it is read as plain text. Did you mean *Talks held*?',
    'leads-nowhere outcomes.1 nothing says what "Talks held" leads to. To add it to *from:* of an outcome: *hjp change*',
  ],
  [
    'an outcome of the id of another, with a slip, which is also like its words',
    outcomes('id: talks-held, ', 'talks-held'),
    outcomes('id: talks-held, ', 'talks-hled'),
    'no-such-cause outcomes.0.from.0 there is no prompt or outcome *talks-hled*, so no document shows it. Name one that exists, or say in a few words what is done.',
    'leads-nowhere outcomes.1 nothing says what "Talks held" leads to. To add it to *from:* of an outcome: *hjp change*',
  ],
  [
    'an outcome of words that are like no other',
    outcome(', from: [Weekly clinic], assumes: [A]'),
    outcome(', from: [Training and relationship], assumes: [A]'),
    'misspelt-cause outcomes.0.from.0 *Training and relationship* matches no prompt or outcome, so it is read as plain text. Did you mean *what-we-do/training*?',
  ],
  [
    'a name with a slip in it',
    fileOf('meetings: [{ on: 2026-06-01, present: ["Ana Ruiz, LLB", Mo, Anna Rossi] }]', people(ANA)),
    fileOf('meetings: [{ on: 2026-06-01, present: ["Ana Riuz, LLB", Mo, Anna Rossi] }]', people(ANA)),
    'misspelt-person meetings.0.present.0 none of the partners has a person called *Ana Riuz, LLB*. Did you mean *Ana Ruiz*?',
  ],
  [
    'a term with a slip in it',
    'terms: { client: patient, sites: places, clnt: short }',
    'terms: { clint: patient }',
    "misspelt-term terms.clint none of hjp's questions uses the word *clint*. Did you mean *client*?",
  ],
  [
    'an answer of the side that is not asked',
    'answers: [{ prompt: finding-a-partner/legal-help, perspectives: [{ partner: legal, said: Yes }, { partner: health, said: }] }]',
    'answers: [{ prompt: finding-a-partner/legal-help, perspectives: [{ partner: health, said: Yes }] }]',
    'not-asked answers.0.perspectives.0 PROMPT is only for the legal side, so no document shows the answer of Clinic. To take it out: *hjp answer 0.6 --as health --clear*',
  ],
  [
    'a question of yes or no with neither',
    agreed('what-we-do/secondary-consultation', 'lead: legal, decision: yes'),
    agreed('what-we-do/secondary-consultation', 'lead: legal'),
    'no-decision answers.0.agreed PROMPT asks for a yes or no, and what is agreed says neither. Say yes, no or not-yet: *hjp agree NUMBER --decision yes*',
  ],
  [
    'an action that is done and dropped',
    'actions: [{ what: X, done: 2026-06-01 }, { what: Y, dropped: No. }]',
    'actions: [{ what: X, done: 2026-06-01, dropped: No. }]',
    'at-odds actions.0 the action "X" is both done and dropped. Keep one.',
  ],
  [
    'an action that is done, and has a day on which it was dropped',
    'actions: [{ what: X, done: 2026-06-01 }, { what: Y, dropped: No., dropped-on: 2026-06-01 }]',
    'actions: [{ what: X, done: 2026-06-01, dropped-on: 2026-06-01 }]',
    'at-odds actions.0 the action "X" is both done and dropped. Keep one.',
  ],
  [
    'an action that was dropped for no reason',
    'actions: [{ what: X, dropped: No., dropped-on: 2026-06-01 }]',
    'actions: [{ what: X, dropped-on: 2026-06-01 }]',
    'at-odds actions.0 the action "X" was dropped on 2026-06-01, and counts as open until *dropped:* says why.',
  ],
  [
    'a step that is done and not done',
    'milestones: [{ what: X, done: 2026-06-01, status: done }, { what: Y, status: planned }]',
    'milestones: [{ what: X, done: 2026-06-01, status: planned }]',
    'at-odds milestones.0 the step "X" was done on 2026-06-01, but its *status:* is planned.',
  ],
  [
    'a step that is done, and does not say where it stands',
    'milestones: [{ what: X, done: 2026-06-01, status: done }]',
    'milestones: [{ what: X, done: 2026-06-01 }]',
    'at-odds milestones.0 the step "X" was done on 2026-06-01, but its *status:* does not say so.',
  ],
  [
    'an action twice',
    'actions: [{ what: X, owner: legal, due: 2026-07-01 }, { what: X, owner: health, due: 2026-07-01 }, { what: X, owner: legal, due: 2026-08-01 }]',
    'actions: [{ id: a, what: X y, owner: legal, due: 2026-07-01 }, { id: b, what: "x  Y", person: Bo, owner: legal, due: 2026-07-01 }]',
    'twice actions.1 "x  Y" appears twice in actions, and nothing tells the two apart. If they are the same, combine them with *hjp change* and *hjp remove*',
  ],
  [
    'an action twice, of which one says less',
    'actions: [{ what: X, owner: legal }, { what: Y }]',
    'actions: [{ what: X, owner: legal }, { what: X }]',
    'twice actions.1 "X" appears twice in actions, and nothing tells the two apart. If they are the same, combine them with *hjp change* and *hjp remove*',
  ],
  [
    'someone around you twice',
    'stakeholders: [{ name: Housing office, power: high }, { name: Housing, power: low }]',
    'stakeholders: [{ name: Housing office, power: high, kind: A }, { name: housing office, power: low, kind: B }]',
    'twice stakeholders.1 "housing office" appears twice in stakeholders, and nothing tells the two apart. If they are the same, combine them with *hjp change* and *hjp remove*',
  ],
  [
    'a reading twice',
    readings(`${DAY}, value: "11" }, { on: 2026-06-14, value: "12" }, { on: ${DAY}`),
    readings(`${DAY}, value: "12" }, { on: ${DAY}`),
    'twice indicators.0.readings.1 "12" appears twice in readings, and nothing tells the two apart. If they are the same, combine them with *hjp change* and *hjp remove*',
  ],
  [
    'a remark twice, but not what two partners say in the same words',
    answer(
      'perspectives: [{ partner: legal, said: Yes }, { partner: health, said: Yes }], notes: [{ partner: legal, text: Thanks }, { partner: health, text: Thanks }]',
    ),
    answer('notes: [{ partner: legal, text: Thanks }, { partner: legal, text: Thanks }]'),
    'twice answers.0.notes.1 "Thanks" appears twice in notes, and nothing tells the two apart. If they are the same, combine them with *hjp change* and *hjp remove*',
  ],
  [
    'an agreement to other words',
    agreed('learning/using-it', 'review: 2027-01-01'),
    agreed('learning/using-it', 'wording: w0000000'),
    'reworded answers.0.agreed.wording PROMPT was agreed before the question was reworded. Is it still right? *hjp ask NUMBER*',
  ],
  [
    'other words for what is agreed',
    agreed('learning/using-it', 'review: 2027-01-01'),
    proposal('agreed'),
    'unsettled answers.0.proposals.0 PROMPT: Clinic proposes a different wording for what is agreed. *hjp agree NUMBER --proposed-by health* or *hjp ask NUMBER*',
  ],
  [
    'other words for a decision that is open',
    agreed('learning/using-it', 'review: 2027-01-01'),
    proposal('agreed').replace('what-we-do/training', 'what-we-do/secondary-consultation'),
    'unsettled answers.0.proposals.0 PROMPT: Clinic proposes a different wording for what is agreed. *hjp ask NUMBER*',
  ],
  [
    'other words for what was said',
    agreed('learning/using-it', 'review: 2027-01-01'),
    proposal('said'),
    'unsettled answers.0.proposals.0 PROMPT: Clinic has two different answers here, one of them sent back or merged in. *hjp answer NUMBER --as health --returned* or *hjp ask NUMBER*',
  ],
  [
    'an activity that nobody leads',
    agreed('what-we-do/training', 'lead: legal'),
    agreed('what-we-do/training', 'on: 2026-06-01'),
    'no-lead answers.0.agreed PROMPT is agreed, but nobody leads it. Say which partner does, or *together*: *hjp agree NUMBER --lead together*',
  ],
  [
    'but not one that was refused',
    agreed('what-we-do/secondary-consultation', 'decision: no'),
    agreed('what-we-do/secondary-consultation', 'decision: yes'),
    'no-lead answers.0.agreed PROMPT is agreed, but nobody leads it. Say which partner does, or *together*: *hjp agree NUMBER --lead together*',
  ],
  [
    'nor one that is put off',
    agreed('what-we-do/secondary-consultation', 'decision: not-yet'),
    agreed('what-we-do/secondary-consultation', 'decision: yes'),
    'no-lead answers.0.agreed PROMPT is agreed, but nobody leads it. Say which partner does, or *together*: *hjp agree NUMBER --lead together*',
  ],
  [
    'what follows no yes',
    agreed('what-we-do/secondary-consultation/scope', 'decision: not-yet'),
    agreed('what-we-do/secondary-consultation/scope', 'on: 2026-06-01'),
    'follows-no-yes answers.0.agreed PROMPT is agreed, but the decision it follows is not a yes, so no document shows it. To decide that again: *hjp ask 5.3*',
  ],
  [
    'an outcome that nothing leads to',
    outcome(', from: [5.1], assumes: [A]'),
    outcome(', assumes: [A]'),
    'comes-from-nowhere outcomes.0 nothing says what leads to "Heard". Name an activity or another outcome: *hjp change o from=…*',
  ],
  [
    'an output that leads nowhere',
    `${outcome(', from: [x], assumes: [A]').slice(0, -1)}, { id: x, for: clients, term: output, text: Talks, from: [5.1] }]`,
    `${outcome(', from: [5.1], assumes: [A]').slice(0, -1)}, { id: x, for: clients, term: output, text: Talks, from: [5.1] }]`,
    'leads-nowhere outcomes.1 nothing says what "Talks" leads to. To add it to *from:* of an outcome: *hjp change*',
  ],
  [
    'outcomes that rest on nothing',
    outcome(', from: [5.1], assumes: [A]'),
    outcome(', from: [5.1]'),
    'assumes-nothing outcomes no outcome says what has to be true for it. To add *assumes:* to the ones that depend on the most: *hjp change*',
  ],
  [
    'an outcome that nothing measures',
    `${readings(DAY)}\n${outcome(', from: [5.1], assumes: [A]')}`.replace('id: i,', 'id: i, outcome: o,'),
    `${readings(DAY)}\n${outcome(', from: [5.1], assumes: [A]')}`,
    'not-measured outcomes.0 no indicator shows whether "Heard" is happening. *hjp add indicator outcome=o measure="…"*',
  ],
  [
    'an indicator without a baseline',
    readings(DAY),
    readings(DAY).replace('baseline: "9", ', ''),
    'no-baseline indicators.0 "M" has no baseline. Say where it stood before you began: *hjp change i baseline="…"*',
  ],
  [
    'an indicator that may count people',
    readings(DAY),
    readings(DAY).replace('unit: people, ', ''),
    'unclear-unit indicators.0 "M" may count people, so numbers under five are not printed. If it does not, set its unit: times, days, percent, score, money, other. If it does: *hjp change i unit=people*',
  ],
  [
    'a percentage of a group of some people',
    readings(DAY).replace('value:', 'groups: { A: 9% of 90 }, value:'),
    readings(DAY).replace('value:', 'groups: { A: 9% }, value:'),
    'of-how-many indicators.0.readings.0.groups.A "9%" does not say how many people it is based on, so it is not printed. Add that, as in *9% (40 people)*.',
  ],
  [
    'an indicator without a reading',
    readings(DAY),
    readings(DAY).replace(/, readings: .*?\]/, ''),
    'no-reading indicators.0 "M" has no reading yet. *hjp measure i*',
  ],
  [
    'a story without consent',
    story(', consent: no'),
    story(''),
    `no-consent indicators.0.readings.0 the story from ${DAY} does not say whether the person who told it agreed to share it. Add *consent: yes* or *no*.`,
  ],
  [
    'a partner without a liaison',
    fileOf('', people('{ role: liaison, name: Ana }, { role: deputy, name: Cy }')),
    fileOf('', people('{ role: deputy, name: Ana }')),
    'no-liaison partners.0 *Law* has no liaison. *hjp add person partner=legal role=liaison name="…"*',
  ],
  [
    'a liaison without a name',
    fileOf('', people('{ role: liaison, name: Ana }')),
    fileOf('', people('{ role: liaison }')),
    'no-liaison partners.0 the liaison of *Law* has no name: *hjp change legal/liaison name="…"*',
  ],
  [
    'a keeper who is none of them',
    fileOf('keeper: bo\n'),
    fileOf('keeper: Cy\n'),
    'no-keeper keeper *Cy* keeps this file, and is not one of your people, or no longer. Under *keeper:* there should be one of them: Ana and Bo.',
  ],
  [
    'an address that is none',
    fileOf('', people('{ role: liaison, name: Ana, email: a@x.example }')),
    fileOf('', people('{ role: liaison, name: Ana, email: "a@x.example, b@x.example" }')),
    'no-address partners.0.people.0.email "a@x.example, b@x.example" is not a single email address, so no email can be sent to it.',
  ],
]
const whole = (text: string) => (text.startsWith('version') ? text : fileOf(text))

test.each(RULES)('%s', (_, none, one, ...says) => {
  const id = /prompt: ([\w/-]+)/.exec(one)?.[1]
  const prompt = promptsOf(library.parts).find((each) => each.id === id)
  const said = says.map((line) =>
    line.replace('PROMPT', `${prompt?.number} ${prompt?.topic}`).replaceAll('NUMBER', `${prompt?.number}`),
  )
  expect(found(whole(none), DAY)).toEqual([])
  expect(found(whole(one), DAY)).toEqual(said)
})

/** What only an editor can mend: a name where no command writes one, what could identify a client, and readings. */
const BY_HAND =
  /^(no-such-(prompt|part|statement)|no-keeper|misspelt-term|still-to-come|privacy|of-how-many|no-consent)$/

test('what is found comes with a command that is there and finds its row, unless it can only be mended by hand', async () => {
  const kinds = library.kinds.map(({ name }) => name)
  const wrong: string[] = []
  const seen = new Set<string>()
  for (const text of RULES.map(([, , one]) => whole(one))) {
    const { known, view } = knownOn(text, DAY)
    for (const { code, message } of check(known, view, library.sections)) {
      const [, name = '', rest = ''] = /\*hjp ([a-z-]+)([^*]*)\*/.exec(message) ?? []
      if (name === '' ? !BY_HAND.test(code) : !(name in commands || kinds.includes(name)))
        wrong.push(`${code}: ${message}`)
      if (name !== 'change' || rest === '' || seen.has(message)) continue
      seen.add(message)
      const words = [...rest.replace(/=.*$/, '=').matchAll(/"([^"]*)"|\S+/g)].map(
        ([all, quoted]) => quoted ?? all,
      )
      const { said } = await hjp(text, ['change', ...words])
      if (/No row|could be any of these|A row has/.test(said())) wrong.push(`${message}\n${said()}`)
    }
  }
  expect(wrong).toEqual([])
  expect(seen.size).toBeGreaterThan(10)
})

// A name by which people know a thing, but the file does not; and what is meant.
test.each([
  ['answers: [{ prompt: "5.1" }]', 'what-we-do/referral-pathways'],
  ['meetings: [{ id: m, on: 2026-06-01 }]\nactions: [{ what: X, from: 2026-06-01 }]', 'm'],
  [
    'actions: [{ id: ask-them, what: Ask }]\ncontributions: [{ what: Time, partner: legal, action: Ask }]',
    'ask-them',
  ],
  [`${outcome(', from: [5.1], assumes: [A]')}\nindicators: [{ measure: M, outcome: Heard }]`, 'o'],
  ['actions: [{ what: X, about: what-we-do/trainin }]', 'what-we-do/training'],
])('%s: did you mean %s?', (text, meant) => {
  const { known, view } = knownOn(fileOf(text), DAY)
  const [{ message } = { message: '' }] = check(known, view, library.sections).filter(
    ({ level }) => level === 'error',
  )
  expect(message).toContain(` Did you mean *${meant}*?`)
})

// A row a rule that goes by a day: what is found on the day before it, on the day, and on the day after.
test.each<[rule: string, rest: string, says: string, days: [boolean, boolean, boolean]]>([
  [
    'a review',
    agreed('learning/using-it', `review: ${DAY}`),
    `review-due answers.0.agreed.review 6.7 Using what you learn was due for review on ${DAY}. *hjp agenda 6.7*`,
    [false, true, true],
  ],
  [
    'an action',
    `actions: [{ what: X, due: ${DAY} }]`,
    `late-action actions.0.due the action "X" was due on ${DAY}.`,
    [false, false, true],
  ],
  [
    'the end of the agreement',
    signed(`, until: ${DAY}`),
    `agreement-ended agreements.0.until the agreement from 2026-01-01 ended on ${DAY}.`,
    [false, false, true],
  ],
  [
    'the day to decide on renewing it',
    signed(`, renew-by: ${DAY}`),
    `renewal-overdue agreements.0.renew-by the agreement from 2026-01-01 was to be renewed, or not, by ${DAY}.`,
    [false, false, true],
  ],
  [
    'a step of the workplan',
    `milestones: [{ what: X, end: ${DAY} }]`,
    `late-step milestones.0.end the step "X" was due on ${DAY}.`,
    [false, false, true],
  ],
  [
    'a step that is done',
    `milestones: [{ what: X, end: ${DAY}, status: done }]`,
    'late-step milestones',
    [false, false, false],
  ],
  [
    'a meeting of which something is written down',
    `meetings: [{ on: ${DAY}, decisions: [Yes] }]`,
    `still-to-come meetings.0.on the meeting on ${DAY} is in the future, but the file says what happened at it. Is the date right?`,
    [true, false, false],
  ],
  [
    'a meeting that is only planned',
    `meetings: [{ on: ${DAY} }]`,
    'still-to-come meetings',
    [false, false, false],
  ],
  [
    'what was done',
    `actions: [{ what: X, done: ${DAY} }]`,
    `still-to-come actions.0.done *done:* ${DAY} is in the future, but this has already happened. Is the date right?`,
    [true, false, false],
  ],
  [
    'an action that is done',
    `actions: [{ what: X, due: ${DAY}, done: 2026-06-01 }]`,
    'late-action actions',
    [false, false, false],
  ],
  [
    'an action that was dropped',
    `actions: [{ what: X, due: ${DAY}, dropped: No. }]`,
    'late-action actions',
    [false, false, false],
  ],
  [
    'a reading, once a year',
    readings('2025-06-15'),
    'reading-due indicators.0 "M" was last measured on 2025-06-15, and is due again. *hjp measure i*',
    [false, true, true],
  ],
  [
    'a reading, every month',
    readings('2026-05-15').replace('method', 'source: every month, method'),
    'reading-due indicators.0 "M" was last measured on 2026-05-15, and is due again. *hjp measure i*',
    [false, true, true],
  ],
  [
    'a reading, every quarter',
    readings('2026-03-15').replace('method', 'source: quarterly, method'),
    'reading-due indicators.0 "M" was last measured on 2026-03-15, and is due again. *hjp measure i*',
    [false, true, true],
  ],
  [
    'a reading, every half year',
    readings('2025-12-15').replace('method', 'source: twice a year, method'),
    'reading-due indicators.0 "M" was last measured on 2025-12-15, and is due again. *hjp measure i*',
    [false, true, true],
  ],
])('%s on the day itself', (_, rest, says, days) => {
  const seen = [BEFORE, DAY, AFTER].map((today) => found(fileOf(rest), today))
  expect(seen.map((each) => each.length > 0)).toEqual(days)
  for (const each of seen.flat()) expect(each.startsWith(says), each).toBe(true)
})

// A row a rule that sets one day against another: what is found where it is a day earlier, the same, and a day later.
test.each<[rule: string, rest: (day: string) => string, at: string, says: string]>([
  [
    'a step that ends before it starts',
    (day) => `milestones: [{ what: X, start: 2027-06-15, end: ${day} }]`,
    'wrong-way-round milestones.0.end',
    '*end:* 2027-06-14 is before *start:* 2027-06-15. One of the two days is wrong.',
  ],
  [
    'money that ends before it comes',
    (day) => `funding: [{ source: G, from: 2027-06-15, until: ${day} }]`,
    'wrong-way-round funding.0.until',
    '*until:* 2027-06-14 is before *from:* 2027-06-15. One of the two days is wrong.',
  ],
  [
    'a review before what it reviews',
    (day) => agreed('learning/using-it', `on: 2027-06-15, review: ${day}`),
    'wrong-way-round answers.0.agreed.review',
    '*review:* 2027-06-14 is before *on:* 2027-06-15. One of the two days is wrong.',
  ],
  ...['due', 'done', 'dropped: No., dropped-on'].map(
    (column): [string, (day: string) => string, string, string] => [
      `an action before its meeting, by ${column}`,
      (day) => `meetings: [{ id: m, on: 2027-06-15 }]\nactions: [{ what: X, from: m, ${column}: ${day} }]`,
      `before-its-meeting actions.0.${column.split(' ').at(-1)}`,
      `*${column.split(' ').at(-1)}:* 2027-06-14 is before 2027-06-15, the day of the meeting this action comes from.`,
    ],
  ),
])('%s', (_, rest, at, says) => {
  const seen = ['2027-06-14', '2027-06-15', '2027-06-16'].map((day) =>
    found(fileOf(rest(day)), '2027-06-16').filter((each) => /^(wrong-way|before-its)/.test(each)),
  )
  expect(seen).toEqual([[`${at} ${says}`], [], []])
})

const LEFT_OUT =
  'Reword it, because git keeps what you commit permanently, or write under *allowed:* why it is safe.'
test.each([
  ['client Joan Smith', '"Joan Smith" looks like a name: a name tells who it is.'],
  ['Mrs Joan Smith', '"Joan Smith" looks like a name: a name tells who it is.'],
  ['dob 1/2/80', '"1/2/80" looks like a date of birth: few people share a day of birth.'],
  [
    'medicare no 2123 45670',
    '"2123 45670" looks like a number that identifies someone: only one person has it.',
  ],
  ['123-45-6789', '"123-45-6789" looks like a social security number: only one person has it.'],
  ['joan@home.example', '"joan@home.example" looks like an email address: it leads to one person.'],
  ['what the client said', undefined],
])('%j wherever people write in their own words', (words, what) => {
  const text = fileOf(`answers:
  - { prompt: what-we-do/training, perspectives: [{ partner: legal, said: "${words}" }], agreed: { text: "${words}", lead: legal } }
  - { prompt: learning/using-it, parked: "${words}" }
actions: [{ what: "${words}", asked-by: "${words}", dropped: "${words}" }]
meetings: [{ on: 2026-06-01, decisions: ["${words}"], appreciation: "${words}" }]
indicators: [{ id: i, measure: M, unit: people, baseline: "9", method: count, readings: [{ on: ${DAY}, value: "${words}", note: "${words}" }] }]`)
  const places = ['answers.0.perspectives.0.said', 'answers.0.agreed.text', 'answers.1.parked']
    .concat(['what', 'asked-by', 'dropped'].map((key) => `actions.0.${key}`))
    .concat(['decisions.0', 'appreciation'].map((key) => `meetings.0.${key}`))
    .concat(['value', 'note'].map((key) => `indicators.0.readings.0.${key}`))
  const wanted = what ? places.map((place) => `privacy ${place} ${what} ${LEFT_OUT}`) : []
  expect(found(text, DAY).sort()).toEqual(wanted.sort())
})

test('nothing should be signed without what every agreement needs, unless it is put off', () => {
  const gaps = (rest: string) => {
    const { known, view } = knownOn(fileOf(rest), DAY)
    return check(known, view, library.sections)
      .filter(({ code }) => code === 'hard-gap')
      .map(({ message }) => message)
  }
  const essential = promptsOf(library.parts).filter((prompt) => prompt.essential)
  const all = essential.map(
    ({ number, topic }) => `${number} ${topic}: nothing is agreed yet. *hjp ask ${number}*`,
  )
  expect(all.length).toBeGreaterThan(5)
  expect(gaps('')).toEqual(all)
  const [first] = essential
  expect(gaps(agreed(first!.id, 'lead: legal'))).toEqual(all.slice(1))
  expect(gaps(agreed(first!.id, 'lead: legal, decision: not-yet'))).toEqual(all)
})

test.each([
  ['    said: Ring #5 first', 1],
  ['    said: "Ring #5 first"', 0],
  ['    said: Ring # a note', 0],
  ['- what: Ring #5', 1],
  ['    text: Ring #5', 1],
  ['    parked: Ring #5', 1],
  ['    place: Ring #5', 1],
  ['    due: 2026-06-15 #5', 0],
])('%j stops short %i times', (line, times) => {
  expect(cutWords(`# notes\n${line}\n`)).toHaveLength(times)
})

const { hjp } = runner({ library, today: '2026-11-16' })
/** With an error, a warning and a note in it, and what every agreement needs agreed. */
const graded = fileOf(
  `answers:\n${promptsOf(library.parts)
    .filter(({ essential }) => essential)
    .map(({ id }) => `  - { prompt: ${id}, agreed: { text: We will., lead: legal } }\n`)
    .join('')}actions:
  - { id: late, what: Ring, due: 2026-06-01 }
  - { id: stray, what: Ring back, about: 5.77 }
  - { id: quiet, what: Wait, about: finding-a-partner/relationships }`,
)

// What is asked for, and of what was found what is printed, how it ends, and the exit code.
test.each<[asked: string, codes: string[], ends: string, code: number]>([
  ['', ['no-such-prompt', 'about-private', 'late-action'], '3 things to look at.', 1],
  ['--level note', ['no-such-prompt', 'about-private', 'late-action'], '3 things to look at.', 1],
  ['--level warning', ['no-such-prompt', 'late-action'], '2 things to look at. 1 lesser thing left out.', 1],
  ['--level error', ['no-such-prompt'], '1 thing to look at. 2 lesser things left out.', 1],
  ['--only late-action', ['late-action'], '1 thing to look at.', 1],
  ['--only days,references', ['no-such-prompt', 'about-private', 'late-action'], '3 things to look at.', 1],
  ['--only days,no-such-prompt', ['no-such-prompt', 'late-action'], '2 things to look at.', 1],
  ['--only days --level error', [], 'Nothing needs attention. 1 lesser thing left out.', 0],
  ['--only privacy', [], 'Nothing needs attention.', 0],
])('check %s', async (asked, codes, ends, code) => {
  const args = ['check', ...asked.split(' ').filter(Boolean)]
  const shown = await hjp(graded, args)
  expect([...shown.out().matchAll(/\(([a-z-]+)\)$/gm)].map(([, each]) => each)).toEqual(codes)
  expect([shown.said(), shown.code]).toEqual([ends, code])
  const told = await hjp(graded, [...args, '--json'])
  const { version, findings, lesser } = JSON.parse(told.out())
  expect(version).toBe(1)
  expect(findings.map((each: { code: string }) => each.code)).toEqual(codes)
  expect([lesser, told.code]).toEqual([Number(/(\d+) lesser/.exec(ends)?.[1] ?? 0), code])
})

test('a finding says what it is about, and where', async () => {
  const file = `${graded.replace('{ role: liaison, name: Bo }', '{ role: deputy, name: Bo, email: x }')}meetings:
  - { id: m, on: 2026-06-02, agenda: [5.77] }
stakeholders:
  - name: client Jane Doe
    role: "- from # to"
    next: Ring #5
`
  const { out } = await hjp(file, ['check', '--json'])
  const about = (JSON.parse(out()).findings as Record<string, unknown>[]).map(
    ({ code, group, level, table, row, line, col }) => [code, group, level, table, row, line, col].join(' '),
  )
  const at = (words: string) => {
    const lines = file.slice(0, file.indexOf(words)).split('\n')
    return `${lines.length} ${lines.at(-1)!.length + 1}`
  }
  expect(about).toEqual([
    `no-such-prompt references error actions stray ${at('about: 5.77')}`,
    `no-such-prompt references error meetings 2026-06-02 ${at('5.77]')}`,
    `about-private references note actions quiet ${at('about: finding')}`,
    `late-action days warning actions late ${at('due: 2026-06-01')}`,
    `no-liaison people warning partners health ${at('{ id: health')}`,
    `no-address people warning people health/deputy ${at('email: x')}`,
    `privacy privacy warning stakeholders client Jane Doe ${at('name: client')}`,
    `cut-words words warning   ${at('#5')}`,
  ])
  const gap = JSON.parse((await hjp(fileOf(''), ['check', '--json', '--only', 'signing'])).out()).findings[0]
  expect([gap.table, gap.row]).toEqual(['answers', 'what-we-can-achieve/shared-goal'])
  const shown = await hjp(fileOf(''), ['check', '--only', 'signing'])
  expect(shown.out()).toMatch(/^partnership.yaml:1:1 {2}BEFORE SIGNING {2}3\.5 /)
})

test.each([
  ['--only privcy', 'no finding *privcy* for *--only*. Did you mean *privacy*?'],
  ['--only days,late-actoin', 'no finding *late-actoin* for *--only*. Did you mean *late-action*?'],
  ['--only ', 'no finding ** for *--only*. Give a code'],
  ['--level eror', '*--level* cannot be "eror". Choose one of: note, warning, error. Did you mean *error*?'],
])('check %s is refused', async (asked, says) => {
  const { code, said, out } = await hjp(graded, ['check', ...asked.split(' ')])
  expect([code, out()]).toEqual([2, ''])
  expect(said()).toContain(says)
})

test.each(['riverbend', 'first-steps', 'harbor'])('there is no error in %s', async (name) => {
  const { code, out } = await hjp(exampleFile(name), ['check', '--level', 'error'])
  expect([code, out()]).toEqual([0, ''])
})
