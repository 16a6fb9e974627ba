import { SECTORS } from '../core/file/partner.ts'
import { rowOfPart } from '../core/prompts/set-aside.ts'
import { idFor, recordJoined } from '../core/record/membership.ts'
import { HjpError, onLines } from '../errors.ts'
import { commandOf } from './shared/command.ts'
import { wordsGiven } from './shared/given.ts'
import { open } from './shared/open.ts'
import { asService, wants } from './shared/options.ts'
import { saySaved } from './shared/print.ts'
import { save } from './shared/save.ts'

export const command = commandOf({
  args: '[name]',
  options: {
    sector: wants.choice(SECTORS, '<sector>', `what kind of service it is: ${SECTORS.join(', ')}`),
    id: wants.id('<id>', 'the short id that answers and rows use for it'),
    on: wants.date('<date>', 'the day it joins (default: today)'),
  },
  examples: [
    'hjp join "Youth House" --sector community',
    'hjp join "Gully Dental" --sector health --id dental --on 2027-02-01',
  ],
  note: 'A new partner has agreed to nothing yet, and no document speaks for it until it has.',
  async run(world, { sector, on = world.today, ...options }, given) {
    const opened = await open(world, options)
    const name = asService('the name', await wordsGiven(world, given, 'What is the partner called?'))
    const { terminal } = world
    if (!sector && !terminal.interactive) throw new HjpError('missingAnswers', ['--sector community'])
    const kind =
      sector ??
      (await terminal.choose(
        'What kind of service is it?',
        SECTORS.map((value) => ({ value, name: value })),
      ))
    const taken = opened.partnership.partners.map((each) => each.id)
    const called = options.id ?? idFor({ name, sector: kind }, taken)
    const done = await save(world, opened, [recordJoined({ id: called, name, sector: kind }, on)])
    saySaved(world, done, opened, `${name} joins on ${on}, with the id ${called}`)
    const next = [
      `hjp add person partner=${called} role=liaison name="…" email="…"`,
      `hjp welcome --for ${called}`,
      `hjp worksheet --confirm --for ${called}`,
      `hjp agenda --welcome ${called}`,
    ]
    terminal.say(
      `It has agreed to nothing yet: *hjp status* lists what to ask.\nNext:${onLines(next.map((each) => `*${each}*`))}`,
    )
    for (const { number, id, title, aside } of opened.parts)
      if (aside?.unless === kind && rowOfPart(opened.partnership, { id, number }) >= 0)
        terminal.say(`Part ${number}, ${title}, is set aside. To bring it back: *hjp park ${id} --resume*`)
    return 0
  },
})
