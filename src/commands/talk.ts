import wrapAnsi from 'wrap-ansi'
import { isDone, steps } from '../core/conversation.ts'
import { answerTo, Partnership } from '../core/partnership.ts'
import { asked, choosePrompts, isAsked, type Part, type Prompt, standing } from '../core/prompts.ts'
import {
  type Agreement,
  type Entry,
  recordAgreement,
  recordParked,
  recordPerspective,
} from '../core/record.ts'
import { inWords, vocabulary } from '../core/vocabulary.ts'
import { readYaml } from '../core/yaml.ts'
import { HjpError } from '../errors.ts'
import { Interrupted, type World } from '../world/world.ts'
import { type Opened, partnerNamed, save } from './open.ts'
import {
  chooseDecision,
  chooseLead,
  choosePart,
  chooseRetry,
  chooseReview,
  chooseVoice,
  EVERYONE,
} from './questions.ts'

const KEYS =
  'Enter goes on. */e* opens your editor for a longer answer, */b* goes back, */p* sets the question aside, */s* stops.'

/** A decision in words, for when nobody has more to add. */
const DECIDED = { yes: 'Yes.', no: 'No.', 'not-yet': 'Not yet.' }

type Move = 'on' | 'back' | 'parked' | 'stop'

/** A conversation in the terminal. Every answer is saved as it is given, so that stopping at any point loses nothing. */
export async function talk(world: World, start: Opened, as: string | undefined, names: string[]): Promise<0> {
  const { terminal, today } = world
  let opened = start
  let kept = 0
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
  const again = !opened.parts.some(({ id, number }) => about.includes(id) || about.includes(String(number)))
  const fill = inWords(vocabulary(opened.partnership))
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
    if (kept === 0) return 'Nothing new was said, and nothing was changed.'
    return `${kept === 1 ? 'One answer is' : `${kept} answers are`} kept in *${opened.shown}*.`
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
      if (!shownLast) terminal.say(wrapAnsi(KEYS, terminal.width))
      if (shownLast !== step.prompt) introduce(step.prompt)
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

  /** The question, why it is asked, and what has been said to it so far. */
  function introduce(prompt: Prompt): void {
    const { perspectives, agreed, parked } = answerTo(opened.partnership, prompt.id)
    terminal.say(
      `\n${wrapAnsi(`${prompt.number}  ${fill(prompt.ask)}`, terminal.width).replace(/.+/g, '*$&*')}`,
    )
    if (prompt.why) terminal.say(indented(`Why we ask: ${fill(prompt.why)}`))
    if (prompt['listen-for']) terminal.say(indented(`Listen for: ${fill(prompt['listen-for'])}`))
    const quote = (label: string, said: string) => terminal.out(`${indented(`${label}:\n${said}`)}\n`)
    for (const { partner, said, on } of perspectives)
      if (said) quote(`${nameOf(partner)} said${on ? ` on ${on}` : ''}`, said)
    if (agreed)
      quote(
        `Agreed${agreed.on ? ` on ${agreed.on}` : ''}${agreed.decision ? ` (${agreed.decision})` : ''}`,
        agreed.text,
      )
    if (parked) quote(`Set aside, until hjp park ${prompt.number} --resume`, parked)
  }

  function indented(text: string): string {
    return wrapAnsi(text.trimEnd(), terminal.width - 5).replace(/^/gm, '     ')
  }

  async function hear(prompt: Prompt, partner: string): Promise<Move> {
    const before = answerTo(opened.partnership, prompt.id).perspectives.find(
      (each) => each.partner === partner,
    )?.said
    const reply = await words(prompt, `${nameOf(partner)}:`, before)
    if (typeof reply === 'string') return reply
    if (reply.words !== undefined)
      await keep(reply.words, recordPerspective(opened.parts, prompt, partner, reply.words!, today))
    return 'on'
  }

  async function agree(prompt: Prompt): Promise<Move> {
    const { agreed } = answerTo(opened.partnership, prompt.id)
    const stands = standing(prompt, opened.partnership, today)
    const decision = prompt.decision ? await chooseDecision(terminal, fill(prompt.ask)) : undefined
    if (decision === 'back') return 'back'
    if (decision === 'skip') return 'on'
    const before = agreed?.text ?? (decision && DECIDED[decision])
    const reply = await words(prompt, decision ? 'Agreed, in words:' : 'What do you all agree?', before)
    if (typeof reply === 'string') return reply
    const looksAgain =
      stands === 'due' || stands === 'reworded' || (decision !== undefined && decision !== agreed?.decision)
    const text = reply.words ?? (looksAgain ? before : undefined)
    if (text === undefined) return 'on'
    const together = prompt.activity && decision !== 'no' && decision !== 'not-yet'
    const lead = together ? await chooseLead(terminal, asked(prompt, opened.partnership.partners)) : undefined
    const review = await chooseReview(terminal, today)
    const agreement: Agreement = {
      text,
      on: today,
      ...(decision && { decision }),
      ...(lead && { lead }),
      ...(review && { review }),
    }
    await keep(text, recordAgreement(opened.parts, prompt, agreement))
    return 'on'
  }

  /** What was typed: new words, none (nothing new), or a move. */
  async function words(
    prompt: Prompt,
    question: string,
    before: string | undefined,
  ): Promise<{ words: string | undefined } | Move> {
    const short = before !== undefined && !before.includes('\n')
    for (;;) {
      const typed = (await terminal.line(question, short ? before : undefined)).trim()
      switch (typed) {
        case '/b':
          return 'back'
        case '/s':
          return 'stop'
        case '/?':
          terminal.say(wrapAnsi(KEYS, terminal.width))
          continue
        case '/p': {
          const reason = (await terminal.line('Why is it set aside?')).trim()
          if (reason === '') continue
          await keep(reason, recordParked(opened.parts, prompt, reason))
          return 'parked'
        }
        case '/e': {
          const edited = await terminal.edit(before ?? '', fill(prompt.ask))
          return { words: edited.trim() === '' || edited === before ? undefined : edited }
        }
        default:
          return { words: typed === '' || typed === before ? undefined : typed }
      }
    }
  }

  /** Saves, or where that fails shows the words, so that they can be copied, and offers to try again. */
  async function keep(words: string, entry: Entry): Promise<void> {
    for (;;) {
      try {
        const { done, text } = await save(world, opened, [entry])
        opened = { ...opened, text, partnership: readYaml(opened.shown, text, Partnership) }
        if (done !== 'identical') kept += 1
        return
      } catch (error) {
        if (!(error instanceof HjpError)) throw error
        terminal.say(`\n${error.message}\nThese words are not in the file yet:`)
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
  const all = parts.flatMap((part) => part.prompts)
  return [
    ...new Set(prompts.flatMap((prompt) => [prompt, ...all.filter(({ under }) => under === prompt.id)])),
  ]
}
