// Changes one thing at a time in src/core, and tells whether a test fails: `npm run mutate`. MUTANTS says how many are tried,
// spread evenly over the rooms; SEED, which; WORKERS, how many at once; RAN, a folder where what each test runs is kept from
// one run to the next. ONLY=src/core/view/tally.ts:12 tries those of the sample that stand there. A run of the whole sample
// writes docs/mutation.md.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isKilled, isOpen, page, told } from './page.js'
import { sample } from './sample.js'
import { bySwitching } from './switching.js'
import { byFile, testsBy } from './tests.js'
import { atOnce, runOnce } from './workers.js'

const env = (name, otherwise) => process.env[name] ?? otherwise
const say = (words) => process.stdout.write(`${words}\n`)
const seed = env('SEED', '1')
const only = process.env['ONLY']?.split(',')
const ran = env('RAN', mkdtempSync(join(tmpdir(), 'hjp-ran-')))
mkdirSync(ran, { recursive: true })

const seeing = await testsBy(ran, (tests) => runOnce({ tests }, { HJP_RAN: ran }))
const mutants = sample(Number(env('MUTANTS', 220)), seed)
  .filter(({ file, line }) => !only || only.includes(`${file}:${line}`))
  .map((mutant) => ({ ...mutant, ...seeing(mutant) }))
const workers = Number(env('WORKERS', Math.max(1, availableParallelism() - 1)))
const hear = (result) => say(told(result))

/** How much longer than without the change the tests may take: what takes longer never ends. */
const within = (tests) => 60_000 + 5 * tests.reduce((sum, { ms }) => sum + ms, 0)

/** What runs while a file is loaded is changed before that, in a process of its own; all else while the tests run. */
const isSwitched = ({ atStart, tests }) => !atStart || tests.length === 0
const { results: switched, left } = await bySwitching(mutants.filter(isSwitched), hear)
const others = [...left, ...mutants.filter((mutant) => !isSwitched(mutant))]
const alone = await atOnce(workers, others, async (mutant) => {
  const failed = await runOnce({ mutant, tests: byFile(mutant.tests) }, {}, within(mutant.tests))
  const end = !failed ? 'late' : failed.length ? 'killed' : 'survived'
  const result = { ...mutant, end, by: failed?.[0] }
  hear(result)
  return result
})
const results = [...switched, ...alone]

if (!only) writeFileSync('docs/mutation.md', page(results, seed, new Date().toISOString().slice(0, 10)))
const open = results.filter(isOpen)
say(
  `\n${results.filter(isKilled).length} of ${results.length} killed. ${open.length} survive without a reason:`,
)
for (const mutant of open) say(told(mutant))
process.exit(open.length ? 1 : 0)
