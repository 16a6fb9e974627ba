// Times whole commands, in turn, against Node's own start in the same round, and what it takes to refuse files that are none of
// ours: at most 2 seconds and 200 MB each. Run `npm run build` first.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const folder = mkdtempSync(join(tmpdir(), 'hjp-'))
const example = ['--file', 'examples/riverbend/partnership.yaml', '--today', '2026-11-16']
const commands = {
  'node -e 0': ['-e', '0'],
  'hjp --version': ['bin/hjp.js', '--version'],
  'hjp --help': ['bin/hjp.js', '--help'],
  'hjp status': ['bin/hjp.js', 'status', ...example],
  'hjp agenda': ['bin/hjp.js', 'agenda', ...example],
  'hjp mou (Word)': ['bin/hjp.js', 'mou', ...example, '--force', '--out', join(folder, 'mou.docx')],
}
const ROUNDS = 11
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let round = -1; round < ROUNDS; round++)
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint()
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
    if (status !== 0) throw new Error(`${name} exited ${status}`)
    if (round >= 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
for (const [name, each] of Object.entries(times)) {
  const ratio = median(each.map((time, round) => time / times['node -e 0'][round]))
  process.stdout.write(
    `${name.padEnd(16)}${median(each).toFixed(0).padStart(6)} ms${ratio.toFixed(2).padStart(7)} ×\n`,
  )
}

const at = (name) => join(folder, name)
await build({
  entryPoints: ['test/hostile.ts'],
  outfile: at('hostile.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
})
const { hostile } = await import(pathToFileURL(at('hostile.mjs')).href)
writeFileSync(at('partnership.yaml'), readFileSync('examples/first-steps/partnership.yaml'))
writeFileSync(
  at('memory.cjs'),
  "process.on('exit', () => require('node:fs').writeFileSync('memory', String(process.resourceUsage().maxRSS)))",
)
const hjp = (...args) =>
  spawnSync(process.execPath, ['-r', at('memory.cjs'), resolve('bin/hjp.js'), ...args], { cwd: folder })
hjp('worksheet', '5.1', '--for', 'surgery', '--out', 'w.docx')
const costs = Object.entries(hostile(readFileSync(at('w.docx')))).map(([name, bytes]) => {
  writeFileSync(at(name), bytes)
  const start = process.hrtime.bigint()
  const { status } = hjp('import', name, '--as', 'surgery', '--yes')
  if (status !== 2) throw new Error(`${name} was not refused`)
  return {
    name,
    ms: Number(process.hrtime.bigint() - start) / 1e6,
    mb: Number(readFileSync(at('memory'))) / 1024,
  }
})
for (const [what, unit] of [
  ['ms', 'slowest'],
  ['mb', 'largest'],
]) {
  const worst = costs.toSorted((a, b) => b[what] - a[what])[0]
  process.stdout.write(
    `refusing ${costs.length} files, ${unit}: ${worst[what].toFixed(0)} ${what} (${worst.name})\n`,
  )
}
rmSync(folder, { recursive: true })
