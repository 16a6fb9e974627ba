import { withoutAnswer } from '../prompts/decisions.ts'
import { isTerm } from '../prompts/prompts.ts'
import { setAside } from '../view/set-aside.ts'
import { isAgreed, type PromptView, type View, waitsForYes } from '../view/view.ts'

/** Whether a term has no clause, and that is no gap which nobody should sign over: unless it is set aside, an essential one always is. */
const isLeftOut = (prompt: PromptView): boolean => !isAgreed(prompt) && !(prompt.essential && !prompt.parked)

/** The terms that are agreed, but the decision that they follow is not a yes, and that decision. */
export const followingNoYes = ({ prompts }: Pick<View, 'prompts'>) =>
  prompts
    .filter((prompt) => waitsForYes(prompt) && isTerm(prompt) && !prompt.parked && !prompt.private)
    .map(({ topic, under }) => {
      const above = prompts.find(({ id }) => id === under)!
      return { topic, above: { number: above.number, topic: above.topic } }
    })

/**
 * What an agreement leaves out for now. `shownIn` holds the sections of it in which each prompt would stand; a letter also
 * leaves out what has none.
 */
export function leftOut(view: View, shownIn: Map<string, { title: string }>, letter: boolean) {
  const terms = view.prompts.filter((prompt) => prompt.asked && isTerm(prompt))
  const isPlaced = ({ id }: PromptView) => shownIn.has(id)
  const out = terms.filter((prompt) => isPlaced(prompt) && isLeftOut(prompt))
  const open = out.filter(({ parked, agreed }) => !parked && !agreed)
  const following = followingNoYes(view)
  const elsewhere = letter ? terms.filter((prompt) => isAgreed(prompt) && !isPlaced(prompt)) : []
  const titles = [...new Set([...shownIn.values()].map(({ title }) => title))]
  const bySection = (prompts: PromptView[]) =>
    titles.flatMap((title) => {
      const topics = prompts.filter(({ id }) => shownIn.get(id)?.title === title)
      return topics.length > 0 ? [{ title, topics: topics.map(topicOf) }] : []
    })
  return {
    omits: out.map(({ id }) => id),
    leftOut: {
      some: out.length + following.length + elsewhere.length > 0,
      aside: setAside(view, out).map(({ why, parts, prompts }) => ({
        why,
        topics: [...parts.map(({ title }) => title), ...(prompts.length > FEW ? [] : prompts.map(topicOf))],
        sections: prompts.length > FEW ? bySection(prompts) : [],
      })),
      /** Decided with a "not yet". */
      postponed: out.flatMap(({ topic, parked, agreed }) =>
        agreed && !parked
          ? [
              {
                topic,
                why: withoutAnswer('not-yet', agreed.text),
                on: agreed.on,
                review: agreed.review,
              },
            ]
          : [],
      ),
      /** Agreed, but the decision that it follows is not a yes. */
      following,
      /** What nothing is agreed on, by the section that would have it. */
      open: bySection(open),
      elsewhere: elsewhere.map(topicOf),
    },
  }
}

/** As many as are read in one line. */
const FEW = 4

const topicOf = ({ topic }: PromptView): string => topic
