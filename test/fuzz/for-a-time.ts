import fc, { type RunDetails } from 'fast-check'
import { beforeEach } from 'vitest'

const each = Number(process.env['HJP_FUZZ_MS'])
const until = Number(process.env['HJP_FUZZ_UNTIL'])
/** What is tried even of a property that comes when the time is up. */
const LEAST = 100

/** That there was no time for a single try is no failure. */
const reporter = (details: RunDetails<unknown>) => {
  if (details.failed && !details.interrupted) throw new Error(fc.defaultReportMessage(details))
}

/** In `npm run fuzz`, every property is tried for a time, from the seed that was printed. */
beforeEach(() => {
  fc.configureGlobal({
    seed: Number(process.env['HJP_FUZZ_SEED']),
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: Math.max(LEAST, Math.min(each, until - Date.now())),
    reporter,
  })
})
