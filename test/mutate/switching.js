import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byFile } from './tests.js'
import { started } from './workers.js'

/** How long nothing may be heard: what takes longer never ends. */
const SILENCE = 90_000

/**
 * Tries changes that are switched on and off while the tests run, and gives each with what came of it, and those of which
 * that cannot be told so. `told` hears of each as soon as it is known.
 */
export async function bySwitching(mutants, told) {
  const results = new Map()
  const done = new Set()
  const unsure = new Set()
  const tell = (mutant, end) => {
    const result = { ...mutant, ...end }
    results.set(mutant, result)
    told(result)
  }
  for (let stuck = true; stuck; ) {
    const open = mutants.filter((mutant) => !results.has(mutant))
    stuck = await inOneRun(open, { done, unsure, tell })
    if (stuck) tell(stuck, { end: 'late' })
  }
  for (const mutant of mutants)
    if (!results.has(mutant) && !unsure.has(mutant)) tell(mutant, { end: 'survived' })
  return { results: [...results.values()], left: mutants.filter((mutant) => !results.has(mutant)) }
}

/** One run of all tests that see any of them and are not done. Gives the change at which it got stuck, if it did. */
async function inOneRun(mutants, { done, unsure, tell }) {
  const seen = mutants.flatMap((mutant, n) =>
    mutant.tests.filter(({ id }) => !done.has(id)).map((test) => ({ ...test, n })),
  )
  if (seen.length === 0) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'hjp-plan-'))
  const plan = join(folder, 'plan.json')
  const log = join(folder, 'log')
  const tests = {}
  for (const { id, n } of seen) tests[id] = [...(tests[id] ?? []), n]
  writeFileSync(plan, JSON.stringify({ mutants: mutants.map((each, n) => ({ ...each, n })), tests, log }))
  writeFileSync(log, '')
  const worker = await started({ HJP_PLAN: plan })
  const unique = [...new Map(seen.map((test) => [test.id, test])).values()]
  worker.send({ tests: byFile(unique) })

  let read = 0
  let since = Date.now()
  let last
  const hear = () => {
    const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1)
    for (const line of lines.slice(read)) {
      const { tries, killed, by, unsure: those = [], ended } = JSON.parse(line)
      last = tries ?? last
      if (killed !== undefined) tell(mutants[killed], { end: 'killed', by })
      for (const n of those) unsure.add(mutants[n])
      if (ended !== undefined) done.add(ended)
    }
    if (lines.length > read) since = Date.now()
    read = lines.length
  }
  const isStuck = await new Promise((end) => {
    const clock = setInterval(() => {
      hear()
      if (Date.now() - since > SILENCE) end(true)
    }, 1000)
    worker.once('message', () => end(false))
    worker.once('exit', () => end(true))
    worker.once('message', () => clearInterval(clock))
    worker.once('exit', () => clearInterval(clock))
  })
  worker.kill('SIGKILL')
  hear()
  return isStuck ? mutants[last] : undefined
}
