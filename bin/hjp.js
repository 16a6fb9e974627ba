#!/usr/bin/env node
const { version } = require('../package.json')

if (['--version', '-V'].includes(process.argv[2])) process.stdout.write(`${version}\n`)
else {
  const { dirname, join } = require('node:path')
  const { DIST, loaderHere } = require('./load.js')
  const load = loaderHere()
  load(join(DIST, 'main.cjs')).main(
    version,
    dirname(__dirname),
    () => load(join(DIST, 'shipped.cjs')).library,
  )
}
