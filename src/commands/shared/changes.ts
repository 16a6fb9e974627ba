import { createHash } from 'node:crypto'
import { Changes } from '../../core/record/changes.ts'
import type { World } from '../../world/world.ts'

/** What this machine keeps on the changes to a file goes by a name made of its path. */
const keptName = (path: string): string =>
  `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.changes.json`

/** What is kept of the changes to a file; nothing where there is nothing, or nothing that can be read. */
export function changesTo({ kept }: World, path: string): Changes | undefined {
  try {
    return Changes.parse(JSON.parse(kept.read(keptName(path)) ?? 'null'))
  } catch {
    return undefined
  }
}

export const keepChanges = ({ kept }: World, changes: Changes): void =>
  kept.write(keptName(changes.path), JSON.stringify(changes))
