import { readAnswers } from '../core/record/answers-file.ts'
import { counted, HjpError } from '../errors.ts'
import type { World } from '../world/world.ts'
import { fill } from './document/fill.ts'
import { commandOf } from './shared/command.ts'
import { type Opened, open } from './shared/open.ts'
import { wants } from './shared/options.ts'
import { saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'
import { typedSource } from './shared/typed-source.ts'
import { sayUnheard } from './shared/unheard.ts'
import { AGREED } from './talk/choices.ts'
import { converse } from './talk/loop.ts'

export const command = commandOf({
  args: '[part-or-prompt...]',
  options: {
    as: wants.text(
      '<partner>',
      'who is answering: one partner, or "everyone" in turn and then what you agree',
    ),
    agreed: wants.flag('ask only what you agree, and not what each of you thinks'),
    for: wants.text(
      '<document>',
      'only what a document still needs, such as mou/activities, mou/short or case; then write it',
    ),
    answers: wants.text('<file>', 'take the answers from a YAML or JSON file; - is standard input'),
  },
  examples: [
    'hjp ask',
    'hjp ask what-we-do',
    'hjp ask 5.3 --as health',
    'hjp ask --for mou/activities',
    'hjp ask --answers from-the-meeting.yaml',
  ],
  async run(world, { as, agreed, answers, for: document, ...options }, ...names) {
    const opened = await open(world, options)
    if (answers !== undefined) return fromFile(world, opened, answers)
    if (!world.terminal.interactive)
      throw new HjpError(
        'needsTerminal',
        'Use *hjp answer* or *hjp agree* or *hjp ask --answers FILE* instead.',
      )
    if (agreed && as !== undefined) throw new HjpError('usage', WHOSE, 'hjp ask')
    if (document !== undefined && names.length > 0) throw new HjpError('usage', WHICH, 'hjp ask')
    if (document === undefined) await converse(world, opened, names, agreed ? AGREED : as)
    else await fill(world, opened, document, as, options)
    return 0
  },
})

const WHOSE = '*--agreed* asks nobody for what they think: leave it out, or leave out *--as*.'
const WHICH = '*--for* asks what the document needs: leave it out, or leave out the questions.'

async function fromFile(world: World, opened: Opened, name: string): Promise<0> {
  const source = await typedSource(world, opened, name)
  const writes = readAnswers(source, { ...opened, today: world.today })
  const done = await save(world, opened, writes)
  saySaved(world, done, opened, counted(writes.length, 'answer'))
  sayUnheard(world, opened, writes)
  return 0
}
