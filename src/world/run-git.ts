import { stat } from 'node:fs/promises'
import { devNull } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { HjpError } from '../errors.ts'

const setting = ([key, value]: [string, string]): string[] => ['-c', `${key}=${value}`]

/**
 * A folder may be a stranger's, and so may what its repository tells git to do. Nothing set there starts a program, asks a
 * server or reads a file of its choosing: what is given on the command line goes before it.
 */
const SAFE = Object.entries({
  'safe.bareRepository': 'explicit',
  'core.fsmonitor': 'false',
  'protocol.allow': 'never',
  'credential.helper': '',
  'log.showSignature': 'false',
  'diff.external': '',
  'mailmap.file': '',
  'mailmap.blob': '',
}).flatMap(setting)

/** None of these runs a hook either, unless it is asked where they are. */
const NO_HOOKS = setting(['core.hooksPath', devNull])

/** The same for what is told through the environment. A lazy fetch would go to whatever the repository calls its origin. */
const SAFE_ENV = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
}

/** Where git and the keeper's own settings are. All else, as in a hook, would point to another repository than the file's. */
const KEPT = new Set(['GIT_EXEC_PATH', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'])

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name) || KEPT.has(name))
  // A hook is told which index is about to be committed, from the folder it runs in.
  const index = process.env['GIT_INDEX_FILE']
  return { ...Object.fromEntries(kept), ...SAFE_ENV, ...(index && { GIT_INDEX_FILE: resolve(index) }) }
}

/** Bytes that are read of git: a thousand versions of a long file. */
const MOST = 100_000_000
/** Milliseconds without a word from git. */
const PATIENCE = 30_000

/**
 * What git says in a folder. Throws HjpError noGit, historyMissing where it would have to fetch, gitEndless or gitFailed.
 * `asSet` is for asking where hooks are set to be. Git is started elsewhere and told where to go, so that no program of its name in the folder is taken for it.
 */
export async function git(
  folder: string,
  args: string[],
  { input = '', asSet = false } = {},
): Promise<Buffer> {
  const { spawn } = await import('node:child_process')
  return new Promise((done, fail) => {
    const child = spawn('git', ['--no-pager', '-C', folder, ...SAFE, ...(asSet ? [] : NO_HOOKS), ...args], {
      cwd: dirname(process.execPath),
      env: environment(),
      windowsHide: true,
    })
    const stop = () => {
      child.kill('SIGKILL')
      fail(new HjpError('gitEndless'))
    }
    const clock = setTimeout(stop, PATIENCE)
    const out: Buffer[] = []
    const errors: Buffer[] = []
    let size = 0
    const take = (into: Buffer[]) => (bytes: Buffer) => {
      clock.refresh()
      size += bytes.length
      if (size > MOST) stop()
      else into.push(bytes)
    }
    child.stdout.on('data', take(out))
    child.stderr.on('data', take(errors))
    child.on('error', () => fail(new HjpError('noGit')))
    child.on('close', (code) => {
      clearTimeout(clock)
      if (code === 0) done(Buffer.concat(out))
      else fail(failure(Buffer.concat(errors).toString().trim()))
    })
    // Where git stops before it has read everything, how it ended tells why.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** What git complains of where a clone left out what is asked for. */
const LEFT_OUT = /promisor|lazy fetch|could not fetch|missing (blob|object|tree)|unable to read tree/i

const failure = (words: string): HjpError =>
  LEFT_OUT.test(words) ? new HjpError('historyMissing') : new HjpError('gitFailed', words)

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Whether a folder is in a git repository. One without a `.git`, which anybody can put into another as files like any
 * other, would bring settings of its own along. Throws HjpError bareRepository.
 */
export async function isInRepository(folder: string): Promise<boolean> {
  const has = (name: string) => isThere(join(folder, name))
  if (await has('.git')) return true
  if ((await has('HEAD')) && ((await has('objects')) || (await has('commondir'))))
    throw new HjpError('bareRepository', folder)
  return dirname(folder) !== folder && isInRepository(dirname(folder))
}
