import { answerTo, proposalsFor } from '../../core/file/partnership.ts'
import { DECIDED } from '../../core/prompts/decisions.ts'
import { asked, type Prompt, standing } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { recordAgreement, recordParked, recordPerspective } from '../../core/record/record.ts'
import { chooseDecision, chooseLead, chooseProposed, chooseReview } from './choices.ts'
import { heard, type Reply } from './question.ts'
import type { Sitting } from './session.ts'

/** Where a conversation goes after a question. */
export type Move = 'on' | 'back' | 'parked' | 'stop'

/** Puts a prompt to one partner, and keeps what it says. */
export async function hear(sitting: Sitting, prompt: Prompt, partner: string): Promise<Move> {
  const said = () =>
    answerTo(sitting.opened.partnership, prompt.id).perspectives.find((each) => each.partner === partner)
      ?.said
  const before = said()
  const name = sitting.nameOf(partner)
  const taken = await chooseProposed(sitting.terminal, before, proposed(sitting, prompt, partner))
  const reply = taken ? { words: taken } : await heard(sitting.terminal, `${name}:`, before)
  if (!('words' in reply)) return moved(sitting, prompt, reply)
  const { words } = reply
  if (words)
    await sitting.keepAnswer(prompt, name, words, async () => {
      const text = await sitting.reconciled(words, before, said())
      return text && recordPerspective(sitting.opened.parts, prompt, partner, text, sitting.day)
    })
  return 'on'
}

/**
 * Asks what everyone agrees on a prompt: the decision, the words, who leads and when it is looked at again. With
 * `again`, also where all of that is there already.
 */
export async function agree(sitting: Sitting, prompt: Prompt, again: boolean): Promise<Move> {
  const { terminal, day } = sitting
  const agreed = () => answerTo(sitting.opened.partnership, prompt.id).agreed
  const was = agreed()
  const stands = standing(prompt, sitting.opened.partnership, day)
  const fill = inWords(sitting.opened.partnership)
  const decision = prompt.decision ? await chooseDecision(terminal, fill(prompt.ask)) : undefined
  if (decision === 'back') return 'back'
  if (decision === 'skip') return 'on'
  const short = decision && !was ? DECIDED[decision] : undefined
  const question = decision
    ? `Agreed, in words${short ? ` (Enter for "${short}")` : ''}:`
    : 'What do you all agree?'
  const taken = await chooseProposed(terminal, was?.text, proposed(sitting, prompt))
  const reply = taken ? { words: taken } : await heard(terminal, question, was?.text)
  if (!('words' in reply)) return moved(sitting, prompt, reply)
  const together = prompt.activity && decision !== 'no' && decision !== 'not-yet'
  const unsettled = again && together && was !== undefined && !(was.lead && was.review)
  const looksAgain = stands === 'due' || stands === 'reworded' || (decision && decision !== was?.decision)
  const words = reply.words ?? (looksAgain || unsettled ? (was?.text ?? short) : undefined)
  if (!words) return 'on'
  await sitting.keepAnswer(prompt, 'agreed', words, async () => {
    const text = await sitting.reconciled(words, was?.text, agreed()?.text)
    return (
      text && recordAgreement(sitting.opened.parts, prompt, { text, on: day, ...(decision && { decision }) })
    )
  })
  const lead = together
    ? await chooseLead(
        terminal,
        'Who leads it?',
        asked(prompt, sitting.opened.partnership.partners),
        was?.lead,
      )
    : undefined
  const review = await chooseReview(terminal, day, was?.review)
  await sitting.keepAnswer(prompt, 'agreed', words, async () => {
    const now = agreed()
    if (!now) return undefined
    const { text, decision } = now
    return recordAgreement(sitting.opened.parts, prompt, {
      text,
      on: day,
      lead,
      review,
      ...(decision && { decision }),
    })
  })
  return 'on'
}

/** The words that came back and wait here, with whom they came from. */
const proposed = (sitting: Sitting, prompt: Prompt, partner?: string) =>
  proposalsFor(answerTo(sitting.opened.partnership, prompt.id), partner).map((each) => ({
    from: sitting.nameOf(each.partner),
    text: each.text,
  }))

async function moved(
  sitting: Sitting,
  prompt: Prompt,
  reply: Exclude<Reply, { words: unknown }>,
): Promise<Move> {
  if ('move' in reply) return reply.move
  await sitting.keepAnswer(prompt, 'parked', reply.parked, () =>
    recordParked(sitting.opened.parts, prompt, reply.parked),
  )
  return 'parked'
}
