import type { Person } from '../file/partner.ts'
import { wholeName } from './addressees.ts'

/** The one of the partners' people who keeps the file, with the partner; nothing where it names nobody, or none of them. */
export function keeperAmong<P extends { people: Pick<Person, 'name'>[] }>(
  partners: P[],
  keeper: string,
): (P['people'][number] & { at: P }) | undefined {
  const all = partners.flatMap((at) => at.people.map((person) => ({ ...person, at })))
  const name = wholeName([...new Set(all.flatMap(({ name }) => name ?? []))], keeper)
  return all.find((person) => person.name !== undefined && person.name === name)
}
