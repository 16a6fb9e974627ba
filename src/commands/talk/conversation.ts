import { answerTo } from '../../core/file/gathered.ts'
import { agreedBy, membersOn } from '../../core/file/members.ts'
import { sourceOf } from '../../core/file/partner.ts'
import { type Agreed, proposalsFor } from '../../core/file/partnership.ts'
import { DECIDED, type Decision } from '../../core/prompts/decisions.ts'
import { asked, type Prompt } from '../../core/prompts/prompts.ts'
import { standing } from '../../core/prompts/standing.ts'
import { awaitedOn } from '../../core/prompts/steps.ts'
import { inWords } from '../../core/prompts/vocabulary.ts'
import {
  type Agreement,
  recordAgreement,
  recordAgrees,
  recordTerms,
  type Terms,
} from '../../core/record/agreement.ts'
import { recordPerspective, recordProposal } from '../../core/record/answer.ts'
import { recordParked } from '../../core/record/parked.ts'
import { chooseDecision, chooseLead, chooseProposed, chooseReview, type ForAll } from './choices.ts'
import { askAgreed, showClause } from './clause.ts'
import { askReply } from './question.ts'
import type { Session } from './session.ts'
import { askTheRest, askWhoAgrees, chooseWhoProposes } from './who-agrees.ts'

/** Puts a prompt to one partner, and keeps what it says. Whether it is set aside. */
export async function askPerspective(session: Session, prompt: Prompt, partner: string): Promise<boolean> {
  const saidNow = () =>
    answerTo(session.opened.partnership, prompt).perspectives.find((each) => each.partner === partner)?.said
  const before = saidNow()
  const name = session.nameOf(partner)
  const taken = await chooseProposed(session.terminal, before, proposed(session, prompt, partner), {
    isTheirs: true,
  })
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
 * Asks what everyone agrees on a prompt: the decision, the words and who agrees, all saved at once, and then who leads and when it is
 * looked at again. With `again`, also where all of that is there already; `forAll` says what is settled already. Whether it is set aside.
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
      const isSettled = standing(prompt, session.opened.partnership, session.day) === 'agreed'
      if (again || !isSettled || proposed(session, prompt).length > 0)
        came = (await askWords(session, prompt, again)) ?? came
      if (came === undefined) await hearTheRest(session, prompt)
    },
    async () => {
      if (came === 'agreed') await askLeadAndReview(session, prompt, before, forAll)
    },
  ])
  return came === 'set aside'
}

/** Asks those who have not agreed to what the others have. */
async function hearTheRest(session: Session, prompt: Prompt): Promise<void> {
  const { terminal, opened, day } = session
  const agreed = agreedOn(session, prompt)
  const rest = awaitedOn(prompt, opened.partnership, day)
  if (!agreed || rest.length === 0) return
  showClause(terminal, opened, prompt, agreed)
  const ids = await askTheRest(terminal, rest)
  if (ids.length > 0)
    await session.keepAnswer(prompt, 'agreed', agreed.text, () =>
      recordAgrees(session.opened.parts, prompt, ids, { on: day }),
    )
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
  const taken = await chooseProposed(terminal, was?.text, proposals, { isTheirs: false })
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
  const settled = { on: day, ...(decision && { decision }) }
  const by = decision === 'not-yet' ? undefined : await askWhoAgrees(session, prompt)
  if (by?.length === 0) {
    await proposeWords(session, prompt, { text: words, ...settled })
    return 'open'
  }
  await session.keepAnswer(prompt, 'agreed', words, async () => {
    const text = await session.reconciled(words, was?.text, agreedOn(session, prompt)?.text)
    // The day to look at it again stays until there is another: whoever is stopped before that finds it due.
    return (
      text && recordAgreement(session.opened.parts, prompt, { text, by, review: was?.review, ...settled })
    )
  })
  return 'agreed'
}

/** Keeps words that nobody has agreed to as the proposal of one partner, if it is one's. */
async function proposeWords(
  session: Session,
  prompt: Prompt,
  words: Pick<Agreement, 'decision' | 'text' | 'on'>,
): Promise<void> {
  const members = membersOn(session.opened.partnership, session.day)
  const partner = await chooseWhoProposes(session.terminal, members)
  if (!partner) return
  await session.keepAnswer(prompt, 'proposed', words.text, () =>
    recordProposal(session.opened.parts, prompt, { partner, for: 'agreed', ...words }),
  )
}

/** Asks who leads and when it is reviewed, as far as that is not settled for all. */
async function askLeadAndReview(
  session: Session,
  prompt: Prompt,
  was: Agreed | undefined,
  forAll: ForAll,
): Promise<void> {
  await session.refresh()
  const now = agreedOn(session, prompt)
  if (!now) return
  const terms = await leadAndReview(session, prompt, now, was, forAll)
  await session.keepAnswer(prompt, 'agreed', now.text, () => recordTerms(session.opened.parts, prompt, terms))
}

/** Asks who agrees to what is agreed already, who leads and when it is reviewed, as far as that is not there or settled for all. */
export async function askWhoAndWhen(session: Session, prompt: Prompt, forAll: ForAll): Promise<void> {
  await session.refresh()
  const was = agreedOn(session, prompt)
  if (!was) return
  const by = was.decision === 'not-yet' ? [] : ((await askWhoAgrees(session, prompt)) ?? [])
  const { lead = forAll.lead, review = forAll.review } = was
  const there = { ...(lead !== undefined && { lead }), ...(review !== undefined && { review }) }
  const terms = await leadAndReview(session, prompt, was, was, there)
  await session.keepAnswer(prompt, 'agreed', was.text, async () => {
    const now = agreedOn(session, prompt)
    if (!now) return undefined
    const { text, decision } = now
    return recordAgreement(session.opened.parts, prompt, {
      text,
      on: now.on ?? session.day,
      by: by.length > 0 ? by : agreedBy(now, session.opened.partnership),
      told: session.day,
      ...terms,
      ...(decision && { decision }),
    })
  })
}

async function leadAndReview(
  { terminal, opened, here, day }: Session,
  prompt: Prompt,
  { decision }: Agreed,
  was: Agreed | undefined,
  forAll: ForAll,
): Promise<Pick<Terms, 'lead' | 'review'>> {
  const lead = isTogether(prompt, decision)
    ? forAll.lead === undefined
      ? await chooseLead(
          terminal,
          'Who leads it?',
          asked(prompt, membersOn(opened.partnership, day)),
          was?.lead,
        )
      : (was?.lead ?? forAll.lead)
    : undefined
  const review =
    forAll.review === undefined ? await chooseReview(terminal, here, day, was?.review) : forAll.review
  return { lead, review }
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
