import { withNext } from '../core/record/changes.ts'
import { stepCommand } from './shared/step.ts'

export const command = stepCommand({
  examples: ['hjp redo'],
  note: 'After `hjp undo` it works as long as nothing else has changed the file.',
  what: 'redone. *hjp undo* undoes it again',
  next: withNext,
})
