import type { Changes, Since } from '../../core/record/changes.ts'
import { lineChanges } from '../../core/record/line-changes.ts'
import { asTheyAre, firstOnLines, HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { type Command, commandOf } from './command.ts'
import { find, shown } from './find.ts'
import { step } from './rewrite.ts'

/** A command that goes from one kept state of the file to another, and shows what became of its lines. */
export const stepCommand = ({
  what,
  others,
  next,
  also,
  ...facts
}: {
  examples: string[]
  note: string
  what: string
  /** Where the other lines are to be seen, if they are many. */
  others: string
  next(kept: Changes | undefined, path: string, now: string): Changes | Since
  /** What else goes with the file from one text to the other. */
  also(world: World, path: string, texts: [before: string, after: string]): Promise<void>
}): Command =>
  commandOf({
    ...facts,
    async run(world, options) {
      const path = await find(world, options.file)
      const name = shown(world, path)
      let lines: string[] = []
      let texts: [string, string] = ['', '']
      const done = await step(world, path, name, async (now, kept) => {
        const found = next(kept, name, now)
        if ('from' in found) throw new HjpError('changedSince', name, lineChanges(found.from, found.to))
        lines = lineChanges(now, found.text)
        texts = [now, found.text]
        return found
      })
      // A dry run shows them itself.
      const shownLines = done === 'would change' ? '' : `:${firstOnLines(lines, others)}`
      world.terminal.say(`${done}  ${asTheyAre(name)}: ${what}${asTheyAre(shownLines)}`)
      await also(world, path, texts)
      return 0
    },
  })
