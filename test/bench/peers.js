// Programs for like work, run in the same rounds. They are installed into a folder of their own, and left out where they cannot be.
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HJP } from './cases.js'

const VERSIONS = { plop: '4.0.5', hygen: '6.2.11', docxtemplater: '3.71.0', pizzip: '3.3.0' }

/** The cases of the peers that are there, and the names of those that are not. */
export function peersIn(folder) {
  const at = (name) => join(folder, name)
  const mou = (format, out) => {
    const example = ['--file', 'examples/riverbend/partnership.yaml', '--today', '2026-11-16']
    execFileSync(process.execPath, [HJP, 'mou', '--format', format, '--out', out, '--force', ...example], {
      stdio: 'ignore',
    })
  }
  mou('md', at('mou.md'))
  mou('docx', at('template.docx'))
  const cases = {}
  const missing = []
  if (spawnSync('pandoc', ['--version']).status === 0)
    cases['pandoc, our Markdown to Word'] = {
      command: 'pandoc',
      args: [at('mou.md'), '-o', at('pandoc.docx')],
    }
  else missing.push('pandoc')
  const names = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', ...names]
  if (spawnSync(npm, install, { stdio: 'ignore' }).status !== 0)
    return { cases, missing: [...missing, 'docxtemplater', 'plop', 'hygen'] }
  writeFileSync(at('docxtemplater.cjs'), filling)
  cases['docxtemplater, our Markdown to Word'] = { args: [at('docxtemplater.cjs')] }
  cases['plop --version'] = { args: [at('node_modules/plop/bin/plop.js'), '--version'] }
  cases['hygen --help'] = { args: [at('node_modules/hygen/dist/bin.js'), '--help'] }
  return { cases, missing }
}

/** The lines of the agreement into a Word file that has a paragraph for each. */
const filling = `
const { readFileSync, writeFileSync } = require('node:fs')
const PizZip = require('pizzip')
const Docxtemplater = require('docxtemplater')
const zip = new PizZip(readFileSync(__dirname + '/template.docx'))
const paragraph = (words) => '<w:p><w:r><w:t>' + words + '</w:t></w:r></w:p>'
const body = zip.file('word/document.xml').asText()
zip.file('word/document.xml', body.replace(/<w:body>[^]*(?=<w:sectPr)/, '<w:body>' + ['{#lines}', '{.}', '{/lines}'].map(paragraph).join('')))
const lines = readFileSync(__dirname + '/mou.md', 'utf8').split('\\n')
const word = new Docxtemplater(zip, { paragraphLoop: true }).render({ lines })
writeFileSync(__dirname + '/docxtemplater.docx', word.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }))
`
