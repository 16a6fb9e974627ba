import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of the tests that see a change, as many are run, quickest first, as take a minute in all. */
const LONGEST = 60_000

/**
 * Gives what tells the tests that see a change, quickest first: those that run the function it stands in, and all of a file
 * where that runs while the file is loaded. What runs where is read in the folder, or found out there by running every test.
 */
export async function testsBy(folder, run) {
  if (readdirSync(folder).length === 0) {
    const names = readdirSync('test').filter((name) => name.endsWith('.test.ts'))
    for (const name of await run(names.map((name) => ({ file: `test/${name}` }))))
      process.stdout.write(`left out, since it fails without any change: ${name}\n`)
  }
  const files = readdirSync(folder).map((name) => {
    const { load, tests } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const file = `test/${name.replace(/\.json$/, '')}`
    return {
      load: new Set(load),
      tests: tests.map(({ ran, ...test }) => ({ ...test, file, ran: new Set(ran) })),
    }
  })
  return ({ file, within }) => {
    const place = within === undefined ? file : `${file}:${within}`
    const atStart = files.some(({ load }) => load.has(place))
    const all = files.flatMap(({ load, tests }) =>
      load.has(place) ? tests : tests.filter(({ ran }) => ran.has(place)),
    )
    let sum = 0
    const tests = all
      .toSorted((a, b) => a.ms - b.ms)
      .filter(({ ms }, n) => {
        sum += ms
        return n === 0 || sum <= LONGEST
      })
    return { tests, atStart, left: all.length - tests.length }
  }
}

/** The same tests by their files, with what all of them take: the quickest file first. */
export function byFile(tests) {
  const files = new Map()
  for (const { file, id, ms } of tests) {
    const so = files.get(file) ?? { file, ids: [], ms: 0 }
    files.set(file, { file, ids: [...so.ids, id], ms: so.ms + ms })
  }
  return [...files.values()].sort((a, b) => a.ms - b.ms)
}
