import { answerTo } from '../../core/file/gathered.ts'
import { agreedBy, membersOn, unheardOn } from '../../core/file/members.ts'
import { type Partner, sourceOf } from '../../core/file/partner.ts'
import { type Agreed, proposalsFor } from '../../core/file/partnership.ts'
import { DECIDED, type Decision } from '../../core/prompts/decisions.ts'
import { asked, type Prompt } from '../../core/prompts/prompts.ts'
import { standing } from '../../core/prompts/standing.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import { recordAgreement } from '../../core/record/agreement.ts'
import { recordPerspective } from '../../core/record/answer.ts'
import { recordParked } from '../../core/record/parked.ts'
import type { Terminal } from '../../world/world.ts'
import { chooseDecision, chooseLead, chooseProposed, chooseReview, type ForAll } from './choices.ts'
import { askAgreed, showClause } from './clause.ts'
import { askReply } from './question.ts'
import type { Session } from './session.ts'

/** Puts a prompt to one partner, and keeps what it says. Whether it is set aside. */
export async function askPerspective(session: Session, prompt: Prompt, partner: string): Promise<boolean> {
  const saidNow = () =>
    answerTo(session.opened.partnership, prompt).perspectives.find((each) => each.partner === partner)?.said
  const before = saidNow()
  const name = session.nameOf(partner)
  const taken = await chooseProposed(session.terminal, before, proposed(session, prompt, partner))
  const answer = taken ? { words: taken } : await askReply(session.terminal, prompt.id, `${name}:`, before)
  if ('parked' in answer) return setAside(session, prompt, answer.parked)
  const { words } = answer
  if (words)
    await session.keepAnswer(prompt, name, words, async () => {
      const text = await session.reconciled(words, before, saidNow())
      return text && recordPerspective(session.opened.parts, prompt, partner, text, session.day)
    })
  return false
}

/**
 * Asks what everyone agrees on a prompt: the decision and the words, and then who agrees, who leads and when it is looked at
 * again. With `again`, also where all of that is there already; `forAll` says what is settled already. Whether it is set aside.
 */
export async function askAgreement(
  session: Session,
  prompt: Prompt,
  again: boolean,
  forAll: ForAll = {},
): Promise<boolean> {
  const before = agreedOn(session, prompt)
  let came: Came
  await session.terminal.walk([
    async () => {
      came = (await askWords(session, prompt, again)) ?? came
    },
    async () => {
      if (came === 'agreed') await askWhoAndWhen(session, prompt, before, forAll)
    },
  ])
  return came === 'set aside'
}

/** What came of a prompt; undefined where it is as it was. */
type Came = 'agreed' | 'open' | 'set aside' | undefined

const agreedOn = ({ opened: { partnership } }: Session, prompt: Prompt): Agreed | undefined =>
  answerTo(partnership, prompt).agreed

const isTogether = (prompt: Prompt, decision: Decision | undefined): boolean =>
  prompt.activity === true && decision !== 'no' && decision !== 'not-yet'

async function askWords(session: Session, prompt: Prompt, again: boolean): Promise<Came> {
  const { terminal, day } = session
  const was = agreedOn(session, prompt)
  const stands = standing(prompt, session.opened.partnership, day)
  const fill = inWords(session.opened.partnership)
  const choice = prompt.decision ? await chooseDecision(terminal, fill(prompt.ask), was?.decision) : undefined
  if (choice === 'skip') return 'open'
  const decision = choice === 'keep' ? was?.decision : choice
  // What was said to another decision is no reason for this one.
  const before = !was?.decision || was.decision === decision ? was?.text : undefined
  const proposals = proposed(session, prompt)
  const isKept = choice === 'keep' && proposals.length === 0
  const taken = await chooseProposed(terminal, was?.text, proposals)
  const answer =
    taken || isKept ? { words: taken } : await askAgreed(terminal, session.opened, prompt, decision, before)
  if ('parked' in answer) {
    await setAside(session, prompt, answer.parked)
    return 'set aside'
  }
  const unsettled = again && isTogether(prompt, decision) && was !== undefined && !(was.lead && was.review)
  const isDue = was?.review !== undefined && was.review <= day
  const looksAgain = isDue || stands === 'reworded' || (decision && decision !== was?.decision)
  const words =
    answer.words ?? (looksAgain || unsettled ? (before ?? (decision && DECIDED[decision])) : undefined)
  if (!words) return undefined
  showClause(terminal, session.opened, prompt, { decision, text: words })
  await session.keepAnswer(prompt, 'agreed', words, async () => {
    const text = await session.reconciled(words, was?.text, agreedOn(session, prompt)?.text)
    // The day to look at it again stays until there is another: whoever is stopped before that finds it due.
    const agreement = { on: day, review: was?.review, ...(decision && { decision }) }
    return text && recordAgreement(session.opened.parts, prompt, { text, ...agreement })
  })
  return 'agreed'
}

/** Asks who agrees, who leads and when it is reviewed, as far as that is not settled for all. */
export async function askWhoAndWhen(
  session: Session,
  prompt: Prompt,
  was: Agreed | undefined,
  forAll: ForAll = {},
): Promise<void> {
  const { terminal, day } = session
  await session.refresh()
  const { decision, text } = agreedOn(session, prompt) ?? {}
  if (text === undefined) return
  const members = membersOn(session.opened.partnership, day)
  const by =
    decision === 'not-yet'
      ? undefined
      : await chooseWhoAgrees(terminal, members, unheardOn(session.opened.partnership, day))
  const lead = isTogether(prompt, decision)
    ? forAll.lead === undefined
      ? await chooseLead(terminal, 'Who leads it?', asked(prompt, members), was?.lead)
      : (was?.lead ?? forAll.lead)
    : undefined
  const review =
    forAll.review === undefined ? await chooseReview(terminal, session.here, day, was?.review) : forAll.review
  await session.keepAnswer(prompt, 'agreed', text, async () => {
    const now = agreedOn(session, prompt)
    if (!now) return undefined
    const { text, decision } = now
    return recordAgreement(session.opened.parts, prompt, {
      text,
      on: now.on ?? day,
      by: by ?? agreedBy(now, session.opened.partnership),
      told: day,
      lead,
      review,
      ...(decision && { decision }),
    })
  })
}

/** The ids of those who agree, of more than two; of two who are heard it takes both. */
async function chooseWhoAgrees(
  terminal: Terminal,
  members: Partner[],
  unheard: Partner[],
): Promise<string[] | undefined> {
  if (members.length < 3 && unheard.length === 0) return undefined
  const all = members.map(({ id }) => id)
  const choice = await terminal.choose('Do all of you agree?', [
    { value: 'all', name: 'Yes, all of us' },
    ...members.map(({ id, name }) => ({ value: id, name: `All but ${name}` })),
    { value: 'some', name: 'Several have not said yet' },
  ])
  if (choice !== 'some') return all.filter((id) => id !== choice)
  const agreeing: string[] = []
  for (const { id, name } of members) {
    const answer = await terminal.choose(`Does ${name} agree?`, [
      { value: 'yes', name: 'Yes' },
      { value: 'no', name: 'Not yet' },
    ])
    if (answer === 'yes') agreeing.push(id)
  }
  return agreeing
}

/** The words that came back and wait here, with whom they came from. */
const proposed = (session: Session, prompt: Prompt, partner?: string) =>
  proposalsFor(answerTo(session.opened.partnership, prompt), partner).map((each) => ({
    from: sourceOf(session.opened.partnership, each),
    text: each.text,
  }))

async function setAside(session: Session, prompt: Prompt, reason: string): Promise<true> {
  await session.keepAnswer(prompt, 'parked', reason, () => recordParked(session.opened.parts, prompt, reason))
  return true
}
