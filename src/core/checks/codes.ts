import type { Rule } from './code-groups.ts'

/**
 * What each finding is called, and how grave it is. An error makes the file or a document wrong. A warning is for someone to
 * settle, a note for whoever has time.
 */
export const CODES = {
  'hard-gap': {
    group: 'signing',
    level: 'warning',
    about: 'Nothing is agreed yet on a point that should be settled before anyone signs.',
  },
  'essential-aside': {
    group: 'signing',
    level: 'note',
    about: 'A point that should be settled before anyone signs has been set aside.',
  },
  'no-such-part': { group: 'references', level: 'error', about: 'No part has this id or number.' },
  'no-such-prompt': { group: 'references', level: 'error', about: 'No prompt has this id or number.' },
  'moved-prompt': {
    group: 'references',
    level: 'note',
    about: 'An answer is under a question that is now part of another. It is shown there.',
  },
  'no-such-meeting': { group: 'references', level: 'error', about: 'No meeting has this id or day.' },
  'no-such-action': { group: 'references', level: 'error', about: 'No action has this id.' },
  'no-such-outcome': { group: 'references', level: 'error', about: 'No outcome has this id.' },
  'no-such-cause': {
    group: 'references',
    level: 'error',
    about:
      'What leads to an outcome looks like the name of a prompt or an outcome, but there is none by that name.',
  },
  'no-such-funding': {
    group: 'references',
    level: 'error',
    about: 'No funding has this source.',
  },
  'no-such-partner': {
    group: 'references',
    level: 'error',
    about: 'No partner has this id. (In most columns hjp refuses to open a file with such a name.)',
  },
  'no-such-questionnaire': {
    group: 'references',
    level: 'error',
    about: 'No questionnaire has this id.',
  },
  'no-such-statement': {
    group: 'references',
    level: 'error',
    about: 'The questionnaire has no statement with this id.',
  },
  'not-asked': {
    group: 'references',
    level: 'error',
    about: 'A partner has answered a prompt for the other side, so no document shows the answer.',
  },
  'misspelt-cause': {
    group: 'references',
    level: 'warning',
    about: 'What leads to an outcome is almost the name of a prompt or another outcome.',
  },
  'misspelt-person': {
    group: 'references',
    level: 'note',
    about: 'A name is almost that of someone in the file.',
  },
  'misspelt-term': {
    group: 'references',
    level: 'warning',
    about: "A term is almost one that hjp's questions use.",
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
    about: 'The question has been reworded since this was agreed.',
  },
  unsettled: {
    group: 'agreed',
    level: 'warning',
    about: 'A wording sent back by a partner, or merged in from another version, needs a decision.',
  },
  'not-agreed-yet': { group: 'agreed', level: 'note', about: 'An earlier agreement waits for a yes.' },
  'not-by-all': { group: 'agreed', level: 'warning', about: 'Not all partners have agreed to it.' },
  'no-day-agreed': { group: 'agreed', level: 'note', about: 'A partner agreed before it joined.' },
  'signed-by-some': {
    group: 'agreed',
    level: 'note',
    about: 'Some partners have signed the agreement, and others have not.',
  },
  'signatory-left': {
    group: 'agreed',
    level: 'warning',
    about: 'A partner that signed the agreement has left.',
  },
  'no-lead': { group: 'agreed', level: 'warning', about: 'An activity is agreed, but nobody leads it.' },
  'no-decision': {
    group: 'agreed',
    level: 'warning',
    about: 'What is agreed on a yes-or-no question says neither.',
  },
  'follows-no-yes': {
    group: 'agreed',
    level: 'warning',
    about: 'A follow-up is agreed, but the decision it follows is not a yes, so no document shows it.',
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
    about: 'A clause contradicts its decision: a no with days and places, or a yes that refuses.',
  },
  'undefined-words': {
    group: 'clauses',
    level: 'note',
    about: 'A word in a clause looks like a defined term, but nothing says what it means.',
  },
  'points-nowhere': {
    group: 'clauses',
    level: 'warning',
    about: 'A clause points to a section, a schedule or a topic that is not in the agreement.',
  },
  'by-number': {
    group: 'clauses',
    level: 'note',
    about: 'A clause names another by its number, which changes as the agreement grows.',
  },
  'in-brackets': { group: 'clauses', level: 'note', about: 'A clause has words in [square brackets].' },
  'agreement-ended': { group: 'days', level: 'warning', about: 'The agreement you signed has ended.' },
  'renewal-overdue': {
    group: 'days',
    level: 'warning',
    about: 'The day by which you were to decide on renewing the agreement has passed.',
  },
  'review-due': { group: 'days', level: 'warning', about: 'What is agreed is due for review.' },
  'wrong-way-round': {
    group: 'days',
    level: 'error',
    about: 'Something ends, or is due for review, before it starts.',
  },
  'before-its-meeting': {
    group: 'days',
    level: 'error',
    about: 'An action was due or finished before the meeting it comes from.',
  },
  'still-to-come': {
    group: 'days',
    level: 'warning',
    about: 'Something that has already happened has a date in the future.',
  },
  'late-step': { group: 'days', level: 'warning', about: 'A step in the workplan is late.' },
  twice: {
    group: 'rows',
    level: 'warning',
    about: 'Two rows have the same text, and nothing else tells them apart.',
  },
  'at-odds': {
    group: 'rows',
    level: 'warning',
    about: 'A row says two different things about its progress, or only half of one.',
  },
  'two-versions': {
    group: 'rows',
    level: 'error',
    about: 'Two merged versions of the file say different things in a row, and nobody has chosen yet.',
  },
  'late-action': { group: 'days', level: 'warning', about: 'An action was due before today.' },
  'leads-nowhere': {
    group: 'logic',
    level: 'warning',
    about: 'Nothing says what an activity or an output leads to.',
  },
  'comes-from-nowhere': {
    group: 'logic',
    level: 'warning',
    about: 'Nothing says what leads to an outcome.',
  },
  'assumes-nothing': { group: 'logic', level: 'note', about: 'No outcome says what has to be true for it.' },
  'not-measured': { group: 'measuring', level: 'note', about: 'No indicator measures an outcome.' },
  'unclear-unit': {
    group: 'measuring',
    level: 'note',
    about: 'It is not clear whether an indicator counts people, so it is treated as if it did.',
  },
  'of-how-many': {
    group: 'measuring',
    level: 'note',
    about: 'A percentage or score for a group does not say how many people it is based on.',
  },
  'no-baseline': {
    group: 'measuring',
    level: 'note',
    about: 'An indicator has no baseline.',
  },
  'no-reading': { group: 'measuring', level: 'note', about: 'An indicator has no readings.' },
  'reading-due': { group: 'measuring', level: 'warning', about: 'An indicator is due for a new reading.' },
  'no-consent': {
    group: 'measuring',
    level: 'warning',
    about: 'A story does not say whether you may share it.',
  },
  'no-keeper': { group: 'people', level: 'warning', about: 'The keeper is not one of your people.' },
  'no-liaison': { group: 'people', level: 'warning', about: 'A partner has no liaison.' },
  'no-address': {
    group: 'people',
    level: 'warning',
    about: 'An email address is not valid, or is more than one address.',
  },
  privacy: { group: 'privacy', level: 'warning', about: 'Something looks as if it could identify a client.' },
  'cut-words': {
    group: 'words',
    level: 'warning',
    about: 'Text stops at a # that may be part of it.',
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
