import { inFull, listed } from '../values/locale.ts'
import type { View } from '../view/view.ts'

/** A signed version in words: when it is in force, or was, and who signed it on which day. */
export function signedVersion(
  { from, until, signed, awaited }: View['agreements'][number],
  { locale, today }: Pick<View, 'locale' | 'today'>,
): string {
  const last = until && ` until ${until < today ? 'it ended on ' : ''}${inFull(until, locale)}`
  const force = `in force from ${inFull(from, locale)}${last ?? ''}`
  const by = signed.map(({ partner, by, on }) => `by ${by} for ${partner} on ${inFull(on, locale)}`)
  const parts = [
    by.length > 0 && `signed ${by.join('; ')}`,
    awaited.length > 0 && `not yet signed by ${listed(awaited, locale)}`,
  ]
  return [force, ...parts].filter(Boolean).join('; ')
}
