import { withoutLast } from '../core/record/changes.ts'
import { stepCommand } from './shared/step.ts'

export const command = stepCommand({
  examples: ['hjp undo'],
  note: 'It takes back the last thing that hjp wrote into the file from this machine, committed or not; again, the one before.',
  what: 'taken back. *hjp redo* puts it in again',
  next: withoutLast,
})
