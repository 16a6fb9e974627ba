import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { HJP } from './cases.js'
import { memory, run } from './measure.js'

/** What it takes to refuse files that are none of ours: how many there are, and the slowest and the largest. */
export async function refusals(folder) {
  const at = (name) => join(folder, name)
  await build({
    entryPoints: ['test/hostile.ts'],
    outfile: at('hostile.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
  const { hostile } = await import(pathToFileURL(at('hostile.mjs')).href)
  const file = 'examples/first-steps/partnership.yaml'
  copyFileSync(file, at('partnership.yaml'))
  spawnSync(process.execPath, [HJP, 'worksheet', '5.1', '--for', 'surgery', '--out', 'w.docx'], {
    cwd: folder,
  })
  const costs = Object.entries(hostile(readFileSync(at('w.docx')))).map(([name, bytes]) => {
    writeFileSync(at(name), bytes)
    const refusal = { args: [HJP, 'import', at(name), '--as', 'surgery', '--yes'], file, refused: true }
    return { name, ms: run(refusal, folder), mb: memory(refusal, folder) }
  })
  const worst = (what) => costs.toSorted((a, b) => b[what] - a[what])[0]
  return { count: costs.length, slowest: worst('ms'), largest: worst('mb') }
}
