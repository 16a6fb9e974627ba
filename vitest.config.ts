import { defineConfig } from 'vitest/config'

const inCi = process.env['CI'] !== undefined

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: '100%',
    reporters: inCi ? ['default', 'json'] : ['default'],
    ...(inCi && { outputFile: { json: 'coverage/results.json' } }),
  },
})
