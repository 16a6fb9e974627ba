#!/usr/bin/env node
const { version } = require('../package.json')

if (process.argv[2] === '--version') process.stdout.write(`${version}\n`)
else {
  const { dirname } = require('node:path')
  const { load } = require('./load.js')
  load('main.cjs').main(version, dirname(__dirname), () => load('shipped.cjs').library)
}
