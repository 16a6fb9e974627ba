import wrapAnsi from 'wrap-ansi'
import { isDone, steps } from '../core/conversation.ts'
import { answerTo } from '../core/partnership.ts'
import {
  asked,
  choosePrompts,
  isAsked,
  type Part,
  type Prompt,
  partNamed,
  promptsOf,
  standing,
} from '../core/prompts.ts'
import { type Entry, recordAgreement, recordParked, recordPerspective } from '../core/record.ts'
import { inWords } from '../core/vocabulary.ts'
import { HjpError } from '../errors.ts'
import { Interrupted, type World } from '../world/world.ts'
import { HELP, heard, type Reply } from './heard.ts'
import { indented, introduce } from './introduce.ts'
import { type Opened, open, partnerNamed, save } from './open.ts'
import {
  chooseDecision,
  chooseLead,
  chooseOver,
  choosePart,
  chooseRetry,
  chooseReview,
  chooseVoice,
  EVERYONE,
} from './questions.ts'

/** A decision in words, for when nobody has more to add. */
const DECIDED = { yes: 'Yes.', no: 'No.', 'not-yet': 'Not yet.' }

type Move = 'on' | 'back' | 'parked' | 'stop'

/** A conversation in the terminal. Every answer is saved as it is given, so that stopping at any point loses nothing. */
export async function talk(world: World, start: Opened, as: string | undefined, names: string[]): Promise<0> {
  const { terminal, today } = world
  let opened = start
  /** What was said: the voices heard on each prompt. */
  const kept = new Map<Prompt, Set<string>>()
  const about = names.length > 0 ? names : [await choosePart(terminal, opened, today)]
  const prompts = withFollowups(choosePrompts(opened.parts, about), opened.parts)
  const voice =
    as === EVERYONE
      ? as
      : as
        ? partnerNamed(opened, as)
        : await chooseVoice(terminal, opened.partnership.partners)
  const everyone = voice === EVERYONE
  const voices = everyone ? opened.partnership.partners.map(({ id }) => id) : [voice]
  const all = steps(prompts, opened.partnership, voices, everyone)
  if (all.length === 0) throw new HjpError('notAsked', about.join(' '), voice, prompts[0]!.side ?? 'other')
  /** A prompt that was named is asked again whatever was said; a part goes on where it stopped. */
  const again = !about.some((name) => partNamed(opened.parts, name))
  const fill = inWords(opened.partnership)
  const goOn = `hjp ask ${about.join(' ')} --as ${voice}`

  try {
    await walk()
  } catch (error) {
    const stopped = `\nStopped. ${keptSoFar()} Go on with *${goOn}*.`
    if (error instanceof Interrupted) throw new Interrupted(stopped)
    if (error instanceof HjpError) terminal.say(stopped)
    throw error
  }
  for (const [{ number, topic }, voices] of kept)
    terminal.say(`  ${number} ${topic}: ${[...voices].join(', ')}`)
  const left = all.filter(
    ({ prompt, hear }) =>
      isAsked(prompt, opened.parts, opened.partnership) &&
      !isDone({ prompt, hear }, opened.partnership, today),
  )
  const numbers = [...new Set(left.map(({ prompt }) => prompt.number))].join(', ')
  terminal.say(
    `\n${keptSoFar()} ${left.length > 0 ? `Still open here: ${numbers}. Go on with *${goOn}*.` : 'Nothing is left open here.'}`,
  )
  terminal.say('For the next meeting: *hjp agenda*.')
  return 0

  function keptSoFar(): string {
    const said = [...kept.values()].reduce((sum, voices) => sum + voices.size, 0)
    if (said === 0) return 'Nothing new was said, and nothing was changed.'
    return `${said === 1 ? 'One answer is' : `${said} answers are`} kept in *${opened.shown}*.`
  }

  async function walk(): Promise<void> {
    let shownLast: Prompt | undefined
    let direction = 1
    await refresh()
    for (let at = 0; at < all.length; ) {
      const step = all[at]!
      const skip =
        !isAsked(step.prompt, opened.parts, opened.partnership) ||
        (direction > 0 && !again && isDone(step, opened.partnership, today))
      if (skip) {
        if (at === 0) direction = 1
        at += direction
        continue
      }
      if (!shownLast) terminal.say(wrapAnsi(HELP, terminal.width))
      if (shownLast !== step.prompt) introduce(terminal, opened, step.prompt)
      shownLast = step.prompt
      const move = step.hear === undefined ? await agree(step.prompt) : await hear(step.prompt, step.hear)
      if (move === 'stop') return
      await refresh()
      direction = move === 'back' ? -1 : 1
      if (move === 'back' && at === 0) terminal.say('This is the first question.')
      else at += direction
      if (move === 'parked') while (all[at]?.prompt === step.prompt) at += 1
      at = Math.max(at, 0)
    }
  }

  async function hear(prompt: Prompt, partner: string): Promise<Move> {
    const said = () =>
      answerTo(opened.partnership, prompt.id).perspectives.find((each) => each.partner === partner)?.said
    const before = said()
    const reply = await heard(terminal, `${nameOf(partner)}:`, before)
    if (!('words' in reply)) return moved(prompt, reply)
    const { words } = reply
    if (words)
      await keep(prompt, nameOf(partner), words, async () => {
        const text = await reconciled(words, before, said())
        return text && recordPerspective(opened.parts, prompt, partner, text, today)
      })
    return 'on'
  }

  async function agree(prompt: Prompt): Promise<Move> {
    const agreed = () => answerTo(opened.partnership, prompt.id).agreed
    const was = agreed()
    const stands = standing(prompt, opened.partnership, today)
    const decision = prompt.decision ? await chooseDecision(terminal, fill(prompt.ask)) : undefined
    if (decision === 'back') return 'back'
    if (decision === 'skip') return 'on'
    const short = decision && !was ? DECIDED[decision] : undefined
    const question = decision
      ? `Agreed, in words${short ? ` (Enter for "${short}")` : ''}:`
      : 'What do you all agree?'
    const reply = await heard(terminal, question, was?.text)
    if (!('words' in reply)) return moved(prompt, reply)
    const together = prompt.activity && decision !== 'no' && decision !== 'not-yet'
    const unsettled = again && together && was !== undefined && !(was.lead && was.review)
    const looksAgain = stands === 'due' || stands === 'reworded' || (decision && decision !== was?.decision)
    const words = reply.words ?? (looksAgain || unsettled ? (was?.text ?? short) : undefined)
    if (!words) return 'on'
    await keep(prompt, 'agreed', words, async () => {
      const text = await reconciled(words, was?.text, agreed()?.text)
      return text && recordAgreement(opened.parts, prompt, { text, on: today, ...(decision && { decision }) })
    })
    const lead = together
      ? await chooseLead(terminal, asked(prompt, opened.partnership.partners), was?.lead)
      : undefined
    const review = await chooseReview(terminal, today, was?.review)
    await keep(prompt, 'agreed', words, async () => {
      const now = agreed()
      if (!now) return undefined
      const { text, decision } = now
      return recordAgreement(opened.parts, prompt, {
        text,
        on: today,
        lead,
        review,
        ...(decision && { decision }),
      })
    })
    return 'on'
  }

  async function moved(prompt: Prompt, reply: Exclude<Reply, { words: unknown }>): Promise<Move> {
    if ('move' in reply) return reply.move
    await keep(prompt, 'parked', reply.parked, async () => recordParked(opened.parts, prompt, reply.parked))
    return 'parked'
  }

  /** The words to write, where someone else has written there since the question was put. */
  async function reconciled(
    words: string,
    before: string | undefined,
    now: string | undefined,
  ): Promise<string | undefined> {
    if (now === undefined || now === before || now === words) return words
    terminal.say('\nMeanwhile someone else has written here:')
    terminal.out(`${indented(terminal, now)}\n`)
    return chooseOver(terminal, now, words)
  }

  /** The file as it is now. */
  async function refresh(): Promise<void> {
    opened = await open(world, { file: opened.path })
  }

  /** Saves what is made of the file as it is now, or where that fails shows the words, so that they can be copied, and offers to try again. */
  async function keep(
    prompt: Prompt,
    what: string,
    words: string,
    make: () => Promise<Entry | '' | undefined>,
  ): Promise<void> {
    for (;;) {
      try {
        await refresh()
        const entry = await make()
        if (!entry) return
        if ((await save(world, opened, [entry])) !== 'identical')
          kept.set(prompt, (kept.get(prompt) ?? new Set()).add(what))
        return
      } catch (error) {
        if (!(error instanceof HjpError)) throw error
        terminal.say(`\n${error.message}\nThese words may not be in the file yet:`)
        terminal.out(`${words}\n`)
        if ((await chooseRetry(terminal)) === 'stop') throw error
      }
    }
  }

  function nameOf(partner: string): string {
    return opened.partnership.partners.find(({ id }) => id === partner)?.name ?? partner
  }
}

/** Each prompt with those that follow it up, once. */
const withFollowups = (prompts: Prompt[], parts: Part[]): Prompt[] => {
  const all = promptsOf(parts)
  return [
    ...new Set(prompts.flatMap((prompt) => [prompt, ...all.filter(({ under }) => under === prompt.id)])),
  ]
}
