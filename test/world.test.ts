import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { edited } from '../src/world/editor.ts'
import { nodeFiles } from '../src/world/files.ts'

const program = resolve('bin/hjp.js')
let root: string
let folder: string
let n = 0
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hjp-'))
})
beforeEach(() => {
  n += 1
  folder = join(root, String(n))
  mkdirSync(folder)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const hjp = (args: string[], input = '') =>
  spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, TZ: 'UTC' },
  })
const start = () =>
  hjp(['init', '--name', 'Hillside', '--partner', 'legal=Hill Law', '--partner', 'health=Hill Health'])
const file = () => readFileSync(join(folder, 'partnership.yaml'), 'utf8')

test('a file is created, changed or left identical, whole, through links, with its mode', async () => {
  const path = join(folder, 'deep', 'a.txt')
  expect(await nodeFiles.write(path, 'one')).toBe('created')
  expect(await nodeFiles.write(path, 'one')).toBe('identical')
  chmodSync(path, 0o600)
  symlinkSync(path, join(folder, 'link'))
  expect(await nodeFiles.write(join(folder, 'link'), 'two')).toBe('changed')
  expect(readFileSync(path, 'utf8')).toBe('two')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true)
  expect(readdirSync(join(folder, 'deep'))).toEqual(['a.txt'])
})

test.each([
  ['a folder', () => mkdirSync(join(folder, 'partnership.yaml')), /is a folder\. Name the file inside it\./],
  ['50 MB', () => writeFileSync(join(folder, 'partnership.yaml'), Buffer.alloc(50e6, 'x')), /is 50 MB/],
  ['nothing', () => writeFileSync(join(folder, 'partnership.yaml'), ''), /is empty/],
  [
    'a picture',
    () => writeFileSync(join(folder, 'partnership.yaml'), Buffer.from([137, 80, 78, 71, 0, 255])),
    /is not plain text in UTF-8/,
  ],
])('%s in place of the file is refused in plain words', (_, make, message) => {
  make()
  const { status, stderr, stdout } = hjp(['status'])
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('    at ')
  expect([status, stdout]).toEqual([2, ''])
})

test('where there is nobody to ask it never waits, and says what to use', () => {
  expect(hjp(['init']).stderr).toContain('Say these on the command line:')
  expect(start().status).toBe(0)
  expect(hjp(['ask']).stderr).toContain('hjp ask --answers FILE')
  expect(hjp(['answer', '5.1', '--as', 'legal']).status).toBe(2)
})

test('words come through standard input exactly as they were', () => {
  start()
  const words = '- a list\n\t"quoted" # not a comment\n\n  indented: yes\u2028{{x}} \u{1F600}\r\nend \n'
  expect(hjp(['answer', '5.1', '--as', 'legal', '-'], words).status).toBe(0)
  const { stdout } = hjp(['status', '--json'])
  expect(JSON.parse(stdout).voices[0].heard).toBe(1)
  const agenda = hjp(['agenda', '5.1', '--format', 'txt']).stdout
  expect(agenda).toContain('"quoted" # not a comment')
  expect(agenda).toContain('{{x}} \u{1F600}')
})

test('the same file gives the same Word bytes in another time zone', () => {
  start()
  const bytes = ['UTC', 'Pacific/Auckland'].map((TZ) => {
    const out = `${TZ.replace('/', '-')}.docx`
    spawnSync(process.execPath, [program, 'mou', '--today', '2026-11-16', '--out', out], {
      cwd: folder,
      env: { ...process.env, TZ },
    })
    return readFileSync(join(folder, out))
  })
  expect(bytes[0]!.equals(bytes[1]!)).toBe(true)
})

test('killed at any moment, it leaves a whole file', async () => {
  start()
  const whole = new Set([file()])
  for (let wait = 60; wait < 400; wait += 40) {
    const child = spawn(
      process.execPath,
      [program, 'answer', '5.1', '--as', 'legal', `Said after ${wait}.`, '--today', '2026-11-16'],
      { cwd: folder },
    )
    const killed = new Promise((done) => child.on('exit', done))
    setTimeout(wait).then(() => child.kill('SIGKILL'))
    await killed
    const text = file()
    if (!whole.has(text)) expect(text).toContain(`          Said after ${wait}.\n        on: 2026-11-16\n`)
    whole.add(text)
  }
  expect(hjp(['status']).status).toBe(0)
})

test('two at once lose nothing', async () => {
  start()
  const answer = (prompt: string, as: string) =>
    new Promise((done) =>
      spawn(process.execPath, [program, 'answer', prompt, '--as', as, `Said to ${prompt}.`], {
        cwd: folder,
      }).on('exit', done),
    )
  const prompts = ['1.1', '6.1']
  const codes = await Promise.all(
    prompts.flatMap((prompt) => [answer(prompt, 'legal'), answer(prompt, 'health')]),
  )
  expect(codes).toEqual(codes.map(() => 0))
  expect(
    JSON.parse(hjp(['status', '--json']).stdout).voices.map(({ heard }: { heard: number }) => heard),
  ).toEqual([2, 2])
  expect(readdirSync(folder).sort()).toEqual(['.gitattributes', 'partnership.yaml'])
})

test('many who find a lock that was left behind still take turns', async () => {
  const path = join(folder, 'count')
  writeFileSync(path, '0')
  for (let round = 1; round <= 10; round++) {
    writeFileSync(`${path}.lock`, '')
    utimesSync(`${path}.lock`, 0, 0)
    const add = () =>
      nodeFiles.alone(path, async () => {
        const before = Number(readFileSync(path, 'utf8'))
        await setTimeout(1)
        writeFileSync(path, String(before + 1))
      })
    await Promise.all(Array.from({ length: 8 }, add))
    expect(readFileSync(path, 'utf8')).toBe(String(8 * round))
  }
  expect(readdirSync(folder)).toEqual(['count'])
})

test("what editors and systems leave among one's own prompts is passed over", () => {
  start()
  mkdirSync(join(folder, 'prompts', 'old.yaml'), { recursive: true })
  symlinkSync('nowhere', join(folder, 'prompts', '.#05.yaml'))
  writeFileSync(join(folder, 'prompts', '._05.yaml'), Buffer.from([0, 1, 2]))
  expect(hjp(['status']).status).toBe(0)
})

test('a reader that stops early is no fault', () => {
  start()
  const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" prompts | true`], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
})

test("the keeper's own editor takes long answers, and one that fails changes nothing", () => {
  expect(() => editedWith('false')).toThrow('could not be opened, or was left without saving')
  expect(editedWith("sed -i 's/two/three/'")).toBe('one\n\nthree')
})

function editedWith(editor: string): string {
  const { VISUAL } = process.env
  process.env['VISUAL'] = editor
  try {
    return edited('one\n\ntwo')
  } finally {
    process.env['VISUAL'] = VISUAL ?? ''
  }
}
