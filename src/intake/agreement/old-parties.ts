import type { OldClause } from './old-clauses.ts'

/** What an agreement says of a party beside its name. */
export type PartyFacts = { registration?: string; address?: string }

const REGISTRATION =
  /\b((?:ABN|ACN|ARBN|EIN|NZBN|(?:company|charity|registration|registered) (?:number|no\.?))[:\s]*[A-Z]{0,2}\d[\d -]*\d)/i
const ADDRESS = /\bof (\d[^;()“”"]*?)(?=[;.]?(?: and)?$|[;,]? ?\(| \band\b )/i
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DAY = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)?(?: day of)? ${MONTH},? \\d{4}\\b|\\b${MONTH} \\d{1,2},? \\d{4}\\b`,
  'gi',
)

/** What an agreement says of a party, in the paragraph that names it first. */
export function partyFacts(clauses: OldClause[], name: string): PartyFacts {
  const words = clauses.flatMap(({ paragraphs }) => paragraphs).find((each) => namesIt(each, name)) ?? ''
  const [part = ''] = words
    .slice(words.toLowerCase().indexOf(name.toLowerCase()))
    .split(/;|\band\b(?= [A-Z])/)
  const registration = REGISTRATION.exec(part)?.[1]?.trim()
  const address = ADDRESS.exec(part)?.[1]?.replace(/,$/, '').trim()
  return { ...(registration && { registration }), ...(address && { address }) }
}

/** The names of its parties, where it says at its head between whom it is made. */
export function partiesNamed(clauses: OldClause[]): string[] {
  const head = clauses
    .flatMap(({ beside, headings, paragraphs }) =>
      beside === 'title' || /\bbetween$/i.test(headings.at(-1) ?? '')
        ? [...headings.slice(-1), ...paragraphs]
        : [],
    )
    .join('\n')
  const [, parties = ''] = /\bbetween\b:?\s([\s\S]*)/i.exec(head) ?? []
  return parties
    .split(/[;\n]|,? \band\b(?= (?:the )?[A-Z])/)
    .flatMap(
      (part) =>
        /^[\W\d]*(?:the |and )?((?:\p{Lu}[^,(.;]*?)+)(?= of \d|[,(.]|$)/iu.exec(part.trim())?.[1]?.trim() ??
        [],
    )
    .filter((name) => /^\p{Lu}/u.test(name) && /\p{L}{3}/u.test(name) && !/\bbetween\b/i.test(name))
}

const namesIt = (words: string, name: string): boolean => words.toLowerCase().includes(name.toLowerCase())

/** The days that stand where it names its parties and where it was signed, as they stand there. */
export const daysOfSigning = (clauses: OldClause[]): string[] => [
  ...new Set(
    clauses
      .filter(({ beside }) => beside === 'title' || beside === 'signature')
      .flatMap(({ paragraphs }) => paragraphs.join('\n').match(DAY) ?? [])
      .map((day) => day.replace(/(\d)(?:st|nd|rd|th)/, '$1').replace(/ day of/i, '')),
  ),
]
