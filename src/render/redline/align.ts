import { isDeepStrictEqual } from 'node:util'
import type { Change } from '../document/document.ts'

/**
 * Two versions of a list as one, in the order of both: `both` says what becomes of two that are versions of each other, and
 * `single` of one that stands in one list only. `alike` is how much two have in common, from 0, nothing, to 1, all.
 */
export function align<T, Result>(
  before: T[],
  after: T[],
  alike: (a: T, b: T) => number,
  both: (a: T, b: T) => Result[],
  single: (one: T, change: Change) => Result[],
): Result[] {
  const start = shared(before, after)
  const end = shared(before.slice(start).reverse(), after.slice(start).reverse())
  const [olds, news] = [before, after].map((list) => list.slice(start, list.length - end)) as [T[], T[]]
  const matches = olds.length > 0 && news.length > 0 ? pairs(olds, news, alike) : []
  let [o, n] = [0, 0]
  const middle = [...matches, [olds.length, news.length] as const].flatMap(([oldAt, newAt]) => {
    const gone = olds.slice(o, oldAt).flatMap((one) => single(one, 'removed'))
    const come = news.slice(n, newAt).flatMap((one) => single(one, 'added'))
    ;[o, n] = [oldAt + 1, newAt + 1]
    return [...gone, ...come, ...(oldAt < olds.length ? both(olds[oldAt]!, news[newAt]!) : [])]
  })
  const same = (list: T[]) => list.flatMap((one) => both(one, one))
  return [...same(after.slice(0, start)), ...middle, ...same(after.slice(after.length - end))]
}

/** How many are the same from the start. */
function shared<T>(before: T[], after: T[]): number {
  const other = after.findIndex((one, n) => n >= before.length || !isDeepStrictEqual(one, before[n]))
  return other < 0 ? after.length : other
}

/** Which of two lists are versions of each other: so that together they are as alike as can be, and none crosses another. */
function pairs<T>(before: T[], after: T[], alike: (a: T, b: T) => number): [number, number][] {
  const score = before.map((one) => after.map((other) => alike(one, other)))
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1))
  for (let a = before.length - 1; a >= 0; a--)
    for (let b = after.length - 1; b >= 0; b--) {
      const paired = score[a]![b]! > 0 ? score[a]![b]! + best[a + 1]![b + 1]! : 0
      best[a]![b] = Math.max(paired, best[a + 1]![b]!, best[a]![b + 1]!)
    }
  const found: [number, number][] = []
  for (let [a, b] = [0, 0]; a < before.length && b < after.length; ) {
    if (score[a]![b]! > 0 && best[a]![b] === score[a]![b]! + best[a + 1]![b + 1]!) found.push([a++, b++])
    else if (best[a]![b] === best[a + 1]![b]) a++
    else b++
  }
  return found
}
