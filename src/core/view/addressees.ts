import type { Person } from '../file/partnership.ts'
import { isAddress } from '../values/fields.ts'

/** Somebody to write to. */
export type Addressee = Pick<Person, 'name' | 'email'>

export const liaisonsOf = <P extends Person>(partners: { people: P[] }[]): P[] =>
  partners.flatMap(({ people }) => people.filter(({ role }) => role === 'liaison'))

/** Maree Dunstan of "Maree Dunstan, RN". Where one word stands before the comma it is a family name: "Dunstan, Maree". */
export const untitled = (name: string): string =>
  (/^\s*[^\s,]+\s+[^\s,][^,]*(?=,)/.exec(name)?.[0] ?? name).trim()

/** As they are greeted. */
export const namesOf = (people: Addressee[]): string[] => [
  ...new Set(people.flatMap(({ name }) => (name ? untitled(name) : []))),
]

/** Those who can be sent mail, each once. */
export const addressesOf = (people: Addressee[]): { name: string; email: string }[] =>
  people
    .flatMap(({ name = '', email }) => (email ? [{ name, email }] : []))
    .filter(({ email }, n, all) => all.findIndex((other) => other.email === email) === n)

/** Ana Ruiz <ana@example.org>, or one of the two, on however many lines it was pasted. */
export function readPerson(text: string): Addressee {
  const [, name, email] = /^(.*?) ?(?:< ?(.+?) ?>)?$/.exec(text.trim().replace(/\s+/g, ' '))!
  if (email === undefined && isAddress(name!)) return { name: undefined, email: name }
  return { name: name || undefined, email }
}
