// Runs every attack in this folder against the built program, and prints the figure that each ends with.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const program = resolve(HERE, '../../bin/hjp.js')
const RUNS_WITH = { sh: 'bash', py: 'python3' }
const wanted = process.argv.slice(2)
/** How an attack says that it cannot be tried here. */
const CANNOT = 77

/** What hjp keeps for its user is not mixed with that of whoever runs this. */
const kept = mkdtempSync(join(tmpdir(), 'hjp-state-'))

const say = (line) => process.stdout.write(`${line}\n`)
let failed = 0
for (const name of readdirSync(HERE).sort()) {
  const runner = RUNS_WITH[name.split('.').at(-1)]
  if (!runner || (wanted.length > 0 && !wanted.some((word) => name.includes(word)))) continue
  const { status, stdout, stderr, error } = spawnSync(runner, [join(HERE, name), program], {
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: kept },
    maxBuffer: 100_000_000,
  })
  const last = (stdout ?? '').trim().split('\n').at(-1)
  if (error?.code === 'ENOENT' || status === CANNOT)
    say(`skipped  ${name}: ${error ? `${runner} is not here` : last}`)
  else if (status === 0) say(`held     ${name}: ${last}`)
  else {
    failed += 1
    say(`BROKEN   ${name}: ${last}\n${stdout}${stderr}`)
  }
}
rmSync(kept, { recursive: true, force: true })
process.exit(failed > 0 ? 1 : 0)
