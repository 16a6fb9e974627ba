import { misspelt } from '../../text.ts'
import type { Person } from '../file/partner.ts'
import { isFamilyName } from '../screen/given-names.ts'
import { isGiven } from '../screen/name-shapes.ts'
import { isAddress } from '../values/fields.ts'
import { firstFound } from '../values/find-one.ts'

/** Somebody to write to. */
export type Addressee = Pick<Person, 'name' | 'email'> & Partial<Pick<Person, 'greeting'>>

/** The people who speak for their partner. */
export const liaisonsOf = <P extends Person>(partners: { people: P[] }[]): P[] =>
  partners.flatMap(({ people }) => people.filter(({ role }) => role === 'liaison'))

/** A name without titles: "Maree Dunstan, RN" → "Maree Dunstan". A single word before the comma is a family name, and stays. */
export const untitled = (name: string): string =>
  (/^\s*[^\s,]+\s+[^\s,][^,]*(?=,)/.exec(name)?.[0] ?? name).trim()

/** The names of people without their titles, each once. */
const namesOf = (people: Addressee[]): string[] => [
  ...new Set(people.flatMap(({ name }) => (name ? untitled(name) : []))),
]

/** Whom of some people a name means that is none of theirs, but for a slip: in the whole name, or in a first name that only one of them has. */
export function misspeltPerson(people: Addressee[], called: string): string | undefined {
  const names = namesOf(people)
  const words = untitled(called).replace(/\.$/, '')
  const firsts = names.map((name) => name.split(' ')[0]!)
  if ([...names, ...firsts].some((name) => name.toLowerCase() === words.toLowerCase())) return undefined
  const whole = misspelt(words, names)
  if (whole) return whole
  const near = misspelt(words, firsts)
  const isSwapped = near && lettersOf(near) === lettersOf(words)
  const found = isSwapped || misspelt(words, firsts, 1) ? names.filter((_, n) => firsts[n] === near) : []
  return found.length === 1 ? found[0] : undefined
}

const lettersOf = (word: string): string => [...word.toLowerCase()].sort().join('')

/** The whole name of the one among these who has this name, or this first name alone. */
export function wholeName(names: string[], called: string): string | undefined {
  const typed = called.toLowerCase()
  const found = firstFound([
    names.filter((name) => [name, untitled(name)].some((each) => each.toLowerCase() === typed)),
    names.filter((name) => name.toLowerCase().startsWith(`${typed} `)),
  ])
  return found.length === 1 ? found[0] : undefined
}

/** How each of some people is greeted, once: as they wish, else by the first name where that can be told, else by the whole name. */
export const greetingsOf = (people: Addressee[]): string[] => [
  ...new Set(people.flatMap(({ greeting, name }) => greeting ?? (name ? firstName(untitled(name)) : []))),
]

/** Of a name that may be a family name with the given name after it, all of it stays. */
function firstName(name: string): string {
  const inOrder = name.replace(/^(\S+), (.+)$/, '$2 $1')
  const [first = '', ...rest] = inOrder.split(/\s+/)
  const isTurned = isFamilyName(first) && rest.some(isGiven)
  return isGiven(first) && !isTurned ? first : name
}

/** The people who can be sent mail, each address once. */
export const addressesOf = (people: Addressee[]): { name: string; email: string }[] =>
  people
    .flatMap(({ name = '', email }) => (email ? [{ name, email }] : []))
    .filter(({ email }, n, all) => all.findIndex((other) => other.email === email) === n)

/**
 * Reads a name, an address or both, on however many lines it was pasted: "Ana Ruiz <ana@example.org>", or the address beside the
 * name in whatever way, where it is one alone.
 */
export function readPerson(text: string): Addressee {
  const words = text.trim().replace(/\s+/g, ' ')
  const [, name, email] = /^(.*?) ?< ?(.+?) ?>$/.exec(words) ?? []
  if (email !== undefined) return { name: name || undefined, email }
  const [address, ...others] = words.split(/[\s,;()<>]+/).filter(isAddress)
  const rest = [`<${address}>`, `(${address})`, `${address}`].reduce(
    (left, form) => left.replace(form, ' '),
    words,
  )
  if (address === undefined || others.length > 0 || /[<>]/.test(rest))
    return { name: words || undefined, email: undefined }
  return { name: rest.replace(/\s+/g, ' ').replace(/^[\s,;:]+|[\s,;:]+$/g, '') || undefined, email: address }
}
