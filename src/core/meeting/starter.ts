import { HjpError } from '../../errors.ts'
import type { PromptView, View } from '../view/view.ts'
import { queueOf } from './queue.ts'

/** Questions for one talk, where nobody chose them. */
const FEW = 5

/**
 * The questions to take to a talk: all that are named, else the first that wait. A follow-up goes with its question. Throws
 * HjpError nothingToRaise.
 */
export function starter(view: View, named: PromptView[]) {
  const asked = named.length > 0 ? named.filter((prompt) => !prompt.private) : queueOf(view).slice(0, FEW)
  if (asked.length === 0) throw new HjpError('nothingToRaise')
  const topics = asked
    .filter(({ under }) => !asked.some(({ id }) => id === under))
    .map((topic) => ({ ...topic, follows: asked.filter(({ under }) => under === topic.id) }))
  const parts = view.parts.filter(({ id }) => topics.some(({ part }) => part === id))
  return {
    topics,
    /** To write on under each: fewer where there is much to ask. */
    lines: topics.length > FEW ? 1 : 3,
    part: parts.length === 1 ? parts[0] : undefined,
  }
}
