// Reads some 1,200 replies of which every word is known, and prints what became of each: by cause, client and language. With
// `npm run bench:intake -- --show 0417` it prints one of them, and with `-- --write` it writes docs/intake.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const folder = mkdtempSync(join(tmpdir(), 'hjp-'))
try {
  const outfile = join(folder, 'bench.mjs')
  await build({
    ...{
      entryPoints: ['test/bench/intake/bench.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
    },
    banner: {
      js: "import { createRequire as requiring } from 'node:module'\nconst require = requiring(process.cwd() + '/')",
    },
    loader: { '.ttf': 'binary', '.wasm': 'binary' },
    logLevel: 'error',
  })
  const { measured } = await import(pathToFileURL(outfile).href)
  const show = process.argv.indexOf('--show')
  const { tables, page } = await measured(show < 0 ? undefined : process.argv[show + 1])
  process.stdout.write(`${tables}\n`)
  if (process.argv.includes('--write')) writeFileSync('docs/intake.md', page)
} finally {
  rmSync(folder, { recursive: true })
}
