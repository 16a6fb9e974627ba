import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const files = (readdirSync('src', { recursive: true }) as string[]).filter((name) => name.endsWith('.ts'))
const text = Object.fromEntries(files.map((file) => [file, readFileSync(join('src', file), 'utf8')]))
const IMPORT = /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm
const imports = (file: string) => [...text[file]!.matchAll(IMPORT)].map((match) => (match[1] ?? match[2])!)
const inside = (file: string) =>
  imports(file)
    .filter((to) => to.startsWith('.'))
    .map((to) => join(dirname(file), to))
const layer = (file: string) => (file.includes('/') ? file.split('/')[0]! : file)

const BELOW: Record<string, string[]> = {
  'phrases.ts': [],
  'words.ts': ['phrases.ts'],
  'errors.ts': ['phrases.ts', 'words.ts'],
  core: ['core', 'errors.ts'],
  render: ['render', 'core', 'errors.ts'],
  'world/world.ts': ['render'],
  world: ['world', 'render', 'errors.ts'],
  intake: ['intake', 'core', 'errors.ts'],
  commands: ['commands', 'render', 'intake', 'core', 'errors.ts', 'world/world.ts'],
  'cli.ts': ['commands', 'errors.ts', 'world/world.ts'],
  'main.ts': ['cli.ts', 'world'],
  'index.ts': ['core', 'render', 'errors.ts'],
  'making.ts': ['render'],
}

test('every file is found', () => expect(files.length).toBeGreaterThan(40))

test.each(files)('%s imports only from the layers below it', (file) => {
  const may = BELOW[file] ?? BELOW[layer(file)]!
  expect(inside(file).filter((to) => !may.includes(layer(to)) && !may.includes(to))).toEqual([])
})

test.each(files.filter((file) => !file.startsWith('world/') && file !== 'main.ts'))(
  '%s leaves the world alone',
  (file) => {
    expect(
      imports(file).filter((to) =>
        /^(node:)?(fs|child_process|os|process|readline)|^inquirer|^chalk/.test(to),
      ),
    ).toEqual([])
    expect(text[file]).not.toMatch(/\bprocess\.|\bconsole\.|Date\.now|new Date\(\)|Math\.random/)
  },
)

test.each(files)('%s fits on a few screens', (file) =>
  expect(text[file]!.split('\n').length).toBeLessThanOrEqual(250),
)

test('nothing imports itself, however far round, not even for a type', () => {
  const done = new Set<string>()
  const visit = (file: string, path: string[]): void => {
    expect(path, [...path, file].join(' → ')).not.toContain(file)
    if (done.has(file)) return
    for (const to of inside(file)) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
})
