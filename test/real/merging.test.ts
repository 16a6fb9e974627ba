import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { inFolders } from '../folders.ts'

// git as it is, which calls hjp as it is built.
let folder: string
inFolders((its) => {
  folder = its
})
const env = {
  ...process.env,
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_EDITOR: 'true' },
  ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b' },
}
const run = (program: string, args: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env })
  return { status, printed: stdout + stderr }
}
const git = (...args: string[]) => run('git', args)
const hjp = (...args: string[]) => run(process.execPath, [resolve('bin/hjp.js'), ...args])
const file = () => readFileSync(join(folder, 'partnership.yaml'), 'utf8')

/** Two branches, `here` and `there`, on which each somebody added an action and agreed on the same prompt; here is checked out. */
function parted(...options: string[]) {
  git('init', '-q', '-b', 'main')
  hjp(
    'init',
    '--name',
    'Hillside',
    '--partner',
    'legal=Hill Law',
    '--partner',
    'health=Hill Health',
    ...options,
  )
  git('add', '.')
  git('commit', '-qm', 'start')
  for (const branch of ['there', 'here']) {
    git('checkout', '-q', '-b', branch, 'main')
    hjp('add', 'action', `what=Told ${branch}`, 'owner=legal')
    hjp('agree', '5.1', `Agreed ${branch}.`)
    git('commit', '-qam', branch)
  }
}

const WORDS = ['what: Told here', 'what: Told there', 'Agreed here.', 'Agreed there.']
function expectAll() {
  expect(WORDS.map((words) => file().split(words).length - 1)).toEqual([1, 1, 1, 1])
  expect(file()).not.toMatch(/^[<=>]{7}/m)
  expect(hjp('check').printed).toContain('hjp agree 5.1 --merged')
}

const WAYS: Record<string, () => { status: number | null; printed: string }> = {
  merge: () => git('merge', '-q', '--no-edit', 'there'),
  rebase: () => git('rebase', '-q', 'there'),
  'cherry-pick': () => git('cherry-pick', 'there'),
  'stash pop': () => {
    git('reset', '-q', '--soft', 'main')
    git('stash', '-q')
    git('reset', '-q', '--hard', 'there')
    return git('stash', 'pop')
  },
}

test.each(Object.keys(WAYS))('git %s puts both together, and says what is left to settle', (way) => {
  parted()
  const { status, printed } = WAYS[way]!()
  expect(status, printed).toBe(0)
  expect(printed).toContain('what is agreed on what-we-do/referral-pathways')
  expectAll()
  expect(git('ls-files', '-u').printed).toBe('')
})

test.each(Object.keys(WAYS))('where git %s stops, what hjp says of it leads out', (way) => {
  parted('--no-merge-driver')
  expect(WAYS[way]!().status).toBe(1)
  expect(hjp('status').printed).toContain('hjp merge')
  const { status, printed } = hjp('merge')
  expect(status, printed).toBe(0)
  expectAll()
  const [, added, then] = /Next: (git add \S+) and then (git [a-z-]+(?: --continue)?)/.exec(printed)!
  for (const command of [added!, then!]) {
    const [program, ...args] = command.replace(/^git commit$/, '$& -m merged').split(' ')
    expect(run(program!, args).status, command).toBe(0)
  }
  expectAll()
  expect(git('status', '--porcelain').printed).toBe('')
})

test('where hjp is not to be found any more, or cannot read a version, git merges the lines', () => {
  for (const break_ of [
    () => {
      const [driver] = git('config', 'merge.hjp.driver').printed.split('\n')
      git('config', 'merge.hjp.driver', driver!.replaceAll('/hjp.js', '/gone.js'))
    },
    () => {
      writeFileSync(join(folder, 'partnership.yaml'), `${file()}unknown: yes\n`)
      git('commit', '-qam', 'unreadable')
    },
  ]) {
    git('checkout', '-q', '-f', 'main')
    git('branch', '-D', 'here', 'there')
    parted()
    break_()
    expect(git('merge', '-q', '--no-edit', 'there').status).toBe(1)
    expect(WORDS.every((words) => file().includes(words))).toBe(true)
    expect(file()).toMatch(/^<{7} ours/m)
    git('merge', '--abort')
  }
})

test('without hjp too, git puts together what ends the last row and what is added after it', () => {
  parted('--no-merge-driver')
  git('checkout', '-q', 'there')
  hjp('add', 'action', 'what=The last', 'owner=legal')
  git('commit', '-qam', 'two rows')
  git('checkout', '-q', '-b', 'done')
  hjp('done', 'The last')
  git('commit', '-qam', 'done')
  git('checkout', '-q', 'there')
  hjp('add', 'action', 'what=One more', 'owner=legal')
  git('commit', '-qam', 'more')
  const { status, printed } = git('merge', '-q', '--no-edit', 'done')
  expect(status, printed).toBe(0)
  expect(file()).toMatch(
    /what: The last\n {4}owner: legal\n {4}done: .*\n\n {2}- id: .*\n {4}what: One more\n/,
  )
})
