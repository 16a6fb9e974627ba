import { isDeepStrictEqual } from 'node:util'
import { fieldErrors, HjpError, nearest } from '../../errors.ts'
import type { Value } from '../file/layout.ts'
import type { Person } from '../file/partner.ts'
import type { Partnership } from '../file/partnership.ts'
import { type Row, withoutBlanks } from '../file/row.ts'
import { readPerson } from '../view/addressees.ts'
import type { Write } from './enter.ts'

/** Names with commas or line ends between them. A name that is known may have a comma in it. */
export function readNames(text: string, known: string[]): string[] {
  const names: string[] = []
  let rest = text
  for (;;) {
    rest = rest.replace(/^[\s,;]+/, '')
    if (rest === '') return names
    const found = known
      .filter((name) => rest.startsWith(name))
      .toSorted((a, b) => b.length - a.length)
      .find((name) => /^\s*([,;\n]|$)/.test(rest.slice(name.length)))
    const name = found ?? /^[^,;\n]*/.exec(rest)![0]
    names.push(name.trim())
    rest = rest.slice(name.length)
  }
}

/** Somebody in a place of theirs. Others may go by the same name, and one person may stand in two places. */
export type Post = { partner: string; role: Person['role']; name: string }

/** The places of everyone who goes by this name. */
export const postsOf = ({ partners }: Partnership, name: string): Post[] =>
  partners.flatMap(({ id, people }) =>
    people.filter((person) => person.name === name).map(({ role }) => ({ partner: id, role, name })),
  )

/** They still have this place, as of a day. */
export const recordConfirmed = (post: Post, on: string): Write =>
  recordPerson(post, () => ({ confirmed: on }))

/** Someone else has taken this place; what was known of them alone goes. */
export const recordSuccessor = (post: Post, told: string, on: string): Write =>
  recordPerson(post, (person) => {
    const gone = ['title', 'greeting', 'email', 'phone'].filter((key) => person[key] !== undefined)
    const { name: successor = null, email } = readPerson(told)
    return {
      ...Object.fromEntries(gone.map((key) => [key, null])),
      name: successor,
      ...(email && { email }),
      confirmed: on,
    }
  })

const recordPerson =
  (
    { partner, role, name }: Post,
    change: (person: Record<string, unknown>) => { [key: string]: Value },
  ): Write =>
  ({ partners }) =>
    partners.flatMap(({ id, people }, n) =>
      people.flatMap((person, m) =>
        id === partner && person.role === role && person.name === name
          ? [{ at: ['partners', n, 'people', m], value: change(person) }]
          : [],
      ),
    )

/** Someone more among the people of a partner. Throws HjpError badRow where there is no such partner. */
export const recordPersonAdded =
  ({ partner, ...person }: Row): Write =>
  ({ partners }) => {
    const known = partners.map(({ id }) => id)
    const n = known.indexOf(String(partner))
    if (n < 0) {
      const wrong = fieldErrors.unknownPartnerHere(String(partner), nearest(String(partner), known), known)
      throw new HjpError('badRow', 'added to people', [`*partner* ${wrong}`], [])
    }
    const { people } = partners[n]!
    if (people.some((each) => isDeepStrictEqual(withoutBlanks(each), person))) return []
    return [{ at: ['partners', n, 'people', people.length], value: person }]
  }
