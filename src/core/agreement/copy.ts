import { createHash } from 'node:crypto'

/** What a copy of a form asks in place of prompts, whom it is for, the day it was made, and its code where nobody is to be known by it. */
export type FormCopy = { asks: string; partner: string; on: string; code?: string }

/** The line that says so in every copy, by which it is known again however it comes back. */
export const copyLine = ({ asks, partner, on, code }: FormCopy): string =>
  [asks, partner, on, code].filter(Boolean).join('/')

/** Letters of a code: no vowels, so that it is no word, and none that are taken for others. */
const CODE_LETTERS = 'bcdfghjkmnpqrstvwxz'
export const CODE_LENGTH = 8

/** A code that is drawn, and that nobody has. */
export function freshCode(drawn: (letters: string, many: number) => string, taken: Set<string>): string {
  for (;;) {
    const code = drawn(CODE_LETTERS, CODE_LENGTH)
    if (!taken.has(code)) return code
  }
}

/** The code of something that came without one: the same for the same. */
export const codeDerived = (key: string): string =>
  [...createHash('sha256').update(key).digest().subarray(0, CODE_LENGTH)]
    .map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length])
    .join('')

const ID = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*'
const LINE = new RegExp(
  `(?<![\\w/-])(${ID})/(${ID})/(\\d{4}-\\d\\d-\\d\\d)(?:/((?:[${CODE_LETTERS}]{${CODE_LENGTH}}){1,2}))?(?![\\w/-])`,
  'g',
)

/** The copies of forms that a text says it is: more than one where several are in it. */
export const copiesIn = (text: string): FormCopy[] =>
  [...new Map([...text.matchAll(LINE)].map((found) => [found[0], found])).values()].map(
    ([, asks = '', partner = '', on = '', code]) => ({ asks, partner, on, ...(code && { code }) }),
  )
