import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inFolders } from '../folders.ts'

// hjp as it is built, in processes of its own.
const program = resolve('bin/hjp.js')
let folder: string
inFolders((its) => {
  folder = its
})

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
  const prompts = ['1.1', '6.2']
  const codes = await Promise.all(
    prompts.flatMap((prompt) => [answer(prompt, 'legal'), answer(prompt, 'health')]),
  )
  expect(codes).toEqual(codes.map(() => 0))
  expect(
    JSON.parse(hjp(['status', '--json']).stdout).voices.map(({ heard }: { heard: number }) => heard),
  ).toEqual([2, 2])
  expect(readdirSync(folder).sort()).toEqual(['.gitattributes', 'partnership.yaml'])
})

test('a reader that stops early is no fault', () => {
  start()
  const { stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" prompts | true`], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
})

test('the first command of the README shows an agenda and writes the agreement as a Word file', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(readFileSync('README.md', 'utf8')).toContain('npm ci && npm run example')
  const { status, stdout } = spawnSync(
    'sh',
    ['-c', scripts.example.replaceAll('mou.docx', join(folder, 'mou.docx'))],
    {
      encoding: 'utf8',
    },
  )
  expect([status, stdout.split('\n')[0]]).toEqual([0, '# Riverbend Health Justice Partnership<br>Agenda'])
  expect(readFileSync(join(folder, 'mou.docx')).subarray(0, 2).toString()).toBe('PK')
})
