// Which functions each test runs, and which run while its file is loaded, written down for whoever asked.
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect } from 'vitest'

const folder = process.env['HJP_RAN']
if (folder) {
  const load = new Set()
  const tests = []
  let now = load
  let start = 0
  globalThis.hjpRan = (place) => now.add(place)
  beforeEach(() => {
    now = new Set()
    start = performance.now()
  })
  afterEach(({ task }) => {
    // One that fails with no change, such as of how long something takes on a busy machine, can notice nothing.
    if (task.result?.state !== 'fail')
      tests.push({ id: task.id, ms: performance.now() - start, ran: [...now] })
    now = load
  })
  afterAll(() =>
    writeFileSync(
      join(folder, `${basename(expect.getState().testPath)}.json`),
      JSON.stringify({ load: [...load], tests }),
    ),
  )
}
