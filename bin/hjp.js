#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import module from 'node:module'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

if (process.argv[2] === '--version') process.stdout.write(`${version}\n`)
else {
  module.enableCompileCache?.()
  const { main } = await import('../dist/main.js')
  await main(version)
}
