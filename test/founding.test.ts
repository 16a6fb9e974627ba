import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { TABLES } from '../src/core/file/tables.ts'
import { promptsOf } from '../src/core/prompts/prompts.ts'
import { library } from './memory-world.ts'

const text = readFileSync('docs/founding.md', 'utf8')
const rows = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))

/** What stands between backticks: a command with its arguments, a table or a column of one, or a line of a file. */
function isThere(name: string): boolean {
  const [first = ''] = name.split(' ')
  const [table = '', column] = first.split('.')
  if (Object.hasOwn(TABLES, table)) {
    const { shape } = TABLES[table as keyof typeof TABLES].row
    return column === undefined || Object.hasOwn(shape, column)
  }
  return (
    first in commands ||
    library.kinds.some((kind) => kind.name === first) ||
    /^[a-z]+: \w+$/.test(name) ||
    name === 'level'
  )
}

test('every row of the founding documents says where it is done, and all of that exists', () => {
  expect(rows).toHaveLength(253)
  const numbers = promptsOf(library.parts).map(({ number }) => number)
  for (const [row = '', asked = '', where = '', held = ''] of rows) {
    expect([row, asked !== '' && where !== '']).toEqual([row, true])
    const [, ...paths] = /^(?:src|test|[\w.]+\.(?:json|yaml|md))(?:\/[\w.-]+)*$/.exec(where)
      ? ['', where]
      : ['']
    for (const path of paths)
      expect([row, path, path === 'partnership.yaml' || existsSync(path)]).toEqual([row, path, true])
    for (const [number] of where.replace(/`[^`]*`/g, '').matchAll(/(?<![\d.])\d\.\d+[a-z]?\b/g))
      expect([row, number, numbers.includes(number)]).toEqual([row, number, true])
    for (const [, name = ''] of where.matchAll(/`([^`]+)`/g))
      expect([row, name, isThere(name)]).toEqual([row, name, true])
    const test = held.replaceAll('`', '')
    expect([row, test, existsSync(`test/${test}.test.ts`)]).toEqual([row, test, true])
  }
  const waiting = rows.filter(([, , where = '']) => where.includes('*To come: ')).length
  const wait = waiting === 1 ? '1 waits for something, and says' : `${waiting} wait for something, and say`
  expect(text).toContain(
    waiting === 0
      ? `All ${rows.length} rows are whole.`
      : `${rows.length - waiting} rows are whole. ${wait} for what.`,
  )
})
