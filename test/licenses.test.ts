import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { licensesOf, packagesIn } from '../licenses/licenses.js'
import { inFolders } from './folders.ts'

let folder: string
inFolders((its) => {
  folder = its
})

test('every package that is bundled is named with its terms', async () => {
  const { metafile } = await build({
    entryPoints: ['src/main.ts', 'src/index.ts'],
    outdir: folder,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    logLevel: 'error',
    loader: { '.ttf': 'binary', '.wasm': 'binary' },
    alias: {
      'vega-canvas': './node_modules/vega-canvas/build/vega-canvas.browser.js',
      fflate: 'fflate/browser',
    },
  })
  const packages = packagesIn(metafile)
  expect(packages.length).toBeGreaterThan(100)
  const [, ...entries] = `\n\n${licensesOf(packages)}`.split(/(?:^|\n)={80}\n|packages\.\n/)
  expect(entries.length).toBe(packages.length)
  for (const [n, entry] of entries.entries()) {
    const [head, ...terms] = entry.trim().split('\n')
    expect(head).toMatch(/^[@\w./-]+ \d+\.\d+\.\d+\S* \(.+\)$/)
    expect(packages[n]).toContain(head!.split(' ')[0])
    expect(terms.join('\n'), head).toMatch(/permission|license|redistribution/i)
    expect(terms.join('\n').length, head).toBeGreaterThan(500)
  }
  for (const name of ['arimo', 'dejavu-fonts-ttf', 'viz', 'resvg-wasm', 'saxes', 'd3-shape', 'inquirer'])
    expect(packages.join()).toContain(name)
})

test.each([
  ['no terms', { license: 'MIT' }, {}],
  ['nothing said of it', {}, { LICENSE: 'Do as you like.' }],
])('a package with %s is not bundled', (_, about, files) => {
  mkdirSync(join(folder, 'pack'))
  const all = { 'package.json': JSON.stringify({ name: 'pack', version: '1.0.0', ...about }), ...files }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, 'pack', name), text)
  expect(() => licensesOf([join(folder, 'pack')])).toThrow('pack comes without a license')
})
