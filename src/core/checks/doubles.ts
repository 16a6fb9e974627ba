import { COLUMNS } from '../file/partnership.ts'
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

export const doubles: Check = ({ partnership }) =>
  TITLES.flatMap((title) => {
    const others = beside(title).filter(tellsApart)
    const seen = new Map<string, Path[]>()
    const isSame = (one: Path, two: Path): boolean =>
      others.every(({ name }) => {
        const [a, b] = [one, two].map((row) => valueAt(partnership, [...row, name]))
        return a === undefined || b === undefined || a === b
      })
    return textsIn(partnership, title).flatMap(({ at, text }): Found[] => {
      const [list, row] = [at.slice(0, -2), at.slice(0, -1)]
      const words = [...list, text.trim().replace(/\s+/g, ' ').toLowerCase()].join('\0')
      const before = seen.get(words) ?? []
      seen.set(words, [...before, row])
      const message = `"${text}" appears twice in ${list.at(-1)}, and nothing tells the two apart. If they are the same, combine them.`
      return before.some((each) => isSame(each, row)) ? [{ code: 'twice', at: row, message }] : []
    })
  })
