import { resolve } from 'node:path'
import { readText } from '../../core/file/yaml.ts'
import { mergeVersions } from '../../core/merging/merge-versions.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { commandOf } from '../shared/command.ts'
import { find, shown } from '../shared/find.ts'
import { installDriver, removeDriver } from '../shared/merge-driver.ts'
import { wants } from '../shared/options.ts'
import { sayWritten } from '../shared/print.ts'
import { sayMerged } from './say-merged.ts'

export const command = commandOf({
  args: '[base] [ours] [theirs] [name]',
  options: {
    install: wants.flag(
      'have git use hjp to merge the partnership file from now on, in this copy of the repository',
    ),
    remove: wants.flag('have git merge it like any other file again'),
  },
  examples: ['hjp merge-driver --install', 'hjp merge-driver --remove'],
  note: 'git itself runs this for `merge`, `rebase`, `cherry-pick` and `stash pop`, with three files: the common original, ours and theirs. The result goes into ours. Where both changed the same text, the file keeps both, so git does not have to stop: `hjp check` and `hjp status` tell you what to settle.',
  async run(world, { install, remove, ...options }, base, ours, theirs, name) {
    if (ours !== undefined && theirs !== undefined) return drive(world, [base!, ours, theirs], name ?? ours)
    if (!install && !remove) throw new HjpError('nothingToDrive')
    const path = await find(world, options.file)
    const what = `git merges *${shown(world, path)}*`
    if (install) {
      const { file, done } = await installDriver(world, path)
      if (done !== 'identical') sayWritten(world, done, file)
      world.terminal.say(`From now on ${what} with hjp. To turn that off: *hjp merge-driver --remove*`)
    } else {
      await removeDriver(world, path)
      world.terminal.say(`From now on ${what} like any other file.`)
    }
    return 0
  },
})

/** 1 where hjp could not merge, and has written nothing: then git merges the lines. */
async function drive(world: World, files: [string, string, string], name: string): Promise<0 | 1> {
  try {
    const [base, ours, theirs] = await Promise.all(files.map((file) => textOf(world, file)))
    const merged = mergeVersions(name, { base: base!, ours: ours!, theirs: theirs! })
    await world.files.write(resolve(world.cwd, files[1]), merged.text)
    sayMerged(world, name, merged)
    return 0
  } catch (error) {
    if (!(error instanceof HjpError)) throw error
    world.terminal.say(`${error.message}\nSo git merges ${name} line by line, as well as it can.`)
    return 1
  }
}

async function textOf(world: World, file: string): Promise<string> {
  const bytes = (await world.files.read(resolve(world.cwd, file))) ?? new Uint8Array()
  return bytes.length === 0 ? '' : readText(file, bytes)
}
