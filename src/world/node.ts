import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HjpError } from '../errors.ts'
import type { Library } from '../render/templates/library.ts'
import { disk } from './disk.ts'
import { nodeFiles } from './files.ts'
import { nodeGit } from './git.ts'
import { keptOn } from './kept.ts'
import { byOffice } from './office.ts'
import { pdfText } from './pdf.ts'
import { printed } from './printed.ts'
import { show } from './show.ts'
import { nodeTerminal } from './terminal.ts'
import type { World } from './world.ts'

/** The real world; throws HjpError goneFolder where there is none to stand in. `home` is the folder hjp is installed in, `shipped` loads its prompts and templates. */
export async function nodeWorld(home: string, shipped: () => Library): Promise<World> {
  return {
    today: todayHere(),
    zone: zoneHere,
    drawn: (letters, many) => Array.from({ length: many }, () => letters[randomInt(letters.length)]).join(''),
    cwd: here(),
    named: process.env['HJP_FILE'] || undefined,
    files: nodeFiles,
    byOffice,
    pdfText,
    show,
    kept: keptOn(disk),
    git: nodeGit,
    terminal: await nodeTerminal(),
    printed,
    program: [process.execPath, join(home, 'bin', 'hjp.js')],
    shipped: async () => shipped(),
    original: (path) => readFile(join(home, path), 'utf8').catch(() => undefined),
  }
}

function here(): string {
  try {
    return process.cwd()
  } catch {
    throw new HjpError('goneFolder')
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
