import { stampOf } from '../../ooxml/stamps.ts'

/** How often each of some words may be met without being new. */
export const countStamps = (stamps: string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const stamp of stamps) counts.set(stamp, (counts.get(stamp) ?? 0) + 1)
  return counts
}

/** Whether words may be met once more; then it is once less. */
export function take(counts: Map<string, number>, words: string): boolean {
  const stamp = stampOf(words)
  const left = counts.get(stamp) ?? 0
  if (left > 0) counts.set(stamp, left - 1)
  return left > 0
}
