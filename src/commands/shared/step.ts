import type { Changes, Since } from '../../core/record/changes.ts'
import { lineChanges } from '../../core/record/line-changes.ts'
import { asTheyAre, HjpError, onLines } from '../../errors.ts'
import { type Command, commandOf } from './command.ts'
import { find, shown } from './find.ts'
import { step } from './rewrite.ts'

/** A command that goes from one kept state of the file to another, and shows what became of its lines. */
export const stepCommand = ({
  what,
  next,
  also,
  ...facts
}: {
  examples: string[]
  note: string
  what: string
  next(kept: Changes | undefined, path: string, now: string): Changes | Since
  /** What else is to be told of a file that was so and is so now. */
  also?(before: string, after: string): string | undefined
}): Command =>
  commandOf({
    ...facts,
    async run(world, options) {
      const path = await find(world, options.file)
      const name = shown(world, path)
      let lines: string[] = []
      let more: string | undefined
      const done = await step(world, path, name, async (now, kept) => {
        const found = next(kept, name, now)
        if ('from' in found) throw new HjpError('changedSince', name, lineChanges(found.from, found.to))
        lines = lineChanges(now, found.text)
        more = also?.(now, found.text)
        return found
      })
      // A dry run shows them itself.
      const shownLines = done === 'would change' ? '' : `:${onLines(lines)}`
      world.terminal.say(`${done}  ${asTheyAre(name)}: ${what}${asTheyAre(shownLines)}`)
      if (more) world.terminal.say(more)
      return 0
    },
  })
