import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const files = (readdirSync('src', { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
const text = Object.fromEntries(files.map((file) => [file, readFileSync(join('src', file), 'utf8')]))
const IMPORT = /^(?:import|export)\s(?:[^'"]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm
const imports = (file: string) => [...text[file]!.matchAll(IMPORT)].map((match) => (match[1] ?? match[2])!)
const inside = (file: string) =>
  imports(file)
    .filter((to) => to.startsWith('.'))
    .map((to) => join(dirname(file), to).replaceAll('\\', '/'))

/** The house, ground up: a room imports only from itself and from rooms above it in this list. */
const ROOMS = [
  'text.ts',
  'field-errors.ts',
  'git-errors.ts',
  'name-errors.ts',
  'partner-errors.ts',
  'folder-errors.ts',
  'table-errors.ts',
  'form-errors.ts',
  'adopt-errors.ts',
  'errors.ts',
  'ooxml',
  'core/values',
  'core/screen',
  'core/file',
  'core/prompts',
  'core/view',
  'core/meeting',
  'core/tools',
  'core/agreement',
  'core/record',
  'core/merging',
  'core/history',
  'core/checks',
  'core/search',
  'core',
  'render/document',
  'render/pictures',
  'render/formats/docx',
  'render/formats/letterhead',
  'render/formats',
  'render/templates',
  'render/redline',
  'render/copy',
  'making.ts',
  'index.ts',
  'intake',
  'intake/reply',
  'intake/email',
  'intake/table',
  'intake/word',
  'intake/agreement',
  'world/world.ts',
  'commands/shared',
  'commands/talk',
  'commands/check',
  'commands/init',
  'commands/add',
  'commands/adopt',
  'commands/document',
  'commands/rate',
  'commands/import',
  'commands/log',
  'commands/record',
  'commands/sign',
  'commands/verify',
  'commands/merging',
  'commands',
  'front',
  'cli.ts',
  'world',
  'main.ts',
]
/** What is above may still not know what is of no concern to it. */
const APART: [string, string][] = [
  ['render', 'core/record'],
  ['intake', 'render'],
  ['world', 'core'],
  ['world', 'commands'],
]
const roomOf = (file: string) => (ROOMS.includes(file) ? file : dirname(file))

test('every file is found, and has its room', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((file) => !ROOMS.includes(roomOf(file)))).toEqual([])
})

/** Each file with what is wrong with it. */
const offenders = (wrong: (file: string) => string[]): string[] =>
  files.flatMap((file) => wrong(file).map((what) => `${file}: ${what}`))

test('every file imports only from rooms below its own', () => {
  const above = (file: string) => {
    const floor = ROOMS.indexOf(roomOf(file))
    return inside(file).filter((to) => ROOMS.indexOf(roomOf(to)) > floor)
  }
  expect(offenders(above)).toEqual([])
})

test('what is of no concern to a room is not known to it', () => {
  const known = (file: string) => {
    const apart = APART.flatMap(([from, to]) => (file.startsWith(`${from}/`) ? [`${to}/`] : []))
    return inside(file).filter((to) => apart.some((room) => to.startsWith(room)))
  }
  expect(offenders(known)).toEqual([])
})

test('only the world touches the world', () => {
  const MODULES = /^(node:)?(fs|child_process|os|process|readline)|^inquirer|^chalk/
  const USES = /\bprocess\.|\bconsole\.|Date\.now|new Date\(\)|Math\.random/g
  const touches = (file: string) =>
    file.startsWith('world/') || file === 'main.ts'
      ? []
      : [...imports(file).filter((to) => MODULES.test(to)), ...(text[file]!.match(USES) ?? [])]
  expect(offenders(touches)).toEqual([])
})

test('every file fits on a few screens', () => {
  const lines = (file: string) => text[file]!.split('\n').length
  expect(offenders((file) => (lines(file) > 250 ? [`${lines(file)} lines`] : []))).toEqual([])
})

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

/** Every command is exported as `command`, and a schema shares its name with its type. */
test('what is exported goes by a name of its own', () => {
  const NAMED = /^export (?:async )?(?:const|function|class|type) (\w+)/gm
  const places = new Map<string, Set<string>>()
  for (const file of files)
    for (const [, name] of text[file]!.matchAll(NAMED))
      places.set(name!, (places.get(name!) ?? new Set()).add(file))
  places.delete('command')
  expect([...places].filter(([, where]) => where.size > 1)).toEqual([])
})
