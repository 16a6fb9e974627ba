import { recordRenamed } from '../core/record/membership.ts'
import { commandOf } from './shared/command.ts'
import { open, partnerNamed } from './shared/open.ts'
import { asId } from './shared/options.ts'
import { saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'

export const command = commandOf({
  args: '<partner> <id>',
  examples: ['hjp rename-partner health-2 dental'],
  note: 'Only the id changes, everywhere in the file. To change the name: `hjp change partner dental name="Gully Dental"`.',
  async run(world, options, called, to) {
    const opened = await open(world, options)
    const from = partnerNamed(opened, called!)
    const done = await save(world, opened, [recordRenamed(from, asId('the new id', to!))])
    saySaved(world, done, opened, `the partner ${from} now has the id *${to}*`)
    return 0
  },
})
