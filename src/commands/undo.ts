import { withoutLast } from '../core/record/changes.ts'
import { OWN_FILE } from '../core/record/own-prompts.ts'
import { stepOwn } from './shared/own-prompts.ts'
import { stepCommand } from './shared/step.ts'

export const command = stepCommand({
  examples: ['hjp undo'],
  note: 'It undoes the last change that hjp made to the file from this computer, committed or not. Run it again for the one before.',
  what: 'undone. *hjp redo* redoes it',
  others: 'hjp redo --dry-run shows them all',
  next: withoutLast,
  async also(world, path, texts) {
    if (!(await stepOwn(world, path, texts, withoutLast)))
      world.terminal.say(
        `*${OWN_FILE}* has changed since, so the questions of your own stay in it. Delete there what you no longer want; *hjp redo* needs them.`,
      )
  },
})
