import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { Partnership } from '../src/core/file/partnership.ts'
import { sound } from '../src/core/file/quick-check.ts'
import { TABLES } from '../src/core/file/tables.ts'
import { parseYaml } from '../src/core/file/yaml.ts'
import { EXAMPLES } from './memory-world.ts'
import { runs } from './programs.ts'

const files = [
  ...EXAMPLES.map((name) => `examples/${name}/partnership.yaml`),
  ...readdirSync('test/hand').flatMap((name) => (name.endsWith('.yaml') ? [`test/hand/${name}`] : [])),
  'test/small.yaml',
].map((path) => parseYaml(path, readFileSync(path, 'utf8')).data)

/** The same as zod says, to the order of the keys and those that are there without a value; or nothing where zod refuses. */
function agrees(data: unknown, schema: z.ZodType): boolean {
  const quick = sound(data, schema)
  const slow = schema.safeParse(data).data
  expect({ data, result: quick }).toStrictEqual({ data, result: slow })
  expect(JSON.stringify(quick)).toBe(JSON.stringify(slow))
  return quick !== undefined
}

test('a file is accepted as zod accepts it', () =>
  expect(files.map((data) => agrees(data, Partnership))).toEqual(files.map(() => true)))

type Branch = { [key: string | number]: unknown }

/** Every list and mapping in a value, itself first. */
const branches = (value: unknown): Branch[] =>
  typeof value === 'object' && value !== null
    ? [value as Branch, ...Object.values(value).flatMap(branches)]
    : []

const value = fc.constantFrom<unknown>(
  ...[
    undefined,
    null,
    '',
    ' ',
    'x',
    'legal',
    'health',
    'together',
    'a-b',
    'A',
    'B',
    '1',
    '2',
    '0',
    '-3',
    '7.5',
  ],
  ...[
    'yes',
    'no',
    'true',
    'false',
    'not-yet',
    '2026-02-28',
    '2026-02-30',
    '2026-2-3',
    '14:30',
    '24:00',
    'w0123abc',
  ],
  ...[
    'en-AU',
    'xx-YY-ZZ',
    'Australia/Sydney',
    'Nowhere/Here',
    'low',
    'liaison',
    'done',
    'networking',
    1,
    2.5,
    true,
  ],
  ...[
    [],
    {},
    ['x'],
    [null],
    { a: 'b' },
    { id: 'legal' },
    { on: '2026-02-03', value: '3' },
    [{ prompt: 'x' }],
  ],
)

test('and a file in which anything was changed is refused just where zod refuses it', () => {
  const change = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('put', 'take', 'add'), value)
  fc.assert(
    fc.property(
      fc.nat(files.length - 1),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (which, changes) => {
        const data = structuredClone(files[which])
        for (const [where, key, how, value] of changes) {
          const all = branches(data)
          const branch = all[where % all.length]!
          const keys = Object.keys(branch)
          const name = keys[key % (keys.length || 1)] ?? 'id'
          if (how === 'put') branch[name] = structuredClone(value)
          else if (how === 'add') branch[`${name}x`] = structuredClone(value)
          else if (Array.isArray(branch)) branch.splice(Number(name) || 0, 1)
          else delete branch[name]
        }
        agrees(data, Partnership)
      },
    ),
    { numRuns: runs(1000) },
  )
})

test('so is a row of any table with any values', () => {
  const row = fc
    .constantFrom(...Object.values(TABLES).flatMap(({ row }) => [row, z.strictObject(row.shape).partial()]))
    .chain((schema) => {
      const keys = [...Object.keys(schema.shape), 'other']
      return fc.tuple(fc.constant(schema), fc.dictionary(fc.constantFrom(...keys), value))
    })
  fc.assert(
    fc.property(row, ([schema, data]) => {
      agrees(data, schema)
    }),
    { numRuns: runs(5000) },
  )
})
