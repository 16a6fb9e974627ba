import { answerTo } from '../../core/file/gathered.ts'
import { withoutBlanks } from '../../core/file/row.ts'
import { asked, headingOf, type Prompt } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { recordPerspective, recordUnsaid } from '../../core/record/answer.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { partnerGiven } from '../shared/choose-one.ts'
import { commandOf } from '../shared/command.ts'
import { proposalOf, wordsGiven } from '../shared/given.ts'
import { type Opened, open } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { fieldLines, saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { takeOut, YES } from '../shared/take-out.ts'
import { promptGiven } from './which-prompt.ts'

export const command = commandOf({
  args: '[prompt] [text]',
  options: {
    as: wants.text('<partner>', 'whose answer it is'),
    returned: wants.flag('in the wording that this partner sent back'),
    clear: wants.flag('remove what this partner said, once you have seen it'),
    yes: YES,
  },
  examples: [
    'hjp answer 5.1 --as legal "We call the client within two working days."',
    'hjp answer how-we-work/contact --as health - < notes.txt',
    'hjp answer 5.1 --as legal --clear',
  ],
  async run(world, { as, returned, clear, yes, ...options }, name, text) {
    const opened = await open(world, options)
    const { partnership, parts } = opened
    const prompt = await promptGiven(world, opened, 'hjp answer', name)
    const partner = await partnerGiven(world, opened, as, {
      ...{ command: 'hjp answer', needs: '*--as* and a partner' },
      question: 'Whose answer is it?',
    })
    if (clear && (returned || text !== undefined)) throw new HjpError('clearAlone', 'hjp answer')
    if (clear) return clearSaid(world, opened, prompt, partner, yes)
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

async function clearSaid(
  world: World,
  opened: Opened,
  prompt: Prompt,
  partner: string,
  yes: boolean | undefined,
): Promise<0> {
  const { partnership, parts } = opened
  const voice = answerTo(partnership, prompt).perspectives.find((each) => each.partner === partner)
  if (!voice?.said) throw new HjpError('nothingToClear', headingOf(prompt), `said by ${partner}`)
  return takeOut(
    world,
    opened,
    {
      what: `what ${partner} said about ${headingOf(prompt)}`,
      lines: fieldLines(withoutBlanks({ said: voice.said, on: voice.on })),
      words: [voice.said],
      write: recordUnsaid(parts, prompt, partner),
    },
    yes,
  )
}
