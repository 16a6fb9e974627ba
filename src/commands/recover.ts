import { mergeVersions } from '../core/merging/merge-versions.ts'
import { enter } from '../core/record/enter.ts'
import { HjpError } from '../errors.ts'
import { sayMerged } from './merging/say-merged.ts'
import { commandOf } from './shared/command.ts'
import { guardedWrite } from './shared/guard.ts'
import { open } from './shared/open.ts'
import { sayWritten } from './shared/print.ts'
import { allUnsaved, keepUnsaved, sayWords, unsavedIn } from './shared/recovery.ts'
import { rewrite } from './shared/rewrite.ts'

export const command = commandOf({
  examples: ['hjp recover'],
  note: 'If a disk was full or a folder was missing, hjp keeps what it could not save until you run this. Later changes to the file stay as they are.',
  async run(world, options) {
    const opened = await open(world, options)
    const { path, shown } = opened
    const waiting = unsavedIn(world, opened)
    if (waiting.length === 0) throw new HjpError('nothingToRecover', shown)
    for (const { words, from, text } of waiting) {
      world.terminal.say('This could not be saved:')
      sayWords(world, words)
      let tell = () => {}
      const done = await guardedWrite(world, opened, [], (writes, lookAt) =>
        rewrite(world, opened, (now) => {
          const merged = mergeVersions(shown, { base: from, ours: now, theirs: text })
          const entered = enter(shown, merged.text, writes)
          lookAt(enter(shown, now, []).before, entered.after)
          tell = () => sayMerged(world, shown, merged)
          return entered.text
        }),
      )
      sayWritten(world, done, path)
      tell()
    }
    keepUnsaved(
      world,
      allUnsaved(world).filter((each) => each.path !== path),
    )
    return 0
  },
})
