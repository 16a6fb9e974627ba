// Builds dist/: the program and the library entry with its types, hjp's prompts and templates made ready to run, and V8's cache.
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { build, transform } from 'esbuild'
import { licensesOf, packagesIn } from './licenses/licenses.js'

const require = createRequire(import.meta.url)
const { CACHE, DIST, keep, loader } = require('./bin/load.js')

/** Fonts and the like stay files of their own. */
const besides = {
  name: 'besides',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.(ttf|wasm)$/ }, ({ path }) => {
      const name = basename(path)
      copyFileSync(path, `dist/${name}`)
      const contents = `import { readFileSync } from 'node:fs'\nexport default readFileSync(__dirname + '/${name}')`
      return { contents }
    }),
}

/** commander can start other programs, for which it would load what takes longer to load than itself. */
const alone = {
  name: 'alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      /[/\\]commander[/\\]/.test(importer) ? { path, namespace: 'none' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: '' }))
  },
}

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
await buildProgram()
buildShipped()
buildTypes()
await buildCache()

/** A file for what each command needs and for each library, loaded when it is first used. */
async function buildProgram() {
  const { outputFiles, metafile } = await build({
    metafile: true,
    entryPoints: { main: 'src/main.ts', index: 'src/index.ts', making: 'src/making.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    // Only modules can be split. What comes of it is made CommonJS, of which V8 can keep what it compiled.
    format: 'esm',
    splitting: true,
    write: false,
    platform: 'node',
    target: 'node20',
    minify: true,
    // Their terms stand in a file of their own.
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [besides, alone],
    alias: {
      // The other ones would look for a canvas on this machine, and load what starts workers.
      'vega-canvas': './node_modules/vega-canvas/build/vega-canvas.browser.js',
      fflate: 'fflate/browser',
    },
    // Graphviz asks where it is, and does without.
    define: { 'import.meta.url': '""' },
  })
  for (const { path, text } of outputFiles)
    writeFileSync(path, path.endsWith('.cjs') ? await commonJs(text) : text)
  writeFileSync('dist/index.js', "export * from './index.cjs'\n")
  writeFileSync('dist/LICENSES.txt', licensesOf(packagesIn(metafile)))
}

async function commonJs(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    supported: { 'dynamic-import': false },
  })
  return code
}

/** hjp's prompts and templates: all that is known of them in one file, and the templates of each kind in one, to be run. */
function buildShipped() {
  const { makeLibrary, precompile } = require('./dist/making.cjs')
  rmSync('dist/making.cjs')
  const sources = (folder, ending) =>
    readdirSync(folder, { recursive: true })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }))
  const { templates, clauses, ...rest } = makeLibrary(
    sources('prompts', '.yaml'),
    sources('templates', '.hbs'),
  )
  const lines = []
  const files = new Map()
  for (const [name, template] of Object.entries(templates)) {
    const { path, offset } = template
    const file = `templates-${/^\w+/.exec(name)[0]}.cjs`
    const key = JSON.stringify(name)
    lines.push(
      `${key}:{path:${JSON.stringify(path)},offset:${offset},compiled:()=>require('./${file}')[${key}]()}`,
    )
    files.set(file, [...(files.get(file) ?? []), `exports[${key}]=()=>(${precompile(template)})\n`])
  }
  writeFileSync('dist/shipped.json', JSON.stringify(rest))
  // They are many, and only an agreement of before is held against them.
  writeFileSync('dist/clauses.json', JSON.stringify(clauses))
  writeFileSync(
    'dist/shipped.cjs',
    `const read=(name)=>JSON.parse(require('node:fs').readFileSync(__dirname+'/'+name+'.json','utf8'))
exports.library={...read('shipped'),get clauses(){return read('clauses')},templates:{\n${lines.join(',\n')}}}\n`,
  )
  for (const [file, each] of files) writeFileSync(`dist/${file}`, each.join(''))
}

function buildTypes() {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json']
  execFileSync(process.execPath, tsc, { stdio: 'inherit' })
}

/** What V8 compiles while commands run, so that it need not do so again. */
async function buildCache() {
  // A later run would lack what V8 has thrown away by the end as not used of late.
  setFlagsFromString('--no-flush-bytecode')
  const scripts = new Map()
  const load = loader((path, script) => scripts.set(path, script))
  const { library } = load(join(DIST, 'shipped.cjs'))
  const { cli, nodeWorld } = load(join(DIST, 'main.cjs'))
  const folder = mkdtempSync(join(tmpdir(), 'hjp-'))
  cpSync('examples/riverbend', folder, { recursive: true })
  const real = await nodeWorld(process.cwd(), () => library)
  const world = {
    ...real,
    cwd: folder,
    today: '2026-11-16',
    terminal: { ...real.terminal, out() {}, say() {} },
  }
  for (const command of [
    '--help',
    '',
    'status',
    'check',
    'answer 5.1 --as legal Words',
    'worksheet what-we-do --for health --out w.docx',
    'import w.docx --yes',
    'agenda',
    'email',
    'mou --force',
    'page --force',
    'page --force --format docx',
  ])
    await cli(command.split(' '), world, '')
  rmSync(folder, { recursive: true })
  setFlagsFromString('--flush-bytecode')
  mkdirSync(CACHE, { recursive: true })
  for (const [path, script] of scripts) keep(path, script)
}
