import { partnerName } from '../core/file/partner.ts'
import { leftBehind, recordLeft, recordLeftBehind } from '../core/record/membership.ts'
import { HjpError, onLines } from '../errors.ts'
import { partnerGiven } from './shared/choose-one.ts'
import { commandOf } from './shared/command.ts'
import { open } from './shared/open.ts'
import { wants } from './shared/options.ts'
import { saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'

export const command = commandOf({
  args: '[partner]',
  options: {
    on: wants.date('<date>', 'the day it leaves (default: today)'),
    why: wants.text('<reason>', 'why it is leaving; no document shows this'),
  },
  examples: ['hjp leave community --on 2027-06-30 --why "Its funding ended."'],
  note: 'What it said and agreed to stays in the file. What it led, held, owed, brought and collected becomes actions for the next agenda.',
  async run(world, { on = world.today, why, ...options }, called) {
    const opened = await open(world, options)
    const partner = await partnerGiven(world, opened, called, {
      ...{ command: 'hjp leave', needs: 'a partner' },
      question: 'Which partner is leaving?',
    })
    const name = partnerName(opened.partnership, partner)
    const { left } = opened.partnership.partners.find(({ id }) => id === partner)!
    if (left) throw new HjpError('leftAlready', partner, name, left, left > world.today)
    const things = leftBehind(opened.partnership, opened.parts, partner)
    const done = await save(world, opened, [recordLeft(partner, on, why), ...recordLeftBehind(things)])
    saySaved(world, done, opened, `${name} leaves on ${on}`)
    if (things.length > 0)
      world.terminal.say(
        `To settle, as actions for the next agenda:${onLines(things.map(({ what }) => what))}`,
      )
    return 0
  },
})
