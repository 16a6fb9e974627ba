import { recordRenamed } from '../core/record/membership.ts'
import { partnerGiven } from './shared/choose-one.ts'
import { commandOf } from './shared/command.ts'
import { wordsGiven } from './shared/given.ts'
import { open } from './shared/open.ts'
import { asId } from './shared/options.ts'
import { saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'

export const command = commandOf({
  args: '[partner] [id]',
  examples: ['hjp rename-partner health-2 dental'],
  note: 'Only the id changes, everywhere in the file. `hjp change partner dental name="Gully Dental"` changes the name.',
  async run(world, options, called, to) {
    const opened = await open(world, options)
    const from = await partnerGiven(world, opened, called, {
      ...{ command: 'hjp rename-partner', needs: 'a partner and its new id' },
      question: 'Which partner gets another id?',
    })
    const id = asId('the new id', await wordsGiven(world, to, `What should commands call ${from} instead?`))
    const done = await save(world, opened, [recordRenamed(from, id)])
    saySaved(world, done, opened, `the partner ${from} now has the id ${id}`)
    return 0
  },
})
