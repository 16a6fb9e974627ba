import { isRecord } from '../file/walk.ts'
import { type Clash, isSame } from './three-ways.ts'

/** What two versions say differently, as it waits in the file to be settled. */

const listIn = (data: unknown, key: string): unknown[] => {
  const there = isRecord(data) ? data[key] : undefined
  return Array.isArray(there) ? there : []
}

/** Data in which theirs is kept beside ours, wherever they differ: as a proposal at its prompt, or among the conflicts. */
export const withClashes = (data: unknown, clashes: Clash[]): unknown => clashes.reduce(withClash, data)

function withClash(data: unknown, clash: Clash): unknown {
  if (!isRecord(data)) return data
  if (clash.of === 'column')
    return {
      ...data,
      conflicts: withItem(listIn(data, 'conflicts'), { at: placeOf(clash), other: String(clash.theirs) }),
    }
  const [, prompt] = clash.at
  return {
    ...data,
    answers: listIn(data, 'answers').map((answer) =>
      isRecord(answer) && answer['prompt'] === prompt
        ? { ...answer, proposals: withItem(listIn(answer, 'proposals'), proposalOf(clash)) }
        : answer,
    ),
  }
}

const withItem = (items: unknown[], item: unknown): unknown[] =>
  items.some((each) => isSame(each, item)) ? items : [...items, item]

/** Where two versions differ, as it stands in the file. */
export const placeOf = ({ at }: Pick<Clash, 'at'>): string => at.join(' ')

function proposalOf({ of, theirs }: Clash): Record<string, unknown> {
  const { partner, said, text, decision, lead, on, review } = theirs as Record<string, unknown>
  const all =
    of === 'said' ? { partner, for: of, text: said, on } : { for: of, text, decision, lead, on, review }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== null))
}
