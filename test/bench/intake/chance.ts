/** What is drawn by chance, the same from the same seed. */
export type Chance = {
  pick: <T>(from: readonly T[]) => T
  some: <T>(from: readonly T[], many: number) => T[]
  is: (likely: number) => boolean
}

/** The generator mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  for (let n = 0; n < 5; n++) next()
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  return {
    pick,
    some: (from, many) => {
      const left = [...from]
      return Array.from(
        { length: Math.min(many, left.length) },
        () => left.splice(Math.floor(next() * left.length), 1)[0]!,
      )
    },
    is: (likely) => next() < likely,
  }
}
