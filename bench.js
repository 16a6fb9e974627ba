// Times whole commands, in turn, against Node's own start in the same round. Run `npm run build` first.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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
rmSync(folder, { recursive: true })

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
for (const [name, each] of Object.entries(times)) {
  const ratio = median(each.map((time, round) => time / times['node -e 0'][round]))
  process.stdout.write(
    `${name.padEnd(16)}${median(each).toFixed(0).padStart(6)} ms${ratio.toFixed(2).padStart(7)} ×\n`,
  )
}
