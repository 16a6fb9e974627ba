import type { COMMAND_GROUPS, Command } from './shared/command.ts'

type Line = { group: keyof typeof COMMAND_GROUPS; summary: string; load: () => Promise<{ command: Command }> }

/** One line a command. Kinds of document are commands too, and stand in templates/. */
export const commands: Record<string, Line> = {
  init: { group: 'start', summary: 'Start a partnership file', load: () => import('./init/init.ts') },
  adopt: {
    group: 'start',
    summary: 'Take in an agreement that you had before, each clause at the question that it answers',
    load: () => import('./adopt/adopt.ts'),
  },
  ask: {
    group: 'talk',
    summary: 'Hold a conversation: each partner answers, then you agree, prompt by prompt',
    load: () => import('./ask.ts'),
  },
  answer: {
    group: 'talk',
    summary: 'Write down what one partner said',
    load: () => import('./talk/answer.ts'),
  },
  agree: {
    group: 'talk',
    summary: 'Write down what the partners agreed',
    load: () => import('./talk/agree.ts'),
  },
  park: {
    group: 'talk',
    summary: 'Set a prompt aside for now, or bring it back',
    load: () => import('./talk/park.ts'),
  },
  sign: {
    group: 'agree',
    summary: 'Write down who has signed the agreement, from when it applies and until when',
    load: () => import('./sign/sign.ts'),
  },
  verify: {
    group: 'agree',
    summary: 'See whether a copy that came back has the words you agreed, and no others',
    load: () => import('./verify/verify.ts'),
  },
  record: {
    group: 'meet',
    summary: 'Write down what happened at a meeting',
    load: () => import('./record/record.ts'),
  },
  import: {
    group: 'agree',
    summary: 'Bring in what a partner wrote in a worksheet, an agreement, an email or a text',
    load: () => import('./import/import.ts'),
  },
  add: {
    group: 'keep',
    summary: 'Add a row to the file: an action, a meeting, a milestone, a person and so on',
    load: () => import('./add/add.ts'),
  },
  change: {
    group: 'keep',
    summary: 'Change a row: move a date, hand an action to someone else',
    load: () => import('./change.ts'),
  },
  done: {
    group: 'keep',
    summary: 'Mark an action or milestone as done or dropped, by its id or a word of it',
    load: () => import('./done.ts'),
  },
  remove: {
    group: 'keep',
    summary: 'Remove what should not be in the file: a row, a person, a reading, a note',
    load: () => import('./remove.ts'),
  },
  join: {
    group: 'keep',
    summary: 'Add a partner who joins; it has agreed to nothing yet',
    load: () => import('./join.ts'),
  },
  leave: {
    group: 'keep',
    summary: 'Note that a partner leaves; its answers stay, and what it led goes on the next agenda',
    load: () => import('./leave.ts'),
  },
  'rename-partner': {
    group: 'keep',
    summary: 'Change the id of a partner everywhere in the file',
    load: () => import('./rename-partner.ts'),
  },
  undo: {
    group: 'keep',
    summary: 'Undo the last change hjp made to the file; again, the one before',
    load: () => import('./undo.ts'),
  },
  redo: {
    group: 'keep',
    summary: 'Redo what you have just undone',
    load: () => import('./redo.ts'),
  },
  recover: {
    group: 'keep',
    summary: 'Save what could not be saved last time',
    load: () => import('./recover.ts'),
  },
  rate: {
    group: 'learn',
    summary: 'Answer a questionnaire about the partnership itself, alone or together',
    load: () => import('./rate/rate.ts'),
  },
  measure: {
    group: 'learn',
    summary: 'Write down a new reading of an indicator, or go through them all',
    load: () => import('./measure.ts'),
  },
  status: {
    group: 'keep',
    summary: 'See how far the conversations have come and what comes next',
    load: () => import('./status.ts'),
  },
  show: {
    group: 'keep',
    summary:
      'See all there is on a prompt: what was said and agreed, its actions and meetings, where it is printed',
    load: () => import('./show.ts'),
  },
  export: {
    group: 'keep',
    summary: 'Write the rows of a table as a spreadsheet, to change in Excel and import again',
    load: () => import('./export.ts'),
  },
  find: {
    group: 'keep',
    summary: 'Find some words in the file: where they stand, who said them, which documents print them',
    load: () => import('./find.ts'),
  },
  check: {
    group: 'keep',
    summary: 'Find what needs attention in the partnership file',
    load: () => import('./check.ts'),
  },
  merge: {
    group: 'keep',
    summary: 'Merge the two versions that git left in the partnership file',
    load: () => import('./merging/merge.ts'),
  },
  'merge-driver': {
    group: 'keep',
    summary: 'Have git merge the partnership file answer by answer, not line by line',
    load: () => import('./merging/merge-driver.ts'),
  },
  log: {
    group: 'keep',
    summary: 'See the history of an answer: who said what, when, and what changed',
    load: () => import('./log/log.ts'),
  },
  prompts: {
    group: 'about',
    summary: 'List the prompts, or copy a part to make it your own',
    load: () => import('./prompts.ts'),
  },
  kinds: {
    group: 'about',
    summary: 'List the kinds of document, or copy a template to make it your own',
    load: () => import('./kinds.ts'),
  },
  schema: {
    group: 'about',
    summary: 'Print the JSON Schema of the partnership file, for an editor',
    load: () => import('./schema.ts'),
  },
  completion: {
    group: 'about',
    summary: 'Have the Tab key complete what you type: commands, questions, partners, rows',
    load: () => import('./completion.ts'),
  },
}
