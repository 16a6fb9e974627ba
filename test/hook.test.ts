import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cli } from '../src/cli.ts'
import { nodeFiles } from '../src/world/files.ts'
import { nodeGit } from '../src/world/git.ts'
import { inFolders } from './folders.ts'
import { library, memoryWorld, small } from './memory-world.ts'
import { has } from './programs.ts'

// What git is about to keep, and what it keeps already.

const WORDS = 'Our client Jane Doe rang.'

describe.skipIf(!has('git'))('in a git repository', () => {
  let folder: string
  inFolders((its) => {
    folder = its
    git('init', '--quiet', '--initial-branch=main')
    git('config', 'user.name', 'Ana')
    git('config', 'user.email', 'ana@hill.example')
    write(small)
  })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' }).toString()
  const write = (text: string) => writeFileSync(join(folder, 'partnership.yaml'), text)
  const commit = (subject: string) => git('commit', '--quiet', '--no-verify', '--all', '-m', subject)
  const hook = () => join(folder, '.git/hooks/pre-commit')

  async function hjp(args: string[], replies?: string[]) {
    const { world, said, out } = memoryWorld({ library, ...(replies && { replies }) })
    const code = await cli(args, { ...world, cwd: folder, files: nodeFiles, git: nodeGit }, '0')
    return { code, said: said(), out: out() }
  }

  test('what is staged is looked at, and not what lies beside it', async () => {
    expect(await hjp(['check', '--staged'])).toMatchObject({ code: 0 })
    git('add', '--all')
    write(small.replace('Ana and Lee', WORDS))
    expect(await hjp(['check', '--staged'])).toMatchObject({ code: 0 })
    git('add', '--all')
    write(small)
    const { code, out, said } = await hjp(['check', '--staged'])
    expect(code).toBe(1)
    expect(out).toMatch(
      /^partnership\.yaml:\d+:\d+ {2}1\.1 People, what was said by Hill Law: "Jane Doe" looks/,
    )
    expect(said).toContain('git commit --no-verify')
    commit('All')
    expect((await hjp(['check', '--staged'])).said).toContain('Nothing of *partnership.yaml* is staged.')
  })

  test('a commit is stopped by the hook until the words are changed, or it is said why they may stand', async () => {
    const { said } = await hjp(['check', '--install-hook'])
    expect(said).toContain('looked at before each commit')
    expect(statSync(hook()).mode & 0o111).toBeGreaterThan(0)
    // In place of hjp a program that says how it was called, and does as it is told.
    const programs = join(folder, 'programs')
    mkdirSync(programs)
    const stand = (code: number) => {
      writeFileSync(join(programs, 'hjp'), `#!/bin/sh\necho "$*" > "${folder}/called"\nexit ${code}\n`)
      chmodSync(join(programs, 'hjp'), 0o755)
    }
    const tried = (PATH = `${programs}:${process.env['PATH']}`) =>
      spawnSync('git', ['commit', '--quiet', '-m', 'Try'], { cwd: folder, env: { ...process.env, PATH } })
        .status
    git('add', 'partnership.yaml')
    stand(1)
    expect(tried()).toBe(1)
    expect(readFileSync(join(folder, 'called'), 'utf8')).toBe('check --staged --file partnership.yaml\n')
    stand(0)
    expect(tried()).toBe(0)
    await hjp(['check', '--remove-hook'])
    expect(existsSync(hook())).toBe(false)
  })

  test('a hook that is there is left alone, and so is a folder of hooks that others share', async () => {
    mkdirSync(join(folder, '.git/hooks'), { recursive: true })
    writeFileSync(hook(), '#!/bin/sh\nmake test\n')
    const there = await hjp(['check', '--install-hook'])
    expect(there.code).toBe(2)
    expect(there.said).toContain('hjp check --staged --file partnership.yaml || exit 1')
    expect((await hjp(['check', '--remove-hook'])).code).toBe(2)
    expect(readFileSync(hook(), 'utf8')).toBe('#!/bin/sh\nmake test\n')
    git('config', 'core.hooksPath', join(folder, 'shared'))
    const shared = await hjp(['check', '--install-hook'])
    expect(shared.code).toBe(2)
    expect(shared.said).toContain(join(folder, 'shared/pre-commit'))
    expect(existsSync(join(folder, 'shared'))).toBe(false)
  })

  test('init offers the hook', async () => {
    const args = ['init', '--file', 'new.yaml', '--name', 'Hill', '--partner', 'legal=Law']
    expect((await hjp(args)).said).toContain('*hjp check --install-hook*')
    expect(existsSync(hook())).toBe(false)
    const asked = await hjp(['init', '--file', 'other.yaml', ...args.slice(3)], ['with-git'])
    expect(asked.code).toBe(0)
    expect(readFileSync(hook(), 'utf8')).toContain('--file other.yaml')
  })

  test('all that git keeps is looked through, and it is said since when and until when', async () => {
    git('add', '--all')
    commit('First')
    write(small.replace('Ana and Lee', `${WORDS} See Mrs Mary Poe.`))
    commit('Second')
    write(small.replace('Ana and Lee', 'See Mrs Mary Poe.'))
    commit('Third')
    const { code, out, said } = await hjp(['check', '--history'])
    expect(code).toBe(1)
    expect(out).toMatch(/"Jane Doe" looks like a name.*\n {2}since \S+ \(\w{7}, Ana\), in 1 commit, until/)
    expect(out).toMatch(
      /"Mary Poe" looks like a name.*\n {2}since \S+ \(\w{7}, Ana\), in 2 commits, and is there still/,
    )
    expect(said).toContain('git filter-repo')
    const { found } = JSON.parse((await hjp(['check', '--history', '--json'])).out)
    expect(found).toHaveLength(2)
    expect(git('log', '--format=%s')).toBe('Third\nSecond\nFirst\n')
  })

  test('where there is no repository, it says so', async () => {
    execFileSync('rm', ['-rf', join(folder, '.git')])
    for (const way of ['--staged', '--history', '--install-hook', '--remove-hook'])
      expect(await hjp(['check', way])).toMatchObject({ code: 2 })
  })
})
