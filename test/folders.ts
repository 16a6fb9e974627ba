import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'

/** Gives each test of a file an empty folder of its own, which goes with the last. */
export function inFolders(take: (folder: string) => void): void {
  let root: string
  let n = 0
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'hjp-'))
  })
  beforeEach(() => {
    n += 1
    const folder = join(root, String(n))
    mkdirSync(folder)
    take(folder)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))
}
