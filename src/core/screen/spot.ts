/** What sort of thing could tell who somebody is. */
export type Sort = 'name' | 'birth' | 'number' | 'case' | 'phone' | 'email' | 'address' | 'portrait'

/** Something in a text that could tell who somebody is; `what` says what it looks like, and `at` from which letter to which. */
export type Spot = { sort: Sort; what: string; at: [start: number, end: number] }

/** Who of the partners is known: how their people are called, and how they and the partners are reached. */
export type Known = { names: string[]; reached: string[] }

export type ScreenRule = (text: string, known: Known) => Spot[]

/** So many of a sort in one text are enough to know what it is; those after them are found once these are mended. */
const ENOUGH = 40

/** What the matches of an expression come to; nothing where one does not count. */
export function spotsOf(
  text: string,
  looks: RegExp,
  read: (match: RegExpMatchArray & { index: number }) => Spot | undefined,
): Spot[] {
  const spots: Spot[] = []
  for (const match of text.matchAll(looks)) {
    const spot = read(match)
    if (spot) spots.push(spot)
    if (spots.length === ENOUGH) break
  }
  return spots
}

/** The spot of a named group of a match, or of all of it. Where its words stand twice in the match, the last is meant. */
export function spotOf(
  match: RegExpMatchArray & { index: number },
  sort: Sort,
  what: string,
  group?: string,
): Spot {
  const words = (group && match.groups?.[group]) || match[0]
  const start = match.index + match[0].lastIndexOf(words)
  return { sort, what, at: [start, start + words.length] }
}
