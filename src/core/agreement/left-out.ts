import { withoutAnswer } from '../prompts/decisions.ts'
import { isTerm } from '../prompts/prompts.ts'
import { isAgreed, type PromptView, type View } from '../view/view.ts'

/** Whether a term has no clause, and that is no gap which nobody should sign over: unless it is set aside, an essential one always is. */
const isLeftOut = (prompt: PromptView): boolean => !isAgreed(prompt) && !(prompt.essential && !prompt.parked)

/**
 * What an agreement leaves out for now. `shownIn` holds the sections of it in which each prompt would stand; a letter also
 * leaves out what has none.
 */
export function leftOut(view: View, shownIn: Map<string, { title: string }>, letter: boolean) {
  const terms = view.prompts.filter((prompt) => prompt.asked && isTerm(prompt))
  const isPlaced = ({ id }: PromptView) => shownIn.has(id)
  const out = terms.filter((prompt) => isPlaced(prompt) && isLeftOut(prompt))
  const open = out.filter(({ parked, agreed }) => !parked && !agreed)
  const elsewhere = letter ? terms.filter((prompt) => isAgreed(prompt) && !isPlaced(prompt)) : []
  return {
    omits: out.map(({ id }) => id),
    leftOut: {
      some: out.length + elsewhere.length > 0,
      aside: out.flatMap(({ topic, number, parked }) => (parked ? [{ topic, number, why: parked }] : [])),
      /** Decided with a "not yet". */
      postponed: out.flatMap(({ topic, number, parked, agreed }) =>
        agreed && !parked
          ? [
              {
                topic,
                number,
                why: withoutAnswer('not-yet', agreed.text),
                on: agreed.on,
                review: agreed.review,
              },
            ]
          : [],
      ),
      /** What nothing is agreed on, by the section that would have it. */
      open: [...new Set([...shownIn.values()].map(({ title }) => title))].flatMap((title) => {
        const topics = open.filter(({ id }) => shownIn.get(id)?.title === title)
        return topics.length > 0 ? [{ title, topics: topics.map(inLine) }] : []
      }),
      elsewhere: elsewhere.map(inLine),
    },
  }
}

/** A topic as one of several in a line: "Who misses out (2.2)". */
const inLine = ({ topic, number }: PromptView): string => `${topic} (${number})`
