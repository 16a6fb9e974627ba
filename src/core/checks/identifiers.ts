import { COLUMNS, type Partnership } from '../file/partnership.ts'
import { type Path, textsIn } from '../file/walk.ts'
import { untitled } from '../view/addressees.ts'

/** What tells who somebody is. Of staff, names and addresses are known; `who` is what to know them by. */
const IDENTIFIERS: { what: string; looks: RegExp; isOfStaff?: true }[] = [
  { what: 'a date of birth', looks: /\b(?:d\.?o\.?b\.?|date of birth|born on)\b/gi },
  {
    what: 'a record, health card or social security number',
    looks:
      /\b(?:medicare|mrn|urn?|nhs|ssn|nhi|crn|record|file) ?(?:no\.?|number|#)[ :]*(?=[A-Z -]*\d)[\dA-Z][\dA-Z -]{4,}|\b\d{3}-\d{2}-\d{4}\b/gi,
  },
  { what: 'a name', looks: /\b(?:[Cc]lient|[Pp]atient|[Cc]onsumer) \p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]*/gu },
  {
    what: 'a name',
    looks: /\b(?:Mr|Mrs|Ms|Mx|Miss) (?<who>\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]*)/gu,
    isOfStaff: true,
  },
  { what: 'an email address', looks: /(?<who>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g, isOfStaff: true },
]

/** What looks as if it could tell who a client is, and where it stands. Who the partners' people are is business data. */
export function identifying({ partners, ...rest }: Partnership): { at: Path; what: string }[] {
  const people = partners.flatMap((partner) => partner.people)
  const staff = people.flatMap(({ name, email }) => [name && untitled(name), email])
  return COLUMNS.filter(({ free }) => free).flatMap((column) => {
    const sought = IDENTIFIERS.filter(({ isOfStaff }) => !isOfStaff || column.free !== 'staff')
    return textsIn({ partners, ...rest }, column).flatMap(({ at, text }) => {
      const found = sought.filter(({ looks }) =>
        [...text.matchAll(looks)].some(({ groups }) => !staff.includes(groups?.['who'] ?? '')),
      )
      return [...new Set(found.map(({ what }) => what))].map((what) => ({ at, what }))
    })
  })
}
