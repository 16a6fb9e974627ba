import type { FormCopy } from '../../core/agreement/copy.ts'
import { type FormedRow, formedRows, type RowForm } from '../../core/agreement/row-form.ts'
import { versionReader } from '../../core/file/versions.ts'
import { earlierTexts } from '../../core/record/changes.ts'
import { forPartners } from '../../core/view/privacy.ts'
import { viewOf } from '../../core/view/view.ts'
import type { World } from '../../world/world.ts'
import { changesTo } from '../shared/changes.ts'
import type { Opened } from '../shared/open.ts'
import { versionsInGit } from '../shared/versions-in-git.ts'
import { withAllPartners } from './baseline.ts'

/** A table as it went out, and the file as it was then. */
export type RowsSent = { rows: FormedRow[]; opened: Opened }

/**
 * The table that went out as a form, by the code in its line: as the file has it now, or as it was before one of the last changes, or in
 * git. Nothing where the line is lost, or where none of these is what was sent.
 */
export async function rowsSent(
  world: World,
  opened: Opened,
  table: RowForm,
  { partner, code }: FormCopy,
): Promise<RowsSent | undefined> {
  if (!code) return undefined
  const sentIn = (then: Opened): RowsSent | undefined => {
    const view = forPartners(viewOf({ ...withAllPartners(then), today: world.today }))
    const formed = formedRows(view, partner, table)
    return formed.code === code ? { rows: formed.rows, opened: then } : undefined
  }
  const now = sentIn(opened)
  if (now) return now
  const kept = earlierTexts(changesTo(world, opened.path), opened.text)
  const committed = await versionsInGit(world, opened.path)
  const texts = [...kept, ...committed.map(({ text }) => text).reverse()]
  const read = versionReader()
  const tried = new Set<unknown>([opened.partnership[table]])
  for (const text of texts) {
    const partnership = read(text)
    if (!partnership || tried.has(partnership[table])) continue
    tried.add(partnership[table])
    const found = sentIn({ ...opened, partnership })
    if (found) return found
  }
  return undefined
}
