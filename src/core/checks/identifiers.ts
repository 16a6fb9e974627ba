import type { Path } from '../file/edits.ts'
import type { Partnership } from '../file/partnership.ts'

const IDENTIFIERS: [what: string, looks: RegExp][] = [
  ['a date of birth', /\b(?:d\.?o\.?b\.?|date of birth|born on)\b/i],
  [
    'a record, health card or social security number',
    /\b(?:medicare|mrn|urn?|nhs|ssn|nhi|crn|record|file) ?(?:no\.?|number|#)[ :]*[\dA-Z][\dA-Z -]{4,}|\b\d{3}-\d{2}-\d{4}\b/i,
  ],
  ['an email address', /[\w.+-]+@[\w-]+\.[\w.]+/],
  ['a name', /\b(?:[Cc]lient|[Pp]atient|[Cc]onsumer|Mr|Mrs|Ms|Mx|Miss) \p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]*/u],
]

/** What was written in people's own words, and where; not who the staff are, which is business data. */
function freeText({ answers, actions, meetings, indicators }: Partnership): [Path, string | undefined][] {
  return [
    ...answers.flatMap(({ perspectives, agreed, parked }, n): [Path, string | undefined][] => [
      ...perspectives.map(({ said }, m): [Path, string | undefined] => [
        ['answers', n, 'perspectives', m, 'said'],
        said,
      ]),
      [['answers', n, 'agreed', 'text'], agreed?.text],
      [['answers', n, 'parked'], parked],
    ]),
    ...actions.flatMap(({ what, dropped, 'asked-by': wishes }, n): [Path, string | undefined][] => [
      [['actions', n, 'what'], what],
      [['actions', n, 'asked-by'], wishes],
      [['actions', n, 'dropped'], dropped],
    ]),
    ...meetings.flatMap(({ decisions, appreciation }, n): [Path, string | undefined][] => [
      ...decisions.map((text, m): [Path, string] => [['meetings', n, 'decisions', m], text]),
      [['meetings', n, 'appreciation'], appreciation],
    ]),
    ...indicators.flatMap(({ readings }, n) =>
      readings.flatMap(({ value, note }, m): [Path, string | undefined][] => [
        [['indicators', n, 'readings', m, 'value'], value],
        [['indicators', n, 'readings', m, 'note'], note],
      ]),
    ),
  ]
}

/** What looks as if it could tell who a client is, and where it stands. */
export const identifying = (partnership: Partnership): { at: Path; what: string }[] =>
  freeText(partnership).flatMap(([at, text]) =>
    IDENTIFIERS.filter(([, looks]) => text && looks.test(text)).map(([what]) => ({ at, what })),
  )
