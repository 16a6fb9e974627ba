// Runs tests on a project in which one thing is changed, or every function tells that it runs. Nothing is written: the change
// is made as the file is loaded. It runs once: whoever started it ends it, also where a change never ends.
import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { createVitest } from 'vitest/node'
import { changed, marked, switched } from './mutants.js'

/** What is asked is which functions run, of each file of tests for itself. */
const marks = process.env['HJP_RAN'] !== undefined
/** What is asked is to try many changes in one run, one after the other. */
const plan = process.env['HJP_PLAN'] && JSON.parse(readFileSync(process.env['HJP_PLAN'], 'utf8'))
let mutant
const plugin = {
  name: 'mutate',
  enforce: 'pre',
  transform: (code, id) => {
    const file = relative('.', id).replaceAll('\\', '/')
    if (!file.startsWith('src/core/')) return undefined
    if (marks) return marked(file, code)
    if (!plan) return mutant?.file === file ? changed(code, mutant) : undefined
    const here = plan.mutants.filter((each) => each.file === file)
    return switched(code, here)
  },
}
class InTurn {
  shard = (files) => files
  sort = (files) => files
}
const vitest = await createVitest('test', {
  config: false,
  watch: false,
  bail: marks || plan ? 0 : 1,
  update: 'none',
  maxWorkers: 1,
  pool: 'threads',
  reporters: [{}],
  sequence: { sequencer: InTurn },
  projects: [
    {
      extends: 'vitest.config.ts',
      plugins: [plugin],
      test: {
        include: ['test/*.test.ts'],
        isolate: marks,
        pool: 'threads',
        ...(marks && { setupFiles: ['test/mutate/ran.js'] }),
        ...(plan && { runner: 'test/mutate/runner.js' }),
      },
    },
  ],
})

process.once('message', async (message) => {
  mutant = message.mutant
  const project = vitest.projects[0]
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    message.tests.map(({ file, ids }) => project.createSpecification(resolve(file), { testIds: ids })),
  )
  const failed = testModules.flatMap((module) => [
    ...[...module.children.allTests('failed')].map(
      ({ fullName }) => `${module.relativeModuleId}: ${fullName}`,
    ),
    ...module.errors().map((error) => `${module.relativeModuleId}: ${error.message}`),
  ])
  process.send([...failed, ...unhandledErrors.map((error) => String(error.message))])
})
process.send([])
