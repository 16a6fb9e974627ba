import { heardCounts } from '../meeting/queue.ts'
import { partsIn } from '../meeting/status.ts'
import { isAgreed, type View } from '../view/view.ts'
import { evaluation } from './evaluation.ts'
import { logic } from './logic.ts'
import { numbers } from './readings.ts'
import { shareOf } from './share.ts'
import { stakeholderMap } from './stakeholder-map.ts'
import { workplan } from './workplan.ts'

/** Where a partnership stands, for everyone in it: what is agreed, who does what, what the tools show and who is around. */
export function overview(view: View) {
  const shown = view.prompts.filter((prompt) => !prompt.private)
  const agreements = view.parts.map(({ id, title }) => ({
    title,
    settled: shown.filter((prompt) => prompt.part === id && isAgreed(prompt)),
  }))
  const around = stakeholderMap(view, true)
  const evaluations = view.questionnaires.map((each) => evaluation(view, each, undefined))
  return {
    parts: partsIn(view, shown)
      .filter(({ prompts }) => prompts > 0)
      .map((part) => ({ ...part, ...shareOf(part.agreed, part.prompts) })),
    agreements: agreements.filter(({ settled }) => settled.length > 0),
    balance: heardCounts(view),
    next: view.meetings.find(({ on }) => on >= view.today),
    work: workplan(view),
    logic: logic(view),
    evaluations: evaluations.filter(({ round }) => round !== undefined),
    numbers: numbers(view, view.today),
    around: [...around.lived, ...around.others],
  }
}
