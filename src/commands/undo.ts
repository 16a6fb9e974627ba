import { withoutLast } from '../core/record/changes.ts'
import { OWN_FILE, ownPromptsIn } from '../core/record/own-prompts.ts'
import { stepCommand } from './shared/step.ts'

export const command = stepCommand({
  examples: ['hjp undo'],
  note: 'It undoes the last change that hjp made to the file from this computer, committed or not. Run it again for the one before.',
  what: 'undone. *hjp redo* redoes it',
  next: withoutLast,
  also(before, after) {
    const kept = new Set(ownPromptsIn(after))
    return ownPromptsIn(before).some((id) => !kept.has(id))
      ? `*${OWN_FILE}* still has the questions of your own that were taken in with it. Delete there what you no longer want; *hjp redo* needs them.`
      : undefined
  },
})
