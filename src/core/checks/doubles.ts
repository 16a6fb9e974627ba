import { COLUMNS, type Partnership } from '../file/partnership.ts'
import { type Path, type PlacedColumn, textsIn, valueAt } from '../file/walk.ts'
import type { Check, Found } from './finding.ts'

/** Two rows of one list may be one: the same words, and nothing else that tells them apart. */

/** The columns that rows go by: of each row the one that titles it, or else the first in people's own words. */
const TITLES = COLUMNS.filter((column) => {
  const row = beside(column)
  return column === (row.find(({ title }) => title) ?? row.find(({ free }) => free === true))
}).filter(({ steps }) => steps.at(-2) === 0)

/** The columns of the row that a column is in. */
function beside({ steps }: PlacedColumn): PlacedColumn[] {
  return COLUMNS.filter(
    (other) =>
      other.steps.length === steps.length && steps.slice(0, -1).every((step, n) => other.steps[n] === step),
  )
}

/** Whether a column can tell rows of the same words apart: what is said of them cannot, nor the id that each has. */
const tellsApart = ({ free, candid, once, names }: PlacedColumn): boolean =>
  !(free || candid || (once && !names))

/** A row, and those before it in its list that may be the same: by their words, and since nothing else `tells` them apart. */
type Twins = { at: Path; text: string; others: Path[] }

function twinsIn(partnership: Partnership, tells: (column: PlacedColumn) => boolean): Twins[] {
  return TITLES.flatMap((title) => {
    const telling = beside(title).filter(tells)
    const seen = new Map<string, Path[]>()
    const isSame = (one: Path, two: Path): boolean =>
      telling.every(({ name }) => {
        const [a, b] = [one, two].map((row) => valueAt(partnership, [...row, name]))
        return a === undefined || b === undefined || a === b
      })
    return textsIn(partnership, title).flatMap(({ at: place, text }) => {
      const [list, at] = [place.slice(0, -2), place.slice(0, -1)]
      const words = [...list, text.trim().replace(/\s+/g, ' ').toLowerCase()].join('\0')
      const before = seen.get(words) ?? []
      seen.set(words, [...before, at])
      const others = before.filter((each) => isSame(each, at))
      return others.length > 0 ? [{ at, text, others }] : []
    })
  })
}

/**
 * Where rows stand that are added again, each with the row that is there already. What was agreed to again at another meeting is the
 * same thing still, and what has ended is not.
 */
export function addedAgain(before: Partnership, after: Partnership): { at: Path; there: Path }[] {
  const twins = (partnership: Partnership) =>
    twinsIn(partnership, (column) => tellsApart(column) && column.names !== 'meeting')
  const known = new Set(twins(before).map(({ at }) => at.join()))
  return twins(after).flatMap(({ at, others }) => {
    const there = others.find((other) => !hasEnded(valueAt(after, other) as Record<string, unknown>))
    return known.has(at.join()) || !there ? [] : [{ at, there }]
  })
}

const hasEnded = (row: Record<string, unknown>): boolean => Boolean(row['done'] ?? row['dropped'])

export const doubles: Check = ({ partnership }) =>
  twinsIn(partnership, tellsApart).map(({ at, text }): Found => {
    const message = `"${text}" appears twice in ${at.at(-2)}, and nothing tells the two apart. If they are the same, combine them with *hjp change* and *hjp remove*`
    return { code: 'twice', at, message }
  })
