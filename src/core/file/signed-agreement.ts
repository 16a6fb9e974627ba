import * as z from 'zod'
import { fieldErrors } from '../../errors.ts'
import { column, key, names, row, staff } from '../values/column.ts'
import { blankable, day, id, list, maybe, oneOf, text } from '../values/fields.ts'

/** A signed version of the agreement, as a row of the file. */

/** A stamp of what a clause said. */
const stamp = z.string().regex(/^s[0-9a-f]{10}$/, fieldErrors.wantsStamp)

const Signature = row({
  partner: names('partner', id, 'For which partner?', { tells: true }),
  by: staff(text, 'Who signed for it?', { tells: true }),
  on: column(day, 'On what day?', { past: true }),
})
/** Whether an agreement is the whole of it, or a letter of understanding. */
export const AGREEMENT_KINDS = ['whole', 'short'] as const

export const SignedAgreement = row({
  id: key(maybe(id)),
  kind: column(oneOf(AGREEMENT_KINDS), 'Is it the whole agreement, or the letter of understanding (short)?', {
    tells: true,
  }),
  from: column(day, 'From when does it apply?', { title: true, tells: true }),
  until: column(maybe(day), 'What is its last day?', { after: 'from' }),
  'renew-by': column(maybe(day), 'By when will you decide whether to renew it?', {
    after: 'from',
  }),
  signed: column(list(Signature), 'Who has signed it?'),
  document: staff(blankable, 'Which agreement that you had before is it? (its file)', {
    later: true,
  }),
  copy: staff(blankable, 'Where is the signed copy? (a file or a few words)'),
  digest: column(
    maybe(z.string().regex(/^[0-9a-f]{64}$/, fieldErrors.wantsStamp)),
    'What is the SHA-256 digest of the signed copy? (hjp works it out)',
    { later: true },
  ),
  clauses: names(
    'prompt',
    z
      .record(z.string(), stamp)
      .nullish()
      .transform((stamps) => stamps ?? {}),
    'Which clauses does it have? (hjp adds a stamp of each)',
    { later: true, lost: ', which is a clause of what you signed' },
  ),
})

export type SignedAgreement = z.infer<typeof SignedAgreement>
