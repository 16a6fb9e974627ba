import { LETTER, UPPER } from './letters.ts'

const GREETS =
  "(?:[Hh]i(?:ya)?|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]ood (?:morning|afternoon|evening)|[Gg]['’]day|[Kk]ia ora|(?:[Mm]any )?[Tt]hanks|[Tt]hank you|[Cc]heers|(?:[Kk]ind |[Ww]arm |[Bb]est )?[Rr]egards|[Bb]est wishes|[Bb]est)"
/** What stands in a line before somebody who is greeted: a greeting, and others who are greeted too. */
const BEFORE = new RegExp(
  `(?:^|\\n)[>\\s]*${GREETS}(?: (?:again|so much|very much))?,?\\s+(?:[${UPPER}][${LETTER}'’ -]{0,40}(?:,|,? and|,? &) )?$`,
)
/** And after: nothing is told of them. */
const AFTER = new RegExp(
  `^(?:\\s*(?:$|\\n|[,!.:;–—])|,? (?:and|&) [${UPPER}][${LETTER}'’ -]{0,40}(?:$|[\\n,!.:;–—]))`,
)
const GREETING = new RegExp(`^${GREETS}$`)

/** Of whom this is said, is helped: words that were written to a client may be pasted in. */
const HELPED =
  /\b[Yy]our (?:\w+ )?(?:hearing|tenancy|landlord|eviction|bond|arrears|visa|fines?|debts?|custody|child(?:ren)?|kids|ex|husband|wife|partner['’]s|rent|lease|bail|charges?|benefits?|payments?|pension|appointment|pregnancy|surgery|medication|diagnosis|appeal)\b/

/** Whether some words are a greeting, as in "Cheers, Mei", where they could be a family name. */
export const isGreeting = (words: string): boolean => GREETING.test(words)

/** Whether somebody is only greeted: whoever writes to a partner greets the people who work there. */
export const isGreeted = (text: string, [start, end]: [number, number]): boolean =>
  BEFORE.test(text.slice(Math.max(0, start - 120), start)) &&
  AFTER.test(text.slice(end, end + 60)) &&
  !HELPED.test(text.slice(end, end + 200))
