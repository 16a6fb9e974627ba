import { foldedWords } from '../../core/search/words.ts'
import { daysNamed } from '../../core/values/days-named.ts'
import type { Beside, OldClause } from './old-clauses.ts'

/** What an agreement says of a party beside its name. */
export type PartyFacts = { short?: string; registration?: string; address?: string }

const REGISTRATION =
  /\b((?:ABN|ACN|ARBN|EIN|NZBN|(?:company|charity|registration|registered) (?:number|no\.?))[:\s]*[A-Z]{0,2}\d[\d -]*\d)/i
/** What it is called below, in brackets behind its name: (WCCLC), ("the Trust"). A number there is none. */
const CALLED =
  /\((?:(?:hereafter|hereinafter|referred to|known|called)[^"“)]*)?["“‘']?((?:the )?\p{Lu}[\p{L}&'’-]*(?: [\p{L}&'’-]+){0,2})["”’']?\)/gu
const ADDRESS = /\bof (\d[^;()“”"]*?)(?=[;.]?(?: and)?$|[;,]? ?\(| \band\b )/i

/** What an agreement says of a party, in the paragraph that names it first. */
export function partyFacts(clauses: OldClause[], name: string): PartyFacts {
  const words = clauses.flatMap(({ paragraphs }) => paragraphs).find((each) => namesIt(each, name)) ?? ''
  const [part = ''] = words
    .slice(words.toLowerCase().indexOf(name.toLowerCase()))
    .split(/;|\band\b(?= [A-Z])/)
  const registration = REGISTRATION.exec(part)?.[1]?.trim()
  const address = ADDRESS.exec(part)?.[1]?.replace(/,$/, '').trim()
  const short = [...part.matchAll(CALLED)].map((found) => found[1]!).find((each) => each !== name)
  return { ...(short && { short }), ...(registration && { registration }), ...(address && { address }) }
}

/** Where an agreement has named its parties, and says more. */
const GOES_ON = /^(?:whereas|now\b|recitals|background|operative|terms|it is agreed|the parties agree)/i
/** A name of which more is said at once: what it is called below, or its number. */
const INTRODUCED = /^[\W\d]*(?:the )?(\p{Lu}[^(;:\n]*?),? (?:\(|A[BC]N\b)/u
const SIGNED_FOR =
  /^(?:S(?:igned|IGNED)|E(?:xecuted|XECUTED)|A(?:greed|GREED))\b.*?\b(?:for(?: and on behalf of)?|as a deed by) (\p{Lu}[^\s:(_.,;]*(?= by\b)|\p{Lu}[^\s:(_.,;]* [^:(_.,;\n]*?)(?= by\b| acting\b|[:(_.,;\n]|$)/u

/** The names of its parties: where it says at its head between whom it is made, or introduces them there, or at its end for whom it was signed. */
export function partiesNamed(clauses: OldClause[]): string[] {
  const end = clauses.findIndex(
    ({ beside, paragraphs }) => beside !== 'title' || GOES_ON.test(paragraphs[0]!),
  )
  const head = clauses
    .slice(0, end < 0 ? undefined : end)
    .flatMap(({ headings, paragraphs }) => [...headings.slice(-1), ...paragraphs])
  const [, between = ''] = /\bbetween\b:?\s([\s\S]*)/i.exec(head.join('\n')) ?? []
  const signed = clauses.flatMap(({ beside, paragraphs }) => (beside === 'signature' ? paragraphs : []))
  const names = [
    ...between
      .split(/[;\n]|,? \b(?:and|AND)\b(?= (?:the )?[A-Z])/)
      .map((part) =>
        /^[\W\d]*(?:the |and )?((?:\p{Lu}[^,(.;]*?)+)(?= of \d| A[BC]N\b|[,(.]|$)/iu.exec(part.trim()),
      ),
    ...head.map((words) => INTRODUCED.exec(words)),
    ...signed.map((words) => SIGNED_FOR.exec(words)),
  ].flatMap((found) => found?.[1]?.trim() ?? [])
  const isName = (name: string) =>
    /^\p{Lu}/u.test(name) && /\p{L}{3}/u.test(name) && !/\bbetween\b|^and$|^dated\b|\d{4}$/i.test(name)
  return names.filter((name, n) => isName(name) && names.findIndex((each) => isSameName(each, name)) === n)
}

/** Whether two names are one, or one is more of the other, or its first letters. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [foldedWords(one), foldedWords(other)]
  const has = (all: string[], some: string[]) =>
    ` ${all.join(' ')} `.includes(` ${some.join(' ')} `) ||
    all.map(([first]) => first).join('') === some.join('')
  return has(a, b) || has(b, a)
}

const namesIt = (words: string, name: string): boolean => words.toLowerCase().includes(name.toLowerCase())

/** The days that stand where it names its parties and where it was signed, as they stand there. */
export const daysOfSigning = (clauses: OldClause[]): string[] => [
  ...new Set([...daysAt(clauses, 'title'), ...daysAt(clauses, 'signature')].map(({ as }) => plainly(as))),
]

const plainly = (day: string): string => day.replace(/(\d)(?:st|nd|rd|th)/, '$1').replace(/ day of/i, '')
const wordsBeside = (clauses: OldClause[], at: Beside): string =>
  clauses.flatMap(({ beside, paragraphs }) => (beside === at ? paragraphs : [])).join('\n')
const daysAt = (clauses: OldClause[], at: Beside) => daysNamed(wordsBeside(clauses, at))

/** What may be a day: 17/5/21, 3 Sep 2021. */
const LIKE_DAY = /\b\d{1,4}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[a-z]{3,9}\.?),?[ ./-]\d{1,4}\b/i

/** The day on which the last party signed: the last where it was signed, else the only one that it names itself by. Nothing where that cannot be told. */
export function dayOfSigning(clauses: OldClause[]): string | undefined {
  const signed = daysAt(clauses, 'signature')
  const left = signed.reduce((words, { as }) => words.replace(as, ''), wordsBeside(clauses, 'signature'))
  if (LIKE_DAY.test(left)) return undefined
  const [day, ...more] = daysOfSigning(clauses)
  const last = signed.toSorted((a, b) => (a.day < b.day ? -1 : 1)).at(-1)
  return last ? plainly(last.as) : more.length === 0 ? day : undefined
}

const PERSON = String.raw`(?:(?:Dr|Prof|Mr|Ms|Mrs|Mx)\.? )?\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|van|von|bin|al)){1,3}`
const SIGNER = new RegExp(`(?:\\bby |\\bName: *|^)(${PERSON})(?=,? for\\b|,|\\s*$| \\|)`, 'gmu')
const POST =
  /\b(?:signed|executed|agreed|name|title|position|yours|kind regards|witness|chief|officer|director|manager|executive|solicitor|lawyer|attorney|chair|president|coordinator|dean|secretary|delegate|signator\w+)\b/i

/** Who signed it, as far as its names can be read: a person who stands where it was signed, and is no party and no post. */
export function signersNamed(clauses: OldClause[]): string[] {
  const parties = partiesNamed(clauses)
  const names = clauses
    .filter(({ beside }) => beside === 'signature')
    .flatMap(({ paragraphs }) => [...paragraphs.join('\n').matchAll(SIGNER)].map(([, name]) => name!))
  return [...new Set(names)].filter(
    (name) => !POST.test(name) && !parties.some((party) => isSameName(party, name)),
  )
}
