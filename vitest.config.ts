import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const inCi = process.env['CI'] !== undefined
const fuzzing = process.env['HJP_FUZZ_MS'] !== undefined

/** Files that are bundled as their bytes, as in the build. */
const binary = {
  name: 'binary',
  enforce: 'pre' as const,
  load: (id: string) =>
    /\.(ttf|wasm)$/.test(id)
      ? `import { readFileSync } from 'node:fs'; export default new Uint8Array(readFileSync(${JSON.stringify(id)}))`
      : undefined,
}

/** What is tried in memory, and what needs real programs. Either shares nothing between its files but what is loaded. */
const project = (name: string, include: string) => ({
  extends: true as const,
  test: { name, include: [include], isolate: false },
})

export default defineConfig(({ mode }) => ({
  plugins: [binary],
  test: {
    projects: [project('ordinary', 'test/*.test.ts'), project('real', 'test/real/*.test.ts')],
    testTimeout: fuzzing ? 0 : 120_000,
    ...(fuzzing && { setupFiles: ['test/fuzz/for-a-time.ts'] }),
    maxWorkers: '100%',
    // Documents are made of many small things that are soon gone; with more room for these they are swept up less often.
    execArgv: ['--max-semi-space-size=64'],
    env: {
      // What hjp keeps for its user is not mixed with that of whoever runs the tests.
      XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'hjp-state-')),
      ...((mode === 'all' || inCi) && { HJP_TEST_ALL: mode === 'all' ? 'at length' : 'less often' }),
    },
    server: { deps: { inline: [/\.(ttf|wasm)$/] } },
    reporters: inCi ? ['default', 'json'] : ['default'],
  },
}))
