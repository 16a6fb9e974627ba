// Runs a test as it is, and then once for each change that it sees and that no test has noticed yet. A test notices a change
// if it fails with it and passes again without it. Some can only run once: of the changes these see, nothing is said.

import { setMaxListeners } from 'node:events'
import { appendFileSync, readFileSync } from 'node:fs'
import { TestRunner } from 'vitest'

// A test that runs again and again listens as often for its end.
setMaxListeners(0)

const { mutants, tests, log } = JSON.parse(readFileSync(process.env['HJP_PLAN'], 'utf8'))
const open = new Set(mutants.map(({ n }) => n))
// Each file of tests loads this anew.
for (const [, n] of readFileSync(log, 'utf8').matchAll(/"killed":(\d+)/g)) open.delete(Number(n))
const tell = (what) => appendFileSync(log, `${JSON.stringify(what)}\n`)

export default class Switching extends TestRunner {
  async runTask(test) {
    const body = TestRunner.getTestFn(test)
    const passes = async (n) => {
      globalThis.hjpMutant = n
      try {
        await body()
        await Promise.all(test.promises ?? [])
        return true
      } catch {
        return false
      } finally {
        globalThis.hjpMutant = undefined
      }
    }
    await body()
    for (const [at, n] of (tests[test.id] ?? []).entries()) {
      if (!open.has(n)) continue
      tell({ tries: n, test: test.id })
      if (await passes(n)) continue
      if (!(await passes())) {
        tell({ unsure: tests[test.id].slice(at) })
        break
      }
      open.delete(n)
      tell({ killed: n, by: `${test.file.name}: ${test.fullTestName ?? test.name}` })
    }
    tell({ ended: test.id })
  }
}
