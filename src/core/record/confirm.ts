import { answerTo } from '../file/gathered.ts'
import { agreedBy } from '../file/members.ts'
import type { Agreed, Partnership } from '../file/partnership.ts'
import { confirmationIn, hasSeveralTicks, isObjection, isYesOrNo } from '../prompts/confirmations.ts'
import type { Part, Prompt } from '../prompts/prompts.ts'
import { recordAgrees } from './agreement.ts'
import { isWaiting, recordNote, recordProposal } from './answer.ts'
import type { Write } from './enter.ts'

/**
 * What a partner says to something that is agreed: whose words they are, as far as that is known, and whether what it was asked about
 * `stands`, as it was sent to it and came back, in the file too.
 */
export type Confirming = {
  prompt: Prompt
  partner: string
  as: 'confirmed'
  words: string
  stands: boolean
  by: string | undefined
  /** The number of the clause that it remarks on, where it asked nobody and was not asked. */
  clause?: string | undefined
  /** It said so by taking the words out. */
  struck?: true
}

/**
 * And what comes of it: a yes, other words, a talk; words that are no yes, to be talked about too; a yes to words that are not these; or a
 * yes or no of which nobody knows what it is to.
 */
export type Confirmed = Confirming & {
  how: 'same' | 'agrees' | 'proposes' | 'talks' | 'doubts' | 'outdated' | 'unasked'
  rest: string
  here: string
  agreed: Agreed | undefined
}

/** What comes of it; nothing where it is not plain what was ticked, or nothing is agreed. */
export function readConfirmation(came: Confirming, partnership: Partnership): Confirmed | undefined {
  const { prompt, partner, words, stands } = came
  const answer = answerTo(partnership, prompt)
  const { confirmation, rest } = confirmationIn(words)
  const result = { ...came, rest, here: answer.agreed?.text ?? '', agreed: answer.agreed }
  if (words.trim() === '') return { ...result, how: 'same' }
  if (!confirmation && (!answer.agreed || hasSeveralTicks(words))) return undefined
  if (confirmation === 'yes') {
    const isBy = answer.agreed !== undefined && agreedBy(answer.agreed, partnership).includes(partner)
    const hasNoMore = rest === '' || answer.notes.some(({ text }) => text.includes(rest))
    return { ...result, how: isBy && hasNoMore ? 'same' : stands ? 'agrees' : 'outdated' }
  }
  const how = !confirmation ? 'doubts' : confirmation === 'change' && rest ? 'proposes' : 'talks'
  return { ...result, how: isWaiting(answer, proposalFrom({ ...result, how })) ? 'same' : how }
}

/** What a partner remarks on a clause, which is something to talk about. */
export function readRemark(came: Confirming, partnership: Partnership): Confirmed {
  const answer = answerTo(partnership, came.prompt)
  const { agreed } = answer
  const result = { ...came, how: 'talks' as const, rest: came.words, here: agreed?.text ?? '', agreed }
  return isWaiting(answer, proposalFrom(result)) ? { ...result, how: 'same' } : result
}

/** A clause that a partner took out of a copy: it stays, and is something to talk about. */
export const readStruck = (
  { prompt, partner, by }: Pick<Confirming, 'prompt' | 'partner' | 'by'>,
  partnership: Partnership,
): Confirmed =>
  readRemark(
    { prompt, partner, by, as: 'confirmed', words: STRUCK, stands: false, struck: true },
    partnership,
  )

/** In brackets, since it is not said in these words. */
const STRUCK = '(Struck out in the copy that came back.)'

/** What a partner says against what is agreed where it was asked for its answer; nothing where it is one, or nothing is agreed. */
export const readObjection = (came: Confirming, partnership: Partnership): Confirmed | undefined =>
  isObjection(came.words) ? readConfirmation(came, partnership) : undefined

/** A bare yes or no, where something is agreed and nothing shows what was asked: that may be to the question or to what is agreed. */
export function readYesOrNo(came: Confirming, partnership: Partnership): Confirmed | undefined {
  const { agreed, perspectives } = answerTo(partnership, came.prompt)
  if (!agreed || !isYesOrNo(came.words)) return undefined
  const isSaid = perspectives.some(
    ({ partner, said }) => partner === came.partner && said?.trim() === came.words,
  )
  return { ...came, how: isSaid ? 'same' : 'unasked', rest: '', here: agreed.text, agreed }
}

/** How a partner would have it read, or that it would like to talk: in its own words, or in those that it ticked. */
const proposalFrom = ({ partner, how, rest, words }: Confirmed) => ({
  partner,
  for: how === 'proposes' ? ('agreed' as const) : ('talk' as const),
  text: rest || words,
})

/** Writes down what a partner says to something that is agreed, on a day; nothing where that was changed by then. */
export function recordConfirmation(parts: Part[], confirmed: Confirmed, on: string): Write[] {
  const { prompt, partner, by, how, rest } = confirmed
  if (how === 'proposes' || how === 'talks' || how === 'doubts')
    return [recordProposal(parts, prompt, { ...proposalFrom(confirmed), on })]
  if (how !== 'agrees') return []
  const ifStill =
    (write: Write): Write =>
    (partnership, placeOf) => {
      const { agreed } = answerTo(partnership, prompt)
      return agreed && saysTheSame(agreed, confirmed.agreed) ? write(partnership, placeOf) : []
    }
  return [
    ifStill(recordAgrees(parts, prompt, [partner], { on, by })),
    ...(rest ? [ifStill(recordNote(parts, prompt, { partner, by, text: rest, on }))] : []),
  ]
}

const saysTheSame = (one: Agreed, other: Agreed | undefined): boolean =>
  one.text === other?.text && one.decision === other.decision && one.lead === other.lead
