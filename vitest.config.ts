import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const inCi = process.env['CI'] !== undefined

/** Files that are bundled as their bytes, as in the build. */
const binary = {
  name: 'binary',
  enforce: 'pre' as const,
  load: (id: string) =>
    /\.(ttf|wasm)$/.test(id)
      ? `export default new Uint8Array(Buffer.from('${readFileSync(id, 'base64')}', 'base64'))`
      : undefined,
}

export default defineConfig({
  plugins: [binary],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
    server: { deps: { inline: [/\.(ttf|wasm)$/] } },
    reporters: inCi ? ['default', 'json'] : ['default'],
    ...(inCi && { outputFile: { json: 'coverage/results.json' } }),
  },
})
