import { withoutLast } from '../core/record/changes.ts'
import { stepCommand } from './shared/step.ts'

export const command = stepCommand({
  examples: ['hjp undo'],
  note: 'It undoes the last change that hjp made to the file from this computer, committed or not. Run it again for the one before.',
  what: 'undone. *hjp redo* redoes it',
  next: withoutLast,
})
