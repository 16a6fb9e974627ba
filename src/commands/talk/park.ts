import { answerTo } from '../../core/file/gathered.ts'
import { headingOf, type Part, type Prompt, partNamed } from '../../core/prompts/prompts.ts'
import { rowOfPart, whyAside } from '../../core/prompts/set-aside.ts'
import { standing } from '../../core/prompts/standing.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import type { Write } from '../../core/record/enter.ts'
import { recordParked, recordPartParked } from '../../core/record/parked.ts'
import { HjpError } from '../../errors.ts'
import type { World } from '../../world/world.ts'
import { commandOf } from '../shared/command.ts'
import { wordsGiven } from '../shared/given.ts'
import { type Opened, open } from '../shared/open.ts'
import { wants } from '../shared/options.ts'
import { saySaved } from '../shared/print.ts'
import { save } from '../shared/save.ts'
import { REASON_SHOWS } from './question.ts'
import { promptGiven } from './which-prompt.ts'

export const command = commandOf({
  args: '[part-or-prompt] [reason]',
  options: { resume: wants.flag('bring it back') },
  examples: [
    'hjp park 5.5 "Not before the new funding is clear."',
    'hjp park 5.5 --resume',
    'hjp park health-systems "There is no hospital here."',
    'hjp park health-systems --resume',
  ],
  async run(world, { resume, ...options }, name, given) {
    const opened = await open(world, options)
    const part = name === undefined ? undefined : partNamed(opened.parts, name)
    const { heading, called, isAside, write } = part
      ? ofPart(opened, part)
      : ofPrompt(opened, await promptGiven(world, opened, 'hjp park', name))
    if (resume && !isAside) throw new HjpError('notAside', called)
    const reason = resume
      ? undefined
      : await wordsGiven(world, given, `Why are you setting "${called}" aside? ${REASON_SHOWS}`)
    const done = await save(world, opened, write(reason))
    saySaved(world, done, opened, `${heading} is ${resume ? 'back' : 'set aside'}`)
    if (part && !resume) tellHolding(world, opened, part)
    return 0
  },
})

/** What is set aside: how a message and a question call it, and what is written for a reason, or without one to bring it back. */
type Parking = {
  heading: string
  called: string
  isAside: boolean
  write(reason: string | undefined): Write[]
}

const ofPrompt = ({ parts, partnership }: Opened, prompt: Prompt): Parking => ({
  heading: headingOf(prompt),
  called: prompt.topic,
  isAside: whyAside(partnership, prompt) !== undefined,
  write: (reason) => [recordParked(parts, prompt, reason)],
})

/** A part comes back with whatever of it was set aside by itself. */
function ofPart({ parts, partnership }: Opened, part: Part): Parking {
  const called = inWords(partnership)(part.title)
  const parked = part.prompts.filter((prompt) => answerTo(partnership, prompt).parked)
  return {
    heading: `part ${part.number}, ${called},`,
    called,
    isAside: parked.length > 0 || rowOfPart(partnership, part) >= 0,
    write: (reason) => [
      recordPartParked(part, reason),
      ...(reason ? [] : parked.map((prompt) => recordParked(parts, prompt, undefined))),
    ],
  }
}

/** What is agreed already is no less agreed. */
function tellHolding({ terminal, today }: World, { partnership }: Opened, { prompts }: Part): void {
  const held = prompts.filter((prompt) =>
    ['agreed', 'due', 'reworded'].includes(standing(prompt, partnership, today)),
  )
  if (held.length > 0)
    terminal.say(`What you have agreed in it still stands: ${held.map(headingOf).join(', ')}.`)
}
