import { editYaml } from '../src/core/file/apply.ts'
import { riverbend } from './memory-world.ts'

/** The mature example as it might have been before: of every sort of change there is one on the way from here to there. */
export const earlier = editYaml('', riverbend, [
  {
    at: ['answers', { prompt: 'what-we-do/referral-pathways' }, 'agreed', 'text'],
    value: 'By phone:\n\n- on one form\n- with the client',
  },
  { at: ['answers', { prompt: 'agreement-terms/publicity' }, 'parked'], value: null },
  {
    at: ['answers', { prompt: 'how-we-work/contact' }, 'agreed', 'text'],
    value: 'We ring each other on Mondays.',
  },
  {
    at: ['answers', { prompt: 'getting-to-know/history' }, 'agreed'],
    value: { text: 'A stall in the foyer.' },
  },
  { at: ['funding', 0, 'conditions'], value: 'None.' },
  { at: ['actions', { id: 'new-step' }], value: { what: 'Paint the room', due: '2026-12-01' } },
  { at: ['partners', 0, 'legal-name'], value: 'Riverbend Legal Ltd' },
])
