import { inFull, listed } from '../values/locale.ts'
import type { View } from '../view/view.ts'

/** A signed version in words: when it is in force, and who signed it on which day. */
export function signedVersion(
  { from, until, signed, awaited }: View['agreements'][number],
  locale: string,
): string {
  const force = `in force from ${inFull(from, locale)}${until ? ` until ${inFull(until, locale)}` : ''}`
  const by = signed.map(({ partner, by, on }) => `by ${by} for ${partner} on ${inFull(on, locale)}`)
  const parts = [
    by.length > 0 && `signed ${by.join('; ')}`,
    awaited.length > 0 && `not yet signed by ${listed(awaited, locale)}`,
  ]
  return [force, ...parts].filter(Boolean).join('; ')
}
