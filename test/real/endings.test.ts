import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { afterAll, beforeAll, expect, test } from 'vitest'

// Whatever ends a question, of whatever kind and in whatever command: it ends, what is kept is told in a line, what was typed
// is kept, and the terminal is as it was.
const hjp = resolve('bin/hjp.js')
let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hjp-'))
  const folder = join(home, 'usual')
  execFileSync('mkdir', ['-p', folder, join(home, 'empty')])
  const plain = (...args: string[]) =>
    spawnSync(process.execPath, [hjp, ...args], { cwd: folder, env: envOf(folder) })
  plain('init', '--name', 'Hillside', '--partner', 'legal=Hill Law', '--partner', 'health=Hill Health')
  plain('add', 'indicator', 'measure=People helped')
  plain('add', 'action', 'what=Draw the map')
  plain('add', 'action', 'what=Print the card')
  writeFileSync(join(folder, 'letter.txt'), 'We will meet once a month.\n\nReferrals go by telephone.\n')
  writeFileSync(join(folder, 'reply.txt'), '1.1: Words one.\n\n1.2: Words two.\n')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const envOf = (folder: string) => ({ ...process.env, NO_COLOR: '1', XDG_STATE_HOME: join(folder, '.state') })

type Steps = [shows: string, keys: string][]
type Ended = { code: number; screen: string; raw: string; kept: string }
type Case = { args: string[]; steps?: Steps; at: string; from?: string; env?: Record<string, string> }

/** Ends a question that shows a text, in a shell that tells afterwards how the terminal is. */
function endedIn({ args, steps = [], at, from = 'usual', env = {} }: Case, how: string): Promise<Ended> {
  const folder = mkdtempSync(join(home, 'run-'))
  cpSync(join(home, from), folder, { recursive: true })
  return new Promise((done, fail) => {
    const command = [process.execPath, hjp, ...args].map((word) => `'${word}'`).join(' ')
    const shell = spawn(
      'bash',
      ['--norc', '-c', `trap : HUP TERM INT; ${command}; echo "code $?"; stty -a; sleep 0.2`],
      {
        ...{ cwd: folder, cols: 90, rows: 30 },
        env: { ...envOf(folder), ...env } as Record<string, string>,
      },
    )
    const waiting: Steps = [...steps, [at, how]]
    let raw = ''
    let unread = ''
    const timer = setTimeout(() => {
      shell.kill('SIGKILL')
      fail(
        new Error(`${args.join(' ')}, ${how}: waited for "${waiting[0]?.[0] ?? 'the end'}" after:\n${raw}`),
      )
    }, 25_000)
    const type = (keys: string) => {
      if (!keys.startsWith('SIG')) return shell.write(keys)
      const [pid] = execFileSync('pgrep', ['-P', `${shell.pid}`])
        .toString()
        .split('\n')
      process.kill(Number(pid), keys as NodeJS.Signals)
    }
    shell.onData((data) => {
      raw += data
      unread += data
      while (waiting[0] && unread.includes(waiting[0][0])) {
        const [shown, keys] = waiting.shift()!
        unread = unread.slice(unread.indexOf(shown) + shown.length)
        setTimeout(() => type(keys), 150)
      }
    })
    shell.onExit(() => {
      clearTimeout(timer)
      const screen = raw.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '')
      const code = Number(/code (\d+)/.exec(screen)?.[1])
      let kept = ''
      try {
        kept = readFileSync(join(folder, '.state', 'hjp', 'typed.json'), 'utf8')
      } catch {
        // Nothing was typed.
      }
      done({ code, screen, raw, kept })
    })
  })
}

const HALF: Steps = [['Hill Law:', 'Half typed']]
const CASES: Record<string, Case> = {
  'ask, a choice': { args: ['ask', '1.2'], at: 'Who is speaking?' },
  'ask, a line': { args: ['ask', '1.2', '--as', 'legal'], steps: HALF, at: 'typed' },
  'ask, a line read aloud': {
    args: ['ask', '1.2', '--as', 'legal'],
    steps: [['> ', 'Half typed']],
    at: 'typed',
    env: { ACCESSIBLE: '1' },
  },
  'ask, a choice read aloud': { args: ['ask', '1.2'], at: 'Type a number', env: { ACCESSIBLE: '1' } },
  'ask, the reason to set it aside': {
    args: ['ask', '1.2', '--as', 'legal'],
    steps: [['Hill Law:', '/p\r']],
    at: 'setting it aside?',
  },
  'answer, a line': { args: ['answer', '1.2', '--as', 'legal'], at: '?' },
  'agree, a line': { args: ['agree', '1.2'], at: 'agreement?' },
  'park, a line': { args: ['park', '1.2'], at: 'aside?' },
  'record, a line': { args: ['record', '--date', '2026-03-02', '--today', '2026-03-02'], at: 'start?' },
  'record, a choice': {
    args: ['record', '--date', '2026-03-02', '--today', '2026-03-02'],
    steps: [
      ['start?', '\r'],
      ['Where was it?', '\r'],
      ['chaired?', '\r'],
      ['notes?', '\r'],
    ],
    at: 'Who was there?',
  },
  'init, a line': { args: ['init'], at: 'called?', from: 'empty' },
  'init, a choice': {
    args: ['init'],
    steps: [
      ['called?', 'Hillside\r'],
      ['service called?', 'Hill Law\r'],
    ],
    at: 'kind of service',
    from: 'empty',
    env: { TZ: 'Australia/Melbourne' },
  },
  'add, a line': { args: ['add', 'action'], at: '1 of' },
  'add, a choice': { args: ['add', 'contribution'], at: '1 of' },
  'rate, a choice': { args: ['rate', 'six-requirements', '--as', 'legal', '--by', 'p'], at: 'closely' },
  'measure, a line': { args: ['measure'], at: '1 of' },
  'sign, a choice': { args: ['sign'], at: 'been signed?' },
  'sign, a line': { args: ['sign'], steps: [['been signed?', '\r']], at: 'apply?' },
  'join, a choice': { args: ['join', 'Youth House'], at: 'kind of service' },
  'remove, a choice': { args: ['remove', 'map'], at: 'Stop here' },
  'import, a choice': { args: ['import', 'reply.txt', '--as', 'legal'], at: 'Save this' },
  'import, by hand': {
    args: ['import', 'letter.txt', '--as', 'legal'],
    steps: [['yourself?', '\r']],
    at: 'Which question',
  },
  'adopt, a choice': { args: ['adopt', 'letter.txt'], at: 'Which question does this answer?' },
  'record, a sheet': { args: ['record', '--sheet', 'map'], at: 'Which person or service?' },
  'change, which row': { args: ['change', 'the', 'due=1 May'], at: 'Which one do you mean' },
  'what could tell who a client is': {
    args: ['answer', '1.2', '--as', 'legal', 'Maria Gonzalez, born 3 March 1985, came back.'],
    at: 'like to do?',
  },
}
const ENDS: [name: string, keys: string, code: number][] = [
  ['Ctrl-C', '\x03', 130],
  ['Ctrl-D', '\x04', 130],
  ['SIGHUP', 'SIGHUP', 129],
]

const ALL = Object.entries(CASES).flatMap(([name, each]) =>
  ENDS.map(([end, keys, code]) => ({ name, end, each, keys, code })),
)

test.concurrent.each(ALL)('$name is ended by $end', async ({ each, keys, code }) => {
  const { screen, raw, kept, ...ended } = await endedIn(each, keys)
  expect(ended.code, screen).toBe(code)
  expect(screen.match(/Stopped\. /g), screen).toHaveLength(1)
  expect(screen).not.toContain('    at ')
  for (const mode of ['icanon', 'echo', 'isig']) expect(screen).toMatch(new RegExp(`(^|\\s)${mode}\\b`, 'm'))
  for (const [on, off] of [
    ['\x1b[?25l', '\x1b[?25h'],
    ['\x1b[?2004h', '\x1b[?2004l'],
  ] as const)
    expect(raw.lastIndexOf(on)).toBeLessThanOrEqual(raw.lastIndexOf(off))
  expect(kept.includes('Half typed')).toBe(each.at === 'typed')
  expect(screen.includes('is kept on this computer')).toBe(kept !== '')
})

test('an editor ends with hjp, and what it had saved is kept', async () => {
  const editor = join(home, 'editor')
  writeFileSync(editor, '#!/bin/sh\necho Half written > "$1"\necho editing\nexec sleep 30\n', { mode: 0o755 })
  const each = { args: ['ask', '1.2', '--as', 'legal'], steps: [['Hill Law:', '/e\r']] as Steps }
  for (const keys of ['SIGTERM', 'SIGHUP', '\x03']) {
    const ended = await endedIn({ ...each, at: 'editing', env: { EDITOR: editor } }, keys)
    expect(ended.screen).toMatch(/Stopped\. Nothing new was said/)
    expect(ended.screen).toContain(' icanon')
    expect(ended.kept).toContain('Half written')
  }
})
