import type { HjpError } from '../../errors.ts'

/**
 * The one thing that a name stands for: of several ways to look for it, the first that finds anything counts. Throws what
 * `otherwise` makes of none or of several.
 */
export function theOne<T>(ways: T[][], otherwise: (found: T[]) => HjpError): T {
  const found = ways.find((each) => each.length > 0) ?? []
  const [only, ...others] = found
  if (only === undefined || others.length > 0) throw otherwise(found)
  return only
}
