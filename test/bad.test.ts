import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Partnership } from '../src/core/file/partnership.ts'
import { readText, readYaml } from '../src/core/file/yaml.ts'
import { HjpError } from '../src/errors.ts'

/** Each file in test/bad must be refused, with the message that stands beside it. */
const names = readdirSync('test/bad').filter((name) => name.endsWith('.yaml'))

test.each(names)('%s is refused in plain words', async (name) => {
  let message = 'It was accepted.'
  try {
    readYaml(name, readText(name, readFileSync(`test/bad/${name}`)), Partnership)
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    message = error.message
  }
  await expect(`${message}\n`).toMatchFileSnapshot(`bad/${name.replace('.yaml', '.txt')}`)
})

test('every message has its file', () => {
  const told = readdirSync('test/bad').filter((name) => name.endsWith('.txt'))
  expect(told.map((name) => name.replace('.txt', '.yaml')).filter((name) => !names.includes(name))).toEqual(
    [],
  )
})
