import { DATE, NUMBER, sizeOf } from './numbers.ts'
import { CURRENCY, mayBePeople, namedAfter, type Unit } from './units.ts'

/** A number in a text, or several that belong together, and what it counts: 12 people, 3 to 4 days, 62% of 40. */
export type Quantity = {
  at: number
  text: string
  /** The same without what it is a part of. */
  figure: string
  size: number
  /** The other end of a range. */
  last: number | undefined
  /** Of how many people it is a part. */
  of: number | undefined
  kind: string
  /** Whether words follow that name what is counted. */
  named: boolean
}

const RANGE = String.raw`\s*[-–—]\s*|\s+(?:to|or)\s+|(?<=[Bb]etween\s+\p{Nd}+)\s+and\s+`
const PERCENT = String.raw`\s*(?:%|per ?cent\b)`
const PART = String.raw`\s*\(?\s*(?:(?:out of|of)\s+(?:the |all |our |these |those )?|/\s*|n\s*=\s*)`
/** What cannot stand before another number than its own. */
const ABOUT =
  '(?:[Bb]etween|[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Oo]nly|[Jj]ust|[Ss]ome|[Uu]nder|[Uu]p to|(?:[Ll]ess|[Ff]ewer) than)'
/** Of one in three, which counts nobody. */
const IN = String.raw`\s+in\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10|100)(?![\p{L}\p{Nd}])`
const QUANTITY = new RegExp(
  String.raw`${DATE}|(?<figure>(?:${ABOUT}\s+)?(?<first>${NUMBER})(?:(?:${RANGE})(?<last>${NUMBER}))?(?<percent>${PERCENT})?)(?:(?<part>${PART})(?<base>${NUMBER})\)?|(?<ratio>${IN}))?`,
  'gu',
)
type Groups = Record<'figure' | 'first', string> &
  Partial<Record<'last' | 'percent' | 'part' | 'base' | 'ratio', string>>

/** The quantities in a text. A bare number counts what the unit says, and a part of a day nothing. */
export const quantities = (text: string, unit: Unit): Quantity[] =>
  [...text.matchAll(QUANTITY)].flatMap((match) =>
    match.groups?.['first'] === undefined ? [] : quantity(match, match.groups as Groups, unit),
  )

function quantity({ 0: all, index: at, input }: RegExpExecArray, groups: Groups, unit: Unit): Quantity {
  const { figure, first, last, part, base, ratio } = groups
  const beyond = namedAfter(input.slice(at + all.length))
  const isRatio = ratio !== undefined && (beyond.kind ?? (beyond.named ? 'other' : 'people')) === 'people'
  const text = ratio === undefined || isRatio ? all : figure
  const after = input.slice(at + text.length)
  const { named, kind: said } = namedAfter(after)
  const size = sizeOf(first) * (/^\s*(?:k|hundred|thousand|million)\b/.test(after) ? 1000 : 1)
  const kind = isRatio ? 'ratio' : kindOf(groups, { before: input.slice(0, at), said, size }, unit)
  const isPart =
    base !== undefined &&
    (mayBePeople(kind) || /n\s*=/.test(part!) || (kind === 'percent' && (said ?? 'people') === 'people'))
  return {
    ...{ at, text, figure: isPart ? figure : text, size, kind, named },
    last: last === undefined ? undefined : sizeOf(last),
    of: isPart ? sizeOf(base) : undefined,
  }
}

type Around = { before: string; said: string | undefined; size: number }

function kindOf({ first, percent, base }: Groups, { before, said, size }: Around, unit: Unit): string {
  if (percent !== undefined) return 'percent'
  if (new RegExp(`(?:${CURRENCY})\\s*$`).test(before)) return 'money'
  if (said !== undefined) return said
  if (/\bn\s*=\s*$/.test(before)) return 'people'
  // Half a person is nobody, so it is some mean.
  if (unit.kind === 'unclear' && size % 1 > 0) return 'score'
  if (unit.kind !== 'people' && !/\p{Nd}/u.test(first) && before.trim() !== '') return 'other'
  return base !== undefined && unit.kind === 'percent' ? 'people' : unit.kind
}

/** The one quantity of a text that says no other; the year it is of may follow. */
export function soleQuantity(text: string, unit: Unit): Quantity | undefined {
  const isYear = (quantity: Quantity) => !quantity.named && /^(?:19|20)\d\d$/.test(quantity.text)
  const [first, ...others] = quantities(text, unit)
  const isTold = first && !(first.at > 0 && isYear(first))
  return isTold && others.every(isYear) ? first : undefined
}
