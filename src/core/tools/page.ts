import { voices } from '../meeting/queue.ts'
import { partsIn } from '../meeting/status.ts'
import { isAgreed, type View } from '../view/view.ts'
import { evaluation } from './evaluation.ts'
import { logic } from './logic.ts'
import { numbers } from './report.ts'
import { map } from './stakeholder-map.ts'
import { workplan } from './workplan.ts'

/** Where a partnership stands, for everyone in it: what is agreed, who does what, what the tools show and who is around. */
export function page(seen: View) {
  const shown = seen.prompts.filter((prompt) => !prompt.private)
  const agreements = seen.parts.map(({ id, title }) => ({
    title,
    settled: shown.filter((prompt) => prompt.part === id && isAgreed(prompt)),
  }))
  const around = map(seen, true)
  const evaluations = seen.questionnaires.map((each) => evaluation(seen, each, undefined))
  return {
    parts: partsIn(seen, shown).filter(({ prompts }) => prompts > 0),
    agreements: agreements.filter(({ settled }) => settled.length > 0),
    balance: voices(seen),
    next: seen.meetings.find(({ on }) => on >= seen.today),
    work: workplan(seen),
    logic: logic(seen),
    evaluations: evaluations.filter(({ round }) => round !== undefined),
    numbers: numbers(seen, seen.today),
    around: [...around.lived, ...around.others],
  }
}
