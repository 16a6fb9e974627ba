import { isDeepStrictEqual } from 'node:util'
import { HjpError } from '../../errors.ts'
import type { Edit } from '../file/edits.ts'
import { placesNaming } from '../file/namings.ts'
import { COLUMNS, namesPartner, type Partnership } from '../file/partnership.ts'
import { FILE_TABLES, type FileTable, TABLES } from '../file/tables.ts'
import { type Path, textsIn } from '../file/walk.ts'
import { nameOfMeeting } from '../meeting/meetings.ts'
import type { Part } from '../prompts/prompts.ts'
import { oneCalled } from './change-row.ts'
import type { Write } from './enter.ts'
import { type Item, itemsOf } from './items.ts'
import { settledConflicts } from './settle.ts'

/** What is taken out of the file because it should not be there. */

/** The one of these things that goes by this id or these words. Throws HjpError unknownRow or severalRows. */
export const itemNamed = (items: Item[], called: string): Item =>
  oneCalled(items, called, ({ kind, of }) => (of ? `${kind} of ${of}` : kind))

const tableOf = ({ at }: Item): FileTable | undefined =>
  at.length === 2 ? FILE_TABLES.find((table) => table === at[0]) : undefined

/** Where other rows name this one, and nothing else goes by that name. */
export function namingPlaces(partnership: Partnership, item: Item): Path[] {
  const table = tableOf(item)
  if (!table) return []
  const names = partnership[table].map((_, n) => nameIn(partnership, table, n))
  const name = names[Number(item.at[1])]
  return name === undefined || names.filter((each) => each === name).length > 1
    ? []
    : placesNaming(partnership, table, name)
}

/** What other rows call a row of a table. */
function nameIn(partnership: Partnership, table: FileTable, n: number): string | undefined {
  if (table === 'meetings') return nameOfMeeting(partnership.meetings[n]!)
  if (table === 'funding') return partnership.funding[n]!.source
  return table === 'contributions' ? undefined : partnership[table][n]!.id
}

/**
 * Takes a thing out, and what names it elsewhere. Nothing where it is gone already. Throws HjpError partnerStays for a partner
 * that the file speaks of.
 */
export const recordRemoved =
  (gone: Item, parts: Part[]): Write =>
  (partnership) => {
    const all = itemsOf(partnership, parts).filter(({ kind }) => kind === gone.kind)
    const item =
      all.find(({ row }) => isDeepStrictEqual(row, gone.row)) ??
      all.find(({ id }) => id !== '' && id === gone.id)
    if (!item) return []
    if (item.kind === 'partner') refuseSpokenOf(partnership, item)
    const table = tableOf(item)
    const columns = table ? Object.keys(TABLES[table].row.shape) : []
    return [
      // From the end, so that the places of those before it stay.
      ...namingPlaces(partnership, item)
        .reverse()
        .map((at): Edit => ({ at, out: true })),
      { at: item.at, out: true },
      ...settledConflicts(
        partnership,
        columns.map((column) => [...item.at, column]),
      ),
    ]
  }

function refuseSpokenOf({ partners, ...rest }: Partnership, { id, words }: Item): void {
  const places = COLUMNS.filter((column) => namesPartner(column) || column.names === 'past-partner')
    .flatMap((column) => textsIn(rest, column))
    .filter(({ text }) => text === id)
  if (places.length > 0 || partners.length === 1) throw new HjpError('partnerStays', id, words)
}
