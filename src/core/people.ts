import { readPerson } from './addressees.ts'
import { editParsed } from './edit.ts'
import type { Value } from './layout.ts'
import { Partnership } from './partnership.ts'
import type { Entry } from './record.ts'
import { checked } from './yaml.ts'

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

/** Whoever goes by this name still has their place, as of a day. */
export const recordConfirmed = (name: string, on: string): Entry =>
  recordPerson(name, () => ({ confirmed: on }))

/** Someone else has taken the place of whoever goes by this name; what was known of them alone goes. */
export const recordSuccessor = (name: string, told: string, on: string): Entry =>
  recordPerson(name, (person) => {
    const gone = ['title', 'email', 'phone'].filter((key) => person[key] !== undefined)
    const { name: successor = null, email } = readPerson(told)
    return {
      ...Object.fromEntries(gone.map((key) => [key, null])),
      name: successor,
      ...(email && { email }),
      confirmed: on,
    }
  })

const recordPerson =
  (name: string, change: (person: Record<string, unknown>) => { [key: string]: Value }): Entry =>
  (path, file) => {
    const { partners } = checked(path, file, Partnership)
    const edits = partners.flatMap(({ people }, n) =>
      people.flatMap((person, m) =>
        person.name === name ? [{ at: ['partners', n, 'people', m], value: change(person) }] : [],
      ),
    )
    return editParsed(path, file, edits)
  }
