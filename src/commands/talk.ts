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
import {
  type Agreement,
  type Entry,
  recordAgreement,
  recordParked,
  recordPerspective,
} from '../core/record.ts'
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
  /** What was said, a prompt and a voice each. */
  const kept = new Set<string>()
  const about = names.length > 0 ? names : [await choosePart(terminal, opened, today)]
  const voice =
    as === EVERYONE
      ? as
      : as
        ? partnerNamed(opened, as)
        : await chooseVoice(terminal, opened.partnership.partners)
  const prompts = withFollowups(choosePrompts(opened.parts, about), opened.parts)
  const everyone = voice === EVERYONE
  const voices = everyone ? opened.partnership.partners.map(({ id }) => id) : [voice]
  const all = steps(prompts, opened.partnership, voices, everyone)
  /** A prompt that was named is asked again whatever was said; a part goes on where it stopped. */
  const again = !about.some((name) => partNamed(opened.parts, name))
  const fill = inWords(opened.partnership)
  const goOn = `hjp ask ${about.join(' ')} --as ${voice}`

  try {
    await walk()
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    throw new Interrupted(`\nStopped. ${keptSoFar()} Go on with *${goOn}*.`)
  }
  const left = all.filter(
    (step) =>
      isAsked(step.prompt, opened.parts, opened.partnership) && !isDone(step, opened.partnership, today),
  )
  terminal.say(
    `\n${keptSoFar()}${left.length > 0 ? ` Still open here: ${left.length}. Go on with *${goOn}*.` : ' Nothing is left open here.'}`,
  )
  terminal.say('For the next meeting: *hjp agenda*.')
  return 0

  function keptSoFar(): string {
    if (kept.size === 0) return 'Nothing new was said, and nothing was changed.'
    return `${kept.size === 1 ? 'One answer is' : `${kept.size} answers are`} kept in *${opened.shown}*.`
  }

  async function walk(): Promise<void> {
    let shownLast: Prompt | undefined
    let direction = 1
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
      await refresh()
      if (!shownLast) terminal.say(wrapAnsi(HELP, terminal.width))
      if (shownLast !== step.prompt) introduce(terminal, opened, step.prompt)
      shownLast = step.prompt
      const move = step.hear === undefined ? await agree(step.prompt) : await hear(step.prompt, step.hear)
      if (move === 'stop') return
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
    const text = reply.words && (await reconciled(reply.words, before, said))
    if (text) await keep(prompt, partner, text, recordPerspective(opened.parts, prompt, partner, text, today))
    return 'on'
  }

  async function agree(prompt: Prompt): Promise<Move> {
    const agreed = () => answerTo(opened.partnership, prompt.id).agreed
    const was = agreed()
    const stands = standing(prompt, opened.partnership, today)
    const decision = prompt.decision ? await chooseDecision(terminal, fill(prompt.ask)) : undefined
    if (decision === 'back') return 'back'
    if (decision === 'skip') return 'on'
    const before = was?.text ?? (decision && DECIDED[decision])
    const reply = await heard(terminal, decision ? 'Agreed, in words:' : 'What do you all agree?', before)
    if (!('words' in reply)) return moved(prompt, reply)
    const looksAgain =
      stands === 'due' || stands === 'reworded' || (decision !== undefined && decision !== was?.decision)
    const given = reply.words ?? (looksAgain ? before : undefined)
    const text = given && (await reconciled(given, was?.text, () => agreed()?.text))
    if (!text) return 'on'
    const agreement: Agreement = { text, on: today, ...(decision && { decision }) }
    await keep(prompt, 'agreed', text, recordAgreement(opened.parts, prompt, agreement))
    const together = prompt.activity && decision !== 'no' && decision !== 'not-yet'
    const partners = asked(prompt, opened.partnership.partners)
    const lead = together ? await chooseLead(terminal, partners, was?.lead) : undefined
    const review = await chooseReview(terminal, today, was?.review)
    const whole = { ...agreement, review, ...(lead !== undefined && { lead }) }
    await keep(prompt, 'agreed', text, recordAgreement(opened.parts, prompt, whole))
    return 'on'
  }

  async function moved(prompt: Prompt, reply: Exclude<Reply, { words: unknown }>): Promise<Move> {
    if ('move' in reply) return reply.move
    await keep(prompt, 'parked', reply.parked, recordParked(opened.parts, prompt, reply.parked))
    return 'parked'
  }

  /** The words to write, where someone else has written there since the question was put. */
  async function reconciled(
    words: string,
    before: string | undefined,
    now: () => string | undefined,
  ): Promise<string | undefined> {
    try {
      await refresh()
    } catch (error) {
      // What is wrong with the file is said when the words are saved, and they are not lost.
      if (error instanceof HjpError) return words
      throw error
    }
    const meanwhile = now()
    if (meanwhile === undefined || meanwhile === before || meanwhile === words) return words
    terminal.say('\nMeanwhile someone else has written here:')
    terminal.out(`${indented(terminal, meanwhile)}\n`)
    return chooseOver(terminal, meanwhile, words)
  }

  /** The file as it is now. */
  async function refresh(): Promise<void> {
    opened = await open(world, { file: opened.path })
  }

  /** Saves, or where that fails shows the words, so that they can be copied, and offers to try again. */
  async function keep(prompt: Prompt, what: string, words: string, entry: Entry): Promise<void> {
    for (;;) {
      try {
        const done = await save(world, opened, [entry])
        if (done !== 'identical') kept.add(`${prompt.id} ${what}`)
        return await refresh()
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
