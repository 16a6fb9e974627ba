import type * as z from 'zod'
import { column, names, own, row, staff } from '../values/column.ts'
import { blankable, day, id, list, maybe, oneOf, text } from '../values/fields.ts'

/** A partner and its people, as rows of the file. */

export const SECTORS = ['legal', 'health', 'community', 'social', 'government', 'funder', 'other'] as const
export const ROLES = ['liaison', 'deputy', 'signatory', 'escalation', 'member'] as const

const person = {
  role: column(oneOf(ROLES), 'What is their part in it?', { tells: true }),
  name: staff(blankable, 'What is their name?', { title: true, tells: true }),
  title: staff(blankable, 'What is their position?'),
  greeting: staff(blankable, 'How does a letter greet them, if not by their first name? (such as Dr Lee)', {
    later: true,
  }),
  email: column(blankable, 'What is their email address?'),
  phone: column(blankable, 'What is their phone number?'),
  authority: staff(blankable, 'What may they decide without asking?'),
  responds: staff(blankable, 'How soon do they answer?'),
  confirmed: column(maybe(day), 'On which day was it last confirmed? (YYYY-MM-DD)', {
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

/** A service or other body in the partnership. */
export const Partner = row({
  id: column(id, 'What do answers and rows call it?', { once: true }),
  name: staff(text, 'What is it called?', { title: true }),
  short: staff(blankable, 'What does the agreement call it in short? (such as the legal service)'),
  'legal-name': staff(blankable, 'What is its name in law?'),
  registration: column(blankable, 'What is it registered as?'),
  address: staff(blankable, 'Where is it?'),
  notices: staff(blankable, 'Where do formal notices to it go?'),
  sector: column(oneOf(SECTORS), 'What sort of service is it?'),
  joined: column(maybe(day), 'Since which day is it in? (YYYY-MM-DD; none where it was from the start)'),
  left: column(maybe(day), 'From which day is it out? (YYYY-MM-DD)', { after: 'joined' }),
  'why-left': own(blankable, 'Why did it leave?', { candid: true }),
  people: column(list(Person), 'Who of it takes part?'),
})

export type Person = z.infer<typeof Person>
export type Partner = z.infer<typeof Partner>

/** What a partner is called; one that is not there any more, by its id. Words of none came from another version of the file. */
export const partnerName = (
  { partners }: { partners: Pick<Partner, 'id' | 'name'>[] },
  id: string | undefined,
): string => partners.find((partner) => partner.id === id)?.name ?? id ?? 'the other version'
