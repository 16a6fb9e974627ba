import { basename } from 'node:path'
import { Partnership } from '../../core/file/partnership.ts'
import { lineBreak } from '../../core/file/splice.ts'
import { conflictMarker, readYaml } from '../../core/file/yaml.ts'
import { isUntouched, versionsIn } from '../../core/merging/markers.ts'
import { type Merged, mergeVersions, type Texts } from '../../core/merging/merge-versions.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { commandOf } from '../shared/command.ts'
import { find, shown } from '../shared/find.ts'
import { isInstalled } from '../shared/merge-driver.ts'
import { sayWritten } from '../shared/print.ts'
import { rewrite } from '../shared/rewrite.ts'
import { sayMerged } from './say-merged.ts'

export const command = commandOf({
  examples: ['hjp merge'],
  note: 'It combines both versions, answer by answer and row by row. Where both changed the same text, it keeps both, and `hjp check` and `hjp status` tell you what to settle.',
  async run(world, options) {
    const path = await find(world, options.file)
    const name = shown(world, path)
    const kept = await world.git.unmerged(path)
    let merged: Merged | undefined
    const done = await rewrite(world, { path, shown: name }, (now) => {
      merged = conflictMarker(now) === undefined ? undefined : mergedHere(name, now, kept)
      if (!merged) readYaml(name, now, Partnership)
      return merged?.text ?? now
    })
    if (!merged) {
      world.terminal.say(`There is nothing to merge in *${name}*: git left no conflict in it.`)
      return 0
    }
    sayWritten(world, done, path, 'both versions in one')
    sayMerged(world, name, merged)
    await sayNext(world, path)
    return 0
  },
})

/**
 * Of what git keeps; but where someone has written in the file since, of what stands between the conflict markers, so that this
 * stays too.
 */
function mergedHere(name: string, text: string, kept: Texts | undefined): Merged {
  if (kept && isUntouched(text, kept)) return attempt(name, withEndsOf(text, kept))
  const sides = versionsIn(text)
  if (!sides) throw new HjpError('cannotMerge', name, 'Its conflict markers no longer match.')
  return attempt(name, { ...sides, base: kept?.base || sides.base || '' })
}

const withEndsOf = (text: string, { ours, ...others }: Texts): Texts => ({
  ...others,
  ours:
    (text.startsWith('\uFEFF') && !ours.startsWith('\uFEFF') ? '\uFEFF' : '') +
    ours.replace(/\r?\n/g, lineBreak(text)),
})

function attempt(name: string, texts: Texts): Merged {
  try {
    return mergeVersions(name, texts)
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    throw new HjpError('cannotMerge', name, error.message)
  }
}

/** How git goes on from here. */
async function sayNext(world: World, path: string): Promise<void> {
  const { git, terminal } = world
  if (!(await git.holds(path))) return
  const task = await git.underWay(path)
  const then = task
    ? `*git ${task} --continue*`
    : '*git commit*\nIf it came from *git stash pop* the stash is still there, and *git stash drop* removes it.'
  terminal.say(`Next: *git add ${basename(path)}* and then ${then}`)
  if (!(await isInstalled(world, path)))
    terminal.say('To have git use hjp to merge this file from now on: *hjp merge-driver --install*')
}
