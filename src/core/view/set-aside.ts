import type { PromptView, View } from './view.ts'

/** What is set aside among some prompts, by the reason: parts as a whole, and prompts by themselves. */
export function setAside({ parts }: View, prompts: PromptView[]) {
  const reasons = new Set(prompts.flatMap(({ parked }) => parked ?? []))
  return [...reasons].map((why) => {
    const here = prompts.filter(({ parked }) => parked === why)
    const whole = parts.filter(({ id, parked }) => parked === why && here.some(({ part }) => part === id))
    return { why, parts: whole, prompts: here.filter(({ part }) => !whole.some(({ id }) => id === part)) }
  })
}
