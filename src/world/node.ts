import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../render/library.ts'
import { nodeFiles } from './files.ts'
import { nodeTerminal } from './terminal.ts'
import type { World } from './world.ts'

/** The real world. `home` is the folder hjp is installed in. */
export function nodeWorld(home: string): World {
  return {
    today: new Intl.DateTimeFormat('sv-SE').format(new Date()),
    cwd: process.cwd(),
    files: nodeFiles,
    terminal: nodeTerminal(),
    shipped: async () =>
      ((await import(new URL('dist/shipped.js', `file://${home}/`).href)) as { library: Library }).library,
    original: (path) => readFile(join(home, path), 'utf8').catch(() => undefined),
  }
}
