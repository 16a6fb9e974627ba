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
  'errors.ts',
  'ooxml',
  'core/values',
  'core/file',
  'core/prompts',
  'core/view',
  'core/meeting',
  'core/tools',
  'core/agreement',
  'core/record',
  'core/history',
  'core/checks',
  'core',
  'render/document',
  'render/pictures',
  'render/formats/docx',
  'render/formats/letterhead',
  'render/formats',
  'render/templates',
  'render/redline',
  'making.ts',
  'index.ts',
  'intake',
  'intake/reply',
  'intake/email',
  'intake/word',
  'world/world.ts',
  'commands/shared',
  'commands/talk',
  'commands/document',
  'commands/add',
  'commands/rate',
  'commands/import',
  'commands/log',
  'commands/record',
  'commands',
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

test.each(files)('%s imports only from rooms below its own', (file) => {
  const floor = ROOMS.indexOf(roomOf(file))
  expect(inside(file).filter((to) => ROOMS.indexOf(roomOf(to)) > floor)).toEqual([])
  const apart = APART.flatMap(([from, to]) => (file.startsWith(`${from}/`) ? [`${to}/`] : []))
  expect(inside(file).filter((to) => apart.some((room) => to.startsWith(room)))).toEqual([])
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
