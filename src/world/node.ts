import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../render/templates/library.ts'
import { nodeFiles } from './files.ts'
import { nodeGit } from './git.ts'
import { nodeTerminal } from './terminal.ts'
import type { World } from './world.ts'

/** The real world. `home` is the folder hjp is installed in, `shipped` loads its prompts and templates. */
export async function nodeWorld(home: string, shipped: () => Library): Promise<World> {
  return {
    today: todayHere(),
    zone: zoneHere,
    cwd: process.cwd(),
    files: nodeFiles,
    git: nodeGit,
    terminal: await nodeTerminal(),
    shipped: async () => shipped(),
    original: (path) => readFile(join(home, path), 'utf8').catch(() => undefined),
  }
}

/** Intl knows no zone where the machine is set to none that exists, and Node then keeps UTC. */
function zoneHere(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return timeZone && timeZone !== 'Etc/Unknown' ? timeZone : 'UTC'
}

/** Intl would tell the same and take a fifth of the time of a whole command to load. */
function todayHere(): string {
  const now = new Date()
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}
