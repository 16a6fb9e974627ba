import { withNext } from '../core/record/changes.ts'
import { stepCommand } from './shared/step.ts'

export const command = stepCommand({
  examples: ['hjp redo'],
  note: 'It puts in again what *hjp undo* took back, as long as nothing else was written since.',
  what: 'put in again. *hjp undo* takes it back',
  next: withNext,
})
