import { HjpError } from '../../errors.ts'
import type { PromptView, View } from '../view/view.ts'
import { firstTalk, isFirstTalk, queueOf, withFollowUps } from './queue.ts'

/** Questions for one talk, where nobody chose them. */
const FEW = 5

/**
 * The questions to take to a talk: all that are named, else those of a first conversation, else the first that wait. Throws HjpError
 * nothingToRaise.
 */
export function starter(view: View, named: PromptView[]) {
  const first = firstTalk(view)
  const waiting = first.length > 0 ? first : queueOf(view).slice(0, FEW)
  const asked = named.length > 0 ? named.filter((prompt) => !prompt.private) : waiting
  if (asked.length === 0) throw new HjpError('nothingToRaise')
  const topics = withFollowUps(asked)
  const parts = view.parts.filter(({ id }) => topics.some(({ part }) => part === id))
  return {
    topics,
    /** To write on under each: fewer where there is much to ask. */
    lines: topics.length > FEW ? 1 : 3,
    /** Whether it is the first conversation. */
    first: isFirstTalk(view, asked),
    part: parts.length === 1 ? parts[0] : undefined,
  }
}
