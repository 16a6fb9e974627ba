import { wrapAnsi } from 'fast-wrap-ansi'
import { membersOn } from '../../core/file/members.ts'
import {
  choosePrompts,
  isAsked,
  type Part,
  type Prompt,
  partNamed,
  promptsOf,
} from '../../core/prompts/prompts.ts'
import { type ConversationStep, conversationSteps, isDone } from '../../core/prompts/steps.ts'
import { HjpError } from '../../errors.ts'
import { Interrupted, type World } from '../../world/world.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { showPrompt } from '../shared/show-prompt.ts'
import { choosePart, chooseVoice, EVERYONE } from './choices.ts'
import { askAgreement, askPerspective } from './conversation.ts'
import { HELP } from './question.ts'
import { Session } from './session.ts'

/** A conversation in the terminal. Every answer is saved as it is given, so that stopping at any point loses nothing. */
export async function converse(
  world: World,
  start: Opened,
  as: string | undefined,
  names: string[],
): Promise<0> {
  const { terminal, today } = world
  const session = new Session(world, start, today)
  const members = membersOn(start.partnership, today)
  const about = names.length > 0 ? names : [await choosePart(terminal, start, today)]
  const prompts = withFollowups(choosePrompts(start.parts, about), start.parts)
  const voice = as === EVERYONE ? as : as ? partnerNamed(start, as) : await chooseVoice(terminal, members)
  const everyone = voice === EVERYONE
  const voices = everyone ? members.map(({ id }) => id) : [voice]
  const steps = conversationSteps(prompts, start.partnership, voices, everyone)
  if (steps.length === 0) throw new HjpError('notAsked', about.join(' '), voice, prompts[0]!.side ?? 'other')
  /** A prompt that was named is asked again whatever was said; a part goes on where it stopped. */
  const again = !about.some((name) => partNamed(start.parts, name))
  const goOn = `hjp ask ${about.join(' ')} --as ${voice}`
  try {
    await walk(session, steps, again)
  } catch (error) {
    const stopped = `\nStopped. ${keptIn(session)} Continue with *${goOn}*.`
    if (error instanceof Interrupted) throw new Interrupted(stopped)
    if (error instanceof HjpError) terminal.say(stopped)
    throw error
  }
  for (const [heading, voices] of session.kept) terminal.say(`  ${heading}: ${[...voices].join(', ')}`)
  const left = steps.filter((step) => isAskedNow(session, step) && !isDoneNow(session, step))
  const numbers = [...new Set(left.map(({ prompt }) => prompt.number))].join(', ')
  terminal.say(
    `\n${keptIn(session)} ${left.length > 0 ? `Still open here: ${numbers}. Continue with *${goOn}*.` : 'Nothing is left open here.'}`,
  )
  terminal.say('For the next meeting: *hjp agenda*.')
  return 0
}

/** Goes through the steps, forward and back, until the last or until the reader stops. */
async function walk(session: Session, steps: ConversationStep[], again: boolean): Promise<void> {
  const { terminal } = session
  let lastShown: Prompt | undefined
  let direction = 1
  await session.refresh()
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!
    if (!isAskedNow(session, step) || (direction > 0 && !again && isDoneNow(session, step))) {
      if (at === 0) direction = 1
      at += direction
      continue
    }
    if (!lastShown) terminal.say(wrapAnsi(HELP, terminal.width))
    if (lastShown !== step.prompt) showPrompt(terminal, session.opened, step.prompt)
    lastShown = step.prompt
    const move =
      step.hear === undefined
        ? await askAgreement(session, step.prompt, again)
        : await askPerspective(session, step.prompt, step.hear)
    if (move === 'stop') return
    await session.refresh()
    direction = move === 'back' ? -1 : 1
    if (move === 'back' && at === 0) terminal.say('This is the first question.')
    else at += direction
    if (move === 'parked') while (steps[at]?.prompt === step.prompt) at += 1
    at = Math.max(at, 0)
  }
}

const isAskedNow = ({ opened: { parts, partnership } }: Session, { prompt }: ConversationStep): boolean =>
  isAsked(prompt, parts, partnership)

const isDoneNow = ({ opened, day }: Session, step: ConversationStep): boolean =>
  isDone(step, opened.partnership, day)

const keptIn = ({ count, opened }: Session): string =>
  count === 0
    ? 'Nothing new was said, and nothing was changed.'
    : `${count === 1 ? 'One answer is' : `${count} answers are`} saved in *${opened.shown}*.`

/** Each prompt with those that follow it up, once. */
const withFollowups = (prompts: Prompt[], parts: Part[]): Prompt[] => {
  const all = promptsOf(parts)
  return [
    ...new Set(prompts.flatMap((prompt) => [prompt, ...all.filter(({ under }) => under === prompt.id)])),
  ]
}
