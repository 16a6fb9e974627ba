import { questionTitle } from '../../core/prompts/prompts.ts'
import type { KindView } from '../../core/request.ts'

/** What the keeper is told who named what a meeting is about, where that leaves no time for what partners raised. */
export function noTimeFor({ prompts, by }: NonNullable<KindView['crowdedOut']>): string {
  const [first] = prompts
  const names = [first!, ...by].map(({ number }) => number).join(' ')
  return `No time is left for what partners raised: ${prompts.map(questionTitle).join(', ')}. You find it under “For another time”. To talk about it at this meeting, give that more *--minutes*, or name it first: *hjp agenda ${names}*`
}
