import { answerTo } from '../../core/file/gathered.ts'
import { membersOn } from '../../core/file/members.ts'
import { partnerName } from '../../core/file/partner.ts'
import { proposalsFor } from '../../core/file/partnership.ts'
import { DECIDED } from '../../core/prompts/decisions.ts'
import { asked, type Prompt, standing } from '../../core/prompts/prompts.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { recordAgreement, recordParked, recordPerspective } from '../../core/record/answer.ts'
import { chooseDecision, chooseLead, chooseProposed, chooseReview, chooseWhoAgrees } from './choices.ts'
import { askAgreed, showClause } from './clause.ts'
import { askReply, type Reply } from './question.ts'
import type { Session } from './session.ts'

/** Where a conversation goes after a question. */
export type Move = 'on' | 'back' | 'parked' | 'stop'

/** Puts a prompt to one partner, and keeps what it says. */
export async function askPerspective(session: Session, prompt: Prompt, partner: string): Promise<Move> {
  const saidNow = () =>
    answerTo(session.opened.partnership, prompt).perspectives.find((each) => each.partner === partner)?.said
  const before = saidNow()
  const name = session.nameOf(partner)
  const taken = await chooseProposed(session.terminal, before, proposed(session, prompt, partner))
  const reply = taken ? { words: taken } : await askReply(session.terminal, `${name}:`, before)
  if (!('words' in reply)) return moved(session, prompt, reply)
  const { words } = reply
  if (words)
    await session.keepAnswer(prompt, name, words, async () => {
      const text = await session.reconciled(words, before, saidNow())
      return text && recordPerspective(session.opened.parts, prompt, partner, text, session.day)
    })
  return 'on'
}

/**
 * Asks what everyone agrees on a prompt: the decision, the words, who leads and when it is looked at again. With
 * `again`, also where all of that is there already.
 */
export async function askAgreement(session: Session, prompt: Prompt, again: boolean): Promise<Move> {
  const { terminal, day } = session
  const agreed = () => answerTo(session.opened.partnership, prompt).agreed
  const was = agreed()
  const stands = standing(prompt, session.opened.partnership, day)
  const fill = inWords(session.opened.partnership)
  const decision = prompt.decision ? await chooseDecision(terminal, fill(prompt.ask)) : undefined
  if (decision === 'back') return 'back'
  if (decision === 'skip') return 'on'
  // What was said to another decision is no reason for this one.
  const before = !was?.decision || was.decision === decision ? was?.text : undefined
  const taken = await chooseProposed(terminal, was?.text, proposed(session, prompt))
  const reply = taken ? { words: taken } : await askAgreed(terminal, session.opened, prompt, decision, before)
  if (!('words' in reply)) return moved(session, prompt, reply)
  const together = prompt.activity && decision !== 'no' && decision !== 'not-yet'
  const unsettled = again && together && was !== undefined && !(was.lead && was.review)
  const looksAgain = stands === 'due' || stands === 'reworded' || (decision && decision !== was?.decision)
  const words =
    reply.words ?? (looksAgain || unsettled ? (before ?? (decision && DECIDED[decision])) : undefined)
  if (!words) return 'on'
  showClause(terminal, session.opened, prompt, { decision, text: words })
  await session.keepAnswer(prompt, 'agreed', words, async () => {
    const text = await session.reconciled(words, was?.text, agreed()?.text)
    return (
      text && recordAgreement(session.opened.parts, prompt, { text, on: day, ...(decision && { decision }) })
    )
  })
  const members = membersOn(session.opened.partnership, day)
  const by = decision === 'not-yet' ? undefined : await chooseWhoAgrees(terminal, members)
  const lead = together
    ? await chooseLead(terminal, 'Who leads it?', asked(prompt, members), was?.lead)
    : undefined
  const review = await chooseReview(terminal, session.here, day, was?.review)
  await session.keepAnswer(prompt, 'agreed', words, async () => {
    const now = agreed()
    if (!now) return undefined
    const { text, decision } = now
    return recordAgreement(session.opened.parts, prompt, {
      text,
      on: day,
      by: by ?? now.by,
      lead,
      review,
      ...(decision && { decision }),
    })
  })
  return 'on'
}

/** The words that came back and wait here, with whom they came from. */
const proposed = (session: Session, prompt: Prompt, partner?: string) =>
  proposalsFor(answerTo(session.opened.partnership, prompt), partner).map((each) => ({
    from: partnerName(session.opened.partnership, each.partner),
    text: each.text,
  }))

async function moved(
  session: Session,
  prompt: Prompt,
  reply: Exclude<Reply, { words: unknown }>,
): Promise<Move> {
  if ('move' in reply) return reply.move
  await session.keepAnswer(prompt, 'parked', reply.parked, () =>
    recordParked(session.opened.parts, prompt, reply.parked),
  )
  return 'parked'
}
