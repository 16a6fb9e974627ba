import { wrapAnsi } from 'fast-wrap-ansi'
import { membersOn } from '../../core/file/members.ts'
import { nextSteps } from '../../core/meeting/status.ts'
import { refuseFormer } from '../../core/prompts/called.ts'
import { FIRST, FIRST_STEP, isAsked, type Part, type Prompt, promptsOf } from '../../core/prompts/prompts.ts'
import { promptsToAsk } from '../../core/prompts/set-aside.ts'
import { type ConversationStep, conversationSteps, isDone } from '../../core/prompts/steps.ts'
import { viewOf } from '../../core/view/view.ts'
import { HjpError, typedSo } from '../../errors.ts'
import { calledHere, catalogueOf, promptsIn } from '../shared/called-prompts.ts'
import type { AskingWorld } from '../shared/command.ts'
import { type Opened, partnerNamed } from '../shared/open.ts'
import { progress, showPrompt } from '../shared/show-prompt.ts'
import { AGREED, choosePart, chooseVoice, EVERYONE, type ForAll } from './choices.ts'
import { askAgreement, askPerspective } from './conversation.ts'
import { HELP } from './question.ts'
import { Session } from './session.ts'

/** What a conversation is about, in whose voices, and how to go on with it. */
export type Conversation = {
  prompts: Prompt[]
  /** A partner's id, EVERYONE or AGREED. */
  voice: string
  /** These are asked again whatever was said. */
  again: Prompt[]
  goOn: string
  /** The only prompt that is agreed on, if not all are. */
  agreeOn?: string | undefined
  /** What holds for all that is agreed in it. */
  forAll?: ForAll
}

/** A conversation on the parts and prompts that are named, or on one that is chosen. */
export async function converse(
  world: AskingWorld,
  opened: Opened,
  names: string[],
  as: string | undefined,
): Promise<void> {
  const { terminal, today } = world
  const members = membersOn(opened.partnership, today)
  const wanted = names.length > 0 ? names : [await choosePart(terminal, opened, today)]
  const called = await calledHere(world, catalogueOf(opened), wanted)
  for (const name of wanted) refuseFormer('hjp ask', name, promptsIn(called))
  const about = called.map(({ name }) => typedSo(name)).join(' ')
  const prompts = withFollowups(promptsToAsk(opened.partnership, called), opened.parts)
  const isFirst = called.every(({ name }) => name === FIRST)
  const voice =
    as === EVERYONE || as === AGREED
      ? as
      : as
        ? partnerNamed(opened, as)
        : await chooseVoice(terminal, members, isFirst)
  const after = await talkAbout(world, opened, {
    prompts,
    voice,
    // A prompt that was named is asked again; a part, and what follows a prompt up, goes on where it stopped.
    again: called.flatMap(({ isPart, prompts }) => (isPart ? [] : prompts)),
    // The first conversation is for hearing each other; only what they will do first is agreed.
    agreeOn: isFirst ? FIRST_STEP : undefined,
    goOn: `hjp ask ${about} ${voice === AGREED ? '--agreed' : `--as ${voice}`}`,
  })
  const [next] = nextSteps(viewOf({ ...after, today }))
  if (next) terminal.say(wrapAnsi(`Next: *${next.command}* (${next.why})`, terminal.width))
}

/** A conversation in the terminal. Every answer is saved as it is given, so that stopping at any point loses nothing. Gives the file as it is then. */
export async function talkAbout(
  world: AskingWorld,
  start: Opened,
  conversation: Conversation,
): Promise<Opened> {
  const { prompts, voice, again, agreeOn, goOn } = conversation
  const { terminal, today } = world
  const session = new Session(world, start, today)
  const members = membersOn(start.partnership, today).map(({ id }) => id)
  const voices = voice === EVERYONE ? members : members.filter((id) => id === voice)
  const agree = ({ id }: Prompt) => [EVERYONE, AGREED].includes(voice) && (agreeOn ?? id) === id
  const steps = conversationSteps(prompts, start.partnership, voices, agree)
  if (steps.length === 0)
    throw new HjpError(
      'notAsked',
      prompts.map(({ number }) => number).join(' '),
      voice,
      prompts[0]!.side ?? 'other',
    )
  const howToGoOn = `Continue with *${goOn}*`
  await terminal.telling(
    () => `${keptIn(session)} ${howToGoOn}`,
    () => talk(session, steps, conversation),
  )
  for (const [heading, voices] of session.kept) terminal.say(`  ${heading}: ${[...voices].join(', ')}`)
  const left = steps.filter((step) => isAskedNow(session, step, again) && !isDoneNow(session, step))
  const numbers = [...new Set(left.map(({ prompt }) => prompt.number))].join(', ')
  terminal.say(
    `\n${keptIn(session)} ${left.length > 0 ? `Still open here: ${numbers}. ${howToGoOn}` : 'Nothing is left open here.'}`,
  )
  return session.opened
}

/** Takes the steps in turn, and shows each prompt before it is asked, with how far this is. */
async function talk(
  session: Session,
  steps: ConversationStep[],
  { again, forAll }: Conversation,
): Promise<void> {
  const { terminal } = session
  const prompts = [...new Set(steps.map(({ prompt }) => prompt))]
  let shown: Prompt | undefined
  let setAside: Prompt | undefined
  await session.refresh()
  const ask = async (step: ConversationStep, isBack: boolean) => {
    const { prompt, hear } = step
    if (!isAskedNow(session, step, again)) return
    if (!isBack && (prompt === setAside || (!again.includes(prompt) && isDoneNow(session, step)))) return
    if (!shown) terminal.say(wrapAnsi(HELP, terminal.width))
    const asked = prompts.filter((prompt) => isAskedNow(session, { prompt }, again))
    if (shown !== prompt)
      showPrompt(terminal, session.opened, prompt, session.day, progress(asked.indexOf(prompt), asked.length))
    shown = prompt
    const isSetAside =
      hear === undefined
        ? await askAgreement(session, prompt, again.includes(prompt), forAll)
        : await askPerspective(session, prompt, hear)
    setAside = isSetAside ? prompt : undefined
    await session.refresh()
  }
  await terminal.walk(steps.map((step) => (isBack) => ask(step, isBack)))
}

/** Whoever names a prompt is asked it, whatever it waits for. */
const isAskedNow = (
  { opened: { parts, partnership } }: Session,
  { prompt }: { prompt: Prompt },
  named: Prompt[],
): boolean => named.includes(prompt) || isAsked(prompt, parts, partnership)

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
