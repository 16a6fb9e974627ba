import type { HjpError } from '../../errors.ts'

/** All that a name could stand for: of several ways to look for it, the first that finds anything counts. */
export const firstFound = <T>(ways: T[][]): T[] => ways.find((each) => each.length > 0) ?? []

/** The one that was found. Throws what `otherwise` makes of none or of several. */
export function theOne<T>(found: T[], otherwise: (found: T[]) => HjpError): T {
  const [only, ...others] = found
  if (only === undefined || others.length > 0) throw otherwise(found)
  return only
}
