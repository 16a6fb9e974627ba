/** How grave something is, the least first. */
export const GRAVITY = ['note', 'warning', 'error'] as const

/** What codes are grouped by, and what each group looks at. */
export const CODE_GROUPS = {
  signing: 'what no agreement should be signed without',
  references: 'what names something that is not there, or that partners never see',
  agreed: 'what is agreed and is in question, or lacks something',
  clauses: 'how what is agreed reads in the agreement',
  days: 'what is late or due, and days that cannot be right',
  rows: 'rows that stand twice or contradict themselves',
  logic: 'what leads to what, and what must hold for it',
  measuring: 'what nobody could report on',
  people: 'whom the others can reach',
  privacy: 'what could tell who a client is',
  words: 'words that may be read short',
} as const

export type Rule = { group: keyof typeof CODE_GROUPS; level: (typeof GRAVITY)[number]; about: string }

/**
 * What each finding is called, and how grave it is. An error makes the file or a document wrong. A warning is for someone to
 * settle, a note for whoever has time.
 */
export const CODES = {
  'hard-gap': {
    group: 'signing',
    level: 'warning',
    about: 'Nothing is agreed yet on something that no agreement should be signed without.',
  },
  'no-such-prompt': { group: 'references', level: 'error', about: 'No prompt has this id or number.' },
  'moved-prompt': {
    group: 'references',
    level: 'note',
    about: 'What was said stands under a question that is now part of another. It is shown there.',
  },
  'no-such-meeting': { group: 'references', level: 'error', about: 'No meeting has this id or day.' },
  'no-such-action': { group: 'references', level: 'error', about: 'No action has this id.' },
  'no-such-outcome': { group: 'references', level: 'error', about: 'No outcome has this id.' },
  'no-such-cause': {
    group: 'references',
    level: 'error',
    about: 'What is said to lead to an outcome is meant as a prompt or another outcome, and is neither.',
  },
  'no-such-funding': { group: 'references', level: 'error', about: 'No money has a source of this name.' },
  'no-such-partner': {
    group: 'references',
    level: 'error',
    about: 'No partner has this id. (In most columns hjp does not open a file with such a name.)',
  },
  'no-such-questionnaire': {
    group: 'references',
    level: 'error',
    about: 'No questionnaire has this id.',
  },
  'no-such-statement': {
    group: 'references',
    level: 'error',
    about: 'The questionnaire has no statement of this id.',
  },
  'not-asked': {
    group: 'references',
    level: 'error',
    about: 'A partner answers a prompt that is put to the other side, so no document shows what it says.',
  },
  'misspelt-cause': {
    group: 'references',
    level: 'warning',
    about: 'What leads to an outcome is, but for a slip, the words of a prompt or another outcome.',
  },
  'misspelt-person': {
    group: 'references',
    level: 'note',
    about: 'A name is, but for a slip, that of somebody in the file.',
  },
  'misspelt-term': {
    group: 'references',
    level: 'warning',
    about: 'A term is, but for a slip, one that the questions of hjp use.',
  },
  'about-private': {
    group: 'references',
    level: 'note',
    about: 'A row is about a private prompt, so no document for partners shows it.',
  },
  'from-private': {
    group: 'references',
    level: 'note',
    about: 'A private prompt leads to an outcome, and no document for partners shows that.',
  },
  reworded: {
    group: 'agreed',
    level: 'warning',
    about: 'The question has other words than when this was agreed.',
  },
  unsettled: {
    group: 'agreed',
    level: 'warning',
    about: 'Words that came back from a partner, or from another version in a merge, wait to be settled.',
  },
  'not-by-all': {
    group: 'agreed',
    level: 'warning',
    about: 'Something is agreed, and a partner who is in has not agreed to it.',
  },
  'no-lead': { group: 'agreed', level: 'warning', about: 'An activity is agreed, and nobody leads it.' },
  'no-decision': {
    group: 'agreed',
    level: 'warning',
    about: 'What is agreed on a question of yes or no says neither.',
  },
  'follows-no-yes': {
    group: 'agreed',
    level: 'warning',
    about: 'A follow-up is agreed, but what it follows is no yes, so no document shows it.',
  },
  'no-sentence': {
    group: 'clauses',
    level: 'note',
    about: 'A clause has no verb, and its question has no words to begin it.',
  },
  'only-answers': {
    group: 'clauses',
    level: 'note',
    about: 'A clause answers a question that the agreement does not ask, or says its decision twice.',
  },
  'against-decision': {
    group: 'clauses',
    level: 'warning',
    about:
      'A clause says something else than its decision: a no with days and places, or a yes that refuses.',
  },
  'undefined-words': {
    group: 'clauses',
    level: 'note',
    about: 'Words in a clause look defined, and nothing says what they mean.',
  },
  'points-nowhere': {
    group: 'clauses',
    level: 'warning',
    about: 'A clause points to a section, a schedule or a topic that the agreement has not got.',
  },
  'by-number': {
    group: 'clauses',
    level: 'note',
    about: 'A clause names another by its number, which changes as the agreement grows.',
  },
  'review-due': { group: 'days', level: 'warning', about: 'What is agreed was to be looked at by now.' },
  'wrong-way-round': {
    group: 'days',
    level: 'error',
    about: 'What ends or is looked at again does so before it starts.',
  },
  'before-its-meeting': {
    group: 'days',
    level: 'error',
    about: 'An action was due or ended before the meeting that it is from.',
  },
  'still-to-come': {
    group: 'days',
    level: 'warning',
    about: 'Something happened already, and its day is still to come.',
  },
  'late-step': { group: 'days', level: 'warning', about: 'A step of the workplan was to be done by now.' },
  twice: {
    group: 'rows',
    level: 'warning',
    about: 'Two rows have the same words, and nothing else tells them apart.',
  },
  'at-odds': {
    group: 'rows',
    level: 'warning',
    about: 'A row says two things of where it stands, or only half of one.',
  },
  'two-versions': {
    group: 'rows',
    level: 'error',
    about:
      'Two versions of the file were merged that say different things of a row, and nobody has settled it.',
  },
  'late-action': { group: 'days', level: 'warning', about: 'An action was due before today.' },
  'leads-nowhere': {
    group: 'logic',
    level: 'warning',
    about: 'Nothing is said to come of an activity or an output.',
  },
  'comes-from-nowhere': {
    group: 'logic',
    level: 'warning',
    about: 'Nothing is said to lead to an outcome.',
  },
  'assumes-nothing': { group: 'logic', level: 'note', about: 'No outcome says what must hold for it.' },
  'not-measured': { group: 'measuring', level: 'note', about: 'No indicator tells of an outcome.' },
  'unclear-unit': {
    group: 'measuring',
    level: 'note',
    about: 'Nothing tells whether an indicator counts people, so it is treated as if it did.',
  },
  'of-how-many': {
    group: 'measuring',
    level: 'note',
    about: 'A percentage or score of a group does not say of how many people it is.',
  },
  'no-baseline': {
    group: 'measuring',
    level: 'note',
    about: 'An indicator does not say how it was before.',
  },
  'no-reading': { group: 'measuring', level: 'note', about: 'An indicator was never read.' },
  'reading-due': { group: 'measuring', level: 'warning', about: 'An indicator is to be read again.' },
  'no-consent': {
    group: 'measuring',
    level: 'warning',
    about: 'A story does not say whether it may be told on.',
  },
  'no-liaison': { group: 'people', level: 'warning', about: 'A partner has no liaison.' },
  'no-address': { group: 'people', level: 'warning', about: 'An email address is none, or more than one.' },
  privacy: { group: 'privacy', level: 'warning', about: 'Words look as if they could identify a client.' },
  'cut-words': {
    group: 'words',
    level: 'warning',
    about: 'Words stop at a # that may belong to them.',
  },
} as const satisfies Record<string, Rule>

export type Code = keyof typeof CODES

/** A code with its group and level, as every finding has them. */
export const ruleOf = (code: Code): { code: Code } & Pick<Rule, 'group' | 'level'> => {
  const { group, level } = CODES[code]
  return { code, group, level }
}

/** The codes that a word stands for: itself, or those of a group; none where it is neither. */
export const codesNamed = (word: string): Code[] =>
  ALL_CODES.filter((code) => code === word || CODES[code].group === word)

export const ALL_CODES = Object.keys(CODES) as Code[]
