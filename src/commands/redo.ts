import { withNext } from '../core/record/changes.ts'
import { stepOwn } from './shared/own-prompts.ts'
import { stepCommand } from './shared/step.ts'

export const command = stepCommand({
  examples: ['hjp redo'],
  note: 'After `hjp undo` it works as long as nothing else has changed the file.',
  what: 'redone. *hjp undo* undoes it again',
  others: 'hjp undo --dry-run shows them all',
  next: withNext,
  async also(world, path, [before, after]) {
    await stepOwn(world, path, [after, before], withNext)
  },
})
