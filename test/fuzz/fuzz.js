// Tries the properties of the tests for a minute in all, or FUZZ_SECONDS, from a seed that is printed, or FUZZ_SEED: files,
// edits, replies, templates and whole sequences of commands, at random. Names of files after `--` try only those.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 60)
const seed = process.env['FUZZ_SEED'] ?? String(randomInt(2 ** 31))
const named = process.argv.slice(2)

/** The title of each test of a property, as a pattern: what is filled in may be anything. */
const propertiesIn = (file) =>
  readFileSync(file, 'utf8')
    .split(/^(?= *test[.(])/m)
    .filter((each) => /\bfc\.(asyncP|p)roperty\(/.test(each))
    .map((each) => each.match(/'((?:[^'\\]|\\.)+)',\s+(?:async )?[({]/)[1])
    .map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '.').replace(/%[a-z]|\$\w+/g, '.*'))

const files = readdirSync('test')
  .filter((name) => name.endsWith('.test.ts') && (!named.length || named.some((each) => each.includes(name))))
  .map((name) => ({ file: `test/${name}`, properties: propertiesIn(`test/${name}`) }))
  .filter(({ properties }) => properties.length > 0)
const all = files.flatMap(({ properties }) => properties)
const each = Math.ceil((seconds * 1000 * Math.min(files.length, availableParallelism())) / all.length)

process.stdout.write(`${all.length} properties, ${each} ms each: FUZZ_SEED=${seed} FUZZ_SECONDS=${seconds}\n`)
const order = ['--sequence.shuffle.files', `--sequence.seed=${seed}`]
const { status } = spawnSync(
  'npx',
  [
    'vitest',
    'run',
    '--project',
    'ordinary',
    '--hideSkippedTests',
    ...order,
    '-t',
    `(^| )(${all.join('|')})$`,
    ...files.map(({ file }) => file),
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      HJP_FUZZ_MS: String(each),
      HJP_FUZZ_UNTIL: String(Date.now() + seconds * 1000),
      HJP_FUZZ_SEED: seed,
    },
  },
)
if (status)
  process.stdout.write(`\nTo see it again: FUZZ_SEED=${seed} npm run fuzz -- test/<the file that failed>\n`)
process.exit(status ?? 1)
