import { RESOURCES } from '../file/tables.ts'
import { choiceMeant } from '../values/choice.ts'
import { namesNothing } from '../values/nothing.ts'
import type { View } from '../view/view.ts'

/** How many columns fit on a page beside the kinds: one for each partner, and the last for gaps. */
const COLUMNS = 5

type Contribution = View['contributions'][number]

/** What is missing; nothing where somebody wrote that nothing is. */
const gapOf = ({ gap }: Contribution): string | undefined => (gap && namesNothing(gap) ? undefined : gap)

/** Whether a row tells of something that is brought, and not of a gap alone. */
export const isBrought = (row: Contribution): boolean => row.brings !== undefined || gapOf(row) === undefined

/** The kind of a row, by whatever words of it the file has; one of its own is as it is there. */
function kindOf({ kind = 'other' }: Contribution): string {
  const meant = choiceMeant(RESOURCES, kind)
  return meant && !meant.more ? meant.choice : kind.trim().toLowerCase()
}

/** What each partner brings of every kind, what it needs in return and on what conditions; and what nobody brings. */
export function contributions({ contributions: rows, partners, actions }: View) {
  const own = [...new Set(rows.map(kindOf))].filter((kind) => !RESOURCES.includes(kind))
  const actionOf = (id: string | undefined) => actions.find((action) => id !== undefined && action.id === id)
  const nameOf = (by: string) => partners.find(({ id }) => id === by)?.name ?? by
  const resources = [...RESOURCES, ...own].map((resource) => {
    const ofKind = rows.filter((row) => kindOf(row) === resource)
    const brought = ofKind.filter(isBrought)
    return {
      resource,
      missing: ofKind.length === 0,
      cells: partners.map(({ id }, n) =>
        brought
          .filter(({ by }) => by === id || by === 'together')
          // What they bring together is told once.
          .map((row) => ({ ...row, told: n > 0 && row.by === 'together', shared: row.by === 'together' })),
      ),
      gaps: ofKind.flatMap((row) => {
        const { what } = row
        const gap = gapOf(row)
        // What is brought stands in its own place, and here only by its name.
        const alone = isBrought(row) ? undefined : row
        const { needs, conditions } = alone ?? {}
        const whose = alone && nameOf(alone.by)
        return gap ? [{ what, gap, whose, needs, conditions, action: actionOf(row.action) }] : []
      }),
    }
  })
  return {
    pages: pagesOf(partners.length + 1).map(([from, to]) => ({
      partners: partners.slice(from, to),
      hasGaps: to > partners.length,
      resources: resources.map(({ cells, ...rest }) => ({ ...rest, cells: cells.slice(from, to) })),
    })),
  }
}

/** The columns of each page, from the first to before the last, so that every page has about as many. */
function pagesOf(columns: number): [from: number, to: number][] {
  const pages = Math.ceil(columns / COLUMNS)
  const each = Math.ceil(columns / pages)
  return Array.from({ length: pages }, (_, page) => [page * each, Math.min((page + 1) * each, columns)])
}
