import type * as z from 'zod'
import { column, names, own, row, staff } from '../values/column.ts'
import { blankable, day, id, list, maybe, oneOf, text } from '../values/fields.ts'
import { firstFound } from '../values/find-one.ts'

/** A partner and its people, as rows of the file. */

/** A hospital stands for any part of a larger health system. */
export const SECTORS = [
  'legal',
  'health',
  'hospital',
  'community',
  'social',
  'government',
  'funder',
  'other',
] as const
export const ROLES = ['liaison', 'deputy', 'signatory', 'escalation', 'member'] as const

const person = {
  role: column(oneOf(ROLES), 'What is their role?', { tells: true }),
  name: staff(blankable, 'What is their name?', { title: true, tells: true }),
  title: staff(blankable, 'What is their position?'),
  greeting: staff(blankable, 'How should a letter greet them, if not by first name? (such as Dr Lee)', {
    later: true,
  }),
  email: column(blankable, 'What is their email address?'),
  phone: column(blankable, 'What is their phone number?'),
  authority: staff(blankable, 'What can they decide without asking?'),
  responds: staff(blankable, 'How soon do they respond?'),
  confirmed: column(maybe(day), 'When was this last confirmed?', {
    later: true,
    past: true,
  }),
}
export const Person = row(person)
/** Someone in a row that also says which partner they are with. */
export const PartnersPerson = row({
  partner: names('partner', id, 'Which partner?', { stays: true }),
  ...person,
})

const partner = {
  id: column(id, 'What short id do answers and rows use for it?', { once: true, stays: true }),
  name: staff(text, 'What is it called?', { title: true }),
  short: staff(blankable, 'What short name does the agreement use for it? (such as the legal service)'),
  'legal-name': staff(blankable, 'What is its legal name?'),
  registration: column(blankable, 'What is its registration number?'),
  address: staff(blankable, 'What is its address?'),
  notices: staff(blankable, 'Where should formal notices be sent?'),
  sector: column(oneOf(SECTORS), 'What kind of service is it?'),
  joined: column(maybe(day), 'When did it join? (leave blank if it was there from the start)'),
  left: column(maybe(day), 'When did it leave?', { after: 'joined' }),
  'why-left': own(blankable, 'Why did it leave?', { candid: true }),
}
/** What is known of a service or other body in the partnership, without its people. */
export const PartnerFacts = row(partner)
/** And with them. */
export const Partner = row({ ...partner, people: column(list(Person), 'Which of its people take part?') })

export type Person = z.infer<typeof Person>
export type Partner = z.infer<typeof Partner>

/** Where words come from that wait to be settled: from a partner, or from an agreement of before. */
export const sourceOf = (
  partnership: { partners: Pick<Partner, 'id' | 'name'>[] },
  { partner, from }: { partner?: string | undefined; from?: string | undefined },
): string => from ?? partnerName(partnership, partner)

/** The partners that this may name, as a person would type it: an id, a name, or some words of one that no other partner has. */
export function partnersCalled<P extends Named>(partners: P[], called: string): P[] {
  const typed = called.trim().toLowerCase()
  const sought = wordsOf(typed)
  return firstFound([
    partners.filter(({ id }) => id === called),
    partners.filter((partner) => namesOf(partner).some((name) => name.toLowerCase() === typed)),
    partners.filter((partner) => {
      const words = namesOf(partner).flatMap(wordsOf)
      return sought.length > 0 && sought.every((word) => words.includes(word))
    }),
  ])
}

/** The id of the one partner that this names; else as it is, and so is *together*, whatever partners are called. */
export function partnerIn({ partners }: { partners: Named[] }, called: string): string {
  const [only, ...others] = called === 'together' ? [] : partnersCalled(partners, called)
  return only && others.length === 0 ? only.id : called
}

type Named = Pick<Partner, 'id' | 'name' | 'short' | 'legal-name'>
const namesOf = ({ id, name, short = '', 'legal-name': legal = '' }: Named) => [id, name, short, legal]
/** Those of the partners that a text names, or one of their people: by a whole name, or by the first name of someone of one of them alone. */
export function partnersMentioned(partners: Partner[], text: string): Partner[] {
  const spaced = (words: string) => ` ${wordsOf(words).join(' ')} `
  const peopleOf = ({ people }: Partner) => people.map(({ name = '' }) => name)
  const whole = partners.filter((partner) =>
    [...namesOf({ ...partner, id: '' }), ...peopleOf(partner)].some(
      (name) => name !== '' && spaced(text).includes(spaced(name)),
    ),
  )
  const first = partners.filter((partner) =>
    peopleOf(partner).some((name) => spaced(name).startsWith(spaced(text))),
  )
  return whole.length > 0 || first.length > 1 ? whole : first
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []

/** What a partner is called; one that is not there any more, by its id. Words of none came from another version of the file. */
export const partnerName = (
  { partners }: { partners: Pick<Partner, 'id' | 'name'>[] },
  id: string | undefined,
): string => partners.find((partner) => partner.id === id)?.name ?? id ?? 'the other version'
