import { evaluation } from './evaluation.ts'
import { logic } from './logic.ts'
import { report } from './report.ts'
import type { View } from './view.ts'
import { voices } from './waiting.ts'
import { workplan } from './workplan.ts'

/** Where a partnership stands, for everyone in it: what is agreed, who does what, and what the tools show. */
export function page(seen: View) {
  const shown = seen.prompts.filter((prompt) => prompt.asked && !prompt.private)
  const parts = seen.parts.map((part) => {
    const prompts = shown.filter((prompt) => prompt.part === part.id)
    const count = (...stages: string[]) => prompts.filter(({ standing }) => stages.includes(standing)).length
    return {
      ...part,
      asked: prompts.length,
      heard: prompts.filter(({ heard }) => heard).length,
      agreed: count('agreed', 'due', 'reworded'),
      again: count('due', 'reworded'),
      settled: prompts.filter(({ agreed, parked }) => agreed?.settled && !parked),
    }
  })
  const evaluations = seen.questionnaires.map((each) => evaluation(seen, each, undefined))
  return {
    parts: parts.filter(({ asked }) => asked > 0),
    agreements: parts.filter(({ settled }) => settled.length > 0),
    balance: voices(seen),
    next: seen.meetings.find(({ on }) => on >= seen.today),
    work: workplan(seen),
    logic: logic(seen),
    evaluations: evaluations.filter(({ round }) => round !== undefined),
    numbers: report(seen, 'partners', '', seen.today).numbers,
  }
}
