import { mkdir, readFile, realpath, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { HjpError } from '../errors.ts'
import { commitsIn, fileChangesTo, logOf } from './git-log.ts'
import { git, isInRepository } from './run-git.ts'
import type { Git, GitTask } from './world.ts'

/** The git program, where the file is in a repository. */
export const nodeGit: Git = {
  async history(path) {
    const file = await realpath(path)
    const folder = dirname(file)
    if (!(await isInRepository(folder))) return undefined
    const prefix = await git(folder, ['rev-parse', '--show-prefix'])
    const name = `${prefix.toString().replace(/\n$/, '')}${basename(file)}`
    const edges = await edgesOf(folder)
    const changes = fileChangesTo(name, commitsIn((await git(folder, logOf(name))).toString(), edges))
    const head = changes.length > 0 ? await blobIn(folder, 'HEAD', basename(file)) : ''
    const blobs = [head, ...changes.flatMap(({ is, was }) => [is, ...was])].filter(
      (blob) => !NO_BLOB.test(blob),
    )
    const texts = await textsOf(folder, [...new Set(blobs)])
    const textOf = (blob: string) => texts.get(blob) ?? ''
    const versions = changes.map(({ commit, is, was }) => ({
      commit,
      text: textOf(is),
      before: was.map(textOf),
    }))
    return { versions, head: textOf(head), isShallow: edges.length > 0 }
  },

  async version(path, name) {
    const file = await realpath(path)
    const folder = dirname(file)
    if (!(await isInRepository(folder))) return undefined
    // What is wrong with git itself comes first, and is not taken for a name that it does not know.
    await git(folder, ['rev-parse', '--git-dir'])
    const found = (args: string[]) =>
      git(folder, args).then(
        (out) => out.toString().trim(),
        (error) => {
          if (error instanceof HjpError && error.code === 'gitFailed') return ''
          throw error
        },
      )
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(name)
    const id =
      (await found(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])) ||
      (isDay ? await found(['rev-list', '-1', '--first-parent', `--before=${name}T23:59:59`, 'HEAD']) : '')
    if (id === '') return undefined
    const about = ['log', '-1', '--no-color', '--format=%h%x00%aN%x00%as%x00%s', id, '--']
    const line = (await git(folder, about)).toString().trim()
    const [hash, author, day, subject] = line.split('\0') as [string, string, string, string]
    const blob = await blobIn(folder, id, basename(file))
    const text = blob === '' ? undefined : (await textsOf(folder, [blob])).get(blob)
    return { commit: { hash: hash.slice(0, 7), author, day, subject }, text }
  },

  async start(path) {
    await git(dirname(path), ['-c', 'init.defaultBranch=main', 'init', '--quiet'])
  },

  holds: (path) => isInRepository(dirname(path)),

  async unmerged(path) {
    const file = await realpath(path)
    const folder = dirname(file)
    if (!(await isInRepository(folder))) return undefined
    const listed = (
      await git(folder, ['ls-files', '-u', '-z', '--', `:(literal)${basename(file)}`])
    ).toString()
    const stages = [...listed.matchAll(/^\d+ (\w+) (\d)\t/gm), ...listed.matchAll(/\0\d+ (\w+) (\d)\t/g)]
    const blobs = new Map(stages.map(([, blob, stage]) => [stage, blob!]))
    if (!blobs.has('2') || !blobs.has('3')) return undefined
    const texts = await textsOf(folder, [...new Set(blobs.values())])
    const [base, ours, theirs] = ['1', '2', '3'].map((stage) => texts.get(blobs.get(stage) ?? '') ?? '')
    return { base: base!, ours: ours!, theirs: theirs! }
  },

  async underWay(path) {
    const folder = dirname(await realpath(path))
    if (!(await isInRepository(folder))) return undefined
    const asked = UNDER_WAY.flatMap(([name]) => ['--git-path', name])
    const paths = (await git(folder, ['rev-parse', ...asked])).toString().trimEnd().split('\n')
    const there = await Promise.all(
      paths.map((each) =>
        stat(resolve(folder, each)).then(
          () => true,
          () => false,
        ),
      ),
    )
    return UNDER_WAY[there.indexOf(true)]?.[1]
  },

  async setting(path, name) {
    if (!(await isInRepository(dirname(path)))) return undefined
    return git(dirname(path), ['config', '--local', '--get', name]).then(
      (out) => out.toString().replace(/\n$/, ''),
      () => undefined,
    )
  },

  async set(path, settings) {
    const folder = dirname(path)
    for (const [name, value] of Object.entries(settings)) {
      if (value !== undefined) await git(folder, ['config', '--local', '--replace-all', name, value])
      // git fails where there is nothing to take away.
      else await git(folder, ['config', '--local', '--unset-all', name]).catch(() => undefined)
    }
  },

  async staged(path) {
    const file = await realpath(path)
    const folder = dirname(file)
    if (!(await isInRepository(folder))) return undefined
    const blob = await stagedBlob(folder, basename(file))
    // HEAD is missing until something is committed.
    const kept = await blobIn(folder, 'HEAD', basename(file)).catch(() => '')
    const text = blob === '' ? undefined : (await textsOf(folder, [blob])).get(blob)
    return { text, isNew: blob !== kept }
  },

  async hook(path) {
    const folder = await realpath(dirname(path))
    if (!(await isInRepository(folder))) return undefined
    const line = async (args: string[]) =>
      (await git(folder, args, { asSet: true })).toString().replace(/\r?\n$/, '')
    const prefix = await line(['rev-parse', '--show-prefix'])
    const hook = resolve(folder, await line(['rev-parse', '--git-path', 'hooks/pre-commit']))
    const isShared = await line(['config', '--get', 'core.hooksPath']).then(
      (value) => value !== '',
      () => false,
    )
    const text = await readFile(hook, 'utf8').catch(() => undefined)
    return { path: hook, text, name: `${prefix}${basename(path)}`, isShared }
  },

  async setHook(path, text) {
    if (text === undefined) return unlink(path)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text, { mode: 0o755 })
  },
}

/** The object that is staged of a file of this folder. */
async function stagedBlob(folder: string, name: string): Promise<string> {
  const listed = (await git(folder, ['ls-files', '--stage', '-z', '--', `:(literal)${name}`])).toString()
  return /^\d+ (\w+) 0\t/.exec(listed)?.[1] ?? ''
}

/** What git keeps while it is in the midst of something. A rebase also has what a cherry-pick has. */
const UNDER_WAY: [name: string, task: GitTask][] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['MERGE_HEAD', 'merge'],
]

const NO_BLOB = /^0*$/

/** Of a clone that does not go all the way back, the commits where it ends: those hold all that was written before. */
async function edgesOf(folder: string): Promise<string[]> {
  const path = (await git(folder, ['rev-parse', '--git-path', 'shallow'])).toString().replace(/\n$/, '')
  const text = await readFile(resolve(folder, path), 'utf8').catch(() => '')
  return text.split('\n').filter((line) => line !== '')
}

/** The object that holds a file of this folder in a commit; blank where there was none. */
async function blobIn(folder: string, commit: string, name: string): Promise<string> {
  const listed = (await git(folder, ['--literal-pathspecs', 'ls-tree', '-z', commit, '--', name])).toString()
  return / blob (\w+)\t/.exec(listed)?.[1] ?? ''
}

/** The texts of these objects, in one go. */
async function textsOf(folder: string, names: string[]): Promise<Map<string, string>> {
  const out = await git(folder, ['cat-file', '--batch'], { input: `${names.join('\n')}\n` })
  const texts = new Map<string, string>()
  let at = 0
  for (const name of names) {
    const start = out.indexOf('\n', at) + 1
    const about = out.toString('utf8', at, start - 1)
    const size = Number(/ blob (\d+)$/.exec(about)?.[1] ?? -1)
    if (size >= 0) texts.set(name, out.toString('utf8', start, start + size))
    else throw new HjpError('historyMissing')
    at = start + size + 1
  }
  return texts
}
