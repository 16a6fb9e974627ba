import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** Runs a case once, on a file of its own, and gives back milliseconds. */
export function run({ command = process.execPath, args, file, cwd, refused = false }, folder) {
  const own = join(folder, 'partnership.yaml')
  if (file) copyFileSync(file, own)
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(command, file ? [...args, '--file', own] : args, {
    ...(cwd && { cwd }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ms = Number(process.hrtime.bigint() - start) / 1e6
  if (refused ? status !== 2 : status > 1) throw new Error(`${args.join(' ')} exited ${status}: ${stderr}`)
  return ms
}

/** The cases in turn, round after round: of each its median time, and the median of its ratios to the case it is measured by. */
export function inTurn(cases, rounds, folder) {
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]))
  for (let round = -1; round < rounds; round++)
    for (const [name, each] of Object.entries(cases)) {
      const ms = run(each, folder)
      if (round >= 0) times[name].push(ms)
    }
  return Object.entries(cases).map(([name, { of = 'node -e 0', budget }]) => ({
    name,
    of,
    budget,
    ms: median(times[name]),
    ratio: median(times[name].map((time, round) => time / times[of][round])),
  }))
}

/** The most memory that a case takes, in MB. */
export function memory({ args, ...rest }, folder) {
  const [meter, peak] = [join(folder, 'memory.cjs'), join(folder, 'memory')]
  writeFileSync(
    meter,
    `process.on('exit',()=>require('node:fs').writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`,
  )
  run({ args: ['-r', meter, ...args], ...rest }, folder)
  return Number(readFileSync(peak)) / 1024
}
