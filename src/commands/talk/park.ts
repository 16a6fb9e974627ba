import { headingOf } from '../../core/prompts/prompts.ts'
import { recordParked } from '../../core/record/answer.ts'
import { commandOf } from '../shared/command.ts'
import { wordsGiven } from '../shared/given.ts'
import { open } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { REASON_SHOWS } from './question.ts'
import { promptGiven } from './which-prompt.ts'

export const command = commandOf({
  args: '[prompt] [reason]',
  options: { resume: wants.flag('bring it back') },
  examples: ['hjp park 5.5 "Not before the new funding is clear."', 'hjp park 5.5 --resume'],
  async run(world, { resume, ...options }, name, given) {
    const opened = await open(world, options)
    const prompt = await promptGiven(world, opened, 'hjp park', name)
    const reason = resume
      ? undefined
      : await wordsGiven(world, given, `Why are you setting "${prompt.topic}" aside? ${REASON_SHOWS}`)
    const done = await save(world, opened, [recordParked(opened.parts, prompt, reason)])
    saySaved(world, done, opened, `${headingOf(prompt)} is ${resume ? 'back' : 'set aside'}`)
    return 0
  },
})
