// Builds dist/: the program, the library entry with its types, and hjp's prompts and templates made ready to run.
import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  loader: { '.ttf': 'binary', '.wasm': 'binary' },
}
// docx, inquirer and others carry CommonJS, which asks for require.
const banner = {
  js: "import{createRequire as __make}from'node:module';const require=__make(import.meta.url);",
}

rmSync('dist', { recursive: true, force: true })

const sources = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }))

await build({ ...common, banner, entryPoints: { making: 'src/making.ts' }, outdir: 'dist' })
const { makeLibrary, precompile } = await import(pathToFileURL('dist/making.js').href)
const { templates, ...rest } = makeLibrary(sources('prompts', '.yaml'), sources('templates', '.hbs'))
const compiled = Object.entries(templates).map(
  ([name, { path, offset, ...template }]) =>
    `${JSON.stringify(name)}:{path:${JSON.stringify(path)},offset:${offset},compiled:${precompile({ path, offset, ...template })}}`,
)
writeFileSync(
  'dist/shipped.js',
  `export const library={...JSON.parse(${JSON.stringify(JSON.stringify(rest))}),templates:{${compiled.join(',\n')}}}\n`,
)
rmSync('dist/making.js')

// The fonts that come along want their terms with them.
copyFileSync('node_modules/@expo-google-fonts/arimo/LICENSE_FONT', 'dist/arimo.LICENSE.txt')
copyFileSync('node_modules/dejavu-fonts-ttf/LICENSE', 'dist/dejavu.LICENSE.txt')

await build({
  ...common,
  banner,
  splitting: true,
  entryPoints: { main: 'src/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
})
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
  stdio: 'inherit',
})
