import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Changes } from '../../core/record/changes.ts'
import type { World } from '../../world/world.ts'

const TextChange = z.object({ at: z.number(), was: z.string(), is: z.string(), isOurs: z.boolean() })
const Kept = z.object({
  path: z.string(),
  text: z.string(),
  done: z.array(TextChange),
  undone: z.array(TextChange),
})

/** What this machine keeps on a file goes by a name made of its path. */
const keptName = (path: string, what: string): string =>
  `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.${what}.json`

/** What is kept of the changes to a file; nothing where there is nothing, or nothing that can be read. */
export function changesTo({ kept }: World, path: string): Changes | undefined {
  try {
    return Kept.parse(JSON.parse(kept.read(keptName(path, 'changes')) ?? 'null'))
  } catch {
    return undefined
  }
}

export const keepChanges = ({ kept }: World, changes: Changes): void =>
  kept.write(keptName(changes.path, 'changes'), JSON.stringify(changes))
