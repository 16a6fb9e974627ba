import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const hjp = resolve('bin/hjp.js')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hjp-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = () => readFileSync(join(folder, 'partnership.yaml'), 'utf8')

/** Runs hjp in a real pseudo-terminal: each time the screen shows a text, the keys beside it are typed. */
function run(
  args: string[],
  steps: [shows: string, keys: string | NodeJS.Signals][],
  env: Record<string, string> = {},
) {
  return new Promise<{ code: number; screen: string }>((done, fail) => {
    const terminal = spawn(process.execPath, [hjp, ...args], {
      cwd: folder,
      cols: 90,
      rows: 30,
      env: { ...process.env, NO_COLOR: '1', ...env } as Record<string, string>,
    })
    let screen = ''
    let unread = ''
    const timer = setTimeout(() => {
      terminal.kill()
      fail(new Error(`Waited in vain for "${steps[0]?.[0]}" after:\n${screen}`))
    }, 30_000)
    terminal.onData((data) => {
      screen += data
      unread += data
      while (steps[0] && unread.includes(steps[0][0])) {
        const [shown, keys] = steps.shift()!
        unread = unread.slice(unread.indexOf(shown) + shown.length)
        if (keys.startsWith('SIG')) terminal.kill(keys)
        else terminal.write(keys)
      }
    })
    terminal.onExit(({ exitCode }) => {
      clearTimeout(timer)
      done({ code: exitCode, screen: screen.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '') })
    })
  })
}

test('a partnership is started, talked about, stopped by Ctrl-C, and gone on with', async () => {
  const started = await run(
    ['init'],
    [
      ['called?', 'Hillside\r'],
      ['your service called?', 'Hill Law\r'],
      ['kind of service', '\r'],
      ['liaison at Hill Law', '\r'],
      ['your partner called?', 'Hill Health\r'],
      ['kind of service', '\r'],
      ['liaison at Hill Health', '\r'],
      ['Is this right?', '\x1b[B\r'],
    ],
    { TZ: 'Australia/Melbourne' },
  )
  expect(started).toMatchObject({ code: 0 })
  const fresh = file()

  const stopped = await run(
    ['ask', 'what-we-do'],
    [
      ['Who is speaking?', '\x1b[B\r'],
      ['Hill Law:', 'By phone.\r'],
      ['5.1a ', ''],
      ['Hill Law:', 'One about rent.\r'],
      ['5.1b ', ''],
      ['Hill Law:', '\x03'],
    ],
  )
  expect(stopped.code).toBe(130)
  expect(stopped.screen.replace(/\s+/g, ' ')).toContain(
    'Stopped. 2 answers are saved in partnership.yaml. Continue with hjp ask what-we-do --as legal',
  )
  expect(stopped.screen).not.toContain('    at ')
  const said = file()
  expect(said.split('\n').filter((line) => !fresh.split('\n').includes(line))).toEqual([
    '        said: |-',
    '          By phone.',
    expect.stringMatching(/^ {8}on: \d{4}-\d\d-\d\d$/),
    '        said: |-',
    '          One about rent.',
    expect.stringMatching(/^ {8}on: \d{4}-\d\d-\d\d$/),
  ])

  const resumed = await run(
    ['ask', 'what-we-do', '--as', 'legal'],
    [
      ['5.1b ', ''],
      ['Hill Law:', '/s\r'],
    ],
  )
  expect(resumed.code).toBe(0)
  expect(resumed.screen).not.toContain('5.1  ')
  expect(file()).toBe(said)
})

test('with ACCESSIBLE=1 it asks in plain lines, with numbers to type', async () => {
  const talked = await run(
    ['ask', '5.3'],
    [
      ['Type a number from 1 to 4', '1\r'],
      ['Hill Law:', 'Gladly.\r'],
      ['Hill Health:', '\r'],
      ['Type a number from 1 to 6', '9\r'],
      ['Type a number from 1 to 6', '2\r'],
      ['read in the agreement?', 'We will.\r'],
      ['Who leads it?', '2\r'],
      ['review it?', '2\r'],
      ['5.3a ', ''],
      ['Hill Law:', '\x03'],
    ],
    { ACCESSIBLE: '1' },
  )
  expect(talked.code).toBe(130)
  expect(talked.screen).toContain('2. Yes')
  expect(talked.screen).not.toContain('❯')
  expect(file()).toContain(
    '    agreed:\n      decision: yes\n      text: |-\n        We will.\n      lead: legal\n',
  )
})

test('a paste of several lines is one answer, and a command typed after ready words is a command', async () => {
  const pasted = await run(
    ['ask', '6.4', '--as', 'health'],
    [['Hill Health:', '\x1b[200~One line,\r\nand another.\n\nAnd a third.\n\x1b[201~\r']],
  )
  expect(pasted.code).toBe(0)
  expect(file()).toContain(
    '        said: |-\n          One line,\n          and another.\n\n          And a third.\n',
  )
  const before = file()
  const left = await run(['ask', '5.1', '--as', 'legal'], [['Hill Law:', '/s\r']])
  expect(left.code).toBe(0)
  expect(file()).toBe(before)
})

test('a meeting is written down: an agreement, two actions, and the next meeting', async () => {
  const plain = (...args: string[]) =>
    spawnSync(process.execPath, [hjp, ...args], { cwd: folder, encoding: 'utf8' })
  plain('add', 'meeting', 'on=2026-03-03', 'agenda=4.1')
  const told = await run(
    ['record', '--date', '2026-03-03', '--today', '2026-03-03'],
    [
      ['start?', '10:00\r'],
      ['Where was it?', 'Library\r'],
      ['Who chaired?', '/b\r'],
      ['Where was it? (Enter keeps Library; Tab edits it)', 'Town hall\r'],
      ['Who chaired?', '/b\r'],
      ['Enter keeps Town hall;', '\t'],
      ['Where was it? Town hall', ', room 2\r'],
      ['Who chaired?', '/b\r'],
      ['Enter keeps Town hall, room 2;', '\r'],
      ['Who chaired?', '\r'],
      ['Who took notes?', 'Bo\r'],
      ['Who was there?', '\x1b[B\r'],
      ['Their names', 'Ana, Bo\r'],
      ['What happened with 4.1', '\x1b[B\r'],
      ['read in the agreement?', 'We meet monthly.\r'],
      ['It is not written down who was there', '\x1b[B\r'],
      ['review it?', '\r'],
      ['anything else?', '\r'],
      ['else decided?', '\r'],
      ['needs doing?', 'Draw the map\r'],
      ['Who will do it?', '\x1b[B\x1b[B\r'],
      ['Who exactly?', '\r'],
      ['By when?', '\x1b[B\r'],
      ['needs doing?', 'Print it\r'],
      ['Who will do it?', '\x1b[B\r'],
      ['Who exactly?', '\r'],
      ['By when?', '\r'],
      ['needs doing?', '\r'],
      ['celebrate', '\r'],
      ['meet next?', '2026-04-07\r'],
      ['what time?', '9:30\r'],
      ['Where?', '\r'],
    ],
  )
  expect(told.code).toBe(0)
  expect(told.screen).toContain('To send it round: hjp minutes')
  expect(told.screen, 'a command that is broken over two lines is emphasised whole').not.toContain('*')
  const minutes = plain('minutes', '--format', 'md')
  for (const line of [
    'We meet monthly.',
    '| Draw the map | Hill Health | 3 April 2026 |',
    '| Print it | Hill Law |',
    'Town hall, room 2',
    '**Note-taker:** Bo',
    '7 April 2026, 9:30 am',
  ])
    expect(minutes.stdout).toContain(line)
})

test.each([
  ['Ctrl-D', '\x04', 130, '1.2'],
  ['SIGINT', 'SIGINT', 130, '2.3'],
  ['SIGTERM', 'SIGTERM', 143, '2.4'],
  ['SIGHUP', 'SIGHUP', 129, '3.1'],
])('%s ends a conversation, and says what is kept', async (_, keys, exit, number) => {
  const { code, screen } = await run(
    ['ask', number, '1.3', '--as', 'legal'],
    [
      ['Hill Law:', `Said before ${exit} ${keys.length}.\r`],
      ['1.3', keys],
    ],
  )
  expect([code, screen.includes('Stopped. One answer is saved in partnership.yaml.')], screen).toEqual([
    exit,
    true,
  ])
  expect(file()).toContain(`Said before ${exit} ${keys.length}.`)
})

test('half an answer that is cleared is not shown as given', async () => {
  const half = 'Half of what'
  await run(
    ['ask', '4.2', '--as', 'health'],
    [
      ['Hill Health:', half],
      [half, '\x03'],
    ],
  )
  const again = await run(
    ['ask', '4.2', '--as', 'health'],
    [
      ['clears it)', ''],
      [half, '\x15'],
      ['clears it)', '\r'],
    ],
  )
  expect(again.screen.slice(again.screen.lastIndexOf('Hill Health:'))).not.toContain(half)
  expect(file()).not.toContain(half)
})

test('Ctrl-Z gives the terminal back, and fg goes on with the words as they were', async () => {
  const shell = spawn('bash', ['--norc', '-i'], {
    cwd: folder,
    env: { ...process.env, PS1: 'ready> ', NO_COLOR: '1' } as Record<string, string>,
  })
  let screen = ''
  shell.onData((data) => {
    screen += data
  })
  const shows = (text: string) => vi.waitFor(() => expect(screen).toContain(text), { timeout: 20_000 })
  await shows('ready> ')
  shell.write(`"${process.execPath}" "${hjp}" ask 1.4 --as health\r`)
  await shows('Hill Health:')
  shell.write('Words before')
  await shows('Words before')
  shell.write('\x1a')
  await shows('Stopped')
  shell.write('stty -a\r')
  await shows(' icanon')
  screen = ''
  shell.write('fg\r')
  await shows('Words before')
  shell.write(' and after.\r')
  await vi.waitFor(() => expect(file()).toContain('Words before and after.'), { timeout: 20_000 })
  shell.kill()
})
