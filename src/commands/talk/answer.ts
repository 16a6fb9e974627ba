import { asked, findPrompt, headingOf } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { recordPerspective } from '../../core/record/answer.ts'
import { HjpError } from '../../errors.ts'
import { commandOf } from '../shared/command.ts'
import { proposalOf, wordsGiven } from '../shared/given.ts'
import { open, partnerNamed } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'

export const command = commandOf({
  args: '<prompt> [text]',
  options: {
    as: wants.text('<partner>', 'whose answer it is (required)'),
    returned: wants.flag('in the wording that this partner sent back'),
  },
  examples: [
    'hjp answer 5.1 --as legal "We call the client within two working days."',
    'hjp answer how-we-work/contact --as health - < notes.txt',
  ],
  async run(world, { as, returned, ...options }, name, text) {
    const opened = await open(world, options)
    const { partnership, parts } = opened
    if (as === undefined)
      throw new HjpError(
        'whoseWords',
        partnership.partners.map(({ id }) => id),
      )
    const prompt = findPrompt(parts, name!)
    const partner = partnerNamed(opened, as)
    if (!asked(prompt, partnership.partners).some(({ id }) => id === partner))
      throw new HjpError('notAsked', prompt.id, partner, prompt.side!)
    const said = returned
      ? proposalOf(opened, prompt, partner, 'said').text
      : await wordsGiven(world, text, inWords(partnership)(prompt.ask))
    const done = await save(world, opened, [recordPerspective(parts, prompt, partner, said, world.today)])
    saySaved(world, done, opened, `what ${partner} said about ${headingOf(prompt)}`)
    return 0
  },
})
