import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type IPty, spawn } from '@lydell/node-pty'
import { expect, test, vi } from 'vitest'
import { inFolders } from '../folders.ts'
import { has } from '../programs.ts'

// What hjp shows on screens of two sizes, and read aloud; what is longer than the screen; and what the Tab key offers.

const hjp = resolve('bin/hjp.js')
let folder: string
inFolders((its) => {
  folder = its
})

type Size = { cols: number; rows: number }
const WIDE: Size = { cols: 80, rows: 24 }
const plain = (screen: string): string => screen.replace(/\x1b[[\](][0-9;?=>]*[A-Za-z]?|\r/g, '')

/** A program in a pseudo-terminal, and all that it has shown. */
function inTerminal(program: string, args: string[], size: Size, env: Record<string, string> = {}) {
  const terminal: IPty = spawn(program, args, {
    cwd: folder,
    ...size,
    env: { ...process.env, HJP_PAGER: 'cat', NO_COLOR: '1', TERM: 'xterm', ...env } as Record<string, string>,
  })
  let screen = ''
  terminal.onData((data) => {
    screen += data
  })
  const ended = new Promise<number>((done) => terminal.onExit(({ exitCode }) => done(exitCode)))
  const shows = (text: string) =>
    vi.waitFor(() => expect(plain(screen)).toContain(text), { timeout: 20_000, interval: 50 })
  return { terminal, ended, shows, screen: () => plain(screen) }
}

const example = resolve('examples/riverbend/partnership.yaml')
const run = (args: string[], size: Size, env?: Record<string, string>) =>
  inTerminal(process.execPath, [hjp, '--file', example, '--today', '2026-11-16', ...args], size, env)

test.each<[string, Size, Record<string, string>]>([
  ['80x24', WIDE, {}],
  ['40x20', { cols: 40, rows: 20 }, {}],
  ['spoken', WIDE, { ACCESSIBLE: '1' }],
])('the first screens: %s', async (name, size, env) => {
  const told: string[] = []
  for (const args of [[], ['--help'], ['help', 'meet'], ['status']]) {
    const { ended, screen } = run(args, size, env)
    expect(await ended).toBe(0)
    told.push(`$ ${['hjp', ...args].join(' ')}\n${screen()}`)
  }
  await expect(told.join('\n')).toMatchFileSnapshot(`../golden/screens-${name}.txt`)
})

test('on a narrow screen what a choice is about breaks between words', async () => {
  const { terminal, ended, shows } = run(['ask'], { cols: 40, rows: 20 })
  await shows('What would you like to talk about?')
  await shows('Even good partners drift apart when they\nonly ever talk about the work. Set a\ntime')
  terminal.write('\x03')
  await ended
})

test.each<[string, Record<string, string>]>([
  ['drawn', {}],
  ['spoken', { ACCESSIBLE: '1' }],
])('what is typed at a list is taken in whole, or not at all: %s', async (_, env) => {
  const copy = join(folder, 'partnership.yaml')
  copyFileSync(example, copy)
  const { terminal, ended, shows } = run(['record', '--date', '2026-11-16', '--file', copy], WIDE, env)
  const type = async (question: string, words: string) => {
    await shows(question)
    await setTimeout(200)
    terminal.write(words)
    await setTimeout(200)
    terminal.write('\r')
  }
  for (const question of ['When did it start', 'Where was it', 'Who chaired', 'Who took notes'])
    await type(question, '')
  await type('Who was there', 'everyone except Sam')
  await type('Draft one page', 'done')
  await type('Ask both insurers', 'joel')
  await shows('"joel" is not one of these.')
  await type('not one of these.', env['ACCESSIBLE'] ? '/s' : `${'\x7f'.repeat(4)}/s`)
  await ended
  const text = readFileSync(copy, 'utf8')
  expect(text).toMatch(/present:\s+- Joanna Petrakis\s+- Maree Dunstan\s+- Tomasi Vaka\n/)
  expect(text.match(/done: 2026-11-16/g)).toHaveLength(1)
})

test.skipIf(!has('less'))(
  'what is longer than the screen can be paged through, and left at any time',
  async () => {
    const { terminal, ended, shows, screen } = run(['status'], WIDE, { HJP_PAGER: 'less' })
    await shows('Space for more, q when done')
    terminal.write('\x03')
    await setTimeout(300)
    expect(screen()).not.toContain('5.1b Response times: what you agreed')
    terminal.write('q')
    expect(await ended).toBe(0)
    expect(screen()).not.toContain('Stopped.')
  },
)

test.each([
  ['is not there', { HJP_PAGER: 'nonesuch' }, 'status', 'Next:'],
  ['has seen enough', { HJP_PAGER: 'head -1' }, 'status', 'Riverbend'],
  ['is none', { HJP_PAGER: '' }, 'status', 'Next:'],
  ['is not wanted where all is read aloud', { HJP_PAGER: 'head -1', ACCESSIBLE: '1' }, 'status', 'Next:'],
  ['is not needed', { HJP_PAGER: 'nonesuch' }, '', 'Next:'],
])('a pager that %s is no fault', async (_, env, command, last) => {
  const { ended, screen } = run(command ? [command] : [], WIDE, env)
  expect(await ended).toBe(0)
  expect(screen()).toContain(last)
  expect(screen().includes('Next:')).toBe(last === 'Next:')
})

/** How each shell is started without the settings of whoever runs this, and what has it complete. */
const SHELLS: Record<string, { args: string[]; setUp: string }> = {
  bash: {
    args: ['--norc', '-i'],
    setUp: '. /usr/share/bash-completion/bash_completion; eval "$(hjp completion bash)"',
  },
  zsh: { args: ['-f', '-i'], setUp: 'autoload -U compinit; compinit -u; eval "$(hjp completion zsh)"' },
  fish: { args: ['--no-config', '-i'], setUp: 'hjp completion fish | source' },
}

test.each(Object.entries(SHELLS).filter(([shell]) => has(shell)))(
  'the Tab key in %s',
  async (shell, { args, setUp }) => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'hjp'), `#!/bin/sh\nexec "${process.execPath}" "${hjp}" "$@"\n`, { mode: 0o755 })
    const { terminal, shows } = inTerminal(
      shell,
      args,
      { cols: 120, rows: 40 },
      {
        PATH: `${bin}:${process.env['PATH']}`,
        HOME: folder,
        HJP_FILE: example,
        PS1: '> ',
      },
    )
    await setTimeout(1000)
    terminal.write(`${setUp}; echo rea''dy\r`)
    await shows('ready')
    terminal.write('hjp answer 5.1 --as heal\t')
    await shows('--as health ')
    terminal.write('\x15hjp check --inst\t')
    await shows('--install-hook')
    // Nothing that is typed is run before Enter.
    terminal.write('\x15hjp status > gone --js\t')
    await shows('> gone --json')
    terminal.write('\x15ls\r')
    await shows('bin')
    terminal.kill()
  },
)
