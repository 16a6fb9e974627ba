import type * as z from 'zod'
import { type Edit, listEdits } from '../file/edits.ts'
import { nameOfItem } from '../file/item-name.ts'
import { type Partnership, PartnershipRows } from '../file/partnership.ts'
import { withoutBlanks } from '../file/row.ts'
import { innerOf, type Path } from '../file/walk.ts'

/** Takes out the conflicts of a merge that are settled by what is written in these places now. */
export function settledConflicts(partnership: Partnership, places: Path[]): Edit[] {
  const { conflicts } = partnership
  if (conflicts.length === 0) return []
  const settled = places.map((place) => conflictPlace(partnership, place))
  const left = conflicts.filter(({ at }) => !settled.includes(at))
  return left.length < conflicts.length ? listEdits(['conflicts'], left.map(withoutBlanks)) : []
}

/** A place in the file as a conflict names it: the table, what the row is called, the column. */
function conflictPlace(partnership: Partnership, path: Path): string {
  let [inside, schema]: [unknown, z.core.$ZodType | undefined] = [partnership, PartnershipRows]
  return path
    .map((step) => {
      inside = (inside as Record<Path[number], unknown>)[step]
      schema = innerOf(schema, step)
      return typeof step === 'number' && schema ? nameOfItem(schema, inside) : step
    })
    .join(' ')
}
