/** How grave something is, the least first. */
export const GRAVITY = ['note', 'warning', 'error'] as const

/** What codes are grouped by, and what each group looks at. */
export const CODE_GROUPS = {
  signing: 'what an agreement needs before anyone signs',
  references: 'names of things that do not exist, or that partners never see',
  agreed: 'agreements that are in doubt or incomplete',
  clauses: 'how clauses read in the agreement',
  days: 'what is late or due, and dates that cannot be right',
  rows: 'rows that appear twice or contradict themselves',
  logic: 'what leads to what, and what has to be true for it',
  measuring: 'measures that nobody could report on',
  people: 'who can be contacted',
  privacy: 'what could identify a client',
  words: 'text that may be cut short',
} as const

export type Rule = { group: keyof typeof CODE_GROUPS; level: (typeof GRAVITY)[number]; about: string }
