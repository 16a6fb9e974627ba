import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

// The program as it is built, with what V8 compiled beside it: that may only ever make it quicker.
let folder: string
let n = 0
let home: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hjp-'))
})
beforeEach(() => {
  n += 1
  home = join(folder, `a home with spaces ${n}`)
  for (const part of ['bin', 'dist', 'package.json']) cpSync(part, join(home, part), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hjp = (...args: string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(home, 'bin/hjp.js'), ...args], {
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}
const example = ['--file', resolve('examples/riverbend/partnership.yaml'), '--today', '2026-11-16']
const cached = () => {
  const at = join(home, 'dist/cache')
  const [node] = readdirSync(at)
  return readdirSync(join(at, node!)).map((name) => join(at, node!, name))
}
/** The program where it stands in the project. */
const expected = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/hjp.js', ...args], { encoding: 'utf8' }).stdout

test.each([
  ['as it is built', () => {}],
  ['without what V8 compiled', () => rmSync(join(home, 'dist/cache'), { recursive: true })],
  ['with half of it', () => cached().forEach((path, n) => void (n % 2 && rmSync(path)))],
  [
    'with it cut short',
    () => cached().forEach((path) => void writeFileSync(path, readFileSync(path).subarray(0, 900))),
  ],
  [
    'with something else in its place',
    () => cached().forEach((path) => void writeFileSync(path, 'no cache')),
  ],
  [
    'with that of other files',
    () =>
      cached().forEach((path, n, all) => void writeFileSync(path, readFileSync(all[(n + 1) % all.length]!))),
  ],
])('%s it does the same', (_, change) => {
  change()
  for (const command of [['status'], ['activities', '--format', 'md']]) {
    const args = [...command, ...example]
    expect(hjp(...args)).toEqual({ stdout: expected(...args), stderr: '', status: 0 })
  }
  expect(hjp('--help').stdout).toBe(expected('--help'))
})

test('it writes nothing where it is installed', () => {
  const all = () => readdirSync(home, { recursive: true }).sort()
  const before = all()
  hjp('status', ...example)
  expect(all()).toEqual(before)
})

test('it says its version without loading anything', () => {
  rmSync(join(home, 'dist'), { recursive: true })
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(hjp('--version')).toEqual({ stdout: `${version}\n`, stderr: '', status: 0 })
})

test('V8 takes what was kept for it', () => {
  const watch = join(home, 'watch.cjs')
  writeFileSync(
    watch,
    `const vm = require('node:vm')
     const { Script } = vm
     vm.Script = class extends Script {
       constructor(code, options) {
         super(code, options)
         console.error(this.cachedDataRejected === false ? 'taken' : 'refused')
       }
     }`,
  )
  const { stderr } = spawnSync(
    process.execPath,
    [
      '-r',
      watch,
      join(home, 'bin/hjp.js'),
      'page',
      '--format',
      'docx',
      '--out',
      join(home, 'page.docx'),
      ...example,
    ],
    { encoding: 'utf8' },
  )
  expect([stderr.match(/taken/g)!.length > 20, stderr.includes('refused')]).toEqual([true, false])
})
