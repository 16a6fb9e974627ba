import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { cli } from '../src/cli.ts'
import { EXAMPLES, memoryWorld } from './memory-world.ts'

// The schema that hjp prints, in a validator that knows nothing of hjp.
const { world, out } = memoryWorld()
await cli(['schema'], world, '0')
const ajv = new Ajv2020()
formats.default(ajv)
const valid = ajv.compile(JSON.parse(out()))

type File = Record<string, never> & {
  partners: Record<string, unknown>[]
  answers: Record<string, unknown>[]
  meetings: Record<string, unknown>[]
}
const read = (name: string): File => parse(readFileSync(`examples/${name}/partnership.yaml`, 'utf8'))

test.each(EXAMPLES)('%s holds to the schema', (name) => {
  expect(valid(read(name)), JSON.stringify(valid.errors)).toBe(true)
})

test.each<[string, (file: File) => unknown]>([
  ['a newer version', (file) => Object.assign(file, { version: 2 })],
  ['no name', (file) => Reflect.deleteProperty(file, 'name')],
  ['a meeting of less than a minute', (file) => Object.assign(file.meetings[0]!, { minutes: -5 })],
  ['a meeting of half a minute', (file) => Object.assign(file.meetings[0]!, { minutes: 45.5 })],
  ['a misspelt key', (file) => Object.assign(file, { answrs: [] })],
  ['a misspelt key deep down', (file) => Object.assign(file.answers[0]!, { perspectve: [] })],
  ['an unknown sector', (file) => Object.assign(file.partners[0]!, { sector: 'law' })],
  [
    'a day that is none',
    (file) => Object.assign(file.answers[0]!, { agreed: { text: 'x', review: 'soon' } }),
  ],
  [
    'a list for a text',
    (file) => Object.assign(file.answers[0]!, { perspectives: [{ partner: 'legal', said: ['x'] }] }),
  ],
])('%s does not', (_, spoil) => {
  const file = read('riverbend')
  spoil(file)
  expect(valid(file)).toBe(false)
})
