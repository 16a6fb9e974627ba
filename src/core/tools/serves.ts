import { inARow } from '../../text.ts'
import { notYetBy } from '../meeting/awaited.ts'
import { FIT, GOAL, PROBLEM } from '../meeting/queue.ts'
import { agreedText, isAgreed, isUndertaken, type PromptView, type View } from '../view/view.ts'
import { isBrought } from './contributions.ts'

/** What is agreed or written down that an activity is to serve, or to be held against. */
type Served = { label: string; texts: string[]; only: string | undefined }

/**
 * What stands beside a question about what the partners do together: the need, the goal and what each brings; beside the one
 * that asks whether the activities fit the goal, the activities and what should come of them. Nothing of what is not there yet.
 */
export function servedBy(view: View, { id, activity }: PromptView): Served[] {
  const { prompts, contributions, outcomes } = view
  if (id === FIT)
    return [
      ...goalAndActivities(view),
      ...served(
        'What we hope it will lead to',
        outcomes.map(({ text }) => text),
      ),
    ]
  if (!activity) return []
  return [
    ...served('The need', agreed(prompts, PROBLEM)),
    ...served('Our goal', agreed(prompts, GOAL)),
    ...served(
      'What we bring',
      contributions.filter(isBrought).map(({ what, partner }) => `${what} (${partner})`),
    ),
  ]
}

/** What the question whether the activities fit the goal cannot be answered without, wherever it is asked, and who has not agreed to it. */
export const heldAgainst = (view: View, { id }: PromptView): { label: string; words: string }[] =>
  id === FIT
    ? goalAndActivities(view, (prompt) => inBrackets(notYetBy(prompt, view.locale))).map(
        ({ label, texts }) => ({ label, words: inARow(texts) }),
      )
    : []

const inBrackets = (remark: string | undefined): string => (remark === undefined ? '' : ` (${remark})`)

const goalAndActivities = ({ prompts }: View, remark = (_: PromptView) => ''): Served[] => [
  ...served(
    'Our goal',
    prompts
      .filter((prompt) => prompt.id === GOAL && isAgreed(prompt))
      .map((prompt) => prompt.agreed!.text.trimEnd() + remark(prompt)),
  ),
  ...served(
    'What we have agreed to do',
    prompts.filter(isUndertaken).map((prompt) => prompt.topic + remark(prompt)),
  ),
]

const agreed = (prompts: PromptView[], name: string): string[] =>
  [agreedText(prompts, name)].filter((text) => text !== undefined)

const served = (label: string, texts: string[]): Served[] =>
  texts.length > 0 ? [{ label, texts, only: texts.length === 1 ? texts[0] : undefined }] : []
